import { z } from "zod"
import { decidedSchema, gradeSchema } from "./decided.ts"
import { problemSchema } from "./problem.ts"
import {
  type Attribution,
  attributionSchema,
  likelihoodSchema,
  localEntitySchema,
  statementSchema,
  warningMentionSchema,
} from "./reading.ts"
import { blockSchema, metadataSourceSchema, type Report, removedLabelSchema } from "./report.ts"
import type { Evidence } from "./span.ts"
import { statusSchema } from "./status.ts"
import { utteranceSchema } from "./utterance.ts"
import { entityTypeSchema, timeSchema, valueSchema } from "./value.ts"

/** Evidence as the case file writes it: flat, so that other programs need no knowledge of ours. */
export const flatEvidenceSchema = z
  .object({
    reportId: z.string(),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    text: z.string().min(1),
  })
  .readonly()
export type FlatEvidence = z.infer<typeof flatEvidenceSchema>

/** Evidence in the flat form of the case file. */
export function flatEvidence({ reportId, span, text }: Evidence): FlatEvidence {
  return { reportId, start: span.start, end: span.end, text }
}

/** When a report was published, and how that is known. */
const publishedSchema = z.object({ edtf: z.string(), method: metadataSourceSchema }).readonly()

/** A report as the case file writes it. The way back to the bytes stays in the case's store. */
export const flatReportSchema = z
  .object({
    id: z.string(),
    file: z.string().optional(),
    url: z.string().optional(),
    publisher: z.string().optional(),
    byline: z.string().optional(),
    title: z.string(),
    published: publishedSchema.optional(),
    /** For a report without a date: between which days it was published (EDTF), by what it tells and who copies it. */
    publishedBetween: z.object({ edtf: z.string(), why: z.string() }).readonly().optional(),
    updated: publishedSchema.optional(),
    /** How the other metadata are known. */
    knownBy: z
      .partialRecord(z.enum(["title", "publisher", "byline", "url"]), metadataSourceSchema)
      .readonly()
      .optional(),
    language: z.string(),
    encoding: z.string(),
    text: z.string(),
    blocks: z.array(blockSchema).readonly(),
    removed: z.array(z.object({ text: z.string(), label: removedLabelSchema }).readonly()).readonly(),
    repairs: z.array(z.object({ kind: z.string(), count: z.number().int().min(1) }).readonly()).readonly(),
    grade: gradeSchema.optional(),
  })
  .readonly()
export type FlatReport = z.infer<typeof flatReportSchema>

/** A report in the flat form of the case file. `title` is "" when none was found. */
export function flatReport(report: Report): FlatReport {
  const { id, file, url, publisher, byline, title, published, updated, language, encoding, text, blocks } = report
  return {
    id,
    ...(file !== undefined && { file }),
    ...(url && { url: url.value }),
    ...(publisher && { publisher: publisher.value }),
    ...(byline && { byline: byline.value }),
    title: title?.value ?? "",
    ...(published && { published: { edtf: published.time.edtf, method: published.source } }),
    ...(updated && { updated: { edtf: updated.time.edtf, method: updated.source } }),
    knownBy: Object.fromEntries(
      Object.entries({ title, publisher, byline, url }).flatMap(([name, known]) =>
        known ? [[name, known.source]] : [],
      ),
    ),
    language,
    encoding,
    text,
    blocks,
    removed: report.removed.map(block => ({ text: block.text, label: block.label })),
    repairs: report.repairs.map(({ kind, count }) => ({ kind, count })),
  }
}

/** One step of "who says so", in the flat form of the case file. */
const flatAttributionSchema = attributionSchema.unwrap().extend({ evidence: flatEvidenceSchema.optional() }).readonly()

/** A chain of "who says so" in the flat form of the case file. */
export function flatAttribution(chain: readonly Attribution[]): z.infer<typeof flatAttributionSchema>[] {
  return chain.map(({ evidence, ...step }) => ({ ...step, ...(evidence && { evidence: flatEvidence(evidence) }) }))
}

/** One report says: this subject has this value in this slot. */
export const assertionSchema = z
  .object({
    id: z.string(),
    subject: z.string(),
    slot: z.string(),
    value: valueSchema,
    status: statusSchema,
    /** From the report outwards. The first step is always the publisher or the file. */
    attribution: z.array(flatAttributionSchema).readonly(),
    evidence: z.array(flatEvidenceSchema).min(1).readonly(),
    rule: z.string(),
    grade: gradeSchema.optional(),
  })
  .readonly()
export type Assertion = z.infer<typeof assertionSchema>

/** How many independent origins stand behind something: `high` counts every report not proven to copy and every outlet that is cited, `low` only those that are proven to be apart. Who is quoted by one report counts with it; `names` has him too. low <= high <= number of names; 0 only in a case without reports. */
export const originCountSchema = z
  .object({ low: z.number().int().min(0), high: z.number().int().min(0), names: z.array(z.string()).readonly() })
  .readonly()
export type OriginCount = z.infer<typeof originCountSchema>

