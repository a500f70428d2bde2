const FAR = -(2 ** 52)

/**
 * The best tree over `count` words: heads counted from 1, 0 for the one root.
 * `scores[word * (count + 1) + head]` are whole numbers, head 0 the root. Ties go to the head that comes first.
 */
export function findHeads(scores: Int32Array, count: number): number[] {
  const heads = greedyHeads(scores, count)
  let roots = 0
  for (const head of heads) if (head === 0) roots++
  if (roots === 1 && !hasCycle(heads)) return heads
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

function greedyHeads(scores: Int32Array, count: number): number[] {
  const heads: number[] = []
  for (let word = 0; word < count; word++) {
    const row = word * (count + 1)
    let best = 0
    for (let head = 1; head <= count; head++)
      if (head !== word + 1 && scores[row + best]! < scores[row + head]!) best = head
    heads.push(best)
  }
  return heads
}

function hasCycle(heads: readonly number[]): boolean {
  const seen = new Int32Array(heads.length + 1)
  for (let start = 1; start <= heads.length; start++) {
    let node = start
    while (node !== 0 && seen[node] === 0) {
      seen[node] = start
      node = heads[node - 1]!
    }
    if (node !== 0 && seen[node] === start) return true
  }
  return false
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
