/** Answers whether the sentence ends at a gap, given its features (gap-features.ts). `isStop`: there is a full stop or a mark of its kind; `at`: index of the word before it. */
export type GapModel = (features: readonly number[], isStop: boolean, at: number) => boolean

/** A sentence ends when the weights sum to more than this: without a stop the model must be a little surer. */
const LEAST = { stop: 0, bare: 6 }

/** The model with these weights: a linear one in whole numbers, so that it answers alike on every machine. */
export function gapModel(weights: Int8Array): GapModel {
  return (features, isStop) => {
    let sum = 0
    for (const feature of features) sum += weights[feature]!
    return (isStop ? LEAST.stop : LEAST.bare) < sum
  }
}
