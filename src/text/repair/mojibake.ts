import { applyEdits, type Edit, type Mapped } from "../mapped.ts"
import { isBad } from "./badness.ts"
import { type ByteTable, byteTables, windows1252 } from "./byte-tables.ts"

/** Text that was wrong once was often wrong twice; four rounds are the most seen in the wild. */
const MOST_ROUNDS = 5

/** Text that was decoded with the wrong encoding on its way, such as "donâ€™t". Line by line; a line that reads well is not touched. */
export function repairMojibake(mapped: Mapped): Mapped {
  let now = mapped
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = findMojibakeEdits(now.text)
    if (edits.length === 0) return now
    now = applyEdits(now, edits)
  }
  return now
}

// Anything but ASCII and the marks of good typography, which alone are no sign of damage.
const strange = /[^\0-\x7F\u00A0‘’“”–—…•]/

/** One round: each wrongly decoded stretch gets the characters its bytes stand for. */
export function findMojibakeEdits(text: string): Edit[] {
  if (!strange.test(text)) return []
  const edits: Edit[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (!strange.test(line[0])) continue
    for (const edit of lineEdits(line[0]))
      edits.push({ ...edit, start: edit.start + line.index, end: edit.end + line.index })
  }
  return edits
}

function lineEdits(line: string): Edit[] {
  const spaced = spacedAccentEdits(line)
  if (0 < spaced.length) return spaced
  if (!isBad(line)) return closingMarkEdits(line)
  // The whole line in one encoding is the surest sign; parts of it come next, then single control codes.
  const whole = decodedEdits(line)
  if (whole) return whole
  const edits: Edit[] = []
  for (const match of line.matchAll(sequences)) {
    if (match[0].length === line.length || !isBad(match[0])) continue
    for (const edit of decodedEdits(match[0]) ?? [])
      edits.push({ ...edit, start: edit.start + match.index, end: edit.end + match.index })
  }
  if (0 < edits.length) return edits
  const control = controlEdits(line)
  return 0 < control.length ? control : closingMarkEdits(line)
}

// The second byte as a sign with an accent of its own, which compatibility normalization took apart into a space and an accent.
const spacedAccents: Readonly<Record<string, string>> = { "\u0308": "è", "\u0304": "ï", "\u0301": "ô", "\u0327": "ø" }

/** "naÃ \u0304ve" for "naïve" */
function spacedAccentEdits(line: string): Edit[] {
  return [...line.matchAll(/Ã ([\u0301\u0304\u0308\u0327])/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: spacedAccents[match[1]!]!,
    kind: "mojibake",
  }))
}

/** "â€" before a space: a closing quotation mark whose third byte has no character and was thrown away. */
function closingMarkEdits(line: string): Edit[] {
  return [...line.matchAll(/(?<=[\p{L}\p{N}.,!?…’])â€(?=[\s.,;:!?)—–]|$)/gu)].map(match => ({
    start: match.index,
    end: match.index + 2,
    text: "”",
    kind: "mojibake",
  }))
}

/** Edits that decode the text as UTF-8 after encoding it in the first table that fits, or undefined. */
function decodedEdits(text: string): Edit[] | undefined {
  for (const table of byteTables) {
    const bytes = bytesOf(text, table)
    const edits = bytes && utf8Edits(bytes, text, table)
    if (edits && 0 < edits.length) return edits
  }
  return undefined
}

/** One byte for each UTF-16 unit, or undefined when the table lacks one. */
function bytesOf(text: string, table: ByteTable): number[] | undefined {
  const bytes: number[] = []
  for (const char of text) {
    const byte = table.byteOf.get(char)
    if (byte === undefined) return undefined
    bytes.push(byte)
  }
  return bytes
}

const LOST = 0x1a

/** The edits that turn bytes into UTF-8 characters; undefined when the bytes are not UTF-8, or have nothing to decode. */
function utf8Edits(bytes: readonly number[], text: string, table: ByteTable): Edit[] | undefined {
  const edits: Edit[] = []
  const put = (start: number, length: number, to: string) =>
    edits.push({ start, end: start + length, text: to, kind: "mojibake" })
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index]!
    if (lead < 0x80) {
      index++
      continue
    }
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return undefined
    if (lead === 0xed) {
      const pair = surrogates(bytes, index)
      if (pair !== undefined) {
        put(index, 6, pair)
        index += 6
        continue
      }
    }
    // "Ã " for "à": the no-break space that was its second byte became a space, and was often merged with the next one.
    if (lead === 0xc3 && bytes[index + 1] === 0x20) {
      const keepsSpace = !/^(?: |quele|quela|quilo|s )/.test(text.slice(index + 2, index + 8))
      put(index, keepsSpace ? 1 : 2, "à")
      index += keepsSpace ? 1 : 2
      continue
    }
    const point = codePoint(bytes, index, length, table)
    if (point === undefined) return undefined
    if (point === "lost") {
      let end = index + 1
      while (end < index + length && isContinuation(bytes[end])) end++
      if (end < index + length && (bytes[end] === LOST || bytes[end] === 0x3f)) end++
      while (end < index + length && (isContinuation(bytes[end]) || bytes[end] === LOST)) end++
      put(index, end - index, "\uFFFD")
      index = end
      continue
    }
    put(index, length, String.fromCodePoint(point))
    index += length
  }
  return edits.length === 0 ? undefined : edits
}

