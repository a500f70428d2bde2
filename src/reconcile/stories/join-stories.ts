import { SCALE } from "../../core/linear-model.ts"
import { compareText, sortBy } from "../union.ts"
import { ENOUGH, STRANGERS, storyScore } from "./compare-stories.ts"
import { nameContrast } from "./name-contrast.ts"
import { StoryIndex } from "./story-index.ts"
import type { StoryView } from "./story-view.ts"

/** A report is held against so many of a large set, its likest ones: more are not compared with it, however large the set. */
const HELD_AGAINST = 30

/**
 * A mean of many pairs is surer than one pair: sets of more than two reports must be liker by this for each doubling of the smaller one, up to eight.
 * Found on the topics of ECB+ that Heed learns from, each left out in turn; gva-incidents has too small stories to tell.
 */
const SURER = 0.75 * SCALE
const DOUBLINGS = 2
/** What it costs two sets when neither names anybody or anything that the other turns on. */
const CONTRAST = 2 * SCALE

/** A score between two sets: the sum over the pairs that were compared, and how many those are. */
interface Tie {
  sum: number
  pairs: number
}

/** Reports that tell one story, as sets of ids in order. Reports given twice count once. */
export function joinStories(views: readonly StoryView[], scoreOf = storyScore, enough = ENOUGH): string[][] {
  const index = new StoryIndex(scoreOf)
  for (const view of new Map(views.map(view => [view.id, view])).values()) index.add(view)
  return joinPairs(index, index.ids(), enough)
}

/**
 * Stories of the reports `ids` of an index: sets grow by the best average score of their pairs (average linkage), less what their names say against it.
 * `ids` are one component of the index or several; the stories of several are those of each: two sets are joined only when
 * a pair between them scores more than `enough`, and nothing outside a component counts in its averages.
 */
export function joinPairs(index: StoryIndex, ids: Iterable<string>, enough = ENOUGH): string[][] {
  const members = new Map(Array.from(ids, id => [id, [id]]))
  const ties = new Map<string, Map<string, Tie>>()
  for (const id of members.keys()) {
    const pairs = index.pairsOf(id).filter(pair => members.has(pair.id))
    ties.set(id, new Map(pairs.map(pair => [pair.id, { sum: pair.score, pairs: 1 }])))
  }
  const sizeOf = (id: string): number => members.get(id)?.length ?? 0
  const tieOf = (a: string, b: string): number => {
    const { sum, pairs } = ties.get(a)!.get(b)!
    const fewer = Math.min(sizeOf(a), sizeOf(b))
    const more = Math.max(sizeOf(a), sizeOf(b))
    const all = Math.max(pairs, fewer * Math.min(more, HELD_AGAINST))
    const doublings = Math.min(DOUBLINGS, Math.max(0, Math.floor(Math.log2(fewer)) - 1))
    return (sum + STRANGERS * (all - pairs)) / all - SURER * doublings
  }
  const viewsOf = (id: string) => members.get(id)!.map(member => index.viewOf(member))
  const open = new Heap()
  const offer = (a: string, b: string): void => {
    const score = tieOf(a, b)
    const sizes = sizeOf(a) + sizeOf(b)
    if (enough < score) open.push({ score, sizes, weighed: false, ...(a < b ? { a, b } : { a: b, b: a }) })
  }
  for (const [a, others] of ties) for (const b of others.keys()) if (a < b) offer(a, b)
  for (let next = open.pop(); next; next = open.pop()) {
    const { a, b, sizes, score, weighed } = next
    // One of them has grown since, or is in another set now.
    if (sizeOf(a) + sizeOf(b) !== sizes || sizeOf(a) === 0 || sizeOf(b) === 0) continue
    if (!weighed) {
      // Names are looked at late: most offers never come so far.
      const less = score - CONTRAST * nameContrast(viewsOf(a), viewsOf(b))
      if (enough < less) open.push({ ...next, score: less, weighed: true })
      continue
    }
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
  readonly score: number
  /** Sizes of both together when the offer was made. */
  readonly sizes: number
  /** Whether the score has taken account of the names of both. */
  readonly weighed: boolean
  readonly a: string
  readonly b: string
}

/** The best offer first: the highest score, ties by ids. A binary heap. */
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
  return a.score !== b.score ? b.score < a.score : a.a !== b.a ? a.a < b.a : a.b < b.b
}
