import { daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { Count, Value } from "../../core/value.ts"
import type { OriginRef } from "../lineage/count-origins.ts"
import { coarseness, isPoint, placeKey } from "../places.ts"
import { groupBy, sortBy, unique } from "../union.ts"
import { intervalsMeet, isVague, scopeOf } from "./counts.ts"
import type { Manner } from "./manner.ts"
import type { Stand } from "./positions.ts"
import type { Proposal, Told } from "./told.ts"

/** One report for one value of a slot. */
export interface Voice {
  readonly value: Value
  readonly weight: number
  readonly origin: OriginRef
  /** Day of publication, counted from 1970. */
  readonly day: number | undefined
  /** Undefined for a proposal of a learned scorer, which has a chance in its place. */
  readonly manner: Manner | undefined
  readonly chance: number | undefined
  /** It says something else that goes with the value: "at least 14" with 17, a hall with its town. */
  readonly goesAlong?: true
}

/** A value with the voices for it that are independent of each other, the strongest first. */
export interface Candidate {
  readonly key: string
  readonly value: Value
  readonly voices: readonly Voice[]
  readonly weight: number
  readonly firstDay: number | undefined
  readonly lastDay: number | undefined
}

// What a telling weighs, against 1 for a number or name that a report gives about its own event. Chosen on gva-incidents/train.
/** At the head of the report: what the news is. */
const AT_HEAD = 1.5
/** Told in passing, by a report about something else. */
const IN_PASSING = 0.4
/** Persons told of one by one, counted: often not all of them are told of. */
const ADDED_UP = 0.4
/** "At least", "about", 40 to 60: a number within it may be meant. */
const OPEN = 0.6
/** "Several", "dozens". */
const VAGUE = 0.2
/** A number of one kind of people only, such as children. */
const PART = 0.5
/** Given to somebody of a state or a service. */
const OFFICIAL = 1.2
/** Not told as plain fact. */
const UNSURE = 0.7
/** Days and places that rules read, on the scale of chances on which the learned scorer proposes its own. */
const BY_RULE = 0.5
/** A county: a town in it says more. */
const AREA = 0.5

/** The candidates for a slot, the one best supported first. */
export function toCandidates(stands: readonly Stand[], proposals: readonly Proposal[]): Candidate[] {
  const told = stands.flatMap(stand => stand.told.map(toVoice))
  const voices = [
    ...told.filter(voice => !told.some(other => replaces(other, voice))),
    ...proposals.map(toProposedVoice),
  ]
  const candidates = groupVoices(voices).map(([key, own]) => toCandidate(key, own))
  return sortBy(
    candidates,
    candidate => -candidate.weight,
    candidate => -(candidate.lastDay ?? 0),
    candidate => candidate.key,
  )
}

/** Voices by what they are for. An open number is for all exact ones that it holds, and stands for itself where it holds none. */
function groupVoices(voices: readonly Voice[]): [string, Voice[]][] {
  const groups = groupBy(
    voices.filter(({ value }) => !isOpen(value)),
    ({ value }) => candidateKey(value) ?? "",
  )
  groups.delete("")
  const exact = [...groups].map(([key, own]) => ({ key, value: own[0]!.value }))
  for (const { key, value } of exact) {
    const inside = voices.filter(voice => liesIn(voice.value, value))
    if (0 < inside.length) groups.set(key, [...groups.get(key)!, ...inside.map(voice => along(voice, value))])
    // "Two, and then himself" goes with three dead.
    const beside = voices.filter(
      voice => voice.manner?.besidesKiller && !isOpen(voice.value) && goesBeside(voice.value, value),
    )
    if (0 < beside.length) groups.set(key, [...groups.get(key)!, ...beside.map(voice => along(voice, value))])
  }
  for (const voice of voices) {
    if (voice.value.kind !== "count" || !isOpen(voice.value)) continue
    const { low, high } = voice.value
    const held = exact.filter(({ value }) => value.kind === "count" && intervalsMeet(value, voice.value as Count))
    const keys = 0 < held.length ? held.map(({ key }) => key) : isVague(voice.value) ? [] : [`${low} ${high}`]
    const own: Voice = held.length === 0 ? voice : { ...voice, goesAlong: true }
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), own])
  }
  return [...groups]
}

function goesBeside(victims: Value, all: Value): boolean {
  return victims.kind === "count" && all.kind === "count" && victims.low + 1 === all.low
}

function along(voice: Voice, value: Value): Voice {
  return { ...voice, value, goesAlong: true }
}

/** True for a place that lies in another: who names a hall names its town. */
export function liesIn(inner: Value, outer: Value): boolean {
  if (inner.kind !== "place" || outer.kind !== "place" || coarseness(outer) < coarseness(inner)) return false
  return (inner.within ?? []).some(name => placeKey({ name }) === placeKey(outer))
}

/** True for a number that leaves open which one is meant. */
function isOpen(value: Value): boolean {
  return value.kind === "count" && value.low !== value.high
}

