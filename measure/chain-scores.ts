import { emptyTally, type Tally } from "./tally.ts"

/** Chains are lists of mention keys; a key stands in one chain of each side at most. */
export type Chains = readonly (readonly string[])[]

/**
 * The three scores whose mean F1 is the CoNLL score (Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions"), for one document:
 * MUC counts links, B3 mentions by the share of their chain that is right, CEAFe chains in the best one-to-one assignment by the similarity of Luo's phi 4.
 */
export function scoreChains(gold: Chains, found: Chains): { muc: Tally; b3: Tally; ceaf: Tally } {
  return { muc: muc(gold, found), b3: b3(gold, found), ceaf: ceaf(gold, found) }
}

function muc(gold: Chains, found: Chains): Tally {
  const tally = emptyTally()
  ;[tally.gold, tally.goldHit] = linksKept(gold, found)
  ;[tally.found, tally.foundHit] = linksKept(found, gold)
  return tally
}

/** Links of the chains, and how many of them the other side keeps together. */
function linksKept(chains: Chains, other: Chains): [number, number] {
  const chainOf = indexOf(other)
  let [links, kept] = [0, 0]
  for (const chain of chains) {
    const parts = new Set(chain.map(key => chainOf.get(key) ?? key))
    links += chain.length - 1
    kept += chain.length - parts.size
  }
  return [links, kept]
}

function b3(gold: Chains, found: Chains): Tally {
  const tally = emptyTally()
  ;[tally.gold, tally.goldHit] = sharesKept(gold, found)
  ;[tally.found, tally.foundHit] = sharesKept(found, gold)
  return tally
}

function sharesKept(chains: Chains, other: Chains): [number, number] {
  const chainOf = indexOf(other)
  let [mentions, kept] = [0, 0]
  for (const chain of chains) {
    const sizes = new Map<number, number>()
    for (const key of chain) {
      const there = chainOf.get(key)
      if (there !== undefined) sizes.set(there, (sizes.get(there) ?? 0) + 1)
    }
    mentions += chain.length
    for (const size of sizes.values()) kept += (size * size) / chain.length
  }
  return [mentions, kept]
}

function ceaf(gold: Chains, found: Chains): Tally {
  const similarity = gold.map(chain => {
    const keys = new Set(chain)
    return found.map(other => (2 * other.filter(key => keys.has(key)).length) / (chain.length + other.length))
  })
  const hit = bestAssignment(similarity)
  return { gold: gold.length, found: found.length, goldHit: hit, foundHit: hit }
}

function indexOf(chains: Chains): Map<string, number> {
  return new Map(chains.flatMap((chain, index) => chain.map(key => [key, index] as const)))
}

/** The largest sum of one entry a row and column: the Hungarian method with potentials (Kuhn 1955, in the form of Jonker and Volgenant). */
function bestAssignment(gains: readonly (readonly number[])[]): number {
  const size = Math.max(gains.length, gains[0]?.length ?? 0)
  const cost = (row: number, column: number) => -(gains[row - 1]?.[column - 1] ?? 0)
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const before = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    do {
      used[column] = 1
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue
        const reduced = cost(rowOf[column]!, other) - rowPotential[rowOf[column]!]! - columnPotential[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          before[other] = column
        }
        if (least[other]! < delta) {
          delta = least[other]!
          next = other
        }
      }
      for (let other = 0; other <= size; other++)
        if (used[other]) {
          rowPotential[rowOf[other]!]! += delta
          columnPotential[other]! -= delta
        } else least[other]! -= delta
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!
      column = before[column]!
    }
  }
  let sum = 0
  for (let column = 1; column <= size; column++) sum -= cost(rowOf[column]!, column)
  return sum
}
