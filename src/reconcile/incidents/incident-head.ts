import { type DayRange, edtfOfDay } from "../../core/edtf.ts"
import type { Place } from "../../core/value.ts"
import type { CasePack } from "../options.ts"
import { isPoint, placeKey } from "../places.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { bestPlace } from "./compare-tellings.ts"
import { compareTypes, familyOf } from "./event-types.ts"
import type { IncidentCluster } from "./join-incidents.ts"
import { isDated } from "./telling.ts"

/** What an incident is told by, as far as it is compared with incidents of other bundles of reports. Plain data. */
export interface IncidentHead {
  readonly family: string
  readonly types: readonly string[]
  /** A report is about it: another story's news is another event. */
  readonly isNews: boolean
  /** It happened, as far as its reports say: plans and threats are not looked for elsewhere. */
  readonly happened: boolean
  readonly days: DayRange | undefined
  readonly places: readonly Place[]
  /** Names of who did it and of people told of with it, as `nameKey` writes them or as the list of the world knows them. */
  readonly names: readonly string[]
  readonly targetStems: readonly string[]
  /** Exact numbers of five and more, with their slot: "killed 14". */
  readonly tolls: readonly string[]
}

/** From this much on, two are one. A day is 2, a town 2; two more are needed: who, whom, how many. */
const ENOUGH = 5
/** Fewer killed are told of many events. */
const LEAST_TOLL = 5

/** Gathers what the tellings of an incident are told by. `nameOf`: what an entity of theirs is called everywhere; undefined for those without a name of their own. */
export function toIncidentHead(
  { tellings }: IncidentCluster,
  nameOf: (entityId: string) => string | undefined,
): IncidentHead {
  const days = sortBy(
    tellings.flatMap(telling => telling.days ?? []),
    range => range.last - range.first,
    range => range.first,
  )[0]
  const places = groupBy(
    tellings.flatMap(telling => telling.places),
    place => `${placeKey(place)} ${place.country ?? ""}`,
  )
  return {
    family: tellings[0]!.family,
    types: unique(tellings.flatMap(telling => telling.types)).sort(),
    isNews: tellings.some(telling => telling.isMain || (!telling.background && isDated(telling))),
    happened: tellings.some(telling => telling.status === "occurred" && !telling.plural),
    days,
    places: sortBy([...places], ([key]) => key).map(([, same]) => same[0]!),
    names: unique(
      tellings.flatMap(telling => [...telling.actors, ...telling.people].flatMap(id => nameOf(id) ?? [])),
    ).sort(),
    targetStems: unique(tellings.flatMap(telling => telling.targetStems)).sort(),
    tolls: unique(
      tellings.flatMap(telling =>
        telling.counts.flatMap(({ slot, count }) =>
          LEAST_TOLL <= count.low && count.qualifier === "exact" ? [`${slot} ${count.low}`] : [],
        ),
      ),
    ).sort(),
  }
}

/** Keys under which incidents that may be one are found. */
export function incidentKeys({ family, happened, days, places, names }: IncidentHead): string[] {
  if (!happened || days === undefined || 366 < days.last - days.first) return []
  const towns = places.filter(place => isPoint(place)).map(placeKey)
  const years = unique([edtfOfDay(days.first).slice(0, 4), edtfOfDay(days.last).slice(0, 4)])
  return unique([
    ...towns.flatMap(town => years.map(year => `${family} ${year} ${town}`)),
    ...names.flatMap(name => years.map(year => `${family} ${year} by ${name}`)),
  ])
}

/**
 * Whether two incidents of different bundles are one: at least one of them is told only in passing, for the news of two stories is two events; they have a
 * day or month and a town in common, and something more. Undefined where there is too little to say.
 */
export function compareIncidents(
  a: IncidentHead,
  b: IncidentHead,
  pack: CasePack,
): { readonly same: boolean; readonly why: string } | undefined {
  if ((a.isNews && b.isNews) || a.days === undefined || b.days === undefined) return undefined
  if (!a.types.some(one => b.types.some(two => isCompatible(one, two, pack)))) return undefined
  if (a.days.last < b.days.first || b.days.last < a.days.first) return undefined
  const place = bestPlace(a.places, b.places)
  if (place.relation === "apart" || place.relation === "namesake" || place.relation === "unknown") return undefined
  const reasons: string[] = []
  let score = 0
  const add = (points: number, why: string): void => {
    score += points
    reasons.push(why)
  }
  const width = Math.max(a.days.last - a.days.first, b.days.last - b.days.first)
  add(
    width === 0 ? 2 : width <= 31 ? 1.5 : 1,
    width === 0 ? "the same day" : width <= 31 ? "the same month" : "the same year",
  )
  add(place.relation === "same" && isPoint(place.a!) ? 2 : 1, `in ${place.a!.name}`)
  const name = a.names.find(one => b.names.includes(one))
  if (name !== undefined) add(2, `both name ${name}`)
  const toll = a.tolls.find(one => b.tolls.includes(one))
  if (toll !== undefined) add(1.5, `the same number ${toll}`)
  const stems = a.targetStems.filter(stem => b.targetStems.includes(stem))
  if (0 < stems.length && Math.min(a.targetStems.length, b.targetStems.length) <= 2 * stems.length)
    add(1, "the same target")
  return score < ENOUGH ? undefined : { same: true, why: `told in passing in another story: ${reasons.join(", ")}` }
}

function isCompatible(one: string, two: string, pack: CasePack): boolean {
  const relation = compareTypes(one, two, pack)
  return relation !== "apart" && relation !== "conflict" && familyOf(one, pack) === familyOf(two, pack)
}
