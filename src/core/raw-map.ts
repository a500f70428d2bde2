import type { Span } from "./span.ts"

/**
 * The way back from clean text to decoded raw text.
 * A list of runs `[cleanStart, cleanLength, rawStart, rawLength]` in order of `cleanStart`, covering the whole clean text.
 * When the two lengths are equal the run maps unit by unit; otherwise every clean unit of the run maps to the whole raw run
 * (a letter that was repaired, an entity that was decoded). A run with `rawLength` 0 was put in by us (the blank line between blocks).
 */
export type RawMap = readonly (readonly [
  cleanStart: number,
  cleanLength: number,
  rawStart: number,
  rawLength: number,
])[]

/** Where a clean span lies in the decoded raw text: the smallest stretch that covers what it came from. Throws RangeError on a span outside the map. */
export function rawSpanOf(map: RawMap, span: Span): Span {
  if (!(span.start < span.end)) throw new RangeError(`empty span [${span.start}, ${span.end})`)
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (let index = runAt(map, span.start); index < map.length; index++) {
    const [cleanStart, cleanLength, rawStart, rawLength] = map[index]!
    if (span.end <= cleanStart) break
    if (rawLength === 0) continue
    const even = cleanLength === rawLength
    const from = even ? rawStart + Math.max(0, span.start - cleanStart) : rawStart
    const to = even ? rawStart + Math.min(cleanLength, span.end - cleanStart) : rawStart + rawLength
    start = Math.min(start, from)
    end = Math.max(end, to)
  }
  if (!(start < end)) throw new RangeError(`span [${span.start}, ${span.end}) has no raw text behind it`)
  return { start, end }
}

/** Index of the run that holds the clean offset, by bisection. */
function runAt(map: RawMap, offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [cleanStart, cleanLength] = map[middle]!
    if (cleanStart + cleanLength <= offset) low = middle + 1
    else high = middle
  }
  if (map.length <= low) throw new RangeError(`offset ${offset} lies behind the clean text`)
  return low
}
