import type { Assertion, CaseStatement, Entity, Fact, FlatReport, Incident, Origin } from "../../core/casefile.ts"
import type { Decided } from "../../core/decided.ts"
import { isSaying } from "../../core/reading.ts"
import { mainIncident } from "../brief/incidents.ts"
import type { CaseIndex } from "../views/case-index.ts"
import { peopleTable } from "../views/people/people-table.ts"
import { type DoubtfulJoin, doubtfulJoin, isOpenRefusal } from "./doubtful-joins.ts"

/** What can be in doubt. `proposal`: what a second reader proposes and no words were found for; no reader does yet. */
export const reviewKinds = [
  "dispute",
  "decision",
  "telling",
  "join",
  "apart",
  "statement",
  "origin",
  "date",
  "proposal",
] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** Something to look at, by kind. `key` names it in an address and stays while its subject does. */
export type Entry = {
  readonly key: string
  /** Smaller comes first. */
  readonly rank: readonly [number, number, number, number]
  readonly incident?: Incident
} & (
  | { readonly kind: "dispute"; readonly fact: Fact }
  | { readonly kind: "decision"; readonly decision: Decided }
  | { readonly kind: "telling"; readonly mention: Incident["mentions"][number]; readonly incident: Incident }
  | { readonly kind: "join"; readonly entity: Entity; readonly join: DoubtfulJoin }
  | { readonly kind: "apart"; readonly entity: Entity; readonly other: Entity; readonly why: string }
  | { readonly kind: "statement"; readonly statement: CaseStatement }
  | { readonly kind: "origin"; readonly origin: Origin }
  | { readonly kind: "date"; readonly report: FlatReport }
)

/** The queue, and how many items people have decided about already. */
export interface ReviewQueue {
  readonly entries: readonly Entry[]
  readonly decided: number
}

/** Disputes and broken decisions first, then who and what is one, then single readings and sources. */
const tiers: Readonly<Record<ReviewKind, number>> = {
  dispute: 0,
  decision: 0,
  telling: 1,
  join: 1,
  apart: 1,
  statement: 2,
  origin: 2,
  date: 2,
  proposal: 2,
}

/** Rank of what belongs to no incident: after those that do. */
const NOWHERE = 1e6

/** A telling joined with nothing to say for it but that nothing speaks against it, in the words of `reconcile/incidents`. */
const LOOSE_TELLING = /^nothing in the report tells it apart/u

const queues = new WeakMap<CaseIndex, ReviewQueue>()

/** What is left to look at, what matters most first: disputes before doubts, the main incident before the others. Made once for a case. */
export function reviewQueue(index: CaseIndex): ReviewQueue {
  const known = queues.get(index)
  if (known) return known
  const decisions = index.caseFile.decisions ?? []
  const live = decisions.filter(({ action, applies, withdrawn }) => applies && !withdrawn && action !== "withdraw")
  const done = new Set(live.map(({ subject }) => subject))
  const entries = entriesOf(index, done).sort((a, b) => compareRanks(a.rank, b.rank) || (a.key < b.key ? -1 : 1))
  const queue = { entries, decided: done.size }
  queues.set(index, queue)
  return queue
}

function compareRanks(a: Entry["rank"], b: Entry["rank"]): number {
  for (const [place, rank] of a.entries()) if (rank !== b[place]) return rank - b[place]!
  return 0
}

