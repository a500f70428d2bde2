import { compareText } from "../union.ts"
import { ENOUGH, STRANGERS, storyScore } from "./compare-stories.ts"
import type { StoryView } from "./story-view.ts"
import { compareVectors } from "./vectors.ts"

/** Reports that share a telling word stand in two orders; each meets so many before it and after it in both. */
const WINDOW = 40
/** By day of publication, as news of one day is likely to be of one story; and by id, which is by chance, so that a story of many days stays together. */
const ORDERS: readonly ((a: StoryView, b: StoryView) => number)[] = [
  (a, b) => dayOf(a) - dayOf(b) || compareText(a.id, b.id),
  (a, b) => compareText(a.id, b.id),
]
/** Reports that meet are compared when their telling words are this much alike (cosine). Of pairs of one story in ECB+ and gva-incidents train 1 in 100 is less. */
const LEAST = 0.04

/** Two reports of one case that may tell one story. */
export interface StoryPair {
  /** The other report. */
  readonly id: string
  /** Log-odds that the two tell one story, in steps of `SCALE`; above STRANGERS. */
  readonly score: number
}

/**
 * Which reports of a case are alike, kept while reports come and go. Its pairs are those of the set of reports, whatever came first:
 * a report is looked up by its telling words, and a crowded word leads to those next to it. Adding or removing one looks at
 * `WINDOW` reports on each side at each of its words, however many reports there are.
 */
export class StoryIndex {
  readonly #scoreOf: (a: StoryView, b: StoryView) => number
  readonly #views = new Map<string, StoryView>()
  /** Reports by telling word, for each order. */
  readonly #postings = ORDERS.map(() => new Map<number, StoryView[]>())
  readonly #pairs = new Map<string, Map<string, number>>()

  constructor(scoreOf: (a: StoryView, b: StoryView) => number = storyScore) {
    this.#scoreOf = scoreOf
  }

  /** Ids of its reports, in no order. */
  ids(): IterableIterator<string> {
    return this.#views.keys()
  }

  has(id: string): boolean {
    return this.#views.has(id)
  }

  /** Adds a report. Gives the ids of those whose pairs are others now, its own among them. Throws when it has a report of this id. */
  add(view: StoryView): Set<string> {
    if (this.#views.has(view.id)) throw new RangeError(`the index has a report ${view.id} already`)
    this.#views.set(view.id, view)
    this.#pairs.set(view.id, new Map())
    const changed = new Set([view.id])
    const met = new Set<StoryView>()
    const parted: (readonly [StoryView, StoryView])[] = []
    for (const { posting, at } of this.#placesOf(view)) {
      for (let before = Math.max(0, at - WINDOW); before < at && before + WINDOW < posting.length; before++)
        parted.push([posting[before]!, posting[before + WINDOW]!])
      posting.splice(at, 0, view)
      for (const other of posting.slice(Math.max(0, at - WINDOW), at + WINDOW + 1)) met.add(other)
    }
    met.delete(view)
    for (const other of met) this.#join(view, other, changed)
    for (const [a, b] of parted)
      if (this.#pairs.get(a.id)!.has(b.id) && !this.#isMet(a, b)) this.#part(a.id, b.id, changed)
    return changed
  }

  /** Takes a report out. Gives the ids of those whose pairs are others now. Throws when it has none of this id. */
  remove(id: string): Set<string> {
    const view = this.viewOf(id)
    const changed = new Set<string>()
    for (const other of [...this.#pairs.get(id)!.keys()]) this.#part(id, other, changed)
    this.#views.delete(id)
    this.#pairs.delete(id)
    for (const { posting, at, close } of this.#placesOf(view)) {
      posting.splice(at, 1)
      if (posting.length === 0) close()
      // Those that it stood between meet now.
      for (let before = Math.max(0, at - WINDOW); before < at && before + WINDOW < posting.length; before++)
        this.#join(posting[before]!, posting[before + WINDOW]!, changed)
    }
    changed.delete(id)
    return changed
  }

  /** The view of a report. Throws when it has none of this id. */
  viewOf(id: string): StoryView {
    const view = this.#views.get(id)
    if (view === undefined) throw new RangeError(`the index has no report ${id}`)
    return view
  }

  /** The reports that may tell the story of this one, by id. */
  pairsOf(id: string): StoryPair[] {
    const pairs = [...(this.#pairs.get(id) ?? [])].map(([other, score]) => ({ id: other, score }))
    return pairs.sort((a, b) => compareText(a.id, b.id))
  }

  /** Ids of all reports that one of these is linked with, over any number of pairs that are enough for one story; no report outside changes their stories. */
  componentOf(id: string): string[] {
    const found = new Set([id])
    for (const one of found)
      for (const [other, score] of this.#pairs.get(one) ?? []) if (ENOUGH < score) found.add(other)
    return [...found].sort(compareText)
  }

  #join(a: StoryView, b: StoryView, changed: Set<string>): void {
    if (this.#pairs.get(a.id)!.has(b.id) || compareVectors(a.telling, b.telling).cosine < LEAST) return
    const score = this.#scoreOf(a, b)
    if (score <= STRANGERS) return
    this.#pairs.get(a.id)!.set(b.id, score)
    this.#pairs.get(b.id)!.set(a.id, score)
    changed.add(a.id).add(b.id)
  }

  #part(a: string, b: string, changed: Set<string>): void {
    this.#pairs.get(a)!.delete(b)
    this.#pairs.get(b)!.delete(a)
    changed.add(a).add(b)
  }

  /** Where a report stands or would stand in both orders at each of its telling words. */
  #placesOf(view: StoryView): { posting: StoryView[]; at: number; close: () => void }[] {
    return ORDERS.flatMap((order, which) =>
      Array.from(view.telling.keys, key => {
        const postings = this.#postings[which]!
        const posting = postings.get(key) ?? []
        postings.set(key, posting)
        return { posting, at: placeIn(posting, view, order), close: () => postings.delete(key) }
      }),
    )
  }

  /** Whether two reports stand near each other at one of their telling words. */
  #isMet(a: StoryView, b: StoryView): boolean {
    const own = new Set(b.telling.keys)
    return a.telling.keys.some(
      key =>
        own.has(key) &&
        ORDERS.some((order, which) => {
          const posting = this.#postings[which]!.get(key)!
          return (
            posting.length <= WINDOW + 1 || Math.abs(placeIn(posting, a, order) - placeIn(posting, b, order)) <= WINDOW
          )
        }),
    )
  }
}

function placeIn(posting: readonly StoryView[], view: StoryView, order: (typeof ORDERS)[number]): number {
  let [low, high] = [0, posting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (order(posting[middle]!, view) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Reports without a day stand last. */
function dayOf({ published }: StoryView): number {
  return published?.first ?? Number.MAX_SAFE_INTEGER
}
