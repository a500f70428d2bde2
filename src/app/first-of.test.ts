import fc from "fast-check"
import { expect, test } from "vitest"
import { firstOf } from "./first-of.ts"

test("the first items are those of the whole order", () => {
  const item = fc.record({ rank: fc.nat(9), id: fc.nat() })
  const compare = (a: { rank: number; id: number }, b: { rank: number; id: number }) => a.rank - b.rank || a.id - b.id
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), fc.nat(20), (items, most) => {
      expect(firstOf(items, most, compare)).toEqual(items.toSorted(compare).slice(0, most))
    }),
  )
})
