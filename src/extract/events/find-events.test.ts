import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { eventMentionSchema } from "../../core/reading.ts"
import type { Decided } from "../../core/rules.ts"
import { analyse } from "../../english/analyse.ts"
import { politicalViolence } from "../../packs/political-violence/pack.ts"
import { readEnglish } from "../../read-english.ts"
import { findEvents } from "./find-events.ts"
import { exampleReport, marksOf } from "./mark-examples.ts"

const english = readEnglish()
const lines = ["examples.txt", "examples-kinds.txt"].flatMap(file =>
  exampleLines(readFileSync(new URL(file, import.meta.url), "utf8")).map(line => ({ ...line, file })),
)

function read(text: string) {
  const { value } = analyse(exampleReport(text), english)
  return { analysis: value, events: findEvents(value, politicalViolence).value }
}

for (const { line, number, file } of lines)
  test(`${file}:${number}`, () => {
    const { text } = readExample(line)
    expect(writeExample(text, marksOf(read(text).events))).toBe(line)
  })

test("at least 600 examples, a third of which find nothing", () => {
  expect(lines.length).toBeGreaterThanOrEqual(600)
  const empty = lines.filter(({ line }) => readExample(line).marks.length === 0)
  expect(empty.length).toBeGreaterThanOrEqual(lines.length / 3)
})

const STORY = `Bomb at Izmir courthouse

A car bomb exploded outside the courthouse in Izmir on Monday, killing six people, officials said. The attack was the first in the city since 2019.

The Meridian Front claimed responsibility for the bombing. Police detained four men on Thursday who were suspected of planning an attack on a stadium.`

test("every mention holds to the schema, and its evidence is verbatim", () => {
  const { analysis, events } = read(STORY)
  expect(events.length).toBeGreaterThan(3)
  for (const event of events) {
    eventMentionSchema.parse(event)
    const found = [
      event.trigger,
      event.description,
      ...(event.statusEvidence ? [event.statusEvidence] : []),
      ...event.fills.map(fill => fill.evidence),
    ]
    for (const { span, text } of found) expect(text).toBe(analysis.report.text.slice(span.start, span.end))
  }
})

test("slots and types are those of the pack", () => {
  const types = new Set(politicalViolence.types.map(type => type.key))
  const slots = new Set(politicalViolence.slots.map(slot => slot.key))
  for (const { line } of lines)
    for (const event of read(readExample(line).text).events) {
      expect(types).toContain(event.subtype ?? event.type)
      for (const fill of event.fills) expect(slots).toContain(fill.slot)
    }
})

test("a retelling points to the first telling", () => {
  const { events } = read(STORY)
  const ids = events.map(event => event.id)
  const again = events.filter(event => event.sameAs !== undefined)
  expect(again.map(event => event.trigger.text)).toContain("bombing")
  for (const event of again) {
    expect(ids.indexOf(event.sameAs!)).toBeGreaterThanOrEqual(0)
    expect(ids.indexOf(event.sameAs!)).toBeLessThan(ids.indexOf(event.id))
    expect(events.find(other => other.id === event.sameAs)!.sameAs).toBeUndefined()
  }
})

test("the same text gives the same mentions, and ids of a report are all different", () => {
  const first = read(STORY).events
  expect(read(STORY).events).toEqual(first)
  expect(new Set(first.map(event => event.id)).size).toBe(first.length)
})

test("the trace names the gate that answered", () => {
  const decided: Decided[] = []
  const { value } = analyse(exampleReport("He died of a heart attack in hospital."), english)
  findEvents(value, politicalViolence, one => decided.push(one))
  expect(decided.map(one => one.rule)).toEqual(["otherReading"])
})

test("the trace tells where trigger, roles, times, places and casualties come from, and what was left", () => {
  const decided: Decided[] = []
  const text = "On Monday a bomb killed six people in Izmir. The bombing came after talks since May."
  const { value } = analyse(exampleReport(text), english)
  findEvents(value, politicalViolence, one => decided.push(one))
  const rules = (ruleset: string) => decided.filter(one => one.ruleset === ruleset).map(one => one.rule)
  expect(rules("events.trigger")).toHaveLength(2)
  expect(rules("events.where")).toEqual(["nearest-place"])
  expect(rules("events.casualties")).toEqual(["killed-verb"])
  expect(rules("events.when")).toEqual(["nearest-time", null])
})

test("odd text does no harm", () => {
  for (const text of [
    "",
    "attack",
    "?!",
    "Attack attack attack on on on.",
    "killed killed killed 12 12 people",
    "\u201c attack",
  ])
    expect(() => read(text)).not.toThrow()
})
