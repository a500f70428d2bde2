import { daysOf, timeContains, timesOverlap } from "../../core/edtf.ts"
import type { Time, Value } from "../../core/value.ts"
import { isBranchName } from "../entities/compare-entities.ts"
import { nameKey } from "../entities/entity-names.ts"
import { comparePlaces, placeKey } from "../places.ts"
import { findWeekday } from "../weekdays.ts"
import { wordsOf } from "../words.ts"
import { isVague, scopeOf } from "./counts.ts"

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
    // "Last week" reaches a few days beyond the calendar week.
    const slack = a.precision === "week" || b.precision === "week" ? 4 : 0
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
    if (context.parentOf(a.entityId) === b.entityId || context.parentOf(b.entityId) === a.entityId) return "refines"
    return isBranchName(nameKey(a.name), nameKey(b.name)) ? "refines" : "conflicts"
  }
  if (a.kind === "text" && b.kind === "text") {
    const one = stemsOf(a)
    const two = stemsOf(b)
    const [few, many] = one.length <= two.length ? [one, two] : [two, one]
    if (0 < few.length && few.every(stem => many.includes(stem))) return "refines"
    return "apart"
  }
  return "apart"
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
