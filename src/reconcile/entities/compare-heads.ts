import type { DayRange } from "../../core/edtf.ts"
import type { EntityType, Place } from "../../core/value.ts"
import type { CaseReport } from "../case-report.ts"
import { unique } from "../union.ts"
import { distanceKm } from "./compare-entities.ts"
import { isBranchName } from "./compare-groups.ts"
import { type EntityView, KIND } from "./entity-names.ts"
import { isGeneric, isOrdinary, ownWords } from "./generic-names.ts"
import { nameKey } from "./name-key.ts"
import { type Age, compareAges, personFactsOf } from "./person-facts.ts"
import { comparePersonNames, type PersonName, toPersonName } from "./person-name.ts"
import { worldBodyOf } from "./world-bodies.ts"

/** What the separately joined parts of a case tell of an entity: enough to say whether two of them are one. Plain data. */
export interface HeadFacts {
  readonly type: EntityType
  readonly name: string
  /** Its other names, as written. */
  readonly aliases: readonly string[]
  /** Key in a list of the world. */
  readonly known?: string | undefined
  /** What the gazetteer has, for places. */
  readonly place?: Place | undefined
  readonly roles: readonly { readonly role: string; readonly organization?: string | undefined }[]
  /** Of people: towns beside which they are named or that their reports are about, as `personFactsOf` writes them. */
  readonly towns: readonly string[]
  /** Of people: areas smaller than a country that hold these towns. */
  readonly areas: readonly string[]
  readonly ages: readonly Age[]
  /** First and last day of publication, in days since 1970; undefined when no report has a date. */
  readonly days?: DayRange | undefined
  /** Number of reports that name it. */
  readonly reports: number
}

/** Whether two heads are surely one, with the reason either way. `excluded`: they are known to be two, not only too little alike. */
export interface HeadVerdict {
  readonly same: boolean
  readonly excluded: boolean
  readonly why: string
}

/** Offices of which a state has one holder, so that full name and office mean one person. Source: English titles of office; Apache-2.0. */
const STATE_OFFICE =
  /\b(?:vice president|president|prime minister|premier|chancellor|king|queen|emir|sultan|pope|patriarch|ayatollah|secretary of state|(?:foreign|defen[cs]e|interior|finance|justice|health) (?:minister|secretary)|attorney general|secretary[- ]general)\b/iu
/** Presidents of lesser things. */
const LESSER =
  /\b(?:borough|council|company|club|union|association|university|school|board|bank|firm|chapter|former vice)\b/iu
/** Reports of one area that name a person within so many days tell of one story or its next of kin. */
const NEAR_DAYS = 31
/** Points this near are one place: gazetteers differ in where a place's point is. */
const SAME_POINT_KM = 3

/** Gathers what a cluster of local entities tells. `name`, `type`, `known` and `place` are those of the cluster. */
export function toHeadFacts(
  head: Pick<HeadFacts, "name" | "type" | "known" | "place"> & {
    readonly cluster: { readonly views: readonly EntityView[] }
  },
  reports: ReadonlyMap<string, CaseReport>,
): HeadFacts {
  const { views } = head.cluster
  const aliases = unique(views.flatMap(({ entity }) => [entity.name, ...entity.aliases]))
  const facts = head.type === "person" ? views.map(view => personFactsOf(reports.get(view.reportId)!, view.entity)) : []
  return {
    type: head.type,
    name: head.name,
    aliases: aliases.filter(name => name !== head.name).sort(),
    known: head.known,
    place: head.place,
    roles: views.flatMap(({ entity }) => entity.roles.map(({ role, organization }) => ({ role, organization }))),
    towns: unique(facts.flatMap(({ towns }) => towns)).sort(),
    areas: unique(facts.flatMap(({ areas }) => areas)).sort(),
    ages: facts.flatMap(({ ages }) => ages),
    days: daysOf(views.flatMap(view => reports.get(view.reportId)!.publishedDays ?? [])),
    reports: new Set(views.map(view => view.reportId)).size,
  }
}

/** Keys under which heads that may be one are found: two that share none are never one. Few heads share a key, except those of one name. */
export function headKeys(head: HeadFacts): string[] {
  const kind = KIND[head.type]
  const known = head.known === undefined ? [] : [`known:${kind}:${head.known}`]
  if (kind === "person") {
    const names = namesOf(head).map(toPersonName).filter(isFull)
    return unique([...known, ...names.map(({ first, last }) => `person:${first} ${last}`)])
  }
  return unique([...known, ...keysOf(head).map(name => `${kind}:${worldBodyOf(name) ?? name}`)])
}

