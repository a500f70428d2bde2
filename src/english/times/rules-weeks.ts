import { dayNumber } from "../../core/edtf.ts"
import { readNumber } from "../counts/read-number.ts"
import {
  civilOf,
  dayValue,
  monthLength,
  monthValue,
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
    "(?:(?:late|early) )?(?:(?<direction>last|next|this|this past|this coming|past|coming|previous|the following|the previous) )?(?<weekday>{WEEKDAY})(?:(?: (?<part>{PART}))?(?:,? of (?:the )?|,? )(?<which>last|next|this|following|previous) week(?![a-z]))?|(?<lead>last|next|this) week,? (?:on )?(?<day>{WEEKDAY})",
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

/** "on the 22nd": a day of the month that the text speaks of, else of the month of publication or the one beside it. */
const dayOfMonth: TimeRule = {
  name: "dayOfMonth",
  pattern: timePattern("(?:(?<week>the week of ))?the (?<day>(?:[12]\\d|3[01]|\\d)(?:st|nd|rd|th))(?! ?[a-z]|[-’'])"),
  fits: (words, before) =>
    words.week !== undefined || /\b(on|by|until|from|of|for|since|till|before|after|and|to)\s$/i.test(before),
  value: (words, at) => {
    const day = dayIn(words.day!)
    const reference = at.reference?.value
    const found =
      reference?.precision === "day" || reference?.precision === "month"
        ? dayInMonth(at.reference!.range.first, 0, day, "inherited")
        : nearestDayOfMonth(day, at)
    if (!words.week) return found
    const first = firstDay(found)
    return first === undefined ? undefined : weekValue(first, METHOD)
  },
}

function dayInMonth(from: number, shift: number, day: number, method: Resolved["method"]): Resolved | undefined {
  const { year, month } = civilOf(from)
  const other = civilOf(dayNumber(year, month + shift, 1))
  return dayOf(other.year, other.month, day, method)
}

function nearestDayOfMonth(day: number, at: Situation): Resolved | undefined {
  if (at.published === undefined || at.narrative) return undefined
  const today = civilOf(at.published).day
  if (at.tense === "future") return dayInMonth(at.published, day < today ? 1 : 0, day, METHOD)
  if (at.tense === "past") return dayInMonth(at.published, today < day ? -1 : 0, day, METHOD)
  return dayInMonth(at.published, 0, day, METHOD)
}

/** "Tuesday the 11th", "Friday the thirty-first": the nearest such day. */
const weekdayTheDay: TimeRule = {
  name: "weekdayTheDay",
  pattern: timePattern(
    "(?<weekday>{WEEKDAY}|(?:sun|mon|wed|sat)(?= \\d))(?:,? the (?<day>{DAY}|{DAYWORD})|,? (?<bare>(?:[12]\\d|3[01]|\\d)(?:st|nd|rd|th)))(?![a-z]| (?:of|day|century|anniversary|{MONTH}))",
  ),
  fits: words => /^[A-Z]/.test(words.weekday!),
  value: (words, at) => {
    if (at.published === undefined || at.publishedYear === undefined || at.publishedMonth === undefined)
      return undefined
    const [weekday, day] = [weekdayOf(words.weekday!), dayIn((words.day ?? words.bare)!)]
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
    "(?:the )?(?<day>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|{DAYWORD}) (?:day )?(?:of )?(?<which>next|last|this|the previous|the following|the same|that|the) month(?![a-z])",
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

/** "the first Monday in September", "the last Sunday of March 2024". */
const nthWeekday: TimeRule = {
  name: "nthWeekday",
  pattern: timePattern(
    "(?:the )?(?<nth>first|second|third|fourth|last) (?<weekday>{WEEKDAY}) (?:of|in) (?:(?<month>{MONTH})(?:,? (?<year>{YEAR}))?|(?<near>next|last|this|the previous|previous) month)",
  ),
  fits: words => words.month === undefined || /^[A-Z]/.test(words.month),
  value: (words: Words, at: Situation) => {
    const value = words.near
      ? monthNear(words.near, at)
      : words.year
        ? monthValue(Number(words.year), monthOf(words.month!), "explicit")
        : monthWithoutYear(monthOf(words.month!), undefined, at)
    if (!value) return undefined
    const [year, month] = [Number(value.edtf.slice(0, 4)), Number(value.edtf.slice(5, 7))]
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

/** The month before, of or after publication. */
function monthNear(which: string, at: Situation): Resolved | undefined {
  if (at.publishedYear === undefined || at.publishedMonth === undefined) return undefined
  const shift = /next/i.test(which) ? 1 : /last|previous/i.test(which) ? -1 : 0
  return monthValue(at.publishedYear, at.publishedMonth + shift, METHOD)
}

/** "between 4 and 22 this month", "4 to 23 next month". */
const daysOfNearMonth: TimeRule = {
  name: "daysOfNearMonth",
  pattern: timePattern(
    "(?<from>{DAY})(?: to | and | until | till | through |[-–])(?:the )?(?<till>{DAY}) (?:of )?(?<near>this|last|next) month(?![a-z])",
  ),
  value: (words, at) => {
    const month = monthNear(words.near!, at)
    const first = month && dayNumber(Number(month.edtf.slice(0, 4)), Number(month.edtf.slice(5, 7)), 0)
    const [from, till] = [dayIn(words.from!), dayIn(words.till!)]
    return first === undefined ? undefined : from < till ? rangeValue(first + from, first + till, METHOD) : "refused"
  },
}

/** Rules for weeks and days of the week, more special ones first. */
export const WEEK_RULES: readonly TimeRule[] = [
  nthWeekday,
  weekOf,
  dayOfNearMonth,
  daysOfNearMonth,
  weekdayTheDay,
  fromNow,
  weekday,
  dayOfMonth,
]
