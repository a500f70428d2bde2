import type { LinearModel } from "../../core/linear-model.ts"

/** Answers whether the sentence ends at a gap, given its features (gap-features.ts). `isStop`: there is a full stop or a mark of its kind; `at`: index of the word before it. */
export type GapModel = (features: readonly number[], isStop: boolean, at: number) => boolean

/** A sentence ends when the weights sum to more than this: without a stop the model must be a little surer. */
const LEAST = { stop: 0, bare: 6 }

/** Answers with a linear model over the features of `gap-features.ts`. */
export function gapModel(model: LinearModel): GapModel {
  return (features, isStop) => (isStop ? LEAST.stop : LEAST.bare) < model.score(features)
}
