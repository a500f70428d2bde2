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
  const ids = await store.reportIds()
  const readings: Reading[] = []
  const problems: Problem[] = []
  const stale: string[] = []
  for (const id of ids) {
    checkCancelled(signal)
    const reading = await store.getReading(id, engine.version)
    if (reading) readings.push(reading)
    else stale.push(id)
  }
  async function* raws(): AsyncIterable<RawReport> {
    for (const id of stale) {
      const raw = await store.getReport(id)
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
    readings.push(result.reading)
    await keep(store, result.reading)
  }
  checkCancelled(signal)
  const decisions = await store.decisions()
  const caseFile = engine.build(readings, { name: store.name, ...question, decisions })
  return problems.length === 0 ? caseFile : { ...caseFile, problems: [...caseFile.problems, ...problems] }
}

/** A new reading saves time later, no more: a case that cannot be written, or a report taken out meanwhile, can still be shown. */
async function keep(store: Store, reading: Reading): Promise<void> {
  try {
    await store.putReading(reading)
  } catch (error) {
    if (!(error instanceof HeedError && (error.code === "unavailable" || error.code === "not-found"))) throw error
  }
}
