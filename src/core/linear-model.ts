/**
 * Small learned scorers: logistic regression over named features, hashed, with weights in whole numbers, so that every machine adds up
 * the same score. `models/train/fit.ts` makes the weights.
 */
export interface LinearModel {
  /** Number of weights, a power of two: features are numbers below it. */
  readonly size: number
  /** Sum of the weights of the features; above 0 is more likely than not. `scale` of them are one unit of log-odds. */
  score(features: readonly number[]): number
  /** Chance from 0 to 1 that a score of this size is right, as the model believes. */
  chance(score: number): number
}

/** What a weight of one counts in whole numbers, so that weights from -5 to 5 fill a signed byte. */
export const SCALE = 24

/** A model of signed bytes. Throws when their number is no power of two. */
export function linearModel(weights: Int8Array): LinearModel {
  if (weights.length === 0 || (weights.length & (weights.length - 1)) !== 0)
    throw new RangeError(`a linear model has a power of two of weights, not ${weights.length}`)
  return {
    size: weights.length,
    score(features) {
      let sum = 0
      for (const feature of features) sum += weights[feature]!
      return sum
    },
    chance: score => 1 / (1 + Math.exp(-score / SCALE)),
  }
}

/** Signed bytes out of base64, as a module of weights holds them. */
export function weightsOf(base64: string): Int8Array {
  return Int8Array.from(atob(base64), character => (character.charCodeAt(0) << 24) >> 24)
}

/** The feature of this name in a model of `size` weights (FNV-1a, mixed once more; two names may share a weight). */
export function featureOf(name: string, size: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1)
  return (hash ^ (hash >>> 13)) & (size - 1)
}

/** The features of these names. */
export function featuresOf(names: Iterable<string>, size: number): number[] {
  return Array.from(names, name => featureOf(name, size))
}
