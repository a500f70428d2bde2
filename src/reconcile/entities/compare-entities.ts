import { distance } from "fastest-levenshtein"
import type { Place } from "../../core/value.ts"
import { stemOf } from "../words.ts"
import { acronymOf, type EntityView } from "./entity-names.ts"
import { comparePersonNames, type PersonName } from "./person-name.ts"
import { soundKey } from "./phonetic.ts"

/** What is known about two entities beyond their names. */
export interface EntityEvidence {
  /** Both were given the same words: why, in words. */
  readonly quotation: string | undefined
  /** They stand in sentences of which one report took one from the other, or the one report rests on the other. */
  readonly passage: string | undefined
  /** The sentences that name them resemble each other. */
  readonly context: string | undefined
  /** True when the alias belongs to one entity of the case only. */
  readonly isUnique: (name: string, kind: EntityView["kind"]) => boolean
}

/** Whether two entities of different reports are one, with the reason. `strength` orders the joins: surest first. Undefined: nothing to say. */
export interface EntityVerdict {
  readonly same: boolean
  readonly strength: number
  readonly why: string
  /** They are known to be two, not only too little alike: nothing may join them through a third. */
  readonly excluded: boolean
}

/** Compares two entities that share a lookup key. A parent organization and its branch, or two persons of one surname, are never joined. */
export function compareEntities(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  if (a.kind !== b.kind) {
    // A name of two or more words that is the same is the same thing: one of the two readings took it for another kind.
    return a.name === b.name && a.name.includes(" ") && a.kind !== "nationality" && b.kind !== "nationality"
      ? join(0.4, `the same name, "${a.entity.name}", read as ${a.entity.type} and as ${b.entity.type}`)
      : undefined
  }
  const knownA = a.entity.known
  const knownB = b.entity.known
  if (knownA !== undefined && knownB !== undefined)
    return knownA === knownB
      ? join(1, `both are "${knownA}" in the list of the world`)
      : exclude(`the list of the world knows them as two: "${knownA}" and "${knownB}"`)
  if (a.person && b.person) return comparePersons(a, b, evidence)
  if (a.kind === "place") return comparePlaces(a, b)
  if (a.name === b.name) return join(0.9, `the same name, "${a.entity.name}"`)
  if (a.name.includes(" ") && a.wordSet.includes(" ") && a.wordSet === b.wordSet)
    return join(0.85, `the same words, "${a.entity.name}" and "${b.entity.name}"`)
  if (evidence.passage !== undefined && isRespelt(a.name, b.name))
    return join(0.7, `spellings that sound alike, "${a.entity.name}" and "${b.entity.name}"; ${evidence.passage}`)
  return compareByAlias(a, b, evidence)
}

/** Word by word the same or another spelling, and no word of another meaning: "Ribera Front" and "Rivera Front". */
function isRespelt(a: string, b: string): boolean {
  const one = a.split(" ")
  const two = b.split(" ")
  return (
    one.length === two.length &&
    one.some((word, at) => word === two[at]) &&
    one.every((word, at) => word === two[at] || (5 <= word.length && distance(word, two[at]!) <= 1))
  )
}

