import { z } from "zod"
import { problemSchema } from "./problem.ts"
import { reportSchema } from "./report.ts"
import { evidenceSchema, spanSchema } from "./span.ts"
import { attributionModeSchema, cueStrengthSchema } from "./speech-pack.ts"
import { statusSchema } from "./status.ts"
import {
  countSchema,
  entityRefSchema,
  entityTypeSchema,
  placeSchema,
  textValueSchema,
  timeSchema,
  valueSchema,
} from "./value.ts"

/** One step of "who says so", from the report outwards: outlet, then the report it cites, then the official that one quotes. */
export const attributionSchema = z
  .object({
    kind: z.enum(["outlet", "document", "person", "organization", "group", "anonymous"]),
    name: z.string(),
    entityId: z.string().optional(),
    evidence: evidenceSchema.optional(),
  })
  .readonly()
export type Attribution = z.infer<typeof attributionSchema>

/** An entity as one report knows it: all its mentions, joined by coreference. */
export const localEntitySchema = z
  .object({
    id: z.string(),
    type: entityTypeSchema,
    /** Fullest name the report uses. */
    name: z.string(),
    aliases: z.array(z.string()).readonly(),
    /** Key in a shipped list of the world (armed groups, countries, agencies), when the name is in one. */
    known: z.string().optional(),
    place: placeSchema.optional(),
    roles: z
      .array(z.object({ role: z.string(), organization: z.string().optional(), evidence: evidenceSchema }).readonly())
      .readonly(),
    mentions: z
      .array(z.object({ span: spanSchema, text: z.string(), form: z.enum(["name", "nominal", "pronoun"]) }).readonly())
      .readonly(),
  })
  .readonly()
export type LocalEntity = z.infer<typeof localEntitySchema>

/** One filled slot of an event mention or a profile, with the words that fill it. */
export const slotFillSchema = z
  .object({
    slot: z.string(),
    value: valueSchema,
    evidence: evidenceSchema,
    /** More words it rests on: the other parts of a sum, such as people told of one by one. */
    parts: z.array(evidenceSchema).readonly().optional(),
    /** Who says so, beyond the report itself; empty when the report says it in its own voice. */
    attribution: z.array(attributionSchema).readonly(),
    /** Only when it differs from the status of the event, such as a perpetrator who is alleged. */
    status: statusSchema.optional(),
    /** Chance from 0 to 1 that it is right, where a learned scorer gave it; absent where a rule found it. */
    score: z.number().min(0).max(1).optional(),
    rule: z.string(),
  })
  .readonly()
export type SlotFill = z.infer<typeof slotFillSchema>

/** From this chance on, what a learned scorer gives stands beside what rules found. */
const TRUSTED = 0.8

/** Whether a fill only is a proposal: kept for a person to look at, no part of facts. */
export function isProposal({ score }: SlotFill): boolean {
  return score !== undefined && score < TRUSTED
}

/** One telling of an event in one report. */
export const eventMentionSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    /** Key of an event type of the pack, such as "attack"; `subtype` such as "suicide-bombing". */
    type: z.string(),
    subtype: z.string().optional(),
    status: statusSchema,
    /** The words that gave the status, when it is not plain "occurred". */
    statusEvidence: evidenceSchema.optional(),
    /** Told as background to the story ("five years ago", "in the past decade"). */
    background: z.boolean(),
    trigger: evidenceSchema,
    /** The noun phrase or clause that names it, such as "a suicide bombing outside the Russian Embassy". */
    description: evidenceSchema,
    sentence: spanSchema,
    fills: z.array(slotFillSchema).readonly(),
    attribution: z.array(attributionSchema).readonly(),
    /** Event mention of the same report that this one tells again ("the attack", "the violence"). Always the first telling. */
    sameAs: z.string().optional(),
    /** Several events told as one ("attacks on mosques", "plots across Europe"). Never an incident of its own. */
    plural: z.boolean(),
    rule: z.string(),
  })
  .readonly()
export type EventMention = z.infer<typeof eventMentionSchema>

