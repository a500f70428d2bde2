import fc from "fast-check"
import { expect, test } from "vitest"
import type { LiveCase } from "../core/engine.ts"
import type { Reading } from "../core/reading.ts"
import type { Decision } from "../core/store.ts"
import { buildCase } from "./build-case.ts"
import { openCase } from "./live-case.ts"
import { harbour, testOptions } from "./testing/harbour.ts"
import { tenStories } from "./testing/ten-stories.ts"

const readings = [...tenStories, ...harbour()]
const byId = new Map(readings.map(reading => [reading.report.id, reading]))
/** Settles all that waits; gives the number of bundles and reports that were made anew. */
const settle = (live: LiveCase): { bundles: number; reports: number } => {
  const waiting = live.waiting()
  for (const { id, reports } of waiting)
    live.settle(
      id,
      reports.map(report => byId.get(report)!),
    )
  return { bundles: waiting.length, reports: waiting.flatMap(bundle => bundle.reports).length }
}
const fileOf = (live: LiveCase): string => {
  settle(live)
  return JSON.stringify(live.file())
}
const built = (of: readonly Reading[], options = testOptions): string => JSON.stringify(buildCase(of, options))

/** A decision to reject one of the incidents that these readings make. */
const rejecting = (of: readonly Reading[], at: number): Decision => {
  const { incidents } = buildCase(of, testOptions)
  const { id, mentions } = incidents[at % incidents.length]!
  const value = { words: [mentions[0]!.evidence] }
  return { id: "d1", decidedAt: "2031-06-01T00:00:00Z", by: "editor", action: "reject", subject: id, value }
}

test("reports that come one by one, and some that go, make the case of those that are left", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(readings, { minLength: readings.length }),
      fc.shuffledSubarray(readings, { maxLength: 12 }),
      (order, gone) => {
        const live = openCase(testOptions)
        live.add(order.slice(0, 20))
        settle(live)
        for (const reading of order.slice(20)) {
          live.add([reading])
          settle(live)
        }
        expect(fileOf(live)).toBe(built(readings))
        live.remove(gone.map(reading => reading.report.id))
        expect(fileOf(live)).toBe(built(readings.filter(reading => !gone.includes(reading))))
      },
    ),
    { numRuns: 4, seed: 2 },
  )
})

test("one more report of a large case makes only its own bundle anew", () => {
  const [last, ...first] = tenStories.toReversed()
  const live = openCase(testOptions)
  live.add(first)
  const all = settle(live)
  expect(all.reports).toBe(first.length)
  live.add([last!])
  const { bundles, reports } = settle(live)
  expect(bundles).toBe(1)
  expect(reports).toBeLessThanOrEqual(6)
})

test("a decision makes the bundles of its reports anew, and the case is that which a rebuild gives", () => {
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
  const live = openCase(testOptions)
  live.add(tenStories)
  settle(live)
  live.decide([decision])
  expect(live.waiting()).toHaveLength(1)
  settle(live)
  const decided = live.file()
  expect(decided.incidents.some(item => item.id === incident.id)).toBe(false)
  expect(JSON.stringify(decided)).toBe(built(tenStories, { ...testOptions, decisions: [decision] }))
  live.decide([])
  expect(fileOf(live)).toBe(built(tenStories))
})

test("what is accepted, hidden, graded or named makes no bundle anew, and the case is that which a rebuild gives", () => {
  const file = buildCase(tenStories, testOptions)
  const incident = file.incidents.find(item => item.title.includes("Orsa"))!
  const [assertion] = incident.facts[0]!.positions[0]!.assertions
  const words = [incident.mentions[0]!.evidence]
  const log = (
    [
      ["accept", assertion!.id, {}],
      ["correct", incident.id, { title: "The bombing of Orsa" }],
      ["grade", file.reports[0]!.id, { grade: "B2" }],
      ["hide", file.incidents.find(item => item !== incident)!.id, {}],
    ] as const
  ).map(([action, subject, value], at): Decision => {
    const decidedAt = `2031-06-01T00:00:0${at}Z`
    return { id: `d${at}`, decidedAt, by: "editor", action, subject, value: { ...value, words } }
  })
  const live = openCase(testOptions)
  live.add(tenStories)
  settle(live)
  const before = live.file()
  for (const [at] of log.entries()) {
    const decisions = log.slice(0, at + 1)
    live.decide(decisions)
    expect(live.waiting()).toEqual([])
    const now = live.file()
    expect(JSON.stringify(now)).toBe(built(tenStories, { ...testOptions, decisions }))
    // What nothing was decided about is the same object still.
    expect(now.statements[0]).toBe(before.statements[0])
  }
  live.decide([])
  expect(live.file()).toBe(before)
})

