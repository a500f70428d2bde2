import { z } from "zod"
import { type FlatEvidence, type Incident, originCountSchema, type Warning } from "../../../core/casefile.ts"
import { isSaying } from "../../../core/reading.ts"
import { statusSchema } from "../../../core/status.ts"
import type { Value } from "../../../core/value.ts"
import { inSlotOrder } from "../../brief/incident-kinds.ts"
import { speakersOf } from "../../brief/speakers.ts"
import { cueWords, saidWords } from "../../brief/statements.ts"
import { audienceNames, issuedInWords, leadInWords, warningKindInWords } from "../../brief/warning-words.ts"
import { privatePeople } from "../../people.ts"
import { datesInWords, edtfInWords, roleInWords, slotInWords, UNNAMED, valueInWords } from "../../words.ts"
import { type CaseIndex, requireIncident, requireOf } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { type EvidenceView, evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { placeView, placeViewSchema } from "../place-view.ts"
import { blameOf, blameSchema } from "./blame-view.ts"
import { factView, factViewSchema } from "./fact-view.ts"
import { incidentRowSchema, rowOfIncident } from "./incidents-view.ts"
import { relatedOf, relatedSchema } from "./related-view.ts"
import { tollSchema, tollsOf } from "./toll-view.ts"

const evidences = z.array(evidenceViewSchema).readonly()

/**
 * A place that reports give it, drawn as exactly as it is known. `chosen`: the one that the incident has in the end.
 * `wider`: only an area around it, such as its country or the town of a site; a map of the incident need not show it.
 */
const placeToldSchema = z
  .object({
    place: placeViewSchema,
    chosen: z.boolean(),
    wider: z.boolean(),
    origins: originCountSchema,
    evidence: evidences,
  })
  .readonly()
export type PlaceTold = z.infer<typeof placeToldSchema>

const warnedSchema = z
  .object({
    id: z.string(),
    issued: z.string(),
    kind: z.string(),
    issuer: z.string(),
    role: z.string(),
    audience: z.string(),
    channel: z.enum(["public", "private", "unknown"]),
    /** "4 days before", "15-21 days before", "how many days between is not known". */
    lead: z.string(),
    why: z.string(),
    /** First reported only after it had happened. */
    hindsight: z.boolean(),
    firstReported: z.string(),
    origins: originCountSchema,
    decided: z.array(decidedMarkSchema).readonly(),
    evidence: evidences,
  })
  .readonly()

const saidSchema = z
  .object({
    id: z.string(),
    speaker: z.string(),
    entityId: z.string().optional(),
    role: z.string(),
    cue: z.string(),
    words: z.string(),
    direct: z.boolean(),
    reports: z.number().int(),
    grade: z.string().optional(),
    evidence: evidences,
  })
  .readonly()

const mentionViewSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    status: statusSchema,
    background: z.boolean(),
    why: z.string(),
    rule: z.string(),
    decided: z.array(decidedMarkSchema).readonly(),
    evidence: evidenceViewSchema,
  })
  .readonly()

/** Everything the case tells of one incident. Texts that hold the name of a victim or a private suspect say so by `folded`, or stand twice. */
export const incidentViewSchema = z
  .object({
    /** The incident in one line, names folded. */
    head: incidentRowSchema,
    /** Its title with all names, where `head` has it without some. */
    fullTitle: z.string().optional(),
    subtype: z.string().optional(),
    background: z.boolean(),
    /** Names that are folded until they are asked for: 0 when there is nothing to unfold. */
    folded: z.number().int(),
    facts: z.array(factViewSchema).readonly(),
    likely: z
      .array(z.object({ slot: z.string(), label: z.string(), words: z.string(), why: z.string() }).readonly())
      .readonly(),
    tolls: z.array(tollSchema).readonly(),
    blame: z.array(blameSchema).readonly(),
    warnings: z.array(warnedSchema).readonly(),
    /** The statements about it that most reports have; `said.total` counts all. */
    said: z.object({ total: z.number().int(), statements: z.array(saidSchema).readonly() }).readonly(),
    /** The first reports that tell it; `head.reports` counts all. */
    reports: z.array(z.object({ id: z.string(), tellings: z.number().int() }).readonly()).readonly(),
    mentions: z.object({ total: z.number().int(), first: z.array(mentionViewSchema).readonly() }).readonly(),
    places: z.array(placeToldSchema).readonly(),
    related: z.array(relatedSchema).readonly(),
    /** How many there are beyond those that the view holds. */
    more: z.object({ blame: z.number().int(), warnings: z.number().int(), places: z.number().int() }).readonly(),
  })
  .readonly()
