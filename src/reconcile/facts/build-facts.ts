import type { Fact } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import type { Policy } from "../../core/engine.ts"
import { idOf } from "../../core/id.ts"
import type { OriginBook } from "../lineage/origins.ts"
import { groupBy, sortBy } from "../union.ts"
import { type Stand, toStands } from "./positions.ts"
import { inWords, isWithdrawn, relate } from "./relate.ts"
import { isResponsible, slotRank } from "./slots.ts"
import type { Told } from "./told.ts"
import { compareValues, type ValueContext } from "./values.ts"

/** What facts are built with. */
export interface FactTools {
  readonly origins: OriginBook
  readonly policy: Policy
  readonly context: ValueContext
}

/** The facts of one subject, one for each slot, in the order in which people ask for them. */
export function buildFacts(subject: string, told: readonly Told[], tools: FactTools): Fact[] {
  const bySlot = [...groupBy(told, item => item.assertion.slot)].map(([slot, items]) => ({
    slot,
    items,
    stands: toStands(items, tools.origins),
  }))
  const stands = bySlot.find(({ slot }) => slot === "when")?.stands
  const when = stands && relate("when", stands, tools.policy, tools.context).value
  const happened = when?.kind === "time" ? daysOf(when.edtf)?.last : undefined
  const context = { ...tools.context, happened }
  const rivals = findRivals(bySlot, tools.context)
  const facts = bySlot.map(({ slot, items, stands }): Fact => {
    const related = relate(slot, stands, tools.policy, context)
    const contested = isResponsible(slot) && rivals !== undefined && related.relation !== "retract"
    return {
      id: idOf("fact", subject, slot),
      subject,
      slot,
      relation: contested ? "contradict" : related.relation,
      value: related.value,
      positions: stands.map(stand => stand.position),
      origins: tools.origins.count(items.map(item => item.origin)),
      why: contested && !related.why.includes(rivals) ? `${related.why}; ${rivals}` : related.why,
    }
  })
  return sortBy(
    facts,
    fact => slotRank(fact.slot),
    fact => fact.slot,
  )
}

/** Two actors who are both said to be responsible, in words; undefined when only one stands. */
function findRivals(
  bySlot: readonly { readonly slot: string; readonly stands: readonly Stand[] }[],
  context: ValueContext,
): string | undefined {
  const actors = bySlot
    .filter(({ slot }) => isResponsible(slot))
    .flatMap(({ slot, stands }) => stands.map(stand => ({ slot, stand, stands })))
    .filter(({ stand, stands }) => stand.value.kind === "entity" && !stand.against && !isWithdrawn(stand, stands))
  const sorted = sortBy(
    actors,
    ({ slot }) => slotRank(slot),
    ({ stand }) => inWords(stand.value),
  )
  for (const [index, b] of sorted.entries())
    for (const a of sorted.slice(0, index))
      if (compareValues(a.stand.value, b.stand.value, context) === "conflicts")
        return `${inWords(a.stand.value)} (${a.slot}) and ${inWords(b.stand.value)} (${b.slot}) are both named`
  return undefined
}
