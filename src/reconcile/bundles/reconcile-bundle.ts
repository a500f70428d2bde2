import type { Assertion, CaseStatement, FlatReport, Lineage } from "../../core/casefile.ts"
import { flatAttribution, flatEvidence, flatReport } from "../../core/casefile.ts"
import { edtfOfDay } from "../../core/edtf.ts"
import type { Problem } from "../../core/problem.ts"
import type { Reading } from "../../core/reading.ts"
import { overlaps } from "../../core/span.ts"
import type { Decision } from "../../core/store.ts"
import type { Utterance } from "../../core/utterance.ts"
import { type CaseReport, type ReportHead, sentenceAt, type Teller, tellerOf, toCaseReport } from "../case-report.ts"
import { type Bounds, boundPublication } from "../dating/bound-publication.ts"
import { dateTimes } from "../dating/date-times.ts"
import { addFills } from "../decisions/add-fills.ts"
import { decideAssertion } from "../decisions/decide-assertion.ts"
import { decideClusters } from "../decisions/decide-clusters.ts"
import { rejectFromReading } from "../decisions/decide-readings.ts"
import { DecisionBook } from "../decisions/decision-book.ts"
import { draftEntities, type EntityDraft, toEntityHeads } from "../entities/build-entities.ts"
import { decideEntities } from "../entities/decide-entities.ts"
import { EntityTable } from "../entities/entity-table.ts"
import { joinEntities } from "../entities/join-entities.ts"
import { draftIncident, type IncidentDraft } from "../incidents/draft-incident.ts"
import { isFounded, joinIncidents } from "../incidents/join-incidents.ts"
import { toTellings } from "../incidents/tellings.ts"
import { draftWarnings, type WarningDraft } from "../ledger/build-warnings.ts"
import { joinWarnings, toWarningViews } from "../ledger/join-warnings.ts"
import { decideOnOriginals } from "../lineage/copy-decisions.ts"
import type { OriginRef } from "../lineage/count-origins.ts"
import { findLineage } from "../lineage/find-lineage.ts"
import { findPassages } from "../lineage/find-passages.ts"
import { findStatementLinks } from "../lineage/find-statement-links.ts"
import { housesOf } from "../lineage/houses.ts"
import { publishersOf, withImpliedCitations } from "../lineage/implied-citations.ts"
import { OriginBook } from "../lineage/origins.ts"
import { toPublishers } from "../lineage/publishers.ts"
import { type Copy, uniteCopies } from "../lineage/unite-copies.ts"
import type { CaseOptions } from "../options.ts"
import { compareText, groupBy, sortBy, unique } from "../union.ts"
import { findUtterances } from "../utterances/find-utterances.ts"
import type { Bundle } from "./bundle-book.ts"

/** A report of a bundle as far as the whole case asks for it. */
export interface BundleReport extends Teller {
  readonly flat: FlatReport
  readonly sourceName: string
}

/** An exact copy, its link to the report it is a copy of, and what was odd in it. */
interface CopyDraft {
  readonly report: BundleReport
  readonly link: Copy["link"]
  readonly problems: readonly Problem[]
}

/**
 * What some reports make when they are read together: everything that no report outside them can change. Plain data, in a fixed order;
 * ids of entities and incidents are those of the bundle until it is joined with others.
 */
export interface BundleDraft {
  readonly reports: readonly BundleReport[]
  /** Exact copies of one of the reports: set aside before anything was read of them. */
  readonly copies: readonly CopyDraft[]
  readonly lineage: readonly Lineage[]
  /** Of everything the bundle tells. */
  readonly origins: readonly OriginRef[]
  readonly entities: readonly EntityDraft[]
  readonly incidents: readonly IncidentDraft[]
  /** Their `incidents` are ids of drafts. */
  readonly statements: readonly CaseStatement[]
  readonly utterances: readonly Utterance[]
  readonly warnings: readonly WarningDraft[]
  readonly problems: readonly Problem[]
  /** Decisions about a copy, as decisions about the same words of its original. */
  readonly moved: readonly Decision[]
  /** Ids of decisions that found their subject here. */
  readonly applied: readonly string[]
}

