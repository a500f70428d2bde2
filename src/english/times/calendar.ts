import { dayNumber, daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { TimeMethod, TimePrecision } from "../../core/value.ts"
import type { Unit } from "./vocabulary.ts"

/** A value found for a time expression. */
export interface Resolved {
  readonly edtf: string
  readonly precision: TimePrecision
  readonly method: TimeMethod
  /** ISO 8601 duration; "X" stands for an unknown number as in TimeML, such as "PXD". */
  readonly duration?: string
}

/** A calendar date; `weekday` counts from Sunday 0. */
export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

/** The date of a day number (days since 1970-01-01). */
export function civilOf(dayIndex: number): Civil {
  const date = new Date(dayIndex * 86_400_000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

/** A year as EDTF: four digits, with a minus before the year 0. */
export function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0")
}

/** Length of a month in days. */
export function monthLength(year: number, month: number): number {
  return dayNumber(year, month + 1, 0) - dayNumber(year, month, 0)
}

export function dayValue(dayIndex: number, method: TimeMethod): Resolved {
  return { edtf: edtfOfDay(dayIndex), precision: "day", method }
}

/** A month; months outside 1-12 run into other years. */
export function monthValue(year: number, month: number, method: TimeMethod): Resolved {
  const index = year * 12 + month - 1
  return {
    edtf: `${yearText(Math.floor(index / 12))}-${String((((index % 12) + 12) % 12) + 1).padStart(2, "0")}`,
    precision: "month",
    method,
  }
}

export function yearValue(year: number, method: TimeMethod): Resolved {
  return { edtf: yearText(year), precision: "year", method }
}

/** The week, Monday to Sunday, that holds the day. */
export function weekValue(dayIndex: number, method: TimeMethod): Resolved {
  const monday = dayIndex - ((civilOf(dayIndex).weekday + 6) % 7)
  return { ...rangeValue(monday, monday + 6, method), precision: "week" }
}

/** The Saturday and Sunday of the week that holds the day. */
export function weekendValue(dayIndex: number, method: TimeMethod): Resolved {
  const monday = dayIndex - ((civilOf(dayIndex).weekday + 6) % 7)
  return rangeValue(monday + 5, monday + 6, method)
}

/** A stretch of whole days, both ends included. */
export function rangeValue(first: number, last: number, method: TimeMethod): Resolved {
  return first === last
    ? dayValue(first, method)
    : { edtf: `${edtfOfDay(first)}/${edtfOfDay(last)}`, precision: "range", method }
}

/** A stretch of whole months. */
export function monthsValue(year: number, first: number, last: number, method: TimeMethod): Resolved {
  return {
    edtf: `${monthValue(year, first, method).edtf}/${monthValue(year, last, method).edtf}`,
    precision: "range",
    method,
  }
}

const SEASON_CODES: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }

/** A season; the winter of a year is the one that begins in its December. */
export function seasonValue(year: number, season: string, method: TimeMethod): Resolved {
  return { edtf: `${yearText(year)}-${SEASON_CODES[season.toLowerCase()]}`, precision: "season", method }
}

/** First month of a season, winter as 12. */
export function seasonMonth(season: string): number {
  return 3 + (SEASON_CODES[season.toLowerCase()]! - 21) * 3
}

export function decadeValue(year: number, method: TimeMethod): Resolved {
  return { edtf: `${yearText(Math.floor(year / 10)).slice(1)}X`, precision: "decade", method }
}

const UNIT_CODES: Readonly<Record<Unit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  fortnight: "W",
  weekend: "W",
  month: "M",
  quarter: "M",
  year: "Y",
  decade: "Y",
  century: "Y",
}
const UNIT_FACTORS: Readonly<Partial<Record<Unit, number>>> = { fortnight: 2, quarter: 3, decade: 10, century: 100 }

/** An ISO 8601 duration such as "P6M"; an unknown number is written "X". */
export function durationOf(amount: number | undefined, unit: Unit): string {
  const time = unit === "second" || unit === "minute" || unit === "hour" ? "T" : ""
  const number = amount === undefined ? "X" : String(Math.round(amount * (UNIT_FACTORS[unit] ?? 1) * 100) / 100)
  if (unit === "decade" && amount === undefined) return "PXY"
  return `P${time}${number}${UNIT_CODES[unit]}`
}

/** The day moved by whole or broken units; days past the end of a month fall on its last day. */
export function moveDay(dayIndex: number, amount: number, unit: Unit): number {
  if (unit === "second" || unit === "minute") return dayIndex
  if (unit === "hour") return dayIndex + Math.trunc(amount / 24)
  if (unit === "day") return dayIndex + Math.round(amount)
  if (unit === "week" || unit === "weekend") return dayIndex + Math.round(amount * 7)
  if (unit === "fortnight") return dayIndex + Math.round(amount * 14)
  const months = Math.round(
    amount * (unit === "month" ? 1 : unit === "quarter" ? 3 : unit === "year" ? 12 : unit === "decade" ? 120 : 1200),
  )
  const { year, month, day } = civilOf(dayIndex)
  const index = year * 12 + month - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = (index % 12) + 1
  return dayNumber(newYear, newMonth, Math.min(day, monthLength(newYear, newMonth)))
}

/** A point some units away, as exact as the unit says: "three weeks ago" is a week, "two years later" a year. */
export function pointAway(dayIndex: number, amount: number, unit: Unit, method: TimeMethod): Resolved {
  const moved = moveDay(dayIndex, amount, unit)
  const { year, month } = civilOf(moved)
  if (unit === "week" || unit === "fortnight" || unit === "weekend") return weekValue(moved, method)
  if (unit === "month") return monthValue(year, month, method)
  if (unit === "quarter") return monthsValue(year, Math.ceil(month / 3) * 3 - 2, Math.ceil(month / 3) * 3, method)
  if (unit === "year") return yearValue(year, method)
  if (unit === "decade" || unit === "century") return { edtf: `${yearText(year)}~`, precision: "year", method }
  return dayValue(moved, method)
}

/** The beginning, middle or end of a value ("early March", "late 2020", "mid-1990s"): thirds of the stretch; undefined when it has none. */
export function partOf(value: Resolved, mod: "early" | "mid" | "late"): Resolved | undefined {
  const third = mod === "early" ? 0 : mod === "mid" ? 1 : 2
  const { method, edtf } = value
  if (value.precision === "week") {
    // "Late" in a week goes from Thursday to its end.
    const range = daysOf(edtf)
    return (
      range && rangeValue(range.first + [0, 2, 3][third]!, third === 2 ? range.last : range.first + 2 + third, method)
    )
  }
  if (value.precision === "month") {
    const [year, month] = [Number(edtf.slice(0, -3)), Number(edtf.slice(-2))]
    const first = dayNumber(year, month, 1 + third * 10)
    return rangeValue(first, third === 2 ? dayNumber(year, month + 1, 0) : first + 9, method)
  }
  if (value.precision === "year")
    return monthsValue(Number(edtf.replace("~", "")), 1 + third * 4, 4 + third * 4, method)
  if (value.precision === "decade") {
    const start = Number(edtf.replace("X", "0"))
    const [from, to] = [
      [0, 3],
      [4, 6],
      [7, 9],
    ][third]!
    return { edtf: `${yearText(start + from!)}/${yearText(start + to!)}`, precision: "range", method }
  }
  return undefined
}

/** From the one value to the other. */
export function edtfRange(from: Resolved, to: Resolved): Resolved {
  return { edtf: `${from.edtf}/${to.edtf}`, precision: "range", method: to.method }
}
