/** A gap between two words: its features, and whether a sentence ends there. */
export interface Example {
  readonly features: readonly number[]
  readonly ends: boolean
}

const ROUNDS = 4
const RATE = 0.15
/** What a weight of one counts in whole numbers; the largest weights lie near five. */
const SCALE = 24

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

/** Logistic regression by AdaGrad, averaged over the later half of the rounds and rounded to whole numbers from -127 to 127. */
export function trainWeights(examples: readonly Example[], size: number, random: () => number): Int8Array<ArrayBuffer> {
  const order = [...examples]
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(0.01)
  const sums = new Float64Array(size)
  for (let round = 0; round < ROUNDS; round++) {
    for (let index = order.length - 1; 0 < index; index--) {
      const other = Math.floor(random() * (index + 1))
      ;[order[index], order[other]] = [order[other]!, order[index]!]
    }
    for (const { features, ends } of order) {
      let score = 0
      for (const feature of features) score += weights[feature]!
      const slope = 1 / (1 + Math.exp(-score)) - (ends ? 1 : 0)
      for (const feature of features) {
        squares[feature]! += slope * slope
        weights[feature]! -= (RATE * slope) / Math.sqrt(squares[feature]!)
      }
    }
    if (ROUNDS / 2 <= round) for (let at = 0; at < size; at++) sums[at]! += weights[at]!
  }
  return Int8Array.from(sums, sum => Math.max(-127, Math.min(127, Math.round((SCALE * sum) / (ROUNDS / 2)))))
}