/** Words given to a speaker, or what is told of his mind: what he believes, wants, supports or knows. */
export const statementSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    kind: z.enum(["direct", "indirect", "mixed"]),
    /** Whether he says it or holds it in another way; by the cue. */
    mode: attributionModeSchema,
    /** How sure the cue makes it sound. */
    strength: cueStrengthSchema,
    speaker: z
      .object({
        entityId: z.string().optional(),
        name: z.string(),
        /** Role and affiliation as this report gives them, verbatim. */
        role: z.string().optional(),
        anonymous: z.boolean(),
        evidence: evidenceSchema.optional(),
        /** All words by which the report names the source at this place, with role, affiliation and why it is not named. */
        given: evidenceSchema.optional(),
      })
      .readonly(),
    cue: evidenceSchema.optional(),
    audience: z.object({ name: z.string(), evidence: evidenceSchema }).readonly().optional(),
    /** Where or in what it was said, such as "a hearing in the capital" or "a statement on Telegram". */
    venue: z.object({ name: z.string(), evidence: evidenceSchema }).readonly().optional(),
    time: timeSchema.optional(),
    /** The words said, as this report gives them; the parts of an interrupted quotation joined by " ... ". */
    text: z.string(),
    /** One per stretch of content, in order. */
    evidence: z.array(evidenceSchema).min(1).readonly(),
    /** Medium through which the report has it, such as "a Reuters report", when it names one. */
    via: z.array(attributionSchema).readonly(),
    /** Chance from 0 to 1 that it is right, where a learned scorer found it; absent where a rule did. */
    score: z.number().min(0).max(1).optional(),
    rule: z.string(),
  })
  .readonly()
export type Statement = z.infer<typeof statementSchema>

/** Whether rules found it. What scorers find shows what a report attributes to whom; only what rules find is held against other reports and told in a brief. */
export function isSaying({ score }: Pick<Statement, "score">): boolean {
  return score === undefined
}

/** Words of likelihood with the band of ICD 203 they belong to: [low, high] in percent, or null when they are in no band. */
export const likelihoodSchema = z
  .object({ words: z.string(), band: z.tuple([z.number(), z.number()]).nullable() })
  .readonly()

/** A statement or notice that harm may come, as one report tells it. */
export const warningMentionSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    kind: z.enum(["notice", "advisory", "assessment", "testimony", "forecast", "threat", "alert-level"]),
    /** `name` is "" when the report does not tell who warned. */
    issuer: z.object({ entityId: z.string().optional(), name: z.string(), role: z.string().optional() }).readonly(),
    audience: z.array(z.object({ entityId: z.string().optional(), name: z.string() }).readonly()).readonly(),
    channel: z.enum(["public", "private", "unknown"]),
    issued: timeSchema,
    subject: z
      .object({
        threat: textValueSchema.optional(),
        actor: z.union([entityRefSchema, textValueSchema]).optional(),
        target: z.union([entityRefSchema, textValueSchema]).optional(),
        place: placeSchema.optional(),
      })
      .readonly(),
    horizon: timeSchema.optional(),
    likelihood: likelihoodSchema.optional(),
    /** Event mentions of the same report that this warning is said to have come before ("in advance of the bombings"). */
    before: z.array(z.string()).readonly(),
    statementId: z.string().optional(),
    evidence: z.array(evidenceSchema).min(1).readonly(),
    rule: z.string(),
  })
  .readonly()
export type WarningMention = z.infer<typeof warningMentionSchema>

/** Words with which a report names where it has something from. */
export const citationSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    source: z.string(),
    /** Key in the pack's list of publishers and wires, when it is in one. */
    known: z.string().optional(),
    kind: z.enum(["outlet", "wire", "document", "official", "group-channel", "unnamed-agencies"]),
    /** Whether a line of the page credits it, or a sentence cites it. */
    form: z.enum(["credit", "sentence"]),
    /** What the citation covers: the sentence or statement it goes with; absent when the whole report is credited. */
    scope: spanSchema.optional(),
    evidence: evidenceSchema,
    rule: z.string(),
  })
  .readonly()
export type Citation = z.infer<typeof citationSchema>

/** A property of an organization or a person as one report gives it. */
export const profileFillSchema = slotFillSchema.unwrap().extend({ entityId: z.string() }).readonly()
export type ProfileFill = z.infer<typeof profileFillSchema>

/** All that was found in one report alone. Depends on the report and the engine version, nothing else. */
export const readingSchema = z
  .object({
    engine: z.string(),
    report: reportSchema,
    sentences: z.array(spanSchema).readonly(),
    entities: z.array(localEntitySchema).readonly(),
    events: z.array(eventMentionSchema).readonly(),
    /** Day and town ("when", "where") of the event that the report is about, each with its chance; of a report without an event of the pack too. */
    setting: z.array(slotFillSchema).readonly(),
    statements: z.array(statementSchema).readonly(),
    warnings: z.array(warningMentionSchema).readonly(),
    profiles: z.array(profileFillSchema).readonly(),
    citations: z.array(citationSchema).readonly(),
    times: z.array(z.object({ span: spanSchema, time: timeSchema }).readonly()).readonly(),
    counts: z.array(z.object({ span: spanSchema, count: countSchema }).readonly()).readonly(),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly()
export type Reading = z.infer<typeof readingSchema>
