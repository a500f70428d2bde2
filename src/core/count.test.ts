import { expect, test } from "vitest"
import { countInWords, countsOverlap } from "./count.ts"
import type { Count } from "./value.ts"

const count = (low: number, high: number | null): Count => ({
  kind: "count",
  low,
  high,
  qualifier: "exact",
  of: "people",
  text: "",
})

test.each([
  [count(40, 199), count(143, 143), true],
  [count(143, null), count(130, 130), false],
  [count(130, null), count(143, null), true],
  [count(9, 9), count(14, 14), false],
])("counts overlap when one number satisfies both (%#)", (a, b, expected) => {
  expect(countsOverlap(a, b)).toBe(expected)
  expect(countsOverlap(b, a)).toBe(expected)
})

test.each([
  [17, 17, "17"],
  [143, null, "143 or more"],
  [40, 60, "40 to 60"],
  [0, 170, "up to 170"],
  [0, null, "unknown"],
] as const)("[%s, %s] reads %s", (low, high, words) => expect(countInWords({ low, high })).toBe(words))

test("more than 100 is written as it is said, not as 101 or more", () => {
  expect(countInWords({ low: 101, high: null, qualifier: "more-than" })).toBe("more than 100")
  expect(countInWords({ low: 101, high: null, qualifier: "at-least" })).toBe("101 or more")
})
