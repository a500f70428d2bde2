import type { FlatEvidence, Lineage } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { idOf } from "../../core/id.ts"
import type { Citation } from "../../core/reading.ts"
import type { CaseReport } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { houseOf, isPrinterOf, isPublisherOf, sourceKey } from "./houses.ts"
import type { Publishers } from "./publishers.ts"
import { citedShare, covers, round } from "./shares.ts"

/** Of several reports of a cited publisher the one meant has so many more words of what is given to it than the next. */
const LEAST_LEAD = 2

/** The source as the report names it, beside the report of the case that it was found to rest on: a credit line, or a source that only the citing report names. */
export function namedSources(
  byId: ReadonlyMap<string, CaseReport>,
  made: { readonly lineage: Lineage; readonly citations: readonly Citation[] },
  publishers: Publishers,
): Lineage[] {
  const from = byId.get(made.lineage.from)!
  const to = byId.get(made.lineage.to!)!
  const told = made.citations.filter(
    citation =>
      citation.form === "credit" || to.report.publisher === undefined || !isPrinterOf(to, citation, publishers),
  )
  return [...groupBy(told, citation => sourceKey(citation, publishers))].map(([key, citations]) =>
    toSource(from, key, citations, `it names ${citations[0]!.source}; what it gives to it stands in ${to.label}`),
  )
}

function toSource(from: CaseReport, key: string, citations: readonly Citation[], why: string): Lineage {
  return {
    id: idOf("lineage", from.id, "source", key),
    from: from.id,
    to: null,
    source: citations[0]!.source,
    kind: "cites",
    strength: round(citedShare(from, citations)),
    evidence: orderEvidence(citations.map(citation => flatEvidence(citation.evidence))),
    passages: [],
    why,
  }
}

/** Citations that no pair answers: of a report of the case, or of a source outside it. */
export function fromCitations(
  reports: readonly CaseReport[],
  answered: ReadonlySet<string>,
  known: readonly Lineage[],
  publishers: Publishers,
): Lineage[] {
  const own = groupBy(
    reports.filter(report => houseOf(report) !== undefined),
    report => houseOf(report)!,
  )
  const printed = groupBy(
    reports.flatMap(report => [...report.printedBy.keys()].map(key => ({ key, report }))),
    ({ key }) => key,
  )
  // A house is cited for what it wrote itself; where it has only copies, for what it copied.
  const citedAs = (key: string): readonly CaseReport[] =>
    own.get(key) ?? (printed.get(key) ?? []).map(({ report }) => report)
  const linked = new Set(known.map(lineage => `${lineage.from} ${lineage.to}`))
  const found: Lineage[] = []
  for (const report of reports) {
    const open = report.reading.citations.filter(
      citation =>
        !answered.has(citation.id) &&
        ((citation.kind === "outlet" || citation.kind === "wire" || citation.kind === "document") && isNamed(citation)
          ? true
          : citation.kind === "unnamed-agencies") &&
        !isPublisherOf(report, citation, publishers),
    )
    for (const [key, citations] of groupBy(open, citation => sourceKey(citation, publishers))) {
      const evidence = orderEvidence(citations.map(citation => flatEvidence(citation.evidence)))
      const strength = citedShare(report, citations)
      const cited = citedAs(key).filter(other => other.id !== report.id)
      const meant = meantBy(
        report,
        citations,
        cited.filter(other => isKnownBy(other, report)),
      )
      if (meant && !linked.has(`${report.id} ${meant.id}`))
        found.push(toCite(report, meant, citations[0]!, strength, evidence, publishers))
      else if (cited.every(other => !linked.has(`${report.id} ${other.id}`)))
        found.push(
          toSource(
            report,
            key,
            citations,
            citations[0]!.kind === "unnamed-agencies"
              ? `it credits ${citations[0]!.source} without naming ${/s$|media$/u.test(citations[0]!.source) ? "them" : "it"}`
              : `it names ${citations[0]!.source}, which is not a report of the case`,
          ),
        )
    }
  }
  return found
}

/** Which of a publisher's reports is cited: the only one, else the one that tells most of what is given to it. Undefined when that cannot be told. */
function meantBy(
  report: CaseReport,
  citations: readonly Citation[],
  cited: readonly CaseReport[],
): CaseReport | undefined {
  if (cited.length <= 1) return cited[0]
  const given = report.sentences.filter(sentence => citations.some(citation => covers(citation, sentence.span)))
  const stems = unique(given.flatMap(sentence => sentence.stems))
  const ranked = cited.map(other => {
    const told = new Set(other.sentences.flatMap(sentence => sentence.stems))
    return { other, shared: stems.filter(stem => told.has(stem)).length }
  })
  const [best, next] = sortBy(
    ranked,
    item => -item.shared,
    item => item.other.id,
  )
  return LEAST_LEAD <= best!.shared - next!.shared ? best!.other : undefined
}

/** True for a source with a name of its own: "the same report" names nobody. */
function isNamed(citation: Citation): boolean {
  return citation.known !== undefined || /^(the |a |an )?\p{Lu}/u.test(citation.source)
}

/** True unless `cited` came out on a later day than the citing report's last version. */
function isKnownBy(cited: CaseReport, citing: CaseReport): boolean {
  const updated = citing.report.updated && daysOf(citing.report.updated.time.edtf)
  const last = Math.max(citing.publishedDays?.last ?? 0, updated?.last ?? 0)
  return cited.publishedDays === undefined || last === 0 || cited.publishedDays.first <= last
}

function toCite(
  from: CaseReport,
  to: CaseReport,
  citation: Citation,
  strength: number,
  evidence: FlatEvidence[],
  publishers: Publishers,
): Lineage {
  const { source } = citation
  const isHouse = isPublisherOf(to, citation, publishers)
  return {
    id: idOf("lineage", from.id, to.id),
    from: from.id,
    to: to.id,
    source,
    kind: "cites",
    strength: round(strength),
    evidence,
    passages: [],
    why: `it names ${source}, ${isHouse ? "the publisher of" : "which printed the words of"} ${to.label}, but no passage is shared`,
  }
}
