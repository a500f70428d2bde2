import fc from "fast-check"
import { expect, test } from "vitest"
import { caseFileSchema } from "../core/casefile.ts"
import { buildCase } from "./build-case.ts"
import { harbour, testOptions } from "./testing/harbour.ts"

const readings = harbour()
const file = buildCase(readings, testOptions)
const text = JSON.stringify(file)
const bombing = file.incidents.find(incident => incident.subtype === "bombing" && incident.status === "occurred")!
const fact = (slot: string) => bombing.facts.find(item => item.slot === slot)!

test("the case follows its schema", () => {
  expect(caseFileSchema.safeParse(file).error).toBeUndefined()
})

test("any order of readings, and any of them twice, gives the same bytes", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(readings, { minLength: readings.length }),
      fc.subarray(readings),
      (shuffled, again) => {
        expect(JSON.stringify(buildCase([...shuffled, ...again], testOptions))).toBe(text)
      },
    ),
    { numRuns: 30, seed: 7 },
  )
})

test("a case without a report is the case as if it had never been there", () => {
  for (const out of readings) {
    const rest = readings.filter(reading => reading !== out)
    const without = JSON.stringify(buildCase(rest, testOptions))
    expect(JSON.stringify(buildCase([...rest].reverse(), testOptions))).toBe(without)
    expect(without.includes(out.report.id)).toBe(false)
  }
})

test("every piece of evidence is the slice of its report", () => {
  const texts = new Map(file.reports.map(report => [report.id, report.text]))
  const check = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + check(item), 0)
    if (value === null || typeof value !== "object") return 0
    const item = value as { reportId?: string; start?: number; end?: number; text?: string }
    let found = 0
    if (item.reportId !== undefined && item.start !== undefined && item.end !== undefined && item.text !== undefined) {
      expect(texts.get(item.reportId)!.slice(item.start, item.end)).toBe(item.text)
      found = 1
    }
    return Object.values(value).reduce<number>((sum, inner) => sum + check(inner), found)
  }
  expect(check(file)).toBeGreaterThan(50)
})

test("one bombing is told by five reports, the arrests and the plot stand apart", () => {
  expect(bombing.reports).toHaveLength(5)
  expect(bombing.title).toBe("Bombing of the ferry terminal, Port Sella, 3 May 2031")
  expect(bombing.code).toMatch(/^POR-[2-9A-HJKMNP-Z]{3}$/)
  expect(file.incidents.map(incident => [incident.title, incident.status, incident.background])).toEqual(
    expect.arrayContaining([
      ["Arrest of 4 men, Varn, 30 April 2031", "occurred", false],
      ["Foiled bombing of the football tournament, Varn", "foiled", false],
      ["Shooting in Port Sella, 2024", "occurred", true],
    ]),
  )
  expect(file.incidents).toHaveLength(4)
})

test("tolls rise, vague words agree, days contradict", () => {
  expect(fact("killed").relation).toBe("update")
  expect(fact("killed").value).toMatchObject({ low: 17, high: 17 })
  expect(fact("killed").why).toContain("rose from 9 or more (2031-05-03) to 17 (2031-05-06)")
  expect(fact("when").relation).toBe("contradict")
  expect(fact("when").value).toMatchObject({ edtf: "2031-05-03" })
  expect(fact("claimed-by").relation).toBe("single")
})

test("a copy adds no origin", () => {
  const nine = fact("killed").positions.find(position => position.value.kind === "count" && position.value.low === 9)!
  expect(nine.assertions).toHaveLength(2)
  expect(nine.origins).toEqual({ low: 1, high: 1, names: ["Orsa Wire"] })
  expect(file.lineage.filter(item => item.to !== null)).toMatchObject([{ kind: "copies", strength: 1 }])
  expect(file.lineage.filter(item => item.to === null)).toMatchObject([{ kind: "cites", source: "Orsa Wire" }])
  expect(fact("killed").origins.names).toEqual(["Health Ministry", "Orsa Wire", "undated.txt"])
  expect(fact("killed").origins).toMatchObject({ low: 2, high: 3 })
})

test("the embassy's notice came two days before", () => {
  expect(file.warnings).toHaveLength(1)
  expect(file.warnings[0]).toMatchObject({
    outcome: "fulfilled",
    hindsight: true,
    firstReported: "2031-05-06",
    incidents: [{ id: bombing.id, leadDays: { low: 2, high: 2 } }],
  })
  expect(bombing.warnings).toEqual([file.warnings[0]!.id])
})

test("as known on a day, later reports are not there and undated ones are kept", () => {
  const early = buildCase(readings, { ...testOptions, asOf: "2031-05-04" })
  expect(early.reports).toHaveLength(3)
  expect(early.case.blindSpots.map(spot => spot.code)).toContain("no-publication-date")
  const known = early.incidents.find(incident => incident.subtype === "bombing")!
  expect(known.facts.find(item => item.slot === "killed")!.value).toMatchObject({ low: 9, high: null })
})

test("blind spots are only what the input shows", () => {
  expect(file.case.blindSpots.map(spot => spot.code).sort()).toEqual(
    ["copies", "no-publication-date", "no-official-toll"].sort(),
  )
  expect(JSON.stringify(file.case.blindSpots)).not.toContain("uncorroborated")
})

test("two reports of one coast guard chief give one utterance", () => {
  expect(file.utterances).toMatchObject([{ speaker: { name: "Ana Diaz" }, sameWords: true }])
})

test("an empty case, and reports without events, are cases too", () => {
  expect(buildCase([], testOptions)).toMatchObject({ reports: [], incidents: [], case: { blindSpots: [] } })
  const bare = readings.map(reading => ({
    ...reading,
    events: [],
    statements: [],
    warnings: [],
    entities: [],
    citations: [],
    profiles: [],
  }))
  expect(caseFileSchema.safeParse(buildCase(bare, testOptions)).error).toBeUndefined()
})

test("every policy gives a case, and only values differ", () => {
  const plain = (policy: "conservative" | "latest-credible" | "low-best-high") =>
    buildCase(readings, { ...testOptions, policy })
      .incidents.find(incident => incident.id === bombing.id)!
      .facts.find(item => item.slot === "killed")!
  expect(plain("conservative").value).toMatchObject({ low: 9 })
  expect(plain("latest-credible").value).toMatchObject({ low: 17, high: 17 })
  expect(plain("low-best-high").value).toMatchObject({
    low: 9,
    high: 17,
    text: "low 9, best 17, high 17",
  })
  for (const policy of ["conservative", "latest-credible", "low-best-high"] as const)
    expect(plain(policy).positions).toEqual(fact("killed").positions)
})
