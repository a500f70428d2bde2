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
  readonly #byWords = new Map<string, readonly string[]>()

  /** Number of different texts. */
  get size(): number {
    return this.#byWords.size
  }

  has(id: string): boolean {
    return this.#reports.has(id)
  }

  /** All reports with the words of this one, in order of id. */
  of(id: string): readonly string[] {
    return this.#byWords.get(this.#reports.get(id)!.words)!
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

  #first(words: string): T | undefined {
    const [id] = this.#byWords.get(words) ?? []
    return id === undefined ? undefined : this.#reports.get(id)
  }

  #put(id: string, report: T | undefined): void {
    const old = this.#reports.get(id)
    if (old) {
      const rest = this.#byWords.get(old.words)!.filter(twin => twin !== id)
      if (rest.length === 0) this.#byWords.delete(old.words)
      else this.#byWords.set(old.words, rest)
      this.#reports.delete(id)
    }
    if (!report) return
    this.#reports.set(id, report)
    this.#byWords.set(report.words, [...(this.#byWords.get(report.words) ?? []), id].sort(compareText))
  }
}
