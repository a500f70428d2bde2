import { expect, test } from "vitest"
import { featureOf, featuresOf, linearModel, SCALE, weightsOf } from "./linear-model.ts"

test("a score is the sum of the weights of its features", () => {
  const model = linearModel(Int8Array.of(3, -5, 7, 0))
  expect(model.score([0, 2, 2])).toBe(17)
  expect(model.score([])).toBe(0)
})

test("a score of nothing is a chance of one half, one unit of log-odds about three quarters", () => {
  const model = linearModel(new Int8Array(4))
  expect(model.chance(0)).toBe(0.5)
  expect(model.chance(SCALE)).toBeCloseTo(0.731, 3)
})

test("weights go through base64 and back", () => {
  const weights = Int8Array.of(-128, -1, 0, 1, 127)
  expect(weightsOf(Buffer.from(weights.buffer).toString("base64"))).toEqual(weights)
})

test("features are below the size and apart for names that differ in one letter", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `word=${index}`)
  const features = featuresOf(names, 1 << 20)
  expect(Math.max(...features)).toBeLessThan(1 << 20)
  expect(new Set(features).size).toBeGreaterThan(995)
  expect(featureOf("word=1", 16)).toBeLessThan(16)
})

test("a number of weights that is no power of two is refused", () => {
  expect(() => linearModel(new Int8Array(6))).toThrow("power of two")
})