function toVoice({ assertion, manner, origin, report }: Told): Voice {
  const weight = weightOf(assertion.value, manner) * (assertion.status === "occurred" ? 1 : UNSURE)
  return { value: assertion.value, weight, origin, day: report.publishedDays?.first, manner, chance: manner.chance }
}

function toProposedVoice({ value, chance, origin, report }: Proposal): Voice {
  const weight = Math.sqrt(chance) * coarsenessOf(value)
  return { value, weight, origin, day: report.publishedDays?.first, manner: undefined, chance }
}

function toCandidate(key: string, all: readonly Voice[]): Candidate {
  const voices = independentOf([...groupBy(all, ({ origin }) => origin.reportId).values()].flatMap(oneReport))
  const exact = all.filter(({ value }) => !isOpen(value))
  const days = (exact.length === 0 ? all : exact).flatMap(({ day }) => day ?? [])
  return {
    key,
    value: fullestOf(voices),
    voices,
    weight: voices.reduce((sum, voice) => sum + voice.weight, 0),
    firstDay: days.length === 0 ? undefined : Math.min(...days),
    lastDay: days.length === 0 ? undefined : Math.max(...days),
  }
}

/** The voices of one report: what a scorer proposes for it goes with what it says itself. */
function oneReport(voices: readonly Voice[]): Voice[] {
  const told = voices.filter(({ manner }) => manner !== undefined)
  if (told.length === 0) return [...voices]
  const chance = Math.max(0, ...voices.flatMap(voice => voice.chance ?? []))
  const weight = Math.max(...voices.map(voice => voice.weight))
  return told.map(voice => ({ ...voice, weight, chance }))
}

/** True for the newer number of one house, given as news: it corrects or continues the number it gave before. */
function replaces(newer: Voice, older: Voice): boolean {
  return (
    newer.value.kind === "count" &&
    older.value.kind === "count" &&
    newer.origin.way === older.origin.way &&
    newer.value.low !== older.value.low &&
    (older.day ?? Number.POSITIVE_INFINITY) < (newer.day ?? 0) &&
    newer.manner?.asNews === true &&
    !newer.manner.addedUp &&
    !isVague(newer.value) &&
    scopeOf(newer.value) === scopeOf(older.value)
  )
}

/** One voice for each origin and for each way by which it came in: copies, and two officials quoted by one report, count once. */
function independentOf(voices: readonly Voice[]): Voice[] {
  const used = new Set<string>()
  return sortBy(
    voices,
    voice => -voice.weight,
    voice => voice.day ?? Number.MAX_SAFE_INTEGER,
    voice => voice.origin.reportId,
    voice => voice.origin.key,
  ).filter(({ origin }) => {
    const keys = unique([origin.key, origin.way])
    if (keys.some(key => used.has(key))) return false
    for (const key of keys) used.add(key)
    return true
  })
}

/** The value as it is told, before one that was only proposed; an exact number before "at least" that; a place with the areas that hold it. */
function fullestOf(voices: readonly Voice[]): Value {
  return sortBy(
    voices,
    voice => (voice.manner === undefined ? 1 : 0),
    ({ value }) => (value.kind === "count" && value.low !== value.high ? 1 : 0),
    ({ value }) => (value.kind === "count" && scopeOf(value) !== "total" ? 1 : 0),
    ({ value }) => (value.kind === "place" && value.within === undefined ? 1 : 0),
    ({ value }) => (value.kind === "place" ? coarseness(value) : 0),
    ({ value }) => (value.kind === "time" ? value.edtf.length : 0),
    ({ weight }) => -weight,
  )[0]!.value
}

function weightOf(value: Value, manner: Manner): number {
  const base = value.kind === "count" ? 1 : manner.chance === undefined ? BY_RULE : Math.sqrt(manner.chance)
  return [
    base * coarsenessOf(value),
    manner.atHead && value.kind === "count" ? AT_HEAD : 1,
    manner.asNews ? 1 : IN_PASSING,
    manner.addedUp ? ADDED_UP : 1,
    manner.official ? OFFICIAL : 1,
    value.kind === "count" && isVague(value) ? VAGUE : isOpen(value) ? OPEN : 1,
    value.kind === "count" && scopeOf(value) !== "total" && 1 < value.low ? PART : 1,
  ].reduce((product, factor) => product * factor)
}

function coarsenessOf(value: Value): number {
  return value.kind === "place" && value.precision === "admin2" ? AREA : 1
}

/** What makes two values one candidate; undefined for values that are too loose to be chosen: "scores", "last week", a country. */
function candidateKey(value: Value): string | undefined {
  switch (value.kind) {
    case "count":
      return String(value.low)
    case "time": {
      const days = daysOf(value.edtf)
      return days !== undefined && days.first === days.last ? edtfOfDay(days.first) : undefined
    }
    case "place":
      return isPoint(value) || value.precision === "admin2" || value.precision === "unknown"
        ? placeKey(value)
        : undefined
    default:
      return undefined
  }
}
