import { expect, test } from "vitest"
import type { EntityType } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"

/** One report for each text with its named entities; the names of each entity of the case. */
function namesOf(...reports: readonly (readonly [string, EntityType, readonly string[]])[]): string[][] {
  const readings = reports.map(([text, type, names], index) => {
    const builder = new ReadingBuilder({ text, publisher: `Paper ${index}`, published: `2031-05-0${index + 1}` })
    for (const name of names) builder.entity(name, type)
    return builder.build()
  })
  return buildCase(readings, testOptions)
    .entities.map(entity => [entity.name, ...entity.aliases.map(alias => alias.name)].sort())
    .sort()
}

test("two translations that give the same second name are one group", () => {
  expect(
    namesOf(
      ["The “Southern Tide” organization (Marea Austral) did it.", "organization", ["Southern Tide", "Marea Austral"]],
      ["Austral Tide, also known as Marea Austral, did it.", "armed-group", ["Austral Tide", "Marea Austral"]],
    ),
  ).toEqual([["Austral Tide", "Marea Austral", "Southern Tide"]])
})

test("a nickname belongs to the person it stands beside", () => {
  expect(
    namesOf([
      "Tomas Arrieta, a former pilot who goes by “El Practico,” leads it.",
      "person",
      ["Tomas Arrieta", "El Practico"],
    ]),
  ).toEqual([["El Practico", "Tomas Arrieta"]])
})

test("a short form belongs to the only group of the report with that name", () => {
  expect(
    namesOf(["The Dawn Column denied it. Nobody saw the Column.", "armed-group", ["Dawn Column", "Column"]]),
  ).toEqual([["Column", "Dawn Column", "the Column"]])
  expect(
    namesOf([
      "The Dawn Column and the Iron Column fought. Nobody saw the Column.",
      "armed-group",
      ["Dawn Column", "Iron Column", "Column"],
    ]),
  ).toHaveLength(3)
})

test.each([
  ["The Dawn Column fought the River Guard (Ana Diaz said).", "armed-group", ["Dawn Column", "River Guard"]],
  ["Ana Diaz, a pilot, met Luis Rey, known for his boats.", "person", ["Ana Diaz", "Luis Rey"]],
  ["The Dawn Column met men of a group known as the River Guard.", "armed-group", ["Dawn Column", "River Guard"]],
] as const)("nothing is introduced: %s", (text, type, names) => {
  expect(namesOf([text, type, names])).toHaveLength(2)
})
