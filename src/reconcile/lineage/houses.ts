import type { Citation } from "../../core/reading.ts"
import type { CaseReport, ReportHead } from "../case-report.ts"
import type { Publisher } from "../options.ts"
import { type Publishers, publisherKey } from "./publishers.ts"

/** True when both were published by one publisher or one family. */
export function isSameHouse(a: ReportHead, b: ReportHead): boolean {
  if (a.publisher && b.publisher)
    return (
      a.publisher.key === b.publisher.key ||
      (a.publisher.family !== undefined && a.publisher.family === b.publisher.family)
    )
  const one = a.report.publisher?.value
  const two = b.report.publisher?.value
  return one !== undefined && two !== undefined && publisherKey(one) === publisherKey(two)
}

/** Names that say themselves that their bearer supplies others: "Halyard News Agency", "Agence Gabonaise de Presse". Source: English and Romance languages; Apache-2.0. */
const AGENCY = / (?:(?:news|press) (?:agency|service)|wire service|newswire)$|^(?:agence|agencia|agência|agenzia) /iu

/** True for a wire: by the world's list, else by its name. */
export function isWire(publisher: Publisher | undefined, name: string | undefined): boolean {
  return publisher ? publisher.wire === true : name !== undefined && AGENCY.test(name)
}

/** True when a wire published the report. */
export function isByWire({ publisher, report }: ReportHead): boolean {
  return isWire(publisher, report.publisher?.value)
}

/** True when the citation names the publisher of the report. */
export function isPublisherOf(report: ReportHead, citation: Citation, publishers: Publishers): boolean {
  const cited: Publisher | undefined = publishers.ofCitation(citation)
  if (cited && report.publisher) return cited.key === report.publisher.key
  const name = report.report.publisher?.value
  if (name === undefined) return false
  const key = publisherKey(name)
  const source = publisherKey(citation.source)
  if (key === source) return true
  // "Told the Standard" in the Sella Standard, "told Varn" in that of the Varn News Agency.
  return (
    citation.reportId === report.id &&
    (key.endsWith(` ${source}`) || (key.startsWith(`${source} `) && HOUSE_WORDS.test(key.slice(source.length))))
  )
}

/** What follows the name of a house in its full name. Source: English; Apache-2.0. */
const HOUSE_WORDS = /^(?: (?:news|press|media|agency|service|network|online|radio|television|tv))+$/u

/** True when the citation names the publisher of the report or a house that printed the same words. */
export function isPrinterOf(report: CaseReport, citation: Citation, publishers: Publishers): boolean {
  return isPublisherOf(report, citation, publishers) || report.printedBy.has(sourceKey(citation, publishers))
}

/** Names of the houses that published these reports, by key. */
export function housesOf(reports: readonly ReportHead[]): ReadonlyMap<string, string> {
  return new Map(
    reports.flatMap(report => {
      const key = houseOf(report)
      return key === undefined ? [] : [[key, report.sourceName] as const]
    }),
  )
}

/** True when two citations name one source. */
export function sameSource(a: Citation, b: Citation, publishers: Publishers): boolean {
  return sourceKey(a, publishers) === sourceKey(b, publishers)
}

/** The key under which citations name the report's publisher, see `sourceKey`. */
export function houseOf(report: ReportHead): string | undefined {
  const name = report.report.publisher?.value
  return report.publisher?.key ?? (name === undefined ? undefined : publisherKey(name))
}

/** One key for all ways of naming a cited source. */
export function sourceKey(citation: Citation, publishers: Publishers): string {
  return publishers.ofCitation(citation)?.key ?? citation.known ?? publisherKey(citation.source)
}
