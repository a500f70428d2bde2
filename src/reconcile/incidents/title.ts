import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"
import type { Fact } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { placeName } from "../../core/place.ts"
import type { Status } from "../../core/status.ts"
import type { Count, Place, Value } from "../../core/value.ts"
import { contentStems, fold, wordsOf } from "../../core/words.ts"
import type { CasePack } from "../options.ts"
import { coarseness, isPoint, placeKey } from "../places.ts"
import { sortBy } from "../union.ts"
import { isAnybody } from "./anybody.ts"
import { labelOf, lineOf } from "./event-types.ts"

/** Prepositions between a kind of event and what it was done to, by type, narrowest first. Source: English; Apache-2.0. */
const PREPOSITIONS: Readonly<Record<string, string>> = {
  bombing: "of",
  killing: "of",
  assassination: "of",
  kidnapping: "of",
  beheading: "of",
  hijacking: "of",
  massacre: "of",
  storming: "of",
  siege: "of",
  invasion: "of",
  shelling: "of",
  arrest: "of",
  ambush: "of",
  lynching: "of",
  beating: "of",
  torture: "of",
  boycott: "of",
  surrender: "of",
  deportation: "of",
  trial: "of",
  conviction: "of",
  acquittal: "of",
  indictment: "against",
  threat: "against",
  "sexual-violence": "against",
  arson: "at",
  overthrow: "of",
  sabotage: "of",
  "suicide-bombing": "at",
  "car-bombing": "at",
  shooting: "at",
  stabbing: "at",
  riot: "at",
  protest: "at",
  withdrawal: "from",
  founding: "of",
  split: "from",
  pledge: "to",
  reward: "for",
  clash: "with",
  plot: "against",
  sanction: "on",
}

/** Kinds whose label would read badly with a target behind it, and what stands there instead. Source: English; Apache-2.0. */
const SHORT_LABELS: Readonly<Record<string, string>> = {
  overthrow: "Overthrow",
  "territory-gain": "Seizure",
  "territory-loss": "Loss",
  release: "Release",
  sentence: "Sentencing",
}

/** Deeds done to people: who is no place stands behind "of". Source: English; Apache-2.0. */
const DONE_TO_PEOPLE = new Set(["shooting", "stabbing", "beating"])

/** Kinds that are told by who did it as well, with the preposition before them. Source: English; Apache-2.0. */
const ACTOR_PREPOSITIONS: Readonly<Record<string, string>> = {
  withdrawal: "of",
  "territory-gain": "by",
  "territory-loss": "by",
}

/** Slots in which the actor of such a kind stands. */
const ACTOR_SLOTS = ["party", "agent", "perpetrator"]

/** Names of countries and bodies that take an article in a sentence. Source: English; Apache-2.0. */
const WITH_ARTICLE =
  /^(United|European Union|Netherlands|Philippines|Maldives|Bahamas|Gambia|Czech Republic|Dominican Republic|Central African Republic|Democratic Republic|Republic of|Ivory Coast|Solomon Islands|Marshall Islands|Taliban)\b/u

/** What the status puts before the kind of event. */
const STATUS_WORDS: Partial<Record<Status, string>> = {
  attempted: "Attempted",
  foiled: "Foiled",
  planned: "Planned",
  threatened: "Threatened",
  alleged: "Alleged",
}

const MONTHS = "January February March April May June July August September October November December".split(" ")
/** Signs that cannot be taken for each other when read aloud: no 0, 1, I, L, O. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
/** A target told in more letters than this would make the title a sentence. */
const LONGEST_TARGET = 60

/** What a title is made from. */
export interface TitleParts {
  readonly type: string
  readonly status: Status
  readonly facts: readonly Fact[]
  readonly when: Value | null
  readonly where: Value | null
}

