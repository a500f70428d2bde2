import type { LiveCase, OpenQuestion } from "../../core/engine.ts"
import { HeedError } from "../../core/error.ts"
import { idOfRaw } from "../../core/id.ts"
import type { Problem } from "../../core/problem.ts"
import type { Reading } from "../../core/reading.ts"
import type { RawReport } from "../../core/report.ts"
import type { ReportKey, Store } from "../../core/store.ts"
import { checkCancelled } from "../intake.ts"
import { firstScreen } from "../views/first-screen.ts"
import { caseKey, keepCase } from "./kept-case.ts"
import { keepDrafts } from "./kept-drafts.ts"
import type { Machine } from "./machine.ts"
import type { MadeCase } from "./made-case.ts"
import type { CaseQuestion } from "./question.ts"

/** How far making a case is: reports read again by this version, or bundles of reports put together. */
export interface MakeProgress {
  readonly kind: "reading" | "joining"
  readonly done: number
  readonly of: number
}

export interface MakeOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: MakeProgress) => void) | undefined
}

/** Makes the case of one store again and again: what it has reconciled once it does again only when its reports or decisions have changed. One question after the other. */
export interface CaseMaker {
  /** Throws HeedError "cancelled"; what was done by then is not lost. */
  make(question?: CaseQuestion, options?: MakeOptions): Promise<MadeCase>
  /** Keeps the whole case that was just made, and what the next one is made from, in the place of what was kept before; stops when another case is asked for. */
  keep(made: MadeCase): Promise<void>
  /** Makes the whole case, so that the next question finds done what it needs; undefined where that failed, which the next `make` tells. */
  warm(): Promise<Pick<MadeCase, "key" | "caseFile"> | undefined>
}

/** So many reports join by their sketches at once; then others get their turn. */
const SKETCHES_AT_ONCE = 256

