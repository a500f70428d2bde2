/** Sets that grow together: every key starts alone, `join` unites. Deterministic: the root of a set is its smallest key. */
export class Union {
  readonly #parent = new Map<string, string>()

  /** The smallest key of the set that holds `key`. */
  root(key: string): string {
    let root = key
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next
    for (let at = key; at !== root; ) {
      const next = this.#parent.get(at)!
      this.#parent.set(at, root)
      at = next
    }
    return root
  }

  /** Unites the sets of the two keys. False when they were one already. */
  join(a: string, b: string): boolean {
    const one = this.root(a)
    const two = this.root(b)
    if (one === two) return false
    if (one < two) this.#parent.set(two, one)
    else this.#parent.set(one, two)
    return true
  }
}

/** Items by key, in the order in which keys first appear; items keep their order. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Order by code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : b < a ? 1 : 0
}

/** A copy sorted by text keys, compared one after the other. */
export function sortBy<T>(items: readonly T[], ...keys: readonly ((item: T) => string | number)[]): T[] {
  return [...items].sort((a, b) => {
    for (const keyOf of keys) {
      const one = keyOf(a)
      const two = keyOf(b)
      if (one < two) return -1
      if (two < one) return 1
    }
    return 0
  })
}

/** Each text once, in the order of first appearance. */
export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
