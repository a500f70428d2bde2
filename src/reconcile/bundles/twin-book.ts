import { compareText, unique } from "../union.ts"

/** What twins are known by. `words`: the same for reports with the same words in order. */
export interface Twin {
  readonly id: string
  readonly words: string
}

/** What a change of reports makes of those that stand for their words. */
export interface TwinChange<T> {
  /** They stand for their words now, or anew. */
  readonly enter: readonly T[]
  /** Ids of those that did and do not any more. */
  readonly leave: readonly string[]
  /** Ids of those that still do, for more or fewer reports. */
  readonly grown: readonly string[]
}

/** Reports of the same words, so that only one of them is looked at: that of the smallest id. */
export class TwinBook<T extends Twin> {
  readonly #reports = new Map<string, T>()
  readonly #byWords = new Map<string, Set<string>>()
  /** Ids in order, of words that were asked for since they changed: thousands may come at once. */
  readonly #inOrder = new Map<string, readonly string[]>()

  /** Number of different texts. */
  get size(): number {
    return this.#byWords.size
  }

  has(id: string): boolean {
    return this.#reports.has(id)
  }

  /** The report of this id, which is there. */
  get(id: string): T {
    return this.#reports.get(id)!
  }

  /** All reports with the words of this one, in order of id. */
  of(id: string): readonly string[] {
    return this.#idsOf(this.#reports.get(id)!.words)
  }

  change(added: readonly T[], removed: readonly string[]): TwinChange<T> {
    const gone = [...removed, ...added.map(report => report.id)]
    const touched = unique([
      ...gone.flatMap(id => this.#reports.get(id)?.words ?? []),
      ...added.map(report => report.words),
    ])
    const before = new Map(touched.map(words => [words, this.#first(words)]))
    for (const id of gone) this.#put(id, undefined)
    for (const report of added) this.#put(report.id, report)
    const pairs = touched.map(words => ({ old: before.get(words), now: this.#first(words) }))
    const other = pairs.filter(({ old, now }) => old !== now)
    return {
      enter: other.flatMap(({ now }) => now ?? []),
      leave: other.flatMap(({ old }) => old?.id ?? []),
      grown: pairs.flatMap(({ old, now }) => (old !== undefined && old === now ? [now.id] : [])),
    }
  }

  #idsOf(words: string): readonly string[] {
    const known = this.#inOrder.get(words)
    if (known) return known
    const ids = [...(this.#byWords.get(words) ?? [])].sort(compareText)
    this.#inOrder.set(words, ids)
    return ids
  }

  #first(words: string): T | undefined {
    const [id] = this.#idsOf(words)
    return id === undefined ? undefined : this.#reports.get(id)
  }

  #put(id: string, report: T | undefined): void {
    const old = this.#reports.get(id)
    if (old) {
      const twins = this.#byWords.get(old.words)!
      twins.delete(id)
      if (twins.size === 0) this.#byWords.delete(old.words)
      this.#inOrder.delete(old.words)
      this.#reports.delete(id)
    }
    if (!report) return
    this.#reports.set(id, report)
    const twins = this.#byWords.get(report.words)
    if (twins) twins.add(id)
    else this.#byWords.set(report.words, new Set([id]))
    this.#inOrder.delete(report.words)
  }
}
