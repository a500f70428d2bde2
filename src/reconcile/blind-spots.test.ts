import { expect, test } from "vitest"
import type { Attribution } from "../core/reading.ts"
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