/** A title as a person would write it: "Bombing of the ferry terminal, Montevideo, 4 November 2031", "Attack in Lisbon, May 2030". */
export function titleOf({ type, status, facts, when, where }: TitleParts, pack: CasePack): string {
  const line = lineOf(type, pack)
  const site = where?.kind === "place" ? where : undefined
  const told = targetOf(facts, site, line)
  const target = told?.words
  const short = target === undefined ? undefined : line.flatMap(key => SHORT_LABELS[key] ?? [])[0]
  const label = short ?? labelOf(type, pack)
  const prefix = STATUS_WORDS[status]
  const head = prefix === undefined ? label : `${prefix} ${label.toLowerCase()}`
  const place = site && placeWords(site, facts, target ?? "")
  const preposition =
    short || isOneSided(line, facts) || told?.isPerson
      ? "of"
      : (line.flatMap(key => PREPOSITIONS[key] ?? [])[0] ?? "on")
  const actor = actorWords(line, facts, place === undefined)
  const own = line.flatMap(key => ACTOR_PREPOSITIONS[key] ?? "by")[0]
  const said = [
    head,
    actor !== undefined && own === "of" ? `of ${actor}` : undefined,
    target === undefined ? undefined : `${preposition} ${target}`,
    actor !== undefined && own === "by" ? `by ${actor}` : undefined,
    // "Attack in Lisbon", but "Attack on a bank, Lisbon".
    target !== undefined || place === undefined || place === ""
      ? undefined
      : `${place.startsWith("near ") ? "" : isSite(site!) ? "at " : "in "}${place}`,
  ]
  const date = when?.kind === "time" ? (rivalDates(facts) ?? dateWords(when.edtf)) : undefined
  if (said.filter(part => part !== undefined).length === 1 && date === undefined) said.push(tollWords(facts))
  return [said.filter(part => part !== undefined).join(" "), target === undefined ? undefined : place, date]
    .filter(part => part !== undefined && part !== "")
    .join(", ")
}

/** "A battle fought by the militia and the army": who stands there are not each other's enemies, and who was is not told. */
function isOneSided(line: readonly string[], facts: readonly Fact[]): boolean {
  const sides = facts.filter(({ slot }) => slot === "target" || slot === "perpetrator" || slot === "agent")
  const parties = facts.find(({ slot }) => slot === "party")?.positions ?? []
  return line.includes("clash") && sides.length === 0 && parties.length === 1
}

/** "1 person", "1 suspect". */
function singular(plural: string): string {
  const irregular: Readonly<Record<string, string>> = {
    people: "person",
    men: "man",
    women: "woman",
    children: "child",
  }
  return irregular[plural] ?? plural.replace(/s$/u, "")
}

function isSite({ precision }: Place): boolean {
  return precision === "site" || precision === "vicinity"
}

/** Who withdrew, lost or seized it; who arrested them, when no place tells where. Undefined for other kinds. */
function actorWords(line: readonly string[], facts: readonly Fact[], isPlaceless: boolean): string | undefined {
  if (!line.some(key => key in ACTOR_PREPOSITIONS || (key === "arrest" && isPlaceless))) return undefined
  const fact = ACTOR_SLOTS.flatMap(slot => facts.find(one => one.slot === slot) ?? [])[0]
  const standing = (fact?.positions ?? []).filter(({ status }) => status !== "denied" && status !== "negated")
  // A list keeps the order in which it is told.
  const values = (
    fact?.listed ? sortBy(standing, ({ assertions }) => assertions[0]!.evidence[0]!.start) : standing
  ).map(position => position.value)
  const named = values.filter(value => value.kind === "entity")
  const names = (fact?.listed ? named : named.slice(0, 1)).map(value =>
    WITH_ARTICLE.test(value.name) ? `the ${value.name}` : value.name,
  )
  return names.length === 0 ? undefined : new Intl.ListFormat("en").format(names)
}

/** The town an incident is in, by any report that names one; else the place it is known by. */
export function townOf(facts: readonly Fact[], where: Value | null): Value | null {
  if (where?.kind === "place" && where.precision !== "site" && where.precision !== "vicinity") return where
  const towns = facts
    .filter(fact => fact.slot === "where")
    .flatMap(fact => fact.positions)
    .filter(
      ({ value }) =>
        value.kind === "place" && (value.precision === "settlement" || value.precision === "near-settlement"),
    )
  const [best] = sortBy(
    towns,
    position => -position.origins.high,
    position => -position.assertions.length,
    position => nameOf(position.value),
  )
  return best?.value ?? where
}

/** A code people can say aloud, from the place and the hash of the anchor mention. `turn` gives another one where two are the same. */
export function codeOf(anchorId: string, where: Value | null, type: string, turn = 0): string {
  const name = where?.kind === "place" ? where.name : type
  const letters = `${fold(name)
    .replace(/^the /u, "")
    .replace(/[^a-z]/g, "")}xxx`
    .slice(0, 3)
    .toUpperCase()
  const bytes = sha256(utf8ToBytes(anchorId))
  const signs = [0, 1, 2].map(index => SIGNS[bytes[(index + 3 * turn) % bytes.length]! % SIGNS.length]).join("")
  return `${letters}-${signs}`
}

