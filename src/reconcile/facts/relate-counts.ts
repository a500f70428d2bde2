import type { Relation } from "../../core/casefile.ts"
import { countInWords } from "../../core/count.ts"
import type { Policy } from "../../core/engine.ts"
import type { Count } from "../../core/value.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { intervalsMeet, isVague, scopeOf, sumOf, toCount } from "./counts.ts"
import type { Stand } from "./positions.ts"

/** A relation with the rule that gave it, and the reconciled value. */
export interface Related<V> {
  readonly relation: Relation
  readonly value: V | null
  readonly why: string
  /** All values are named together, as one list. */
  readonly listed?: boolean
}

interface Numbered {
  readonly stand: Stand
  readonly count: Count
  readonly scope: string
}

/** Relates numbers of people: tolls that rise are updates, parts that add up agree, vague words agree with what they hold. */
export function relateCounts(
  stands: readonly Stand[],
  policy: Policy,
  rises: (later: Stand) => boolean,
  best?: Count,
): Related<Count> {
  const all: Numbered[] = stands
    .filter(stand => !stand.against && stand.value.kind === "count")
    .map(stand => ({ stand, count: stand.value as Count, scope: scopeOf(stand.value as Count) }))
  if (all.length === 0) return { relation: "single", value: null, why: "only denials" }
  const { totals, parts } = splitScopes(all)
  const exact = totals.filter(item => !isVague(item.count))
  const vague = totals.filter(item => isVague(item.count))
  const found = new Set<Relation>()
  const reasons: string[] = []
  const note = (relation: Relation, why: string): void => {
    found.add(relation)
    if (!reasons.includes(why)) reasons.push(why)
  }
  for (const [index, b] of exact.entries())
    for (const a of exact.slice(0, index)) {
      const { relation, why } = relatePair(a, b, rises)
      note(relation, why)
    }
  for (const item of vague)
    for (const other of exact)
      if (intervalsMeet(item.count, other.count))
        note("agree", `"${item.count.text}" holds ${countInWords(other.count)}`)
      else if (other.count.low < item.count.low)
        note("refine", `"${item.count.text}" is more than ${countInWords(other.count)}`)
      else note("contradict", `"${item.count.text}" is less than ${countInWords(other.count)}`)
  const sums = relateParts(parts, exact.length === 0 ? vague : exact, note)
  const reports = unique(all.flatMap(item => item.stand.told.map(told => told.report.id)))
  if (found.size === 0 && all.length === 1 && 1 < reports.length)
    note("agree", `${reports.length} reports have the same number`)
  const relation = strongest(found)
  return {
    relation,
    value: choose(exact, vague, sums, relation, policy, best),
    why: reasons.slice(0, 4).join("; ") || "told once",
  }
}

/** Numbers for everybody and numbers for a part. A part that is the only number its report gives stands for everybody, unless another report has it as a part. */
function splitScopes(all: readonly Numbered[]): { totals: Numbered[]; parts: Numbered[] } {
  const scopesOf = new Map<string, Set<string>>()
  for (const item of all)
    for (const told of item.stand.told)
      scopesOf.set(told.report.id, (scopesOf.get(told.report.id) ?? new Set()).add(item.scope))
  const isPart = (item: Numbered): boolean => {
    if (item.scope === "total") return false
    const beside = (other: Numbered): boolean => other.stand.told.some(told => 1 < scopesOf.get(told.report.id)!.size)
    return all.some(
      other =>
        beside(other) &&
        other.scope !== "total" &&
        (other === item ||
          ((other.scope === item.scope || other.count.low === item.count.low) &&
            intervalsMeet(other.count, item.count))),
    )
  }
  const whole = all.filter(item => !isPart(item))
  const largest = Math.max(
    0,
    ...whole.filter(item => item.scope === "total" && !isVague(item.count)).map(item => item.count.low),
  )
  // "Two customs officers" beside a toll of 17 is a part of it; "three of the crew" beside four people is another toll.
  const isSmall = (item: Numbered): boolean => item.scope !== "total" && item.count.low < largest / 2
  return { totals: whole.filter(item => !isSmall(item)), parts: all.filter(item => isPart(item) || isSmall(item)) }
}