/**
 * Whether two entities of separately joined parts of a case are surely one. For parts that have little to do with each other: a name alone is no proof,
 * unless it is one that nobody else can have. Undefined where there is nothing to say.
 */
export function compareHeads(a: HeadFacts, b: HeadFacts): HeadVerdict | undefined {
  const kind = KIND[a.type]
  if (kind !== KIND[b.type]) return undefined
  if (a.known !== undefined && b.known !== undefined)
    return a.known === b.known
      ? one(`both are "${a.known}" in the list of the world`)
      : two(`the list of the world knows them as two: "${a.known}" and "${b.known}"`)
  if (kind === "person") return comparePeople(a, b)
  if (kind === "place") return comparePoints(a, b)
  if (kind === "nationality")
    return nameKey(a.name) === nameKey(b.name) ? one(`the same people, "${a.name}"`) : undefined
  // "The conference" and "the World Cup" come again every few years.
  if (kind === "event") return undefined
  return compareBodies(a, b)
}

function comparePeople(a: HeadFacts, b: HeadFacts): HeadVerdict | undefined {
  const [nameA, nameB] = [toPersonName(a.name), toPersonName(b.name)]
  if (!isFull(nameA) || !isFull(nameB)) return undefined
  const names = a.name === b.name ? `"${a.name}"` : `"${a.name}" and "${b.name}"`
  const relation = comparePersonNames(nameA, nameB)
  if (relation === "other")
    return nameA.last === nameB.last ? two(`the same surname, but another first name: ${names}`) : undefined
  if (relation !== "same") return unsure(`spellings that sound alike, ${names}, in reports that have little in common`)
  const ages = compareAges(a.ages, b.ages)
  if (ages === "differ") return two(`the same name, ${names}, but other ages: ${agesOf(a)} and ${agesOf(b)}`)
  const affiliation = commonAffiliation(a, b)
  if (affiliation !== undefined) return one(`the same name, ${names}, and the same affiliation, ${affiliation}`)
  const office = commonOffice(a, b)
  if (office !== undefined) return one(`the same name, ${names}, and the same office, ${office}`)
  const town = a.towns.find(name => b.towns.includes(name))
  if (town !== undefined) return one(`the same name, ${names}, in the same town, ${townOf(town)}`)
  const middle = nameA.middle.find(part => 1 < part.length && nameB.middle.includes(part))
  if (middle !== undefined) return one(`the same name in all its parts, ${names}`)
  const area = a.areas.find(name => b.areas.includes(name))
  const gap = gapOf(a.days, b.days)
  if (area !== undefined && ages === "agree") return one(`the same name, ${names}, and age, in the same area, ${area}`)
  if (ages === "agree" && gap !== undefined && gap <= NEAR_DAYS)
    return one(`the same name, ${names}, and age, in reports ${gap} days apart`)
  if (area !== undefined && gap !== undefined && gap <= NEAR_DAYS)
    return one(`the same name, ${names}, in reports of the same area, ${area}, ${gap} days apart`)
  const where = 0 < a.towns.length && 0 < b.towns.length ? ` (${townsIn(a)}; ${townsIn(b)})` : ""
  return unsure(`the same name, ${names}, but no role, affiliation or town in common${where}`)
}

/** An organization or the name of a place or body within the roles of both. */
function commonAffiliation(a: HeadFacts, b: HeadFacts): string | undefined {
  const bodies = (head: HeadFacts) =>
    head.roles.flatMap(({ organization }) =>
      organization === undefined || isGeneric(organization) ? [] : [organization],
    )
  const keys = new Set(bodies(b).map(nameKey))
  const body = bodies(a).find(name => keys.has(nameKey(name)))
  if (body !== undefined) return `"${body}"`
  const words = (head: HeadFacts) =>
    head.roles.flatMap(({ role, organization }) => ownWords(`${role} ${organization ?? ""}`))
  const theirs = new Set(words(b))
  return words(a).some(word => theirs.has(word)) ? `"${a.roles[0]!.role}" and "${b.roles[0]!.role}"` : undefined
}

function commonOffice(a: HeadFacts, b: HeadFacts): string | undefined {
  const offices = (head: HeadFacts) =>
    head.roles.flatMap(({ role }) => (LESSER.test(role) ? [] : (STATE_OFFICE.exec(role)?.[0]?.toLowerCase() ?? [])))
  const theirs = new Set(offices(b))
  const office = offices(a).find(name => theirs.has(name))
  return office && `"${office}"`
}

