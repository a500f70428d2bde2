const FAR = -(2 ** 52)
// More than the totals of two trees can differ, for up to 1,024 words; sums with it and with FAR stay exact.
const ONE_ROOT = 2 ** 44

/**
 * The best tree over `count` words: heads counted from 1, 0 for the one root.
 * `scores[word * (count + 1) + head]` are whole numbers, head 0 the root. Ties go to the head that comes first.
 * Takes time with the square of `count`, for each word that could be the root.
 */
export function findHeads(scores: Int32Array, count: number): number[] {
  const heads = greedyHeads(scores, count)
  let roots = 0
  for (const head of heads) if (head === 0) roots++
  if (roots === 1 && !hasCycle(heads)) return heads
  // From here on node 0 is the root and node i + 1 is word i.
  const score = (node: number, head: number) => scores[(node - 1) * (count + 1) + head]!
  const tree = spanningTree(count + 1, score)
  const candidates: number[] = []
  for (let node = 1; node <= count; node++) if (tree[node] === 0) candidates.push(node)
  return (candidates.length === 1 ? tree : bestWithOneRoot(candidates, count + 1, score)).slice(1)
}

type Score = (node: number, head: number) => number

// Tries each candidate as the only root; of equal trees the first is taken.
function bestWithOneRoot(candidates: readonly number[], size: number, score: Score): number[] {
  const totalOf = (tree: readonly number[]) => {
    let total = 0
    for (let node = 1; node < size; node++) total += score(node, tree[node]!)
    return total
  }
  // When a root costs more than anything can be worth, the best tree has one. None is better, so the search may end there.
  const highest = totalOf(spanningTree(size, (node, head) => score(node, head) - (head === 0 ? ONE_ROOT : 0)))
  let best: number[] = []
  let bestTotal = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const tree = spanningTree(size, (node, head) => (head === 0 && node !== candidate ? FAR : score(node, head)))
    const total = totalOf(tree)
    if (bestTotal < total) {
      bestTotal = total
      best = tree
    }
    if (total === highest) break
  }
  return best
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

// Chu-Liu-Edmonds: take the best head of each node, and while there is a cycle, make it one new node.
// A new node has the next number, so it comes last among equals. The score of what is outside a cycle never changes:
// its best head moves on only when it goes into a cycle, and then only forward, which keeps the work quadratic.
function spanningTree(size: number, score: Score): number[] {
  const width = 2 * size
  const scores = new Float64Array(width * width).fill(FAR)
  const heads = new Array<number>(size).fill(0)
  heads[0] = -1
  for (let node = 1; node < size; node++) {
    for (let head = 0; head < size; head++) if (head !== node) scores[node * width + head] = score(node, head)
    for (let head = 1; head < size; head++)
      if (scores[node * width + heads[node]!]! < scores[node * width + head]!) heads[node] = head
  }
  const cycles: number[][] = []
  // The node that each node went into.
  const inside: number[] = new Array<number>(size).fill(width)
  let active = heads.map((_, node) => node)
  for (let cycle = findCycle(active, heads); 0 < cycle.length; cycle = findCycle(active, heads)) {
    const made = size + cycles.length
    cycles.push(cycle)
    inside.push(width)
    let total = 0
    for (const member of cycle) {
      inside[member] = made
      total += scores[member * width + heads[member]!]!
    }
    active = active.filter(node => inside[node] === width)
    let best = 0
    for (const node of active) {
      const member = entryOf(cycle, node)
      scores[made * width + node] = gain(member, node) + total
      if (scores[made * width + best]! < scores[made * width + node]!) best = node
      if (node === 0) continue
      scores[node * width + made] = scores[node * width + exitOf(cycle, node)]!
      const highest = scores[node * width + heads[node]!]!
      while (inside[heads[node]!] !== width || scores[node * width + heads[node]!] !== highest) heads[node]!++
    }
    active.push(made)
    heads.push(best)
  }
  for (let made = size + cycles.length - 1; size <= made; made--) {
    const cycle = cycles[made - size]!
    for (let node = 1; node < made; node++)
      if (made < inside[node]! && heads[node] === made) heads[node] = exitOf(cycle, node)
    const member = entryOf(cycle, heads[made]!)
    heads[member] = heads[made]!
  }
  return heads.slice(0, size)

  /** The member of a cycle that is the best head of a node outside. */
  function exitOf(cycle: readonly number[], node: number): number {
    let from = cycle[0]!
    for (const member of cycle) if (scores[node * width + from]! < scores[node * width + member]!) from = member
    return from
  }

  /** The member of a cycle that best takes a node outside as its head. */
  function entryOf(cycle: readonly number[], head: number): number {
    let into = cycle[0]!
    for (const member of cycle) if (gain(into, head) < gain(member, head)) into = member
    return into
  }

  function gain(member: number, head: number): number {
    return scores[member * width + head]! - scores[member * width + heads[member]!]!
  }
}

// The members in the order in which heads lead through them, or none.
function findCycle(active: readonly number[], heads: readonly number[]): number[] {
  const seen = new Int32Array(heads.length)
  for (const start of active) {
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
