import { expect, test } from "vitest"
import type { Reading } from "../../core/reading.ts"
import type { Decision } from "../../core/store.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"

function reading(name: string, day: number): Reading {
  const builder = new ReadingBuilder({
    text: `${name} spoke after the ferry raid near Port Sella on day ${day}.`,
    publisher: `Paper ${day}`,
    published: `2031-05-0${day}`,
  })
  builder.entity(name)
  return builder.build()
}

const decision = (action: Decision["action"], subject: string, value: object): Decision => ({
  id: `${action} ${subject}`,
  action,
  subject,
  value,
  by: "Noor",
  decidedAt: "2031-06-01T00:00:00Z",
})

const readings = [reading("Luis Rey", 1), reading("Luis Rey", 2), reading("Pablo Rey", 3)]
const built = (decisions: readonly Decision[], from = readings) =>
  buildCase(from, { ...testOptions, decisions }).entities
const [luis, pablo] = ["Luis Rey", "Pablo Rey"].map(name => built([]).find(entity => entity.name === name)!)

test("a join is told with its reason, and so is the nearest one that was refused", () => {
  expect(luis!.merges).toHaveLength(1)
  expect(luis!.merges[0]!.why).toContain('the same name, "Luis Rey"')
  expect(luis!.refused).toEqual([
    { with: pablo!.id, name: "Pablo Rey", why: 'the same surname, but another first name: "Luis Rey" and "Pablo Rey"' },
  ])
})

test("a split undoes a join, says so, and stands when another report comes", () => {
  const second = luis!.mentions.find(mention => mention.reportId === readings[1]!.report.id)!
  const split = decision("split", luis!.id, { mentions: [second.localEntityId] })
  const parts = built([split]).filter(entity => entity.name === "Luis Rey")
  expect(parts).toHaveLength(2)
  expect(parts.map(part => part.merges)).toEqual([[], []])
  for (const [part, other] of [parts, [...parts].reverse()].map(([a, b]) => [a!, b!] as const))
    expect(part.refused).toContainEqual({ with: other.id, name: "Luis Rey", why: "taken apart by Noor" })
  const later = built([split], [...readings, reading("Ana Diaz", 4)])
  expect(later.filter(entity => entity.name === "Luis Rey")).toHaveLength(2)
})

test("a merge by a person is told as theirs, and a split takes it back", () => {
  const merge = decision("merge", luis!.id, { with: pablo!.id })
  const [one] = built([merge])
  expect(one!.mentions).toHaveLength(3)
  expect(one!.merges.map(({ why }) => why)).toContain("joined by Noor")
  const back = decision("split", luis!.id, { mentions: pablo!.mentions.map(mention => mention.localEntityId) })
  expect(
    built([merge, back])
      .map(entity => entity.name)
      .sort(),
  ).toEqual(["Luis Rey", "Pablo Rey"])
})

test("two that people keep apart say so, and stay two when a report comes that would join them", () => {
  const words = (entity: typeof luis) => entity!.mentions.map(({ reportId, start, end }) => ({ reportId, start, end }))
  const apart = decision("keep-apart", luis!.id, {
    kind: "entity",
    with: pablo!.id,
    words: words(luis),
    withWords: words(pablo),
  })
  const entities = built([apart])
  expect(entities).toHaveLength(2)
  for (const [name, other] of [
    ["Luis Rey", pablo!],
    ["Pablo Rey", luis!],
  ] as const)
    expect(entities.find(entity => entity.name === name)!.refused).toContainEqual({
      with: other.id,
      name: other.name,
      why: "kept apart by Noor",
    })
  // As if a later report had joined them: what a person merged before is one.
  const merge = decision("merge", luis!.id, { with: pablo!.id })
  const parts = built([merge, apart])
  expect(parts.map(({ name, mentions }) => `${name} ${mentions.length}`).sort()).toEqual(["Luis Rey 2", "Pablo Rey 1"])
})