function comparePoints(a: HeadFacts, b: HeadFacts): HeadVerdict | undefined {
  if (!keysOf(a).some(name => keysOf(b).includes(name))) return undefined
  const [here, there] = [a.place, b.place]
  if (!here || !there)
    return unsure(`places of one name, "${a.name}", of which the gazetteer knows ${here || there ? "one" : "none"}`)
  if (here.country !== undefined && there.country !== undefined && here.country !== there.country)
    return two(`places of one name, "${a.name}", in two countries, ${here.country} and ${there.country}`)
  const km = distanceKm(here, there)
  if (km !== undefined)
    return km <= SAME_POINT_KM
      ? one(`the same place of the gazetteer, ${here.name}`)
      : two(`two places called "${a.name}", ${Math.round(km)} km apart`)
  if (here.country === undefined || here.precision !== there.precision) return undefined
  const isOne = here.precision === "country" || here.within?.[0] === there.within?.[0]
  return isOne ? one(`the same place of the gazetteer, ${here.name}`) : undefined
}

function compareBodies(a: HeadFacts, b: HeadFacts): HeadVerdict | undefined {
  const [namesA, namesB] = [keysOf(a), keysOf(b)]
  const body = worldBodyOf(namesA[0]!)
  if (body !== undefined && body === worldBodyOf(namesB[0]!))
    return one(`a name that means one body everywhere, "${a.name}"`)
  const common = namesA.filter(name => namesB.includes(name))
  if (common.length === 0) return undefined
  const names = a.name === b.name ? `"${a.name}"` : `"${a.name}" and "${b.name}"`
  const own = common.filter(name => name === namesA[0] || name === namesB[0] || name.includes(" "))
  const full = own.find(name => name.includes(" ") && !isGeneric(name))
  if (full !== undefined) {
    const [first, second] = [namesA[0]!, namesB[0]!]
    if (isBranchName(first, second))
      return two(`one name is part of the other, ${names}: a branch and its parent are two`)
    return one(first === second ? `the same name, ${names}` : `"${full}" is a name of both, ${names}`)
  }
  if (own.some(name => name.includes(" "))) return unsure(`a name that many have, ${names}`)
  if (2 <= common.length) return one(`the same names, ${common.map(name => `"${name}"`).join(" and ")}`)
  const word = common[0]!
  // One word is a body's own name only where reports of both parts use it again and again, and it is no word of the language.
  if (
    word === namesA[0] &&
    word === namesB[0] &&
    !isOrdinary(word) &&
    !a.place &&
    !b.place &&
    2 <= Math.min(a.reports, b.reports)
  )
    return one(`the same name in several reports, ${names}`)
  return unsure(`only one word in common, "${word}": ${names}`)
}

/** The folded names, its main one first. */
function keysOf(head: HeadFacts): string[] {
  return unique(namesOf(head).map(nameKey)).filter(name => name !== "")
}

function namesOf({ name, aliases }: HeadFacts): string[] {
  return [name, ...aliases]
}

/** A first name that is more than an initial, and a surname. */
function isFull({ first, last }: PersonName): boolean {
  return 2 <= first.length && 2 <= last.length
}

function agesOf({ ages }: HeadFacts): string {
  return unique(ages.map(({ years }) => years))
    .sort()
    .join(", ")
}

function townsIn({ towns }: HeadFacts): string {
  return towns.slice(0, 2).map(townOf).join(", ")
}

function townOf(key: string): string {
  return key.slice(0, key.indexOf("|"))
}

/** All days of some reports. */
function daysOf(days: readonly DayRange[]): DayRange | undefined {
  if (days.length === 0) return undefined
  return {
    first: days.reduce((least, { first }) => Math.min(least, first), days[0]!.first),
    last: days.reduce((most, { last }) => Math.max(most, last), days[0]!.last),
  }
}

/** Days between two stretches; 0 when they touch. */
function gapOf(a: DayRange | undefined, b: DayRange | undefined): number | undefined {
  return a && b && Math.max(0, a.first - b.last, b.first - a.last)
}

function one(why: string): HeadVerdict {
  return { same: true, excluded: false, why }
}

function two(why: string): HeadVerdict {
  return { same: false, excluded: true, why }
}

/** They may be one, but nothing says so. */
function unsure(why: string): HeadVerdict {
  return { same: false, excluded: false, why }
}
