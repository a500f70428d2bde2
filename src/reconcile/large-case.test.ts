import fc from "fast-check"
import { expect, test } from "vitest"
import { buildCase } from "./build-case.ts"
import { testOptions } from "./testing/harbour.ts"
import { TOWNS, tenStories } from "./testing/ten-stories.ts"

const readings = tenStories
const file = buildCase(readings, testOptions)
const text = JSON.stringify(file)

test("stories of a large case are told apart", () => {
  const places = file.incidents
    .filter(item => item.type === "attack")
    .map(item => `${item.title} ${item.reports.length}`)
  expect(places).toHaveLength(TOWNS.length)
  expect(places.find(line => line.includes("Brun"))).toContain(" 3")
})

test("what another story tells in passing joins the incident it tells of, with a reason", () => {
  const varn = file.incidents.find(item => item.title.includes("Varn"))!
  expect(varn.reports).toHaveLength(4)
  const passing = varn.mentions.find(mention => mention.background)!
  expect(passing.why).toContain("told in passing in another story")
  const killed = varn.facts.find(fact => fact.slot === "killed")!
  expect(killed.positions.map(position => position.assertions.length)).toEqual([4])
})

test("an entity of two bundles is one, and everything leads to it", () => {
  const column = file.entities.filter(entity => entity.name === "Dawn Column")
  expect(column).toHaveLength(1)
  const varn = file.incidents.find(item => item.title.includes("Varn"))!
  const named = varn.facts
    .find(fact => fact.slot === "perpetrator")!
    .positions.flatMap(({ value }) => (value.kind === "entity" ? [value.entityId] : []))
  expect(named).toEqual([column[0]!.id])
  expect(column[0]!.merges.some(merge => merge.why.includes("list of the world"))).toBe(true)
})

test("any order of the readings of a large case gives the same bytes; a report less is as if it had never been there", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...readings], { minLength: readings.length }), order => {
      expect(JSON.stringify(buildCase(order, testOptions))).toBe(text)
    }),
    { numRuns: 4, seed: 11 },
  )
  const rest = readings.slice(1)
  const without = JSON.stringify(buildCase(rest, testOptions))
  expect(JSON.stringify(buildCase([...rest].reverse(), testOptions))).toBe(without)
  expect(without).not.toContain(readings[0]!.report.id)
})
