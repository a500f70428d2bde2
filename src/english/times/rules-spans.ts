import { dayNumber } from "../../core/edtf.ts"
import { readNumber } from "../counts/read-number.ts"
import { durationOf, edtfRange, monthLength, monthValue, type Resolved, rangeValue, yearText } from "./calendar.ts"
import type { TimeRule, Words } from "./rule.ts"
import { dayWithoutYear, monthWithoutYear, type Situation } from "./situation.ts"
import { monthOf, timePattern, unitOf } from "./vocabulary.ts"

/** The number of "five", "a", "2 1/2"; undefined when it is none. */
export function amountOf(words: string): number | undefined {
  const plain = words.toLowerCase().trim()
  return plain === "a" || plain === "an" ? 1 : readNumber(plain)
}

const TO = "(?: ?[-–—] ?| to | until | till | through | thru | and | & )"

/** "3-5 May 2024", "from 3 to 5 May", "22 and 23 March". */
const daysOfMonth: TimeRule = {
  name: "daysOfMonth",
  pattern: timePattern(
    `(?:the )?(?<from>{DAY})(?<to>${TO})(?:the )?(?<till>{DAY}) (?:of )?(?<month>{MONTH})(?:,? (?<year>{YEAR}))?`,
  ),
  fits: words => /^[A-Z]/.test(words.month!),
  value: dayRange,
}

/** "March 3-5, 2024", "March 1 and 2", "May 3 to 5". */
const monthOfDays: TimeRule = {
  name: "monthOfDays",
  pattern: timePattern(
    `(?<month>{MONTH}) (?<from>{DAY})(?<to>${TO})(?:the )?(?<till>{DAY})(?! ?{MONTH}|[-–]?year)(?:,? (?<year>{YEAR}))?`,
  ),
  fits: words => /^[A-Z]/.test(words.month!),
  value: dayRange,
}

function dayRange(words: Words, at: Situation): Resolved | "refused" | undefined {
  const month = monthOf(words.month!)
  const [from, till] = [Number.parseInt(words.from!, 10), Number.parseInt(words.till!, 10)]
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
  // "March 3 and April 5" are two days, "between March 3 and April 5" is one stretch.
  fits: (words, before) =>
    /^[A-Z]/.test((words.month ?? words.month2)!) && (!/and|&/i.test(words.to!) || /\bbetween\s$/i.test(before)),
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
    if (/[\d.,$/-]$/.test(before)) return false
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

const VAGUE_LED =
  /\b(for|within|in|over|after|of|during|about|only|just|many|several|some|few|took|takes|take|last|lasted|lasting|spent|and|or)\s$/i

/** "six months", "five-year", "two decades", "within days", "a year and a half": a stretch that is not on the calendar. */
const stretch: TimeRule = {
  name: "stretch",
  pattern: timePattern(
    "(?:(?<amount>{NUM}|an?)(?: (?:and a|and|1/2|½|consecutive|straight|full|more|long|whole|solid|additional|calendar|trading|working|business))?(?<half> half)?(?<mark>-| )|(?<vague>{VAGUE}) (?:more )?)?(?<unit>{UNIT})(?<more> and a half)?(?<old>-old| old| of age)?",
  ),
  fits: (words, before, after, text) => {
    if (words.old || /^s?['’]? (old|of age)\b/.test(after) || /^-old/.test(after)) return false
    if (
      /^(second|minute|quarter|century)s?$/i.test(words.unit!) &&
      words.amount === undefined &&
      words.vague === undefined
    )
      return false
    if (/^(second|quarter)/i.test(words.unit!) && /^an?$/i.test(words.amount ?? "")) return false
    if (words.amount && /^an?$/i.test(words.amount)) {
      if (words.mark === "-") return false
      // "a day" after an amount is a rate; "a year" needs a word of duration before it.
      return (
        /\b(for|in|within|over|about|almost|nearly|than|after|every|least|spent|took|take|takes|lasted|last|just|only|up to|half)\s$/i.test(
          before,
        ) ||
        words.more !== undefined ||
        words.half !== undefined ||
        (/^ (and a half|of|after|before|earlier|later|ago|to|since|behind)\b/.test(after) && !/^ of the\b/.test(after))
      )
    }
    if (words.amount) return !/[$€£]\s?$|[\d.]$/.test(before) && !/-$/.test(before)
    if (words.vague) return !/^(some|many)$/i.test(words.vague.trim()) || /s$/i.test(words.unit!)
    if (!/s$/i.test(words.unit!) || /^(seconds|minutes|hours|quarters|centuries)$/i.test(words.unit!)) {
      return /^(hours|minutes|centuries)$/i.test(text) && VAGUE_LED.test(before)
    }
    return VAGUE_LED.test(before) || /^ (later|earlier|after|before|ahead|of)\b/.test(after)
  },
  value: words => {
    const unit = unitOf(words.unit!)
    const vague = words.vague !== undefined && !/couple/i.test(words.vague)
    let amount = words.amount ? amountOf(words.amount) : words.vague && !vague ? 2 : undefined
    if (amount !== undefined && (words.more || words.half)) amount += 0.5
    if (words.amount && (amount === undefined || 1000 <= amount)) return "refused"
    // "the 1988 quarter", "two week": a plural without its ending only joins with a hyphen.
    if (
      amount !== undefined &&
      1 < amount &&
      words.mark !== "-" &&
      !/s$|centuries/i.test(words.unit!) &&
      !words.more &&
      /quarter/i.test(words.unit!)
    )
      return "refused"
    return { edtf: "", precision: "unknown", method: "unknown", duration: durationOf(amount, unit) }
  },
}

/** Rules for stretches of time. */
export const SPAN_RULES: readonly TimeRule[] = [daysOfMonth, monthOfDays, dayToDay, monthToMonth, yearToYear, stretch]
