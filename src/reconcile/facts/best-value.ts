import type { BestValue, Fact, Incident } from "../../core/casefile.ts"
import { countInWords } from "../../core/count.ts"
import { edtfOfDay } from "../../core/edtf.ts"
import type { Value } from "../../core/value.ts"
import { countOrigins } from "../lineage/count-origins.ts"
import { groupBy, sortBy } from "../union.ts"
import { toCount } from "./counts.ts"
import type { Manner } from "./manner.ts"
import type { Stand } from "./positions.ts"
import { inWords, isWithdrawn } from "./relate.ts"
import { isToll, slotRank } from "./slots.ts"
import type { Proposal } from "./told.ts"
import { FRESH_DAYS, type ValueContext } from "./values.ts"
import { type Candidate, liesIn, toCandidates } from "./voices.ts"

/** Chance from which what learned scorers propose, and nobody says, is likely. */
const LIKELY = 0.6
/** Weight below which a day or a place is not chosen. */
const ENOUGH = 0.5
/** A candidate that weighs less than this much more than the next is not chosen. */
const MARGIN = 0.05

/**
 * The value of a slot that is best supported: by independent origins, each with the weight of how it tells it. A number that rose is replaced by the
 * newer one. Undefined where there is nothing to choose, or where nothing decides.
 */
export function findBest(
  slot: string,
  stands: readonly Stand[],
  proposals: readonly Proposal[],
  context: ValueContext,
  dead?: Dead,
): BestValue | undefined {
  const standing = stands.filter(stand => !stand.against && !isWithdrawn(stand, stands))
  const all = toCandidates(standing, proposals)
  const overtaken = isToll(slot) ? all.filter(one => all.some(other => overtakes(other, one, context))) : []
  const [first, second] = all.filter(one => !overtaken.includes(one))
  const left = first && dead && leftAlive(first, standing, dead)
  if (left) return left
  if (first === undefined || (standing.length === 1 && isTold(first))) return undefined
  if (second !== undefined && first.weight < second.weight + MARGIN) return undefined
  if (first.value.kind !== "count" && first.weight < ENOUGH) return undefined
  if (!isTold(first) && chanceOf(first) < LIKELY) return undefined
  return {
    value: first.value,
    origins: countOrigins(first.voices.map(voice => voice.origin)),
    why: whyOf(first, all.find(one => isTold(one) && isRival(one, first, overtaken)) ?? second, overtaken),
  }
}

/** True for a value that cannot hold together with the one chosen, and was not replaced by it. */
function isRival(one: Candidate, chosen: Candidate, overtaken: readonly Candidate[]): boolean {
  return one !== chosen && !overtaken.includes(one) && !liesIn(one.value, chosen.value)
}

/** The dead of an incident: how many, who tells of any, and since when. */
export interface Dead {
  readonly number: number
  readonly reports: ReadonlySet<string>
  readonly firstDay: number | undefined
}

/** The dead by what is best supported; undefined when nobody tells of any. */
export function deadOf(stands: readonly Stand[], value: Value | null | undefined): Dead | undefined {
  if (value?.kind !== "count" || value.low === 0 || value.low !== value.high) return undefined
  const told = stands.flatMap(stand => (stand.against ? [] : stand.told))
  const days = told.flatMap(({ report }) => report.publishedDays?.first ?? [])
  return {
    number: value.low,
    reports: new Set(told.map(({ report }) => report.id)),
    firstDay: days.length === 0 ? undefined : Math.min(...days),
  }
}

/** The wounded who are left, where their number comes from reports of the days before anybody is told to have died: the dead were among them. */
function leftAlive(wounded: Candidate, stands: readonly Stand[], dead: Dead): BestValue | undefined {
  const { value, voices, lastDay } = wounded
  if (value.kind !== "count" || value.low < dead.number || value.low !== value.high) return undefined
  if (lastDay === undefined || dead.firstDay === undefined || dead.firstDay < lastDay) return undefined
  if (stands.some(({ told }) => told.some(({ report }) => dead.reports.has(report.id)))) return undefined
  const left = value.low - dead.number
  return {
    value: toCount(left, left, value.of),
    origins: countOrigins(voices.map(voice => voice.origin)),
    why: `${countInWords(value)} before anybody had died; ${dead.number} dead since ${edtfOfDay(dead.firstDay)}`,
  }
}

