import type { Edit } from "../mapped.ts"

/** Quotation marks of two styles in one pair, in all lines of a text. */
export function findQuotationEdits(text: string): Edit[] {
  const edits: Edit[] = []
  if (!/[“”„«»"]/.test(text)) return edits
  for (const match of text.matchAll(/[^\n]+/g))
    for (const edit of findQuoteEdits(match[0]))
      edits.push({ ...edit, start: edit.start + match.index, end: edit.end + match.index })
  return withoutOverlaps(edits)
}

/** ". . ." and ". ." to one mark, and no space between a word or closing quotation mark and a comma. */
export function findSpacingEdits(text: string): Edit[] {
  const edits: Edit[] = []
  // At least one space between the dots; ". .” " is a full stop told twice, ". . ." an ellipsis.
  for (const match of text.matchAll(/(?<!\.)\.+(?: +\.+)+/g)) {
    const dots = match[0].replace(/ /g, "").length
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      text: dots === 2 ? "." : "...",
      kind: "ellipsis",
    })
  }
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}”’"»)\]]) +(?=,(?:\s|$))/gu))
    edits.push({ start: match.index, end: match.index + match[0].length, text: "", kind: "punctuation-space" })
  for (const match of text.matchAll(/(?<=[”»]) +(?=[.;:!?](?:\s|$))/gu))
    edits.push({ start: match.index, end: match.index + match[0].length, text: "", kind: "punctuation-space" })
  return withoutOverlaps(edits)
}

/** Names that are written with a full stop inside, in lower case: domains and products. */
const dotted = /^(com|net|org|info|gov|edu|biz|io|js|exe|pdf|html?|php|aspx?|uk|eu|ru|de|fr)$/i

/** A space between two sentences that were run together: "ambitions.The", "he said.“We". Domains and file names stay. */
export function findSentenceSpaceEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const insert = (at: number) => edits.push({ start: at, end: at, text: " ", kind: "sentence-space" })
  for (const match of text.matchAll(/(?<=\p{Ll}{2}|\p{Ll}[)\]”])([.!?]["”’]?)(?=(\p{Lu}\p{Ll}*)([^\p{L}]|$))/gu)) {
    const token = tokenAround(text, match.index)
    if (/[@/\\_]|:\/|www\.|#/.test(token) || dotted.test(match[2]!)) continue
    // "Booking.Com.Au": more than one dot with no other sign of sentences is a name.
    if ((token.match(/\.(?=\p{L})/gu)?.length ?? 0) > 1 && !/[,;]/.test(token) && token.length < 24) continue
    // A capital letter alone is the start of a sentence only as "I" or "A".
    if (match[2]!.length === 1 && !/^[IA]$/.test(match[2]!)) continue
    insert(match.index + match[1]!.length)
  }
  for (const match of text.matchAll(/(?<=\p{Ll}{2}[.!?])(?=[“«]\p{L})/gu)) insert(match.index)
  // A closing mark glued to the next sentence: `.”He`. The straight mark is left out: it may be an opening one.
  for (const match of text.matchAll(/(?<=[.!?,]”)(?=\p{L})/gu)) insert(match.index)
  return withoutOverlaps(edits)
}

function tokenAround(text: string, at: number): string {
  let start = at
  let end = at
  while (0 < start && !/\s/.test(text[start - 1]!)) start--
  while (end < text.length && !/\s/.test(text[end]!)) end++
  return text.slice(start, end)
}

const closes: Readonly<Record<string, string>> = { "“": "”", "«": "»", "„": "“", '"': '"' }

/**
 * A quotation that is closed with the mark of another style (`“ ... »`) gets the closing mark that fits, without the space that
 * style put before it. A quotation left open is honest: it may go on in the next paragraph.
 */
export function findQuoteEdits(line: string): Edit[] {
  const edits: Edit[] = []
  let open: { mark: string; at: number } | undefined
  for (const match of line.matchAll(/[“”„«»"]/g)) {
    const mark = match[0]
    const at = match.index
    const before = line[at - 1] ?? " "
    const after = line[at + 1] ?? " "
    if (!open) {
      if (mark === "“" || mark === "«" || mark === "„") open = { mark, at }
      else if (mark === '"' && /[\p{L}\p{N}$€£‘'[(.… ]/u.test(after) && /[\s([—–-]/.test(before)) open = { mark, at }
      continue
    }
    const expected = closes[open.mark]!
    if (mark === expected || (open.mark === "„" && (mark === "”" || mark === '"'))) {
      if (open.mark === '"') trimStraight(line, open.at, at, edits)
      open = undefined
      continue
    }
    // "» ... «" is the German order: a second opening mark of the same kind starts anew.
    if (mark === open.mark) {
      open = { mark, at }
      continue
    }
    // “ ... "quoted" ... ” and “ ... « ... » ...”: marks of another style may be a quotation within.
    if (/[“„«]/.test(mark)) {
      open = open.mark === '"' && mark === "“" ? { mark, at } : open
      if (mark === "«" || mark === "„") return edits
      continue
    }
    // A closing mark may be held off by a space, as French does it, but then a sentence or clause ends before it.
    const gap = /\s/.test(before) && /[\s.,;:)]/.test(after) && (mark === "»" || /[.!?,…]/.test(line[at - 2] ?? ""))
    if ((mark === '"' && !isClosing(before, after) && !gap) || (/\s/.test(before) && !gap)) return edits
    const rest = line.slice(at + 1)
    if (rest.includes(expected) && !/[“«„]/.test(rest.split(expected)[0]!) && expected !== '"') return edits
    const styled = open.mark === "«" && /\s/.test(line[open.at + 1] ?? "")
    const start = gap && !styled ? line.slice(0, at).trimEnd().length : at
    edits.push({ start, end: at + 1, text: expected, kind: "quotation-mark" })
    open = undefined
  }
  return edits
}

function isClosing(before: string, after: string): boolean {
  return /[^\s([]/.test(before) && /[\s.,;:!?)\]—–-]/.test(after)
}

/** `" the existence ... Europe."`: a space inside one end of straight marks only. */
function trimStraight(line: string, open: number, close: number, edits: Edit[]): void {
  const inside = line.slice(open + 1, close)
  const left = inside.length - inside.trimStart().length
  const right = inside.length - inside.trimEnd().length
  if (0 < left && right === 0 && /\s/.test(line[open - 1] ?? " "))
    edits.push({ start: open + 1, end: open + 1 + left, text: "", kind: "punctuation-space" })
}

/** In order; of two edits that touch the same text the first wins. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    if (!last || last.end < edit.start || (last.end === edit.start && last.start < edit.start)) kept.push(edit)
  }
  return kept
}
