import type { StoryView } from "./story-view.ts"

/** A report is looked up by so many of its most telling words. */
const KEYS = 30
/** A word that more reports have leads to the first ones of them only. */
const CROWD = 120
/** So many of the reports it shares most with are compared with each report. */
const NEAREST = 40
/** Two reports that share no more than this of the weight of these words are not compared. */
const LEAST = 0.02

/** Pairs of reports that may tell one story, by the telling words they share; never all pairs. Each pair once, in order of ids. */
export function findPairs(views: readonly StoryView[]): [StoryView, StoryView][] {
  const byId = new Map(views.map(view => [view.id, view]))
  const ordered = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const keys = new Map(ordered.map(view => [view.id, keysOf(view)]))
  const postings = new Map<string, string[]>()
  for (const [id, own] of keys)
    for (const [key] of own) {
      const posting = postings.get(key)
      if (posting) posting.push(id)
      else postings.set(key, [id])
    }
  const found = new Set<string>()
  for (const [id, own] of keys) {
    const shared = new Map<string, number>()
    for (const [key, weight] of own) {
      const posting = postings.get(key)!
      for (let at = 0; at < posting.length && at < CROWD; at++) {
        const other = posting[at]!
        if (other !== id) shared.set(other, (shared.get(other) ?? 0) + weight * byId.get(other)!.words.get(key)!)
      }
    }
    const near = [...shared].filter(([, weight]) => LEAST < weight)
    near.sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    for (const [other] of near.slice(0, NEAREST)) found.add(id < other ? `${id} ${other}` : `${other} ${id}`)
  }
  return [...found].sort().map(pair => {
    const [a, b] = pair.split(" ")
    return [byId.get(a!)!, byId.get(b!)!]
  })
}

/** Its most telling words with their weights. */
function keysOf(view: StoryView): [string, number][] {
  return [...view.words].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1)).slice(0, KEYS)
}
