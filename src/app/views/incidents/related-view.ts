import { z } from "zod"
import { type Incident, originCountSchema } from "../../../core/casefile.ts"
import { statusSchema } from "../../../core/status.ts"
import { inSteps } from "../../steps.ts"
import { timeInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { fewNames } from "../few-names.ts"
import { tableOf } from "../table.ts"

/** Another incident of the case, and what joins the two. Names as overviews tell them. */
export const relatedSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    status: statusSchema,
    when: z.string(),
    reports: z.number().int(),
    origins: originCountSchema,
    /** "also Red Tide; also in Fray Bentos; the same warning". */
    why: z.string(),
  })
  .readonly()
export type Related = z.infer<typeof relatedSchema>

/** Slots whose holder ties two incidents together. Keys of the pack of political violence. */
const ACTORS: ReadonlySet<string> = new Set([
  "perpetrator",
  "claimed-by",
  "blamed-on",
  "party",
  "target",
  "agent",
  "arrested",
  "leader",
])

/** Shown for one incident, at most, the most strongly joined first. */
const MOST = 12

/** Something that two incidents share. `weight`: a warning says more than a place, a place more than a group. */
interface Tie {
  readonly key: string
  readonly words: string
  readonly weight: number
}

interface Ties {
  readonly of: ReadonlyMap<string, readonly Tie[]>
  readonly holders: ReadonlyMap<string, readonly Incident[]>
}

/** Incidents that name the same actor or place, or that the same warning came before. */
export function relatedOf(index: CaseIndex, id: string): readonly Related[] {
  const ties = tieTable(index)
  const found = new Map<Incident, Tie[]>()
  for (const tie of ties.of.get(id) ?? [])
    for (const other of ties.holders.get(tie.key)!)
      if (other.id !== id) {
        const known = found.get(other)
        if (known) known.push(tie)
        else found.set(other, [tie])
      }
  const weightOf = (shared: readonly Tie[]) => shared.reduce((sum, { weight }) => sum + weight, 0)
  return [...found]
    .sort(
      ([a, first], [b, second]) =>
        weightOf(second) - weightOf(first) || b.reports.length - a.reports.length || (a.code < b.code ? -1 : 1),
    )
    .slice(0, MOST)
    .map(([{ id: otherId, code, title, status, when, reports, origins }, shared]) => ({
      id: otherId,
      code,
      title,
      status,
      when: when === null ? "unknown" : timeInWords(when),
      reports: reports.length,
      origins: fewNames(origins),
      why: shared
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ words }) => words)
        .join("; "),
    }))
}

/** What incidents share, by incident and by what is shared. */
export const tieTable = tableOf(function* (index): Generator<void, Ties> {
  const of = new Map<string, readonly Tie[]>()
  const holders = new Map<string, Incident[]>()
  yield* inSteps(index.overview.incidents, 500, incident => {
    const own = tiesOfOne(incident)
    of.set(incident.id, own)
    for (const { key } of own) {
      const same = holders.get(key)
      if (same) same.push(incident)
      else holders.set(key, [incident])
    }
  })
  return { of, holders }
})

function tiesOfOne({ facts, where, warnings }: Incident): readonly Tie[] {
  const actors = facts
    .filter(({ slot }) => ACTORS.has(slot))
    .flatMap(({ positions }) =>
      positions.flatMap(({ value }): Tie[] =>
        value.kind === "entity" ? [{ key: `actor ${value.entityId}`, words: `also ${value.name}`, weight: 1 }] : [],
      ),
    )
  // Two attacks in one country are no more than that.
  const isNarrow = where?.kind === "place" && where.precision !== "country" && where.precision !== "unknown"
  const place: Tie[] =
    isNarrow && where.entityId !== undefined
      ? [{ key: `place ${where.entityId}`, words: `also in ${where.name}`, weight: 2 }]
      : []
  const warned = warnings.map(id => ({ key: `warning ${id}`, words: "the same warning came before", weight: 3 }))
  return [...new Map([...warned, ...place, ...actors].map(tie => [tie.key, tie])).values()]
}
