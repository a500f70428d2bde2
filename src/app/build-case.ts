import type { CaseFile } from "../core/casefile.ts"
import type { CaseOptions, Engine } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import type { Reading } from "../core/reading.ts"
import type { RawReport } from "../core/report.ts"
import type { Store } from "../core/store.ts"
import { checkCancelled } from "./intake.ts"
import type { ReportReader } from "./reader.ts"

/** What a person may ask of a case: everything but its name and what was decided about it. */
export type CaseQuestion = Pick<CaseOptions, "asOf" | "policy">

/** Builds the case from its store: the readings of this engine version, with what people decided applied. Reports read by another version are read again. */
export async function buildCase(
  store: Store,
  engine: Engine,
  reader: ReportReader,
  question: CaseQuestion = {},
  options: {
    readonly signal?: AbortSignal
    readonly onProgress?: (progress: { readonly read: number; readonly of: number }) => void
  } = {},
): Promise<CaseFile> {
  const { signal, onProgress } = options
  const live = engine.open({ name: store.name, ...question, decisions: await store.decisions() })
  const problems: Problem[] = []
  const stale: string[] = []
  const unkept = new Map<string, Reading>()
  for (const id of await store.reportIds()) {
    checkCancelled(signal)
    const reading = await store.getReading(id, engine.version)
    if (reading) live.add([reading])
    else stale.push(id)
  }
  async function* raws(): AsyncIterable<RawReport> {
    for (const id of stale) {
      const raw = await rawReport(store, id)
      if (raw) yield raw
    }
  }
  let reread = 0
  for await (const result of reader.readMany(raws(), signal)) {
    checkCancelled(signal)
    onProgress?.({ read: ++reread, of: stale.length })
    if ("problem" in result) {
      problems.push(result.problem)
      continue
    }
    const { reading } = result
    live.add([reading])
    if (!(await keep(store, reading))) unkept.set(reading.report.id, reading)
  }
  // One bundle of reports after the other: a case of many reports needs no more memory than its largest bundle.
  for (const { id, reports } of live.waiting()) {
    checkCancelled(signal)
    live.settle(id, await Promise.all(reports.map(report => unkept.get(report) ?? readingOf(store, engine, report))))
  }
  checkCancelled(signal)
  const caseFile = live.file()
  return problems.length === 0 ? caseFile : { ...caseFile, problems: [...caseFile.problems, ...problems] }
}

/** A reading that was in the store a moment ago. Throws HeedError "not-found" when its report was taken out meanwhile. */
async function readingOf(store: Store, engine: Engine, id: string): Promise<Reading> {
  const reading = await store.getReading(id, engine.version)
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

/** The report as it arrived, or undefined when it is not in the case. */
export async function rawReport(store: Store, id: string): Promise<RawReport | undefined> {
  const stored = await store.getReport(id)
  if (!stored) return undefined
  const { id: _, ...raw } = stored
  return raw
}
