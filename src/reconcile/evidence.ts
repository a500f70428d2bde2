import { type FlatEvidence, flatEvidence } from "../core/casefile.ts"
import type { Span } from "../core/span.ts"
import { evidenceAt } from "../core/span.ts"
import { sortBy } from "./union.ts"

/** Flat evidence of a span of a report. */
export function flatAt(report: { readonly id: string; readonly text: string }, span: Span): FlatEvidence {
  return flatEvidence(evidenceAt(report, span))
}

/** Each stretch once, in order of report and place. */
export function orderEvidence(evidence: readonly FlatEvidence[]): FlatEvidence[] {
  const byPlace = new Map(evidence.map(item => [`${item.reportId} ${item.start} ${item.end}`, item]))
  return sortBy(
    [...byPlace.values()],
    item => item.reportId,
    item => item.start,
    item => item.end,
  )
}
