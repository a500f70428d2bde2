import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { placeSchema } from "../../core/value.ts"
import type { PlaceMention } from "../analysis.ts"
import { findTimes } from "../times/find-times.ts"
import { splitSentences } from "../tokens/split-sentences.ts"
import { tokenize } from "../tokens/tokenize.ts"
import { findPlaces } from "./find-places.ts"
import { foldName } from "./fold.ts"
import { loadGazetteer } from "./gazetteer.ts"

const file = readFileSync(new URL("./examples.txt", import.meta.url), "utf8")
const bytes = readFileSync(new URL("../../../models/english/places/places.bin", import.meta.url))
const gazetteer = loadGazetteer(bytes)

function placesOf(text: string, names?: Parameters<typeof findPlaces>[0]["names"]): PlaceMention[] {
  const spans = tokenize(text, { start: 0, end: text.length })
  const sentences = splitSentences(text, spans).map(({ first, last }, index) => ({
    start: spans[first]!.start,
    end: spans[last - 1]!.end,
    index,
    blockIndex: 0,
  }))
  const times = findTimes({ report: { id: "r", text }, sentences }).value
  return [...findPlaces({ report: { text }, sentences, times, ...(names ? { names } : {}) }, gazetteer).places]
}

for (const { line, number } of exampleLines(file))
  test(`places/examples.txt:${number}`, () => {
    const [marked, values = ""] = line.split(" => ")
    const { text } = readExample(marked!)
    const found = placesOf(text)
    const shown = found.map(({ place }) => `${place.name} ${place.country ?? "-"} ${place.precision}`).join("; ")
    expect(
      `${writeExample(
        text,
        found.map(mention => ({ ...mention, label: "place" })),
      )} => ${shown}`,
    ).toBe(`${marked} => ${values}`)
  })

test("at least a third of the examples find nothing", () => {
  const lines = exampleLines(file)
  expect(lines.filter(({ line }) => !line.includes("[")).length * 3).toBeGreaterThanOrEqual(lines.length)
})

test("every place keeps to its schema, areas have no point, and the words are the slice of the text", () => {
  for (const { line } of exampleLines(file)) {
    const { text } = readExample(line.split(" => ")[0]!)
    for (const { start, end, place } of placesOf(text)) {
      expect(placeSchema.safeParse(place).success).toBe(true)
      expect(place.text).toBe(text.slice(start, end))
      if (/^(country|region|admin)/.test(place.precision)) expect(place.lat).toBeUndefined()
      else expect(place.lat).toBeTypeOf("number")
    }
  }
})

test("a written area decides, and within names it", () => {
  const [paris] = placesOf("He lives in Paris, Texas.")
  expect(paris?.place).toMatchObject({ country: "US", within: ["Texas", "United States"] })
  const [other] = placesOf("He lives in Paris.")
  expect(other?.place).toMatchObject({ country: "FR", precision: "settlement" })
})

test("names of people and groups found by others are no places", () => {
  const text = "They met Georgia in Paris."
  expect(placesOf(text, [{ start: 9, end: 16, type: "person" }]).map(({ place }) => place.name)).toEqual(["Paris"])
})

test("the gazetteer folds spellings and refuses other bytes", () => {
  expect(foldName("São  Paulo")).toBe("sao paulo")
  expect(foldName("Saint-Étienne")).toBe(foldName("St. Etienne"))
  expect(gazetteer.find("Kandahar").some(entry => entry.country === "AF")).toBe(true)
  expect(gazetteer.find("Nowhereville-on-Sea")).toEqual([])
  expect(gazetteer.notice).toContain("GeoNames")
  expect(() => loadGazetteer(new Uint8Array(3))).toThrow(RangeError)
  expect(bytes.length).toBeLessThan(9_000_000)
})
