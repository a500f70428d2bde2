import type { Span } from "../../core/span.ts"
import { anywhere, beforeName, openers } from "./abbreviations.ts"

// The alternatives are tried from the left, so longer and surer ones come first.
const TOKEN = new RegExp(
  [
    /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]/u, // addresses
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
    /[@#][\p{L}_][\p{L}\p{N}_]*/u, // handles and hashtags
    /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/u, // ISO dates
    /(?:\p{L}\.){2,}(?!\p{L}{2})/u, // U.S. a.m.
    /\p{Lu}+(?:&\p{Lu}+)+/u, // AT&T
    /\p{L}[\p{L}\p{N}-]*(?:\.(?:com|org|net|gov|mil|edu|info|co\.uk|ru|de|io))\b/u, // example.com
    /\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}])|\d+(?:[.,:/]\d+)*/u,
    /\.{2,}|…|-{2,}|[!?]+|[`']{2}/u,
    /\p{L}[\p{L}\p{M}\p{N}]*(?:['’‘ʼ`][\p{L}\p{M}]+)*/u, // words with apostrophes within
    /\p{Extended_Pictographic}(?:\u200d?[\p{Extended_Pictographic}\p{M}])*/u,
    /\S/u,
  ]
    .map(part => part.source)
    .join("|"),
  "gu",
)

/** Prefixes that keep their hyphen in the treebanks (EWT, GUM): "anti-tank" is one token, "ISIS-K" is three. */
const PREFIX =
  /^(?:non|e|re|mid|anti|co|pre|pro|cross|post|semi|multi|ex|sub|counter|mini|neo|inter|un|over|micro|bi)$/i
const NOT_VERBS =
  /^(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need|ai|might|sha|may|dare|ought)$/i
const PRONOUN_WITH_NAME = /^(?:O|D|d|L|l|Al|al)['’]$/

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
      end = joinFullStop(stretch, match.index, end)
      TOKEN.lastIndex = end
      for (const cut of cutsOf(stretch.slice(match.index, end), stretch[end] ?? "")) {
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

/** "anti" goes on as "anti-tank"; "twenty" of "twenty-one" does not. */
function joinHyphenated(text: string, start: number, end: number): number {
  if (text[end] !== "-" || !PREFIX.test(text.slice(start, end))) return end
  const rest = /^-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 60))
  return rest ? end + rest[0].length : end
}

/** Takes the full stop of an abbreviation or an initial into the token. */
function joinFullStop(text: string, start: number, end: number): number {
  if (text[end] !== "." || text[end + 1] === ".") return end
  const word = text.slice(start, end)
  const bare = word.toLowerCase()
  const after = text.slice(end + 1, end + 40)
  if (bare === "no" || bare === "art" || bare === "sec" || bare === "min" || bare === "est" || bare === "fig")
    return /^\s?\d/.test(after) || (bare === "sec" && /^\s\p{Lu}/u.test(after)) ? end + 1 : end
  const next = /^["”’')\],]*\s+["“‘'(]*([\p{L}\p{N}]+)/u.exec(after)
  const nextWord = next?.[1] ?? ""
  const capitalised = /^\p{Lu}/u.test(nextWord)
  if (/^\p{Lu}$/u.test(word)) {
    // An initial, unless what follows opens a sentence ("Plan B. The mayor said").
    const before = /(\p{Lu}[\p{L}.'’-]*|^)[\s(“"]*$/u.test(text.slice(Math.max(0, start - 40), start))
    return capitalised && before && /^\s/.test(after) && !openers.has(nextWord.toLowerCase()) ? end + 1 : end
  }
  if (beforeName.has(bare)) {
    if (/^(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|vs|al)$/.test(bare)) return end + 1
    return /^\p{Lu}/u.test(word) && (capitalised || /^\s?\d/.test(after))
      ? end + 1
      : /^(?:vs|approx|ca|cf)$/.test(bare)
        ? end + 1
        : end
  }
  if (!anywhere.has(bare)) return end
  if (/^(?:etc|inc|corp|ltd|jr)$/.test(bare)) return end + 1
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/.test(bare) && after.trim() === "") return end + 1
  // "in Mass. on Friday", "Dec. 24", but "to the man. He": short forms that are words too need a capital of their own.
  if (!/^\p{Lu}/u.test(word)) return end
  const follows = /^,|^\s+\d|^\s*\)/.test(after) || /^\s+\p{Ll}/u.test(after)
  return follows || (capitalised && !openers.has(nextWord.toLowerCase()) && 2 < bare.length && bare !== "wash")
    ? end + 1
    : end
}

/** Where a word is cut into its parts: "don't" is "do" and "n't", "group's" is "group" and "'s", "cannot" is "can" and "not". */
function cutsOf(word: string, next: string): Span[] {
  const whole = [{ start: 0, end: word.length }]
  const lower = word.toLowerCase()
  if (lower === "cannot" || lower === "gonna" || lower === "wanna" || lower === "gotta") return cutAt(word, 3)
  const quote = Math.max(...["'", "’", "‘", "ʼ", "`"].map(mark => word.lastIndexOf(mark)))
  if (quote <= 0 || next === "’") return whole
  const tail = lower.slice(quote + 1)
  if (tail === "t" && lower[quote - 1] === "n" && NOT_VERBS.test(word.slice(0, quote - 1)))
    return cutAt(word, quote - 1)
  if (/^(?:s|re|ve|ll|d|m)$/.test(tail) && !PRONOUN_WITH_NAME.test(word.slice(0, quote + 1))) return cutAt(word, quote)
  return whole
}

function cutAt(word: string, at: number): Span[] {
  return [
    { start: 0, end: at },
    { start: at, end: word.length },
  ]
}
