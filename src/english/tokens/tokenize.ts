import type { Span } from "../../core/span.ts"
import { cutsOf } from "./cuts.ts"
import { takesFullStop } from "./full-stop.ts"
import { TOKEN } from "./token-pattern.ts"

/** Prefixes that keep their hyphen in the treebanks (EWT, GUM): "anti-tank" is one token, "ISIS-K" is three. */
const PREFIX =
  /^(?:non|e|re|mid|anti|co|pre|pro|cross|post|semi|multi|ex|sub|counter|mini|neo|inter|intra|un|over|micro|bi|socio|psycho|arch)$/i

/** The tokens of a stretch of text as spans of the whole text. Clitics and hyphenated words are split as the treebanks do; only white space lies between tokens. */
export function tokenize(text: string, within: Span): Span[] {
  const tokens: Span[] = []
  const stretch = text.slice(within.start, within.end)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(stretch); match; match = TOKEN.exec(stretch)) {
    let end = match.index + match[0].length
    const first = match[0].codePointAt(0)!
    if (isLetter(first) && !match[0].includes("@")) {
      end = joinHyphenated(stretch, match.index, end)
      if (takesFullStop(stretch, match.index, end)) end++
      TOKEN.lastIndex = end
      for (const cut of cutsOf(stretch.slice(match.index, end), stretch.slice(end, end + 10))) {
        tokens.push({ start: within.start + match.index + cut.start, end: within.start + match.index + cut.end })
      }
    } else tokens.push({ start: within.start + match.index, end: within.start + end })
  }
  return tokens
}

function isLetter(code: number): boolean {
  return code < 128
    ? (65 <= code && code <= 90) || (97 <= code && code <= 122)
    : /\p{L}/u.test(String.fromCodePoint(code))
}

/** "anti" goes on as "anti-tank"; "twenty" of "twenty-one" does not, nor does "UN" of "UN-backed". */
function joinHyphenated(text: string, start: number, end: number): number {
  if (text[end] !== "-" || !PREFIX.test(text.slice(start, end)) || text.slice(start, end) === "UN") return end
  const rest = /^-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 60))
  return rest ? end + rest[0].length : end
}
