import fc from "fast-check"
import { expect, test } from "vitest"
import { storyView } from "../stories/story-view.ts"
import { BundleBook, type ReportSketch } from "./bundle-book.ts"
import { TIED } from "./link-keys.ts"

const WORDS =
  "quarry bakery tunnel orchard lantern ferry granary viaduct chapel cistern mill harbour signal orchid barrack kiln".split(
    " ",
  )

/** Sixty reports of some stories that lie near each other; every ninth is too short to tell one. */
const sketches: readonly ReportSketch[] = Array.from({ length: 60 }, (_, at) => {
  const id = `r${String((at * 37) % 60).padStart(2, "0")}`
  const words = Array.from({ length: 40 }, (_w, n) => `${WORDS[(at % 13) + (n % 3)]}${n % (3 + (at % 4))}`)
  const view = storyView(id, words.slice(0, 4).join(" "), words.join(" "), { first: 22_000 + at, last: 22_000 + at })
  const keys = [...new Set([at % 17, 100 + (at % 11), 200 + (at % 23), 300 + (at % 5), 400 + at])].sort((a, b) => a - b)
  return {
    id,
    view: at % 9 === 0 ? undefined : view,
    links: { keys: Uint32Array.from(keys), weights: Uint8Array.from(keys, key => 1 + (key % 3)) },
    // Some have the same words as others.
    words: at % 8 === 7 ? `words ${at % 16}` : `words of ${id}`,
  }
})

const bundlesOf = (book: BundleBook): string[] => book.list().map(bundle => JSON.stringify(bundle))
const bookOf = (reports: readonly ReportSketch[]): BundleBook => {
  const book = new BundleBook()
  book.change(reports)
  return book
}

test("the reports make several stories and bundles", () => {
  const bundles = bookOf(sketches).list()
  expect(bundles.length).toBeGreaterThan(3)
  expect(bundles.some(bundle => 1 < bundle.stories.length)).toBe(true)
  expect(bundles.some(bundle => bundle.stories.some(ids => 1 < ids.length))).toBe(true)
  expect(bundles.flatMap(bundle => bundle.stories.flat()).sort()).toEqual(sketches.map(({ id }) => id).sort())
})

test("bundles are those of the set of reports: added in any order, one by one, with others that came and went", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...sketches], { minLength: sketches.length }),
      fc.shuffledSubarray([...sketches], { minLength: 10, maxLength: 45 }),
      (order, gone) => {
        const book = new BundleBook()
        const held = new Map<string, string>()
        const follow = ({ gone: old, made }: ReturnType<BundleBook["change"]>): void => {
          for (const id of old) held.delete(id)
          for (const bundle of made) held.set(bundle.id, JSON.stringify(bundle))
        }
        for (const sketch of order) follow(book.change([sketch]))
        expect(bundlesOf(book)).toEqual(bundlesOf(bookOf(sketches)))
        for (const { id } of gone) follow(book.change([], [id]))
        const rest = sketches.filter(sketch => !gone.includes(sketch))
        expect(bundlesOf(book)).toEqual(bundlesOf(bookOf(rest)))
        // What a change tells is all that changed.
        expect([...held.values()].sort()).toEqual(bundlesOf(book).sort())
      },
    ),
    { numRuns: 25, seed: 3 },
  )
})

test("a small case is read whole", () => {
  const apart = sketches.filter(({ id, words }) => words.endsWith(id))
  const book = bookOf(apart.slice(0, 24))
  expect(book.list()).toHaveLength(1)
  const { gone, made } = book.change(apart.slice(24))
  expect(gone).toHaveLength(1)
  expect(made.length).toBeGreaterThan(1)
  expect(
    book.change(
      [],
      apart.slice(24).map(({ id }) => id),
    ).made,
  ).toHaveLength(1)
})

test("what a person has tied is read together", () => {
  const apart = bookOf(sketches).list()
  const [one, two] = [apart[0]!.id, apart.at(-1)!.id]
  const tied = sketches.map(sketch =>
    sketch.id === one || sketch.id === two
      ? {
          ...sketch,
          links: {
            keys: Uint32Array.from([...sketch.links.keys, 999]),
            weights: Uint8Array.from([...sketch.links.weights, TIED]),
          },
        }
      : sketch,
  )
  const together = bookOf(tied)
    .list()
    .find(bundle => bundle.stories.flat().includes(one))!
  expect(together.stories.flat()).toContain(two)
})
