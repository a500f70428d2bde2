import { expect, test } from "vitest"
import { type CaseFile, caseFileSchema, type Incident, type Warning } from "../../../core/casefile.ts"
import { dayNumber } from "../../../core/edtf.ts"
import type { Place } from "../../../core/value.ts"
import { type CaseIndex, indexCase } from "../case-index.ts"
import { caseOf } from "../testing/small-case.ts"
import {
  warningsAskedSchema,
  warningsView,
  warningsViewSchema,
  warningView,
  warningViewSchema,
} from "../warnings/warnings-view.ts"
import { erasOf } from "./timeline-eras.ts"
import { timelineList, timelineListAskedSchema } from "./timeline-list.ts"
import { timelineView, timelineViewSchema } from "./timeline-view.ts"

const origins = { low: 1, high: 1, names: ["Evening News"] }
const time = (edtf: string) => ({ kind: "time", edtf, precision: "day", text: "", method: "explicit" }) as const
const town = (name: string, country: string, lat: number): Place => ({
  kind: "place",
  name,
  text: name,
  precision: "settlement",
  country,
  within: [country === "AA" ? "Aland" : "Beland"],
  lat,
  lon: 5,
})

const report = (id: string, day: string) => ({
  id,
  title: id,
  language: "en",
  encoding: "utf-8",
  text: "A fire broke out at the mill.",
  blocks: [],
  removed: [],
  repairs: [],
  ...(day !== "" && { published: { edtf: day, method: "meta" } }),
})
const evidence = { reportId: "r1", start: 2, end: 6, text: "fire" }

function incident(id: string, more: Partial<Incident>): Incident {
  return {
    id,
    code: id.toUpperCase(),
    type: "attack",
    status: "occurred",
    title: `Fire ${id}`,
    background: false,
    when: null,
    where: null,
    facts: [],
    statements: [],
    warnings: [],
    reports: ["r1"],
    mentions: [
      {
        id: `m-${id}`,
        reportId: "r1",
        status: "occurred",
        background: false,
        evidence,
        sentence: evidence,
        why: "",
        rule: "r",
      },
    ],
    origins,
    ...more,
  }
}

function warning(id: string, more: Partial<Warning>): Warning {
  return {
    id,
    kind: "advisory",
    issuer: { name: "Fire service" },
    audience: [],
    channel: "public",
    issued: time("2031-10-20"),
    firstReported: "2031-10-21",
    subject: {},
    outcome: "open",
    incidents: [],
    hindsight: false,
    reports: ["r1"],
    origins,
    evidence: [evidence],
    mentions: ["w"],
    rule: "r",
    ...more,
  }
}

const openCaseOf = (incidents: readonly Incident[], warnings: readonly Warning[] = []): CaseIndex =>
  indexCase({
    ...caseFileSchema.parse(caseOf({ reports: [report("r1", ""), report("r2", "2031-11-06")] as CaseFile["reports"] })),
    incidents,
    warnings,
  })

const fires = openCaseOf(
  [
    incident("now", {
      when: time("2031-11-04"),
      where: town("Port Alder", "AA", 10),
      reports: ["r1", "r2"],
      warnings: ["w1"],
    }),
    incident("there", { when: time("2031-11"), where: town("Bay", "BB", 20) }),
    incident("old", { when: time("2026-08-14"), where: town("Port Alder", "AA", 10) }),
    incident("undated", { where: { kind: "text", text: "a hotel", norm: "hotel" } }),
  ],
  [
    warning("w1", {
      horizon: time("2031-11-10"),
      outcome: "fulfilled",
      incidents: [{ id: "now", leadDays: { low: 15, high: 15 }, why: "in Port Alder" }],
    }),
    warning("w2", { issued: time(""), hindsight: true, channel: "private", issuer: { name: "A guard" } }),
  ],
)

test("the line of days opens at the story; what lies years before is counted and can be gone to", () => {
  const view = timelineViewSchema.parse(timelineView(fires, {}))
  expect(view.marks.map(({ id }) => id)).toEqual(["there", "now"])
  expect(view.incidents).toMatchObject({ shown: 2, total: 4, earlier: 1, later: 0, undated: 1, elsewhere: 0 })
  expect(view.before?.first).toBeLessThan(dayNumber(2026, 8, 14))
  expect(view.bars.map(({ id, met }) => [id, met[0]?.lead])).toEqual([["w1", "15 days later"]])
  expect(view.undated.marks.map(({ id }) => id)).toEqual(["undated"])
  expect(view.reports).toMatchObject([{ count: 1, numbers: [1] }])
})

test("all days hold what has no date too", () => {
  const view = timelineView(fires, { days: "all" })
  expect(view.incidents).toMatchObject({ shown: 4, earlier: 0, later: 0 })
  expect(view.unplaced.marks.map(({ id }) => id)).toEqual(["undated"])
})