function relatePair(a: Numbered, b: Numbered, mayRise: (later: Stand) => boolean): { relation: Relation; why: string } {
  const [earlier, later] = orderOf(a, b)
  const rises = later !== undefined && mayRise(later.stand)
  const words = `${countInWords(a.count)} and ${countInWords(b.count)}`
  if (a.count.low === b.count.low && a.count.high === b.count.high)
    return { relation: "agree", why: `the same number, ${countInWords(a.count)}` }
  const [few, more] = a.count.low < b.count.low ? [a, b] : [b, a]
  if (isBesideKiller(few) && few.count.low + 1 === more.count.low && more.count.low === more.count.high)
    return { relation: "agree", why: `${few.count.low} and the one who killed them make ${more.count.low}` }
  const steps =
    earlier &&
    `from ${countInWords(earlier.count)} (${dayOf(earlier)}) to ${countInWords(later.count)} (${dayOf(later)})`
  // "At least nine" and then 14 is a toll that rose, though both could have held.
  const rose =
    earlier &&
    earlier.count.low < later.count.low &&
    (earlier.count.high === null || !within(later.count, earlier.count))
  if (rises && rose) return { relation: "update", why: `rose ${steps}` }
  if (intervalsMeet(a.count, b.count)) return { relation: "refine", why: `${words} can both hold` }
  if (earlier && isCorrected(earlier.stand, later.stand)) return { relation: "update", why: `corrected ${steps}` }
  if (rises && earlier) return { relation: "contradict", why: `fell ${steps}` }
  return {
    relation: "contradict",
    why: `${words} cannot both hold${earlier ? "" : ", and nothing tells which is newer"}`,
  }
}

/** True when every house that gave the earlier number later gave the other as its news. */
function isCorrected(earlier: Stand, later: Stand): boolean {
  return earlier.told.every(before =>
    later.told.some(
      after =>
        after.origin.way === before.origin.way &&
        after.manner.asNews &&
        !after.manner.addedUp &&
        (before.report.publishedDays?.first ?? Number.POSITIVE_INFINITY) < (after.report.publishedDays?.first ?? 0),
    ),
  )
}

function isBesideKiller({ stand, count }: Numbered): boolean {
  return count.low === count.high && stand.told.some(({ manner }) => manner.besidesKiller)
}

/** Parts against totals: equal sums agree. Gives the sums of reports that have only parts. */
function relateParts(
  parts: readonly Numbered[],
  totals: readonly Numbered[],
  note: (relation: Relation, why: string) => void,
): { low: number; high: number | null }[] {
  const sums: { low: number; high: number | null }[] = []
  const byReport = groupBy(
    parts.flatMap(part => unique(part.stand.told.map(told => told.report.id)).map(reportId => ({ reportId, part }))),
    item => item.reportId,
  )
  for (const [, items] of sortBy([...byReport], ([id]) => id)) {
    const known = items.map(item => item.part).filter(part => !isVague(part.count))
    if (known.length < 2) continue
    const sum = sumOf(known.map(part => part.count))
    const words = known.map(part => `${countInWords(part.count)} ${part.count.of}`).join(" + ")
    sums.push(sum)
    for (const total of totals)
      if (intervalsMeet(sum, total.count))
        note("agree", `${words} make ${countInWords(sum)}, which goes with ${countInWords(total.count)}`)
  }
  for (const [index, b] of parts.entries())
    for (const a of parts.slice(0, index))
      if (a.count.low === b.count.low && a.count.high === b.count.high && a.scope !== b.scope)
        note("agree", `${a.count.text} and ${b.count.text} are the same number of a part`)
      else if (sums.length === 0 && a.scope === b.scope && intervalsMeet(a.count, b.count))
        note("refine", `${countInWords(a.count)} and ${countInWords(b.count)} ${b.count.of} can both hold`)
  for (const part of parts)
    for (const total of totals)
      if (total.count.high !== null && total.count.high < part.count.low)
        if (orderOf(total, part)[0] !== total)
          // An earlier total may be smaller than a part that was counted later.
          note("contradict", `${part.count.text} is more than all, ${countInWords(total.count)}`)
  return sums
}

