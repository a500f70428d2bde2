import { expect, test } from "vitest"
import { findHeads } from "./spanning-tree.ts"

test("the tree found is the best of all trees with one root", () => {
  let seed = 1
  // Park and Miller's generator: numbers that are the same everywhere.
  const next = () => (seed = (seed * 48271) % 2147483647)
  for (let round = 0; round < 400; round++) {
    const count = 2 + (round % 4)
    const scores = Int32Array.from({ length: count * (count + 1) }, () => next() % 1000)
    const heads = findHeads(scores, count)
    expect(isTree(heads)).toBe(true)
    expect(total(scores, heads)).toBe(bestTotal(scores, count))
  }
})

test("of equal heads the first is taken", () => {
  expect(findHeads(new Int32Array([5, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0]), 3)).toEqual([0, 1, 1])
})

test("a single word is the root", () => {
  expect(findHeads(new Int32Array([-7, 3]), 1)).toEqual([0])
})

function total(scores: Int32Array, heads: readonly number[]): number {
  return heads.reduce((sum, head, word) => sum + scores[word * (heads.length + 1) + head]!, 0)
}

function isTree(heads: readonly number[]): boolean {
  if (heads.filter(head => head === 0).length !== 1) return false
  return heads.every((_, word) => {
    let node = word + 1
    for (let step = 0; step <= heads.length && node !== 0; step++) node = heads[node - 1]!
    return node === 0
  })
}

function bestTotal(scores: Int32Array, count: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(count).fill(0)
  const walk = (word: number) => {
    if (word === count) {
      if (isTree(heads)) best = Math.max(best, total(scores, heads))
      return
    }
    for (let head = 0; head <= count; head++) {
      heads[word] = head
      walk(word + 1)
    }
  }
  walk(0)
  return best
}