test("a stretch of days filters the map, and an area the line of days", () => {
  const early = timelineView(fires, { days: "2026-01-01/2026-12-31" })
  expect(early.places.map(({ name, incidents }) => [name, incidents])).toEqual([["Port Alder", 1]])
  const there = timelineView(fires, { area: "BB" })
  expect(there.area).toEqual({ key: "BB", name: "Beland" })
  expect(there.marks.map(({ id }) => id)).toEqual(["there"])
  expect(there.incidents.elsewhere).toBe(1)
  expect(there.places.map(({ name, chosen }) => [name, chosen])).toEqual([
    ["Port Alder", false],
    ["Bay", true],
  ])
  const place = there.places[0]!.key
  const here = timelineView(fires, { area: place })
  expect(here.marks.map(({ id }) => id)).toEqual(["now"])
  expect(here.bars.map(({ id }) => id)).toEqual(["w1"])
})

test("days that are none are the caller's fault", () => {
  expect(() => timelineView(fires, { days: "2031-11-10/2031-11-01" })).toThrow("no stretch")
  expect(() => timelineView(fires, { days: "tomorrow" })).toThrow("no stretch")
})

test("a case without dates has a list and no line", () => {
  const view = timelineViewSchema.parse(timelineView(openCaseOf([incident("undated", {})]), {}))
  expect(view.incidents.shown).toBe(1)
})

test("the list has the same items, page by page, what has no date last", () => {
  const ask = (more: object) => timelineList(fires, timelineListAskedSchema.parse({ days: "all", ...more }))
  expect(ask({}).rows.map(({ id }) => id)).toEqual(["old", "w1", "there", "now", "undated", "w2"])
  expect(ask({ offset: "1", limit: "2" }).rows.map(({ id }) => id)).toEqual(["w1", "there"])
  expect(ask({ kind: "warning" }).total).toBe(2)
})

test("what is too much to draw one by one is counted", () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    incident(`i${at}`, { when: time(`2031-11-${String(1 + (at % 28)).padStart(2, "0")}`) }),
  )
  const view = timelineView(openCaseOf(many), { days: "2031-11-01/2031-11-30" })
  expect(view.marks).toHaveLength(120)
  expect(view.moreMarks.reduce((sum, { count }) => sum + count, 0)).toBe(380)
})

test("the strip is broken where nothing lies, so that the story keeps its room", () => {
  const item = (edtf: number) => ({ kind: "incident" as const, days: { first: edtf, last: edtf } })
  const eras = erasOf([item(0), item(5000), item(5001), item(5030)])
  expect(eras.map(({ first, last, incidents }) => [first, last, incidents])).toEqual([
    [0, 0, 1],
    [5000, 5030, 3],
  ])
  expect(eras.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  expect(eras[1]!.share).toBeGreaterThan(eras[0]!.share)
  expect(eras.map(({ short }) => short)).toEqual(["Jan 1970", "Sep-Oct 1983"])
})

const ledger = (more: object) => warningsViewSchema.parse(warningsView(fires, warningsAskedSchema.parse(more)))

test("the ledger is in order of issue, what has no day last in both directions", () => {
  expect(ledger({}).rows.map(({ id }) => id)).toEqual(["w1", "w2"])
  expect(ledger({ order: "down" }).rows.map(({ id }) => id)).toEqual(["w1", "w2"])
  expect(ledger({ sort: "issuer" }).rows.map(({ id }) => id)).toEqual(["w2", "w1"])
})

test("the ledger is narrowed, and says what else could be chosen", () => {
  const view = ledger({ hindsight: "yes" })
  expect(view.rows.map(({ id }) => id)).toEqual(["w2"])
  expect(view).toMatchObject({ inCase: 2, total: 1, undated: 1, window: null })
  expect(view.choices.hindsight.map(({ key, count }) => [key, count])).toEqual([
    ["yes", 1],
    ["no", 1],
  ])
  expect(view.choices.channel).toEqual([{ key: "private", words: "private", count: 1 }])
  expect(ledger({ incident: "now" }).rows[0]?.incidents[0]).toMatchObject({ code: "NOW", lead: "15 days later" })
})

test("one warning with all words of each report; hindsight is explained where it applies", () => {
  const view = warningViewSchema.parse(warningView(fires, "w2"))
  expect(view.reports).toMatchObject([{ reportId: "r1", number: 2, evidence: [{ text: "fire", before: "A " }] }])
  expect(view.hindsightWords).toContain("after the incident")
  expect(warningView(fires, "w1").hindsightWords).toBeUndefined()
  expect(() => warningView(fires, "nothing")).toThrow("no warning nothing")
})
