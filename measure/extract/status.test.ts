import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { readEnglish } from "../../src/read-english.ts"
import { markedEvents } from "../read/marked-events.ts"
import { status } from "./status.ts"

const english = readEnglish()

test("half A keeps its status: at least 95 % right where found, 97 % of what is told as fact, words for every status", async () => {
  const text = readFileSync(new URL("../status/half-a.txt", import.meta.url), "utf8")
  const cases = markedEvents.read({ path: "half-a.txt", text, beside: () => "" })
  const figures = await status.measure(cases, { english, wrong: () => {}, note: () => {} })
  const value = (name: string) => figures.find(figure => figure.name === name)?.value
  expect(value("status")).toBeGreaterThanOrEqual(95)
  expect(value("told as fact and is one")).toBeGreaterThanOrEqual(97)
  expect(value("status with its words")).toBe(100)
  expect(value("false events in other talk")).toBeLessThanOrEqual(2)
})
