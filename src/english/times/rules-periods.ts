import { dayNumber } from "../../core/edtf.ts"
import {
  civilOf,
  durationOf,
  monthsValue,
  monthValue,
  moveDay,
  type Resolved,
  rangeValue,
  weekendValue,
  weekValue,
  yearValue,
} from "./calendar.ts"
import type { TimeRule, Words } from "./rule.ts"
import { amountOf } from "./rules-lengths.ts"
import { directionOf, monthWithoutYear, type Situation } from "./situation.ts"
import { monthOf, ordinalOf, timePattern, unitOf } from "./vocabulary.ts"

const METHOD = "relative-to-publication"

/** "over the weekend", "at the weekend", "this coming weekend" is read by `nearUnit`: the one just over, or with future words the next one. */
const weekend: TimeRule = {
  name: "weekend",
  pattern: timePattern("(?:the )?weekend(?![a-z-])"),
  deictic: true,
  fits: (_words, before, after, text) =>
    (/^the/i.test(text)
      ? /\b(?:over|during|at|on|for|since|by|throughout|through|of|and|in|until)\s$/i.test(before)
      : /\b(?:over|on|at)\s$/i.test(before)) &&
    !/^ (?:before|after|of|edition|magazine|warrior|[a-z]+s?\b(?<!\b(?:in|on|at|and|that|when|as|by|to|with|from|but|said|for|amid|while|where|he|she|they|it|the|a|his|their|its|was|were|is|are|will|after|during|near)))/.test(
      after,
    ),
  value: (_words, at) => {
    if (at.published === undefined || at.narrative) return undefined
    const { weekday } = civilOf(at.published)
    const within = weekday === 0 || weekday === 6
    if (within) return weekendValue(at.published, METHOD)
    if (at.tense === "future") return weekendValue(at.published, METHOD)
    return at.tense === "past" || weekday <= 2 ? weekendValue(at.published - 7, METHOD) : undefined
  },
}

/** "the week after next", "the month after next", "the weekend before last". */
const afterNext: TimeRule = {
  name: "afterNext",
  pattern: timePattern(
    "the (?<unit>week|weekend|month|year) (?:(?<after>after (?:the )?next)|before last)(?! (?:week|month|year|\\w+day))(?![a-z])",
  ),
  deictic: true,
  value: (words, at) => {
    if (at.published === undefined) return undefined
    const shift = words.after ? 2 : -2
    const unit = words.unit!.toLowerCase()
    const { year, month } = civilOf(at.published)
    if (unit === "week") return weekValue(at.published + 7 * shift, METHOD)
    if (unit === "weekend") return weekendValue(at.published + 7 * shift, METHOD)
    return unit === "month" ? monthValue(year, month + shift, METHOD) : yearValue(year + shift, METHOD)
  },
}

/** "the year to date": from New Year to the day of publication. */
const yearToDate: TimeRule = {
  name: "yearToDate",
  pattern: timePattern("(?:the )?year[ -]to[ -]date(?![a-z])"),
  deictic: true,
  value: (_words, at) =>
    at.published === undefined || at.publishedYear === undefined
      ? undefined
      : rangeValue(dayNumber(at.publishedYear, 1, 1), at.published, METHOD),
}

// What a part is a part of: a month, a year, or one near to the day of publication.
const WHOLE =
  "(?:(?<month>{MONTH})(?:,? (?:of )?(?<year>{YEAR}))?|(?:the year )?(?<only>{YEAR})|(?<near>this|last|next) (?<nearUnit>month|year))"

