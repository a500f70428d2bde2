import { z } from "zod"
import { type Origin, type OriginCount, originCountSchema, originSchema } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import { originKindInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { firstHand } from "./first-hand.ts"
import { lineageIndex } from "./lineage-index.ts"

/** `of`: id or code of an incident, id of a fact or a warning, "case". `position`: which of a fact's positions, from 0. */
export const originsAskedSchema = z.object({
  of: z.string(),
  position: z.coerce.number().int().min(0).optional(),
})

/** How a number of origins comes about: which report stands for which. Reports by number. */
export const originsViewSchema = z
  .object({
    origins: originCountSchema,
    reports: z.array(z.number().int()).readonly(),
    /** Those that most reports lead to first; at most a hundred. */
    list: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            kind: originSchema.unwrap().shape.kind,
            kindWords: z.string(),
            isProven: z.boolean(),
            /** Reports that are the origin. */
            own: z.array(z.number().int()).readonly(),
            /** Reports that have it first hand, and those that have it by way of others. */
            first: z.array(z.number().int()).readonly(),
            after: z.array(z.number().int()).readonly(),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    /** How they were counted, in a sentence. */
    why: z.string(),
  })
  .readonly()
export type OriginsView = z.infer<typeof originsViewSchema>

const MOST_LISTED = 100

/** The origins behind something of the case. Throws HeedError "not-found". */
export function originsView(index: CaseIndex, asked: z.infer<typeof originsAskedSchema>): OriginsView {
  const { reports, origins } = requireCounted(index, asked)
  const lineage = lineageIndex(index)
  const told = new Set(reports)
  const names = new Set(origins.names)
  const numbers = (ids: readonly string[]) => ids.map(id => index.numbers.get(id)!).sort((a, b) => a - b)
  const list = index.caseFile.origins
    .filter(origin => names.has(origin.name) && origin.reports.some(id => told.has(id)))
    .sort((a, b) => b.reports.length - a.reports.length)
    .slice(0, MOST_LISTED)
    .map(origin => viewOf(origin))
  return { origins: fewNames(origins), reports: numbers(reports), list, why: whyOf(origins) }

  function viewOf(origin: Origin): OriginsView["list"][number] {
    const leading = origin.reports.filter(id => told.has(id))
    const own = new Set(origin.own ?? [])
    const others = leading.filter(id => !own.has(id))
    // What is a report of the case has been there first: all others have it from there.
    const first = new Set(0 < own.size ? [] : firstHand(lineage, others))
    return {
      id: origin.id,
      name: origin.name,
      kind: origin.kind,
      kindWords: originKindInWords(origin.kind),
      isProven: origin.kind !== "unproven",
      own: numbers([...own]),
      first: numbers([...first]),
      after: numbers(others.filter(id => !first.has(id))),
      evidence: origin.evidence
        .filter(({ reportId }) => told.has(reportId))
        .slice(0, 2)
        .map(one => evidenceView(index, one)),
    }
  }
}

function requireCounted(
  { caseFile, incidents, warnings, facts }: CaseIndex,
  { of, position }: z.infer<typeof originsAskedSchema>,
): { readonly reports: readonly string[]; readonly origins: OriginCount } {
  if (of === "case") return { reports: caseFile.reports.map(({ id }) => id), origins: caseFile.case.origins }
  const incident = incidents.get(of) ?? caseFile.incidents.find(({ code }) => code === of.toUpperCase())
  if (incident) return incident
  const warning = warnings.get(of)
  if (warning) return warning
  const fact = facts.get(of)
  if (!fact)
    throw new HeedError("not-found", `${of} is no incident, fact or warning of this case, as it is known at this day`)
  const held = position === undefined ? fact.positions : fact.positions.slice(position, position + 1)
  if (held.length === 0)
    throw new HeedError("not-found", `fact ${of} has ${fact.positions.length} positions; expected one of them from 0`)
  return {
    reports: [...new Set(held.flatMap(one => one.assertions.flatMap(({ evidence }) => evidence.map(e => e.reportId))))],
    origins: position === undefined ? fact.origins : held[0]!.origins,
  }
}

/** See reconcile/lineage/count-origins.ts: what is not proven may be apart or not, and who is quoted counts with the report that quotes him. */
function whyOf(origins: OriginCount): string {
  const quoted = origins.high < origins.names.length
  return `${apartWords(origins)}${quoted ? " Whom a report quotes counts with that report." : ""}`
}

function apartWords({ low, high }: OriginCount): string {
  if (low === high && high < 2) return "Nothing else in the case tells it."
  if (low === high) return "All of them are known to stand apart from each other."
  const known =
    low < 2
      ? `Nothing proves that two of them stand apart, but up to ${high} may`
      : `At least ${low} are known to stand apart, and up to ${high} may`
  return `${known}: of the others nothing tells whether they have it from somebody else or found it out themselves.`
}
