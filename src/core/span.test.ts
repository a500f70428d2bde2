import fc from "fast-check"
import { expect, test } from "vitest"
import { evidenceAt } from "./span.ts"

test("evidence is verbatim for every good span, and every bad span throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: -2, max: 30 }),
      fc.integer({ min: -2, max: 30 }),
      (text, start, end) => {
        const good = 0 <= start && start < end && end <= text.length && text.slice(start, end).isWellFormed()
        if (!good) expect(() => evidenceAt({ id: "r", text }, { start, end })).toThrow(RangeError)
        else expect(evidenceAt({ id: "r", text }, { start, end }).text).toBe(text.slice(start, end))
      },
    ),
  )
})

test("a span may not cut a character in two", () => {
  expect(() => evidenceAt({ id: "r1", text: "a🙂b" }, { start: 1, end: 2 })).toThrow(
    "bad span [1, 2) in report r1 of length 4",
  )
})
