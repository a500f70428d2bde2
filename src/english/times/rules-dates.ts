import { daysOf } from "../../core/edtf.ts"
import { readNumber } from "../counts/read-number.ts"
import { civilOf, monthLength, monthValue, type Resolved, rangeValue } from "./calendar.ts"
import { civilYear, fullYear, withPart } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { dayOf, dayWithoutYear, directionOf, monthWithoutYear, type Situation } from "./situation.ts"
import { holidayIn, monthOf, ordinalOf, timePattern, weekdayOf } from "./vocabulary.ts"

const dayIn = (words: string) => Number.parseInt(words, 10) || ordinalOf(words) || readNumber(words) || 0

const WEEKDAY_BEFORE = "(?:(?<weekday>{WEEKDAY}),? (?:the )?)?"

const YEAR_AFTER = "(?:(?: ?, ?| of | in | )(?<year>{YEAR}))?"

/** "March 22, 2024", "Friday, March 22", "Dec. 24", "march the 3rd". */
const monthDay: TimeRule = {
  name: "monthDay",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:(?<direction>last|next|this) )?(?<month>{MONTH})(?: |(?<=\\.)|, (?=\\d+(?:st|nd|rd|th)))(?:the )?(?<day>{DAY}|{DAYWORD}|{DAYNUMBER})(?! ?(?:percent|million|people)(?![a-z]))${YEAR_AFTER}`,
  ),
  fits: capitalMonth,
  value: writtenDay,
}

/** "22 March 2024", "the 3rd of May", "Friday the 22nd of March". */
const dayMonth: TimeRule = {
  name: "dayMonth",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:the )?(?:(?<direction>last|next|this) )?(?<day>{DAY}|{DAYWORD})\\.? (?:day )?(?:of )?(?<month>{MONTH})${YEAR_AFTER}`,
  ),
  fits: capitalMonth,
  value: writtenDay,
}

function writtenDay(words: Words, at: Situation): Resolved | "refused" | undefined {
  const month = monthOf(words.month!)
  const day = dayIn(words.day!)
  if (day < 1 || monthLength(2024, month) < day) return "refused"
  if (words.year) return dayOf(Number(words.year), month, day, "explicit") ?? "refused"
  const weekday = words.weekday ? weekdayOf(words.weekday) : undefined
  return dayWithoutYear(month, day, weekday, directionOf(words.direction), at)
}

/** Month names that are also other words count only when written with a capital; some texts come in lower case. */
function capitalMonth(words: Words, before: string): boolean {
  // "6,107.31 August 2019", "$12 December 27": the figure is no day.
  if (/(?:[\d.,/]|[$€£]\s?)$/.test(before) && /^\d/.test(words[0]!)) return false
  return /^[A-Z]/.test(words.month!) || PLAIN_MONTH.test(words.month!) || words.year !== undefined
}
const PLAIN_MONTH = /^(?:january|february|april|june|july|august|september|october|november|december)$/i

/** "August 2021", "early September of 2023", "Aug '21". */
const monthYear: TimeRule = {
  name: "monthYear",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of)(?: in | |-))?(?<month>{MONTH}),? (?:of )?(?:(?<year>{YEAR})|['’](?<short>\\d\\d)(?!\\d))",
  ),
  fits: capitalMonth,
  explicit: true,
  value: words => {
    const year = words.year ? Number(words.year) : fullYear(Number(words.short))
    return withPart(monthValue(year, monthOf(words.month!), "explicit"), words.mod)
  },
}

/** "in 2016 June": the year before the month, where a preposition leads to it. */
const yearMonth: TimeRule = {
  name: "yearMonth",
  pattern: timePattern("(?<year>{YEAR}) (?<month>{MONTH})(?! ?\\d)"),
  fits: (words, before, after) =>
    /^[A-Z]/.test(words.month!) &&
    /\b(?:in|of|from|between|and|to|since|until|out)\s$/i.test(before) &&
    /^\s*(?:[.,;:)]|$|and\b|to\b|until\b|the\b)/.test(after),
  explicit: true,
  value: words => monthValue(Number(words.year), monthOf(words.month!), "explicit"),
}

