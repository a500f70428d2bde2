import type { Citation } from "../../core/reading.ts"
import { type CaseReport, publishedBefore, type ReportHead } from "../case-report.ts"
import { groupBy, sortBy } from "../union.ts"
import type { SharedSentence } from "./find-passages.ts"
import { isByWire, isPrinterOf, isPublisherOf, sameSource, sourceKey } from "./houses.ts"
import type { Publishers } from "./publishers.ts"
import { covers, shareOf } from "./shares.ts"

/** Two reports and what they share. */
export interface Pair {
  readonly a: CaseReport
  readonly b: CaseReport
  readonly shared: readonly SharedSentence[]
}

/** Who rests on whom, and the signal that told. */
export interface Direction {
  readonly from: CaseReport
  readonly to: CaseReport
  readonly why: string
  readonly citations: readonly Citation[]
}

/** The signals that give a direction, in words. */
export const SIGNALS = {
  named: (to: ReportHead) => `it names ${to.sourceName} as its source`,
  printed: (source: string, to: ReportHead) =>
    `it names ${source}, which printed the words of ${to.label}, as its source`,
  wire: (to: ReportHead) => `${to.sourceName} is a wire service`,
  aggregator: (from: ReportHead) => `${from.sourceName} shows the reports of others`,
  earlier: (to: ReportHead) => `${to.sourceName} was published earlier`,
  unknown: "direction unknown: no dates, credits or citations tell who was first",
} as const

/** Which of the two rests on the other. The first signal that speaks decides; when none does, the one with more of its text shared is said to rest on the other, "direction unknown". */
export function directionOf({ a, b, shared }: Pair, publishers: Publishers): Direction {
  const aCitesB = a.reading.citations.filter(citation => isPrinterOf(b, citation, publishers))
  const bCitesA = b.reading.citations.filter(citation => isPrinterOf(a, citation, publishers))
  const cites = (from: CaseReport, to: CaseReport, citations: readonly Citation[]): Direction => {
    const byName = citations.some(citation => isPublisherOf(to, citation, publishers))
    return { from, to, citations, why: byName ? SIGNALS.named(to) : SIGNALS.printed(citations[0]!.source, to) }
  }
  if (0 < aCitesB.length && bCitesA.length === 0) return cites(a, b, aCitesB)
  if (0 < bCitesA.length && aCitesB.length === 0) return cites(b, a, bCitesA)
  if (isByWire(a) !== isByWire(b)) {
    const [from, to] = isByWire(a) ? [b, a] : [a, b]
    const earlier = publishedBefore(from, to) < 0
    if (!earlier) return { from, to, citations: [], why: SIGNALS.wire(to) }
  }
  const aShows = a.publisher?.aggregator === true
  if (aShows !== (b.publisher?.aggregator === true)) {
    const [from, to] = aShows ? [a, b] : [b, a]
    if (publishedBefore(from, to) >= 0) return { from, to, citations: [], why: SIGNALS.aggregator(from) }
  }
  const aBorrows = borrowed(a, b, shared, publishers)
  const bBorrows = borrowed(b, a, shared, publishers)
  if (aBorrows.length !== bBorrows.length) {
    const [from, to, citations] = aBorrows.length > bBorrows.length ? [a, b, aBorrows] : [b, a, bBorrows]
    const source = citations[0]!.source
    return {
      from,
      to,
      citations,
      why: `it gives these passages to ${source}, and ${to.label}, whose publisher is unknown, has them in its own voice`,
    }
  }
  const aCredits = creditsAgencies(a)
  if (aCredits !== creditsAgencies(b)) {
    const [from, to] = aCredits ? [a, b] : [b, a]
    if (publishedBefore(from, to) >= 0)
      return { from, to, citations: [], why: "it says that it rests on agencies without naming them" }
  }
  const time = publishedBefore(a, b)
  if (time !== 0) {
    const [from, to] = time < 0 ? [b, a] : [a, b]
    return { from, to, citations: [], why: SIGNALS.earlier(to) }
  }
  const aShare = shareOf(a, shared)
  const bShare = shareOf(b, shared)
  const [from, to] = aShare < bShare ? [b, a] : [a, b]
  return { from, to, citations: [], why: SIGNALS.unknown }
}

function creditsAgencies(report: CaseReport): boolean {
  return report.reading.citations.some(citation => citation.kind === "unnamed-agencies")
}

/** Citations of an outside source with which `from` covers passages that `to`, of unknown publisher, has without naming that source. */
function borrowed(
  from: CaseReport,
  to: CaseReport,
  shared: readonly SharedSentence[],
  publishers: Publishers,
): Citation[] {
  if (to.publisher !== undefined || to.report.publisher !== undefined) return []
  const own = shared.map(item => (item.a.reportId === from.id ? item.a : item.b))
  const outside = from.reading.citations.filter(
    citation =>
      (citation.kind === "outlet" || citation.kind === "wire") &&
      !isPublisherOf(from, citation, publishers) &&
      !to.reading.citations.some(other => sameSource(other, citation, publishers)),
  )
  const bySource = groupBy(outside, citation => sourceKey(citation, publishers))
  // The source meant is the one whose citations cover most shared passages; one that covers none proves nothing.
  const best = sortBy(
    [...bySource].map(([key, citations]) => {
      const covering = citations.filter(citation => own.some(sentence => covers(citation, sentence.span)))
      return { key, citations, covering: covering.length }
    }),
    item => -item.covering,
    item => item.key,
  )[0]
  return best !== undefined && 1 <= best.covering ? best.citations : []
}
