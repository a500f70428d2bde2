import type { CaseFile } from "../core/casefile.ts"
import type { Engine } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import type { Problem } from "../core/problem.ts"
import type { Reading } from "../core/reading.ts"
import type { RawReport } from "../core/report.ts"
import { type Collected, checkCancelled, type Stated, withStated } from "./intake.ts"
import type { CaseQuestion } from "./opening/question.ts"
import type { ReportReader } from "./reader.ts"

/** Reports read into memory, without a case file. */
export interface ReadReports {
  readonly readings: readonly Reading[]
  /** What arrived, by report id. */
  readonly raws: ReadonlyMap<string, RawReport>
  /** What could not be collected or read. */
  readonly problems: readonly Problem[]
}

/** Reads everything that is collected. Throws HeedError: "unreadable" when nothing at all could be read, "cancelled". */
export async function readReports(
  reader: ReportReader,
  collected: AsyncIterable<Collected>,
  options: {
    readonly stated?: Stated
    readonly signal?: AbortSignal
    readonly onProgress?: (progress: { readonly read: number; readonly file: string }) => void
  } = {},
): Promise<ReadReports> {
  const { stated = {}, signal, onProgress } = options
  const problems: Problem[] = []
  const raws = new Map<string, RawReport>()
  const readings = new Map<string, Reading>()
  async function* collectedRaws(): AsyncIterable<RawReport> {
    for await (const item of collected) {
      if (signal?.aborted) return
      if ("problem" in item) problems.push(item.problem)
      else {
        onProgress?.({ read: readings.size, file: item.raw.file ?? item.raw.url ?? "" })
        yield withStated(item.raw, stated)
      }
    }
  }
  for await (const result of reader.readMany(collectedRaws(), signal)) {
    checkCancelled(signal)
    if ("problem" in result) problems.push(result.problem)
    else {
      // Two files with the same bytes are one report; which of their names it has must not depend on who was first.
      const { id } = result.reading.report
      const twin = raws.get(id)
      if (twin && nameOf(twin) <= nameOf(result.raw)) continue
      raws.set(id, result.raw)
      readings.set(id, result.reading)
    }
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  checkCancelled(signal)
  if (readings.size === 0) throw nothingRead(problems)
  return { readings: [...readings.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1)), raws, problems }
}

const nameOf = (raw: RawReport) => raw.file ?? raw.url ?? ""

/** Problems of intake that say that there is nothing, not that it is broken. */
const absent = new Set(["missing-file", "empty-folder"])

function nothingRead(problems: readonly Problem[]): HeedError {
  const [first, ...rest] = problems
  if (!first) return new HeedError("not-found", "no report found there; expected text or HTML files")
  const more = rest.length === 0 ? "" : ` (and ${rest.length} more that could not be read)`
  return new HeedError(absent.has(first.code) ? "not-found" : "unreadable", `${first.message}${more}`)
}

/** The case these reports make; what could not be read is listed among its problems. */
export function caseOf(engine: Engine, read: ReadReports, name: string, question: CaseQuestion = {}): CaseFile {
  const caseFile = engine.build(read.readings, { name, ...question })
  return read.problems.length === 0 ? caseFile : { ...caseFile, problems: [...caseFile.problems, ...read.problems] }
}