/** The character that `length` bytes spell, "lost" when a byte of it was thrown away on its way, undefined when it is none. */
function codePoint(
  bytes: readonly number[],
  index: number,
  length: number,
  table: ByteTable,
): number | "lost" | undefined {
  const lead = bytes[index]!
  let point = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07)
  for (let next = 1; next < length; next++) {
    let byte = bytes[index + next]
    if (byte === 0x20 && mayBeNoBreakSpace(bytes, index, next, length)) byte = 0xa0
    if (byte === LOST && table.sloppy) return "lost"
    if (byte === 0x3f && table.sloppy && (length === 3 || (length === 2 && lead <= 0xc3)))
      return next === 1 || isContinuation(bytes[index + 1]) ? "lost" : undefined
    if (!isContinuation(byte)) return undefined
    point = (point << 6) | (byte! & 0x3f)
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  return least <= point && point <= 0x10ffff && !(0xd800 <= point && point <= 0xdfff) ? point : undefined
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && 0x80 <= byte && byte <= 0xbf
}

/** A continuation byte A0 that was shown as a no-break space and then became a plain one. */
function mayBeNoBreakSpace(bytes: readonly number[], index: number, next: number, length: number): boolean {
  const lead = bytes[index]!
  if (length === 2) return [0xc2, 0xc3, 0xc5, 0xce, 0xd0, 0xd9].includes(lead)
  if (length === 3) {
    const other = bytes[index + (next === 1 ? 2 : 1)]
    return (
      isContinuation(other) &&
      other !== 0x85 &&
      other !== 0xa0 &&
      (next === 1 ? lead === 0xe2 || lead === 0xe3 : lead <= 0xe3)
    )
  }
  return lead === 0xf0
}

/** Emoji written as two surrogates of three bytes each (CESU-8). */
function surrogates(bytes: readonly number[], index: number): string | undefined {
  const [a, b, c, d, e, f] = bytes.slice(index, index + 6)
  if (
    a !== 0xed ||
    d !== 0xed ||
    f === undefined ||
    !isContinuation(b) ||
    !isContinuation(c) ||
    !isContinuation(e) ||
    !isContinuation(f)
  )
    return undefined
  const high = 0xd000 | ((b! & 0x3f) << 6) | (c! & 0x3f)
  const low = 0xd000 | ((e! & 0x3f) << 6) | (f & 0x3f)
  return 0xd800 <= high && high < 0xdc00 && 0xdc00 <= low && low < 0xe000 ? String.fromCharCode(high, low) : undefined
}

/** Control codes 80-9F mean characters of windows-1252 that were read as Latin-1. */
function controlEdits(line: string): Edit[] {
  const edits: Edit[] = []
  for (const match of line.matchAll(/[\x80-\x9F]/g)) {
    const to = windows1252.charOf[match[0].charCodeAt(0)]!
    if (to !== match[0]) edits.push({ start: match.index, end: match.index + 1, text: to, kind: "mojibake" })
  }
  return edits
}

// Characters that stand for lead and continuation bytes in the tables that are common in news.
const common = byteTables.filter(table => table.common)
const charsOf = (from: number, to: number): string => {
  const chars = new Set<string>()
  for (const table of common) for (let byte = from; byte <= to; byte++) chars.add(table.charOf[byte]!)
  return [...chars].map(char => (/[\]\\^-]/.test(char) ? `\\${char}` : char)).join("")
}
const continuation = charsOf(0x80, 0xbf)
const sequences = new RegExp(
  `(?:[${charsOf(0xc2, 0xdf)}][${continuation} ]|[${charsOf(0xe0, 0xef)}][${continuation} ?\uFFFD]{2}|[${charsOf(0xf0, 0xf3)}][${continuation} ]{3})+`,
  "gu",
)