function entriesOf(index: CaseIndex, done: ReadonlySet<string>): Entry[] {
  const { caseFile, overview } = index
  const order = incidentOrder(index)
  const rankOf = (kind: ReviewKind, incidents: readonly string[], weight: number): Entry["rank"] => [
    tiers[kind],
    Math.min(NOWHERE, ...incidents.map(id => order.get(id) ?? NOWHERE)),
    reviewKinds.indexOf(kind),
    -weight,
  ]
  const people = peopleTable(index)
  const isOpen = (id: string) => people.get(id)?.isPrivate === false
  const partsOf = (id: string) => people.get(id)?.parts.map(({ incident }) => incident.id) ?? []
  const disputes = [
    ...overview.incidents.flatMap(incident => incident.facts.map(fact => ({ fact, incident, near: [incident.id] }))),
    ...overview.entities
      .filter(({ id }) => isOpen(id))
      .flatMap(({ id, facts }) => facts.map(fact => ({ fact, incident: undefined, near: partsOf(id) }))),
  ]
    .filter(({ fact }) => fact.relation === "contradict" || fact.relation === "mixed")
    .filter(({ fact }) => !done.has(fact.id) && !assertionsOf(fact).some(({ id }) => done.has(id)))
    .map(
      ({ fact, incident, near }): Entry => ({
        kind: "dispute",
        key: `dispute-${fact.id}`,
        fact,
        ...(incident && { incident }),
        rank: rankOf("dispute", near, fact.origins.high),
      }),
    )
  const broken = (caseFile.decisions ?? [])
    .filter(({ applies, withdrawn }) => !applies && !withdrawn)
    .map(
      (decision): Entry => ({
        kind: "decision",
        key: `decision-${decision.id}`,
        decision,
        rank: rankOf("decision", [], 0),
      }),
    )
  const tellings = overview.incidents.flatMap(incident =>
    incident.mentions
      .filter(({ id, why }) => LOOSE_TELLING.test(why) && !done.has(id) && 1 < incident.mentions.length)
      .map(
        (mention): Entry => ({
          kind: "telling",
          key: `telling-${mention.id}`,
          mention,
          incident,
          rank: rankOf("telling", [incident.id], incident.reports.length),
        }),
      ),
  )
  const entities = caseFile.entities.filter(({ id }) => isOpen(id))
  const joins = entities
    .filter(({ id }) => !done.has(id))
    .flatMap((entity): Entry[] => {
      const join = doubtfulJoin(entity)
      const rank = rankOf("join", partsOf(entity.id), people.get(entity.id)!.reportIds.length)
      return join ? [{ kind: "join", key: `join-${entity.id}`, entity, join, rank }] : []
    })
  return [
    ...disputes,
    ...broken,
    ...tellings,
    ...joins,
    ...apartEntries(index, entities, (a, b, weight) => rankOf("apart", [...partsOf(a), ...partsOf(b)], weight)),
    ...caseFile.statements
      .filter(statement => !isSaying(statement) && !done.has(statement.id))
      .map(
        (statement): Entry => ({
          kind: "statement",
          key: `statement-${statement.id}`,
          statement,
          // Least sure first.
          rank: rankOf("statement", statement.incidents, 1 - statement.score!),
        }),
      ),
    ...caseFile.origins
      .filter(({ id, kind }) => kind === "unproven" && !done.has(id))
      .map(
        (origin): Entry => ({
          kind: "origin",
          key: `origin-${origin.id}`,
          origin,
          rank: rankOf("origin", [], origin.reports.length),
        }),
      ),
    ...caseFile.reports
      .filter(({ id, published }) => published === undefined && !done.has(id))
      .map((report): Entry => ({ kind: "date", key: `date-${report.id}`, report, rank: rankOf("date", [], 0) })),
  ]
}

/** Pairs that were not joined and may be one, each once. */
function apartEntries(
  { entities }: CaseIndex,
  asked: readonly Entity[],
  rankOf: (a: string, b: string, weight: number) => Entry["rank"],
): Entry[] {
  const open = new Set(asked.map(({ id }) => id))
  const pairs = new Map<string, Entry>()
  for (const entity of asked)
    for (const refusal of entity.refused) {
      const other = entities.get(refusal.with)
      const key = `apart-${[entity.id, refusal.with].sort().join("-")}`
      if (!other || !open.has(other.id) || pairs.has(key) || !isOpenRefusal(refusal)) continue
      const weight = entity.mentions.length + other.mentions.length
      pairs.set(key, {
        kind: "apart",
        key,
        entity,
        other,
        why: refusal.why,
        rank: rankOf(entity.id, other.id, weight),
      })
    }
  return [...pairs.values()]
}

/** The place of each incident: the main one first, then by reports. */
function incidentOrder({ caseFile }: CaseIndex): ReadonlyMap<string, number> {
  const main = mainIncident(caseFile)
  const sorted = caseFile.incidents.toSorted(
    (a, b) => Number(b === main) - Number(a === main) || b.reports.length - a.reports.length || (a.id < b.id ? -1 : 1),
  )
  return new Map(sorted.map(({ id }, place) => [id, place]))
}

/** All that reports say in one slot. */
export const assertionsOf = (fact: Fact): readonly Assertion[] => fact.positions.flatMap(({ assertions }) => assertions)
