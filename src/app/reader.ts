import type { Engine } from "../core/engine.ts"
import type { Problem } from "../core/problem.ts"
import type { Reading } from "../core/reading.ts"
import type { RawReport } from "../core/report.ts"

/** A report with its reading, or with why there is none: that is a bug of ours, and must not cost the other reports. */
export type ReadResult =
  | { readonly raw: RawReport; readonly reading: Reading }
  | { readonly raw: RawReport; readonly problem: Problem }

/** Reads reports as they come. Results may come in another order; every report gives exactly one. */
export interface ReportReader {
  /** The engine's version: the key under which readings are kept. */
  readonly version: string
  readMany(raws: AsyncIterable<RawReport>, signal?: AbortSignal): AsyncIterable<ReadResult>
}

/** A reader that reads one after the other with the engine at hand. Stops between two reports when the signal says so. */
export function readerOf(engine: Engine): ReportReader {
  return {
    version: engine.version,
    async *readMany(raws, signal) {
      for await (const raw of raws) {
        if (signal?.aborted) return
        yield readOne(engine, raw)
      }
    },
  }
}

/**
 * Reads one report; an error of the engine becomes a problem that asks to be told about.
 * What holds no text (an empty file, a picture, a program) is no report: it gives the problem that says why, and must not count.
 */
export function readOne(engine: Engine, raw: RawReport): ReadResult {
  try {
    const reading = engine.read(raw)
    return reading.report.text === "" ? { raw, problem: withoutText(raw, reading) } : { raw, reading }
  } catch (error) {
    return { raw, problem: failedReading(raw, error) }
  }
}

function withoutText(raw: RawReport, { problems }: Reading): Problem {
  const known = problems.find(problem => problem.code !== "no-date")
  const message = known?.message ?? "no text was found in it; a report was expected"
  return { code: known?.code ?? "no-text", message, ...(raw.file !== undefined && { file: raw.file }) }
}

/** The problem of a report that the engine could not read. */
export function failedReading(raw: RawReport, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: "reading-failed",
    message: `${raw.file ?? raw.url ?? "a report"} could not be read: ${message}. This is a fault of Heed; please report it with the file.`,
    ...(raw.file !== undefined && { file: raw.file }),
  }
}
