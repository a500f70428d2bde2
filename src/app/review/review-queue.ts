import type { Assertion, CaseStatement, Entity, Fact, FlatReport, Incident, Origin } from "../../core/casefile.ts"
import type { Decided } from "../../core/decided.ts"
import { isSaying } from "../../core/reading.ts"
import { mainIncident } from "../brief/incidents.ts"
import type { CaseIndex } from "../views/case-index.ts"
import { peopleTable } from "../views/people/people-table.ts"
import { tableOf } from "../views/table.ts"
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
  readonly byKind: ReadonlyMap<ReviewKind, readonly Entry[]>
  /** The place of each in the queue, by its key. */
  readonly placeOf: ReadonlyMap<string, number>
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

/** What is left to look at, what matters most first: disputes before doubts, the main incident before the others. */
export const reviewQueue = tableOf(function* (index): Generator<void, ReviewQueue> {
  const decisions = index.caseFile.decisions ?? []
  const live = decisions.filter(({ action, applies, withdrawn }) => applies && !withdrawn && action !== "withdraw")
  const done = new Set(live.map(({ subject }) => subject))
  const entries: Entry[] = []
  for (const some of entriesOf(index, done)) {
    for (const entry of some) entries.push(entry)
    yield
  }
  entries.sort((a, b) => compareRanks(a.rank, b.rank) || (a.key < b.key ? -1 : 1))
  yield
  return {
    entries,
    byKind: Map.groupBy(entries, entry => entry.kind as ReviewKind),
    placeOf: new Map(entries.map(({ key }, place) => [key, place])),
    decided: done.size,
  }
})

function compareRanks(a: Entry["rank"], b: Entry["rank"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]
}

/** Entries looked for in one step. */
const STEP = 500

/** All entries, in no order, some at a time. */
function* entriesOf(index: CaseIndex, done: ReadonlySet<string>): Generator<readonly Entry[]> {
  const { caseFile, overview } = index
  const order = incidentOrder(index)
  yield []
  for (const _ of peopleTable.steps(index)) yield []
  const people = peopleTable(index)
  const isOpen = (id: string) => people.get(id)?.isPrivate === false
  const placeOf = (id: string) => order.get(id) ?? NOWHERE
  const placeOfAll = (ids: Iterable<string>) => {
    let least = NOWHERE
    for (const id of ids) least = Math.min(least, placeOf(id))
    return least
  }
  const places = new Map<string, number>()
  /** The first of the incidents that somebody has a part in. */
  const placeOfOne = (id: string): number => {
    const known = places.get(id)
    if (known !== undefined) return known
    const place = placeOfAll((people.get(id)?.parts ?? []).map(({ incident }) => incident.id))
    places.set(id, place)
    return place
  }
  const rankOf = (kind: ReviewKind, place: number, weight: number): Entry["rank"] => [
    tiers[kind],
    place,
    reviewKinds.indexOf(kind),
    -weight,
  ]
  const isDispute = (fact: Fact) =>
    (fact.relation === "contradict" || fact.relation === "mixed") &&
    !done.has(fact.id) &&
    (done.size === 0 || !assertionsOf(fact).some(({ id }) => done.has(id)))
  const dispute = (fact: Fact, place: number, incident?: Incident): Entry => ({
    kind: "dispute",
    key: `dispute-${fact.id}`,
    fact,
    ...(incident && { incident }),
    rank: rankOf("dispute", place, fact.origins.high),
  })
  for (const incidents of chunks(overview.incidents, STEP))
    yield incidents.flatMap(incident =>
      incident.facts.filter(isDispute).map(fact => dispute(fact, placeOf(incident.id), incident)),
    )
  const entities = overview.entities.filter(({ id }) => isOpen(id))
  for (const some of chunks(entities, STEP))
    yield some.flatMap(({ id, facts }) => facts.filter(isDispute).map(fact => dispute(fact, placeOfOne(id))))
  yield (caseFile.decisions ?? [])
    .filter(({ applies, withdrawn }) => !applies && !withdrawn)
    .map(
      (decision): Entry => ({
        kind: "decision",
        key: `decision-${decision.id}`,
        decision,
        rank: rankOf("decision", NOWHERE, 0),
      }),
    )
  for (const incidents of chunks(overview.incidents, STEP))
    yield incidents.flatMap(incident =>
      incident.mentions
        .filter(({ id, why }) => LOOSE_TELLING.test(why) && !done.has(id) && 1 < incident.mentions.length)
        .map(
          (mention): Entry => ({
            kind: "telling",
            key: `telling-${mention.id}`,
            mention,
            incident,
            rank: rankOf("telling", placeOf(incident.id), incident.reports.length),
          }),
        ),
    )
  for (const some of chunks(entities, STEP))
    yield some.flatMap((entity): Entry[] => {
      const join = done.has(entity.id) ? undefined : doubtfulJoin(entity)
      if (!join) return []
      const rank = rankOf("join", placeOfOne(entity.id), people.get(entity.id)!.reportIds.length)
      return [{ kind: "join", key: `join-${entity.id}`, entity, join, rank }]
    })
  yield* apartEntries(index, entities, (a, b, weight) =>
    rankOf("apart", Math.min(placeOfOne(a), placeOfOne(b)), weight),
  )
  for (const some of chunks(caseFile.statements, 10 * STEP))
    yield some
      .filter(statement => !isSaying(statement) && !done.has(statement.id))
      .map(
        (statement): Entry => ({
          kind: "statement",
          key: `statement-${statement.id}`,
          statement,
          // Least sure first.
          rank: rankOf("statement", placeOfAll(statement.incidents), 1 - statement.score!),
        }),
      )
  yield caseFile.origins
    .filter(({ id, kind }) => kind === "unproven" && !done.has(id))
    .map(
      (origin): Entry => ({
        kind: "origin",
        key: `origin-${origin.id}`,
        origin,
        rank: rankOf("origin", NOWHERE, origin.reports.length),
      }),
    )
  yield caseFile.reports
    .filter(({ id, published }) => published === undefined && !done.has(id))
    .map((report): Entry => ({ kind: "date", key: `date-${report.id}`, report, rank: rankOf("date", NOWHERE, 0) }))
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/** Pairs that were not joined and may be one, each once. */
function* apartEntries(
  { entities }: CaseIndex,
  asked: readonly Entity[],
  rankOf: (a: string, b: string, weight: number) => Entry["rank"],
): Generator<readonly Entry[]> {
  const open = new Set(asked.map(({ id }) => id))
  const pairs = new Set<string>()
  for (const some of chunks(asked, STEP)) {
    const found: Entry[] = []
    for (const entity of some)
      for (const refusal of entity.refused) {
        const other = open.has(refusal.with) ? entities.get(refusal.with) : undefined
        if (!other || !isOpenRefusal(refusal)) continue
        const key = `apart-${entity.id < other.id ? `${entity.id}-${other.id}` : `${other.id}-${entity.id}`}`
        if (pairs.has(key)) continue
        pairs.add(key)
        const rank = rankOf(entity.id, other.id, entity.mentions.length + other.mentions.length)
        found.push({ kind: "apart", key, entity, other, why: refusal.why, rank })
      }
    yield found
  }
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
