import { daysOf, timeContains } from "../../core/edtf.ts"
import { type EventMention, isProposal, type SlotFill } from "../../core/reading.ts"
import type { Place, Value } from "../../core/value.ts"
import type { Setting } from "./find-setting.ts"
import { isMain } from "./scene.ts"

/**
 * Gives the day and town of the report to the event it is about, where the rules found none for any telling of that event. A sure town also takes
 * the place of a namesake far away: in a report about Chicago "Austin" is a quarter of it and not the town in Texas.
 */
export function giveSetting(events: readonly EventMention[], { when, where }: Setting): EventMention[] {
  const host = events.find(isMain)
  if (!host) return [...events]
  const root = host.sameAs ?? host.id
  const isTelling = (event: EventMention) => event.id === root || event.sameAs === root
  const far =
    where && !isOfAnother(where, events, isTelling)
      ? placesFarFrom(where, events.filter(isTelling))
      : new Set<SlotFill>()
  const told = events.filter(isTelling).flatMap(event => event.fills.filter(fill => !far.has(fill)))
  const missing = [when, where].filter(fill => fill !== undefined && !told.some(own => answers(own, fill)))
  if (missing.length === 0 && far.size === 0) return [...events]
  return events.map(event => {
    if (!isTelling(event)) return event
    const fills = event.fills.filter(fill => !far.has(fill))
    return { ...event, fills: event === host ? inOrder([...fills, ...(missing as SlotFill[])]) : fills }
  })
}

/** Whether the rules gave the town to another event: the report tells of several, and the main one keeps a place far from it. */
function isOfAnother(
  { value: town }: SlotFill,
  events: readonly EventMention[],
  isTelling: (event: EventMention) => boolean,
): boolean {
  return events.some(
    event =>
      !isTelling(event) &&
      event.fills.some(
        ({ slot, value }) =>
          slot === "where" && value.kind === "place" && town.kind === "place" && value.name === town.name,
      ),
  )
}

/** The towns that rules gave to the event in another area than the sure one; none where the sure one is among those of the rules. */
function placesFarFrom(where: SlotFill, tellings: readonly EventMention[]): ReadonlySet<SlotFill> {
  const town = where.value
  const fills = tellings.flatMap(event => event.fills).filter(fill => fill.slot === "where" && isFine(fill.value))
  if (isProposal(where) || town.kind !== "place" || town.country === undefined) return new Set()
  const isTold = fills.some(
    ({ value }) => value.kind === "place" && (value.name === town.name || value.within?.includes(town.name)),
  )
  if (isTold) return new Set()
  return new Set(fills.filter(({ value }) => value.kind === "place" && areaOf(value) !== areaOf(town)))
}

function areaOf({ country, within }: Place): string {
  return [country, within?.at(-2)].join("|")
}

/** Whether a fill of the rules already tells a day or a town, or one that the words leave open and that another must not fill in: "Friday". */
function answers(own: SlotFill, fill: SlotFill): boolean {
  if (own.slot !== fill.slot) return false
  if (own.value.kind === "time" && fill.value.kind === "time")
    return isFine(own.value) || !timeContains(own.value.edtf, fill.value.edtf)
  return isFine(own.value)
}

function isFine(value: Value): boolean {
  if (value.kind === "time") {
    const days = daysOf(value.edtf)
    return days !== undefined && days.first === days.last
  }
  return value.kind === "place" && !/^(?:country|region|admin1|unknown)$/.test(value.precision)
}

function inOrder(fills: readonly SlotFill[]): SlotFill[] {
  return fills.toSorted(
    (a, b) =>
      a.evidence.span.start - b.evidence.span.start ||
      a.evidence.span.end - b.evidence.span.end ||
      (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0),
  )
}
