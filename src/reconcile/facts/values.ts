import { daysOf, timeContains, timesOverlap } from "../../core/edtf.ts"
import type { EntityRef, Time, Value } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"
import { isBranchName } from "../entities/compare-groups.ts"
import { nameKey } from "../entities/name-key.ts"
import { comparePlaces, placeKey } from "../places.ts"
import { findWeekday } from "../weekdays.ts"
import { isVague, scopeOf } from "./counts.ts"

/** Days by which a loose time may miss: a week is seldom counted from Monday. */
export const SLACK_DAYS = 3
/** A toll rises while the news is fresh: two numbers told of an event longer ago than this many days contradict each other. */
export const FRESH_DAYS = 60
/** Long words that share this many first letters are forms of one. */
const ROOT = 7

/** How two values of one slot go together when no time of publication is looked at. */
export type ValueRelation = "equal" | "refines" | "overlaps" | "conflicts" | "apart"

/** What is known beside the values themselves. */
export interface ValueContext {
  /** Id of the entity of which this one is a branch, when the world's list knows it. */
  readonly parentOf: (entityId: string) => string | undefined
  /** Last day on which the incident can have happened, when it is known. */
  readonly happened?: number | undefined
}

/** Key under which equal values fall together. */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case "time":
      return value.edtf === "" ? `time ?${value.text.toLowerCase()}` : `time ${value.edtf.replace(/T.*$/, "")}`
    case "count":
      return `count ${scopeOf(value)} ${value.low} ${value.high ?? "-"} ${isVague(value) ? value.text.toLowerCase() : ""}`
    case "place":
      return `place ${placeKey(value)} ${value.country ?? ""}`
    case "entity":
      return `entity ${value.entityId}`
    case "text":
      return `text ${stemsOf(value).join(" ")}`
  }
}

/** How two values go together: a month and a day in it refine, two days conflict. "apart" means that they speak of different things and both may hold. */
export function compareValues(a: Value, b: Value, context: ValueContext): ValueRelation {
  if (valueKey(a) === valueKey(b)) return "equal"
  if (a.kind === "time" && b.kind === "time") {
    const one = daysOf(a.edtf)
    const two = daysOf(b.edtf)
    if (one === undefined || two === undefined) return fitsWeekday(a, b) || fitsWeekday(b, a) ? "refines" : "apart"
    // "Last week" and "around 20 March" reach a few days beyond what they name.
    const slack = isLoose(a) || isLoose(b) ? SLACK_DAYS : 0
    if (0 < slack && one.first <= two.last + slack && two.first <= one.last + slack) return "refines"
    if (timeContains(a.edtf, b.edtf) || timeContains(b.edtf, a.edtf)) return "refines"
    return timesOverlap(a.edtf, b.edtf) ? "overlaps" : "conflicts"
  }
  if (a.kind === "place" && b.kind === "place") {
    const relation = comparePlaces(a, b)
    return relation === "same"
      ? "equal"
      : relation === "apart"
        ? "conflicts"
        : relation === "unknown"
          ? "apart"
          : "refines"
  }
  if (a.kind === "entity" && b.kind === "entity") {
    return isBranchOf(a, b, context) || isBranchOf(b, a, context) ? "refines" : "conflicts"
  }
  if (a.kind === "text" && b.kind === "text") {
    const one = stemsOf(a)
    const two = stemsOf(b)
    const [few, many] = one.length <= two.length ? [one, two] : [two, one]
    const alike = 0 < few.length && few.every(stem => many.some(other => isSameWord(stem, other)))
    if (alike) return areSameWords(a, b) ? "equal" : "refines"
    return "apart"
  }
  return "apart"
}

/** True for two texts with the same words of content, each in any of its forms. */
export function areSameWords(a: Value, b: Value): boolean {
  if (a.kind !== "text" || b.kind !== "text") return false
  const one = stemsOf(a)
  const two = stemsOf(b)
  return one.length === two.length && 0 < one.length && one.every(stem => two.some(other => isSameWord(stem, other)))
}

/** True when the first group is a branch of the second: the world's list says so, or its name holds the other's. */
export function isBranchOf(branch: EntityRef, parent: EntityRef, context: ValueContext): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = branch.entityId; at !== undefined && !seen.has(at); at = context.parentOf(at)) {
    if (at === parent.entityId) return at !== branch.entityId
    seen.add(at)
  }
  const own = nameKey(branch.name)
  const other = nameKey(parent.name)
  return other.length < own.length && isBranchName(own, other)
}

/** The same word, or another form of a long one: "Argentine" and "Argentinian". */
function isSameWord(a: string, b: string): boolean {
  return a === b || (ROOT <= Math.min(a.length, b.length) && a.slice(0, ROOT) === b.slice(0, ROOT))
}

/** True for a time that is not meant to the day: "last week", "around 20 March". */
export function isLoose(time: Time): boolean {
  return time.precision === "week" || time.edtf.includes("~")
}

/** True when `day` is one day and `name` only names that day of the week. */
export function fitsWeekday(name: Time, day: Time): boolean {
  const weekday = name.edtf === "" ? findWeekday(name.text) : undefined
  const days = daysOf(day.edtf)
  // 1970-01-01, day 0, was a Thursday.
  return weekday !== undefined && days !== undefined && days.first === days.last && (days.first + 4) % 7 === weekday.day
}

function stemsOf(value: { readonly norm: string; readonly text: string }): string[] {
  const stems = wordsOf(value.norm === "" ? value.text : value.norm).flatMap(word => (word.empty ? [] : [word.stem]))
  return [...new Set(stems)].sort()
}
