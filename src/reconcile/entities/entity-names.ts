import type { LocalEntity } from "../../core/reading.ts"
import type { EntityType } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"
import { unique } from "../union.ts"
import { nameKey } from "./name-key.ts"
import { type PersonName, personKeys, toPersonName } from "./person-name.ts"
import { worldBodyOf } from "./world-bodies.ts"

/** A local entity with its names prepared for comparing. */
export interface EntityView {
  /** Report id and local id: local ids are only unique within a report. */
  readonly key: string
  readonly reportId: string
  readonly entity: LocalEntity
  readonly kind: "person" | "group" | "place" | "nationality" | "event"
  readonly name: string
  /** All names, folded. */
  readonly names: readonly string[]
  /** The stems of its words in order of letters: the same for two orders of one name. */
  readonly wordSet: string
  readonly person: PersonName | undefined
  /** Stems of roles and their organizations. */
  readonly roleStems: ReadonlySet<string>
}

/** Types that one entity of the world may be given in different reports. */
export const KIND: Readonly<Record<EntityType, EntityView["kind"]>> = {
  person: "person",
  organization: "group",
  "armed-group": "group",
  facility: "place",
  place: "place",
  nationality: "nationality",
  "event-name": "event",
}

/** First letters of the words with capitals: "National Security Council" gives "nsc". Undefined for fewer than three words. */
export function acronymOf(name: string): string | undefined {
  const letters = name
    .split(/[\s-]+/)
    .filter(part => /^\p{Lu}/u.test(part))
    .map(part => part[0]!.toLowerCase())
  return 3 <= letters.length ? letters.join("") : undefined
}

/** Prepares a local entity. `introduced`: other names its report gives it; `type`: that of the entity of which it is another name. */
export function toEntityView(
  reportId: string,
  entity: LocalEntity,
  introduced: readonly string[] = [],
  type: EntityType = entity.type,
): EntityView {
  const name = nameKey(entity.name)
  const roles = entity.roles.map(role => `${role.role} ${role.organization ?? ""}`).join(" ")
  return {
    key: `${reportId} ${entity.id}`,
    reportId,
    entity,
    kind: KIND[type],
    name,
    names: unique([name, ...entity.aliases.map(nameKey), ...introduced.map(nameKey)]).filter(item => item !== ""),
    wordSet: sortedStems(name),
    person: entity.type === "person" ? toPersonName(entity.name) : undefined,
    roleStems: new Set(wordsOf(roles).flatMap(word => (word.empty ? [] : [word.stem]))),
  }
}

function sortedStems(name: string): string {
  return wordsOf(name)
    .flatMap(word => (word.empty ? [] : [word.stem]))
    .sort()
    .join(" ")
}

/** Keys under which an entity is looked up. Entities that share none are never compared. */
export function lookupKeys(view: EntityView): string[] {
  const known = view.entity.known === undefined ? [] : [`k:${view.entity.known}`]
  // A single word may be read as a person in one report and as a body in another.
  const whole = view.name.includes(" ") ? [`w:${view.name}`, `w:${view.wordSet}`] : [`w:${view.name}`]
  if (view.person)
    return unique([...known, ...whole, ...personKeys(view.person), ...view.names.map(name => `n:person:${name}`)])
  const place = view.entity.place
  const point = place?.lat === undefined ? [] : [`@:${place.lat.toFixed(1)},${place.lon?.toFixed(1)}`]
  return unique([
    ...known,
    ...whole,
    ...(view.kind === "group" ? groupKeys(view) : []),
    ...view.names.map(name => `n:${view.kind}:${name}`),
    ...point,
  ])
}

function groupKeys(view: EntityView): string[] {
  const body = worldBodyOf(view.name)
  const bodies = body === undefined ? [] : [`b:${body}`]
  if (!view.name.includes(" ")) return bodies
  // Spellings share their longest word or what follows it; both are keys of few names.
  const words = view.name.split(" ").filter(word => 4 <= word.length)
  return [...bodies, ...words.map(word => `g:${word}`), ...shortNamesOf(view).map(name => `n:group:${name}`)]
}

/** The last words of a full name, one and two, and its first letters. What stands behind "of" is not what the body is called. */
export function shortNamesOf({ entity, name }: Pick<EntityView, "entity" | "name">): string[] {
  const words = name.split(" ")
  const acronym = acronymOf(entity.name)
  const acronyms = acronym === undefined ? [] : [acronym]
  if (words.some(word => /^(?:of|for|in|at|and|on|to)$/.test(word))) return acronyms
  return [...acronyms, ...[1, 2].flatMap(count => (count < words.length ? [words.slice(-count).join(" ")] : []))]
}
