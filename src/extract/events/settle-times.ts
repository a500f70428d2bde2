import { daysOf } from "../../core/edtf.ts"
import type { Time } from "../../core/value.ts"
import type { Context } from "./context.ts"
import type { Draft, Fill } from "./draft.ts"

const FINE: ReadonlySet<string> = new Set(["hour", "instant"])
const DAY: ReadonlySet<string> = new Set(["day", "daypart", "hour", "instant"])
const WEEKDAYS = ["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"]

/**
 * Makes the times of one event one: "Tuesday evening" and "6:40 p.m." are one point; where the report dates its event somewhere,
 * a "Friday" or "evening" without a date that fits adds nothing and goes. What no date of the report fits stays as it is written.
 */
export function settleTimes(context: Context, drafts: readonly Draft[]): void {
  const tellings = Map.groupBy(drafts, draft => draft.sameAs ?? draft)
  for (const draft of drafts) {
    const all = (tellings.get(draft.sameAs ?? draft) ?? [draft]).flatMap(each => timesOf(each))
    const own = timesOf(draft)
    for (const [fill, time] of own) {
      const others = own.filter(([other]) => other !== fill)
      const rule = isCoarser(time, others)
        ? "coarserInSameTelling"
        : time.edtf !== ""
          ? undefined
          : fitsDate(time, all)
            ? "undatedPartOfDate"
            : isBareClock(time) && all.some(([other]) => other !== fill && !isBareClock(asTime(other)))
              ? "clockWithoutDate"
              : undefined
      if (rule === undefined) continue
      draft.fills = draft.fills.filter(other => other !== fill)
      context.trace?.({ ruleset: "events.when", at: fill.span, rule, declined: [] })
    }
  }
}

function timesOf(draft: Draft): (readonly [Fill, Time])[] {
  return draft.fills.flatMap(fill =>
    fill.slot === "when" && fill.value.kind === "time" ? [[fill, fill.value] as const] : [],
  )
}

function asTime(fill: Fill): Time {
  return fill.value as Time
}

/** The day, where a clock time of that day is told beside it. */
function isCoarser(time: Time, others: readonly (readonly [Fill, Time])[]): boolean {
  return (
    (time.precision === "day" || time.precision === "daypart") &&
    others.some(([, other]) => FINE.has(other.precision) && other.edtf.slice(0, 10) === time.edtf.slice(0, 10))
  )
}

/** A weekday's name that is that of a date of the same event, or an hour or part of its only day. */
function fitsDate(time: Time, all: readonly (readonly [Fill, Time])[]): boolean {
  const days = new Set(
    all.flatMap(([, other]) =>
      DAY.has(other.precision) && other.edtf !== "" ? (daysOf(other.edtf)?.first ?? []) : [],
    ),
  )
  if (days.size === 0) return false
  const named = WEEKDAYS.findIndex(name => time.text.toLowerCase().includes(name))
  // Day 0, 1 January 1970, was a Thursday.
  if (0 <= named) return [...days].some(day => ((day % 7) + 7) % 7 === named)
  return (
    days.size === 1 &&
    (isBareClock(time) ||
      /^(?:the |that |early |late |mid-?)*(?:morning|afternoon|evening|night|dawn|dusk)$/i.test(time.text))
  )
}

/** "6:40 p.m.", "2140 GMT", "noon": an hour without a day. */
function isBareClock(time: Time): boolean {
  return (
    time.edtf === "" &&
    /\d\s?[ap]\.?m|\d:\d\d|\b(?:gmt|utc|noon|midnight|midday|o['’]clock|hours|hrs)\b/i.test(time.text)
  )
}
