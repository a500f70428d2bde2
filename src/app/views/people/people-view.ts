import { z } from "zod"
import type { Entity } from "../../../core/casefile.ts"
import { counted, rolesInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { peopleTable, type Somebody } from "./people-table.ts"

const actingTypeSchema = z.enum(["armed-group", "organization", "person"])

/** What is asked of the list: kinds, a part of a name, alias or role, and whether private people are named. */
export const peopleAskedSchema = z.object({
  type: actingTypeSchema.optional(),
  text: z.string().max(200).optional(),
  named: z.enum(["yes"]).optional(),
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})
export type PeopleAsked = z.infer<typeof peopleAskedSchema>

/** One person or group in a line. `parts`: what it is in incidents, in words, suspects always "alleged". Of a private person nothing but the name and where. */
export const somebodyLineSchema = z
  .object({
    id: z.string(),
    type: actingTypeSchema,
    name: z.string(),
    isPrivate: z.boolean(),
    also: z.array(z.string()).readonly(),
    roles: z.array(z.string()).readonly(),
    parts: z.array(z.string()).readonly(),
    mentions: z.number().int(),
    reports: z.number().int(),
    /** Things said, each once however many reports tell it; what a learned scorer found is not among them. */
    statements: z.number().int(),
    incidents: z.number().int(),
    /** Facts told of it, and those on which reports disagree. */
    facts: z.number().int(),
    disputes: z.number().int(),
    decided: z.array(decidedMarkSchema).readonly(),
    evidence: evidenceViewSchema.optional(),
  })
  .readonly()
export type SomebodyLine = z.infer<typeof somebodyLineSchema>

/** The list: how many of each kind the words match, the page asked for, and how many private people are not named in it. */
export const peopleViewSchema = z
  .object({
    counts: z.record(actingTypeSchema, z.number().int()).readonly(),
    total: z.number().int(),
    offset: z.number().int(),
    rows: z.array(somebodyLineSchema).readonly(),
    folded: z.number().int(),
    /** What is folded and why, in a sentence; "" when nobody is. */
    foldedWords: z.string(),
  })
  .readonly()
export type PeopleView = z.infer<typeof peopleViewSchema>

/** Aliases told in one line, at most; and roles, of which two already tell what somebody is. */
const SHOWN = 3
const SHOWN_ROLES = 2

/** People, organizations and armed groups, most told first. Private people are counted and named only when asked. */
export function peopleView(index: CaseIndex, asked: PeopleAsked = {}): PeopleView {
  const { offset = 0, limit = 100 } = asked
  const words = (asked.text ?? "")
    .toLowerCase()
    .split(/\s+/u)
    .filter(word => word !== "")
  const found = [...peopleTable(index).values()].filter(one => isMeant(one, words))
  const open = found.filter(one => !one.isPrivate)
  const counts = { "armed-group": 0, organization: 0, person: 0 }
  for (const { entity } of open) counts[entity.type as keyof typeof counts]++
  const isAsked = (one: Somebody) => asked.type === undefined || one.entity.type === asked.type
  const folded = found.filter(one => one.isPrivate && isAsked(one))
  const shown = [...open.filter(isAsked), ...(asked.named === "yes" ? folded : [])]
  return {
    counts,
    total: shown.length,
    offset,
    rows: shown.slice(offset, offset + limit).map(one => somebodyLine(index, one)),
    folded: folded.length,
    foldedWords:
      folded.length === 0
        ? ""
        : `${counted(folded.length, "private person", "private people")} ${asked.named === "yes" ? "named at the end of the list" : "not named here"}: victims, suspects, and people without an office or a word of their own`,
  }
}

/** Whether each of the words stands in a name, an alias or a role. */
function isMeant({ searched }: Somebody, words: readonly string[]): boolean {
  return words.every(word => searched.includes(word))
}

/** Somebody in one line. */
export function somebodyLine(
  index: CaseIndex,
  { entity, isPrivate, reportIds, sayings, parts }: Somebody,
): SomebodyLine {
  const first = entity.mentions.find(({ text }) => text === entity.name) ?? entity.mentions[0]
  return {
    id: entity.id,
    type: entity.type as SomebodyLine["type"],
    name: entity.name,
    isPrivate,
    also: isPrivate ? [] : otherNames(entity).slice(0, SHOWN),
    roles: isPrivate ? [] : rolesInWords(entity.roles.map(({ role }) => role)).slice(0, SHOWN_ROLES),
    parts: isPrivate ? [] : [...new Set(parts.map(part => part.words))].slice(0, SHOWN),
    mentions: entity.mentions.length,
    reports: reportIds.length,
    statements: isPrivate ? 0 : sayings,
    incidents: isPrivate ? 0 : new Set(parts.map(({ incident }) => incident.id)).size,
    facts: isPrivate ? 0 : factsOf(entity).length,
    disputes: isPrivate
      ? 0
      : factsOf(entity).filter(({ relation }) => relation === "contradict" || relation === "mixed").length,
    decided: decidedMarks(index, entity.id),
    ...(first && { evidence: evidenceView(index, first) }),
  }
}

/** What reports tell of it but its roles, which have a place of their own unless reports disagree on them. */
export const factsOf = ({ facts }: Entity) =>
  facts.filter(({ slot, relation }) => slot !== "role" || relation === "contradict" || relation === "mixed")

const otherNames = (entity: Entity) => entity.aliases.map(({ name }) => name).filter(name => name !== entity.name)
