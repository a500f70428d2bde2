import type { BestValue, Fact } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import type { Policy } from "../../core/engine.ts"
import { idOf } from "../../core/id.ts"
import { countOrigins } from "../lineage/count-origins.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { type Dead, deadOf, findBest } from "./best-value.ts"
import { isAgainst, type Stand, toStands } from "./positions.ts"
import { areListed, inWords, isWithdrawn, relate } from "./relate.ts"
import { isResponsible, slotRank } from "./slots.ts"
import type { Proposal, Told } from "./told.ts"
import { compareValues, type ValueContext, valueKey } from "./values.ts"
import { liesIn } from "./voices.ts"

/** What facts are built with. */
export interface FactTools {
  readonly policy: Policy
  readonly context: ValueContext
}

/** The facts of one subject, one for each slot, in the order in which people ask for them. */
export function buildFacts(
  subject: string,
  told: readonly Told[],
  tools: FactTools,
  proposals: readonly Proposal[] = [],
): Fact[] {
  const bySlot = [...groupBy(withDenials(told), item => item.assertion.slot)].map(([slot, items]) => ({
    slot,
    items,
    stands: toStands(items),
  }))
  const stands = bySlot.find(({ slot }) => slot === "when")?.stands
  const when = stands && relate("when", stands, tools.policy, tools.context).value
  const happened = when?.kind === "time" ? daysOf(when.edtf)?.last : undefined
  const context = { ...tools.context, happened }
  const rivals = findRivals(bySlot, tools.context)
  const bestOf = (slot: string, stands: readonly Stand[], dead?: Dead): BestValue | undefined =>
    findBest(
      slot,
      stands,
      proposals.filter(item => item.slot === slot),
      context,
      dead,
    )
  const killed = bySlot.find(({ slot }) => slot === "killed")?.stands
  const dead =
    killed && deadOf(killed, bestOf("killed", killed)?.value ?? relate("killed", killed, tools.policy, context).value)
  const facts = bySlot.map(({ slot, items, stands }): Fact => {
    const found = bestOf(slot, stands, slot === "wounded" ? dead : undefined)
    const related = relate(slot, stands, tools.policy, context, found?.value)
    // A hall in the town that is best supported says more than the town.
    const isFiner = found !== undefined && related.value !== null && liesIn(related.value, found.value)
    const best = related.listed === true || isFiner ? undefined : found
    const contested = rivals?.slots.has(slot) === true && related.relation !== "retract"
    return {
      id: idOf("fact", subject, slot),
      subject,
      slot,
      relation: contested ? "contradict" : related.relation,
      value: related.value,
      positions: stands.map(stand => stand.position),
      ...(related.listed === true && !contested && { listed: true as const }),
      ...(best && { best }),
      origins: countOrigins(items.map(item => item.origin)),
      why: contested && !related.why.includes(rivals.why) ? `${related.why}; ${rivals.why}` : related.why,
    }
  })
  return sortBy(
    facts,
    fact => slotRank(fact.slot),
    fact => fact.slot,
  )
}

/** Puts a denial beside what it denies: who denies the attack answers the one who blamed him, whatever slot either was read into. */
function withDenials(told: readonly Told[]): readonly Told[] {
  const standing = new Map<string, string[]>()
  for (const { assertion } of told)
    if (isResponsible(assertion.slot) && !isAgainst(assertion.status)) {
      const key = valueKey(assertion.value)
      standing.set(key, [...(standing.get(key) ?? []), assertion.slot])
    }
  return told.map(item => {
    const { assertion } = item
    if (!isResponsible(assertion.slot) || !isAgainst(assertion.status)) return item
    const slots = sortBy(unique(standing.get(valueKey(assertion.value)) ?? []), slotRank)
    // Blame is what is denied; a claim of one's own is not.
    const slot = slots.includes("blamed-on") ? "blamed-on" : slots.find(one => one === "perpetrator")
    if (slot === undefined || slots.includes(assertion.slot)) return item
    return { ...item, assertion: { ...assertion, slot } }
  })
}

/** Two actors who are both said to be responsible, and the slots in which that is disputed; undefined when only one stands. Who blames another than the one who claims it disputes the blame, not that it was claimed. */
function findRivals(
  bySlot: readonly { readonly slot: string; readonly stands: readonly Stand[] }[],
  context: ValueContext,
): { readonly slots: ReadonlySet<string>; readonly why: string } | undefined {
  const actors = bySlot
    .filter(({ slot }) => isResponsible(slot))
    .flatMap(({ slot, stands }) => stands.map(stand => ({ slot, stand, stands })))
    .filter(({ stand, stands }) => stand.value.kind === "entity" && !stand.against && !isWithdrawn(stand, stands))
  const sorted = sortBy(
    actors,
    ({ slot }) => slotRank(slot),
    ({ stand }) => inWords(stand.value),
  )
  const slots = new Set<string>()
  const reasons: string[] = []
  for (const [index, b] of sorted.entries())
    for (const a of sorted.slice(0, index)) {
      if (compareValues(a.stand.value, b.stand.value, context) !== "conflicts" || areListed(a.stand, b.stand)) continue
      const two = [a.slot, b.slot]
      slots.add(["blamed-on", "perpetrator"].find(slot => two.includes(slot)) ?? a.slot)
      reasons.push(`${inWords(a.stand.value)} (${a.slot}) and ${inWords(b.stand.value)} (${b.slot}) are both named`)
    }
  return reasons.length === 0 ? undefined : { slots, why: reasons[0]! }
}
