import { dayNumber, daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { Time } from "../../core/value.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { Range } from "../statements/phrase.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningWords } from "./warning-words.ts"

/** Time that nobody told. */
export const UNKNOWN_TIME: Time = { kind: "time", edtf: "", precision: "unknown", text: "", method: "unknown" }

/** "within six months", "in as little as 48 hours", "this summer": by when it may come. Counted from `issued` when that is a day. */
export function horizonOf(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  issued: Time,
  isThreat = false,
): Time | undefined {
  const start = analysis.tokens[range.first]!.start
  const end = analysis.tokens[range.last - 1]!.end
  const around = analysis.times.filter(
    time =>
      start <= time.start && time.end <= end && !/^(?:the |over the )?(?:past|last|previous)\b/i.test(time.time.text),
  )
  const stretch = around.find(
    time =>
      time.duration !== undefined &&
      /\b(?:in|within|during|next|over|coming|than|as|just|the)\s+(?:\w+\s+){0,4}$/i.test(
        analysis.report.text.slice(Math.max(0, time.start - 40), time.start),
      ) &&
      threat.first - 6 <= tokenAt(analysis, time.start),
  )
  if (stretch?.duration) {
    const text = wordsWithLead(analysis, stretch.start, stretch.end, start)
    const day = daysOf(issued.edtf)
    const until = day && addDuration(day.last, stretch.duration)
    return day && until !== undefined
      ? {
          kind: "time",
          edtf: `${edtfOfDay(day.first)}/${edtfOfDay(until)}`,
          precision: "range",
          text,
          method: "relative-to-text",
        }
      : { kind: "time", edtf: "", precision: "unknown", text, method: "unknown" }
  }
  const until = untilOf(analysis, range, threat, issued, isThreat)
  if (until) return until
  const coming = around.find(
    time =>
      threat.first <= tokenAt(analysis, time.start) + 2 &&
      tokenAt(analysis, time.start) < threat.last + 3 &&
      (/^(this|next|coming|upcoming)\b/i.test(time.time.text) ||
        isAfter(time.time, issued.edtf === "" ? analysis.report.published?.time : issued)),
  )
  return coming?.time
}

