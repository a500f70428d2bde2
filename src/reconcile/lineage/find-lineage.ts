import type { FlatEvidence, Lineage } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { idOf } from "../../core/id.ts"
import type { Citation } from "../../core/reading.ts"
import { overlaps } from "../../core/span.ts"
import { type CaseReport, publishedBefore } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { LEAST_WORDS, type SharedSentence, toPassage } from "./find-passages.ts"
import { houseOf, isPublisherOf, isSameHouse, sameSource, sourceKey } from "./houses.ts"
import { longestChain } from "./loose-chains.ts"
import { markCircles } from "./mark-circles.ts"
import type { Publishers } from "./publishers.ts"

/** A report resting on another needs this share of its sentences to be shared, unless it cites it. */
const LEAST_STRENGTH = 0.25
/** Passages this much alike are the same words: two of them in the same order are no chance. */
const SAME_WORDS = 0.85
/** A sentence without names and numbers has more words of content than this before it tells anything of its own. */
const PHRASE_STEMS = 7
/** So many words of content in one sentence are not the same by chance. */
const LONG_STEMS = 10
const LONG_SAME = 0.9
/** So many passages in the same order are no chance though they are reworded: the first two facts of an event are told by all its reporters. */
const LEAST_CHAIN = 3
/** Of several reports of a cited publisher the one meant has so many more words of what is given to it than the next. */
const LEAST_LEAD = 2
/** From this share on, and with the same words, it is a copy. */
const COPY_STRENGTH = 0.6
/** From this share on, two texts of one house are an update of each other. */
const UPDATE_STRENGTH = 0.25

/** One report and what it shares with another. */
interface Pair {
  readonly a: CaseReport
  readonly b: CaseReport
  readonly shared: readonly SharedSentence[]
}

/** Who rests on whom: pairs of reports with shared passages, and sources that are cited but not in the case. */
export function findLineage(
  reports: readonly CaseReport[],
  shared: readonly SharedSentence[],
  publishers: Publishers,
): Lineage[] {
  const byId = new Map(reports.map(report => [report.id, report]))
  const pairs: Pair[] = [...groupBy(shared, item => [item.a.reportId, item.b.reportId].sort().join(" "))].map(
    ([key, items]) => {
      const [a, b] = key.split(" ")
      return { a: byId.get(a!)!, b: byId.get(b!)!, shared: items }
    },
  )
  const lineages: Lineage[] = []
  const answered = new Set<string>()
  const named: Lineage[] = []
  for (const pair of pairs) {
    const made = fromPair(withoutMutualCitation(pair, publishers), publishers)
    if (!made) continue
    lineages.push(made.lineage)
    for (const citation of made.citations) answered.add(citation.id)
    named.push(...namedSources(byId, made, publishers))
  }
  const direct = withoutDetours(lineages)
  const sources = [...named, ...fromCitations(reports, answered, direct, publishers)]
  direct.push(...new Map(sources.map(source => [source.id, source])).values())
  return sortBy(
    markCircles(direct, byId),
    lineage => lineage.from,
    lineage => lineage.to ?? "",
    lineage => lineage.source ?? "",
  )
}

/** Leaves out that a report rests on a copy when it rests at least as much on what the copy rests on. */
function withoutDetours(lineages: readonly Lineage[]): Lineage[] {
  const from = groupBy(lineages, lineage => lineage.from)
  return lineages.filter(
    detour =>
      !(from.get(detour.from) ?? []).some(
        straight =>
          straight.to !== detour.to &&
          detour.strength <= straight.strength &&
          (from.get(detour.to!) ?? []).some(step => step.to === straight.to && step.kind === "copies"),
      ),
  )
}

