import type { StoryView } from "./story-view.ts"
import { hasKey } from "./vectors.ts"

/** A set of reports turns on the names that so large a share of them turn on. */
const TURN_ON = 0.5
/** A name is strange to a set when no larger share of its reports has it. */
const STRANGE = 0.15

/**
 * How far two sets of reports are about others, 0 to 1: the share of the names that one turns on and that the other does not have, of both ways the smaller.
 * Two fights of one boxer are alike in every word but the name of the other boxer; single reports leave out names for many reasons, so sets of one say nothing.
 */
export function nameContrast(a: readonly StoryView[], b: readonly StoryView[]): number {
  if (a.length < 2 || b.length < 2) return 0
  const one = strangeShare(a, b)
  return one === 0 ? 0 : Math.min(one, strangeShare(b, a))
}

function strangeShare(own: readonly StoryView[], others: readonly StoryView[]): number {
  const counts = new Map<number, number>()
  for (const view of own) for (const key of view.main) counts.set(key, (counts.get(key) ?? 0) + 1)
  let [all, strange] = [0, 0]
  for (const [key, count] of counts) {
    if (count < Math.max(2, TURN_ON * own.length)) continue
    all++
    if (others.filter(view => hasKey(view.words.keys, key)).length <= STRANGE * others.length) strange++
  }
  return all === 0 ? 0 : strange / all
}
