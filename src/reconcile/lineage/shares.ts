import type { Citation } from "../../core/reading.ts"
import { overlaps, type Span } from "../../core/span.ts"
import type { CaseReport } from "../case-report.ts"
import { LEAST_WORDS, type SharedSentence } from "./find-passages.ts"

/** True when the span is given to the cited source, or names it. */
export function covers(citation: Citation, span: Span): boolean {
  return overlaps(citation.scope ?? citation.evidence.span, span) || overlaps(citation.evidence.span, span)
}

/** Share of the report's sentences that it shares; ones too short to tell anything do not count. */
export function shareOf(report: CaseReport, shared: readonly SharedSentence[]): number {
  const own = new Set(shared.map(item => (item.a.reportId === report.id ? item.a.id : item.b.id)))
  const all = report.sentences.filter(sentence => LEAST_WORDS <= sentence.words.length).length
  return own.size / Math.max(1, all, own.size)
}

/** Share of the report that its citations cover; all of it when a credit line has no scope. */
export function citedShare(report: CaseReport, citations: readonly Citation[]): number {
  if (citations.some(citation => citation.form === "credit" && citation.scope === undefined)) return 1
  const covered = report.sentences.filter(sentence => citations.some(citation => covers(citation, sentence.span)))
  return covered.length / Math.max(1, report.sentences.length)
}

/** A share as the case file writes it: at most 1, two decimals. */
export function round(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100
}
