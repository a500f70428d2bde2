import type { Entity } from "../../core/casefile.ts"
import { sortBy } from "../union.ts"
import type { Refusal } from "./joins.ts"

/** So many entities of other bundles that an entity was not joined with are told: those whose ids come first. */
const MOST = 5

/** Tells entities which ones of other bundles they were held against and not joined with. `finalOf`: the entity of the case that holds a draft. */
export function addRefusals(
  entities: readonly Entity[],
  refusals: readonly Refusal[],
  finalOf: (id: string) => Entity | undefined,
): ReadonlyMap<string, Entity["refused"]> {
  const more = new Map<string, Map<string, Entity["refused"][number]>>()
  const put = (own: Entity, other: Entity, why: string) => {
    const known = more.get(own.id) ?? new Map<string, Entity["refused"][number]>()
    more.set(own.id, known)
    if (!known.has(other.id)) known.set(other.id, { with: other.id, name: other.name, why })
  }
  for (const { a, b, why } of refusals) {
    const [one, two] = [finalOf(a), finalOf(b)]
    if (!one || !two || one.id === two.id) continue
    put(one, two, why)
    put(two, one, why)
  }
  return new Map(
    entities.flatMap(({ id, refused }) => {
      const found = more.get(id)
      if (found === undefined) return []
      const told = new Set(refused.map(item => item.with))
      const added = sortBy([...found.values()], item => item.with).filter(item => !told.has(item.with))
      return [[id, sortBy([...refused, ...added.slice(0, MOST)], item => item.with)] as const]
    }),
  )
}
