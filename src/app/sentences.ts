import type { FlatReport } from "../core/casefile.ts"
import type { Span } from "../core/span.ts"

/** Longest stretch shown to either side of the words. A paragraph of five megabytes stays a paragraph of five megabytes, but is not shown as a sentence. */
const REACH = 600

/** Where a sentence ends: its full stop, what closes around it, then space and something that may begin the next. */
const sentenceEnd = /[.!?…]["'”’»)\]]*(?=\s+["'“‘«([]*[\p{Lu}\p{N}])/gu
const abbreviation =
  /(?:^|[\s(“"'‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$|\p{Lu}\.\p{Lu}\.$|\b[ap]\.m\.$/u

/**
 * The sentence that holds the span, within its block; it always covers the span.
 * Only for showing words in their place: what the engine takes for a sentence is in the reading, which a case file does not carry.
 */
export function sentenceAround(report: Pick<FlatReport, "text" | "blocks">, span: Span): Span {
  const block = report.blocks.find(({ start, end }) => start <= span.start && span.start < end)
  const from = Math.max(block?.start ?? 0, span.start - REACH)
  const to = Math.min(Math.max(block?.end ?? report.text.length, span.end), span.end + REACH)
  const text = report.text.slice(from, to)
  let start = from
  let end = to
  for (const match of text.matchAll(sentenceEnd)) {
    const stop = match.index + match[0].length
    if (match[0].startsWith(".") && abbreviation.test(text.slice(Math.max(0, match.index - 12), match.index + 1)))
      continue
    if (from + stop <= span.start) start = from + stop
    else if (span.end <= from + stop) {
      end = from + stop
      break
    }
  }
  while (start < span.start && /\s/.test(report.text[start]!)) start++
  while (span.end < end && /\s/.test(report.text[end - 1]!)) end--
  return { start: wholeCharacter(report.text, start), end: wholeCharacter(report.text, end) }
}

/** The sentences of a report's blocks, in order: for comparing texts, as `sentenceAround` is for showing words. A sentence never runs over a block. */
export function sentencesIn({ text, blocks }: Pick<FlatReport, "text" | "blocks">): Span[] {
  return blocks.flatMap(block => {
    const words = text.slice(block.start, block.end)
    const found: Span[] = []
    let start = 0
    for (const match of words.matchAll(sentenceEnd)) {
      const stop = match.index + match[0].length
      if (match[0].startsWith(".") && abbreviation.test(words.slice(Math.max(0, match.index - 12), match.index + 1)))
        continue
      found.push({ start: block.start + start, end: block.start + stop })
      start = stop + words.slice(stop).search(/\S/u)
    }
    if (start < words.length) found.push({ start: block.start + start, end: block.end })
    return found
  })
}

/** The offset, moved back when it would cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return 0xdc00 <= unit && unit <= 0xdfff ? offset - 1 : offset
}
