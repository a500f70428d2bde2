import fc from "fast-check"
import { expect, test } from "vitest"
import type { Reading } from "../core/reading.ts"
import type { Decision } from "../core/store.ts"
import { buildCase } from "./build-case.ts"
import { LiveCase } from "./live-case.ts"
import { harbour, testOptions } from "./testing/harbour.ts"
import { tenStories } from "./testing/ten-stories.ts"

const readings = [...tenStories, ...harbour()]
const byId = new Map(readings.map(reading => [reading.report.id, reading]))
const load = (ids: readonly string[]): Promise<Reading[]> => Promise.resolve(ids.map(id => byId.get(id)!))
const built = (of: readonly Reading[], options = testOptions): string => JSON.stringify(buildCase(of, options))

test("reports that come one by one, and some that go, make the case of those that are left", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(readings, { minLength: readings.length }),
      fc.shuffledSubarray(readings, { maxLength: 12 }),
      async (order, gone) => {
        const live = new LiveCase(testOptions, load)
        live.add(order.slice(0, 20))
        await live.settle()
        for (const reading of order.slice(20)) {
          live.add([reading])
          await live.settle()
        }
        expect(JSON.stringify(await live.file())).toBe(built(readings))
        live.remove(gone.map(reading => reading.report.id))
        expect(JSON.stringify(await live.file())).toBe(built(readings.filter(reading => !gone.includes(reading))))
      },
    ),
    { numRuns: 4, seed: 2 },
  )
})

test("one more report of a large case makes only its own bundle anew", async () => {
  const [last, ...first] = tenStories.toReversed()
  const live = new LiveCase(testOptions, load)
  live.add(first)
  const all = await live.settle()
  expect(all.reports).toBe(first.length)
  live.add([last!])
  const { bundles, reports } = await live.settle()
  expect(bundles).toBe(1)
  expect(reports).toBeLessThanOrEqual(6)
})

test("a decision makes the bundles of its reports anew, and the case is that which a rebuild gives", async () => {
  const file = buildCase(tenStories, testOptions)
  const incident = file.incidents.find(item => item.title.includes("Orsa"))!
  const mention = incident.mentions[0]!
  const decision: Decision = {
    id: "d1",
    decidedAt: "2031-06-01T00:00:00Z",
    by: "editor",
    action: "reject",
    subject: incident.id,
    value: { words: [mention.evidence] },
  }
  const live = new LiveCase(testOptions, load)
  live.add(tenStories)
  await live.settle()
  await live.decide([decision])
  expect(live.waiting).toBe(1)
  const decided = await live.file()
  expect(decided.incidents.some(item => item.id === incident.id)).toBe(false)
  expect(JSON.stringify(decided)).toBe(built(tenStories, { ...testOptions, decisions: [decision] }))
  await live.decide([])
  expect(JSON.stringify(await live.file())).toBe(built(tenStories))
})

test("two incidents of stories that have nothing in common are one when a person says so", async () => {
  const file = buildCase(tenStories, testOptions)
  const [one, two] = ["Kell", "Lund"].map(name => file.incidents.find(item => item.title.includes(name))!)
  const decision: Decision = {
    id: "d2",
    decidedAt: "2031-06-01T00:00:00Z",
    by: "editor",
    action: "merge",
    subject: one!.id,
    value: { with: two!.id, words: [one!.mentions[0]!.evidence], withWords: [two!.mentions[0]!.evidence] },
  }
  const merged = buildCase(tenStories, { ...testOptions, decisions: [decision] })
  expect(merged.problems.filter(problem => problem.code === "decision-no-longer-applies")).toEqual([])
  expect(merged.incidents.find(item => item.id === one!.id || item.id === two!.id)!.reports).toHaveLength(6)
})