/** Reconciles reports that are read together. */
export function reconcileBundle(
  { stories, short }: Bundle,
  readingOf: (reportId: string) => Reading,
  options: CaseOptions,
): BundleDraft {
  const given = stories.flat().sort(compareText).map(readingOf)
  const storyOf = new Map(stories.flatMap(ids => ids.map(id => [id, ids[0]!] as const)))
  for (const id of short) storyOf.delete(id)
  const { pack } = options
  const { readings, copies } = uniteCopies(given, options)
  const decisions = decideOnOriginals(options.decisions ?? [], copies, readings)
  const book = new DecisionBook(decisions)
  const publishers = toPublishers(pack.publishers)
  const houses = publishersOf(given)
  const copiesOf = groupBy(copies, copy => copy.link.to)
  const undated = readings.map(reading => {
    const printed = copiesOf.get(reading.report.id) ?? []
    const kept = rejectFromReading(withImpliedCitations(reading, houses), book)
    return toCaseReport(kept, publishers, housesOf(printed.map(copy => copy.report)))
  })
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
    joinIncidents(
      toTellings(from, pack, entities.idOf, new Set(), id => storyOf.get(id)),
      shared,
      pack,
      options,
    )
  const first = join(undated)
  const bounds = boundPublication(undated, lineage, first)
  const { readTimes } = options
  const reports = undated.map(report => {
    const own = bounds.get(report.id)
    return own && readTimes ? { ...report, reading: dateTimes(report.reading, own, readTimes) } : report
  })
  const origins = new OriginBook(reports, lineage, shared, publishers, entities.of)
  const utterances = findUtterances(links, entities.of, id => storyOf.get(id))

  const tools = {
    origins,
    toCaseValue: entities.toCaseValue,
    nameOf: entities.nameOf,
    change: (assertion: Assertion) => decideAssertion(assertion, book),
  }
  const joined = reports.some((report, index) => report !== undated[index]) ? join(reports) : first
  const clusters = decideClusters(
    joined.filter(cluster => isFounded(cluster)),
    book,
  )
  const incidents = clusters.map(cluster => draftIncident(addFills(cluster, book), tools))

  const warningTools = {
    entityIdOf: entities.idOf,
    incidentOfMention: new Map(incidents.flatMap(item => item.mentions.map(mention => [mention.id, item.id] as const))),
    utteranceOf: new Map(utterances.flatMap(item => item.statements.map(id => [id, item.id] as const))),
  }
  const warnings = draftWarnings(joinWarnings(toWarningViews(reports, warningTools), shared, warningTools, options), {
    origins,
    toCaseValue: entities.toCaseValue,
    entityOf: entities.of,
  })
  return {
    reports: reports.map(report => toBundleReport(report, bounds.get(report.id))),
    copies: copies.map(({ report, link }) => ({
      report: toBundleReport(report),
      link,
      problems: report.reading.problems,
    })),
    lineage,
    entities: draftEntities(heads, {
      ...tools,
      reports: new Map(reports.map(report => [report.id, report])),
      caseIdOf: entities.byKey,
    }),
    incidents,
    statements: toCaseStatements(reports, incidents, utterances, entities),
    utterances,
    warnings,
    problems: reports.flatMap(report => report.reading.problems),
    origins: origins.told(),
    moved: decisions.filter((one, at) => JSON.stringify(one) !== JSON.stringify(options.decisions?.[at])),
    applied: book.all.flatMap(decision => (book.isApplied(decision) ? [decision.id] : [])),
  }
}

/** What is left of a report. `bounds`: of one without a date. */
function toBundleReport(report: ReportHead, bounds?: Bounds): BundleReport {
  const { sourceName } = report
  return { ...tellerOf(report), flat: { ...flatReport(report.report), ...betweenOf(bounds) }, sourceName }
}

function betweenOf(bounds: Bounds | undefined): Pick<FlatReport, "publishedBetween"> {
  if (!bounds) return {}
  const days = [bounds.first, bounds.last].map(edtfOfDay)
  return { publishedBetween: { edtf: bounds.first === bounds.last ? days[0]! : days.join("/"), why: bounds.why } }
}

/** Statements with flat evidence, case entities, their utterance and the incidents told in the same sentence. */
function toCaseStatements(
  reports: readonly CaseReport[],
  incidents: readonly IncidentDraft[],
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