/** "January 2029 or January 2030" where reports contradict each other and nothing tells which is right: the stretch between them is none of their dates. */
function rivalDates(facts: readonly Fact[]): string | undefined {
  const fact = facts.find(({ slot }) => slot === "when")
  if (fact?.relation !== "contradict" || fact.value?.kind !== "time" || !fact.value.edtf.includes("/")) return undefined
  const dates = fact.positions.flatMap(({ value }) => (value.kind === "time" && value.edtf !== "" ? [value.edtf] : []))
  return dates.includes(fact.value.edtf) || dates.length !== 2 ? undefined : orWords(dates.toSorted().map(dateWords))
}

/** "15 or 16 August 2015". */
function orWords([first = "", second = ""]: readonly string[]): string {
  const [day, ...month] = first.split(" ")
  const isSame = month.length === 2 && second.split(" ").slice(1).join(" ") === month.join(" ")
  return isSame ? `${day} or ${second}` : `${first} or ${second}`
}

/** A stretch of time in words: "22 March 2024", "March 2024", "3-4 November 2031". */
function dateWords(edtf: string): string {
  const days = daysOf(edtf)
  if (!days) return ""
  const plain = edtf.replace(/[~?%]/g, "").replace(/T.*$/, "")
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(plain)
  if (match) {
    const month = match[2] === undefined ? undefined : MONTHS[Number(match[2]) - 1]
    if (match[2] !== undefined && month === undefined)
      return `${["spring", "summer", "autumn", "winter"][Number(match[2]) - 21] ?? ""} ${match[1]}`.trim()
    return [match[3] === undefined ? undefined : String(Number(match[3])), month, match[1]]
      .filter(part => part !== undefined)
      .join(" ")
  }
  const [from, to] = plain.split("/")
  if (to === undefined) return plain
  const sameMonth = from!.length === 10 && to.length === 10 && from!.slice(0, 7) === to.slice(0, 7)
  return sameMonth ? `${Number(from!.slice(8))}-${dateWords(to)}` : `${dateWords(from!)} to ${dateWords(to)}`
}

/** Numbers of people, pronouns and possessives say nothing in a title. */
const NO_TARGET =
  /^(\d|(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|its|his|her|their|our|my|this|that|these|those|it|they|them|people|others|self|himself|herself|itself|themselves)\b|the (self|himself|herself|itself|themselves|country|city|town|capital|region|area|group|state|scene|site|border|ground|others?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)( |$))/iu

/** What a title says of whom or what it was done to. */
interface Target {
  readonly words: string
  /** Somebody who was harmed, not something. */
  readonly isPerson: boolean
}

function targetOf(facts: readonly Fact[], where: Place | undefined, line: readonly string[]): Target | undefined {
  const arrested = facts.find(fact => fact.slot === "arrested")?.value
  if (arrested?.kind === "count") {
    const taken = facts.find(item => item.slot === "target")?.positions.map(({ value }) => value) ?? []
    const [only] = taken.filter(value => value.kind === "entity" && isPerson(value))
    // Where no place tells one arrest from another, the name of the one who was taken does.
    const isOne = arrested.low === 1 && arrested.high === 1 && taken.length === 1
    const words = isOne && only && where === undefined ? nameOf(only) : peopleWords(arrested)
    return { words, isPerson: false }
  }
  if (line.includes("mobilization")) return undefined
  // Who lost or withdrew is told as such, not as what was lost.
  const party = line.some(key => key in ACTOR_PREPOSITIONS) ? undefined : facts.find(item => item.slot === "party")
  const fact = facts.find(item => item.slot === "target") ?? party
  if (!fact) return undefined
  const toPeople = line.some(key => DONE_TO_PEOPLE.has(key))
  const isPlaced = where !== undefined && isPoint(where)
  return sortBy(
    fact.positions.filter(position => position.status !== "denied" && position.status !== "negated"),
    // The name of the building that was struck says more than "a hall in the suburbs".
    position => (position.value.kind === "entity" && position.value.type === "facility" ? 0 : 1),
    position => (nameOf(position.value) === where?.name ? 1 : 0),
    position => -position.origins.low,
    position => -position.origins.high,
    position => -new Set(position.assertions.map(assertion => assertion.evidence[0]!.reportId)).size,
    position => (position.value.kind === "entity" ? 0 : 1),
    position => nameOf(position.value).length,
    position => nameOf(position.value),
  )
    .map(({ value }) => ({ value, words: nameOf(value), isPerson: toPeople && isPerson(value) }))
    .find(
      ({ value, words, isPerson }) =>
        words !== "" &&
        words.length <= LONGEST_TARGET &&
        // An area in which it happened is told by the place.
        (words !== where?.name || isPoint(where)) &&
        !NO_TARGET.test(words) &&
        !(toPeople && isTown(value)) &&
        // A private person is named in a title only where nothing else tells which it was.
        !(isPerson && value.kind === "entity" && isPlaced) &&
        (value.kind !== "text" || isOneOrThing(value.text)),
    )
}

