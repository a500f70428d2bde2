import type { Toll, TollPoint } from "../../../../src/app/views/incidents/toll-view.ts"

/** Milliseconds of a day, to place a day on a line. */
const DAY = 86_400_000

/** The days from the first to the last report with a date. */
export interface DayFrame {
  readonly first: number
  readonly last: number
}

/** Day number of "2031-11-04". */
export const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY)

/** The days that all tolls share. Undefined when no point has one. */
export function frameOf(tolls: readonly Toll[]): DayFrame | undefined {
  const days = tolls.flatMap(({ points }) => points.flatMap(({ day }) => (day === "" ? [] : [dayNumber(day)])))
  return days.length === 0 ? undefined : { first: Math.min(...days), last: Math.max(...days) }
}

/** The largest number that has to fit, with a little room above for what has no upper bound. Words such as "dozens" may reach beyond it. */
export function topOf({ points }: Toll): number {
  const told = points.some(({ vague }) => !vague) ? points.filter(({ vague }) => !vague) : points
  return Math.max(1, ...told.map(({ low, high }) => Math.max(low, high ?? low * 1.08))) * 1.2
}

/** Marks of the calendar: each day while there is room, then fewer. */
export function ticksOf({ first, last }: DayFrame, room: number): readonly number[] {
  const days = last - first + 1
  const step = [1, 2, 7, 14, 28, 56, 112, 224].find(one => days / one <= room) ?? 448
  return Array.from({ length: Math.floor((days - 1) / step) + 1 }, (_, at) => first + at * step)
}

/** A stretch of days over which a number stood: from the day it was told to the next. */
export interface Step {
  readonly point: TollPoint
  readonly from: number
  readonly to: number
}

/** The steps of a toll; the last one goes on to the end of the picture. */
export function stepsOf({ points }: Toll, { last }: DayFrame): readonly Step[] {
  const leads = points.filter(({ leads }) => leads)
  return leads.map((point, at) => {
    const next = leads[at + 1]
    return { point, from: dayNumber(point.day), to: next ? dayNumber(next.day) : last + 0.6 }
  })
}
