import type { Assertion, CaseFile, CaseStatement, FlatReport, Incident, Utterance, Warning } from "../core/casefile.ts"
import { flatAttribution, flatEvidence, flatReport } from "../core/casefile.ts"
import { daysOf, edtfOfDay } from "../core/edtf.ts"
import type { Reading } from "../core/reading.ts"
import { overlaps } from "../core/span.ts"
import type { EntityType, Place, Value } from "../core/value.ts"
import { findBlindSpots } from "./blind-spots.ts"
import { type CaseReport, sentenceAt, toCaseReport } from "./case-report.ts"
import { type Bounds, boundPublication } from "./dating/bound-publication.ts"
import { dateTimes } from "./dating/date-times.ts"
import { DecisionBook, decideAssertion, decideCase, decideClusters, rejectFromReading } from "./decisions.ts"
import { buildEntities, type EntityHead, toEntityHeads } from "./entities/build-entities.ts"
import { decideEntities } from "./entities/decide-entities.ts"
import { joinEntities } from "./entities/join-entities.ts"
import type { ValueContext } from "./facts/values.ts"
import { draftIncident } from "./incidents/draft-incident.ts"
import { familyOf } from "./incidents/event-types.ts"
import { finishIncident, withOwnCodes } from "./incidents/finish-incident.ts"
import { isFounded, joinIncidents } from "./incidents/join-incidents.ts"
import { toTellings } from "./incidents/tellings.ts"
import { buildWarnings } from "./ledger/build-warnings.ts"
import { joinWarnings, toWarningViews } from "./ledger/join-warnings.ts"
import { countOrigins, listOrigins } from "./lineage/count-origins.ts"
import { findLineage } from "./lineage/find-lineage.ts"
import { findPassages } from "./lineage/find-passages.ts"
import { findStatementLinks } from "./lineage/find-statement-links.ts"
import { publishersOf, withImpliedCitations } from "./lineage/implied-citations.ts"
import { OriginBook } from "./lineage/origins.ts"
import { toPublishers } from "./lineage/publishers.ts"
import type { CaseOptions } from "./options.ts"
import { StoryBook } from "./stories/story-book.ts"
import { compareText, groupBy, sortBy, unique } from "./union.ts"
import { findUtterances } from "./utterances.ts"

/** Reconciles the readings of many reports into one case. The order of the readings and how often one is given do not matter. */
export function buildCase(readings: readonly Reading[], options: CaseOptions): CaseFile {
  const { pack, policy = "keep-range" } = options
  const book = new DecisionBook(options.decisions ?? [])
  const publishers = toPublishers(pack.publishers)
  const known = knownAt(eachOnce(readings), options.asOf)
  const houses = publishersOf(known)
  const undated = known.map(reading =>
    toCaseReport(rejectFromReading(withImpliedCitations(reading, houses), book), publishers),
  )
  const stories = new StoryBook(undated)
  const links = findStatementLinks(undated, options)
  const shared = findPassages(undated, links, options)
  const rejected = new Map(book.of("reject").map(decision => [decision.subject, decision]))
  const lineage = findLineage(undated, shared, publishers).filter(item => {
    const decision = rejected.get(item.id)
    if (decision) book.markApplied(decision)
    return decision === undefined
  })

  const heads = toEntityHeads(
    decideEntities(
      joinEntities(undated, links, shared, lineage, options),
      new Map(undated.map(report => [report.id, report])),
      book,
    ),
    new Map(undated.map(report => [report.id, report])),
  )
  const entities = new EntityTable(heads)
  const join = (from: readonly CaseReport[]) =>
    joinIncidents(toTellings(from, pack, entities.idOf, new Set(), stories.storyOf), shared, pack, options)
  const first = join(undated)
  const bounds = boundPublication(undated, lineage, first)
  const { readTimes } = options
  const reports = undated.map(report => {
    const own = bounds.get(report.id)
    return own && readTimes ? { ...report, reading: dateTimes(report.reading, own, readTimes) } : report
  })
  const byId = new Map(reports.map(report => [report.id, report]))
  const origins = new OriginBook(reports, lineage, shared, publishers, entities.of)
  const utterances = findUtterances(links, entities.of)

  const tools = {
    origins,
    policy,
    pack,
    context: entities.context(pack.groups),
    toCaseValue: entities.toCaseValue,
    change: (assertion: Assertion) => decideAssertion(assertion, book),
  }
  const joined = reports.some((report, index) => report !== undated[index]) ? join(reports) : first
  const clusters = decideClusters(
    joined.filter(cluster => isFounded(cluster)),
    book,
  )
  const incidents = withOwnCodes(clusters.map(cluster => finishIncident(draftIncident(cluster, tools), tools)))

  const warningTools = {
    entityIdOf: entities.idOf,
    incidentOfMention: new Map(incidents.flatMap(item => item.mentions.map(mention => [mention.id, item.id] as const))),
    utteranceOf: new Map(utterances.flatMap(item => item.statements.map(id => [id, item.id] as const))),
  }
  const warningGroups = joinWarnings(toWarningViews(reports, warningTools), shared, warningTools, options)
  const warnings = buildWarnings(warningGroups, incidents, reports, {
    origins,
    toCaseValue: entities.toCaseValue,
    entityOf: entities.of,
    isViolence: type => familyOf(type, pack) === "violence",
  })
  const statements = toCaseStatements(reports, incidents, utterances, entities)
  const linked = linkIncidents(incidents, statements, warnings)
  const file = {
    format: "heed-casefile/1" as const,
    case: {
      name: options.name,
      engine: options.engine,
      asOf: options.asOf ?? null,
      policy,
      blindSpots: findBlindSpots({ reports, lineage, incidents: linked, pack, bounded: new Set(bounds.keys()) }),
    },
    reports: reports.map(({ id, report }) => ({ ...flatReport(report), ...betweenOf(bounds.get(id)) })),
    lineage,
    entities: buildEntities(heads, { ...tools, reports: byId, caseIdOf: entities.byKey }),
    incidents: linked,
    statements,
    utterances,
    warnings,
    problems: reports.flatMap(report => report.reading.problems),
  }
  const told = origins.told()
  const counted = { ...file, case: { ...file.case, origins: countOrigins(told) }, origins: listOrigins(told) }
  return decideCase(counted, book)
}

