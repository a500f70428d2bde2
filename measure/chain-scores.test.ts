import { expect, test } from "vitest"
import { scoreChains } from "./chain-scores.ts"
import { ratesOf } from "./tally.ts"

// The worked example of Pradhan et al. 2014 and Luo 2005: gold {a b c} {d e f g}, found {a b} {c d} {f g h i}.
const gold = [
  ["a", "b", "c"],
  ["d", "e", "f", "g"],
]
const found = [
  ["a", "b"],
  ["c", "d"],
  ["f", "g", "h", "i"],
]

test("MUC, B3 and CEAFe of the worked example", () => {
  const { muc, b3, ceaf } = scoreChains(gold, found)
  expect(ratesOf(muc)).toMatchObject({ recall: 2 / 5, precision: 2 / 5 })
  expect(ratesOf(b3).recall).toBeCloseTo(35 / 12 / 7)
  expect(ratesOf(b3).precision).toBeCloseTo(4 / 8)
  expect(ratesOf(ceaf).recall).toBeCloseTo(1.3 / 2)
  expect(ratesOf(ceaf).precision).toBeCloseTo(1.3 / 3)
})

test("the same chains are all right", () => {
  for (const tally of Object.values(scoreChains(gold, gold))) expect(ratesOf(tally).f1).toBe(1)
})
