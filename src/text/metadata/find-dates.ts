import type { Span } from "../../core/span.ts"
import type { TimePrecision } from "../../core/value.ts"

/** A date that is written out in full. `edtf` is "" when day and month cannot be told apart. */
export interface WrittenDate extends Span {
  readonly text: string
  readonly edtf: string
  readonly precision: TimePrecision
}

const months: Readonly<Record<string, number>> = {
  jan: 1,
  january: 1,
  feb: 2,
  february: 2,
  mar: 3,
  march: 3,
  apr: 4,
  april: 4,
  may: 5,
  jun: 6,
  june: 6,
  jul: 7,
  july: 7,
  aug: 8,
  august: 8,
  sep: 9,
  sept: 9,
  september: 9,
  oct: 10,
  october: 10,
  nov: 11,
  november: 11,
  dec: 12,
  december: 12,
}
const month = `(?<month>${Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join("|")})\\.?`
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? ?(?:the )?)?"
const zone =
  "(?<zone>(?:gmt|utc) ?[+-]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?:z|utc|gmt|bst|cet|cest|eet|eest|wet|west|msk|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|ist|pkt|gst|jst|kst|hkt|sgt|aest|aedt|nzst|nzdt|eat|wat|cat|sast|trt|uyt|art|brt|clt)(?![a-z])|[+-]\\d{2}:?\\d{2})"
const clock = `(?<hour>\\d{1,2})(?:[:.h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?)? ?(?<half>[ap]\\.?m\\.?)?(?: ?(?:hrs|hours|h|uhr))?(?: ?\\(?${zone}\\)?(?!\\d))?`
const timeAfter = `(?:(?:,| at| -| –| \\||T)? ?${clock}(?!\\d))?`

/** Offsets of zone names that mean one thing in news; others ("ET", "CST" in China) leave the time local. Source: IANA tz abbreviations. */
const offsets: Readonly<Record<string, string>> = {
  z: "Z",
  utc: "Z",
  gmt: "Z",
  wet: "Z",
  bst: "+01:00",
  cet: "+01:00",
  west: "+01:00",
  wat: "+01:00",
  cest: "+02:00",
  eet: "+02:00",
  cat: "+02:00",
  sast: "+02:00",
  eest: "+03:00",
  msk: "+03:00",
  eat: "+03:00",
  trt: "+03:00",
  gst: "+04:00",
  pkt: "+05:00",
  hkt: "+08:00",
  sgt: "+08:00",
  jst: "+09:00",
  kst: "+09:00",
  aest: "+10:00",
  aedt: "+11:00",
  nzst: "+12:00",
  nzdt: "+13:00",
  edt: "-04:00",
  est: "-05:00",
  cdt: "-05:00",
  mdt: "-06:00",
  mst: "-07:00",
  pdt: "-07:00",
  pst: "-08:00",
  uyt: "-03:00",
  art: "-03:00",
  brt: "-03:00",
}

const shapes: readonly RegExp[] = [
  // 2024-03-25T13:10:07+00:00, 2024-03-25 13:10, 2024/03/25, 2024.03.25
  new RegExp(
    `(?<![\\d/.-])(?<year>\\d{4})(?<sep>[-/.])(?<monthNumber>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![\\d/-])${timeAfter}`,
    "giu",
  ),
  // Friday, 3 May 2031, 14:05 GMT; 3rd of May 2031; 25-Mar-2024
  new RegExp(
    `(?<![\\d/.-])${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${month},?[ -](?<year>\\d{4})(?!\\d)${timeAfter}`,
    "giu",
  ),
  // Friday, May 3, 2031 at 2:05 p.m. ET
  new RegExp(
    `(?<!\\p{L})${weekday}${month} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d(?!\\d?:\\d\\d))${timeAfter}`,
    "giu",
  ),
  // 25/03/2024, 25.03.2024, 3-25-2024: only when one number cannot be a month
  new RegExp(
    `(?<![\\d/.-])(?<first>\\d{1,2})(?<sep>[-/.])(?<other>\\d{1,2})\\k<sep>(?<year>\\d{4})(?![\\d/-]|\\.\\d)${timeAfter}`,
    "giu",
  ),
  // May 2031
  new RegExp(`(?<!\\p{L}|\\d )${month},? (?<year>\\d{4})(?!\\d)`, "giu"),
]

