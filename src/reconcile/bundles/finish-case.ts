import type { CaseFile, CaseStatement, Entity, Incident, Warning } from "../../core/casefile.ts"
import type { Problem } from "../../core/problem.ts"
import type { Decision } from "../../core/store.ts"
import { findBlindSpots } from "../blind-spots.ts"
import { decideCase } from "../decisions/decide-case.ts"
import { DecisionBook } from "../decisions/decision-book.ts"
import { type EntityDraft, finishEntity, joinEntityDrafts } from "../entities/build-entities.ts"
import type { ValueContext } from "../facts/values.ts"
import { joinDrafts } from "../incidents/draft-incident.ts"
import { familyOf } from "../incidents/event-types.ts"
import { finishIncident, withOwnCodes } from "../incidents/finish-incident.ts"
import { settleWarnings } from "../ledger/build-warnings.ts"
import { toIncidentViews } from "../ledger/outcome.ts"
import { addCopies } from "../lineage/add-copies.ts"
import { countOrigins, listOrigins } from "../lineage/count-origins.ts"
import type { CaseOptions, CasePack } from "../options.ts"
import { groupBy, sortBy } from "../union.ts"
import { addRefusals } from "./add-refusals.ts"
import type { Join, Joins } from "./joins.ts"
import type { BundleDraft } from "./reconcile-bundle.ts"
import { type Renamed, Renames } from "./rename.ts"
import { splitJoins, type TellingAt } from "./split-joins.ts"

/** The drafts of a case as one, before what people decided about the whole is applied. */
export interface Together {
  readonly file: CaseFile
  /** Decisions that are about the same words of another report now. */
  readonly moved: ReadonlyMap<string, Decision>
  /** Ids of decisions that found their subject. */
  readonly applied: ReadonlySet<string>
}

/** Makes the case file from the drafts of its bundles and what is one across them. */
export function finishCase(drafts: readonly BundleDraft[], joins: Joins, options: CaseOptions): CaseFile {
  return decideTogether(putTogether(drafts, joins, options), options)
}

/** Applies what people decided about the finished case. */
export function decideTogether({ file, moved, applied }: Together, { decisions = [] }: CaseOptions): CaseFile {
  const book = bookOf(decisions, moved)
  for (const decision of book.all) if (applied.has(decision.id)) book.markApplied(decision)
  return decideCase(file, book)
}

function bookOf(decisions: readonly Decision[], moved: Together["moved"]): DecisionBook {
  return new DecisionBook(decisions.map(decision => moved.get(decision.id) ?? decision))
}

/** Puts drafts together. Of decisions it rests on those alone that split, and on what the drafts say of theirs. */
export function putTogether(drafts: readonly BundleDraft[], joins: Joins, options: CaseOptions): Together {
  const { pack, policy = "keep-range" } = options
  const moved = new Map(drafts.flatMap(draft => draft.moved.map(decision => [decision.id, decision] as const)))
  const book = bookOf(options.decisions ?? [], moved)
  const tellings = new Map<string, readonly TellingAt[]>(
    drafts.flatMap(draft => [
      ...draft.entities.map(({ entity }) => [entity.id, entity.mentions.map(toTellingAt)] as const),
      ...draft.incidents.map(
        ({ id, mentions }) => [id, mentions.map(({ id: own, evidence }) => ({ ...evidence, id: own }))] as const,
      ),
    ]),
  )
  const tellingsOf = (id: string) => tellings.get(id) ?? []
  const ofEntities = splitJoins(joins.entities, tellingsOf, book)
  const ofIncidents = splitJoins(joins.incidents, tellingsOf, book)
  const joinedEntities = joinEach(
    drafts.flatMap(draft => draft.entities),
    ofEntities.joins,
    draft => draft.entity.id,
    joinEntityDrafts,
  )
  const incidentDrafts = joinEach(
    drafts.flatMap(draft => draft.incidents),
    ofIncidents.joins,
    draft => draft.id,
    joinDrafts,
  )
  const renames = new Renames(
    new Map(
      joinedEntities.flatMap(({ item, ids }) =>
        ids.map((id): [string, Renamed] => [id, { id: item.entity.id, name: item.entity.name }]),
      ),
    ),
    new Map(incidentDrafts.flatMap(({ item, ids }) => ids.map((id): [string, string] => [id, item.id]))),
  )
  const finals = new Map(
    joinedEntities.flatMap(({ item, ids }) => [item.entity.id, ...ids].map(id => [id, item.entity] as const)),
  )
  const refused = addRefusals(
    joinedEntities.map(({ item }) => renames.entity(item.entity)),
    [...ofEntities.refused, ...joins.refusedEntities],
    id => finals.get(id),
  )
  const entityDrafts = joinedEntities.map(({ item }) => ({
    ...item,
    entity: {
      ...renames.entity(item.entity),
      refused: refused.get(item.entity.id) ?? renames.entity(item.entity).refused,
    },
    told: item.told.map(renames.told),
  }))
  const context = contextOf(entityDrafts, pack.groups)
  const tools = { policy, pack, context }
  const unlinked = withOwnCodes(
    incidentDrafts.map(({ item }) =>
      finishIncident({ ...item, told: item.told.map(renames.told), refs: item.refs.map(renames.ref) }, tools),
    ),
  )
  const read = drafts.flatMap(draft => draft.reports)
  const copies = drafts.flatMap(draft => draft.copies)
  const add = addCopies(copies, read)
  const reports = sortBy([...read, ...copies.map(copy => copy.report)], report => report.id)
  const lastDays = reports.flatMap(report => report.publishedDays?.last ?? [])
  const warnings = settleWarnings(
    drafts.flatMap(draft => draft.warnings.map(renames.warning)),
    toIncidentViews(unlinked, type => familyOf(type, pack) === "violence"),
    lastDays.length === 0 ? undefined : lastDays.reduce((a, b) => Math.max(a, b)),
  )
  const statements = sortBy(
    drafts.flatMap(draft => draft.statements.map(renames.statement)),
    statement => statement.reportId,
    statement => statement.evidence[0]!.start,
    statement => statement.id,
  )
  const incidents = linkIncidents(unlinked.map(add.incident), statements, warnings)
  const lineage = sortBy(
    [...drafts.flatMap(draft => draft.lineage), ...copies.map(copy => copy.link)],
    item => item.from,
    item => item.to ?? "",
    item => item.source ?? "",
  )
  const origins = drafts.flatMap(draft => draft.origins.map(renames.ref))
  const file: CaseFile = {
    format: "heed-casefile/1",
    case: {
      name: options.name,
      engine: options.engine,
      asOf: options.asOf ?? null,
      policy,
      origins: countOrigins(origins),
      blindSpots: findBlindSpots({
        reports: reports.map(report => ({ ...report, language: report.flat.language })),
        lineage,
        incidents,
        pack,
        bounded: new Set(reports.flatMap(({ id, flat }) => (flat.publishedBetween ? [id] : []))),
      }),
    },
    reports: reports.map(report => report.flat),
    origins: listOrigins(origins).map(add.origin),
    lineage,
    entities: sortBy(
      entityDrafts.map(draft => add.entity(finishEntity(draft, tools))),
      entity => entity.id,
    ),
    incidents,
    statements,
    utterances: sortBy(
      drafts.flatMap(draft => draft.utterances.map(renames.utterance)),
      utterance => utterance.id,
    ),
    warnings: warnings.map(add.warning),
    problems: orderProblems([...drafts.flatMap(draft => draft.problems), ...copies.flatMap(copy => copy.problems)]),
  }
  const split = book.of("split").flatMap(decision => (book.isApplied(decision) ? decision.id : []))
  return { file, moved, applied: new Set([...split, ...drafts.flatMap(draft => draft.applied)]) }
}