/** What nobody says in a slot for which learned scorers propose a likely value. */
export function findLikely(
  proposals: readonly Proposal[],
  facts: readonly Pick<Fact, "slot">[],
): NonNullable<Incident["likely"]> {
  const open = proposals.filter(({ slot }) => facts.every(fact => fact.slot !== slot))
  return sortBy([...groupBy(open, ({ slot }) => slot)], ([slot]) => slotRank(slot)).flatMap(([slot, items]) => {
    const [first, second] = toCandidates([], items)
    if (first === undefined || chanceOf(first) < LIKELY) return []
    if (second !== undefined && first.weight < second.weight + MARGIN) return []
    const count = countOrigins(first.voices.map(voice => voice.origin))
    return [{ slot, value: first.value, origins: count, why: whyOf(first, second, []) }]
  })
}

function isTold({ voices }: Candidate): boolean {
  return voices.some(({ manner }) => manner !== undefined)
}

/** Chance that a proposed value is right, when its proposals err apart from each other. */
function chanceOf({ voices }: Candidate): number {
  return 1 - voices.reduce((wrong, { chance }) => wrong * (1 - (chance ?? 0)), 1)
}

/** True for a toll that rose after the last report had the smaller one: told as news, not added up. */
function overtakes(newer: Candidate, older: Candidate, { happened }: ValueContext): boolean {
  if (newer.value.kind !== "count" || older.value.kind !== "count") return false
  if (newer.firstDay === undefined || older.lastDay === undefined || newer.firstDay <= older.lastDay) return false
  if (happened !== undefined && happened + FRESH_DAYS < newer.firstDay) return false
  return (
    older.value.low < newer.value.low && newer.voices.some(({ manner }) => manner?.asNews === true && !manner.addedUp)
  )
}

/** What speaks for the first, and in what the second is weaker. */
function whyOf(first: Candidate, second: Candidate | undefined, overtaken: readonly Candidate[]): string {
  const own = mannersOf(first)
  const along = first.voices.filter(({ manner, goesAlong }) => manner !== undefined && goesAlong).length
  const proposed = first.voices.length - own.length - along
  const has = `${counted(own.length, "origin")} ${own.length === 1 ? "has" : "have"} it`
  const goes = `what ${counted(along, "other origin")} ${along === 1 ? "says goes" : "say goes"} with it`
  const proposes = `a learned reading of ${counted(proposed, own.length === 0 ? "report" : "other report")} proposes it`
  const reasons = [
    [own.length === 0 ? "" : has, along === 0 ? "" : goes, proposed === 0 ? "" : proposes]
      .filter(part => part !== "")
      .join(" and "),
  ]
  // A proposal that loses is not worth a word.
  if (second !== undefined && isTold(second)) {
    const name = wordsFor(second.value)
    const other = mannersOf(second)
    const number = own.length === 0 ? counted(other.length, "origin") : other.length
    reasons[0] += `, ${number} ${other.length === 1 ? "has" : "have"} ${name}`
    const only = (test: (manner: Manner) => boolean) => own.some(test) && !other.some(test)
    if (only(manner => !manner.addedUp)) reasons.push(`${name} only counts people told of one by one`)
    if (only(manner => manner.asNews)) reasons.push(`${name} is told in passing`)
    if (only(manner => manner.atHead)) reasons.push(`${name} stands further down in its report`)
    if (only(manner => manner.official)) reasons.push(`officials are quoted for ${wordsFor(first.value)} only`)
  }
  if (0 < overtaken.length) reasons.push(`the newest number, since ${edtfOfDay(first.firstDay!)}`)
  return reasons.join("; ")
}

function mannersOf({ voices }: Candidate): Manner[] {
  return voices.flatMap(({ manner, goesAlong }) => (manner === undefined || goesAlong ? [] : [manner]))
}

function wordsFor(value: Value): string {
  return value.kind === "count" ? countInWords(value) : inWords(value)
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`
}