/** A value of a slot with all assertions that share it. */
export const positionSchema = z
  .object({
    value: valueSchema,
    status: statusSchema,
    assertions: z.array(assertionSchema).min(1).readonly(),
    origins: originCountSchema,
    /** EDTF of the publication of the first and last report that holds it; "" when no report has a date. */
    firstReported: z.string(),
    lastReported: z.string(),
  })
  .readonly()
export type Position = z.infer<typeof positionSchema>

export const relationSchema = z.enum(["single", "agree", "refine", "update", "contradict", "retract", "mixed"])
export type Relation = z.infer<typeof relationSchema>

/** The single value that the evidence speaks for, also where positions are disputed: by origins, how each tells it, and time. `why` says which. */
export const bestValueSchema = z.object({ value: valueSchema, origins: originCountSchema, why: z.string() }).readonly()
const likelyValueSchema = bestValueSchema.unwrap().extend({ slot: z.string() }).readonly()
export type BestValue = z.infer<typeof bestValueSchema>

/** A slot of one subject with all its positions, how they relate, and the reconciled value (null when no policy can choose). */
export const factSchema = z
  .object({
    id: z.string(),
    subject: z.string(),
    slot: z.string(),
    relation: relationSchema,
    value: valueSchema.nullable(),
    positions: z.array(positionSchema).min(1).readonly(),
    /** All positions are named together ("Germany and the Netherlands"): one list, not several views. `value` is its first. */
    listed: z.literal(true).optional(),
    /** Absent where nothing decides, where there is nothing to choose, and for who did it. May be no position, where learned scorers propose it. */
    best: bestValueSchema.optional(),
    /** Distinct origins over all positions. */
    origins: originCountSchema,
    /** The rule that gave the relation and the policy that gave the value, in words. */
    why: z.string(),
  })
  .readonly()
export type Fact = z.infer<typeof factSchema>

/** Where information entered public reporting. */
export const originSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["own-reporting", "wire", "official-statement", "group-claim", "document", "person", "unproven"]),
    reports: z.array(z.string()).readonly(),
    /** Reports of the case that are this origin: the information entered public reporting through them. Absent where it came in from outside the case. */
    own: z.array(z.string()).min(1).readonly().optional(),
    evidence: z.array(flatEvidenceSchema).readonly(),
  })
  .readonly()
export type Origin = z.infer<typeof originSchema>

/** Two stretches, one of each report, that share their wording or content. `similarity` 0-1. */
export const passageSchema = z
  .object({
    from: flatEvidenceSchema,
    to: flatEvidenceSchema,
    kind: z.enum(["verbatim", "near", "paraphrase", "translation"]),
    similarity: z.number().min(0).max(1),
  })
  .readonly()
export type Passage = z.infer<typeof passageSchema>

/** Of an exact copy: kind "copies", strength 1, one passage for all. `from` rests on `to` (a report of the case) or on `source` (named, outside the case). `strength` 0-1 is the share of `from` that rests on it. */
export const lineageSchema = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    source: z.string().optional(),
    kind: z.enum(["copies", "rewrites", "updates", "cites"]),
    strength: z.number().min(0).max(1),
    evidence: z.array(flatEvidenceSchema).readonly(),
    passages: z.array(passageSchema).readonly(),
    /** The signals that gave kind and direction, in words; "direction unknown" when it could not be told. */
    why: z.string(),
  })
  .readonly()
export type Lineage = z.infer<typeof lineageSchema>

const mentionSchema = z
  .object({
    reportId: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    text: z.string(),
    localEntityId: z.string(),
  })
  .readonly()

