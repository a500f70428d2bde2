import type { LiveCase, OpenQuestion } from "../../core/engine.ts"
import { HeedError } from "../../core/error.ts"
import { idOfRaw } from "../../core/id.ts"
import type { Problem } from "../../core/problem.ts"
import type { Reading } from "../../core/reading.ts"
import type { RawReport } from "../../core/report.ts"
import type { Store } from "../../core/store.ts"
import { checkCancelled } from "../intake.ts"
import { firstScreen } from "../views/first-screen.ts"
import { caseKey } from "./kept-case.ts"
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
  /** Does what any question needs. A fault is told by the next `make`. */
  warm(): Promise<void>
}

/** Makes cases of the readings in a store, with what people decided applied. Reports read by another engine version are read again. */
export function openCaseMaker(store: Store, machine: Machine): CaseMaker {
  let live: LiveCase | undefined
  const held = new Set<string>()
  const unread = new Map<string, Problem>()
  /** Readings that cannot be kept. */
  const unkept = new Map<string, Reading>()
  let decided = "[]"
  let turn: Promise<unknown> = Promise.resolve()

  const take = (reading: Reading): void => {
    live!.add([reading])
    held.add(reading.report.id)
  }

  /** Brings reports and decisions up to those of the store. */
  const follow = async ({ signal, onProgress }: MakeOptions): Promise<string> => {
    const [reportIds, decisions] = [await store.reportIds(), await store.decisions()]
    const engine = await machine.engine()
    live ??= engine.open({ name: store.name })
    const now = new Set(reportIds)
    const gone = [...held, ...unread.keys()].filter(id => !now.has(id))
    live.remove(gone)
    for (const id of gone) for (const kept of [held, unread, unkept]) kept.delete(id)
    const stale: string[] = []
    for (const id of reportIds) {
      if (held.has(id) || unread.has(id)) continue
      checkCancelled(signal)
      await breathe()
      const reading = await store.getReading(id, engine.version)
      if (reading) take(reading)
      else stale.push(id)
    }
    await readAgain(stale, { signal, onProgress })
    if (JSON.stringify(decisions) !== decided) {
      live.decide(decisions)
      decided = JSON.stringify(decisions)
    }
    return caseKey(machine, store.name, reportIds, decisions)
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
        take(result.reading)
        if (!(await keep(store, result.reading))) unkept.set(result.reading.report.id, result.reading)
      }
    }
  }

  /** One bundle of reports after the other: a case of many reports needs no more memory than its largest bundle. */
  const settle = async (question: OpenQuestion, { signal, onProgress }: MakeOptions): Promise<void> => {
    const { version } = await machine.engine()
    const waiting = question.waiting()
    for (const [done, { id, reports }] of waiting.entries()) {
      await breathe()
      checkCancelled(signal)
      onProgress?.({ kind: "joining", done, of: waiting.length })
      const readings = reports.map(async report => unkept.get(report) ?? readingOf(store, version, report))
      question.settle(id, await Promise.all(readings))
    }
  }

  const make = async (question: CaseQuestion, options: MakeOptions): Promise<MadeCase> => {
    checkCancelled(options.signal)
    const key = await follow(options)
    await settle(live!, options)
    const asked = live!.at(question)
    await settle(asked, options)
    checkCancelled(options.signal)
    const made = asked.file()
    const caseFile = { ...made, problems: [...made.problems, ...unread.values()] }
    return { key, caseFile, first: firstScreen(caseFile) }
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }
  return {
    make: (question = {}, options = {}) => inTurn(() => make(question, options)),
    warm: () =>
      inTurn(async () => {
        await follow({})
        await settle(live!, {})
      }).catch(() => {}),
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
