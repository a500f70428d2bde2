import type { CaseFile } from "../core/casefile.ts"
import type { Engine } from "../core/engine.ts"
import type { Decision, Store } from "../core/store.ts"
import { buildCase } from "./build-case.ts"
import { type Asked, decide } from "./decide.ts"
import type { CaseQuestion } from "./question.ts"
import type { ReportReader } from "./reader.ts"
import { type CaseIndex, indexCase } from "./views/case-index.ts"

/** Something that whoever looks at the case wants to hear. `revision` grows by one with each change of the case. */
export type CaseEvent =
  | { readonly kind: "changed"; readonly revision: number }
  | { readonly kind: "reading"; readonly read: number; readonly of: number }

/** One case that stays open: asked by many, changed by some. */
export interface CaseService {
  readonly store: Store
  readonly revision: number
  /** The case as the question wants it; the same one until something changes. */
  index(question?: CaseQuestion): Promise<CaseIndex>
  /** Writes down what a person decided. The case that follows is there with the next `index`. */
  decide(asked: Asked): Promise<Decision>
  /** Says that the store was changed: reports came or went. */
  changed(): void
  /** Hears events until the function that it gives is called. */
  subscribe(listener: (event: CaseEvent) => void): () => void
}

/** Questions whose answers are kept at once. A choice: a slider moved to and fro over a fortnight asks no day twice. */
const MOST_KEPT = 16

/** Keeps a case open over its store. */
export function openCaseService(
  store: Store,
  engine: () => Promise<Engine>,
  reader: () => Promise<ReportReader>,
): CaseService {
  const listeners = new Set<(event: CaseEvent) => void>()
  const kept = new Map<string, Promise<CaseIndex>>()
  let revision = 1
  const tell = (event: CaseEvent) => {
    for (const listener of listeners) listener(event)
  }
  const build = async (question: CaseQuestion): Promise<CaseFile> =>
    buildCase(store, await engine(), await reader(), question, {
      onProgress: ({ read, of }) => tell({ kind: "reading", read, of }),
    })
  const changed = () => {
    kept.clear()
    revision++
    tell({ kind: "changed", revision })
  }
  const index = (question: CaseQuestion = {}): Promise<CaseIndex> => {
    const key = JSON.stringify([question.asOf ?? "", question.policy ?? ""])
    const known = kept.get(key)
    if (known) return known
    const made = build(question).then(indexCase)
    kept.set(key, made)
    // What failed is tried again by who asks next.
    made.catch(() => kept.get(key) === made && kept.delete(key))
    const [oldest] = kept.keys()
    if (MOST_KEPT < kept.size && oldest !== undefined) kept.delete(oldest)
    return made
  }
  return {
    store,
    get revision() {
      return revision
    },
    index,
    async decide(asked) {
      const decision = await decide(store, (await index()).caseFile, asked)
      changed()
      return decision
    },
    changed,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
