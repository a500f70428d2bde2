import type { Lineage } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import type { Citation } from "../../core/reading.ts"
import type { CaseReport } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import { groupBy, sortBy } from "../union.ts"
import { fromCitations, namedSources } from "./cited-sources.ts"
import { directionOf, type Pair } from "./direction.ts"
import { type SharedSentence, toPassage } from "./find-passages.ts"
import { isPrinterOf, isSameHouse } from "./houses.ts"
import { markCircles } from "./mark-circles.ts"
import { provesResting } from "./proof.ts"
import type { Publishers } from "./publishers.ts"
import { covers, round, shareOf } from "./shares.ts"

/** From this share on, and with the same words, it is a copy. */
const COPY_STRENGTH = 0.6
/** From this share on, two texts of one house are an update of each other. */
const UPDATE_STRENGTH = 0.25

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
  const aCitesB = a.reading.citations.filter(citation => isPrinterOf(b, citation, publishers))
  const bCitesA = b.reading.citations.filter(citation => isPrinterOf(a, citation, publishers))
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
  const cited = 0 < citations.length
  if (!provesResting(from, pair.shared, cited)) return undefined
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
    ...(cited && !isPrinterOf(to, citations[0]!, publishers) ? { source: citations[0]!.source } : {}),
    kind,
    strength: round(strength),
    evidence: orderEvidence(citations.map(citation => flatEvidence(citation.evidence))),
    passages,
    why: `${pair.shared.length} ${pair.shared.length === 1 ? "passage" : "passages"} shared (${literal} in the same words), ${Math.round(strength * 100)} % of its sentences; ${why}`,
  }
  return { lineage, citations }
}
