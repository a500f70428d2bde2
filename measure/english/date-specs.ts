import { daysOf } from "../../src/core/edtf.ts"
import type { TimeMention } from "../../src/english/analysis.ts"
import { findTimes } from "../../src/english/times/find-times.ts"
import { layOut } from "../lay-out.ts"
import type { Part, Run } from "../part.ts"
import { type Spec, type SpecResult, specs } from "../read/specs.ts"
import { shareFigure } from "../tally.ts"

/** How many cases fit, how many of these pass, and why the others were left out. */
interface Count {
  fit: number
  passed: number
  readonly leftOut: Map<string, number>
}

/**
 * Dates and stretches of time against specifications. Which results fit is decided by what is expected and how it is written, never by what Heed answers.
 * A case passes when each of its results that fit has a mention with an expected reading, and, where nothing at all is expected, nothing with a value is found.
 */
export const dateSpecs: Part<Spec> = {
  name: "date-specs",
  about: "specifications of dates and stretches of time passed",
  format: specs(/(?:^|\/)(?:DateTime|Date|DatePeriod|DateTimePeriod|Duration|Holiday)(?:Model|Parser)\.json$/),
  documents: "specifications",
  measure(cases, run) {
    const count: Count = { fit: 0, passed: 0, leftOut: new Map() }
    for (const spec of cases) scoreSpec(spec, count, run)
    const leftOut = [...count.leftOut].sort((a, b) => b[1] - a[1]).map(([reason, number]) => `${reason} ${number}`)
    if (0 < leftOut.length)
      run.note(`${cases.length - count.fit} of ${cases.length} specifications do not fit: ${leftOut.join(", ")}`)
    return [shareFigure("date specifications passed", count.passed, count.fit, "specifications that fit")]
  },
}

