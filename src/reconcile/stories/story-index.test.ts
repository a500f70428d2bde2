import fc from "fast-check"
import { expect, test } from "vitest"
import { StoryIndex } from "./story-index.ts"
import { type StoryView, storyView } from "./story-view.ts"

const DAY = 22_000
const WORDS = "Osmund Kettering Brailo Vanterpool Lindwall Dorvik Halcyon Pelle quarry bakery tunnel orchard".split(" ")

/** Views of few words, so that many share one; a third without a day. */
const views: readonly StoryView[] = Array.from({ length: 220 }, (_, at) => {
  const words = [WORDS[at % 2]!, WORDS[(at * 7) % WORDS.length]!, WORDS[(at * at) % WORDS.length]!]
  const day = DAY + ((at * 31) % 50)
  const id = `r${String((at * 37) % 220).padStart(3, "0")}`
  return storyView(id, words[0]!, words.join(" "), at % 3 === 0 ? undefined : { first: day, last: day })
})

const likeness = (a: StoryView, b: StoryView) => (a.words.keys.some(key => b.title.keys.includes(key)) ? 5 : 1)

function pairsIn(index: StoryIndex): string[] {
  return [...index.ids()].sort().map(id => `${id}: ${index.pairsOf(id).map(pair => `${pair.id} ${pair.score}`)}`)
}

function indexOf(added: readonly StoryView[]): StoryIndex {
  const index = new StoryIndex(likeness)
  for (const view of added) index.add(view)
  return index
}

test("pairs are those of the set of reports, whatever came first and whatever was there", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...views], { minLength: views.length }),
      fc.shuffledSubarray(views.slice(0, 90)),
      (order, gone) => {
        const index = indexOf(order)
        for (const { id } of gone) index.remove(id)
        expect(pairsIn(index)).toEqual(pairsIn(indexOf(views.filter(view => !gone.includes(view)))))
      },
    ),
    { numRuns: 10 },
  )
})

test("adding and removing tell whose pairs changed", () => {
  const index = indexOf(views.slice(1))
  const before = new Map([...index.ids()].map(id => [id, JSON.stringify(index.pairsOf(id))]))
  const isOther = (id: string) => before.get(id) !== JSON.stringify(index.pairsOf(id))
  const added = index.add(views[0]!)
  expect([...index.ids()].filter(isOther).sort()).toEqual([...added].sort())
  const removed = index.remove(views[0]!.id)
  expect([...index.ids()].filter(isOther)).toEqual([])
  expect([...removed, views[0]!.id].sort()).toEqual([...added].sort())
})

test("a crowd of like reports is not compared pair by pair", () => {
  let compared = 0
  const index = new StoryIndex(() => ++compared)
  const [view] = views
  for (let at = 0; at < 400; at++) index.add({ ...view!, id: `copy-${String(at).padStart(3, "0")}` })
  expect(compared).toBeLessThanOrEqual(400 * 160)
  expect([...index.ids()].every(id => index.pairsOf(id).length <= 160)).toBe(true)
})

test("a report is in the index once", () => {
  const index = indexOf(views)
  expect(() => index.add(views[0]!)).toThrow(RangeError)
  expect(() => index.remove("nobody")).toThrow(RangeError)
})
