import type { CaseIndex } from "./case-index.ts"

/** What lists rest on: made once for a case, at once by who asks first, or ahead of them in small steps. */
export interface Table<T> {
  (index: CaseIndex): T
  /** Goes on making it, one small step at a time, until it is there; who asks meanwhile has the rest made at once. */
  readonly steps: (index: CaseIndex) => Iterable<void>
}

interface Entry<T> {
  readonly making: Iterator<void, T>
  made?: { readonly table: T }
}

/** A table from how it is made: a generator that stops between two steps of some milliseconds at most. */
export function tableOf<T>(make: (index: CaseIndex) => Iterator<void, T>): Table<T> {
  const entries = new WeakMap<CaseIndex, Entry<T>>()
  const entryOf = (index: CaseIndex): Entry<T> => {
    const known = entries.get(index)
    if (known) return known
    const entry = { making: make(index) }
    entries.set(index, entry)
    return entry
  }
  const step = (index: CaseIndex, entry: Entry<T>): void => {
    try {
      const { done, value } = entry.making.next()
      if (done) entry.made = { table: value }
    } catch (error) {
      // What failed is begun anew by who asks next.
      entries.delete(index)
      throw error
    }
  }
  const table = (index: CaseIndex): T => {
    const entry = entryOf(index)
    while (!entry.made) step(index, entry)
    return entry.made.table
  }
  return Object.assign(table, {
    *steps(index: CaseIndex) {
      const entry = entryOf(index)
      while (!entry.made) {
        step(index, entry)
        yield
      }
    },
  })
}
