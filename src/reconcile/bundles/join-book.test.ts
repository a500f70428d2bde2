import fc from "fast-check"
import { expect, test } from "vitest"
import { type Head, JoinBook } from "./join-book.ts"

interface Named extends Head {
  readonly age: number
}

const NAMES = ["ana diaz", "omar reyes", "the ministry"]

/** Items of twenty bundles; few names, so that many share one; some exclude each other by age. */
const heads: readonly Named[] = Array.from({ length: 80 }, (_, at) => ({
  id: `h${String((at * 29) % 80).padStart(2, "0")}`,
  bundle: `b${at % 20}`,
  day: (at * 13) % 31,
  keys: [NAMES[at % 3]!, ...(at % 5 === 0 ? ["rare"] : [])],
  age: at % 3 === 2 ? 0 : 20 + (at % 4 === 0 ? 30 : 0),
}))

function compare(a: Named, b: Named) {
  if (a.keys[0] !== b.keys[0]) return undefined
  return a.age === b.age ? { same: true, why: "the same name" } : { same: false, why: "other ages" }
}

function bookOf(items: readonly Named[]): JoinBook<Named> {
  const book = new JoinBook(compare)
  book.change([], items)
  return book
}

test("joins are those of the set of items, whatever came first and whatever was there", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...heads], { minLength: heads.length }),
      fc.shuffledSubarray([...heads], { maxLength: 60 }),
      (order, gone) => {
        const book = new JoinBook(compare)
        for (const head of order) book.change([], [head])
        for (const { id } of gone) book.change([id], [])
        expect(book.list()).toEqual(bookOf(heads.filter(head => !gone.includes(head))).list())
      },
    ),
    { numRuns: 30, seed: 5 },
  )
})

test("no join holds two items of one bundle or two that exclude each other", () => {
  const byId = new Map(heads.map(head => [head.id, head]))
  const joins = bookOf(heads).list()
  expect(joins.length).toBeGreaterThan(2)
  for (const { ids } of joins) {
    const own = ids.map(id => byId.get(id)!)
    expect(new Set(own.map(head => head.bundle)).size).toBe(own.length)
    expect(new Set(own.map(head => head.age)).size).toBe(1)
  }
})

test("what very many have is joined along the days, without comparing all pairs", () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({
    id: `h${at}`,
    bundle: `b${at}`,
    day: (at * 7) % 365,
    keys: ["us"],
    age: 0,
  }))
  const book = bookOf(many)
  expect(book.list().map(join => join.ids.length)).toEqual([3000])
  expect(book.comparisons).toBeLessThan(20 * 3000)
})
