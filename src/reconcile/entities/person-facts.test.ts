import { expect, test } from "vitest"
import { toCaseReport } from "../case-report.ts"
import { toPublishers } from "../lineage/publishers.ts"
import { ReadingBuilder, town } from "../testing/reading-builder.ts"
import { compareAges, personFactsOf } from "./person-facts.ts"

function factsOf(text: string, published?: string) {
  const builder = new ReadingBuilder({ text, ...(published !== undefined && { published }) })
  builder.entity("Ana Diaz")
  for (const [name, area] of [
    ["Varn", "Veneto"],
    ["Orsa", "Liguria"],
  ] as const)
    if (text.includes(name)) builder.entity(name, "place", { place: town(name, "IT", { within: [area, "Italy"] }) })
  const report = toCaseReport(builder.build(), toPublishers([]))
  return personFactsOf(report, report.reading.entities[0]!)
}

test.each([
  ["Ana Diaz, 46, spoke.", 46],
  ["Ana Diaz (46) spoke.", 46],
  ["Ana Diaz, aged 46, spoke.", 46],
  ["They heard 46-year-old Ana Diaz.", 46],
  ["They heard the 46-year-old pilot Ana Diaz.", 46],
])("an age beside a name: %s", (text, years) => {
  expect(factsOf(text, "2031-05-01").ages).toEqual([{ years, toldIn: 2031 }])
  expect(factsOf(text).ages).toEqual([{ years, toldIn: undefined }])
})

test.each(["Ana Diaz, 46-3 that season, spoke.", "Ana Diaz won 46, they said.", "Ana Diaz, one of 46 pilots, spoke."])(
  "no age: %s",
  text => {
    expect(factsOf(text).ages).toEqual([])
  },
)

test("towns are those of the sentences that name the person", () => {
  expect(factsOf("Ana Diaz spoke in Varn. Nobody spoke in Orsa.")).toMatchObject({
    towns: ["varn|veneto"],
    areas: ["veneto"],
  })
})

test("ages agree across years, and where a dead person stays as old; they differ when years lie between", () => {
  const age = (years: number, toldIn?: number) => [{ years, toldIn }]
  expect(compareAges(age(46, 2031), age(48, 2033))).toBe("agree")
  expect(compareAges(age(6, 2031), age(6, 2034))).toBe("agree")
  expect(compareAges(age(46, 2031), age(58, 2031))).toBe("differ")
  expect(compareAges(age(46), age(52))).toBe("unknown")
  expect(compareAges(age(17), age(58))).toBe("differ")
  expect(compareAges(age(46, 2031), [])).toBe("unknown")
})
