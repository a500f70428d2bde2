import { expect, test } from "vitest"
import { isSameTown } from "./same-town.ts"

test("a record's town by either of its names, a county only as one", () => {
  const place = (name: string) => ({ name, text: name })
  expect(isSameTown(place("St. Clara"), "Saint Clara")).toBe(true)
  expect(isSameTown(place("Old Mill"), "Riverton (Old Mill)")).toBe(true)
  expect(isSameTown(place("Old County"), "Old (county)")).toBe(true)
  expect(isSameTown(place("Old County"), "Old")).toBe(false)
  expect(isSameTown(place("Riverton"), "River")).toBe(false)
})
