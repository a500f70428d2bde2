import { expect, test } from "vitest"
import { type RawMap, rawSpanOf } from "./raw-map.ts"

// Raw "a&amp;b  c" cleaned to "a&b c", with a blank put in by us at its end.
const map: RawMap = [
  [0, 1, 0, 1],
  [1, 1, 1, 5],
  [2, 1, 6, 1],
  [3, 1, 7, 2],
  [4, 1, 9, 1],
  [5, 1, 10, 0],
]

test("a clean span leads to the whole raw stretch it came from", () => {
  expect(rawSpanOf(map, { start: 0, end: 3 })).toEqual({ start: 0, end: 7 })
  expect(rawSpanOf(map, { start: 1, end: 2 })).toEqual({ start: 1, end: 6 })
  expect(rawSpanOf(map, { start: 3, end: 6 })).toEqual({ start: 7, end: 10 })
})

test("words that nothing raw stands behind, and spans outside the text, throw", () => {
  expect(() => rawSpanOf(map, { start: 5, end: 6 })).toThrow("no raw text")
  expect(() => rawSpanOf(map, { start: 9, end: 10 })).toThrow("behind the clean text")
  expect(() => rawSpanOf(map, { start: 2, end: 2 })).toThrow("empty span")
})
