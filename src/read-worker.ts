import { type ReadResult, readOne } from "./app/reader.ts"
import type { RawReport } from "./core/report.ts"
import { makeEngine } from "./make-engine.ts"

const engine = makeEngine()

/** What a worker of the pool does: reads one report. Its engine is made once, when the worker starts. */
export default function read(raw: RawReport): ReadResult {
  return readOne(engine, raw)
}
