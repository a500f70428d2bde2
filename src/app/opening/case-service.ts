import { HeedError } from "../../core/error.ts"
import type { Decision, Store } from "../../core/store.ts"
import { type Asked, decide, decideTogether } from "../decide.ts"
import { type CaseIndex, indexCase } from "../views/case-index.ts"
import { type FirstScreen, isFirst } from "../views/first-screen.ts"
import { prepareViews } from "../views/prepare-views.ts"
import type { OpenedReport } from "../views/reader/reader-view.ts"
import { openAnswers } from "./case-answers.ts"
import type { CaseBuilder } from "./case-builder.ts"
import { asksForWhole, CaseFromParts, caseKey, type KeptCase, keptBefore, keptCase } from "./kept-case.ts"
import type { MadeCase } from "./made-case.ts"
import type { MakeOptions, MakeProgress } from "./make-case.ts"
import type { CaseQuestion } from "./question.ts"
import { SMALL_CASE } from "./small-case.ts"

/** How far a case is that is being made; of the whole case, asked by {}, the one before is shown meanwhile. */
export interface Making extends MakeProgress {
  readonly question: CaseQuestion
}

/** Something that whoever looks at the case wants to hear. `revision` grows with each change of what is shown. */
export type CaseEvent =
  | { readonly kind: "changed"; readonly revision: number }
  | { readonly kind: "making"; readonly making: Making }
  | { readonly kind: "failed"; readonly message: string }

/** One case that stays open: asked by many, changed by some. */
export interface CaseService {
  readonly store: Store
  readonly revision: number
  /** What is under way for the whole case; undefined when it is up to date. */
  readonly making: Making | undefined
  /**
   * The case as the question wants it; the same one until something changes. Of a large case the one before is given while it is made anew.
   * What nobody waits for any more, as all their signals say, is not made.
   */
  index(question?: CaseQuestion, signal?: AbortSignal): Promise<CaseIndex>
  /** The answer of a view of the first screen, as JSON, also while the case itself is still being loaded; undefined for any other view. */
  first(path: string, question?: CaseQuestion, signal?: AbortSignal): Promise<string | undefined>
  /** A report of the case with what was read in it. Throws HeedError "not-found". */
  openReport(id: string): Promise<OpenedReport>
  /** Writes down what a person decided. Of a small case, what follows from it is there when it is done, where that does not take long. */
  decide(asked: Asked): Promise<Decision>
  /** The same for several, all of them about the case as it is now; all are checked before the first is written. */
  decideTogether(asked: readonly Asked[]): Promise<readonly Decision[]>
  /** Says that the store was changed: reports came or went. The case is made anew in the background. */
  changed(): void
  /** Waits until what is shown is the case of what is in the store. */
  settled(): Promise<void>
  /** Hears events until the function that it gives is called. */
  subscribe(listener: (event: CaseEvent) => void): () => void
  /** Ends what is under way. The store stays open. */
  close(): Promise<void>
}

/** Cases as known at other days that are held at once: many small ones, so that a slider moved to and fro asks no day twice, or few large ones. */
const DAYS_HELD = { small: 16, large: 2 }

/** How long after a decision those who ask for a small case wait for what follows from it: not each of them, but all together. A choice: longer, and a person thinks that nothing happens. */
const PATIENCE_MS = 2000
/** Rest between two tables that are made ahead, for whoever asks meanwhile. */
const BREATH_MS = 4

/** Waits without keeping the process alive. */
const pause = (ms: number) => new Promise<void>(resolve => void setTimeout(resolve, ms).unref())

interface Shown {
  readonly key: string
  readonly first: FirstScreen
  readonly index: CaseIndex
}

