import { type DayRange, dayNumber } from "../../core/edtf.ts"
import type { TimeMethod } from "../../core/value.ts"
import {
  type Civil,
  civilOf,
  dayValue,
  monthLength,
  monthValue,
  type Resolved,
  seasonMonth,
  seasonValue,
  yearValue,
} from "./calendar.ts"

/** The last time of the text that a later expression may lean on. */
export interface Reference {
  readonly range: DayRange
  readonly value: Resolved
  readonly sentence: number
  readonly blockIndex: number
}

/** What is known around one expression when its value is worked out. */
export interface Situation {
  /** Day of publication; undefined when it is not known to the day. */
  readonly published: number | undefined
  /** Year and month of publication as far as known. */
  readonly publishedYear: number | undefined
  readonly publishedMonth: number | undefined
  readonly reference: Reference | undefined
  /** A reference at most two sentences and one block back. */
  /** The last reference that had its year written out or taken over: the thread of a tale. */
  readonly anchor: Reference | undefined
  readonly near: Reference | undefined
  /** The reference is in the same sentence. */
  readonly sameSentence: boolean
  /** A text about long-past events: expressions lean on the text's own times, not on publication. */
  readonly narrative: boolean
  readonly tense: "past" | "future" | "unknown"
  /** Words before and after the expression in its sentence, lower case. */
  readonly before: string
  readonly after: string
  /** Notes something odd about the expression. */
  problem(code: string, message: string): void
}

/** Which way an expression says to look: "last July", "next July", "this July", or nothing. */
export type Direction = "last" | "next" | "this" | undefined

/** The way of a word such as "last", "past", "coming". */
export function directionOf(word: string | undefined): Direction {
  if (!word) return undefined
  const plain = word.toLowerCase().trim()
  if (/^(last|past|previous)$/.test(plain)) return "last"
  if (/^(next|coming|upcoming|following)$/.test(plain)) return "next"
  return plain === "this" || plain === "current" ? "this" : undefined
}

const PUBLICATION: TimeMethod = "relative-to-publication"

/** The day from which expressions without their own anchor are counted, and how. */
export function anchorDay(at: Situation): { day: number; method: TimeMethod } | undefined {
  if (at.narrative) return at.reference && { day: at.reference.range.first, method: "relative-to-text" }
  return at.published === undefined ? undefined : { day: at.published, method: PUBLICATION }
}

/** A year for a month without one. The month of publication itself counts as past. */
export function monthWithoutYear(month: number, direction: Direction, at: Situation): Resolved | undefined {
  const year = yearForMonth(month, direction, at)
  return year && monthValue(year.year, month, year.method)
}

/** A season without a year. */
export function seasonWithoutYear(season: string, direction: Direction, at: Situation): Resolved | undefined {
  const first = seasonMonth(season)
  if (direction === "this" && !at.narrative && at.publishedYear !== undefined) {
    // "This winter" in January is the one that began last December.
    const month = at.publishedMonth ?? 6
    return seasonValue(first === 12 && month < 6 ? at.publishedYear - 1 : at.publishedYear, season, PUBLICATION)
  }
  const year = yearForMonth(first, direction, at)
  return year && seasonValue(year.year, season, year.method)
}

function yearForMonth(
  month: number,
  direction: Direction,
  at: Situation,
): { year: number; method: TimeMethod } | undefined {
  const lean = leaningYear(at, month, direction)
  if (lean) return lean
  const { publishedYear: year, publishedMonth: now } = at
  if (year === undefined) return undefined
  if (direction === "this") return { year, method: PUBLICATION }
  if (now === undefined) return undefined
  if (direction === "next") return { year: month <= now ? year + 1 : year, method: PUBLICATION }
  // "Last March", said in April, is the March of the year before: the one just over would be "in March".
  if (direction === "last") return { year: month < now - 1 ? year : year - 1, method: PUBLICATION }
  if (at.tense === "future") return { year: month < now ? year + 1 : year, method: PUBLICATION }
  return { year: month <= now ? year : year - 1, method: PUBLICATION }
}