/** The value by policy. Vague words never give it while a number is there. */
function choose(
  exact: readonly Numbered[],
  vague: readonly Numbered[],
  sums: readonly { low: number; high: number | null }[],
  relation: Relation,
  policy: Policy,
  best: Count | undefined,
): Count | null {
  const used = 0 < exact.length ? exact : vague
  const counts = used.map(item => item.count)
  if (counts.length === 0) {
    if (sums.length === 0) return null
    const low = Math.min(...sums.map(sum => sum.low))
    const high = sums.some(sum => sum.high === null) ? null : Math.max(...sums.map(sum => sum.high!))
    return toCount(low, high, "total")
  }
  const of = counts[0]!.of
  if (counts.length === 1) return counts[0]!
  if (policy === "conservative")
    return sortBy(
      counts,
      count => count.low,
      count => count.high ?? Number.MAX_SAFE_INTEGER,
    )[0]!
  if (policy === "latest-credible" || (relation === "update" && policy === "keep-range")) {
    const dated = used.filter(item => item.stand.firstDay !== undefined)
    const [latest] = sortBy(
      dated,
      item => -item.stand.firstDay!,
      item => -item.count.low,
      item => item.count.high ?? Number.MAX_SAFE_INTEGER,
    )
    if (latest) {
      // "17" and, a day later, "at least 17" are one number: the exact one says more.
      const same = counts.filter(count => count.low === latest.count.low)
      return sortBy(same, count => count.high ?? Number.MAX_SAFE_INTEGER)[0]!
    }
  }
  const lows = counts.map(count => count.low)
  const highs = counts.map(count => count.high ?? Number.POSITIVE_INFINITY)
  if (relation === "agree" || relation === "refine") {
    const low = Math.max(...lows)
    const high = Math.min(...highs)
    if (low <= high && policy === "keep-range") return toCount(low, Number.isFinite(high) ? high : null, of)
  }
  const low = Math.min(...lows)
  const high = Math.max(...highs)
  const top = Number.isFinite(high) ? high : null
  if (policy !== "low-best-high") return toCount(low, top, of)
  // "At least nine" names no higher number than nine: the high estimate is the highest number that anybody gave.
  const highest = Math.max(...counts.map(count => count.high ?? count.low))
  return toCount(low, highest, of, `low ${low}, ${best ? `best ${countInWords(best)}, ` : ""}high ${highest}`)
}

/** The one held earlier and the one held later, when publication tells. */
function orderOf(a: Numbered, b: Numbered): [Numbered, Numbered] | [undefined, undefined] {
  const one = a.stand.firstDay
  const two = b.stand.firstDay
  if (one === undefined || two === undefined || one === two) return [undefined, undefined]
  return one < two ? [a, b] : [b, a]
}

function within(inner: Count, outer: Count): boolean {
  return outer.low <= inner.low && (outer.high === null || (inner.high !== null && inner.high <= outer.high))
}

function dayOf({ stand }: Numbered): string {
  return stand.position.firstReported.slice(0, 10)
}

/** The relation that has to be told when several hold. */
export function strongest(found: ReadonlySet<Relation>): Relation {
  if (found.has("contradict") && (found.has("update") || found.has("retract")))
    return found.has("retract") ? "retract" : "mixed"
  for (const relation of ["retract", "contradict", "update", "refine", "agree"] as const)
    if (found.has(relation)) return relation
  return "single"
}
