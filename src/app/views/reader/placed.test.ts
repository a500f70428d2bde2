import fc from "fast-check"
import { expect, test } from "vitest"
import { overlaps } from "../../../core/span.ts"
import { placed } from "./placed.ts"

const span = fc
  .tuple(fc.nat({ max: 2000 }), fc.nat({ max: 600 }))
  .map(([start, length]) => ({ start, end: start + length }))

test("what lies over a stretch is what a look at everything finds", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), span, (spans, asked) => {
      const held = placed<object>()
      for (const one of spans) held.add(one, one)
      const some = spans.filter(one => one.start < one.end && asked.start < asked.end && overlaps(one, asked))
      expect(held.over(asked)).toEqual(some)
    }),
    { seed: 7 },
  )
})

test("a thing in two places is found once", () => {
  const held = placed<string>()
  held.add({ start: 0, end: 10 }, "one")
  held.add({ start: 500, end: 510 }, "one")
  held.add({ start: 5, end: 700 }, "other")
  expect(held.over({ start: 0, end: 1000 })).toEqual(["one", "other"])
})