/** "4 people", "one man", "several suspects": how many were taken. */
function peopleWords({ low, high, of, qualifier, text }: Count): string {
  if (qualifier === "vague" && text !== "") return text
  const people = of === "total" || of === "" ? "people" : of
  if (low === 1 && high === 1) return `1 ${singular(people)}`
  return `${high === null ? `${low} or more` : low === high ? low : `${low}-${high}`} ${people}`
}

/** "that killed 4": for what is told without day, place and target. */
function tollWords(facts: readonly Fact[]): string | undefined {
  for (const [slot, verb] of [
    ["killed", "killed"],
    ["wounded", "wounded"],
  ] as const) {
    const value = facts.find(fact => fact.slot === slot)?.value
    if (value?.kind === "count" && 0 < value.low) return `that ${verb} ${peopleWords({ ...value, of: "people" })}`
  }
  return undefined
}

function isPerson(value: Value): boolean {
  return value.kind === "entity" ? value.type === "person" : value.kind === "text" && isAnyone(value.text)
}

/** True for words that end in one for people in general: "a 6-year-old boy", "the victims", "his wife". */
function isAnyone(text: string): boolean {
  const head = wordsOf(text).findLast(word => !word.empty)
  return head !== undefined && isAnybody(head) && !/^(?:home|house|area|scene|group|crowd)$/.test(head.plain)
}

/** False for people told of before: "the victims" says nothing in a title, "a 6-year-old boy" does. */
function isOneOrThing(text: string): boolean {
  return /^an? /iu.test(text.trim()) || !isAnyone(text)
}

function isTown(value: Value): boolean {
  return value.kind === "place" ? !isSite(value) : value.kind === "entity" && value.type === "place"
}

/** Names that end in a common noun of this kind stand behind an article. Source: English; Apache-2.0. */
const COMMON_NAME = /\b(embassy|consulate|ministry|parliament|mission)$/iu

function nameOf(value: Value): string {
  if (value.kind === "entity" || value.kind === "place")
    return COMMON_NAME.test(value.name) && !/^the |['’]s /iu.test(value.name) ? `the ${value.name}` : value.name
  const text = value.text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:An?|The) /u, article => article.toLowerCase())
  return /^\p{Ll}/u.test(text) &&
    !/^(the|an?|its|his|her|their|our|my|this|that|these|those|\p{L}+['’]s?) |s$/u.test(text)
    ? `the ${text}`
    : text
}

/** A name in capital letters as it is written in a sentence: datelines shout. */
function calmly(name: string): string {
  return /^[\p{Lu}\s.'’-]{5,}$/u.test(name)
    ? name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, first => first.toUpperCase())
    : name
}

/** The place, and the better known one it lies near when a report names that one. */
function placeWords(where: Place, facts: readonly Fact[], target: string): string | undefined {
  const others = facts
    .filter(fact => fact.slot === "where")
    .flatMap(fact => fact.positions.map(position => position.value))
    .filter(value => value.kind === "place")
    .filter(value => value.name !== where.name && value.precision !== "country" && value.precision !== "region")
  const near = sortBy(
    others.filter(other => coarseness(where) <= coarseness(other)),
    other => (other.precision === "settlement" ? 0 : 1),
    other => -(other.lat === undefined ? 0 : 1),
    other => other.name,
  )[0]
  // The target already says the place: then only what it lies in is left to say.
  const stems = contentStems(target)
  const isSaid = where.precision === "site" && contentStems(where.name).some(stem => stems.includes(stem))
  if (isSaid || placeKey({ name: target }).includes(placeKey(where))) {
    const holder = near?.name ?? (isSite(where) ? where.within?.[0] : where.within?.at(-1))
    return holder === undefined || placeKey({ name: target }).includes(placeKey({ name: holder })) ? undefined : holder
  }
  const own = calmly(placeName(where))
  if (near === undefined) return where.precision === "near-settlement" ? `near ${own}` : own
  const inside = (where.within ?? []).includes(near.name) || !isPoint(near)
  return inside || where.precision === "site" ? `${own}, ${near.name}` : `${own} near ${near.name}`
}
