import { SCALE } from "../../src/core/linear-model.ts"

/** A case to learn from: its features (numbers below the size of the model), and whether the answer is yes. */
export interface Example {
  readonly features: readonly number[]
  readonly yes: boolean
  /** How much it counts; 1 when absent. */
  readonly weight?: number
}

export interface Fit {
  /** Number of weights: a power of two. */
  readonly size: number
  /** Passes over the examples; the later half is averaged. 4 when absent. */
  readonly rounds?: number
  /** Step size of AdaGrad; 0.15 when absent. */
  readonly rate?: number
  /** Pull of each weight towards nothing at each step, for models with few examples; 0 when absent. */
  readonly decay?: number
  /** Cases whose chance is off by less than this teach nothing more; 0 when absent. Saves time where most cases are plain. */
  readonly least?: number
}

/** Numbers from 0 up to 1, the same each time (mulberry32 by Tommy Ettinger, public domain). */
export function randomNumbers(start: number): () => number {
  let seed = start
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Logistic regression by AdaGrad (Duchi et al. 2011), averaged over the later half of the rounds and rounded to whole numbers from -127 to 127. */
export function fit(examples: readonly Example[], options: Fit, random: () => number): Int8Array<ArrayBuffer> {
  const { size, rounds = 4, rate = 0.15, decay = 0, least = 0 } = options
  const order = [...examples]
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(0.01)
  const sums = new Float64Array(size)
  const averaged = Math.ceil(rounds / 2)
  for (let round = 0; round < rounds; round++) {
    for (let index = order.length - 1; 0 < index; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    for (const { features, yes, weight = 1 } of order) {
      let score = 0
      for (const feature of features) score += weights[feature]!
      const slope = weight * (1 / (1 + Math.exp(-score)) - (yes ? 1 : 0))
      if (Math.abs(slope) < least) continue
      for (const feature of features) {
        const step = slope + decay * weights[feature]!
        squares[feature]! += step * step
        weights[feature]! -= (rate * step) / Math.sqrt(squares[feature]!)
      }
    }
    if (rounds - averaged <= round) for (let at = 0; at < size; at++) sums[at]! += weights[at]!
  }
  return Int8Array.from(sums, sum => Math.max(-127, Math.min(127, Math.round((SCALE * sum) / averaged))))
}

/** A module that holds weights as base64, for the engine to import. `from`: the script that wrote it and where its card is. */
export function weightsModule(weights: Int8Array<ArrayBuffer>, script: string, card: string): string {
  return [
    `// Written by ${script}; do not edit. Its card is ${card}.`,
    "",
    "/** One signed byte for each feature, as base64. */",
    `export const WEIGHTS =\n  "${Buffer.from(weights.buffer).toString("base64")}"`,
    "",
  ].join("\n")
}
