import { expect, test } from "vitest"
import { inRanges } from "./report-numbers.ts"

test("numbers of reports are told in runs", () => {
  expect(inRanges([7, 2, 3, 4, 9, 10])).toBe("r2-r4, r7, r9-r10")
  expect(inRanges([5])).toBe("r5")
})
