/** Slots that can hold one thing only: two that differ contradict each other. Source: keys of the pack of political violence; Apache-2.0. */
const SINGLE = new Set([
  "when",
  "where",
  "perpetrator",
  "claimed-by",
  "blamed-on",
  "founded",
  "founder",
  "leader",
  "split-from",
  "planned-for",
])

/** Slots whose numbers rise as a story is told. */
const TOLLS = new Set(["killed", "wounded", "missing", "arrested", "hostages", "detained", "displaced"])

/** Slots that say who did it: an actor who stands in one competes with another in any of them. */
const RESPONSIBLE = new Set(["perpetrator", "claimed-by", "blamed-on"])

/** Order in which facts of an incident are told; others follow by name. */
const ORDER = [
  "when",
  "where",
  "killed",
  "wounded",
  "missing",
  "hostages",
  "arrested",
  "perpetrator",
  "claimed-by",
  "blamed-on",
  "perpetrators-count",
  "target",
  "weapon",
]

/** True for slots in which two different values contradict each other. */
export function isSingle(slot: string): boolean {
  return SINGLE.has(slot)
}

/** True for numbers of people that rise as a story goes on. */
export function isToll(slot: string): boolean {
  return TOLLS.has(slot)
}

/** True for slots that say who did it. */
export function isResponsible(slot: string): boolean {
  return RESPONSIBLE.has(slot)
}

/** Place of a slot among the facts of a subject. */
export function slotRank(slot: string): number {
  const rank = ORDER.indexOf(slot)
  return rank < 0 ? ORDER.length : rank
}
