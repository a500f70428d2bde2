import { dayNumber, daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { EventMention, Statement } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { Time } from "../../core/value.ts"
import type { Analysis, Sentence, Token } from "../../english/analysis.ts"
import { sentenceAt } from "../../english/tree.ts"
import { spanOfRange } from "../statements/phrase.ts"
import type { Threat } from "./find-threat.ts"

/** A time of the same sentence that goes with the deed: not one that lies in the threat, nor after "before". */
export function issuedIn(
  analysis: Analysis,
  sentence: Sentence,
  token: Token,
  threat: Threat | undefined,
): Time | undefined {
  const harmSpan = threat && spanOfRange(analysis, { first: threat.harm.index, last: threat.last })
  const candidates = analysis.times.filter(
    time =>
      sentence.start <= time.start &&
      time.end <= sentence.end &&
      (time.time.precision !== "unknown" || isDay(time.time.text)) &&
      time.duration === undefined &&
      !isAhead(analysis, time.time) &&
      !(
        harmSpan &&
        harmSpan.start <= time.start &&
        time.end <= harmSpan.end &&
        !isLast(analysis, time.end, sentence)
      ) &&
      !/\b(?:(?:before|ahead of|prior to|in advance of|since|until|after)\s+(?:the\s+)?(?:\w+\s+){0,7}|by\s+(?:the\s+)?)$/i.test(
        analysis.report.text.slice(Math.max(sentence.start, time.start - 80), time.start),
      ),
  )
  // The nearest to the verb.
  const distance = (time: Span) => Math.min(Math.abs(time.start - token.end), Math.abs(token.start - time.end))
  return candidates.sort((a, b) => distance(a) - distance(b))[0]?.time
}

/** A day behind the report's own: what comes then was not said then. */
function isAhead({ report }: Analysis, time: Time): boolean {
  const day = daysOf(time.edtf)
  const published = daysOf(report.published?.time.edtf ?? "")
  return day !== undefined && published !== undefined && published.last < day.first
}

function isLast(analysis: Analysis, end: number, sentence: Sentence): boolean {
  return analysis.report.text.slice(end, sentence.end).replace(/[\s.,"”’»]/g, "") === ""
}

/** "March 7" in a report that has no date of its own: its words are kept, its year is unknown. */
function isDay(text: string): boolean {
  return /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]*|\.)(?!\p{L})/u.test(text)
}

const COUNTED = /^(\w+)\s+(day|week|month)s?\s+(?:before|ahead of)\b/i
const NUMBERS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
]

/** "six days before the bombing": that many days before the first telling of that event, when its day is known. */
export function issuedBefore(
  analysis: Analysis,
  issued: Time,
  around: Span,
  before: readonly string[],
  events: readonly EventMention[],
): Time | undefined {
  if (issued.edtf !== "" || before.length !== 1) return undefined
  const sentence = sentenceAt(analysis, around.start)
  if (!sentence) return undefined
  const words = analysis.report.text.slice(sentence.start, sentence.end)
  for (let at = 0; at < words.length; at++) {
    if (at !== 0 && /[\p{L}\p{N}]/u.test(words[at - 1]!)) continue
    const match = COUNTED.exec(words.slice(at))
    if (!match) continue
    const word = match[1]!.toLowerCase()
    const number = /^\d+$/.test(word) ? Number(word) : word === "a" ? 1 : NUMBERS.indexOf(word)
    // "almost a week before" is no day.
    if (
      number < 1 ||
      /\b(?:almost|nearly|about|around|roughly|over|more than|at least|some|within)\s+$/i.test(words.slice(0, at))
    )
      return undefined
    const days = [events.find(event => event.id === before[0]), ...events.filter(event => event.sameAs === before[0])]
      .flatMap(event => event?.fills ?? [])
      .flatMap(fill => (fill.slot === "when" && fill.value.kind === "time" ? (daysOf(fill.value.edtf) ?? []) : []))
    const day = days.find(({ first, last }) => first === last)?.first
    if (day === undefined) return undefined
    const unit = match[2]!.toLowerCase()
    const date = new Date(day * 86_400_000)
    const moved =
      unit === "month"
        ? dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1 - number, date.getUTCDate())
        : day - number * (unit === "week" ? 7 : 1)
    return {
      kind: "time",
      edtf: unit === "month" ? edtfOfDay(moved).slice(0, 7) : edtfOfDay(moved),
      precision: unit === "month" ? "month" : "day",
      text: match[0],
      method: "relative-to-text",
    }
  }
  return undefined
}

/** "In the same message the group told": the time of the nearest statement before by the same speaker. */
export function issuedInSameMessage(
  analysis: Analysis,
  at: number,
  entityId: string | undefined,
  statements: readonly Statement[],
): Time | undefined {
  const sentence = sentenceAt(analysis, at)
  if (!sentence || entityId === undefined) return undefined
  if (
    !/^\W*in (?:the same|its|their|his|her|that|this) (?:message|statement|claim|video|post|recording|letter|broadcast)\b/i.test(
      analysis.report.text.slice(sentence.start, sentence.end),
    )
  )
    return undefined
  return statements.findLast(
    one => one.speaker.entityId === entityId && one.time !== undefined && one.evidence[0]!.span.start < sentence.start,
  )?.time
}

const GIVEN =
  /\b(?:the|this|that) (?:warning|message|notice|alert|tip-off|information|letter)(?: (?:was|had been|were))? (?:given|sent|passed on|passed|delivered|issued|received|handed over|conveyed|relayed|dated)\b/i

/** "The warning was given on 29 October", at most three sentences behind the notice. */
export function issuedBehind(analysis: Analysis, at: number): Time | undefined {
  const own = sentenceAt(analysis, at)
  if (!own) return undefined
  const index = analysis.sentences.indexOf(own)
  for (const sentence of analysis.sentences.slice(index + 1, index + 4)) {
    const match = GIVEN.exec(analysis.report.text.slice(sentence.start, sentence.end))
    if (!match) continue
    const end = sentence.start + match.index + match[0].length
    const time = analysis.times.find(one => end <= one.start && one.start <= end + 6 && one.end <= sentence.end)
    if (time && time.duration === undefined && time.time.precision !== "unknown") return time.time
  }
  return undefined
}
