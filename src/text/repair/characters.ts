import type { Edit } from "../mapped.ts"

/** Line ends of all systems become "\n"; within a line of HTML, where they mean nothing, a space. */
export function findLineEndEdits(text: string, to: "\n" | " " = "\n"): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(/\r\n?|[\u2028\u2029\v\f]/g))
    edits.push({ start: match.index, end: match.index + match[0].length, text: to, kind: "line-end" })
  return edits
}

const zeroWidth = /[\u200B\u2060\uFEFF\u180E\u2061-\u2064]/
const bidi = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/
const control = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\uFFF9-\uFFFB\u{E0001}]/u
const oddSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/
const any = new RegExp(
  `${zeroWidth.source}|${bidi.source}|${control.source}|${oddSpace.source}|\\x85|\\u00AD|[\\u200C\\u200D]`,
  "gu",
)

/** Characters nobody sees: taken out, or made a plain space where they separate words. */
export function findInvisibleEdits(text: string): Edit[] {
  const edits: Edit[] = []
  for (const match of text.matchAll(any)) {
    const start = match.index
    const char = match[0]
    const end = start + char.length
    if (char === "\u00AD") edits.push({ start, end, text: "", kind: "soft-hyphen" })
    else if (oddSpace.test(char)) edits.push({ start, end, text: " ", kind: "no-break-space" })
    else if (bidi.test(char)) edits.push({ start, end, text: "", kind: "bidi-control" })
    else if (char === "\u200C" || char === "\u200D") {
      // Joiners are spelling in Arabic, Persian and Indic words and within emoji; elsewhere they are debris.
      if (!(joins(text.slice(0, start).at(-1)) && joins(text[end])))
        edits.push({ start, end, text: "", kind: "zero-width" })
    } else if (zeroWidth.test(char)) edits.push({ start, end, text: "", kind: "zero-width" })
    else edits.push({ start, end, text: char === "\x85" ? " " : "", kind: "control-character" })
  }
  return edits
}

/** A neighbour beside which a joiner has a meaning: a letter of a joining script, or half of an emoji. */
function joins(char: string | undefined): boolean {
  return char !== undefined && /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{P}\p{N}\s]/u.test(char)
}

// Latin text with typographic marks is normal as it is; the check is cheaper than normalizing.
const mayChange = /[^\0-\u02FF\u2002-\u20CF]/

/** Letters written as base and accent become one letter (Unicode NFC). */
export function findNormalEdits(text: string): Edit[] {
  if (!mayChange.test(text) || text.normalize("NFC") === text) return []
  const edits: Edit[] = []
  // A cluster begins at a character that no normalization joins to what stands before it.
  for (const match of text.matchAll(/[^\p{M}\u1160-\u11FF][\p{M}\u1160-\u11FF]*|[\p{M}\u1160-\u11FF]+/gu)) {
    const normal = match[0].normalize("NFC")
    if (normal !== match[0])
      edits.push({ start: match.index, end: match.index + match[0].length, text: normal, kind: "composed-letter" })
  }
  return edits
}
