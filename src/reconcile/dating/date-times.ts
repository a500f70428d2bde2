import { edtfOfDay } from "../../core/edtf.ts"
import type { EventMention, ProfileFill, Reading, SlotFill, Statement, WarningMention } from "../../core/reading.ts"
import { overlaps, type Span } from "../../core/span.ts"
import type { Time, Value } from "../../core/value.ts"
import type { ReadTimes } from "../options.ts"
import type { Bounds } from "./bound-publication.ts"

/**
 * The reading with a value for those of its open times that mean the same on whichever day between the bounds it was published:
 * "March 7" does, "on Sunday" may not. Everything else stays as it was.
 */
export function dateTimes(reading: Reading, bounds: Bounds, readTimes: ReadTimes): Reading {
  const known = agreedTimes(reading, bounds, readTimes)
  if (known.length === 0) return reading
  const at = (span: Span, time: Time): Time => {
    const own = time.edtf === "" ? known.filter(one => overlaps(one.span, span)) : []
    // A fill may be longer than the time in it; two times in one fill say nothing together.
    return own.length === 1 && time.text.includes(own[0]!.time.text) ? { ...own[0]!.time, text: time.text } : time
  }
  /** A time whose place is not kept: the one with its words in the sentences it was read from. */
  const among = (spans: readonly Span[], time: Time): Time => {
    if (time.edtf !== "" || time.text === "") return time
    const sentences = reading.sentences.filter(sentence => spans.some(span => overlaps(span, sentence)))
    const own = known.filter(
      one => one.time.text === time.text && sentences.some(sentence => overlaps(sentence, one.span)),
    )
    const values = new Set(own.map(one => one.time.edtf))
    return values.size === 1 ? own[0]!.time : time
  }
  const value = (one: Value, span: Span): Value => (one.kind === "time" ? at(span, one) : one)
  const fill = <T extends SlotFill | ProfileFill>(one: T): T => ({ ...one, value: value(one.value, one.evidence.span) })
  return {
    ...reading,
    events: reading.events.map((event): EventMention => ({ ...event, fills: event.fills.map(fill) })),
    profiles: reading.profiles.map(fill),
    statements: reading.statements.map(
      (statement): Statement =>
        statement.time
          ? {
              ...statement,
              time: among(
                statement.evidence.map(({ span }) => span),
                statement.time,
              ),
            }
          : statement,
    ),
    warnings: reading.warnings.map((warning): WarningMention => {
      const spans = warning.evidence.map(({ span }) => span)
      return {
        ...warning,
        issued: among(spans, warning.issued),
        ...(warning.horizon && { horizon: among(spans, warning.horizon) }),
      }
    }),
    times: reading.times.map(({ span, time }) => ({ span, time: at(span, time) })),
  }
}

/** Open times that have one and the same value, whatever the day of publication. */
function agreedTimes(reading: Reading, { first, last }: Bounds, readTimes: ReadTimes): { span: Span; time: Time }[] {
  const open = reading.times.filter(({ time }) => time.edtf === "" && time.text !== "")
  if (open.length === 0) return []
  const readings: Map<number, Time>[] = []
  for (let day = first; day <= last; day++)
    readings.push(new Map(readTimes(reading, edtfOfDay(day)).map(({ span, time }) => [span.start, time])))
  return open.flatMap(({ span, time }) => {
    const values = readings.map(times => times.get(span.start))
    const [one] = values
    const agreed = one !== undefined && one.edtf !== "" && values.every(other => other?.edtf === one.edtf)
    return agreed ? [{ span, time: { ...one, text: time.text, method: "relative-to-case" as const } }] : []
  })
}
