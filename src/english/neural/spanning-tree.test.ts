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

test("of equal trees the same is taken as by contracting one cycle after the other", () => {
  let seed = 7
  const next = () => (seed = (seed * 48271) % 2147483647)
  for (let round = 0; round < 3000; round++) {
    const count = 2 + (next() % 9)
    const range = [2, 3, 10, 1000][round % 4]!
    const scores = Int32Array.from({ length: count * (count + 1) }, () => next() % range)
    expect(findHeads(scores, count)).toEqual(plainHeads(scores, count))
  }
})

test("rows of like words take quadratic time", () => {
  const count = 400
  const began = performance.now()
  expect(isTree(findHeads(new Int32Array(count * (count + 1)), count))).toBe(true)
  // The plain method takes minutes.
  expect(performance.now() - began).toBeLessThan(5000)
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

const FAR = -(2 ** 52)

/** The same search written plainly: each contraction makes a smaller problem, each candidate for the root is tried. */
function plainHeads(scores: Int32Array, count: number): number[] {
  // From here on node 0 is the root and node i + 1 is word i.
  const size = count + 1
  const square = new Float64Array(size * size).fill(FAR)
  for (let word = 0; word < count; word++)
    for (let head = 0; head < size; head++)
      if (head !== word + 1) square[(word + 1) * size + head] = scores[word * size + head]!
  let tree = spanningTree(square, size)
  const candidates: number[] = []
  for (let node = 1; node < size; node++) if (tree[node] === 0) candidates.push(node)
  if (1 < candidates.length) {
    let bestTotal = Number.NEGATIVE_INFINITY
    for (const candidate of candidates) {
      const trial = square.slice()
      for (let node = 1; node < size; node++) if (node !== candidate) trial[node * size] = FAR
      const grown = spanningTree(trial, size)
      let total = 0
      for (let node = 1; node < size; node++) total += trial[node * size + grown[node]!]!
      if (bestTotal < total) {
        bestTotal = total
        tree = grown
      }
    }
  }
  return tree.slice(1)
}

// Chu-Liu-Edmonds: take the best head of each node, contract a cycle if there is one, and solve the smaller problem.
function spanningTree(scores: Float64Array, size: number): number[] {
  const heads = [-1]
  for (let node = 1; node < size; node++) {
    let best = 0
    for (let head = 1; head < size; head++) if (scores[node * size + best]! < scores[node * size + head]!) best = head
    heads.push(best)
  }
  const cycle = findCycle(heads)
  if (cycle.length === 0) return heads
  const rest: number[] = []
  for (let node = 0; node < size; node++) if (!cycle.includes(node)) rest.push(node)
  const small = rest.length + 1
  const last = rest.length
  const contracted = new Float64Array(small * small).fill(FAR)
  const leave: number[] = []
  const enter: number[] = []
  let total = 0
  for (const node of cycle) total += scores[node * size + heads[node]!]!
  for (const [index, node] of rest.entries()) {
    for (const [otherIndex, other] of rest.entries())
      if (node !== 0 && node !== other) contracted[index * small + otherIndex] = scores[node * size + other]!
    let from = cycle[0]!
    let into = cycle[0]!
    for (const member of cycle) {
      if (scores[node * size + from]! < scores[node * size + member]!) from = member
      if (gain(into, node) < gain(member, node)) into = member
    }
    leave.push(from)
    enter.push(into)
    if (node !== 0) contracted[index * small + last] = scores[node * size + from]!
    contracted[last * small + index] = gain(into, node) + total
  }
  const solved = spanningTree(contracted, small)
  for (const [index, node] of rest.entries())
    if (node !== 0) heads[node] = solved[index] === last ? leave[index]! : rest[solved[index]!]!
  const outside = solved[last]!
  heads[enter[outside]!] = rest[outside]!
  return heads

  function gain(member: number, head: number): number {
    return scores[member * size + head]! - scores[member * size + heads[member]!]!
  }
}

function findCycle(heads: readonly number[]): number[] {
  const seen = new Int32Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = []
    let node = start
    while (0 < node && seen[node] === 0) {
      seen[node] = start
      path.push(node)
      node = heads[node]!
    }
    if (0 < node && seen[node] === start) return path.slice(path.indexOf(node))
  }
  return []
}
