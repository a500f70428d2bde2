import { compareText, sortBy } from "../union.ts"
import { ENOUGH, STRANGERS, storyScore } from "./compare-stories.ts"
import { StoryIndex, type StoryPair } from "./story-index.ts"
import type { StoryView } from "./story-view.ts"

/** A report is held against so many of a large set, its likest ones: more are not compared with it, however large the set. */
const HELD_AGAINST = 30

/** A score between two sets: the sum over the pairs that were compared, and how many those are. */
interface Tie {
  sum: number
  pairs: number
}

/** Reports that tell one story, as sets of ids in order. Reports given twice count once. */
export function joinStories(views: readonly StoryView[], scoreOf = storyScore, enough = ENOUGH): string[][] {
  const index = new StoryIndex(scoreOf)
  for (const view of new Map(views.map(view => [view.id, view])).values()) index.add(view)
  return joinPairs(index.ids(), id => index.pairsOf(id), enough)
}

/**
 * Stories of the reports `ids`, by their pairs: sets grow by the best average score of their pairs (average linkage).
 * `ids` are one component of a `StoryIndex` or several; the stories of several are those of each: two sets are joined only when
 * a pair between them scores more than `enough`, and nothing outside a component counts in its averages.
 */
export function joinPairs(
  ids: Iterable<string>,
  pairsOf: (id: string) => readonly StoryPair[],
  enough = ENOUGH,
): string[][] {
  const members = new Map(Array.from(ids, id => [id, [id]]))
  const ties = new Map<string, Map<string, Tie>>()
  for (const id of members.keys())
    ties.set(
      id,
      new Map(
        pairsOf(id).flatMap(({ id: other, score }) =>
          members.has(other) ? [[other, { sum: score, pairs: 1 }] as const] : [],
        ),
      ),
    )
  const meanOf = (a: string, b: string): number => {
    const { sum, pairs } = ties.get(a)!.get(b)!
    const [fewer, more] = [members.get(a)!.length, members.get(b)!.length].sort((one, two) => one - two) as [
      number,
      number,
    ]
    const all = Math.max(pairs, fewer * Math.min(more, HELD_AGAINST))
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
