import { expect, test } from "vitest"
import type { EventMention, SlotFill } from "../../core/reading.ts"
import type { Place, Time } from "../../core/value.ts"
import { giveSetting } from "./give-setting.ts"

function town(name: string, area: string, precision: Place["precision"] = "settlement"): Place {
  return { kind: "place", name, country: "US", within: [area, "United States"], precision, text: name }
}

function day(edtf: string): Time {
  return { kind: "time", edtf, precision: "day", text: edtf || "Friday", method: "explicit" }
}

function fill(slot: string, value: Place | Time, score?: number): SlotFill {
  const evidence = { reportId: "r", span: { start: 0, end: 1 }, text: "x" }
  return {
    slot,
    value,
    evidence,
    attribution: [],
    rule: score === undefined ? "nearest-place" : "setting-of-report",
    ...(score !== undefined && { score }),
  }
}

function told(...fills: SlotFill[]): EventMention {
  const evidence = { reportId: "r", span: { start: 5, end: 9 }, text: "shot" }
  return {
    id: "one",
    reportId: "r",
    type: "attack",
    status: "occurred",
    background: false,
    trigger: evidence,
    description: evidence,
    sentence: { start: 0, end: 20 },
    fills,
    attribution: [],
    plural: false,
    rule: "verb-frame",
  }
}

const waco = fill("where", town("Waco", "Texas"), 0.95)
const wednesday = fill("when", day("2030-06-12"), 0.9)

function valuesOf(events: readonly EventMention[]): string[] {
  return events.flatMap(event =>
    event.fills.map(({ value }) => (value.kind === "place" ? value.name : value.kind === "time" ? value.edtf : "")),
  )
}

test("an event without a day and town gets both", () => {
  expect(valuesOf(giveSetting([told()], { when: wednesday, where: waco })).sort()).toEqual(["2030-06-12", "Waco"])
})

test("background, plots and arrests get none", () => {
  const past: EventMention = { ...told(), background: true }
  const arrest: EventMention = { ...told(), type: "arrest" }
  expect(valuesOf(giveSetting([past, arrest], { when: wednesday, where: waco }))).toEqual([])
})

test("what the rules found stays", () => {
  const own = [fill("when", day("2030-06-11")), fill("where", town("Temple", "Texas"))]
  expect(valuesOf(giveSetting([told(...own)], { when: wednesday, where: waco }))).toEqual(["2030-06-11", "Temple"])
})

test("a Friday of no date, and a month that does not hold the day, are no gaps to fill", () => {
  expect(valuesOf(giveSetting([told(fill("when", day("")))], { when: wednesday }))).toEqual([""])
  expect(valuesOf(giveSetting([told(fill("when", day("2030-03")))], { when: wednesday }))).toEqual(["2030-03"])
  expect(valuesOf(giveSetting([told(fill("when", day("2030-06")))], { when: wednesday }))).toEqual([
    "2030-06",
    "2030-06-12",
  ])
})

test("a sure town takes the place of a namesake in another area, a proposal does not", () => {
  const namesake = fill("where", town("Temple", "Georgia"))
  expect(valuesOf(giveSetting([told(namesake)], { where: waco }))).toEqual(["Waco"])
  expect(valuesOf(giveSetting([told(namesake)], { where: { ...waco, score: 0.6 } }))).toEqual(["Temple"])
})

test("a sure town that the rules gave to another event takes no place of the main one", () => {
  const other: EventMention = { ...told(fill("where", town("Waco", "Texas"))), id: "two", background: true }
  const main = told(fill("where", town("Temple", "Georgia")))
  expect(valuesOf(giveSetting([main, other], { where: waco }))).toEqual(["Temple", "Waco"])
})

test("two towns of which one is the sure one both stay", () => {
  const both = [fill("where", town("Waco", "Texas")), fill("where", town("Temple", "Georgia"))]
  expect(valuesOf(giveSetting([told(...both)], { where: waco }))).toEqual(["Waco", "Temple"])
})
