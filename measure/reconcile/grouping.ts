import type { Figure } from "../part.ts"
import { percent } from "../tally.ts"

/** Which group each thing is in. */
export type Grouping = ReadonlyMap<string, string>

interface Rates {
  readonly precision: number
  readonly recall: number
}

export function groupsOf(grouping: Grouping): Map<string, string[]> {
  return Map.groupBy([...grouping.keys()], key => grouping.get(key)!)
}

/** B-cubed precision and recall of a grouping against another of the same things (Bagga and Baldwin 1998). */
export function bCubed(guess: Grouping, truth: Grouping): Rates {
  const guessed = groupsOf(guess)
  const real = groupsOf(truth)
  let precision = 0
  let recall = 0
  for (const key of truth.keys()) {
    const mine = guessed.get(guess.get(key)!)!
    const theirs = real.get(truth.get(key)!)!
    const shared = mine.filter(other => truth.get(other) === truth.get(key)).length
    precision += shared / mine.length / truth.size
    recall += shared / theirs.length / truth.size
  }
  return { precision, recall }
}

/** Pairs put together against pairs that belong together. */
export function pairwise(guess: Grouping, truth: Grouping): Rates {
  const pairs = (grouping: Grouping) =>
    new Set(
      [...groupsOf(grouping).values()].flatMap(group =>
        group.flatMap((a, index) => group.slice(index + 1).map(b => [a, b].sort().join())),
      ),
    )
  const guessed = pairs(guess)
  const real = pairs(truth)
  const shared = guessed.intersection(real).size
  return { precision: shared / Math.max(1, guessed.size), recall: shared / Math.max(1, real.size) }
}

/** The F1 of two rates as a figure. */
export function groupingFigure(
  name: string,
  { precision, recall }: Rates,
  of: number,
  items: string,
  detail?: string,
): Figure {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const rates = `precision ${percent(precision)}, recall ${percent(recall)}`
  return { name, value: 100 * f1, unit: "%", of, items, detail: detail === undefined ? rates : `${rates}, ${detail}` }
}