/** Where two reports cite each other, what either gives to the other proves no copying: the circle is told by the citations. */
function withoutMutualCitation(pair: Pair, publishers: Publishers): Pair {
  const { a, b } = pair
  const aCitesB = a.reading.citations.filter(citation => isPublisherOf(b, citation, publishers))
  const bCitesA = b.reading.citations.filter(citation => isPublisherOf(a, citation, publishers))
  if (aCitesB.length === 0 || bCitesA.length === 0) return pair
  const own = (item: SharedSentence, report: CaseReport) => (item.a.reportId === report.id ? item.a : item.b)
  const shared = pair.shared.filter(
    item =>
      !aCitesB.some(citation => covers(citation, own(item, a).span)) &&
      !bCitesA.some(citation => covers(citation, own(item, b).span)),
  )
  return { ...pair, shared }
}

/** What the shared passages of two reports prove about them, if anything. */
function fromPair(
  pair: Pair,
  publishers: Publishers,
): { lineage: Lineage; citations: readonly Citation[] } | undefined {
  const { from, to, why, citations } = directionOf(pair, publishers)
  const strength = shareOf(from, pair.shared)
  const told = pair.shared.filter(item => !item.speech)
  const toldShare = shareOf(from, told)
  const cited = 0 < citations.length
  // Two reporters may both have heard the same words: speech alone proves no copying.
  const telling = told.filter(isTelling)
  const enough =
    (LEAST_CHAIN <= longestChain(telling).length && LEAST_STRENGTH <= toldShare) ||
    (cited && 2 <= pair.shared.filter(isTelling).length) ||
    (telling.some(isLong) && LEAST_STRENGTH <= toldShare) ||
    2 <= longestChain(telling.filter(item => SAME_WORDS <= item.similarity)).length
  if (!enough) return undefined
  const literal = pair.shared.filter(item => item.kind === "verbatim" || item.kind === "near").length
  const sameHouse = isSameHouse(from, to)
  const kind: Lineage["kind"] =
    sameHouse && UPDATE_STRENGTH <= strength
      ? "updates"
      : COPY_STRENGTH <= strength && 0.8 <= literal / pair.shared.length
        ? "copies"
        : "rewrites"
  const passages = sortBy(
    pair.shared.map(item => toPassage(item, from, to)),
    passage => passage.from.start,
    passage => passage.to.start,
  )
  const lineage: Lineage = {
    id: idOf("lineage", from.id, to.id),
    from: from.id,
    to: to.id,
    ...(cited && !isPublisherOf(to, citations[0]!, publishers) ? { source: citations[0]!.source } : {}),
    kind,
    strength: round(strength),
    evidence: orderEvidence(citations.map(citation => flatEvidence(citation.evidence))),
    passages,
    why: `${pair.shared.length} ${pair.shared.length === 1 ? "passage" : "passages"} shared (${literal} in the same words), ${Math.round(strength * 100)} % of this report; ${why}`,
  }
  return { lineage, citations }
}