/** "the first week of March", "the first three months of 2023", "the last days of 2021", "the second half of June", "the final two weeks of last year". */
const partOfPeriod: TimeRule = {
  name: "partOfPeriod",
  pattern: timePattern(
    `(?:the )?(?<nth>opening|closing|final|first|second|third|fourth|last|1st|2nd|3rd|4th) (?:(?<few>few|couple of)|(?<amount>{NUM}))? ?(?<unit>weeks?|days?|half|months?) (?:(?:of|in) |(?=(?:last|next) ))${WHOLE}`,
  ),
  fits: words => !words.month || /^[A-Z]/.test(words.month),
  value: (words, at) => {
    const whole = wholeOf(words, at)
    if (!whole) return undefined
    const nth = words.nth!.toLowerCase()
    const last = /closing|final|last/.test(nth)
    const number = last ? 0 : nth === "opening" ? 1 : (ordinalOf(nth) ?? 1)
    const unit = unitOf(words.unit!)
    const { year, month, method } = whole
    if (words.unit!.toLowerCase() === "half") {
      if (month === undefined) return monthsValue(year, number === 1 ? 1 : 7, number === 1 ? 6 : 12, method)
      const first = dayNumber(year, month, 1)
      return number === 1
        ? rangeValue(first, first + 14, method)
        : rangeValue(first + 15, dayNumber(year, month + 1, 0), method)
    }
    const plural = /s$/i.test(words.unit!)
    // "The first months of 2022": about a quarter; "the last days of March": five days. Own decisions.
    const vague = { day: 5, week: 2, month: 3 }[unit as "day" | "week" | "month"]
    const amount = words.amount ? amountOf(words.amount) : plural ? vague : 1
    if (amount === undefined || !Number.isInteger(amount) || amount < 1) return "refused"
    const length = words.amount && plural ? { duration: durationOf(amount, unit) } : {}
    if (unit === "month") {
      if (month !== undefined || 12 < amount) return undefined
      return plural
        ? { ...monthsValue(year, last ? 13 - amount : 1, last ? 12 : amount, method), ...length }
        : monthValue(year, last ? 12 : number, method)
    }
    const [first, end] = [dayNumber(year, month ?? 1, 1), dayNumber(year, month === undefined ? 13 : month + 1, 0)]
    const days = unit === "week" ? 7 * amount : amount
    if (end - first + 1 < days) return "refused"
    if (number === 0) return { ...rangeValue(end - days + 1, end, method), ...length }
    const start = first + (number - 1) * days
    const value = { ...rangeValue(start, Math.min(end, start + days - 1), method), ...length }
    return end < start ? undefined : unit === "week" && !plural ? { ...value, precision: "week" } : value
  },
}

/** "the ninth month of 2021", "the third month of next year". */
const monthOfYear: TimeRule = {
  name: "monthOfYear",
  pattern: timePattern(
    "the (?<nth>(?:[1-9]|1[0-2])(?:st|nd|rd|th)|{DAYWORD}) month of (?:(?:the year )?(?<only>{YEAR})|(?<near>this|last|next) (?<nearUnit>year))",
  ),
  value: (words, at) => {
    const whole = wholeOf(words, at)
    const month = ordinalOf(words.nth!) ?? 0
    return whole && month <= 12 ? monthValue(whole.year, month, whole.method) : undefined
  },
}

function wholeOf(
  words: Words,
  at: Situation,
): { year: number; month?: number; method: Resolved["method"] } | undefined {
  if (words.only) return { year: Number(words.only), method: "explicit" }
  if (words.near) {
    if (at.publishedYear === undefined) return undefined
    const shift = { last: -1, next: 1, this: 0 }[directionOf(words.near) ?? "this"]
    if (words.nearUnit === "year") return { year: at.publishedYear + shift, method: METHOD }
    if (at.publishedMonth === undefined) return undefined
    const { year, month } = civilOf(moveDay(dayNumber(at.publishedYear, at.publishedMonth, 1), shift, "month"))
    return { year, month, method: METHOD }
  }
  const month = monthOf(words.month!)
  if (words.year) return { year: Number(words.year), month, method: "explicit" }
  const value = monthWithoutYear(month, undefined, at)
  return value && { year: Number(value.edtf.slice(0, 4)), month, method: value.method }
}

/** Rules for parts of months and years, and for weekends. */
export const PERIOD_RULES: readonly TimeRule[] = [partOfPeriod, monthOfYear, afterNext, yearToDate, weekend]
