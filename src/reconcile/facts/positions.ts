import type { Position } from "../../core/casefile.ts"
import type { Status } from "../../core/status.ts"
import type { Time, Value } from "../../core/value.ts"
import { comparePublished, type Teller } from "../case-report.ts"
import { STATUS_ORDER } from "../incidents/telling.ts"
import { countOrigins, type OriginRef } from "../lineage/count-origins.ts"
import { compareText, groupBy, sortBy } from "../union.ts"
import type { Told } from "./told.ts"
import { areSameWords, fitsWeekday, valueKey } from "./values.ts"

/** A position with what relations are worked out from. */
export interface Stand {
  readonly position: Position
  readonly told: readonly Told[]
  readonly refs: readonly OriginRef[]
  readonly value: Value
  readonly status: Status
  /** Denied or negated: it says that the value is not so. */
  readonly against: boolean
  /** First and last day of publication of those that hold it; undefined when none has a date. */
  readonly firstDay: number | undefined
  readonly lastDay: number | undefined
}

/** True for a status that says the value is not so. */
export function isAgainst(status: Status): boolean {
  return status === "denied" || status === "negated"
}

/** Groups assertions that share a value, for it and against it apart, in order of first publication. */
export function toStands(told: readonly Told[]): Stand[] {
  const groups = groupBy(
    told,
    item => `${isAgainst(item.assertion.status) ? "against" : "for"} ${valueKey(item.assertion.value)}`,
  )
  foldWeekdays(groups)
  foldEqualTexts(groups)
  const stands = [...groups].map(([key, group]) => ({ key, stand: toStand(group) }))
  return sortBy(
    stands,
    ({ stand }) => (stand.value.kind === "time" && stand.value.edtf === "" ? 1 : 0),
    ({ stand }) => stand.firstDay ?? Number.MAX_SAFE_INTEGER,
    ({ key }) => key,
  ).map(({ stand }) => stand)
}

/** Puts "on Friday" without a date to the only day of the same event that is a Friday: it is no value of its own. */
function foldWeekdays(groups: Map<string, Told[]>): void {
  const timeOf = (group: readonly Told[]): Time | undefined => {
    const value = group[0]!.assertion.value
    return value.kind === "time" ? value : undefined
  }
  for (const [key, group] of [...groups]) {
    const name = timeOf(group)
    if (name === undefined || name.edtf !== "") continue
    const fitting = [...groups].filter(([other, told]) => {
      const day = timeOf(told)
      return sideOf(other) === sideOf(key) && day !== undefined && fitsWeekday(name, day)
    })
    if (fitting.length !== 1) continue
    groups.delete(key)
    groups.set(fitting[0]![0], [...fitting[0]![1], ...group])
  }
}

/** Puts words that differ only in their forms into one position: "the Argentine police" and "Argentinian police", "the Varnish embassy" and the name that it is. */
function foldEqualTexts(groups: Map<string, Told[]>): void {
  for (const [key, told] of [...groups]) {
    const { value } = told[0]!.assertion
    if (value.kind !== "text") continue
    const named = [...groups].find(([other, { 0: first }]) => {
      const name = first!.assertion.value
      return (
        name.kind === "entity" &&
        sideOf(other) === sideOf(key) &&
        areSameWords({ ...name, kind: "text", norm: name.name }, value)
      )
    })
    if (named === undefined) continue
    groups.set(named[0], [...named[1], ...told])
    groups.delete(key)
  }
  const texts = [...groups].filter(([, told]) => told[0]!.assertion.value.kind === "text").map(([key]) => key)
  const keys = texts.sort(compareText)
  for (const [index, key] of keys.entries()) {
    const same = keys
      .slice(0, index)
      .find(
        other =>
          groups.has(other) &&
          sideOf(other) === sideOf(key) &&
          areSameWords(groups.get(other)![0]!.assertion.value, groups.get(key)![0]!.assertion.value),
      )
    if (same === undefined) continue
    groups.set(same, [...groups.get(same)!, ...groups.get(key)!])
    groups.delete(key)
  }
}

function sideOf(key: string): string {
  return key.slice(0, key.indexOf(" "))
}

function toStand(group: readonly Told[]): Stand {
  const byTime = [...group].sort(
    (a, b) =>
      comparePublished(a.report, b.report) ||
      a.assertion.evidence[0]!.start - b.assertion.evidence[0]!.start ||
      (a.assertion.id < b.assertion.id ? -1 : 1),
  )
  const status = sortBy(byTime, item => STATUS_ORDER.indexOf(item.assertion.status))[0]!.assertion.status
  const refs = byTime.map(item => item.origin)
  const dated = byTime.map(item => item.report).filter(report => report.publishedDays !== undefined)
  const days = dated.map(report => report.publishedDays!)
  const values = byTime.map(item => item.assertion.value)
  // A day stands for those that only name its day of the week, a name for those that say it as words.
  const value = values.find(one => one.kind === "entity") ?? values.find(isDated) ?? values[0]!
  return {
    position: {
      value,
      status,
      assertions: byTime.map(item => item.assertion),
      origins: countOrigins(refs),
      firstReported: dated[0]?.published ?? "",
      lastReported: latest(dated)?.published ?? "",
    },
    told: byTime,
    refs,
    value,
    status,
    against: isAgainst(status),
    firstDay: days.length === 0 ? undefined : Math.min(...days.map(day => day.first)),
    lastDay: days.length === 0 ? undefined : Math.max(...days.map(day => day.last)),
  }
}

function isDated(value: Value): boolean {
  return value.kind !== "time" || value.edtf !== ""
}

function latest(reports: readonly Teller[]): Teller | undefined {
  return [...reports].sort(comparePublished).at(-1)
}