/** The source as the report names it, beside the report of the case that it was found to rest on: a credit line, or a source that only the citing report names. */
function namedSources(
  byId: ReadonlyMap<string, CaseReport>,
  made: { readonly lineage: Lineage; readonly citations: readonly Citation[] },
  publishers: Publishers,
): Lineage[] {
  const from = byId.get(made.lineage.from)!
  const to = byId.get(made.lineage.to!)!
  const told = made.citations.filter(
    citation =>
      citation.form === "credit" || to.report.publisher === undefined || !isPublisherOf(to, citation, publishers),
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

interface Direction {
  readonly from: CaseReport
  readonly to: CaseReport
  readonly why: string
  readonly citations: readonly Citation[]
}

/** Which of the two rests on the other. The first signal that speaks decides; when none does, the one with more of its text shared is said to rest on the other, "direction unknown". */
function directionOf({ a, b, shared }: Pair, publishers: Publishers): Direction {
  const aCitesB = a.reading.citations.filter(citation => isPublisherOf(b, citation, publishers))
  const bCitesA = b.reading.citations.filter(citation => isPublisherOf(a, citation, publishers))
  const cites = (from: CaseReport, to: CaseReport, citations: readonly Citation[]): Direction => ({
    from,
    to,
    citations,
    why: `it names ${to.sourceName} as its source`,
  })
  if (0 < aCitesB.length && bCitesA.length === 0) return cites(a, b, aCitesB)
  if (0 < bCitesA.length && aCitesB.length === 0) return cites(b, a, bCitesA)
  if (a.publisher?.wire !== b.publisher?.wire && (a.publisher?.wire || b.publisher?.wire)) {
    const [from, to] = a.publisher?.wire ? [b, a] : [a, b]
    const earlier = publishedBefore(from, to) < 0
    if (!earlier) return { from, to, citations: [], why: `${to.sourceName} is a wire service` }
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
    return { from, to, citations: [], why: `${to.sourceName} was published earlier` }
  }
  const aShare = shareOf(a, shared)
  const bShare = shareOf(b, shared)
  const [from, to] = aShare < bShare ? [b, a] : [a, b]
  return { from, to, citations: [], why: "direction unknown: no dates, credits or citations tell who was first" }
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

function covers(citation: Citation, span: { start: number; end: number }): boolean {
  return overlaps(citation.scope ?? citation.evidence.span, span) || overlaps(citation.evidence.span, span)
}

/** Citations that no pair answers: of a report of the case, or of a source outside it. */
function fromCitations(
  reports: readonly CaseReport[],
  answered: ReadonlySet<string>,
  known: readonly Lineage[],
  publishers: Publishers,
): Lineage[] {
  const byHouse = groupBy(
    reports.filter(report => houseOf(report) !== undefined),
    report => houseOf(report)!,
  )
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
      const cited = (byHouse.get(key) ?? []).filter(other => other.id !== report.id)
      const meant = meantBy(
        report,
        citations,
        cited.filter(other => isKnownBy(other, report)),
      )
      if (meant && !linked.has(`${report.id} ${meant.id}`))
        found.push(toCite(report, meant, citations[0]!.source, strength, evidence))
      else if (cited.every(other => !linked.has(`${report.id} ${other.id}`)))
        found.push(
          toSource(
            report,
            key,
            citations,
            citations[0]!.kind === "unnamed-agencies"
              ? "it credits agencies without naming them"
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

function toCite(from: CaseReport, to: CaseReport, source: string, strength: number, evidence: FlatEvidence[]): Lineage {
  return {
    id: idOf("lineage", from.id, to.id),
    from: from.id,
    to: to.id,
    source,
    kind: "cites",
    strength: round(strength),
    evidence,
    passages: [],
    why: `it names ${source}, the publisher of ${to.label}, but no passage is shared`,
  }
}

/** Share of the report's sentences that it shares; ones too short to tell anything do not count. */
function shareOf(report: CaseReport, shared: readonly SharedSentence[]): number {
  const own = new Set(shared.map(item => (item.a.reportId === report.id ? item.a.id : item.b.id)))
  const all = report.sentences.filter(sentence => LEAST_WORDS <= sentence.words.length).length
  return own.size / Math.max(1, all, own.size)
}

/** Share of the report that its citations cover; all of it when a credit line has no scope. */
function citedShare(report: CaseReport, citations: readonly Citation[]): number {
  if (citations.some(citation => citation.form === "credit" && citation.scope === undefined)) return 1
  const covered = report.sentences.filter(sentence => citations.some(citation => covers(citation, sentence.span)))
  return covered.length / Math.max(1, report.sentences.length)
}

/** True for a passage that tells a detail: a name, a number, or more than a phrase that everybody writes of such events ("no group has claimed responsibility"). */
function isTelling({ a, b }: SharedSentence): boolean {
  return [a, b].every(
    sentence =>
      PHRASE_STEMS < sentence.stems.length || sentence.words.some(word => word.capital || /\d/.test(word.stem)),
  )
}

/** True for a sentence so long that two reporters do not write it in the same words. */
function isLong({ a, b, similarity }: SharedSentence): boolean {
  return LONG_SAME <= similarity && LONG_STEMS <= Math.min(a.stems.length, b.stems.length)
}

function round(value: number): number {
  return Math.round(Math.min(1, value) * 100) / 100
}
