import type { BlockPiece, Highlight } from "../../../../src/app/views/reader/reader-schema.ts"

/** A stretch of text on which the same highlights lie. Offsets are those of the whole clean text. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Outer ones first. */
  readonly highlights: readonly Highlight[]
  /** Whether a highlight begins here: a stop on the way from one to the next. */
  readonly stops: boolean
  readonly isFound: boolean
  readonly repair: BlockPiece["repairs"][number] | undefined
  /** Number of the distressing sentence it is part of, or -1. */
  readonly sentence: number
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Cuts a piece where anything begins or ends, so that nested and overlapping spans become flat. */
export function segmentsOf(
  piece: BlockPiece,
  {
    highlights,
    found,
    withRepairs,
  }: { readonly highlights: readonly Highlight[]; readonly found: Place | undefined; readonly withRepairs: boolean },
): Segment[] {
  const repairs = withRepairs ? piece.repairs.filter(({ start, end }) => start < end) : []
  const cuts = new Set([piece.start, piece.end])
  for (const { start, end } of [...highlights, ...repairs, ...piece.distressing, ...(found ? [found] : [])])
    for (const cut of [start, end]) if (piece.start < cut && cut < piece.end) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  const begun = new Set<Highlight>()
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1]!
    const covers = (place: Place) => place.start <= start && end <= place.end
    const own = highlights.filter(covers)
    const stops = own.some(one => !begun.has(one))
    for (const one of own) begun.add(one)
    return {
      start,
      end,
      text: piece.text.slice(start - piece.start, end - piece.start),
      highlights: own,
      stops,
      isFound: found !== undefined && covers(found),
      repair: repairs.find(covers),
      sentence: piece.distressing.findIndex(covers),
    }
  })
}
