import type { FlatEvidence, Origin, OriginCount } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import { orderEvidence } from "../evidence.ts"
import { compareText, groupBy, sortBy, unique } from "../union.ts"

/** Where one thing that is told entered public reporting: own reporting, a wire, an official statement, a group's claim. `proven`: it is known to stand apart from other origins. */
export interface OriginRef {
  readonly key: string
  readonly name: string
  readonly kind: Origin["kind"]
  readonly proven: boolean
  /** Key of the own origin of the report that has it: the way by which it came into the case. */
  readonly way: string
  readonly reportId: string
  /** The reports of the case that are this origin; none where it lies outside the case. */
  readonly own?: readonly string[]
  readonly evidence: readonly FlatEvidence[]
}

/** How many independent origins these are. The only place where origins are counted, for a position as for a whole case: what tells more never has fewer. `names` has all of them, `high` those that can stand apart. */
export function countOrigins(refs: readonly OriginRef[]): OriginCount {
  const all = sortBy(
    [...groupBy(refs, ref => ref.key)].map(([key, same]) => ({
      key,
      name: sortBy(same, ref => ref.name)[0]!.name,
      proven: same.some(ref => ref.proven),
    })),
    origin => origin.name,
    origin => origin.key,
  )
  // A wire and the police officer it quotes came in through one report: only different ways in prove that two origins are apart.
  const proven = all.filter(origin => origin.proven)
  const ways = unique(refs.filter(ref => ref.proven).map(ref => ref.way))
  const low = Math.max(Math.min(1, all.length), Math.min(proven.length, ways.length))
  // The minister and the widow whom one report quotes are two voices, but nobody has heard them beside that report: they count with it.
  const entries = unique(refs.map(ref => (isHouse(ref) ? ref.key : ref.way)))
  return {
    low,
    high: Math.max(low, Math.min(all.length, entries.length)),
    names: unique(all.map(origin => origin.name)),
  }
}

/** True for what gathers news itself: a report of the case, an outlet or a wire that is cited. */
function isHouse({ kind }: OriginRef): boolean {
  return kind === "own-reporting" || kind === "wire" || kind === "unproven"
}

/** The same origins one by one, with the reports that lead to each: all whom `countOrigins` names. */
export function listOrigins(refs: readonly OriginRef[]): Origin[] {
  const origins = [...groupBy(refs, ref => ref.key)].map(([key, same]): Origin => {
    const [first] = sortBy(same, ref => ref.name)
    const own = unique(same.flatMap(ref => ref.own ?? [])).sort(compareText)
    return {
      id: idOf("origin", key),
      name: first!.name,
      kind: first!.kind,
      reports: unique(same.map(ref => ref.reportId)).sort(compareText),
      ...(0 < own.length && { own }),
      evidence: orderEvidence(same.flatMap(ref => ref.evidence)),
    }
  })
  return sortBy(
    origins,
    origin => origin.kind,
    origin => origin.name,
    origin => origin.id,
  )
}
