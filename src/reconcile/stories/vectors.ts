/** Words with weights as plain numbers, so that ten thousand views fit into memory. Cosine of two is made in whole numbers: the same in any order. */
export interface Vector {
  /** Keys of the words (`keyOf`), ascending. */
  readonly keys: Int32Array
  readonly weights: Uint16Array
  /** Square root of the sum of the squares of the weights. */
  readonly length: number
}

/** Likeness of two vectors. */
export interface Likeness {
  /** Cosine, 0 to 1. */
  readonly cosine: number
  /** The largest part of it that one word gives. */
  readonly best: number
}

export function compareVectors(a: Vector, b: Vector): Likeness {
  const { keys, weights } = a
  const { keys: others, weights: otherWeights } = b
  let sum = 0
  let best = 0
  for (let i = 0, j = 0; i < keys.length && j < others.length; ) {
    const key = keys[i]!
    const other = others[j]!
    if (key === other) {
      const product = weights[i]! * otherWeights[j]!
      sum += product
      if (best < product) best = product
    }
    // Without branches: which of the two is smaller cannot be foretold.
    i += +(key <= other)
    j += +(other <= key)
  }
  const length = a.length * b.length
  return length === 0 ? { cosine: 0, best: 0 } : { cosine: sum / length, best: best / length }
}

/** How many numbers two ascending lists share. */
export function countShared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!
    if (difference === 0) shared++
    if (difference <= 0) i++
    if (0 <= difference) j++
  }
  return shared
}

/** Whether an ascending list has a number. */
export function hasKey(keys: Int32Array, key: number): boolean {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key
}