function comparePersons(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const relation = comparePersonNames(a.person!, b.person!)
  const role = commonRole(a, b)
  if (relation === "other") {
    return a.person!.last === b.person!.last
      ? exclude(`the same surname, but another first name: "${a.entity.name}" and "${b.entity.name}"`)
      : undefined
  }
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  const reasons = [evidence.quotation, role, evidence.passage ?? evidence.context].filter(
    reason => reason !== undefined,
  )
  if (relation === "same") {
    if (a.person!.first !== "" && b.person!.first !== "") return join(0.95, `the same name, ${names}`)
    return 0 < reasons.length || (a.kind === b.kind && a.names.length + b.names.length === 2)
      ? join(0.6, `the same surname, ${names}${0 < reasons.length ? `; ${reasons.join("; ")}` : ""}`)
      : refuse(`only a surname in common, ${names}`)
  }
  if (relation === "part") {
    // A bare surname belongs to the only full name of the case that has it; among several, only evidence can tell.
    const bare = a.person!.first === "" ? a : b
    if (0 < reasons.length) return join(0.7, `a surname and the full name, ${names}; ${reasons.join("; ")}`)
    return evidence.isUnique(bare.person!.last, "person")
      ? join(0.5, `a surname that only one person of the case has, ${names}`)
      : refuse(`several persons of the case have this surname, ${names}`)
  }
  if (evidence.passage !== undefined) return join(0.75, `spellings that sound alike, ${names}; ${reasons.join("; ")}`)
  if (evidence.quotation !== undefined && (role !== undefined || evidence.context !== undefined))
    return join(0.8, `spellings that sound alike, ${names}; ${reasons.join("; ")}`)
  if (evidence.context !== undefined && isTransliteration(a.person!, b.person!))
    return join(0.62, `transliterations of one name, ${names}; ${reasons.join("; ")}`)
  if (role !== undefined && evidence.context !== undefined)
    return join(0.65, `spellings that sound alike, ${names}; ${reasons.join("; ")}`)
  return refuse(
    0 < reasons.length
      ? `spellings that sound alike, ${names}; ${reasons.join("; ")}, which is too little`
      : `spellings that sound alike, ${names}, but nothing else in common`,
  )
}

/** Both parts sound the same and neither is spelt the same, as with "Qassim Suleimani" and "Qassem Soleimani"; a short surname is no proof. */
function isTransliteration(a: PersonName, b: PersonName): boolean {
  const long = 6 <= Math.min(a.last.length, b.last.length)
  return long && a.first !== b.first && soundKey(a.first) === soundKey(b.first) && soundKey(a.last) === soundKey(b.last)
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

function compareByAlias(a: EntityView, b: EntityView, evidence: EntityEvidence): EntityVerdict | undefined {
  const common = a.names.filter(name => b.names.includes(name))
  if (common.length === 0) return undefined
  const names = `"${a.entity.name}" and "${b.entity.name}"`
  if (isBranchName(a.name, b.name))
    return exclude(`one name is part of the other, ${names}: a branch and its parent are two`)
  // Two reports that both write a full second name beside the first mean one group, however either translates it.
  const second = common.find(name => name.includes(" ") && name !== a.name && name !== b.name)
  if (second !== undefined) return join(0.65, `both reports give "${second}" as another name, ${names}`)
  const alias = common.find(name => evidence.isUnique(name, a.kind))
  if (alias === undefined) return refuse(`the short name "${common[0]}" belongs to several, ${names}`)
  // Never on alias alone: one report must introduce the short name beside the full one that the other report uses.
  const introduced = alias === a.name || alias === b.name || 2 <= common.length
  const spelled = acronymOf(a.entity.name) === alias || acronymOf(b.entity.name) === alias
  if (introduced) return join(0.6, `"${alias}" is introduced as another name, ${names}`)
  if (spelled) return join(0.5, `"${alias}" is the acronym of the name, ${names}`)
  return refuse(`only the short name "${alias}" in common, ${names}`)
}

/** True when all words of one name are in the other, as with "Islamic State" and "Islamic State Khorasan". */
export function isBranchName(a: string, b: string): boolean {
  const one = a.split(" ")
  const two = b.split(" ")
  const [few, many] = one.length <= two.length ? [one, two] : [two, one]
  return few.length < many.length && few.every(word => many.includes(word))
}

/** Words of roles that fit anybody. Source: English; Apache-2.0. */
const ANY_ROLE = new Set(
  ["form", "former", "top", "senior", "deputy", "act", "chief", "head", "official"].map(word => stemOf(word)),
)

function commonRole(a: EntityView, b: EntityView): string | undefined {
  const common = [...a.roleStems].filter(stem => b.roleStems.has(stem) && !ANY_ROLE.has(stem))
  return 0 < common.length && Math.min(a.roleStems.size, b.roleStems.size) <= 3 * common.length
    ? `the same role ("${a.entity.roles[0]!.role}", "${b.entity.roles[0]!.role}")`
    : undefined
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

function join(strength: number, why: string): EntityVerdict {
  return { same: true, strength, why, excluded: false }
}

function refuse(why: string): EntityVerdict {
  return { same: false, strength: 0, why, excluded: false }
}

function exclude(why: string): EntityVerdict {
  return { same: false, strength: 0, why, excluded: true }
}
