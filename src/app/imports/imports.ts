import { HeedError } from "../../core/error.ts"
import type { Store, StoredReport } from "../../core/store.ts"
import { addReports, type ReportTold } from "../add-reports.ts"
import type { Collected, Stated } from "../intake.ts"
import type { ReportReader } from "../reader.ts"
import { counted } from "../words.ts"
import { ImportRecord } from "./import-record.ts"
import type { ImportSummary, ImportView } from "./import-view.ts"

/** Bytes of removed reports that are held for "bring back", for the whole session. Beyond it, they must be added again by hand. */
const HELD_BYTES = 256 * 1024 * 1024
/** Imports that are remembered; the oldest that are through are forgotten. */
const REMEMBERED = 200

/** What is to be added. `names`: one for each thing; absent where nobody knows yet how many there are. */
export interface ImportAsked {
  readonly what: string
  readonly names?: readonly string[]
  readonly stated?: Stated
  collect(telling: Telling): AsyncIterable<Collected>
}

/** How collecting tells what it does. `name`: as in `names`. */
export interface Telling {
  readonly signal: AbortSignal
  readonly fetching: (name: string) => void
  /** From now on the thing goes by another name: where its page was found. */
  readonly fetched: (name: string, as: string) => void
}

/** What imports need: one case, and somebody to tell. */
export interface ImportsOf {
  readonly store: Store
  reader(): Promise<ReportReader>
  /** The clock. */
  now(): Date
  /** Called when reports joined or left: brings what is shown up to date. */
  onCase(): Promise<void>
}

/** The imports and removals of one session: one runs at a time, each can be cancelled, undone and done again. */
export interface Imports {
  add(asked: ImportAsked): ImportSummary
  /** Takes reports out. Throws HeedError "not-found" before anything is removed. */
  remove(reportIds: readonly string[]): Promise<ImportSummary>
  /** Reads a report anew with what a person says of it, such as its date; all else stays. Throws HeedError "not-found". */
  state(reportId: string, stated: Stated): Promise<ImportSummary>
  /** Newest first. */
  list(): ImportSummary[]
  /** Throws HeedError "not-found". */
  get(id: string): ImportView
  /** What is added by then stays. Nothing happens to one that is through. */
  cancel(id: string): ImportSummary
  /** Takes out exactly the reports that it brought, or brings back those that it took out. Throws HeedError "conflict" while it runs. */
  undo(id: string): ImportSummary
  redo(id: string): ImportSummary
  /** Hears every step of every import until the function that it gives is called. */
  subscribe(listener: (summary: ImportSummary) => void): () => void
  /** Cancels all and waits for them to stop. */
  close(): Promise<void>
}

