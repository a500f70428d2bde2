import { SCALE } from "../../core/linear-model.ts"
import { compareText, sortBy } from "../union.ts"
import { storyScore } from "./compare-stories.ts"
import { findPairs } from "./find-pairs.ts"
import type { StoryView } from "./story-view.ts"

/** What two reports score that were not worth a comparison. */
const STRANGERS = -4 * SCALE
/** Two sets of reports are one story when their pairs score more than this on average. */
const ENOUGH = -1 * SCALE

/** A score between two sets: the sum over the pairs that were compared, and how many those are. */
interface Tie {
  sum: number
  pairs: number
}

/** Reports that tell one story, as sets of ids in order. Sets grow by the best average score of their pairs (average linkage). */
export function joinStories(views: readonly StoryView[], scoreOf = storyScore, enough = ENOUGH): string[][] {
  const members = new Map(views.map(view => [view.id, [view.id]]))
  const ties = new Map<string, Map<string, Tie>>([...members.keys()].map(id => [id, new Map()]))
  for (const [a, b] of findPairs(views)) {
    const tie = { sum: scoreOf(a, b), pairs: 1 }
    ties.get(a.id)!.set(b.id, tie)
    ties.get(b.id)!.set(a.id, tie)
  }
  const meanOf = (a: string, b: string): number => {
    const { sum, pairs } = ties.get(a)!.get(b)!
    const all = members.get(a)!.length * members.get(b)!.length
    return (sum + STRANGERS * (all - pairs)) / all
  }
  const open = new Heap()
  const offer = (a: string, b: string): void => {
    const mean = meanOf(a, b)
    if (enough < mean) open.push(a < b ? { mean, a, b } : { mean, a: b, b: a })
  }
  for (const [a, others] of ties) for (const b of others.keys()) if (a < b) offer(a, b)
  for (let next = open.pop(); next; next = open.pop()) {
    const { a, b, mean } = next
    // One of them has grown since.
    if (!members.has(a) || !members.has(b) || meanOf(a, b) !== mean) continue
    members.set(a, [...members.get(a)!, ...members.get(b)!])
    members.delete(b)
    const own = ties.get(a)!
    for (const [other, tie] of ties.get(b)!) {
      ties.get(other)!.delete(b)
      if (other === a) continue
      const held = own.get(other)
      const joined = held ? { sum: held.sum + tie.sum, pairs: held.pairs + tie.pairs } : tie
      own.set(other, joined)
      ties.get(other)!.set(a, joined)
    }
    ties.delete(b)
    for (const other of own.keys()) offer(a, other)
  }
  return sortBy(
    [...members.values()].map(ids => [...ids].sort(compareText)),
    ids => ids[0]!,
  )
}

interface Offer {
  readonly mean: number
  readonly a: string
  readonly b: string
}

/** The best offer first: the highest mean, ties by ids. A binary heap. */
class Heap {
  readonly #items: Offer[] = []

  push(item: Offer): void {
    const items = this.#items
    let at = items.push(item) - 1
    while (0 < at) {
      const up = (at - 1) >> 1
      if (!isBefore(items[at]!, items[up]!)) return
      ;[items[at], items[up]] = [items[up]!, items[at]!]
      at = up
    }
  }

  pop(): Offer | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (first === undefined || first === last) return first
    items[0] = last!
    for (let at = 0; ; ) {
      let best = at
      for (const down of [2 * at + 1, 2 * at + 2])
        if (down < items.length && isBefore(items[down]!, items[best]!)) best = down
      if (best === at) return first
      ;[items[at], items[best]] = [items[best]!, items[at]!]
      at = best
    }
  }
}

function isBefore(a: Offer, b: Offer): boolean {
  return a.mean !== b.mean ? b.mean < a.mean : a.a !== b.a ? a.a < b.a : a.b < b.b
}