/** "in January", "last July", "early March", "this September", "mid-November". */
const bareMonth: TimeRule = {
  name: "bareMonth",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of)(?: in | |-))?(?:(?<direction>last|next|this|past|coming|previous) )?(?<month>{MONTH})(?! \\d)(?:,? (?:of )?(?<which>last|this|next|that|the same|the following|the previous) year)?",
  ),
  fits: (words, before, after) => {
    const month = words.month!
    if (
      !/^[A-Z]/.test(month) &&
      !(PLAIN_MONTH.test(month) && month !== "august" && /\b(in|since|until|last|of|during|by)\s$/.test(before))
    )
      return false
    if (words.mod || words.direction || words.which || /^,? (?:of )?(?:nineteen|twenty|two thousand)\b/.test(after))
      return true
    const led =
      /\b(in|since|until|till|by|of|during|from|between|through|throughout|before|after|for|to|and|or|than|back in|around|on|about|next|last|every|each)[\s"“(]*$/i.test(
        before,
      )
    // "May" and "March" begin sentences as verbs and names; "April", "June" and "August" are given names.
    if (/^ ?(?:[A-Z][a-z]+|['’]s [A-Z])/.test(after) && !/\b(in|since|until|last|next|this)\s$/i.test(before))
      return false
    if (/^(may|march|mar|jan|june?|april|august|sep|dec|apr|oct|jun)$/i.test(month)) {
      if (/^may$/i.test(month) && /^ (be|have|not|also|well)\b/.test(after)) return false
      return led && !(/^march$/i.test(month) && /\b(to|and|or|for)\s$/i.test(before)) && !/^(jan|mar|dec)$/i.test(month)
    }
    return led || before.trim() === "" || /^[,.;:)'’ ]|^$/.test(after) || /\s$/.test(before)
  },
  value: (words, at) => {
    const month = monthOf(words.month!)
    if (words.year) return withPart(monthValue(Number(words.year), month, "explicit"), words.mod)
    if (words.which) {
      const which = words.which.toLowerCase()
      const year =
        which === "that" || which === "the same" ? at.reference && civilYear(at.reference.value.edtf) : at.publishedYear
      if (year === undefined) return undefined
      const shift = { last: -1, next: 1, "the following": 1, "the previous": -1 }[which] ?? 0
      return withPart(monthValue(year + shift, month, "relative-to-publication"), words.mod)
    }
    const value = monthWithoutYear(month, directionOf(words.direction), at)
    return value && withPart(value, words.mod)
  },
}

/** "2024-03-22", "22.03.2024", "3/22/2024", "22/3/2024"; 03/04/2024 may be March or April and is refused. */
const numericDate: TimeRule = {
  name: "numericDate",
  pattern: timePattern(
    "(?:(?<iso>[12]\\d{3})(?<dash>[-/.])(?:(?<month>\\d\\d?)|(?<name>{MONTH}))\\k<dash>(?<day>\\d\\d?)(?:t\\d\\d:\\d\\d\\S*)?|(?<day2>\\d\\d?)(?<dash2>[-/])(?<name2>{MONTH})\\k<dash2>(?<year2>\\d{4}|\\d\\d)|(?<name3>{MONTH})(?<dash3>[-/])(?<day3>\\d\\d?)\\k<dash3>(?<year3>\\d{4})|(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2}))(?![\\d/]|[.,]\\d)",
  ),
  fits: (_words, before) => !/[\d./-]$|\bversion\s$/.test(before),
  explicit: true,
  value: (words, at) => {
    const name = words.name ?? words.name2 ?? words.name3
    const written = words.iso ?? words.year2 ?? words.year3
    if (written) {
      const month = name ? monthOf(name) : Number(words.month)
      const full = written.length === 4 ? Number(written) : fullYear(Number(written))
      return dayOf(full, month, Number(words.day ?? words.day2 ?? words.day3), "explicit") ?? "refused"
    }
    const [a, b] = [Number(words.a), Number(words.b)]
    const year = words.year!.length === 4 ? Number(words.year) : fullYear(Number(words.year))
    if (words.mark === ".") return words.year!.length === 4 ? (dayOf(year, b, a, "explicit") ?? "refused") : "refused"
    if (12 < a && 12 < b) return "refused"
    if (a <= 12 && b <= 12 && a !== b) {
      at.problem(
        "ambiguous-date",
        `date ${words.a}${words.mark}${words.b}${words.mark}${words.year} can be read in two ways: expected a written month`,
      )
      return undefined
    }
    return (12 < a ? dayOf(year, b, a, "explicit") : dayOf(year, a, b, "explicit")) ?? "refused"
  },
}

/** "New Year's Eve 2023", "last Christmas", "Thanksgiving". */
const holiday: TimeRule = {
  name: "holiday",
  pattern: timePattern(
    "(?:(?<direction>last|next|this|past|previous|following|coming) (?:year['’]s )?)?(?<before>weekend of )?(?<holiday>{HOLIDAY})(?![a-z])(?:(?: of| in|,)? (?<year>{YEAR}))?(?<after> weekend(?![a-z])(?: (?<later>{YEAR}))?)?",
  ),
  fits: (words, before, after) => {
    // In lower case only what is nothing else: "new year's eve", not "may day" or "easter".
    if (
      !/^[A-Z]/.test(words.holiday!) &&
      !/^(?:new year|christmas|thanks ?giving|(?:mother|father|president|valentine|st\.? patrick|saint patrick)s?['’]?s?['’]? |(?:earth|labou?r|memorial|veterans['’]?|martin luther king|columbus|boxing) day|black friday|cyber monday)/i.test(
        words.holiday!,
      )
    )
      return false
    // "Black Friday" names other days too: only with a year or as a day of shopping.
    if (/^black friday$/i.test(words.holiday!) && !words.year && !words.later) return false
    if (/\b(?:bloody|islamic|hijri|arabic|chinese|lunar|jewish|orthodox|persian)\s$/i.test(before)) return false
    return !/^(-| (island|party|parade|tree|card|gift|shopping|rush|bombing|uprising|rising|season|holiday|market)s?\b)/i.test(
      after,
    )
  },
  value: (words, at) => {
    const day = holidayOf(words, at)
    const range = day && daysOf(day.edtf)
    return day && range && (words.before || words.after) ? weekendAround(range.first, day.method) : day
  },
}

function holidayOf(words: Words, at: Situation): Resolved | undefined {
  const written = words.year ?? words.later
  if (written) {
    const date = holidayIn(words.holiday!, Number(written))
    return date && dayOf(Number(written), date.month, date.day, "explicit")
  }
  const near = at.publishedYear === undefined ? undefined : holidayIn(words.holiday!, at.publishedYear)
  if (!near) return undefined
  const found = dayWithoutYear(near.month, near.day, undefined, directionOf(words.direction), at)
  if (!found) return undefined
  const foundYear = civilYear(found.edtf)!
  const exact = holidayIn(words.holiday!, foundYear)
  return exact && dayOf(foundYear, exact.month, exact.day, found.method)
}

/** The nearest Saturday and Sunday, with the holiday and the days up to it where they adjoin ("Labor Day weekend" ends on Monday). */
function weekendAround(day: number, method: Resolved["method"]): Resolved {
  const { weekday } = civilOf(day)
  const saturday = day + (weekday <= 2 ? -1 - weekday : 6 - weekday)
  return weekday <= 2
    ? rangeValue(saturday, Math.max(day, saturday + 1), method)
    : rangeValue(4 <= weekday ? Math.min(day, saturday) : saturday, saturday + 1, method)
}

/** "9/11" and "the Sept. 11 attacks" are the name of one day of 2001. Source: any English dictionary has "9/11". */
const namedDay: TimeRule = {
  name: "namedDay",
  pattern: timePattern(
    "(?:9/11(?![\\d/])|(?:sept\\.?|september) 11(?:th)?,?(?= (?:terrorist |terror )?(?:attacks?|hijackings?|hijackers?)))",
  ),
  fits: (_words, before) => !/[\d/.]$/.test(before),
  explicit: true,
  value: () => ({ edtf: "2001-09-11", precision: "day", method: "explicit" }) as const,
}

/** Rules for days and months of the calendar, more special ones first. */
export const DATE_RULES: readonly TimeRule[] = [
  namedDay,
  numericDate,
  monthDay,
  dayMonth,
  monthYear,
  yearMonth,
  holiday,
  bareMonth,
]
