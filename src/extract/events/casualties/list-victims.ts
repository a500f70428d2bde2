import type { Token } from "../../../english/analysis.ts"
import { type Context, sentenceOf, tokensOf } from "../context.ts"
import { firstOf } from "../grammar.ts"
import type { Fate } from "./find-fates.ts"
import { isPerson } from "./people.ts"

/** One person of the list, with every telling of what became of them. */
export interface Victim {
  readonly tellings: Fate[]
  marks: Marks
}

/** What tells people apart. */
export interface Marks {
  readonly entities: ReadonlySet<number>
  readonly name: string | undefined
  readonly age: string | undefined
  readonly sex: "m" | "f" | undefined
  readonly young: boolean | undefined
  /** "another man", "a second victim", "the other": somebody beside those told before. */
  readonly order: string | undefined
}

const MALE = new Set(
  "man boy male father dad son brother husband boyfriend uncle grandfather nephew grandson stepson stepfather gentleman guy he him".split(
    " ",
  ),
)
const FEMALE = new Set(
  "woman girl female mother mom daughter sister wife girlfriend aunt grandmother niece granddaughter stepdaughter stepmother lady she her".split(
    " ",
  ),
)
const YOUNG = new Set("toddler baby infant newborn".split(" "))
const GROWN = new Set("man woman father mother husband wife grandmother grandfather".split(" "))
const ORDER = /\b(another|other|second|third|fourth|fifth|sixth)\b/i

/** Tells the persons of single tellings apart: one entry for each, however often the report comes back to them. */
export function listVictims(context: Context, fates: readonly Fate[]): Victim[] {
  const victims: Victim[] = []
  const told = new Set(fates.flatMap(fate => fate.person?.index ?? []))
  for (const fate of fates) {
    const marks = marksOf(context, fate, told)
    const same = findSame(victims, fate, marks)
    if (!same) victims.push({ tellings: [fate], marks })
    else {
      same.tellings.push(fate)
      same.marks = joined(same.marks, marks)
    }
  }
  return victims
}

function joined(one: Marks, other: Marks): Marks {
  return {
    entities: new Set([...one.entities, ...other.entities]),
    name:
      one.name && other.name ? (one.name.length < other.name.length ? other.name : one.name) : (one.name ?? other.name),
    age: one.age ?? other.age,
    sex: one.sex ?? other.sex,
    young: one.young ?? other.young,
    order: one.order ?? other.order,
  }
}

function findSame(victims: readonly Victim[], fate: Fate, marks: Marks): Victim | undefined {
  const sure = victims.filter(
    victim =>
      [...marks.entities].some(entity => victim.marks.entities.has(entity)) ||
      victim.tellings.some(told => told.person !== undefined && told.person === fate.person),
  )
  if (0 < sure.length) return sure[0]
  const fitting = victims.filter(victim => fits(victim, fate, marks))
  if (fitting.length === 0) return undefined
  const known = fitting.filter(
    ({ marks: other }) =>
      (marks.age !== undefined && other.age === marks.age) || (marks.name !== undefined && other.name !== undefined),
  )
  if (0 < known.length) return known[0]
  if (marks.order) return fitting.find(victim => victim.marks.order === marks.order)
  const alike = fitting.filter(victim => victim.tellings.some(told => told.fate === fate.fate))
  return alike.at(-1) ?? fitting.at(-1)
}

function fits(victim: Victim, fate: Fate, marks: Marks): boolean {
  const other = victim.marks
  if (marks.name && other.name && !shareWord(marks.name, other.name)) return false
  // Reports differ in an age by a year; two named persons differ in it.
  if (marks.age && other.age && marks.age !== other.age && (areFar(marks.age, other.age) || isNear(victim, fate)))
    return false
  if (marks.sex && other.sex && marks.sex !== other.sex) return false
  if (
    marks.young !== undefined &&
    other.young !== undefined &&
    marks.young !== other.young &&
    !(marks.age && other.age)
  )
    return false
  // Two phrases of one row are two persons.
  return !victim.tellings.some(
    told => told.sign === fate.sign && told.rule === fate.rule && told.person !== fate.person,
  )
}

function areFar(one: string, other: string): boolean {
  return !(Math.abs(Number(one) - Number(other)) <= 1)
}

function isNear(victim: Victim, fate: Fate): boolean {
  return victim.tellings.some(told => Math.abs(told.sentence - fate.sentence) <= 1)
}

function shareWord(one: string, other: string): boolean {
  const words = new Set(
    one
      .toLowerCase()
      .split(/\W+/)
      .filter(word => 1 < word.length),
  )
  return other
    .toLowerCase()
    .split(/\W+/)
    .some(word => words.has(word))
}

function marksOf(context: Context, { person, found }: Fate, told: ReadonlySet<number>): Marks {
  if (!person)
    return {
      entities: new Set(),
      name: undefined,
      age: undefined,
      sex: undefined,
      young: undefined,
      order: ORDER.exec(found.value.text)?.[1]?.toLowerCase(),
    }
  const { text } = context.analysis.report
  const mention = context.mentions.get(person.index)
  const first = firstOf(context, person)
  const phrase = text.slice(Math.min(first.start, found.span.start), Math.max(person.end, found.span.end))
  const entity = mention ? context.analysis.entities[mention.entity] : undefined
  const lemma = person.lemma.toLowerCase()
  const name =
    mention?.form === "name" && mention.type === "person"
      ? (entity?.name ?? text.slice(mention.start, mention.end))
      : undefined
  const behind = text.slice(Math.max(person.end, found.span.end), Math.max(person.end, found.span.end) + 16)
  const before = text.slice(Math.max(0, found.span.start - 24), found.span.start)
  const age =
    /(\d{1,2}|\w+)[- ]{1,2}(?:year|yr)[- ]?s?[- ]?old/i.exec(phrase)?.[1] ??
    /^,? (?:aged? )?(\d{1,2})(?=[,.;:)\s]|$)(?! (?:a\.m|p\.m|people|miles|minutes|times|hours|years|other))/.exec(
      behind,
    )?.[1] ??
    /(\d{1,2}|\w+)[- ]{1,2}(?:year|yr)[- ]old,?\s*$/i.exec(before)?.[1]
  const sex = MALE.has(lemma) ? "m" : FEMALE.has(lemma) ? "f" : undefined
  return {
    entities: new Set(mention && (mention.form !== "nominal" || name) ? [mention.entity] : []),
    name,
    age: age === undefined ? undefined : (NUMBERS.get(age.toLowerCase()) ?? age.toLowerCase()),
    sex,
    young: YOUNG.has(lemma) ? true : GROWN.has(lemma) ? false : undefined,
    order: isBesideUntold(context, person, told) ? undefined : ORDER.exec(phrase)?.[1]?.toLowerCase(),
  }
}

/** "a child was playing and another child was shot": the first one is told in the same sentence, and nothing befell him. */
function isBesideUntold(context: Context, person: Token, told: ReadonlySet<number>): boolean {
  return tokensOf(context, sentenceOf(context, person)).some(
    token => token.index < person.index && isPerson(context, token) && !told.has(token.index),
  )
}

const NUMBERS = new Map(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, index) => [word, String(index + 1)] as const),
)
