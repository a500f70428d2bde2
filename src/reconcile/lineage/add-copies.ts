import type { Entity, Fact, Incident, Origin, Position, Warning } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { comparePublished, type Teller } from "../case-report.ts"
import { compareText, groupBy } from "../union.ts"
import type { Copy } from "./unite-copies.ts"

/** Puts exact copies into items that were made without them: each gives the item as it is with the copies counted. */
export interface CopyAdder {
  readonly incident: (incident: Incident) => Incident
  readonly warning: (warning: Warning) => Warning
  readonly origin: (origin: Origin) => Origin
  readonly entity: (entity: Entity) => Entity
}

/** The first and the last that published the words of a report; those without a date count only where no other has one. */
interface Publication {
  readonly first: Teller
  readonly last: Teller
}

/**
 * What an original tells, its copies tell: they are among the reports of its incidents, warnings and origins, and a position was last
 * reported by the last of them. Assertions, statements and mentions stay those of the original. `originals`: the reports copies rest on.
 */
export function addCopies(
  copies: readonly { readonly report: Teller; readonly link: Copy["link"] }[],
  originals: readonly Teller[],
): CopyAdder {
  const copiesOf = groupBy(copies, copy => copy.link.to)
  const publications = new Map(
    originals.flatMap(original => {
      const own = copiesOf.get(original.id)
      return own ? [[original.id, publicationOf([original, ...own.map(copy => copy.report)])] as const] : []
    }),
  )
  const withReports = <T extends { readonly reports: readonly string[] }>(item: T): T =>
    item.reports.some(id => copiesOf.has(id))
      ? {
          ...item,
          reports: item.reports
            .flatMap(id => [id, ...(copiesOf.get(id) ?? []).map(copy => copy.report.id)])
            .sort(compareText),
        }
      : item
  const withFacts = <T extends { readonly facts: readonly Fact[] }>(item: T): T =>
    copies.length === 0 ? item : { ...item, facts: item.facts.map(fact => withDates(fact, publications)) }
  return {
    incident: incident => withReports(withFacts(incident)),
    warning: withReports,
    origin: withReports,
    entity: withFacts,
  }
}

function publicationOf(tellers: readonly Teller[]): Publication {
  const sorted = [...tellers].sort(comparePublished)
  const dated = sorted.filter(teller => teller.publishedDays !== undefined)
  return { first: dated[0] ?? sorted[0]!, last: dated.at(-1) ?? sorted[0]! }
}

function withDates(fact: Fact, publications: ReadonlyMap<string, Publication>): Fact {
  const of = (position: Position): Publication[] =>
    position.assertions.flatMap(assertion => publications.get(assertion.evidence[0]!.reportId) ?? [])
  if (!fact.positions.some(position => 0 < of(position).length)) return fact
  return {
    ...fact,
    positions: fact.positions.map((position): Position => {
      const own = [position.firstReported, position.lastReported].map(
        (edtf): Teller => ({ id: "", published: edtf, publishedDays: daysOf(edtf) }),
      )
      const { first, last } = publicationOf([...own, ...of(position).flatMap(one => [one.first, one.last])])
      return { ...position, firstReported: first.published, lastReported: last.published }
    }),
  }
}
