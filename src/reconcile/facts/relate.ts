import type { Relation } from "../../core/casefile.ts"
import { daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { Policy } from "../../core/engine.ts"
import type { Time, Value } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"
import { coarseness, isPoint } from "../places.ts"
import { sortBy, unique } from "../union.ts"
import type { Stand } from "./positions.ts"
import { type Related, relateCounts, strongest } from "./relate-counts.ts"
import { isResponsible, isSingle, isToll } from "./slots.ts"
import type { Told } from "./told.ts"
import { compareValues, FRESH_DAYS, fitsWeekday, isBranchOf, type ValueContext, valueKey } from "./values.ts"

/** How the positions of one slot relate, and the value a policy takes from them. The only place where either is decided. `best`: the value best supported. */
export function relate(
  slot: string,
  stands: readonly Stand[],
  policy: Policy,
  context: ValueContext,
  best?: Value,
): Related<Value> {
  const related = relateValues(slot, stands, policy, context, best)
  const denial = relateDenials(stands)
  if (!denial) return related
  const found = new Set<Relation>([related.relation, denial.relation])
  found.delete("single")
  const relation = strongest(found)
  // What was taken back no longer stands; what others deny still does.
  const value =
    denial.relation === "retract" && stands.filter(stand => !stand.against).length === 1 ? null : related.value
  return { relation, value, why: related.why === "told once" ? denial.why : `${related.why}; ${denial.why}` }
}

function relateValues(
  slot: string,
  stands: readonly Stand[],
  policy: Policy,
  context: ValueContext,
  best: Value | undefined,
): Related<Value> {
  const standing = stands.filter(stand => !stand.against)
  if (standing.length === 0) return { relation: "single", value: null, why: "only denials" }
  const rises = (later: Stand): boolean =>
    isToll(slot) && (context.happened === undefined || (later.firstDay ?? 0) <= context.happened + FRESH_DAYS)
  if (standing.every(stand => stand.value.kind === "count"))
    return relateCounts(standing, policy, rises, best?.kind === "count" ? best : undefined)
  const reports = unique(standing.flatMap(stand => stand.told.map(told => told.report.id)))
  if (standing.length === 1) {
    const value = standing[0]!.value
    return 1 < reports.length
      ? { relation: "agree", value, why: `${reports.length} reports have the same` }
      : { relation: "single", value, why: "told once" }
  }
  const found = new Set<Relation>()
  const reasons: string[] = []
  const listed = standing.every((b, index) => standing.slice(0, index).every(a => areListed(a, b)))
  const note = (relation: Relation, a: Stand, b: Stand, why: string): void => {
    found.add(relation)
    const line = `${inWords(a.value)} and ${inWords(b.value)} ${why}`
    if (!reasons.includes(line)) reasons.push(line)
  }
  for (const [index, b] of standing.entries())
    for (const a of standing.slice(0, index))
      switch (compareValues(a.value, b.value, context)) {
        case "equal":
          note("agree", a, b, "are the same")
          break
        case "refines":
          note("refine", a, b, "go together, one is more exact")
          break
        case "overlaps":
          note("refine", a, b, "overlap")
          break
        case "conflicts":
          if (areListed(a, b)) note("agree", a, b, "are named together")
          else if (areToldTogether(a, b)) note("refine", a, b, "are told side by side")
          else if (isSingle(slot)) note("contradict", a, b, "cannot both hold")
          else note("refine", a, b, "can stand side by side")
          break
        case "apart":
          if (areListed(a, b)) note("agree", a, b, "are named together")
          else if (isResponsible(slot)) note("refine", a, b, "go together, one says more of who they are")
          else note("refine", a, b, "do not exclude each other")
      }
  const relation = strongest(found)
  const telling = relation === "contradict" ? reasons.filter(reason => reason.endsWith("cannot both hold")) : reasons
  return {
    relation,
    value: chooseValue(slot, standing, relation, policy, context),
    why: telling.slice(0, 3).join("; "),
    ...(listed && relation === "agree" && { listed }),
  }
}

/** True when one sentence names both, given to the same source: "Germany and the Netherlands" are a list. A list in one report is none where another report has only one of them, but no contradiction either. */
export function areListed(a: Stand, b: Stand): boolean {
  const keyOf = ({ assertion, sentences }: Told): string[] => {
    const by = assertion.attribution.map(step => step.name).join("<")
    return sentences.map(sentence => `${sentence} ${by}`)
  }
  const there = new Set(b.told.flatMap(keyOf))
  return a.told.flatMap(keyOf).some(key => there.has(key))
}

/** True when every report that has the one has the other as well: "in Iraq and Syria" is no contradiction. */
function areToldTogether(a: Stand, b: Stand): boolean {
  const one = new Set(a.told.map(told => told.report.id))
  const two = new Set(b.told.map(told => told.report.id))
  const [few, many] = one.size <= two.size ? [one, two] : [two, one]
  return [...few].every(id => many.has(id))
}

/** Denials: by the one who said it (taken back) or by others (contested). */
function relateDenials(stands: readonly Stand[]): { relation: Relation; why: string } | undefined {
  const against = stands.filter(stand => stand.against)
  const standing = stands.filter(stand => !stand.against)
  for (const denial of against)
    for (const stand of standing) {
      if (!sameThing(denial.value, stand.value)) continue
      const withdrawn = withdrawalOf(stand, denial)
      if (withdrawn)
        return { relation: "retract", why: `${inWords(stand.value)} was withdrawn by ${withdrawn.origin.name}` }
    }
  for (const denial of against)
    if (standing.some(stand => sameThing(denial.value, stand.value)))
      return {
        relation: "contradict",
        why: `${inWords(denial.value)} is denied (${denial.position.origins.names.join(", ")})`,
      }
  return undefined
}

/** The assertion with which a source later takes back what it said; undefined when none does. */
function withdrawalOf(stand: Stand, denial: Stand): Told | undefined {
  const dayOf = (told: Told): number | undefined => told.report.publishedDays?.first
  return denial.told.find(later =>
    stand.told.some(
      earlier =>
        (dayOf(earlier) ?? Number.POSITIVE_INFINITY) < (dayOf(later) ?? 0) &&
        sameVoice(earlier.assertion.attribution, later.assertion.attribution, earlier.origin.key === later.origin.key),
    ),
  )
}

/** True when a source took the value back that it had given. */
export function isWithdrawn(stand: Stand, stands: readonly Stand[]): boolean {
  return stands.some(
    denial => denial.against && sameThing(denial.value, stand.value) && withdrawalOf(stand, denial) !== undefined,
  )
}

/** True when the same source speaks: one origin, or a minister and her ministry. */
function sameVoice(
  a: readonly { readonly name: string }[],
  b: readonly { readonly name: string }[],
  sameOrigin: boolean,
): boolean {
  if (a.length < 2 || b.length < 2) return false
  if (sameOrigin) return true
  const stems = (steps: readonly { readonly name: string }[]): string[] =>
    wordsOf(steps.at(-1)!.name).flatMap(word => (word.empty ? [] : [word.stem.slice(0, 6)]))
  const one = stems(a)
  const two = stems(b)
  return 2 <= one.filter(stem => two.includes(stem)).length
}

function sameThing(a: Value, b: Value): boolean {
  if (a.kind === "entity" && b.kind === "entity") return a.entityId === b.entityId
  return a.kind === b.kind && inWords(a).toLowerCase() === inWords(b).toLowerCase()
}

/** The value that stands: the most exact one while positions go together; where they contradict, the one with most independent origins, and for times without such a one the stretch that holds all. */
function chooseValue(
  slot: string,
  standing: readonly Stand[],
  relation: Relation,
  policy: Policy,
  context: ValueContext,
): Value | null {
  const vaguer = vaguerGroups(standing, context)
  const inexactness = (value: Value): number => inexactnessOf(value) + (vaguer.has(valueKey(value)) ? 0.5 : 0)
  const exact = sortBy(
    standing,
    stand => inexactness(stand.value),
    stand => -stand.position.origins.low,
    stand => -stand.position.origins.high,
    stand => -stand.told.length,
    stand => stand.firstDay ?? Number.MAX_SAFE_INTEGER,
    stand => inWords(stand.value),
  )
  if (relation !== "contradict" && relation !== "mixed") return exact[0]!.value
  if (policy === "latest-credible") return sortBy(standing, stand => -(stand.firstDay ?? -1))[0]!.value
  const originsOf = supportFor(standing)
  const supported = sortBy(
    standing,
    stand => -stand.position.origins.low,
    stand => -originsOf(stand),
    stand => inexactness(stand.value),
    stand => -stand.told.length,
    stand => inWords(stand.value),
  )
  const [first, second] = supported
  const support = (stand: Stand): string => `${stand.position.origins.low} ${originsOf(stand)}`
  if (
    second === undefined ||
    support(first!) !== support(second) ||
    inexactness(first!.value) < inexactness(second.value)
  )
    return first!.value
  if (first!.value.kind === "time")
    return hull(standing.map(stand => stand.value).filter(value => value.kind === "time"))
  return slot === "where" ? first!.value : null
}

/** How many origins hold a value, together with those that only name its day of the week. */
function supportFor(standing: readonly Stand[]): (stand: Stand) => number {
  const keys = (stand: Stand): string[] => stand.refs.map(ref => ref.key)
  return stand => {
    const { value } = stand
    if (value.kind !== "time") return stand.position.origins.high
    const beside = standing.filter(other => other.value.kind === "time" && fitsWeekday(other.value, value))
    return unique([stand, ...beside].flatMap(keys)).length
  }
}

/** Keys of groups of which a branch is named as well, unless far more origins name only the whole. */
function vaguerGroups(standing: readonly Stand[], context: ValueContext): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const parent of standing)
    for (const branch of standing) {
      if (parent.value.kind !== "entity" || branch.value.kind !== "entity") continue
      if (!isBranchOf(branch.value, parent.value, context)) continue
      const outweighed = 2 * branch.position.origins.high < parent.position.origins.low
      keys.add(valueKey(outweighed ? branch.value : parent.value))
    }
  return keys
}

