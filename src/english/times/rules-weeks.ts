import { dayNumber } from "../../core/edtf.ts"
import { readNumber } from "../counts/read-number.ts"
import {
  civilOf,
  dayValue,
  monthLength,
  monthsValue,
  pointAway,
  type Resolved,
  rangeValue,
  weekValue,
} from "./calendar.ts"
import type { TimeRule, Words } from "./rule.ts"
import { dayOf, dayWithoutYear, directionOf, monthWithoutYear, type Situation, weekdayNear } from "./situation.ts"
import { monthOf, ordinalOf, timePattern, unitOf, weekdayOf } from "./vocabulary.ts"

const dayIn = (words: string) => Number.parseInt(words, 10) || ordinalOf(words) || 0
const METHOD = "relative-to-publication"

/** "on Friday", "last Thursday", "Tuesday's"; a daypart or clock time beside it is joined later. */
const weekday: TimeRule = {
  name: "weekday",
  pattern: timePattern(
    "(?:(?:late|early) )?(?:(?<direction>last|next|this|this past|this coming|past|coming|previous|the following|the previous) )?(?<weekday>{WEEKDAY})(?: of (?:the )?(?<which>last|next|this|following|previous) week)?|(?<lead>last|next|this) week,? (?:on )?(?<day>{WEEKDAY})",
  ),
  deictic: true,
  fits: (words, before, after) => {
    // A full name of a day is nothing else even in lower case; "sat" and "sun" are.
    if (!/^[A-Z]|days?$/.test((words.weekday ?? words.day)!)) return false
    if (words.day) return true
    if (
      /^,? (times|evening post|herald|telegraph|mirror|mail|express|post|tribune|people|sport|night live|mass|school|read)\b/i.test(
        after,
      ) &&
      /^ [A-Z]/.test(after)
    )
      return false
    return (
      !/\b(bloody|black|good|easter|palm|ash|super|holy|cyber|fat|maundy|giving|ruby)\s$/i.test(before) &&
      !(/^(sun|mon|sat|wed)\.?$/i.test(words.weekday!) && /\b(the)\s$/i.test(before))
    )
  },
  value: (words, at) => {
    const which = weekdayOf((words.weekday ?? words.day)!)
    const week = words.which ?? words.lead
    if (week) {
      if (at.published === undefined) return undefined
      const monday = at.published - ((new Date(at.published * 86_400_000).getUTCDay() + 6) % 7)
      const shift = { last: -7, next: 7, this: 0, following: 7, previous: -7 }[week.toLowerCase()] ?? 0
      return rangeValue(
        monday + shift + ((which + 6) % 7),
        monday + shift + ((which + 6) % 7),
        "relative-to-publication",
      )
    }
    const direction = directionOf(words.direction?.toLowerCase().replace(/^(this|the) (?=\w)/, ""))
    return weekdayNear(which, direction, at)
  },
}

/** "on the 22nd", a day of the month that the text speaks of. */
const dayOfMonth: TimeRule = {
  name: "dayOfMonth",
  pattern: timePattern("the (?<day>(?:[12]\\d|3[01]|\\d)(?:st|nd|rd|th))(?! ?[a-z]|[-’'])"),
  fits: (_words, before) => /\b(on|by|until|from|of)\s$/i.test(before),
  value: (words, at) => {
    if (at.reference?.value.precision !== "day" && at.reference?.value.precision !== "month") return undefined
    const base = new Date(at.reference.range.first * 86_400_000)
    return dayOf(base.getUTCFullYear(), base.getUTCMonth() + 1, dayIn(words.day!), "inherited")
  },
}