const OCCASION =
  /\b(?:ahead of|in the run-up to|in the lead-up to|before|during|over|around)\s+((?:the\s+|its\s+|their\s+|this\s+|next\s+|coming\s+|upcoming\s+|\p{L}+['’]s\s+)*(?:[\p{L}-]+\s+){0,3}?(OCCASIONS))\b/iu

/** "during the Eid holiday", "ahead of the election": an occasion whose day nobody gives; its words, or its day where that stands in them. */
export function occasionWords(analysis: Analysis, threat: Threat, words: WarningWords): Time | undefined {
  const { text } = analysis.report
  const sentence = analysis.sentences[threat.harm.sentence]!
  const pattern = new RegExp(OCCASION.source.replace("OCCASIONS", [...words.comingEvents].join("|")), OCCASION.flags)
  const match = pattern.exec(text.slice(sentence.start, sentence.end))
  if (!match) return vagueHorizon(text, sentence.start, sentence.end)
  const start = sentence.start + match.index + match[0].length - match[1]!.length
  const end = start + match[1]!.length
  const day = analysis.times.find(
    one => start <= one.start && one.start <= end + 4 && one.duration === undefined && one.time.precision !== "unknown",
  )
  if (day) return day.time
  return { kind: "time", edtf: "", precision: "unknown", text: match[1]!, method: "unknown" }
}

const VAGUE =
  /\b(?:(?:in|over|within|during)\s+(?:the\s+)?(?:coming|next|following)\s+(?:few\s+)?(?:hours|days|weeks|months|years)|within\s+(?:hours|days|weeks|months)|in\s+the\s+(?:hours|days|weeks|months|years)\s+(?:ahead|to come)|(?:before|until|by|after|during)\s+(?:the\s+)?(?:next\s+)?(?:rains|rainy season|dry season|harvest|winter|spring|summer|autumn|weekend|holy month|new year|end of (?:the|this) (?:year|month|week))|(?:hours|days|weeks|months)\s+away|at\s+any\s+(?:time|moment)|any\s+(?:day|time)\s+now|soon)\b/i

/** "in the coming days", "before the rains": no day, but words for when. */
function vagueHorizon(text: string, from: number, to: number): Time | undefined {
  const match = VAGUE.exec(text.slice(from, to))
  return match ? { kind: "time", edtf: "", precision: "unknown", text: match[0], method: "unknown" } : undefined
}

/** "before 1 December", "until Nov. 10", "before the year is out" */
function untilOf(analysis: Analysis, range: Range, threat: Threat, issued: Time, isThreat: boolean): Time | undefined {
  const { text } = analysis.report
  // Those who threaten name the day after which they strike.
  const opener = isThreat
    ? /\b(?:before|until|till|by|after)\s+(?:the\s+)?$/i
    : /\b(?:before|until|till|by|through)\s+(?:the\s+)?(?:end of\s+)?$/i
  const from = analysis.tokens[range.first]!.start
  const sentence = analysis.sentences[threat.harm.sentence]!
  const end = Math.max(
    analysis.tokens[range.last - 1]!.end,
    Math.min(sentence.end, analysis.tokens[threat.last - 1]!.end),
  )
  const year = /\b(?:before the (?:year|month) is out|(?:before|by) the end of (?:the|this) (?:year|month))\b/i.exec(
    text.slice(from, end),
  )
  if (year) {
    const unit = /month/i.test(year[0]) ? 7 : 4
    const edtf = daysOf(issued.edtf) && !issued.edtf.includes("/") ? issued.edtf.slice(0, unit) : ""
    return edtf.length === unit
      ? { kind: "time", edtf, precision: unit === 7 ? "month" : "year", text: year[0], method: "relative-to-text" }
      : { kind: "time", edtf: "", precision: "unknown", text: year[0], method: "unknown" }
  }
  const dated = analysis.times.find(
    time =>
      from <= time.start &&
      time.end <= end &&
      time.duration === undefined &&
      opener.test(text.slice(Math.max(from, time.start - 16), time.start)),
  )
  if (dated) return dated.time
  return undefined
}

/** "to keep away until 10 November": until when an advisory holds that names no danger. */
export function holdsUntil(analysis: Analysis, range: Range): Time | undefined {
  const from = analysis.tokens[range.first]!.start
  const end = analysis.tokens[range.last - 1]!.end
  return analysis.times.find(
    time =>
      from <= time.start &&
      time.end <= end &&
      time.duration === undefined &&
      /\b(?:until|till|through|up to)\s+$/i.test(
        analysis.report.text.slice(Math.max(from, time.start - 10), time.start),
      ),
  )?.time
}

/** Behind the day of the warning; of one without a day, behind that of the report. */
function isAfter(time: Time, issued: Time | undefined): boolean {
  const a = daysOf(time.edtf)
  const b = daysOf(issued?.edtf ?? "")
  return a !== undefined && b !== undefined && b.last < a.last
}

function tokenAt(analysis: Analysis, offset: number): number {
  const index = analysis.tokens.findIndex(token => offset <= token.start)
  return index < 0 ? analysis.tokens.length : index
}

/** "in as little as six months": the words that go before the number. */
function wordsWithLead(analysis: Analysis, start: number, end: number, lowest: number): string {
  const { text } = analysis.report
  const lead =
    /(?:\b(?:in|within|over|the|next|coming|as|little|few|just|less|than|only|under|about|roughly)\s+)+$/i.exec(
      text.slice(lowest, start),
    )
  return text.slice(start - (lead?.[0].length ?? 0), end)
}

/** The day number after an ISO 8601 duration; undefined when it is not understood. */
function addDuration(day: number, duration: string): number | undefined {
  const match =
    /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+)H)?(?:\d+M)?(?:\d+S)?)?$/.exec(
      duration,
    )
  if (!match) return undefined
  const date = new Date(day * 86_400_000)
  const months = Math.round(Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0))
  const moved = dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1 + months, date.getUTCDate())
  return moved + Math.round(Number(match[3] ?? 0) * 7 + Number(match[4] ?? 0) + Math.ceil(Number(match[5] ?? 0) / 24))
}
