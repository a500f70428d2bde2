import type { Place, PlacePrecision } from "../core/value.ts"
import { fold } from "../core/words.ts"
import { distanceKm } from "./entities/compare-entities.ts"

/** How two places lie to each other. "inside": one holds the other; "namesake": one name, but the gazetteer was led to two places; "unknown": it cannot be told. */
export type PlaceRelation = "same" | "inside" | "near" | "namesake" | "apart" | "unknown"

/** Two points of settlements this far apart are told as one place by reports that name a big town for its suburb. */
const NEAR_KM = 35
/** The same name within this distance is the same place: gazetteers differ in where a town's point is. */
const SAME_KM = 40

const FINENESS: readonly PlacePrecision[] = [
  "site",
  "vicinity",
  "settlement",
  "near-settlement",
  "admin2",
  "admin1",
  "region",
  "country",
  "unknown",
]

/** 0 for the finest precision; larger is coarser. */
export function coarseness(place: Place): number {
  return FINENESS.indexOf(place.precision)
}

/** True for a place as exact as a town or finer. */
export function isPoint(place: Place): boolean {
  return coarseness(place) <= FINENESS.indexOf("near-settlement")
}

/** The name as places compare it. */
export function placeKey(place: Pick<Place, "name">): string {
  return fold(place.name)
    .replace(/^the /u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** How two places lie to each other, by name, areas that hold them and distance. Sites are never apart by country: gates and halls have namesakes everywhere. */
export function comparePlaces(a: Place, b: Place): PlaceRelation {
  const keyA = placeKey(a)
  const keyB = placeKey(b)
  const km = distanceKm(a, b)
  const otherCountry = a.country !== undefined && b.country !== undefined && a.country !== b.country
  if (keyA === keyB) return otherCountry || (km !== undefined && SAME_KM < km) ? "namesake" : "same"
  if (otherCountry) return a.precision === "site" || b.precision === "site" ? "unknown" : "apart"
  if (holds(a, keyB, b) || holds(b, keyA, a)) return "inside"
  if (!isPoint(a) || !isPoint(b)) {
    const bothAreas = !isPoint(a) && !isPoint(b)
    return bothAreas && a.precision === b.precision && a.precision !== "unknown" && a.precision !== "region"
      ? "apart"
      : "unknown"
  }
  if (km === undefined) return "unknown"
  return km <= NEAR_KM ? "near" : "apart"
}

/** True when `inner` lies in `outer`. */
function holds(outer: Place, innerKey: string, inner: Place): boolean {
  if (outer.precision === "country" && outer.country !== undefined && outer.country === inner.country)
    return inner.precision !== "country"
  const outerKey = placeKey(outer)
  return innerKey !== outerKey && (inner.within ?? []).some(name => placeKey({ name }) === outerKey)
}