// Left out, the first reason that holds being counted:
const REASONS: readonly (readonly [string, (result: SpecResult, readings: readonly Reading[]) => boolean])[] = [
  // Hours of no day, times that come again and time zones: no value of Heed's.
  ["other type", result => !/^(?:date|daterange|datetime|datetimerange|duration)$/.test(typeOf(result))],
  ["no value", (result, readings) => readings.length === 0 || /_REF$/.test(timexOf(result))],
  // "since 2015", "less than 2 weeks": Heed's times have two ends.
  ["open to one side", ({ Text }, readings) => readings.some(one => one.open) || /\b(?:less|more) than\b/i.test(Text)],
  // "in 20 minutes": Heed knows the day of a report, not its hour.
  [
    "hangs on the hour of telling",
    (result, _) =>
      typeOf(result) !== "duration" &&
      /\b(?:now|hours?|minutes?|mins?|seconds?|secs?|hrs?|quick as possible|soon as possible)\b/i.test(result.Text),
  ],
  [
    "hours within a day",
    result => typeOf(result) === "datetimerange" && !/^[^,(]*T(?:MO|MI|AF|EV|NI|DT)/.test(timexOf(result)),
  ],
  // "a few days" = 3 days, "the day" = today, feasts that the sight of the moon begins: a number or day that the words do not give stays unknown.
  [
    "vague words made exact",
    result =>
      /\b(?:few|several|some|many)\b|^(?:the |same |that |this )*(?:day|week|month|year|fortnight)$|\bend of (?:the )?day\b|\b(?:rama[dt]h?an|ramazan|ramzan|eid(?:ul)?|(?:islamic|hijri|arabic) new year|breaking the fast)\b/i.test(
        result.Text,
      ),
  ],
  // "the next day", "that weekend", "three weeks later", "my week", with no other time told: counted from nothing.
  [
    "leans on a time not told",
    ({ Text }) =>
      /^(?:the )?(?:(?:next|previous|following|last|past) (?:day|night)|(?:earlier )?(?:previous|following) (?:\d )?(?:week|month|quarter|year)s?|day (?:before|after))\b(?! (?:yesterday|tomorrow|next))|^(?:that|this) (?:weekend|night)|^(?:rest of )?my\b|\blater$/i.test(
        Text,
      ),
  ],
  ["reads two ways", ({ Text }) => isAmbiguous(Text)],
  // A bare figure for a day ("on 15") and notations of chats, files, tables and calendars: "2h", "q1-2019", "week 23", "eod", "tmrw", "11/2016".
  ["not prose", ({ Text }) => NOT_PROSE.test(Text)],
]

const NOT_PROSE =
  /\d(?!(?:st|nd|rd|th|[ap]\.?m\.?)(?![a-z])|['’]?s\b)[a-z]|[a-z]\d|\b(?:q[1-4]|h[12]|w?eek \d+|w\/c|eo[dmyw]|ytd|mtd|asap|fy|cy|sy|wk|mo|yrs?|wks|tmrw?|tonite|[hd])\b|[@~><=_]|(?<!\d ?[-/.] ?)\b\d{1,2} ?[-/.] ?\d{4}\b|\b\d{4} ?[-/.] ?\d{1,2}\b(?! ?[-/.]\d)|\d{8}|\b[a-z]{3,9}[-/]\d{1,4}\b(?![-/]\d{4})|(?:^|\bon |\bthe |day )(?:\d\d|thirty|fifteen)(?: ?$|,| at )/i

const MONTH_NAME =
  /january|february|march|april|may|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/i

/**
 * 3/4/2024, and a day and month in figures without a year, which are fractions and scores in news; "next Friday", "last March", "the next decade",
 * which people take for the nearer or the farther one; weeks counted on the grid of a calendar ("the first week of 2021" may begin on 4 January).
 */
function isAmbiguous(text: string): boolean {
  if (
    /\b(?:next|last|previous|past|following|coming|upcoming) (?:\w+day|mon|tues?|wed|thurs?|fri|sat|sun|decade|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\b/i.test(
      text,
    )
  )
    return true
  if (
    /\bweeks? (?:of|in) (?!the \d)/i.test(text) &&
    /\b(?:first|second|third|fourth|fifth|last|\dst|\dnd|\drd|\dth)\b/i.test(text)
  )
    return true
  const full = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)/.exec(text)
  if (full) return Number(full[1]) <= 12 && Number(full[2]) <= 12 && full[1] !== full[2]
  const short = /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?![\d/.-]|\s?(?:st|nd|rd|th|[ap]\.?m))/.test(text)
  return short && !MONTH_NAME.test(text)
}

// Names of months and days get the capital that news gives them.
const NAMES =
  /\b(?:january|february|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|apr|jul|aug|sept?|oct|nov|dec|mar(?= \d|, \d)|march(?= \d|, \d)|(?<=\d |\d(?:st|nd|rd|th) |\bof )(?:march|may)|may(?= \d|, \d)|christmas|thanksgiving|easter|halloween)\b/gi

/** A value to be found: a day, a stretch of days (last one included), or seconds. */
interface Reading {
  readonly kind: "days" | "duration"
  readonly start?: string
  /** The day or, of a stretch, the day after its last. */
  readonly end?: string
  readonly clock?: string
  readonly seconds?: number
  readonly open: boolean
  readonly words: string
}

function scoreSpec(spec: Spec, count: Count, run: Run): void {
  const fitting: { result: SpecResult; readings: readonly Reading[] }[] = []
  let reason: string | undefined
  for (const result of spec.Results) {
    const readings = readingsOf(result)
    const out = REASONS.find(([, holds]) => holds(result, readings))
    if (out) reason ??= out[0]
    else fitting.push({ result, readings })
  }
  if (fitting.length === 0 && reason !== undefined) {
    count.leftOut.set(reason, (count.leftOut.get(reason) ?? 0) + 1)
    return
  }
  count.fit++
  const published = spec.Context?.ReferenceDateTime?.slice(0, 10) ?? "2016-11-07"
  const input = spec.Input.replace(NAMES, name => name[0]!.toUpperCase() + name.slice(1))
  const found = timesOf(input, published)
  const shown = (hits: readonly TimeMention[]) =>
    hits.map(hit => `${hit.time.text}=${hit.time.edtf} ${hit.duration ?? ""}(${hit.rule})`).join(" | ")
  if (spec.Results.length === 0) {
    const valued = found.filter(mention => mention.time.edtf !== "" || mention.duration !== undefined)
    if (valued.length === 0) count.passed++
    else run.wrong("a time where none is", `${spec.Input.replace(/\s+/g, " ")}: ${shown(valued)}`)
    return
  }
  let right = true
  for (const { result, readings } of fitting) {
    const end = result.Start + result.Text.length
    const hits = found.filter(mention => mention.start < end && result.Start < mention.end)
    if (hits.some(mention => readings.some(reading => isRight(reading, mention, readings, timexOf(result))))) continue
    right = false
    run.wrong(
      hits.length === 0 ? `${typeOf(result)} missed` : `${typeOf(result)} with another value`,
      `${spec.Input.replace(/\s+/g, " ")}: [${result.Text}] ${readings.map(textOf).join(" or ")}, got ${shown(hits)}, told on ${published}`,
    )
  }
  if (right) count.passed++
}

function timesOf(text: string, published: string): TimeMention[] {
  const time = {
    kind: "time" as const,
    edtf: published,
    precision: "day" as const,
    text: published,
    method: "explicit" as const,
  }
  return findTimes({ report: { id: "spec", text, published: { time, source: "user" } }, ...layOut(text, /\n/g) }).value
}

const typeOf = (result: SpecResult) => (result.TypeName ?? result.Type ?? "").replace("datetimeV2.", "")
const timexOf = (result: SpecResult) => result.Value?.Timex ?? result.Resolution?.values?.[0]?.timex ?? ""
const textOf = (reading: Reading) =>
  reading.kind === "duration" ? `${reading.seconds} s` : `${reading.start}${reading.clock ?? ""}..${reading.end}`

function readingsOf(result: SpecResult): Reading[] {
  const values =
    result.Resolution?.values ??
    [result.Value?.FutureResolution, result.Value?.PastResolution].filter(value => value !== undefined)
  const readings: Reading[] = []
  for (const value of values) {
    const start = value.date ?? value.dateTime ?? value.startDate ?? value.startDateTime ?? value.start ?? value.value
    const end = value.endDate ?? value.endDateTime ?? value.end
    const open =
      /before|after|since|until|more|less/.test(value.Mod ?? "") || (/range/.test(typeOf(result)) && !(start && end))
    const text = start ?? end ?? ""
    const words = result.Text
    if (typeOf(result) === "duration") {
      const seconds = Number(value.duration ?? value.value)
      if (!Number.isNaN(seconds)) readings.push({ kind: "duration", seconds, open, words })
    } else if (/^(?!0001)\d{4}-\d\d-\d\d/.test(text)) {
      const clock = typeOf(result) === "datetime" ? /\d\d:\d\d(?=:\d\d)/.exec(text)?.[0] : undefined
      const days = { start: text.slice(0, 10), end: (end ?? text).slice(0, 10) }
      readings.push({ kind: "days", ...days, open, words, ...(clock ? { clock } : {}) })
    }
  }
  return readings
}

/**
 * Our value is right when it is the same day, stretch or number of seconds. Where the words say less than the specification makes of them, it is enough that ours lies within it:
 * - a day reached by counting weeks, months or years ("two years ago") may be the week, month or year that holds it;
 * - how long "early" or "the end of" is, is not written: ours must begin or end with the expected stretch;
 * - a stretch counted from the day of telling may begin or end a day apart, or be told by its length alone (the teller need not be the report);
 * - a month or year that ends a range counts whole; "18 and 19 June" may be one stretch; an hour that may be morning or evening may stay out.
 */
function isRight(reading: Reading, mention: TimeMention, readings: readonly Reading[], timex: string): boolean {
  if (reading.kind === "duration")
    return mention.duration !== undefined && secondsOf(mention.duration) === reading.seconds
  const length = /^\([^,]*,[^,]*,(P[^)]*)\)$/.exec(timex)?.[1]
  if (
    length &&
    mention.duration &&
    /next|last|past|previous|within|coming|upcoming|hence|from|in the future|later/i.test(readings[0]!.words) &&
    secondsOf(mention.duration) === secondsOf(length)
  )
    return true
  const ours = daysOf(mention.time.edtf)
  const first = daysOf(reading.start!)
  const end = daysOf(reading.end!)
  if (!ours || !first || !end) return false
  if (reading.clock && mention.time.edtf.includes("T")) {
    const at = /T(\d\d:\d\d)/.exec(mention.time.edtf)?.[1]
    return ours.first === first.first && at === reading.clock
  }
  const clocks = new Set(readings.map(one => one.clock))
  if (reading.clock && !/00:00|23:59/.test(reading.clock) && clocks.size < 2) return false
  if (reading.start === reading.end) {
    if (ours.first === first.first && ours.last === first.first) return true
    const counted = /\b(?:weeks?|months?|years?|decades?|fortnights?)\b/i.test(reading.words)
    if (counted && ours.first <= first.first && first.first <= ours.last) return true
    return (
      mention.time.precision === "range" &&
      / (?:and|or) /.test(mention.time.text) &&
      (ours.first === first.first || ours.last === first.first)
    )
  }
  const part = /\b(?:earl(?:y|ier)|later?|mid|beginning|start|middle|end|first half|turn|rest)\b/i.test(reading.words)
  const shared = Math.abs(ours.first - first.first) <= 1 || Math.abs(end.first - 1 - ours.last) <= 1
  if (part && ours.first < end.first && first.first <= ours.last && (shared || /mid/i.test(reading.words))) return true
  // A value marked as unsure may be wider.
  if (/~\/.*~$/.test(mention.time.edtf) && ours.first <= first.first && end.first - 2 <= ours.last) return true
  const slack = mention.time.method === "relative-to-publication" ? 1 : 0
  if (slack < Math.abs(ours.first - first.first)) return false
  const late = ours.last - end.first
  if (-slack - 1 <= late && late <= slack) return true
  const last = daysOf(mention.time.edtf.split("/")[1] ?? "")
  return last !== undefined && last.first === end.first
}

function secondsOf(duration: string): number {
  let sum = 0
  const match = /^P([\d.]+[WDMY])*(?:T([\d.]+[HMS])+)?$/.test(duration)
  if (!match) return Number.NaN
  const [date, time] = duration.slice(1).split("T")
  const units: Readonly<Record<string, number>> = { D: 86400, W: 604800, M: 2592000, Y: 31536000 }
  for (const [, amount, unit] of (date ?? "").matchAll(/([\d.]+)([DWMY])/g)) sum += Number(amount) * units[unit!]!
  for (const [, amount, unit] of (time ?? "").matchAll(/([\d.]+)([HMS])/g))
    sum += Number(amount) * { H: 3600, M: 60, S: 1 }[unit as "H" | "M" | "S"]
  return sum
}