/** "Tuesday the 11th", "Friday the thirty-first": the nearest such day. */
const weekdayTheDay: TimeRule = {
  name: "weekdayTheDay",
  pattern: timePattern("(?<weekday>{WEEKDAY}),? the (?<day>{DAY}|{DAYWORD})(?! (?:of|day))"),
  fits: words => /^[A-Z]/.test(words.weekday!),
  value: (words, at) => {
    if (at.published === undefined || at.publishedYear === undefined || at.publishedMonth === undefined)
      return undefined
    const [weekday, day] = [weekdayOf(words.weekday!), dayIn(words.day!)]
    let best: number | undefined
    for (let shift = -12; shift <= 12; shift++) {
      const first = dayNumber(at.publishedYear, at.publishedMonth + shift, 1)
      const { year, month } = civilOf(first)
      const candidate = first + day - 1
      if (monthLength(year, month) < day || civilOf(candidate).weekday !== weekday) continue
      if (best === undefined || Math.abs(candidate - at.published) < Math.abs(best - at.published)) best = candidate
    }
    return best === undefined ? undefined : dayValue(best, METHOD)
  },
}

/** "the 15th of next month", "the 3rd of this month". */
const dayOfNearMonth: TimeRule = {
  name: "dayOfNearMonth",
  pattern: timePattern(
    "the (?<day>{DAY}|{DAYWORD}) (?:day )?of (?<which>next|last|this|the previous|the following|the same|that|the) month",
  ),
  value: (words, at) => {
    const which = words.which!.toLowerCase()
    const text = /same|that|following|previous/.test(which)
      ? at.reference && civilOf(at.reference.range.first)
      : undefined
    const year = text?.year ?? at.publishedYear
    const month = text?.month ?? at.publishedMonth
    if (year === undefined || month === undefined) return undefined
    const shift = /next|following/.test(which) ? 1 : /last|previous/.test(which) ? -1 : 0
    const { year: inYear, month: inMonth } = civilOf(dayNumber(year, month + shift, 1))
    return dayOf(inYear, inMonth, dayIn(words.day!), text ? "relative-to-text" : METHOD)
  },
}

/** "Tuesday of next week" is read by `weekday`; "the week of February 4", "the week ending May 3, 2024". */
const weekOf: TimeRule = {
  name: "weekOf",
  pattern: timePattern(
    "the week (?<way>of|beginning|starting|commencing|ending|ended|that began)(?: on)? (?:(?<month>{MONTH}) (?<day>{DAY})|(?<day2>{DAY}) (?:of )?(?<month2>{MONTH}))(?:,? (?<year>{YEAR}))?",
  ),
  value: (words, at) => {
    const month = monthOf((words.month ?? words.month2)!)
    const day = dayIn((words.day ?? words.day2)!)
    const found = words.year
      ? dayOf(Number(words.year), month, day, "explicit")
      : dayWithoutYear(month, day, undefined, undefined, at)
    const first = firstDay(found)
    if (!found || first === undefined) return undefined
    if (/end/i.test(words.way!)) return { ...rangeValue(first - 6, first, found.method), precision: "week" }
    if (/^of$/i.test(words.way!)) return weekValue(first, found.method)
    return { ...rangeValue(first, first + 6, found.method), precision: "week" }
  },
}

function firstDay(value: Resolved | undefined): number | undefined {
  const match = value && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value.edtf)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** "the first week of March", "the last days of 2021", "the second half of June 2020", "the first months of 2022". */
