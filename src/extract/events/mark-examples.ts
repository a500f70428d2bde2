import type { Mark } from "../../core/examples.ts"
import type { EventMention } from "../../core/reading.ts"
import type { Report } from "../../core/report.ts"
import { reportOf } from "../../english/report-of.ts"

/** The day all examples are published: a Friday, written here so that no clock is read. */
const PUBLISHED = "2030-06-14"

/** The report that an example line stands for. */
export function exampleReport(text: string): Report {
  const time = { kind: "time", edtf: PUBLISHED, precision: "day", text: PUBLISHED, method: "explicit" } as const
  return { ...reportOf(text), published: { time, source: "user" } }
}

/**
 * The marks of an examples file. A trigger is marked `type:subtype.status`, then `.plural` or `.same` where that holds, a filler by its
 * slot, then its own status where it has one (`wounded.of3` all parts of a sum of three); `cue` are the words that gave the status, `by` is who says so. The second event of a line and all its fillers end in `.2`, and so on.
 */
export function marksOf(events: readonly EventMention[]): Mark[] {
  return events.flatMap((event, index) => {
    const number = index === 0 ? "" : `.${index + 1}`
    const kind = event.subtype === undefined ? event.type : `${event.type}:${event.subtype}`
    const flags = `${event.plural ? ".plural" : ""}${event.sameAs === undefined ? "" : ".same"}`
    return [
      { ...event.trigger.span, label: `${kind}.${event.status}${flags}${number}` },
      ...(event.statusEvidence && event.statusEvidence.span.start !== event.trigger.span.start
        ? [{ ...event.statusEvidence.span, label: `cue${number}` }]
        : []),
      ...event.attribution.flatMap(by => (by.evidence ? [{ ...by.evidence.span, label: `by${number}` }] : [])),
      ...event.fills.flatMap(fill => {
        const sum = fill.parts && fill.value.kind === "count" ? `.of${fill.value.low}` : ""
        const label = `${fill.slot}${sum}${fill.status === undefined ? "" : `.${fill.status}`}${number}`
        return [fill.evidence, ...(fill.parts ?? [])].map(({ span }) => ({ ...span, label }))
      }),
    ]
  })
}