/** Dates written in full in a short text, in order. Weekdays alone, "yesterday" and dates without a year are not among them. */
export function findDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  if (!/\d{4}/.test(text)) return found
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) {
      const start = match.index
      const end = start + match[0].length
      if (found.some(date => date.start < end && start < date.end)) continue
      const value = dateValueOf(match.groups!)
      if (value) found.push({ start, end, text: match[0], ...value })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** A date from metadata such as an attribute: the whole value must be one date. */
export function dateOf(value: string): WrittenDate | undefined {
  const text = value.trim()
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text)
  const spelt = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? `T${compact[4]}:${compact[5]}:${compact[6] ?? "00"}${compact[7] ?? ""}` : ""}`
    : text
  const date = findDates(spelt)[0]
  return date && date.start === 0 && spelt.length - date.end <= 12 ? { ...date, text } : undefined
}

function dateValueOf(
  groups: Readonly<Record<string, string | undefined>>,
): { edtf: string; precision: TimePrecision } | undefined {
  const year = Number(groups.year)
  if (year < 1800 || 2199 < year) return undefined
  let monthNumber = groups.month === undefined ? Number(groups.monthNumber) : months[groups.month.toLowerCase()]!
  let day = groups.day === undefined ? undefined : Number(groups.day)
  if (groups.first !== undefined) {
    const first = Number(groups.first)
    const other = Number(groups.other)
    if (first !== other && first <= 12 && other <= 12) return { edtf: "", precision: "unknown" }
    ;[day, monthNumber] = other <= 12 ? [first, other] : [other, first]
  }
  if (!(1 <= monthNumber && monthNumber <= 12)) return undefined
  const yearMonth = `${groups.year}-${two(monthNumber)}`
  if (day === undefined) return { edtf: yearMonth, precision: "month" }
  if (!(1 <= day && day <= new Date(Date.UTC(year, monthNumber, 0)).getUTCDate())) return undefined
  const date = `${yearMonth}-${two(day)}`
  const time = timeOf(groups)
  return time === undefined ? { edtf: date, precision: "day" } : { edtf: `${date}T${time}`, precision: "instant" }
}

/** "14:05:00Z", or undefined when no minute is given: a lone number behind a date may be anything. */
function timeOf(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  if (groups.hour === undefined || (groups.minute === undefined && groups.half === undefined)) return undefined
  let hour = Number(groups.hour)
  const half = groups.half?.[0]?.toLowerCase()
  if (half !== undefined && !(1 <= hour && hour <= 12)) return undefined
  if (half === "p" && hour < 12) hour += 12
  if (half === "a" && hour === 12) hour = 0
  const minute = Number(groups.minute ?? 0)
  const second = Number(groups.second ?? 0)
  if (23 < hour || 59 < minute || 59 < second) return undefined
  return `${two(hour)}:${two(minute)}:${two(second)}${zoneOf(groups.zone)}`
}

function zoneOf(name: string | undefined): string {
  if (name === undefined) return ""
  const spelt = /^(?:gmt|utc) ?([+-])(\d{1,2}):?(\d{2})?$/i.exec(name)
  const sign = /^([+-])(\d{2}):?(\d{2})$/.exec(spelt ? `${spelt[1]}${two(Number(spelt[2]))}${spelt[3] ?? "00"}` : name)
  if (!sign) return offsets[name.toLowerCase()] ?? ""
  return sign[2] === "00" && sign[3] === "00" ? "Z" : `${sign[1]}${sign[2]}:${sign[3]}`
}

function two(number: number): string {
  return String(number).padStart(2, "0")
}
