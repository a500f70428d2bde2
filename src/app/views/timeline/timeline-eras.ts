import { z } from "zod"
import { type DayRange, edtfOfDay } from "../../../core/edtf.ts"
import { edtfInWords } from "../../words.ts"

/** A dense stretch of the case's time, with how much lies in each part of it. */
export const eraSchema = z
  .object({
    first: z.number().int(),
    last: z.number().int(),
    words: z.string(),
    /** The same, where there is little room: "Sep-Dec 2031", "2026". */
    short: z.string(),
    /** Part of the strip's width, 0-1; all together 1. Grows with the length and with what lies in it, so that years before do not squeeze the days of the story. */
    share: z.number(),
    incidents: z.number().int(),
    warnings: z.number().int(),
    reports: z.number().int(),
    /** Without the empty ones. */
    bins: z
      .array(
        z
          .object({
            first: z.number().int(),
            last: z.number().int(),
            incidents: z.number().int(),
            warnings: z.number().int(),
            reports: z.number().int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type Era = z.infer<typeof eraSchema>

export interface Counted {
  readonly kind: "incident" | "warning" | "report"
  readonly days: DayRange
}

/** Empty days between two stretches from which on the strip is broken; doubled until no more than MOST_ERAS are left. Choices of drawing. */
const GAP_DAYS = 45
const MOST_ERAS = 8
/** Parts the whole strip is counted in. */
const BINS = 140
/** What is known to longer than this makes no stretch of its own; it is counted at its middle. */
const LONGEST_DAYS = 400

/** The time of a case in its dense stretches, in order: a line of time broken where nothing lies. */
export function erasOf(items: readonly Counted[]): readonly Era[] {
  const exact = items.filter(({ days }) => days.last - days.first < LONGEST_DAYS)
  const stretches = joined((exact.length === 0 ? items : exact).map(({ days }) => days))
  const weights = stretches.map(({ first, last }) => {
    const inside = items.filter(({ days }) => first <= days.first && days.last <= last).length
    return 2 + Math.log2(last - first + 2) + Math.log2(inside + 1) * 2
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const eras = stretches.map((days, at) => ({ days, share: weights[at]! / total, counted: [] as Counted[] }))
  for (const item of items)
    eras.reduce((a, b) => (distance(b.days, item) < distance(a.days, item) ? b : a)).counted.push(item)
  return eras.map(({ days, share, counted }) => eraOf(days, share, counted))
}

/** Stretches without a gap, joined until they are few. */
function joined(days: readonly DayRange[]): readonly DayRange[] {
  const sorted = [...days].sort((a, b) => a.first - b.first)
  for (let gap = GAP_DAYS; ; gap *= 2) {
    const stretches: { first: number; last: number }[] = []
    for (const { first, last } of sorted) {
      const open = stretches.at(-1)
      if (open && first - open.last <= gap) open.last = Math.max(open.last, last)
      else stretches.push({ first, last })
    }
    if (stretches.length <= MOST_ERAS) return stretches
  }
}

const middleOf = ({ days }: Counted) => Math.floor((days.first + days.last) / 2)

function distance({ first, last }: DayRange, item: Counted): number {
  const middle = middleOf(item)
  return Math.max(0, first - middle, middle - last)
}

function eraOf({ first, last }: DayRange, share: number, counted: readonly Counted[]): Era {
  const length = last - first + 1
  const size = Math.max(1, Math.ceil(length / Math.max(1, Math.round(share * BINS))))
  const binOf = (item: Counted) => Math.floor((Math.min(Math.max(middleOf(item), first), last) - first) / size)
  const bins = [...Map.groupBy(counted, binOf)].sort(([a], [b]) => a - b)
  return {
    first,
    last,
    words: daysInWords({ first, last }),
    short: shortWords({ first, last }),
    share,
    ...tally(counted),
    bins: bins.map(([at, inside]) => ({
      first: first + at * size,
      last: Math.min(last, first + (at + 1) * size - 1),
      ...tally(inside),
    })),
  }
}

function tally(counted: readonly Counted[]) {
  const of = (kind: Counted["kind"]) => counted.filter(item => item.kind === kind).length
  return { incidents: of("incident"), warnings: of("warning"), reports: of("report") }
}

/** "1 September to 5 December 2031", "14 August 2026". */
export function daysInWords({ first, last }: DayRange): string {
  const [from, to] = [edtfOfDay(first), edtfOfDay(last)]
  return first === last ? edtfInWords(from) : edtfInWords(`${from}/${to}`)
}

function shortWords({ first, last }: DayRange): string {
  const [fromYear, fromMonth] = partsOf(first)
  const [toYear, toMonth] = partsOf(last)
  if (fromYear !== toYear) return `${fromYear}-${toYear}`
  if (last - first < 300) return fromMonth === toMonth ? `${fromMonth} ${toYear}` : `${fromMonth}-${toMonth} ${toYear}`
  return fromYear
}

/** Year and short month of a day: "2031", "Sep". */
function partsOf(day: number): readonly [string, string] {
  const [month, year] = edtfInWords(edtfOfDay(day).slice(0, -3)).split(" ")
  return [year!, month!.slice(0, 3)]
}
