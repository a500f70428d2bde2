import type { CaseFile, Entity, Incident } from "../core/casefile.ts"
import { foldNames } from "./people.ts"

/** The part of a case that tells of one incident, as a case of its own: its reports, statements, the warnings before it, and who and what they name. */
export function incidentCase(caseFile: CaseFile, incident: Incident): CaseFile {
  const statementIds = new Set(incident.statements)
  const warningIds = new Set(incident.warnings)
  const statements = caseFile.statements.filter(({ id }) => statementIds.has(id))
  const warnings = caseFile.warnings.filter(({ id }) => warningIds.has(id))
  const reports = new Set([
    ...incident.reports,
    ...statements.map(({ reportId }) => reportId),
    ...warnings.flatMap(({ evidence }) => evidence.map(({ reportId }) => reportId)),
    ...incident.facts.flatMap(({ positions }) =>
      positions.flatMap(({ assertions }) => assertions.flatMap(one => one.evidence.map(({ reportId }) => reportId))),
    ),
  ])
  const isKept = ({ reportId }: { readonly reportId: string }) => reports.has(reportId)
  const items = new Set([
    incident.id,
    ...statementIds,
    ...warningIds,
    ...incident.mentions.map(({ id }) => id),
    ...incident.facts.flatMap(({ id, positions }) => [
      id,
      ...positions.flatMap(({ assertions }) => assertions.map(one => one.id)),
    ]),
  ])
  const named = namedIn(incident, statements, warnings)
  const title = foldNames(caseFile).incidents.find(({ id }) => id === incident.id)!.title
  return {
    ...caseFile,
    case: {
      ...caseFile.case,
      name: `${incident.code} ${title}`,
      origins: incident.origins,
      blindSpots: caseFile.case.blindSpots.filter(({ text }) => text.startsWith(incident.title)),
    },
    reports: caseFile.reports.filter(({ id }) => reports.has(id)),
    origins: caseFile.origins
      .map(origin => ({
        ...origin,
        reports: origin.reports.filter(id => reports.has(id)),
        evidence: origin.evidence.filter(isKept),
      }))
      .filter(origin => 0 < origin.reports.length),
    lineage: caseFile.lineage.filter(({ from, to }) => reports.has(from) && (to === null || reports.has(to))),
    entities: caseFile.entities.filter(({ id }) => named.has(id)).map(entity => within(entity, isKept)),
    incidents: [incident],
    statements,
    utterances: caseFile.utterances
      .map(utterance => ({
        ...utterance,
        statements: utterance.statements.filter(id => statementIds.has(id)),
        wordings: utterance.wordings.filter(({ statementId }) => statementIds.has(statementId)),
      }))
      .filter(utterance => 1 < utterance.statements.length),
    warnings,
    ...(caseFile.decisions && { decisions: caseFile.decisions.filter(({ subject }) => items.has(subject)) }),
    problems: [],
  }
}

/** Ids of entities that the incident, its statements and its warnings name. */
function namedIn(
  { facts }: Incident,
  statements: CaseFile["statements"],
  warnings: CaseFile["warnings"],
): ReadonlySet<string> {
  const values = facts.flatMap(({ positions }) => positions.map(({ value }) => value))
  return new Set(
    [
      ...values.map(value => ("entityId" in value ? value.entityId : undefined)),
      ...statements.map(({ speaker }) => speaker.entityId),
      ...warnings.flatMap(({ issuer, audience }) => [issuer, ...audience].map(one => one.entityId)),
    ].filter(id => id !== undefined),
  )
}

/** An entity as these reports have it; what is told of it beside the incident stays out. */
function within(entity: Entity, isKept: (one: { readonly reportId: string }) => boolean): Entity {
  return {
    ...entity,
    facts: [],
    mentions: entity.mentions.filter(isKept),
    aliases: entity.aliases
      .map(alias => ({ ...alias, evidence: alias.evidence.filter(isKept) }))
      .filter(({ evidence }) => 0 < evidence.length),
    roles: entity.roles
      .map(role => ({ ...role, evidence: role.evidence.filter(isKept) }))
      .filter(({ evidence }) => 0 < evidence.length),
  }
}