const partOfMonth: TimeRule = {
  name: "partOfMonth",
  pattern: timePattern(
    "(?:the )?(?<nth>opening|closing|final|first|second|third|fourth|last) (?:(?<few>few|two|three) )?(?<unit>weeks?|days|half|months|weekend) (?:of|in) (?:(?<month>{MONTH})(?:,? (?:of )?(?<year>{YEAR}))?|(?<only>{YEAR}))",
  ),
  value: (words, at) => {
    const nth = words.nth!.toLowerCase()
    const last = /closing|final|last/.test(nth)
    const unit = words.unit!.toLowerCase()
    const number = last ? 0 : nth === "opening" ? 1 : (ordinalOf(nth) ?? 1)
    if (words.only) {
      const year = Number(words.only)
      if (unit === "half") return monthsValue(year, number === 2 ? 7 : 1, number === 2 ? 12 : 6, "explicit")
      if (unit === "months") return monthsValue(year, last ? 10 : 1, last ? 12 : 3, "explicit")
      const [first, end] = [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
      return unit === "week" || unit === "days" || unit === "weeks"
        ? weekWithin(first, end, number, unit, words.few)
        : undefined
    }
    const month = monthOf(words.month!)
    const value = words.year
      ? { edtf: words.year, method: "explicit" as const }
      : monthWithoutYear(month, undefined, at)
    if (!value || unit === "months") return undefined
    const year = Number(value.edtf.slice(0, 4))
    const [first, end] = [dayNumber(year, month, 1), dayNumber(year, month + 1, 0)]
    if (unit === "half")
      return number === 2 ? rangeValue(first + 15, end, value.method) : rangeValue(first, first + 14, value.method)
    const found = weekWithin(first, end, number, unit, words.few)
    return found && { ...found, method: value.method }
  },
}

/** The n-th seven days of a stretch, from its start; 0 is the last ones. */
function weekWithin(
  first: number,
  end: number,
  nth: number,
  unit: string,
  few: string | undefined,
): Resolved | undefined {
  if (unit === "weekend") return undefined
  const length = unit === "days" ? 5 : unit === "weeks" ? (few === "three" ? 21 : 14) : 7
  if (nth === 0) return rangeValue(end - length + 1, end, "explicit")
  const start = first + (nth - 1) * length
  return end < start
    ? undefined
    : {
        ...rangeValue(start, Math.min(end, start + length - 1), "explicit"),
        precision: unit === "week" ? "week" : "range",
      }
}

/** "the first Monday in September", "the last Sunday of March 2024". */
const nthWeekday: TimeRule = {
  name: "nthWeekday",
  pattern: timePattern(
    "(?:the )?(?<nth>first|second|third|fourth|last) (?<weekday>{WEEKDAY}) (?:of|in) (?<month>{MONTH})(?:,? (?<year>{YEAR}))?",
  ),
  fits: words => /^[A-Z]/.test(words.month!),
  value: (words: Words, at: Situation) => {
    const month = monthOf(words.month!)
    const value = words.year
      ? { edtf: words.year, method: "explicit" as const }
      : monthWithoutYear(month, undefined, at)
    if (!value) return undefined
    const year = Number(value.edtf.slice(0, 4))
    const first = dayNumber(year, month, 1)
    const offset = (weekdayOf(words.weekday!) - civilOf(first).weekday + 7) % 7
    const nth = /last/i.test(words.nth!)
      ? Math.floor((monthLength(year, month) - 1 - offset) / 7)
      : ordinalOf(words.nth!)! - 1
    return dayValue(first + offset + 7 * nth, value.method)
  },
}

/** "two days after today", "three weeks from now". */
const fromNow: TimeRule = {
  name: "fromNow",
  pattern: timePattern(
    "(?<amount>{NUM}|an?) (?<unit>days?|weeks?|months?|years?) (?<way>from|after|before) (?<anchor>now|today|tomorrow|yesterday)(?![a-z])",
  ),
  deictic: true,
  value: (words, at) => {
    const amount = /^an?$/i.test(words.amount!) ? 1 : readNumber(words.amount!)
    if (at.published === undefined || amount === undefined) return undefined
    const anchor = at.published + ({ tomorrow: 1, yesterday: -1 }[words.anchor!.toLowerCase()] ?? 0)
    const unit = unitOf(words.unit!)
    return pointAway(anchor, /before/i.test(words.way!) ? -amount : amount, unit, METHOD)
  },
}

/** Rules for weeks and days of the week, more special ones first. */
export const WEEK_RULES: readonly TimeRule[] = [
  nthWeekday,
  partOfMonth,
  weekOf,
  dayOfNearMonth,
  weekdayTheDay,
  fromNow,
  weekday,
  dayOfMonth,
]
