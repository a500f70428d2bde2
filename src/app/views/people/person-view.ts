import { z } from "zod"
import type { Entity, FlatEvidence } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import { edtfInWords, roleInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { factView, factViewSchema } from "../incidents/fact-view.ts"
import { peopleTable, type Somebody } from "./people-table.ts"
import { factsOf, somebodyLine, somebodyLineSchema } from "./people-view.ts"

const nameSchema = z
  .object({ name: z.string(), reports: z.number().int(), evidence: z.array(evidenceViewSchema).readonly() })
  .readonly()

/** How one report tells of somebody: by which names, and where. `id` is what a split takes out. */
const tellingSchema = z
  .object({
    id: z.string(),
    reportId: z.string(),
    names: z.array(z.string()).readonly(),
    mentions: z.number().int(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()

/** Somebody with all that the reports say. Of a private person only `line` and `tellings` are filled: Heed keeps no list of facts about private people. */
export const personViewSchema = z
  .object({
    line: somebodyLineSchema,
    /** Name in a shipped list of the world, "" when it is in none. */
    known: z.string(),
    names: z.array(nameSchema).readonly(),
    roles: z
      .array(
        z
          .object({
            role: z.string(),
            organization: z.string(),
            /** EDTF days of the first and last report that say so; "" when none has a date. `reported` in words. */
            first: z.string(),
            last: z.string(),
            reported: z.string(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    parts: z
      .array(
        z
          .object({
            incident: z.string(),
            code: z.string(),
            title: z.string(),
            status: z.string(),
            when: z.string(),
            words: z.array(z.string()).readonly(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    warnings: z
      .array(
        z
          .object({
            id: z.string(),
            words: z.string(),
            issued: z.string(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** What reports tell of it, each with its positions. */
    facts: z.array(factViewSchema).readonly(),
    tellings: z.array(tellingSchema).readonly(),
    tellingsTotal: z.number().int(),
    /** Why tellings were joined, each reason once, with the tellings it joins. */
    joins: z.array(z.object({ why: z.string(), tellings: z.array(z.string()).readonly() }).readonly()).readonly(),
    joinsTotal: z.number().int(),
    /** Joins that were refused. `id` is "" when the other has gone from the case. */
    refused: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type PersonView = z.infer<typeof personViewSchema>

/** Evidence shown of one name, role, part or telling, and tellings and reasons of one person, at most. */
const SHOWN = 4
const TELLINGS = 200
const REASONS = 60

/** One person, organization or armed group. Throws HeedError "not-found", also for places, which the map shows. */
export function personView(index: CaseIndex, id: string): PersonView {
  const somebody = peopleTable(index).get(id)
  if (!somebody)
    throw new HeedError(
      "not-found",
      `no person or group ${id} in this case, as it is known at this day; it may have been joined with another, or gone with a report`,
    )
  const { entity, isPrivate } = somebody
  const tellings = tellingsOf(index, entity)
  const line = somebodyLine(index, somebody)
  const rest = { tellings, tellingsTotal: tellingsCount(entity), line }
  if (isPrivate)
    return {
      ...rest,
      known: "",
      names: [],
      roles: [],
      parts: [],
      warnings: [],
      facts: [],
      joins: [],
      joinsTotal: 0,
      refused: [],
    }
  const reasons = Map.groupBy(entity.merges, merge => merge.why)
  const shown = (evidence: readonly FlatEvidence[]) => evidence.slice(0, SHOWN).map(one => evidenceView(index, one))
  return {
    ...rest,
    known: entity.known ?? "",
    names: namesOf(entity).map(({ name, evidence }) => ({
      name,
      reports: new Set(evidence.map(one => one.reportId)).size,
      evidence: shown(evidence),
    })),
    roles: entity.roles
      .map(({ role, organization, reported, evidence }) => ({
        role: roleInWords(role) || role,
        organization: organization ?? "",
        first: reported?.first ?? "",
        last: reported?.last ?? "",
        reported:
          reported === undefined
            ? "day not known"
            : reported.first === reported.last
              ? edtfInWords(reported.first)
              : edtfInWords(`${reported.first}/${reported.last}`),
        evidence: shown(evidence),
      }))
      .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)),
    parts: [...Map.groupBy(somebody.parts, part => part.incident.id).values()].map(parts => {
      const { incident } = parts[0]!
      return {
        incident: incident.id,
        code: incident.code,
        title: incident.title,
        status: incident.status,
        when: incident.when ? edtfInWords(incident.when.edtf) : "unknown",
        words: [...new Set(parts.map(part => part.words))],
        evidence: shown(parts.flatMap(part => part.evidence)),
      }
    }),
    warnings: warningsOf(index, somebody).map(warning => ({
      id: warning.id,
      words: warning.evidence[0]!.text,
      issued: edtfInWords(warning.issued.edtf),
      evidence: shown(warning.evidence),
    })),
    facts: factsOf(entity).map(fact => factView(index, fact)),
    joins: [...reasons].slice(0, REASONS).map(([why, merges]) => ({
      why,
      tellings: [...new Set(merges.flatMap(({ a, b }) => [a, b]))].slice(0, TELLINGS),
    })),
    joinsTotal: reasons.size,
    refused: entity.refused.map(({ with: other, name, why }) => ({
      id: peopleTable(index).has(other) ? other : "",
      name,
      why,
    })),
  }
}

const warningsOf = ({ caseFile }: CaseIndex, { entity }: Somebody) =>
  caseFile.warnings.filter(({ issuer }) => issuer.entityId === entity.id)

const flatOf = ({ reportId, start, end, text }: FlatEvidence): FlatEvidence => ({ reportId, start, end, text })

/** The names it goes by, its own first, each with one place in each report. */
function namesOf(entity: Entity): Entity["aliases"] {
  const places = Map.groupBy(
    entity.mentions.filter(({ text }) => text === entity.name),
    ({ reportId }) => reportId,
  )
  const own = [...places.values()].map(([first]) => flatOf(first!))
  return [{ name: entity.name, evidence: own }, ...entity.aliases.filter(({ name }) => name !== entity.name)]
}

const tellingOf = (mention: Entity["mentions"][number]) => `${mention.reportId} ${mention.localEntityId}`

const tellingsCount = ({ mentions }: Entity) => new Set(mentions.map(tellingOf)).size

/** Words that stand for anybody. Source: English; Apache-2.0. */
const PRONOUN = /^(?:he|she|it|they|him|her|them|his|hers|its|their|who|whom|whose)$/iu

/** How each report tells of it, in the order of the reports' numbers. */
function tellingsOf(index: CaseIndex, entity: Entity): PersonView["tellings"][number][] {
  return [...Map.groupBy(entity.mentions, tellingOf).values()]
    .map(mentions => ({ mentions, number: index.numbers.get(mentions[0]!.reportId)! }))
    .sort((a, b) => a.number - b.number)
    .slice(0, TELLINGS)
    .map(({ mentions }) => ({
      id: mentions[0]!.localEntityId,
      reportId: mentions[0]!.reportId,
      names: [...new Set(mentions.map(({ text }) => text).filter(text => !PRONOUN.test(text)))].slice(0, SHOWN),
      mentions: mentions.length,
      evidence: mentions.slice(0, SHOWN).map(one => evidenceView(index, one)),
    }))
}