/** Smaller is more exact. */
function inexactnessOf(value: Value): number {
  if (value.kind === "time") {
    const days = daysOf(value.edtf)
    return days === undefined ? 100_000 : days.last - days.first
  }
  // A town on the map says more than a site that cannot be found.
  if (value.kind === "place") return coarseness(value) + (isPoint(value) && value.lat === undefined ? 4 : 0)
  if (value.kind === "entity") return 0
  // "Gunmen of the Dawn Column" says more than "its gunmen".
  return /\p{Lu}/u.test(value.text) ? 1 : 2
}

function hull(times: readonly Time[]): Time {
  const known = times.flatMap(time => daysOf(time.edtf) ?? [])
  const first = Math.min(...known.map(days => days.first))
  const last = Math.max(...known.map(days => days.last))
  // Years stay years and months months: 2022 and 2023 are no days.
  const length = [4, 7].find(size => times.every(time => time.edtf.length === size)) ?? 10
  const edtf = `${edtfOfDay(first).slice(0, length)}/${edtfOfDay(last).slice(0, length)}`
  return { kind: "time", edtf, precision: "range", text: edtf, method: times[0]!.method }
}

/** A value as a short text. */
export function inWords(value: Value): string {
  if (value.kind === "time") return value.edtf === "" ? `"${value.text}"` : value.edtf
  if (value.kind === "entity" || value.kind === "place") return value.name
  return `"${value.text}"`
}