export type IncidentView = z.infer<typeof incidentViewSchema>

/** What the view holds of each kind, and words behind one line, at most. A choice: lists of their own have the rest. */
const SHOWN_REPORTS = 40
const SHOWN_ACTORS = 40
const SHOWN_WARNINGS = 40
const SHOWN_PLACES = 40
const SHOWN_STATEMENTS = 24
const SHOWN_MENTIONS = 60
const SHOWN_EVIDENCE = 4

/** One incident with all that is told of it. Throws HeedError "not-found". Takes an id or a code. */
export function incidentView(index: CaseIndex, idOrCode: string): IncidentView {
  const incident = requireIncident(index, idOrCode)
  const head = rowOfIncident(index, incident.id)
  const facts = inSlotOrder(incident.facts).map(fact => factView(index, fact, incident.status))
  const blame = blameOf(index, incident)
  const places = placesOf(index, incident)
  return {
    head,
    ...(head.title !== incident.title && { fullTitle: incident.title }),
    ...(incident.subtype !== undefined && { subtype: incident.subtype }),
    background: incident.background,
    folded: foldedNames(index, incident),
    facts,
    likely: (incident.likely ?? []).map(({ slot, value, why }) => ({
      slot,
      label: slotInWords(slot),
      words: valueInWords(value),
      why: datesInWords(why),
    })),
    tolls: tollsOf(index, incident),
    blame: blame.slice(0, SHOWN_ACTORS),
    warnings: incident.warnings
      .slice(0, SHOWN_WARNINGS)
      .map(id => requireOf(index.warnings, id, "warning"))
      .map(warning => warned(index, warning, incident.id)),
    said: saidOf(index, incident),
    reports: reportsOf(index, incident),
    mentions: {
      total: incident.mentions.length,
      first: mentionsOf(index, incident),
    },
    places: places.slice(0, SHOWN_PLACES),
    related: relatedOf(index, incident.id),
    more: {
      blame: Math.max(0, blame.length - SHOWN_ACTORS),
      warnings: Math.max(0, incident.warnings.length - SHOWN_WARNINGS),
      places: Math.max(0, places.length - SHOWN_PLACES),
    },
  }
}

function foldedNames(index: CaseIndex, { facts }: Incident): number {
  const people = privatePeople(index.caseFile)
  const named = facts.flatMap(({ positions }) =>
    positions.flatMap(({ value }) => (value.kind === "entity" && people.has(value.entityId) ? value.entityId : [])),
  )
  return new Set(named).size
}

const shown = (index: CaseIndex, evidence: readonly FlatEvidence[]): EvidenceView[] =>
  evidence.slice(0, SHOWN_EVIDENCE).map(one => evidenceView(index, one))

function warned(index: CaseIndex, warning: Warning, incidentId: string): z.infer<typeof warnedSchema> {
  const link = warning.incidents.find(({ id }) => id === incidentId)
  return {
    id: warning.id,
    issued: issuedInWords(warning),
    kind: warningKindInWords(warning.kind),
    issuer: warning.issuer.name || UNNAMED,
    role: roleInWords(warning.issuerRole ?? ""),
    audience: audienceNames(warning).join(", "),
    channel: warning.channel,
    lead: link ? leadInWords(link).replace(/ later$/, " before") : "how many days between is not known",
    why: datesInWords(link?.why ?? ""),
    hindsight: warning.hindsight,
    firstReported: edtfInWords(warning.firstReported.slice(0, 10)),
    origins: fewNames(warning.origins),
    decided: decidedMarks(index, warning.id),
    evidence: shown(index, warning.evidence),
  }
}

