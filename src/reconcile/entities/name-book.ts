import { type EntityView, shortNamesOf } from "./entity-names.ts"
import { variantOf } from "./name-variants.ts"
import { comparePersonNames, type PersonName } from "./person-name.ts"
import type { EntityEvidence } from "./verdict.ts"

/** A name that more full names than this share is nobody's own. */
const MANY = 20

/** Which names of a case belong to whom. Full names count, not reports: one entity seen in ten reports is one holder. */
export function toNameBook(
  views: readonly EntityView[],
): Pick<EntityEvidence, "isUnique" | "fullNamesOf" | "isOtherwise" | "isSurname"> {
  const holders = new Map<string, Set<string>>()
  const people = new Map<string, Map<string, PersonName>>()
  const shorts = new Map<string, Set<string>>()
  const others = new Set<string>()
  const put = <T>(map: Map<string, Set<T>>, key: string, item: T) => map.set(key, (map.get(key) ?? new Set()).add(item))
  for (const view of views) {
    if (view.person) {
      const { first, middle, last, generation } = view.person
      if (first !== "")
        people.set(last, (people.get(last) ?? new Map()).set(`${first} ${middle.join(" ")} ${generation}`, view.person))
      others.add(last)
    }
    if (view.entity.place) others.add(view.name)
    if (view.kind !== "person")
      for (const name of view.names) if (view.name !== name) put(holders, `${view.kind} ${name}`, view.name)
    if (view.kind === "group") for (const short of shortNamesOf(view)) put(shorts, short, view.name)
  }
  const single = new Map<string, boolean>()
  return {
    isUnique(name, kind) {
      if (kind !== "person") return (holders.get(`${kind} ${name}`)?.size ?? 0) <= 1
      const known = single.get(name)
      if (known !== undefined) return known
      const found = areOnePerson([...(people.get(name)?.values() ?? [])])
      single.set(name, found)
      return found
    },
    fullNamesOf: short => [...(shorts.get(short) ?? [])].sort(),
    isOtherwise: name => others.has(name),
    isSurname: name => people.has(name),
  }
}

/** Whether all these names may be of one person: written otherwise, but no two that exclude each other. */
function areOnePerson(names: readonly PersonName[]): boolean {
  return (
    names.length <= MANY &&
    names.every((a, at) =>
      names.slice(0, at).every(b => comparePersonNames(a, b) !== "other" || variantOf(a, b) !== undefined),
    )
  )
}
