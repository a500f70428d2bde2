import type { EventMention } from "../../src/core/reading.ts"
import { analyse } from "../../src/english/analyse.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { reportOf } from "../../src/english/report-of.ts"
import { findEvents } from "../../src/extract/events/find-events.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Run } from "../part.ts"

/** The events of a plain text. `published` is its day, 2014-01-28, or empty when it is not known. */
export function eventsOf(text: string, published: string, run: Run): readonly EventMention[] {
  return findEvents(analysisOf(text, published, run), politicalViolence).value
}

/** A plain text read up to its events. */
export function analysisOf(text: string, published: string, run: Run): Analysis {
  const plain = reportOf(text.trim())
  const time = { kind: "time", edtf: published, precision: "day", text: published, method: "explicit" } as const
  const report = published === "" ? plain : { ...plain, published: { time, source: "user" as const } }
  return analyse(report, run.english).value
}
