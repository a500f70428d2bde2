import { expect, test } from "vitest"
import type { Incident, Lineage } from "../core/casefile.ts"
import type { Attribution } from "../core/reading.ts"
import { findBlindSpots, type SeenReport } from "./blind-spots.ts"
import { buildCase } from "./build-case.ts"
import { testOptions } from "./testing/harbour.ts"
import { count, ReadingBuilder, time, town } from "./testing/reading-builder.ts"

function spotsOf(...reports: readonly (readonly [published: string | undefined, by: readonly Attribution[]])[]) {
  const readings = reports.map(([published, by], index) => {
    const builder = new ReadingBuilder({
      text: `The bombing of the harbour in Port Sella on 3 May killed 9 people, paper ${index} learned.`,
      file: `paper-${index}.txt`,
      ...(published !== undefined && { publisher: `Paper ${index}`, published }),
    })
    builder.event({
      words: "bombing",
      subtype: "bombing",
      fills: [
        { slot: "where", value: town("Port Sella", "IT") },
        { slot: "when", value: time("2031-05-03", "3 May") },
        { slot: "killed", value: count(9, 9, "people", "9 people"), by },
      ],
    })
    return builder.build()
  })
  return buildCase(readings, testOptions).case.blindSpots
}

test("officials without a name are official, witnesses are not", () => {
  const spots = (name: string) => spotsOf(["2031-05-04", [{ kind: "anonymous", name }]]).map(spot => spot.code)
  expect(spots("Orsa officials")).not.toContain("no-official-toll")
  expect(spots("two witnesses")).toContain("no-official-toll")
})

test("reports without a date are one line", () => {
  const spots = spotsOf([undefined, []], [undefined, []]).filter(spot => spot.code === "no-publication-date")
  expect(spots).toHaveLength(1)
  expect(spots[0]!.text).toMatch(/^paper-.\.txt and paper-.\.txt have no publication date/)
  expect(spots[0]!.reports).toHaveLength(2)
})

test("nothing is said where nothing is missing", () => {
  expect(spotsOf(["2031-05-04", [{ kind: "organization", name: "Health Ministry" }]])).toEqual([])
})

const seen = (id: string, dated = true): SeenReport => ({
  id,
  published: dated ? "2031-05-04" : "",
  publishedDays: dated ? { first: 22403, last: 22403 } : undefined,
  sourceName: `Paper ${id}`,
  language: "en",
})
const cites = (from: string, to: string | null, circular = true): Lineage => ({
  id: `${from}-${to}`,
  from,
  to,
  kind: "cites",
  strength: 0.1,
  evidence: [],
  passages: [],
  why: circular ? "it names it; circular: it leads back to this report" : "it names it",
})
const told = (id: string, reports: readonly string[], high = 1): Incident =>
  ({
    id,
    title: `Bombing ${id}`,
    type: "attack",
    background: false,
    when: null,
    where: null,
    facts: [
      {
        slot: "killed",
        positions: [
          { assertions: [{ attribution: [{ kind: "outlet", name: "x" }], evidence: [{ reportId: reports[0] }] }] },
        ],
      },
    ],
    reports,
    mentions: reports.map(reportId => ({ reportId, background: false })),
    origins: { low: 1, high, names: [`Origin ${id}`] },
  }) as unknown as Incident
const spotsIn = (reports: readonly SeenReport[], incidents: readonly Incident[], lineage: readonly Lineage[] = []) =>
  findBlindSpots({ reports, lineage, incidents, pack: testOptions.pack, bounded: new Set() }).map(({ text }) => text)
const many = (count: number) => [...Array(count).keys()].map(String)

test("two circles are two lines; a source outside is not denied", () => {
  const reports = many(4).map(id => seen(id))
  const lineage = [cites("0", "1"), cites("1", "0"), cites("2", "3"), cites("3", "2"), cites("3", null, false)]
  expect(spotsIn(reports, [], lineage)).toEqual([
    "Paper 0 and Paper 1 cite each other, and no source outside them",
    "Paper 2 and Paper 3 cite each other, which makes none of them a source for the other",
  ])
})

test("what is said of the main incident is said where at least half of the reports tell of it", () => {
  const reports = many(5).map(id => seen(id))
  expect(spotsIn(reports, [told("a", ["0", "1", "2"], 3)])).toEqual([
    "Bombing a: none of the tolls is attributed to an official or other named source",
  ])
  expect(spotsIn(reports, [told("a", ["0", "1"], 2)])).toEqual([])
})

test("one origin each: a line for each origin while they are few, one line for many", () => {
  const reports = many(40).map(id => seen(id))
  const incidents = many(7).map(id => told(id, [id, `${Number(id) + 10}`]))
  expect(spotsIn(reports, incidents.slice(0, 1))).toEqual([
    "no independent source in this case for Bombing 0: 2 reports, all from Origin 0",
  ])
  expect(spotsIn(reports, incidents)).toEqual([
    "no independent source in this case for 7 incidents that several reports tell, each from one origin; the list of incidents says which",
  ])
})

test("of many names the first ones are told", () => {
  const [line] = spotsIn(
    many(9).map(id => seen(id, false)),
    [],
  )
  expect(line).toMatch(/^Paper 0, Paper 1, Paper 2, Paper 3, Paper 4, Paper 5 and 3 more have no publication date/)
})
