import type { Assertion, Entity, Fact, Incident, Lineage, Warning } from "../../../core/casefile.ts"
import type { Span } from "../../../core/span.ts"
import { privatePeople } from "../../people.ts"
import { inSteps } from "../../steps.ts"
import type { CaseIndex } from "../case-index.ts"
import { tableOf } from "../table.ts"
import { type Placed, placed } from "./placed.ts"

/** An assertion with the fact it belongs to and the item it is told of. */
export interface PlacedAssertion {
  readonly assertion: Assertion
  readonly fact: Fact
  readonly subject:
    | { readonly kind: "incident"; readonly item: Incident }
    | { readonly kind: "entity"; readonly item: Entity }
}

/** Words of a report that an assertion rests on. */
export interface ToldBy extends Span {
  readonly told: PlacedAssertion
}

/** Words that one report shares with another. */
export interface SharedPassage {
  readonly at: Span
  readonly other: string
  readonly otherAt: Span
  readonly kind: Lineage["kind"]
}

/** What the case made of one report's words: by id of the reading, and by place. */
export interface ReportPlaces {
  readonly tellings: ReadonlyMap<string, Incident>
  readonly entities: ReadonlyMap<string, Entity>
  readonly warnings: ReadonlyMap<string, Warning>
  readonly assertions: readonly PlacedAssertion[]
  /** The same by the words in this report that they rest on. */
  readonly toldAt: Placed<ToldBy>
  readonly passages: readonly SharedPassage[]
}

interface CasePlaces {
  readonly byReport: ReadonlyMap<string, ReportPlaces>
  /** In how many reports each utterance is told. */
  readonly reportsOf: ReadonlyMap<string, number>
}

const none: ReportPlaces = {
  tellings: new Map(),
  entities: new Map(),
  warnings: new Map(),
  assertions: [],
  toldAt: placed(),
  passages: [],
}

/** What the case made of the report's words. */
export function placesOf(index: CaseIndex, reportId: string): ReportPlaces {
  return placeTable(index).byReport.get(reportId) ?? none
}

/** Ids of people whose names are folded, see `people.ts`. */
export function foldedPeople({ caseFile }: CaseIndex): ReadonlySet<string> {
  return privatePeople(caseFile)
}

/** In how many reports an utterance is told. */
export function reportsTelling(index: CaseIndex, utteranceId: string): number {
  return placeTable(index).reportsOf.get(utteranceId) ?? 1
}

/** Tellings placed in one step. */
const STEP = 500

/** What the case made of each report's words. */
export const placeTable = tableOf(function* ({ caseFile }): Generator<void, CasePlaces> {
  const byReport = new Map<string, Growing>()
  const of = (reportId: string): Growing => {
    const old = byReport.get(reportId)
    if (old) return old
    const made: Growing = {
      tellings: new Map(),
      entities: new Map(),
      warnings: new Map(),
      assertions: [],
      toldAt: placed(),
      passages: [],
    }
    byReport.set(reportId, made)
    return made
  }
  // One incident may be told by thousands of reports: a step is so many tellings, not so many incidents.
  let done = 0
  for (const incident of caseFile.incidents) {
    for (const mention of incident.mentions) of(mention.reportId).tellings.set(mention.id, incident)
    for (const told of assertionsIn(incident.facts, { kind: "incident", item: incident })) {
      place(told, of)
      if (++done % STEP === 0) yield
    }
  }
  for (const entity of caseFile.entities) {
    for (const mention of entity.mentions) of(mention.reportId).entities.set(mention.localEntityId, entity)
    if (++done % STEP === 0) yield
    for (const told of assertionsIn(entity.facts, { kind: "entity", item: entity })) {
      place(told, of)
      if (++done % STEP === 0) yield
    }
  }
  for (const warning of caseFile.warnings)
    for (const reportId of new Set(warning.evidence.map(one => one.reportId)))
      for (const mention of warning.mentions) of(reportId).warnings.set(mention, warning)
  yield
  yield* inSteps(caseFile.lineage, 500, ({ kind, passages }) => {
    for (const { from, to } of passages) {
      of(from.reportId).passages.push({ at: from, other: to.reportId, otherAt: to, kind })
      of(to.reportId).passages.push({ at: to, other: from.reportId, otherAt: from, kind })
    }
  })
  const reportsOf = new Map(
    caseFile.utterances.map(({ id, wordings }) => [id, new Set(wordings.map(one => one.reportId)).size]),
  )
  return { byReport, reportsOf }
})

interface Growing {
  readonly tellings: Map<string, Incident>
  readonly entities: Map<string, Entity>
  readonly warnings: Map<string, Warning>
  readonly assertions: PlacedAssertion[]
  readonly toldAt: Placed<ToldBy>
  readonly passages: SharedPassage[]
}

function* assertionsIn(facts: readonly Fact[], subject: PlacedAssertion["subject"]): Generator<PlacedAssertion> {
  for (const fact of facts)
    for (const { assertions } of fact.positions) for (const assertion of assertions) yield { assertion, fact, subject }
}

function place(told: PlacedAssertion, of: (reportId: string) => Growing): void {
  for (const [reportId, evidence] of Map.groupBy(told.assertion.evidence, one => one.reportId)) {
    of(reportId).assertions.push(told)
    for (const { start, end } of evidence) of(reportId).toldAt.add({ start, end }, { told, start, end })
  }
}