export function openImports(of: ImportsOf): Imports {
  const listeners = new Set<(summary: ImportSummary) => void>()
  const tell = (one: ImportRecord) => {
    for (const listener of listeners) listener(one.summary())
  }
  const records = new Map<string, ImportRecord>()
  let queue: Promise<void> = Promise.resolve()
  let number = 0
  let isClosed = false

  const record = (kind: ImportSummary["kind"], what: string, names: readonly string[] | undefined): ImportRecord => {
    if (isClosed) throw new HeedError("unavailable", "Heed is closing; start it again to add reports")
    const made = new ImportRecord(String(++number), kind, what, names, of.now().toISOString())
    records.set(made.id, made)
    for (const [id, { isThrough }] of records) {
      if (records.size <= REMEMBERED) break
      if (isThrough) records.delete(id)
    }
    return made
  }

  /** Lets it run when its turn comes. A fault of ours ends this import, never the program. */
  const enqueue = (one: ImportRecord, work: (signal: AbortSignal) => Promise<void>): ImportSummary => {
    const { signal } = one.wait()
    tell(one)
    queue = queue.then(async () => {
      try {
        if (signal.aborted) one.end("cancelled")
        else await work(signal)
      } catch (error) {
        one.end("stopped", error instanceof HeedError ? error.message : `a fault of Heed: ${(error as Error).message}`)
      }
      tell(one)
    })
    return one.summary()
  }

  const bringIn = async (
    one: ImportRecord,
    asked: Pick<ImportAsked, "stated" | "collect">,
    signal: AbortSignal,
  ): Promise<void> => {
    one.begin()
    one.run("loading the language models")
    tell(one)
    const onReport = (told: ReportTold) => {
      one.told(told)
      tell(one)
    }
    const fetching = (name: string) => {
      one.fetching(name)
      tell(one)
    }
    const { stopped } = await addReports(
      of.store,
      await of.reader(),
      asked.collect({ signal, fetching, fetched: (name, as) => one.fetched(name, as) }),
      {
        signal,
        onReport,
        ...(asked.stated && { stated: asked.stated }),
      },
    )
    one.settle()
    await upToDate(one, one.isIn)
    // What was added before it stopped can be undone like the rest.
    if (stopped) one.end(stopped.code === "cancelled" ? "cancelled" : "stopped", stopped.message)
  }

  const upToDate = async (one: ImportRecord, hasChanged: boolean): Promise<void> => {
    if (!hasChanged) return
    one.run("comparing with the other reports")
    tell(one)
    await of.onCase()
  }

  const takeOut = async (one: ImportRecord, ids: readonly string[]): Promise<StoredReport[]> => {
    const kept: StoredReport[] = []
    for (const id of ids) {
      const report = await of.store.getReport(id)
      if (!report) continue
      kept.push(report)
      await of.store.removeReport(id)
    }
    await upToDate(one, 0 < kept.length)
    return kept
  }

  /** Lets go of what was held longest when too much is held. */
  const hold = (one: ImportRecord, reports: readonly StoredReport[]): void => {
    one.out(reports)
    let bytes = 0
    for (const other of [...records.values()].reverse()) {
      bytes += other.heldBytes
      if (HELD_BYTES < bytes) other.letGo()
    }
  }

  const leave = (one: ImportRecord, ids: readonly string[], state: "done" | "undone"): ImportSummary =>
    enqueue(one, async () => {
      one.run(`taking out ${counted(ids.length, "report")}`)
      hold(one, await takeOut(one, ids))
      one.end(state)
    })

  const comeBack = (one: ImportRecord, state: "done" | "undone"): ImportSummary =>
    enqueue(one, async signal => {
      const collect = () => backAgain(one.held)
      await bringIn(one, { collect }, signal)
      if (!one.isThrough) one.end(state)
    })

  /** Puts the report that is held in the place of the one in the case, which is held from then on. */
  const swap = (one: ImportRecord, state: "done" | "undone"): ImportSummary =>
    enqueue(one, async () => {
      one.run("reading the report anew")
      tell(one)
      const next = one.held[0]!
      const reader = await of.reader()
      for await (const result of reader.readMany(rawsOf(one.held))) {
        if ("problem" in result) throw new HeedError("bad-request", result.problem.message)
        const [before, reading] = [
          await of.store.getReport(next.id),
          await of.store.getReading(next.id, reader.version),
        ]
        if (!before) throw new HeedError("not-found", `no report ${next.id} in case ${of.store.name}; it was taken out`)
        await of.store.removeReport(next.id)
        try {
          await of.store.putReport(next, result.reading)
        } catch (error) {
          if (reading) await of.store.putReport(before, reading)
          throw error
        }
        one.swapped(before)
      }
      await upToDate(one, true)
      one.end(state)
    })

  const requireRecord = (id: string): ImportRecord => {
    const one = records.get(id)
    if (!one)
      throw new HeedError("not-found", `no import ${id} in this session; imports are remembered until Heed is closed`)
    return one
  }

  const turn = (id: string, wanted: "undo" | "redo"): ImportSummary => {
    const one = requireRecord(id)
    const { canUndo, canRedo, what } = one.summary()
    if (!one.isThrough)
      throw new HeedError("conflict", `the import of ${what} is not through yet; cancel it or wait for its end`)
    if (!(wanted === "undo" ? canUndo : canRedo))
      throw new HeedError("conflict", `nothing to ${wanted} in the import of ${what}: ${one.summary().message}`)
    const state = wanted === "undo" ? "undone" : "done"
    if (one.kind === "state") return swap(one, state)
    return one.isIn ? leave(one, one.joined, state) : comeBack(one, state)
  }

  return {
    add(asked) {
      const one = record("add", asked.what, asked.names)
      return enqueue(one, async signal => {
        await bringIn(one, asked, signal)
        if (!one.isThrough) one.end("done")
      })
    },
    async remove(reportIds) {
      const held = new Set(await of.store.reportIds())
      const ids = [...new Set(reportIds)]
      const absent = ids.find(id => !held.has(id))
      if (absent !== undefined)
        throw new HeedError("not-found", `no report ${absent} in case ${of.store.name}; nothing was removed`)
      return leave(record("remove", counted(ids.length, "report"), []), ids, "done")
    },
    async state(reportId, stated) {
      const report = await of.store.getReport(reportId)
      if (!report)
        throw new HeedError("not-found", `no report ${reportId} in case ${of.store.name}; nothing was stated`)
      const said = Object.entries(stated).map(([name, value]) => `${name} ${value}`)
      const what = `of ${report.file ?? report.url ?? "a report"}: ${said.join(", ")}`
      const one = record("state", what, [])
      one.held = [{ ...report, stated: { ...report.stated, ...stated } }]
      return swap(one, "done")
    },
    list: () => [...records.values()].reverse().map(one => one.summary()),
    get: id => requireRecord(id).view(),
    cancel(id) {
      const one = requireRecord(id)
      one.cancel()
      tell(one)
      return one.summary()
    },
    undo: id => turn(id, "undo"),
    redo: id => turn(id, "redo"),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      for (const one of records.values()) one.cancel()
      await queue
    },
  }
}

async function* rawsOf(reports: readonly StoredReport[]): AsyncIterable<StoredReport> {
  yield* reports
}

async function* backAgain(reports: readonly StoredReport[]): AsyncIterable<Collected> {
  for (const raw of reports) yield { raw }
}
