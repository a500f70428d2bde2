import { monthLength, monthValue, type Resolved } from "./calendar.ts"
import { civilYear, fullYear, withPart } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { dayOf, dayWithoutYear, directionOf, monthWithoutYear, type Situation } from "./situation.ts"
import { holidayIn, monthOf, ordinalOf, timePattern, weekdayOf } from "./vocabulary.ts"

const dayIn = (words: string) => Number.parseInt(words, 10) || ordinalOf(words) || 0

const WEEKDAY_BEFORE = "(?:(?<weekday>{WEEKDAY}),? (?:the )?)?"

const YEAR_AFTER = "(?:(?: ?, ?| of | in | )(?<year>{YEAR}))?"

/** "March 22, 2024", "Friday, March 22", "Dec. 24", "march the 3rd". */
const monthDay: TimeRule = {
  name: "monthDay",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:(?<direction>last|next|this) )?(?<month>{MONTH}) (?:the )?(?<day>{DAY}|{DAYWORD})(?! ?(?:percent|million|people))${YEAR_AFTER}`,
  ),
  fits: capitalMonth,
  value: writtenDay,
}

/** "22 March 2024", "the 3rd of May", "Friday the 22nd of March". */
const dayMonth: TimeRule = {
  name: "dayMonth",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:the )?(?:(?<direction>last|next|this) )?(?<day>{DAY}|{DAYWORD}) (?:day )?(?:of )?(?<month>{MONTH})${YEAR_AFTER}`,
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
function capitalMonth(words: Words): boolean {
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
    if (words.mod || words.direction || words.which) return true
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
    "(?:(?<iso>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:t\\d\\d:\\d\\d\\S*)?|(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2}))(?![\\d/]|[.,]\\d)",
  ),
  fits: (_words, before) => !/[\d./-]$|\bversion\s$/.test(before),
  explicit: true,
  value: (words, at) => {
    if (words.iso) return dayOf(Number(words.iso), Number(words.month), Number(words.day), "explicit") ?? "refused"
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
    "(?:(?<direction>last|next|this|past) (?:year['’]s )?)?(?<holiday>{HOLIDAY})(?![a-z])(?:(?: of| in|,)? (?<year>{YEAR}))?",
  ),
  fits: (words, _before, after) => {
    if (!/^[A-Z]/.test(words.holiday!)) return false
    return !/^(-| (island|party|parade|tree|card|gift|shopping|rush|bombing|uprising|rising|season|holiday|market)s?\b)/i.test(
      after,
    )
  },
  value: (words, at) => {
    if (words.year) {
      const date = holidayIn(words.holiday!, Number(words.year))
      return date && dayOf(Number(words.year), date.month, date.day, "explicit")
    }
    const near = at.publishedYear === undefined ? undefined : holidayIn(words.holiday!, at.publishedYear)
    if (!near) return undefined
    const found = dayWithoutYear(near.month, near.day, undefined, directionOf(words.direction), at)
    if (!found) return undefined
    const foundYear = civilYear(found.edtf)!
    const exact = holidayIn(words.holiday!, foundYear)
    return exact && dayOf(foundYear, exact.month, exact.day, found.method)
  },
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
  holiday,
  bareMonth,
]
