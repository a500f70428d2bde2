import type { Place } from "../../core/value.ts"
import { compareGroups } from "./compare-groups.ts"
import { comparePeople } from "./compare-people.ts"
import type { EntityView } from "./entity-names.ts"
import { type EntityEvidence, type EntityVerdict, exclude, join, refuse } from "./verdict.ts"

/** Compares two entities that share a lookup key. A parent organization and its branch, or two persons of one surname, are never joined. */
export function compareEntities(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  if (a.kind !== b.kind) return compareKinds(a, b, evidence)
  const knownA = a.entity.known
  const knownB = b.entity.known
  if (knownA !== undefined && knownB !== undefined)
    return knownA === knownB
      ? join(1, `both are "${knownA}" in the list of the world`)
      : exclude(`the list of the world knows them as two: "${knownA}" and "${knownB}"`)
  if (a.person && b.person) return comparePeople(a, b, evidence)
  if (a.kind === "place") return comparePlaces(a, b)
  return compareGroups(a, b, evidence)
}

/** One of two readings may have taken a name for another kind of thing. */
function compareKinds(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  if (a.name !== b.name || a.kind === "nationality" || b.kind === "nationality") return undefined
  const kinds = `"${a.entity.name}", read as ${a.entity.type} and as ${b.entity.type}`
  if (a.name.includes(" ")) return join(0.4, `the same name, ${kinds}`)
  const isKnown = [a, b].some(({ entity }) => entity.place !== undefined || entity.known !== undefined)
  const beside = evidence.passage ?? evidence.context
  if (isKnown || a.name.length < 4 || beside === undefined) return refuse(`one word in common, ${kinds}`)
  return evidence.isSurname(a.name)
    ? refuse(`a surname and a name, ${kinds}`)
    : join(0.35, `the same name, ${kinds}; ${beside}`)
}

function comparePlaces(a: EntityView, b: EntityView): EntityVerdict | undefined {
  const one = a.entity.place
  const two = b.entity.place
  if (one && two) {
    if (one.country !== undefined && two.country !== undefined && one.country !== two.country)
      return exclude(`places in two countries, ${one.country} and ${two.country}`)
    const near = distanceKm(one, two)
    if (near !== undefined) {
      if (near <= 3 && (a.name === b.name || one.name === two.name || a.names.some(name => b.names.includes(name))))
        return join(0.95, `the same name at the same point, ${one.name}`)
      if (a.name !== b.name) return undefined
      return near <= 3
        ? join(0.95, `the same point, ${one.name}`)
        : exclude(`two places called ${one.name}, ${Math.round(near)} km apart`)
    }
    if (one.precision === "country" && two.precision === "country" && one.country === two.country)
      return join(0.95, `the same country, ${one.name}`)
  }
  if (a.name !== b.name) return undefined
  return join(one && two ? 0.9 : 0.7, `the same name, "${a.entity.name}"`)
}

/** Great-circle distance, undefined when one has no point. */
export function distanceKm(a: Pick<Place, "lat" | "lon">, b: Pick<Place, "lat" | "lon">): number | undefined {
  if (a.lat === undefined || a.lon === undefined || b.lat === undefined || b.lon === undefined) return undefined
  const radians = Math.PI / 180
  const x = Math.sin(((b.lat - a.lat) * radians) / 2)
  const y = Math.sin(((b.lon - a.lon) * radians) / 2)
  const h = x * x + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * y * y
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
