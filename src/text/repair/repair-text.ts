import { applyEdits, type Mapped } from "../mapped.ts"
import { findInvisibleEdits, findLineEndEdits, findNormalEdits } from "./characters.ts"
import { findLookAlikeEdits } from "./look-alikes.ts"
import { repairMojibake } from "./mojibake.ts"
import { findQuotationEdits, findSentenceSpaceEdits, findSpacingEdits } from "./punctuation.ts"
import { findUnwrapEdits } from "./unwrap.ts"

/**
 * All repairs, in the order they build on each other. Line breaks of HTML units stand for block borders and stay as they are;
 * plain text may be unwrapped. Doing it twice changes nothing more.
 */
export function repairText(mapped: Mapped, format: "text" | "html"): Mapped {
  let now = applyEdits(mapped, findLineEndEdits(mapped.text, format === "html" ? " " : "\n"))
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = now
    now = repairMojibake(now)
    for (const find of finders) if (find !== findUnwrapEdits || format === "text") now = applyEdits(now, find(now.text))
    if (now === before) break
  }
  return now
}

/** One repair may lay bare another (a character taken out between two letters); more rounds than two are hardly ever needed. */
const MOST_ROUNDS = 6

const finders = [
  findNormalEdits,
  findInvisibleEdits,
  findUnwrapEdits,
  findSpaceRunEdits,
  findLookAlikeEdits,
  findQuotationEdits,
  findSpacingEdits,
  findSentenceSpaceEdits,
] as const

/** Several spaces or a tab within a line become one space; not counted as a repair. */
function findSpaceRunEdits(text: string) {
  return [...text.matchAll(/(?<=\S)(?:[ \t]{2,}|\t)(?=\S)/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: " ",
  }))
}
