import { dayNumber } from "../../core/edtf.ts"
import { edtfRange, monthLength, monthValue, type Resolved, rangeValue, yearText } from "./calendar.ts"
import { MOVED } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { dayWithoutYear, monthWithoutYear, type Situation } from "./situation.ts"
import { monthOf, ordinalOf, timePattern } from "./vocabulary.ts"

const dayIn = (words: string) => Number.parseInt(words, 10) || ordinalOf(words) || 0
const TO = "(?: ?[-–—] ?| to | until | till | through | thru | and | & )"

/** "3-5 May 2024", "from 3 to 5 May", "22 and 23 March". */
const daysOfMonth: TimeRule = {
  name: "daysOfMonth",
  pattern: timePattern(
    `(?:the )?(?<from>{DAY}|{DAYWORD})(?<to>${TO})(?:the )?(?<till>{DAY}|{DAYWORD}) (?:of )?(?<month>{MONTH})(?:,? (?<year>{YEAR}))?`,
  ),
  fits: words => /^[A-Z]/.test(words.month!),
  value: dayRange,
}

/** "March 3-5, 2024", "March 1 and 2", "May 3 to 5". */
const monthOfDays: TimeRule = {
  name: "monthOfDays",
  pattern: timePattern(
    `(?<month>{MONTH}) (?:the )?(?<from>{DAY}|{DAYWORD})(?<to>${TO})(?:the )?(?<till>{DAY}|{DAYWORD})(?! ?{MONTH}|[-–]?year)(?:,? (?<year>{YEAR}))?`,
  ),
  fits: words => /^[A-Z]/.test(words.month!),
  value: dayRange,
}

function dayRange(words: Words, at: Situation): Resolved | "refused" | undefined {
  const month = monthOf(words.month!)
  const [from, till] = [dayIn(words.from!), dayIn(words.till!)]
  if (till <= from) return "refused"
  const start = words.year
    ? dayNumber(Number(words.year), month, from)
    : startOf(dayWithoutYear(month, from, undefined, undefined, at))
  if (start === undefined || monthLength(new Date(start * 86_400_000).getUTCFullYear(), month) < till) return undefined
  const method = words.year ? "explicit" : at.narrative ? "inherited" : "relative-to-publication"
  return rangeValue(start, start + till - from, method)
}

function startOf(value: Resolved | undefined): number | undefined {
  const match = value && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value.edtf)
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** "between March 3 and April 5, 2023", "Dec. 27, 2008 to Jan. 18, 2009". */
const dayToDay: TimeRule = {
  name: "dayToDay",
  pattern: timePattern(
    `(?:(?<month>{MONTH}) (?<from>{DAY})|(?<from2>{DAY}) (?:of )?(?<month2>{MONTH}))(?:(?:,? | of | in )(?<year>{YEAR}))?(?<to>${TO})(?:the )?(?:(?<last>{MONTH}) (?:the )?(?<till>{DAY})|(?<till2>{DAY}) (?:of )?(?<last2>{MONTH}))(?:(?:,? | of | in )(?<end>{YEAR}))?`,
  ),
  // "March 3 and April 5" are two days, "between March 3 and April 5" is one stretch, "moved from March 3 to April 5" none.
  fits: (words, before) =>
    !MOVED.test(before) &&
    /^[A-Z]/.test((words.month ?? words.month2)!) &&
    (!/and|&/i.test(words.to!) || /\bbetween\s$/i.test(before)),
  value: (words, at) => {
    const first = monthOf((words.month ?? words.month2)!)
    const last = monthOf((words.last ?? words.last2)!)
    const [from, till] = [
      Number.parseInt((words.from ?? words.from2)!, 10),
      Number.parseInt((words.till ?? words.till2)!, 10),
    ]
    if (words.end || words.year) {
      const end = Number(words.end ?? words.year) + (words.end === undefined && last < first ? 1 : 0)
      const year = words.year ? Number(words.year) : last < first ? end - 1 : end
      const [start, stop] = [dayNumber(year, first, from), dayNumber(end, last, till)]
      return start < stop ? rangeValue(start, stop, "explicit") : "refused"
    }
    const found = dayWithoutYear(last, till, undefined, undefined, at)
    const stop = startOf(found)
    if (!found || stop === undefined) return undefined
    const year = new Date(stop * 86_400_000).getUTCFullYear() - (last < first ? 1 : 0)
    const start = dayNumber(year, first, from)
    return start < stop ? rangeValue(start, stop, found.method) : "refused"
  },
}

/** "from March to May 2023", "January-June 2020", "between June and August". */
const monthToMonth: TimeRule = {
  name: "monthToMonth",
  pattern: timePattern(
    `(?<month>{MONTH})(?:,? (?<year>{YEAR}))?${TO}(?<last>{MONTH})(?! \\d{1,2}(?!\\d))(?:,? (?<end>{YEAR}))?`,
  ),
  fits: words => /^[A-Z]/.test(words.month!) && /^[A-Z]/.test(words.last!),
  value: (words, at) => {
    const [first, last] = [monthOf(words.month!), monthOf(words.last!)]
    if (words.end) {
      const end = Number(words.end)
      const start = words.year ? Number(words.year) : last < first ? end - 1 : end
      return edtfRange(monthValue(start, first, "explicit"), monthValue(end, last, "explicit"))
    }
    if (words.year) {
      const start = Number(words.year)
      return edtfRange(
        monthValue(start, first, "explicit"),
        monthValue(last < first ? start + 1 : start, last, "explicit"),
      )
    }
    const end = monthWithoutYear(last, undefined, at)
    if (!end) return undefined
    const year = Number(end.edtf.slice(0, 4))
    return edtfRange(monthValue(last < first ? year - 1 : year, first, end.method), end)
  },
}

/** "2014-2017", "2021-22", "between 2014 and 2017", "from 2014 to 2017". */
const yearToYear: TimeRule = {
  name: "yearToYear",
  pattern: timePattern(
    "(?<lead>from |between |in )?(?<year>{YEAR})(?:(?<dash> ?[-–—/] ?)(?:(?<end>{YEAR})|(?<short>\\d\\d)(?![\\d-]))|(?<to> to | and | until | till | through )(?<till>{YEAR}))(?! ?(?:people|soldiers|men|troops))",
  ),
  fits: (words, before) => {
    if (/[\d.,$/-]$|\+\d+\s$|\btel:?\s$/i.test(before)) return false
    if (words.dash) return true
    const lead = words.lead?.toLowerCase().trim()
    return (
      lead === "between" ||
      (lead === "from" && !/and/.test(words.to!)) ||
      (lead === undefined && /to|until|till|through/.test(words.to!))
    )
  },
  explicit: true,
  value: words => {
    const start = Number(words.year)
    const short = words.short === undefined ? undefined : Math.floor(start / 100) * 100 + Number(words.short)
    const end = short ?? Number(words.end ?? words.till)
    if (end <= start) return "refused"
    return { edtf: `${yearText(start)}/${yearText(end)}`, precision: "range", method: "explicit" }
  },
}

/** Rules for stretches between two days, months or years. */
export const SPAN_RULES: readonly TimeRule[] = [daysOfMonth, monthOfDays, dayToDay, monthToMonth, yearToYear]