test("a withdrawn decision touches what it withdraws, and the case is as before it", () => {
  const file = buildCase(tenStories, testOptions)
  const incident = file.incidents.find(item => item.title.includes("Orsa"))!
  const one: Decision = {
    id: "d1",
    decidedAt: "2031-06-01T00:00:00Z",
    by: "editor",
    action: "reject",
    subject: incident.id,
    value: { words: [incident.mentions[0]!.evidence] },
  }
  const two: Decision = { ...one, id: "d2", action: "withdraw", subject: "d1", value: {} }
  const live = openCase({ ...testOptions, decisions: [one] })
  live.add(tenStories)
  settle(live)
  live.decide([one, two])
  expect(live.waiting()).toHaveLength(1)
  settle(live)
  expect(live.file().incidents).toEqual(file.incidents)
})

test("two incidents of stories that have nothing in common are one when a person says so", () => {
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

test("what waits must be settled with all its readings before the case is read", () => {
  const live = openCase(testOptions)
  live.add(tenStories)
  const [first] = live.waiting()
  expect(() => live.file()).toThrow("wait to be settled")
  expect(() => live.settle(first!.id, [])).toThrow(`the reading of report ${first!.reports[0]} is missing`)
  expect(() => live.settle("nothing", [])).toThrow("nothing waits as nothing")
})

test("asked for one day after the other, by any policy, it gives the case that a rebuild gives", () => {
  const days = ["2031-01-01", "2031-05-05", "2031-06-10", "2031-08-20", "2031-12-31", undefined]
  const decision: Decision = {
    id: "d1",
    decidedAt: "2031-06-01T00:00:00Z",
    by: "editor",
    action: "hide",
    subject: buildCase(tenStories, testOptions).incidents[0]!.id,
    value: {},
  }
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...days), { minLength: 2, maxLength: 4 }),
      fc.shuffledSubarray(readings, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      (asked, late, decides) => {
        const live = openCase(testOptions)
        live.add(readings.filter(reading => !late.includes(reading)))
        settle(live)
        const check = (of: readonly Reading[], decisions: readonly Decision[]) => {
          for (const asOf of asked) {
            const question = { policy: "conservative" as const, ...(asOf !== undefined && { asOf }) }
            const at = live.at(question)
            for (const { id, reports } of at.waiting())
              at.settle(
                id,
                reports.map(report => byId.get(report)!),
              )
            expect(JSON.stringify(at.file())).toBe(built(of, { ...testOptions, ...question, decisions }))
          }
        }
        check(
          readings.filter(reading => !late.includes(reading)),
          [],
        )
        if (decides) live.decide([decision])
        live.add(late)
        check(readings, decides ? [decision] : [])
        expect(fileOf(live)).toBe(built(readings, { ...testOptions, decisions: decides ? [decision] : [] }))
      },
    ),
    { numRuns: 5, seed: 3 },
  )
})

test("a day shares what the whole case has reconciled", () => {
  const live = openCase(testOptions)
  live.add(tenStories)
  const all = settle(live)
  const days = tenStories.flatMap(({ report }) => report.published?.time.edtf ?? []).sort()
  const waiting = live.at({ asOf: days.at(-2)! }).waiting()
  expect(1 < all.bundles).toBe(true)
  expect(waiting.length).toBeLessThanOrEqual(2)
})

test("a case that takes back sketches and drafts is the one that made them, and makes only what has changed", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(readings, { minLength: 26 }), fc.nat({ max: 9 }), (held, at) => {
      const decision = rejecting(held, at)
      const first = openCase({ ...testOptions, decisions: [decision] })
      first.add(held)
      const drafts = new Map(
        first.waiting().map(({ id, key, reports }) => {
          first.settle(
            id,
            reports.map(report => byId.get(report)!),
          )
          return [key, first.draft(id)]
        }),
      )
      expect(new Set(drafts.keys())).toEqual(first.keys())
      const again = openCase({ ...testOptions, decisions: [decision] })
      again.addSketches(held.map(({ report }) => first.sketch(report.id)))
      for (const { id, key } of again.waiting()) again.restore(id, drafts.get(key)!)
      expect(again.waiting()).toEqual([])
      expect(JSON.stringify(again.file())).toBe(JSON.stringify(first.file()))
      again.decide([])
      const other = again.waiting().filter(({ key }) => !drafts.has(key))
      expect(other.length).toBeGreaterThan(0)
      expect(other.length).toBeLessThan(drafts.size)
      expect(fileOf(again)).toBe(built(held))
    }),
    { numRuns: 3, seed: 5 },
  )
})

test("what was not put in is not given out, and what does not wait is not taken", () => {
  const live = openCase(testOptions)
  expect(() => live.sketch("nobody")).toThrow("report nobody is not in the case")
  expect(() => live.draft("nothing")).toThrow("nothing was settled as nothing")
  expect(() => live.restore("nothing", new Uint8Array())).toThrow("nothing waits as nothing")
})