/** An entity of the case. */
export const entitySchema = z
  .object({
    id: z.string(),
    type: entityTypeSchema,
    name: z.string(),
    aliases: z
      .array(z.object({ name: z.string(), evidence: z.array(flatEvidenceSchema).readonly() }).readonly())
      .readonly(),
    known: z.string().optional(),
    place: localEntitySchema.unwrap().shape.place,
    roles: z
      .array(
        z
          .object({
            role: z.string(),
            organization: z.string().optional(),
            /** First and last day of publication of the reports that say so, as EDTF days; absent when none has a date. */
            reported: z.object({ first: z.string(), last: z.string() }).readonly().optional(),
            evidence: z.array(flatEvidenceSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    facts: z.array(factSchema).readonly(),
    mentions: z.array(mentionSchema).readonly(),
    /** Why its mentions were joined: one line for each link between two reports' entities. */
    merges: z.array(z.object({ a: z.string(), b: z.string(), why: z.string() }).readonly()).readonly(),
    /** The nearest joins that were refused, and why. */
    refused: z.array(z.object({ with: z.string(), name: z.string(), why: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type Entity = z.infer<typeof entitySchema>

/** The thing in the world that event mentions of many reports tell of. */
export const incidentSchema = z
  .object({
    id: z.string(),
    /** A code people can say aloud, such as "MOS-7K2". */
    code: z.string(),
    type: z.string(),
    subtype: z.string().optional(),
    status: statusSchema,
    title: z.string(),
    /** Told only as background by every report that tells it. */
    background: z.boolean(),
    when: timeSchema.nullable(),
    where: valueSchema.nullable(),
    facts: z.array(factSchema).readonly(),
    /** What no report is read to say of it, and a learned scorer takes to be likely from how its reports are written: no fact, and never told as one. */
    likely: z.array(likelyValueSchema).readonly().optional(),
    /** Ids of statements about it, of warnings before it, of reports that tell it with their exact copies, of event mentions joined into it. */
    statements: z.array(z.string()).readonly(),
    warnings: z.array(z.string()).readonly(),
    reports: z.array(z.string()).readonly(),
    mentions: z
      .array(
        z
          .object({
            id: z.string(),
            reportId: z.string(),
            status: statusSchema,
            background: z.boolean(),
            evidence: flatEvidenceSchema,
            sentence: flatEvidenceSchema,
            why: z.string(),
            rule: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    origins: originCountSchema,
  })
  .readonly()
export type Incident = z.infer<typeof incidentSchema>

/** The statement of one report within the case: its speaker is an entity of the case. */
export const caseStatementSchema = statementSchema
  .unwrap()
  .extend({
    speaker: statementSchema
      .unwrap()
      .shape.speaker.unwrap()
      .extend({ evidence: flatEvidenceSchema.optional(), given: flatEvidenceSchema.optional() })
      .readonly(),
    cue: flatEvidenceSchema.optional(),
    audience: z.object({ name: z.string(), evidence: flatEvidenceSchema }).readonly().optional(),
    venue: z.object({ name: z.string(), evidence: flatEvidenceSchema }).readonly().optional(),
    via: z.array(flatAttributionSchema).readonly(),
    evidence: z.array(flatEvidenceSchema).min(1).readonly(),
    utteranceId: z.string().optional(),
    incidents: z.array(z.string()).readonly(),
    grade: gradeSchema.optional(),
  })
  .readonly()
export type CaseStatement = z.infer<typeof caseStatementSchema>

/** A warning of the case: all mentions of it, what came of it. */
export const warningSchema = z
  .object({
    id: z.string(),
    kind: warningMentionSchema.unwrap().shape.kind,
    issuer: z.object({ entityId: z.string().optional(), name: z.string() }).readonly(),
    issuerRole: z.string().optional(),
    audience: z.array(z.object({ entityId: z.string().optional(), name: z.string() }).readonly()).readonly(),
    channel: z.enum(["public", "private", "unknown"]),
    issued: timeSchema,
    /** EDTF of the earliest report that tells of it; "" when that report has no date. */
    firstReported: z.string(),
    subject: warningMentionSchema.unwrap().shape.subject,
    horizon: timeSchema.optional(),
    likelihood: likelihoodSchema.optional(),
    outcome: z.enum(["fulfilled", "partly", "averted", "open", "expired", "unknown"]),
    incidents: z
      .array(
        z
          .object({
            id: z.string(),
            /** Days from issue to incident, whole, null when a date is missing. */
            leadDays: z.object({ low: z.number().int(), high: z.number().int() }).readonly().nullable(),
            why: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    /** First reported after the incident it is linked to. */
    hindsight: z.boolean(),
    reports: z.array(z.string()).readonly(),
    origins: originCountSchema,
    evidence: z.array(flatEvidenceSchema).min(1).readonly(),
    mentions: z.array(z.string()).readonly(),
    rule: z.string(),
    grade: gradeSchema.optional(),
  })
  .readonly()
export type Warning = z.infer<typeof warningSchema>

/** Something the case cannot show, said aloud. `code` such as "no-official-toll"; `reports` it speaks of. */
export const blindSpotSchema = z
  .object({ code: z.string(), text: z.string(), reports: z.array(z.string()).readonly() })
  .readonly()
export type BlindSpot = z.infer<typeof blindSpotSchema>

/** A whole case as other programs read it. Arrays are in a fixed order that does not depend on the order of adding. */
export const caseFileSchema = z
  .object({
    format: z.literal("heed-casefile/1"),
    case: z
      .object({
        name: z.string(),
        engine: z.string(),
        asOf: z.string().nullable(),
        policy: z.string(),
        /** Of everything the case tells: its incidents, warnings and facts of entities. Never fewer than any of them has; `names` are those of `origins`. */
        origins: originCountSchema,
        blindSpots: z.array(blindSpotSchema).readonly(),
      })
      .readonly(),
    reports: z.array(flatReportSchema).readonly(),
    origins: z.array(originSchema).readonly(),
    lineage: z.array(lineageSchema).readonly(),
    entities: z.array(entitySchema).readonly(),
    incidents: z.array(incidentSchema).readonly(),
    statements: z.array(caseStatementSchema).readonly(),
    utterances: z.array(utteranceSchema).readonly(),
    warnings: z.array(warningSchema).readonly(),
    /** What people decided, in order; absent when nobody decided anything. */
    decisions: z.array(decidedSchema).readonly().optional(),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly()
export type CaseFile = z.infer<typeof caseFileSchema>
