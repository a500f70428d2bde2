import { countsOverlap } from "../../core/count.ts"
import { comparePlaces } from "../places.ts"
import { groupBy, sortBy } from "../union.ts"
import { isDated, type Telling } from "./telling.ts"

/** A set of tellings of one event, under its key. */
type Cluster = readonly [key: string, tellings: readonly Telling[]]

/**
 * Sets of arrests that are one: told over one deed, by reports that each tell one such arrest, and nothing sets them apart. Gives the keys that belong together.
 * Reports seldom say when or where somebody was taken, and so nothing else joins them.
 */
export function arrestsOverOneDeed(clusters: readonly Cluster[]): readonly (readonly string[])[] {
  const keyOf = new Map(
    clusters.flatMap(([key, tellings]) => tellings.flatMap(one => one.mentions.map(({ id }) => [id, key]))),
  )
  const arrests = clusters.flatMap(([key, tellings]) => {
    const deeds = new Set(tellings.flatMap(one => one.overDeed.map(id => keyOf.get(id))))
    const [deed] = deeds
    return deeds.size === 1 && deed !== undefined ? [{ key, tellings, deed }] : []
  })
  return sortBy([...groupBy(arrests, ({ deed }) => deed)], ([deed]) => deed).flatMap(([, same]) => {
    const tellings = same.flatMap(one => one.tellings)
    const reports = same.flatMap(one => [...new Set(one.tellings.map(({ report }) => report.id))])
    const isOneEach = new Set(reports).size === reports.length
    const isOne = tellings.every((b, index) => tellings.slice(0, index).every(a => goTogether(a, b)))
    return 1 < same.length && isOneEach && isOne ? [same.map(({ key }) => key)] : []
  })
}

/** False where days, places, numbers or persons are not the same. */
function goTogether(a: Telling, b: Telling): boolean {
  if (isDated(a) && isDated(b) && (a.days!.last < b.days!.first || b.days!.last < a.days!.first)) return false
  const isElsewhere = a.places.some(here => b.places.some(there => comparePlaces(here, there) === "apart"))
  const taken = (one: Telling) => one.counts.flatMap(({ slot, count }) => (slot === "arrested" ? [count] : []))
  const isOther = taken(a).some(count => taken(b).every(other => !countsOverlap(count, other))) && 0 < taken(b).length
  const named = (one: Telling) => [...one.people, ...one.targets]
  const isSomebodyElse =
    0 < named(a).length && 0 < named(b).length && !named(a).some(person => named(b).includes(person))
  return !isElsewhere && !isOther && !isSomebodyElse
}