/** Makes cases of the readings in a store, with what people decided applied. Reports read by another engine version are read again. */
export function openCaseMaker(store: Store, machine: Machine): CaseMaker {
  let live: LiveCase | undefined
  const drafts = keepDrafts(store, machine.version)
  let reports: ReadonlyMap<string, ReportKey> = new Map()
  const held = new Set<string>()
  const unread = new Map<string, Problem>()
  /** Readings that cannot be kept. */
  const unkept = new Map<string, Reading>()
  let decided = "[]"
  let turn: Promise<unknown> = Promise.resolve()
  /** Cases that are waited for and not begun. */
  let asked = 0

  const take = async (reading: Reading): Promise<void> => {
    const { id } = reading.report
    live!.add([reading])
    held.add(id)
    await drafts.putSketch(reports.get(id)!, live!.sketch(id))
  }
  const leave = (ids: readonly string[]): void => {
    live!.remove(ids)
    for (const id of ids) for (const kept of [held, unread, unkept]) kept.delete(id)
  }
  /** Has those reports join whose sketches are kept; gives the others. */
  const join = async (ids: readonly string[], signal: AbortSignal | undefined): Promise<string[]> => {
    const others: string[] = []
    for (let at = 0; at < ids.length; at += SKETCHES_AT_ONCE) {
      checkCancelled(signal)
      await breathe()
      const some = ids.slice(at, at + SKETCHES_AT_ONCE)
      const sketches = await drafts.sketches(some.map(id => reports.get(id)!))
      live!.addSketches(sketches.filter(sketch => sketch !== undefined))
      for (const [index, id] of some.entries()) if (sketches[index]) held.add(id)
      others.push(...some.filter((_, index) => !sketches[index]))
    }
    return others
  }

  /** Brings reports and decisions up to those of the store. */
  const follow = async ({ signal, onProgress }: MakeOptions): Promise<string> => {
    const [now, decisions] = [await store.reportKeys(), await store.decisions()]
    const engine = await machine.engine()
    live ??= engine.open({ name: store.name })
    const before = reports
    reports = new Map(now.map(report => [report.id, report]))
    // A report that was taken out and came again with something else stated is another one.
    leave([...held, ...unread.keys()].filter(id => before.get(id)?.key !== reports.get(id)?.key))
    const stale: string[] = []
    const missing = [...reports.keys()].filter(id => !held.has(id) && !unread.has(id))
    for (const id of await join(missing, signal)) {
      checkCancelled(signal)
      await breathe()
      const reading = await store.getReading(id, engine.version)
      if (reading) await take(reading)
      else stale.push(id)
    }
    await readAgain(stale, { signal, onProgress })
    if (JSON.stringify(decisions) !== decided) {
      live.decide(decisions)
      decided = JSON.stringify(decisions)
    }
    return caseKey(machine, store.name, now, decisions)
  }

  const readAgain = async (ids: readonly string[], { signal, onProgress }: MakeOptions): Promise<void> => {
    if (ids.length === 0) return
    async function* raws(): AsyncIterable<RawReport> {
      for (const id of ids) {
        const raw = await store.getReport(id)
        if (raw) yield raw
      }
    }
    let done = 0
    const reader = await machine.reader()
    for await (const result of reader.readMany(raws(), signal)) {
      checkCancelled(signal)
      onProgress?.({ kind: "reading", done: ++done, of: ids.length })
      if ("problem" in result) unread.set(idOfRaw(result.raw), result.problem)
      else {
        if (!(await keep(store, result.reading))) unkept.set(result.reading.report.id, result.reading)
        await take(result.reading)
      }
    }
  }

  /** One bundle of reports after the other: a case of many reports needs no more memory than its largest bundle. */
  const settle = async (question: OpenQuestion, isWhole: boolean, options: MakeOptions): Promise<void> => {
    const { signal, onProgress } = options
    const { version } = await machine.engine()
    const waiting = question.waiting()
    for (const [done, { id, reports: ids, key }] of waiting.entries()) {
      await breathe()
      checkCancelled(signal)
      onProgress?.({ kind: "joining", done, of: waiting.length })
      const keys = ids.map(report => reports.get(report)!)
      const kept = await drafts.draft(key, keys)
      if (kept) question.restore(id, kept)
      else {
        const readings = ids.map(async report => unkept.get(report) ?? readingOf(store, version, report))
        question.settle(id, await Promise.all(readings))
        if (isWhole) await drafts.putDraft(key, keys, question.draft(id))
      }
    }
  }

  const make = async (question: CaseQuestion, options: MakeOptions): Promise<Omit<MadeCase, "first">> => {
    checkCancelled(options.signal)
    const key = await follow(options)
    await settle(live!, true, options)
    const open = live!.at(question)
    await settle(open, false, options)
    checkCancelled(options.signal)
    const made = open.file()
    return { key, caseFile: { ...made, problems: [...made.problems, ...unread.values()] } }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }
  return {
    make(question = {}, options = {}) {
      asked++
      return inTurn(async () => {
        asked--
        const made = await make(question, options)
        return { ...made, first: firstScreen(made.caseFile) }
      })
    },
    keep: made =>
      inTurn(async () => {
        await drafts.finish([...reports.values()], live!.keys())
        // Who waits for the next case is not to wait for this one to be written.
        await keepCase(store, machine.version, made, () => 0 < asked)
      }),
    warm: () => inTurn(() => make({}, {})).catch(() => undefined),
  }
}

/** A reading that was in the store a moment ago. Throws HeedError "not-found" when its report was taken out meanwhile. */
async function readingOf(store: Store, version: string, id: string): Promise<Reading> {
  const reading = await store.getReading(id, version)
  if (!reading)
    throw new HeedError("not-found", `report ${id} was taken out of case ${store.name} while it was read; try again`)
  return reading
}

/** Keeps a new reading; false when it cannot be kept. It saves time later, no more: a case that cannot be written, or a report taken out meanwhile, can still be shown. */
async function keep(store: Store, reading: Reading): Promise<boolean> {
  try {
    await store.putReading(reading)
    return true
  } catch (error) {
    if (!(error instanceof HeedError && (error.code === "unavailable" || error.code === "not-found"))) throw error
    return false
  }
}

/** Making a case is one long stretch of work; lets the signal of an impatient person in. */
function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
