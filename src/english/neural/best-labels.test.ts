import { expect, test } from "vitest"
import { findBestLabels } from "./best-labels.ts"

const labels = ["O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE"]

test("an inside label never stands alone or after another kind", () => {
  // Each row alone would give I-PLACE, then I-PERSON.
  const scores = Float32Array.from([0, 1, 0, 3, 9, 0, 0, 9, 0, 4])
  expect(findBestLabels(scores, 0, 5, 2, labels)).toEqual(["B-PERSON", "I-PERSON"])
})

test("rows may have padding and start anywhere", () => {
  const scores = Float32Array.from([9, 9, 0, 5, 0, 0, 0, 9, 9, 0, 0, 6, 0, 0, 9, 9])
  expect(findBestLabels(scores, 2, 7, 2, labels)).toEqual(["B-PERSON", "I-PERSON"])
})

test("of equal labels the first is taken", () => {
  expect(findBestLabels(new Float32Array(5), 0, 5, 1, labels)).toEqual(["O"])
})