function saidOf(index: CaseIndex, { statements: ids }: Incident): IncidentView["said"] {
  const sayings = ids.map(id => requireOf(index.statements, id, "statement")).filter(isSaying)
  const same = [...Map.groupBy(sayings, ({ id, utteranceId }) => utteranceId ?? id).values()].map(told => ({
    told,
    reports: new Set(told.map(({ reportId }) => reportId)).size,
    number: index.numbers.get(told[0]!.reportId)!,
  }))
  const most = same.sort((a, b) => b.reports - a.reports || a.number - b.number).slice(0, SHOWN_STATEMENTS)
  // Who speaks is known from what else the report has of him, not from all reports.
  const near = new Set(most.flatMap(({ told }) => told.slice(0, SHOWN_EVIDENCE).map(({ reportId }) => reportId)))
  const shownOnes = new Set(most.flatMap(({ told }) => told))
  const speakerOf = speakersOf(
    index.caseFile,
    sayings.filter(one => near.has(one.reportId) || shownOnes.has(one)),
  )
  const statements = most.map(({ told, reports }) => {
    const longest = told.reduce((best, one) => (best.text.length < one.text.length ? one : best))
    const entityId = told.flatMap(({ speaker }) => speaker.entityId ?? [])[0]
    return {
      id: longest.id,
      speaker: speakerOf(longest).name,
      ...(entityId !== undefined && { entityId }),
      role: roleInWords(told.flatMap(({ speaker }) => speaker.role ?? [])[0] ?? ""),
      cue: cueWords(longest),
      words: saidWords(longest),
      direct: longest.kind === "direct",
      reports,
      ...(longest.grade && { grade: longest.grade.code }),
      evidence: shown(
        index,
        told.map(({ evidence }) => evidence[0]!),
      ),
    }
  })
  return { total: same.length, statements }
}

function reportsOf({ numbers }: CaseIndex, { reports, mentions }: Incident): IncidentView["reports"] {
  const tellings = Map.groupBy(mentions, ({ reportId }) => reportId)
  return reports
    .toSorted((a, b) => numbers.get(a)! - numbers.get(b)!)
    .slice(0, SHOWN_REPORTS)
    .map(id => ({ id, tellings: tellings.get(id)?.length ?? 0 }))
}

function mentionsOf(index: CaseIndex, { mentions }: Incident): IncidentView["mentions"]["first"] {
  return mentions
    .map(mention => ({ ...mention, number: index.numbers.get(mention.reportId)! }))
    .sort((a, b) => a.number - b.number || a.evidence.start - b.evidence.start)
    .slice(0, SHOWN_MENTIONS)
    .map(({ id, reportId, status, background, why, rule, evidence }) => ({
      id,
      reportId,
      status,
      background,
      why: datesInWords(why),
      rule,
      decided: decidedMarks(index, id),
      evidence: evidenceView(index, evidence),
    }))
}

function placesOf(index: CaseIndex, { facts, where }: Incident): readonly PlaceTold[] {
  const chosen = placeView(where)?.key
  const positions = facts.filter(({ slot }) => slot === "where").flatMap(fact => fact.positions)
  const told = positions.flatMap(({ value, origins, assertions }): PlaceTold[] => {
    const place = placeView(value)
    if (!place) return []
    const evidence = assertions.flatMap(one => one.evidence)
    const wider = place.key !== chosen && isAround(value, where)
    return [
      { place, chosen: place.key === chosen, wider, origins: fewNames(origins), evidence: shown(index, evidence) },
    ]
  })
  return told.toSorted((a, b) => Number(b.chosen) - Number(a.chosen) || Number(a.wider) - Number(b.wider))
}

/** Whether the first place holds the second: the town of a site, the country of a town. */
function isAround(around: Value, place: Value | null): boolean {
  if (around.kind !== "place" || place?.kind !== "place") return false
  if (place.within?.includes(around.name)) return true
  return around.precision === "country" && around.country === place.country && place.precision !== "country"
}