/** The year of the text's own time, where the expression leans on it rather than on publication. */
function leaningYear(
  at: Situation,
  month: number,
  direction: Direction,
): { year: number; method: TimeMethod } | undefined {
  const reference = at.narrative ? (at.anchor ?? at.reference) : at.near
  if (!reference || reference.value.precision === "decade") return undefined
  const { year, month: last } = civilOf(reference.range.first)
  const own = reference.value.method === "explicit" || reference.value.method === "inherited"
  // In news only an older year of the same sentence draws later months to it: "in March 2017 and again in June".
  const drawn = at.sameSentence && own && direction === undefined && year < (at.publishedYear ?? 0) && last <= month
  if (!at.narrative && !drawn) return undefined
  if (direction === "next") return { year: month <= last ? year + 1 : year, method: "inherited" }
  if (direction === "last") return { year: month < last ? year : year - 1, method: "inherited" }
  const exact = reference.value.precision === "month" || reference.value.precision === "day"
  // A tale goes forward: February after November is the next year's.
  if (exact && month <= 3 && 10 <= last) return { year: year + 1, method: "inherited" }
  return { year, method: "inherited" }
}

/** A day of a month without a year, or with a weekday that helps to find the year. */
export function dayWithoutYear(
  month: number,
  day: number,
  weekday: number | undefined,
  direction: Direction,
  at: Situation,
): Resolved | undefined {
  const lean = leaningYear(at, month, direction)
  if (lean) return dayOf(lean.year, month, day, lean.method)
  const { published, publishedYear: year } = at
  if (year === undefined) return undefined
  if (published === undefined) return undefined
  const candidates = [year - 1, year, year + 1]
    .filter(candidate => day <= monthLength(candidate, month))
    .map(candidate => dayNumber(candidate, month, day))
  const fitting = weekday === undefined ? [] : candidates.filter(candidate => civilOf(candidate).weekday === weekday)
  if (fitting.length === 1) return dayValue(fitting[0]!, PUBLICATION)
  const past = candidates.filter(candidate => candidate <= published).at(-1)
  const future = candidates.find(candidate => published <= candidate)
  if (past === undefined || future === undefined) {
    const only = past ?? future
    return only === undefined ? undefined : dayValue(only, PUBLICATION)
  }
  if (direction === "next") return dayValue(future, PUBLICATION)
  if (direction === "last") return dayValue(past, PUBLICATION)
  // News writes the year where a day is far away: the nearer of the two is meant, and where both are months away the tense decides.
  const [back, ahead] = [published - past, future - published]
  if (60 < back && 60 < ahead && back < 3 * ahead && ahead < 3 * back && at.tense !== "unknown")
    return dayValue(at.tense === "future" ? future : past, PUBLICATION)
  return dayValue(back <= ahead ? past : future, PUBLICATION)
}

/** A full date; undefined when the month has no such day. */
export function dayOf(year: number, month: number, day: number, method: TimeMethod): Resolved | undefined {
  if (month < 1 || 12 < month || day < 1 || monthLength(year, month) < day) return undefined
  return dayValue(dayNumber(year, month, day), method)
}

/** The day a weekday names: by default the last one up to the anchor, with future words the next one. */
export function weekdayNear(weekday: number, direction: Direction, at: Situation): Resolved | undefined {
  const anchor = anchorDay(at)
  if (!anchor) return undefined
  const back = (civilOf(anchor.day).weekday - weekday + 7) % 7
  const forth = (7 - back) % 7
  let day = anchor.day - back
  if (direction === "last") day = anchor.day - (back || 7)
  else if (direction === "next") day = anchor.day + (forth || 7)
  else if (direction === "this") day = at.tense === "past" ? anchor.day - back : anchor.day + forth
  else if (at.tense === "future" || at.narrative) day = anchor.day + forth
  return dayValue(day, anchor.method)
}

/** A value of the text's own time such as "that day", "the same year": the unit that holds the reference. */
export function sameUnit(unit: string, at: Situation): Resolved | undefined {
  const reference = at.reference
  if (!reference) return undefined
  const { year, month }: Civil = civilOf(reference.range.first)
  const oneDay = reference.range.first === reference.range.last
  const oneMonth = reference.range.last - reference.range.first < 31
  const method = "relative-to-text"
  if (unit === "day") return oneDay ? dayValue(reference.range.first, method) : undefined
  if (unit === "month") return oneMonth ? monthValue(year, month, method) : undefined
  if (unit === "year") return reference.range.last - reference.range.first < 367 ? yearValue(year, method) : undefined
  return undefined
}