function toTellingAt({ localEntityId, reportId, start, end }: Entity["mentions"][number]): TellingAt {
  return { id: localEntityId, reportId, start, end }
}

/** Problems in the order of their reports. */
function orderProblems(problems: readonly Problem[]): Problem[] {
  return sortBy(problems, problem => problem.reportId ?? "")
}

/** Each item with the ids it stands for: those that are one joined, the others alone and without ids, as they keep theirs. */
function joinEach<T>(
  items: readonly T[],
  joins: readonly Join[],
  idOf: (item: T) => string,
  join: (items: readonly T[], why: string) => T,
): { item: T; ids: readonly string[] }[] {
  const joinOf = new Map(joins.flatMap(one => one.ids.map(id => [id, one] as const)))
  const alone = items.filter(item => !joinOf.has(idOf(item))).map(item => ({ item, ids: [] as readonly string[] }))
  const byJoin = new Map<Join, T[]>()
  for (const item of items) {
    const one = joinOf.get(idOf(item))
    if (one) byJoin.set(one, [...(byJoin.get(one) ?? []), item])
  }
  const together = [...byJoin].map(([one, group]) => ({ item: join(sortBy(group, idOf), one.why), ids: one.ids }))
  return [...alone, ...together]
}

/** Who is a branch of whom, by the world's list. */
function contextOf(drafts: readonly EntityDraft[], groups: CasePack["groups"]): ValueContext {
  const idOfKnown = new Map<string, string>()
  const knownOf = new Map<string, string>()
  for (const { entity } of drafts)
    if (entity.known !== undefined) {
      idOfKnown.set(entity.known, entity.id)
      knownOf.set(entity.id, entity.known)
    }
  return {
    parentOf: id => {
      const parent = groups?.[knownOf.get(id) ?? ""]?.parent
      return parent === undefined ? undefined : idOfKnown.get(parent)
    },
  }
}

/** Gives each incident the statements about it and the warnings before it. */
function linkIncidents(
  incidents: readonly Incident[],
  statements: readonly CaseStatement[],
  warnings: readonly Warning[],
): Incident[] {
  const statementsOf = groupBy(
    statements.flatMap(item => item.incidents.map(id => ({ id, statement: item.id }))),
    item => item.id,
  )
  const warningsOf = groupBy(
    warnings.flatMap(item => item.incidents.map(({ id }) => ({ id, warning: item.id }))),
    item => item.id,
  )
  return incidents.map(incident => ({
    ...incident,
    statements: (statementsOf.get(incident.id) ?? []).map(item => item.statement),
    warnings: (warningsOf.get(incident.id) ?? []).map(item => item.warning),
  }))
}
