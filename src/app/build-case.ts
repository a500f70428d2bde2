import type { CaseFile } from "../core/casefile.ts"
import type { Engine } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import type { Reading } from "../core/reading.ts"
import type { RawReport } from "../core/report.ts"
import type { Decision, Store } from "../core/store.ts"
import { checkCancelled } from "./intake.ts"
import { asksForWhole, caseKey, keepCase, openKept, toParts } from "./kept-case.ts"
import type { CaseQuestion } from "./question.ts"
import type { ReportReader } from "./reader.ts"
import { firstScreen } from "./views/first-screen.ts"

export interface BuildOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly read: number; readonly of: number }) => void
}

/** The case from its store: the one kept there, when nothing has changed since; else it is put together, and kept. */
export async function buildCase(
  store: Store,
  engine: Engine,
  reader: ReportReader,
  question: CaseQuestion = {},
  options: BuildOptions = {},
): Promise<CaseFile> {
  const given = { reportIds: await store.reportIds(), decisions: await store.decisions() }
  if (!asksForWhole(question)) return putTogether(store, engine, reader, question, given, options)
  const key = caseKey(engine, store.name, given.reportIds, given.decisions)
  const kept = await openKept(store, key)
  if (kept) return kept
  const caseFile = await putTogether(store, engine, reader, question, given, options)
  await keepCase(store, key, firstScreen(caseFile), toParts(caseFile))
  return caseFile
}

/** Builds the case from the readings of this engine version, with what people decided applied. Reports read by another version are read again. */
async function putTogether(
  store: Store,
  engine: Engine,
  reader: ReportReader,
  question: CaseQuestion,
  { reportIds, decisions }: { readonly reportIds: readonly string[]; readonly decisions: readonly Decision[] },
  { signal, onProgress }: BuildOptions,
): Promise<CaseFile> {
  const live = engine.open({ name: store.name, ...question, decisions })
  const problems: Problem[] = []
  const stale: string[] = []
  const unkept = new Map<string, Reading>()
  for (const id of reportIds) {
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