/** Keeps a case open over its store. Begins to load it at once. */
export function openCaseService(store: Store, builder: CaseBuilder): CaseService {
  const listeners = new Set<(event: CaseEvent) => void>()
  const looked = Promise.withResolvers<void>()
  const shown = Promise.withResolvers<void>()
  /** What is kept of a case that is still being loaded. */
  let early: Omit<Shown, "index"> | undefined
  let whole: Shown | undefined
  let refreshing: Promise<Shown> | undefined
  let isStale = true
  let hasChanged = false
  let isClosed = false
  let revision = 1
  let making: Making | undefined
  /** Ends when nobody waits any longer for what follows from the last decision. Whoever brings reports hears when they are in; nobody else waits for that. */
  let patience: Promise<void> = Promise.resolve()

  const tell = (event: CaseEvent) => {
    for (const listener of listeners) listener(event)
  }
  const progress = (question: CaseQuestion): NonNullable<MakeOptions["onProgress"]> => {
    let told = ""
    return made => {
      const now = { ...made, question }
      if (asksForWhole(question)) making = now
      // A hundredth is as fine as anybody can see.
      const hundredth = `${made.kind} ${Math.floor((100 * made.done) / made.of)}`
      if (hundredth === told) return
      told = hundredth
      tell({ kind: "making", making: now })
    }
  }
  const days = openAnswers<Shown>(
    async (question: CaseQuestion, signal) =>
      shownOf(await builder.build(question, { signal, onProgress: progress(question) })),
    () => (isLarge(whole) ? DAYS_HELD.large : DAYS_HELD.small),
  )

  /** Gets the lists of the case ready while nobody asks; what is shown no longer is left. */
  const prepare = (index: CaseIndex): void => {
    const breathe = async () => {
      await pause(BREATH_MS)
      if (isClosed || whole?.index !== index) throw new HeedError("cancelled", "cancelled")
    }
    prepareViews(index, breathe).catch((error: unknown) => {
      if (!(error instanceof HeedError)) throw error
    })
  }

  const show = (now: Shown): Shown => {
    const { key } = now
    const before = whole?.key ?? early?.key
    whole = now
    early = undefined
    shown.resolve()
    prepare(now.index)
    if (hasChanged || (before !== undefined && before !== key)) {
      hasChanged = false
      revision++
      days.clear()
      tell({ kind: "changed", revision })
    }
    return now
  }
  const load = async (kept: KeptCase): Promise<Shown> => {
    early = kept
    looked.resolve()
    const file = new CaseFromParts()
    for await (const part of kept.parts()) {
      if (isClosed) throw new HeedError("cancelled", "cancelled")
      file.add(part)
      // Between two parts others are answered.
      await new Promise(resolve => setImmediate(resolve))
    }
    return shownOf({ ...kept, caseFile: file.caseFile })
  }
  /** Makes the case; shows the one before while that takes long. */
  const make = async (): Promise<Shown> => {
    const before = whole ? undefined : await keptBefore(store, builder.version)
    const held = whole && { key: whole.key, caseFile: whole.index.caseFile }
    const built = builder.build({}, { onProgress: progress({}), before: held })
    built.catch(() => {})
    if (before && SMALL_CASE < before.reports) {
      show(await load(before))
    }
    looked.resolve()
    return show(shownOf(await built))
  }
  const refresh = async (): Promise<Shown> => {
    for (;;) {
      isStale = false
      const key = caseKey(builder, store.name, await store.reportKeys(), await store.decisions())
      const kept = whole?.key === key ? undefined : await keptCase(store, key)
      const now = whole?.key === key ? whole : kept ? show(await load(kept)) : await make()
      // The first decision is not to wait for what it needs to be loaded.
      if (kept) builder.warm()
      if (!isStale) return now
    }
  }
  const start = (): Promise<Shown> =>
    refresh()
      .catch((error: unknown) => {
        // What failed is tried again by who asks next.
        isStale = true
        looked.resolve()
        if (!isClosed) tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) })
        throw error
      })
      .finally(() => {
        refreshing = undefined
        making = undefined
      })
  const fresh = async (): Promise<Shown> => {
    for (;;) {
      if (whole && !isStale && !refreshing) return whole
      refreshing ??= start()
      await refreshing
    }
  }
  /** Begins to make the case; who asks for it hears when that fails. */
  const begin = (): Promise<Shown> => {
    const coming = fresh()
    coming.catch(() => {})
    return coming
  }
  const change = (): Promise<Shown> => {
    isStale = true
    hasChanged = true
    return begin()
  }
  /** A small case is soon made; where it is not, for a very long report, the one before is better than nothing. */
  const soon = (coming: Promise<Shown>): Promise<Shown> => Promise.race([coming, patience.then(() => whole ?? coming)])
  /** Has what follows from a decision made. */
  const followed = async (): Promise<void> => {
    patience = pause(PATIENCE_MS)
    const coming = change()
    if (!isLarge(whole)) await soon(coming)
  }
  /** A day that was given up because the case changed is asked for anew. */
  const askDay = async (question: CaseQuestion, signal: AbortSignal | undefined): Promise<Shown> => {
    for (;;) {
      const asked = revision
      try {
        return await days.ask(question, signal)
      } catch (error) {
        if (asked === revision || isClosed || signal?.aborted) throw error
      }
    }
  }
  const ask = async (question: CaseQuestion = {}, signal?: AbortSignal): Promise<Shown> => {
    if (!asksForWhole(question)) return askDay(question, signal)
    const coming = begin()
    if (!whole) await Promise.race([coming, shown.promise])
    if (isLarge(whole)) return whole!
    return whole ? soon(coming) : coming
  }
  const index: CaseService["index"] = async (question, signal) => (await ask(question, signal)).index
  void begin()
  return {
    store,
    get revision() {
      return revision
    },
    get making() {
      return making
    },
    index,
    async first(path, question = {}, signal) {
      if (!isFirst(path)) return undefined
      if (asksForWhole(question) && !whole) await looked.promise
      const now = asksForWhole(question) && !whole ? early : undefined
      return (now ?? (await ask(question, signal))).first[path]
    },
    openReport: id => builder.openReport(id),
    async decide(asked) {
      const { caseFile } = await index()
      const decision = await decide(store, caseFile, asked)
      await followed()
      return decision
    },
    async decideTogether(asked) {
      const { caseFile } = await index()
      const decisions = await decideTogether(store, caseFile, asked)
      await followed()
      return decisions
    },
    changed: () => void change(),
    async settled() {
      await fresh()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      days.clear()
      await builder.close()
      await refreshing?.catch(() => {})
    },
  }
}

function shownOf({ key, first, caseFile }: MadeCase): Shown {
  return { key, first, index: indexCase(caseFile) }
}

function isLarge(shown: Shown | undefined): boolean {
  return shown !== undefined && SMALL_CASE < shown.index.caseFile.reports.length
}