function betweenOf(bounds: Bounds | undefined): Pick<FlatReport, "publishedBetween"> {
  if (!bounds) return {}
  const days = [bounds.first, bounds.last].map(edtfOfDay)
  return { publishedBetween: { edtf: bounds.first === bounds.last ? days[0]! : days.join("/"), why: bounds.why } }
}

/** Each report once, in order of id. Two readings of one id are one; which of them is told by their text, not by their place. */
function eachOnce(readings: readonly Reading[]): Reading[] {
  const groups = groupBy(readings, reading => reading.report.id)
  return sortBy([...groups], ([id]) => id).map(([, same]) =>
    same.length === 1 ? same[0]! : [...same].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))[0]!,
  )
}

/** Readings of reports published by the end of `asOf`. Those without a date stay, with a blind spot. */
function knownAt(readings: readonly Reading[], asOf: string | undefined): Reading[] {
  const last = asOf === undefined ? undefined : daysOf(asOf)?.last
  if (last === undefined) return [...readings]
  return readings.filter(({ report }) => {
    const published = report.published && daysOf(report.published.time.edtf)
    return published === undefined || published.first <= last
  })
}

/** Finds the entity of the case behind a local one. */
class EntityTable {
  readonly #byKey = new Map<string, EntityHead>()

  constructor(heads: readonly EntityHead[]) {
    for (const head of heads) for (const view of head.cluster.views) this.#byKey.set(view.key, head)
  }

  readonly of = (
    reportId: string,
    localId: string,
  ): { id: string; name: string; type: EntityType; place?: Place | undefined } | undefined => {
    const head = this.#byKey.get(`${reportId} ${localId}`)
    return head && { id: head.id, name: head.name, type: head.type, place: head.place }
  }

  readonly idOf = (reportId: string, localId: string): string =>
    this.of(reportId, localId)?.id ?? `${reportId} ${localId}`

  readonly byKey = (key: string): string => this.#byKey.get(key)?.id ?? key

  readonly toCaseValue = (reportId: string, value: Value): Value => {
    if (value.kind === "entity") {
      const entity = this.of(reportId, value.entityId)
      return entity ? { ...value, entityId: entity.id, name: entity.name } : value
    }
    if (value.kind === "place" && value.entityId !== undefined) {
      const entity = this.of(reportId, value.entityId)
      return entity ? { ...value, entityId: entity.id } : value
    }
    return value
  }

  /** Who is a branch of whom, by the world's list. */
  context(groups: CaseOptions["pack"]["groups"]): ValueContext {
    const idOfKnown = new Map<string, string>()
    const knownOf = new Map<string, string>()
    for (const head of this.#byKey.values())
      if (head.known !== undefined) {
        idOfKnown.set(head.known, head.id)
        knownOf.set(head.id, head.known)
      }
    return {
      parentOf: id => {
        const parent = groups?.[knownOf.get(id) ?? ""]?.parent
        return parent === undefined ? undefined : idOfKnown.get(parent)
      },
    }
  }
}

/** Statements with flat evidence, case entities, their utterance and the incidents told in the same sentence. */
function toCaseStatements(
  reports: readonly CaseReport[],
  incidents: readonly Incident[],
  utterances: readonly Utterance[],
  entities: EntityTable,
): CaseStatement[] {
  const utteranceOf = new Map(utterances.flatMap(item => item.statements.map(id => [id, item.id] as const)))
  const mentions = groupBy(
    incidents.flatMap(incident => incident.mentions.map(mention => ({ incident: incident.id, mention }))),
    item => item.mention.reportId,
  )
  const statements = reports.flatMap(report =>
    report.reading.statements.map((statement): CaseStatement => {
      const entity =
        statement.speaker.entityId === undefined ? undefined : entities.of(report.id, statement.speaker.entityId)
      const { entityId: _, evidence: spoken, given, ...speaker } = statement.speaker
      const { cue, audience, venue, ...rest } = statement
      const own = statement.evidence.map(evidence => evidence.span)
      const sentences = own.flatMap(span => sentenceAt(report, span.start)?.span ?? [])
      const about = (mentions.get(report.id) ?? []).filter(({ mention }) =>
        [...own, ...sentences].some(span => overlaps(span, mention.evidence)),
      )
      const utteranceId = utteranceOf.get(statement.id)
      return {
        ...rest,
        speaker: {
          ...speaker,
          ...(entity && { entityId: entity.id }),
          ...(spoken && { evidence: flatEvidence(spoken) }),
          ...(given && { given: flatEvidence(given) }),
        },
        ...(cue && { cue: flatEvidence(cue) }),
        ...(audience && { audience: { name: audience.name, evidence: flatEvidence(audience.evidence) } }),
        ...(venue && { venue: { name: venue.name, evidence: flatEvidence(venue.evidence) } }),
        via: flatAttribution(statement.via),
        evidence: statement.evidence.map(flatEvidence),
        ...(utteranceId === undefined ? {} : { utteranceId }),
        incidents: unique(about.map(item => item.incident)).sort(compareText),
      }
    }),
  )
  return sortBy(
    statements,
    statement => statement.reportId,
    statement => statement.evidence[0]!.start,
    statement => statement.id,
  )
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
