import { applyEdits, type Mapped } from "../mapped.ts"
import { findInvisibleEdits, findLineEndEdits, findNormalEdits } from "./characters.ts"
import { findLookAlikeEdits } from "./look-alikes.ts"
import { repairMojibake } from "./mojibake.ts"
import { findPunctuationEdits } from "./punctuation.ts"
import { findUnwrapEdits } from "./unwrap.ts"

/**
 * All repairs, in the order they build on each other. Line breaks of HTML units stand for block borders and stay as they are;
 * plain text may be unwrapped. Doing it twice changes nothing more.
 */
export function repairText(mapped: Mapped, format: "text" | "html"): Mapped {
  let now = applyEdits(mapped, findLineEndEdits(mapped.text, format === "html" ? " " : "\n"))
  now = repairMojibake(now)
  now = applyEdits(now, findNormalEdits(now.text))
  now = applyEdits(now, findInvisibleEdits(now.text))
  if (format === "text") now = applyEdits(now, findUnwrapEdits(now.text))
  now = applyEdits(now, findSpaceRunEdits(now.text))
  now = applyEdits(now, findLookAlikeEdits(now.text))
  now = applyEdits(now, findPunctuationEdits(now.text))
  // Taking characters out may have brought letters and accents together.
  return applyEdits(now, findNormalEdits(now.text))
}

/** Several spaces or a tab within a line become one space; not counted as a repair. */
function findSpaceRunEdits(text: string) {
  return [...text.matchAll(/(?<=\S)(?:[ \t]{2,}|\t)(?=\S)/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: " ",
  }))
}
