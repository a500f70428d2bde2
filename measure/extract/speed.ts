import { readdirSync, readFileSync } from "node:fs"
import { availableParallelism, loadavg } from "node:os"
import { join } from "node:path"
import type { RawReport } from "../../src/core/report.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { pooledReader } from "../../src/read-pool.ts"
import type { Figure, Part } from "../part.ts"
import { type IncidentReport, incidentReports, rawReportOf } from "../read/incident-reports.ts"

const SAMPLES = join(import.meta.dirname, "../../samples")
const SAMPLE_ROUNDS = 12
const WARMING = 40
const ON_ONE_CORE = 200

/** Reports read a second, from bytes to reading, once warm: on one core, and on all of them through the worker pool. Without data the sample story, again and again.
 * By the clock, since workers overlap; how busy the machine was with other work is said beside it. */
export const speed: Part<IncidentReport> = {
  name: "speed",
  about: "reports read a second, on one core and on all",
  format: incidentReports,
  documents: "reports",
  runsWithoutData: true,
  async measure(documents) {
    const engine = makeEngine()
    const raws = 0 < documents.length ? documents.map(rawReportOf) : sampleReports()
    const warming = raws.slice(0, WARMING).map(raw => padded(raw, 1))
    for (const raw of warming) engine.read(raw)

    const few = raws.slice(0, ON_ONE_CORE)
    let words = 0
    let started = performance.now()
    for (const raw of few) words += engine.read(raw).report.text.split(/\s+/).length
    const one = figureOf("one core", few.length, performance.now() - started, words / few.length)

    const reader = pooledReader(engine)
    for await (const _ of reader.readMany(streamed([...warming, ...warming.map(raw => padded(raw, 1))])));
    started = performance.now()
    for await (const _ of reader.readMany(streamed(raws)));
    const all = figureOf(
      `${availableParallelism()} cores`,
      raws.length,
      performance.now() - started,
      words / few.length,
    )
    await reader.close()
    return [one, all]
  },
}

function figureOf(name: string, reports: number, ms: number, wordsPerReport: number): Figure {
  const perSecond = (1000 * reports) / ms
  const [load] = loadavg()
  const busy = load! <= availableParallelism() + 1 ? "" : `; other work on the machine, load ${load!.toFixed(1)}`
  const detail = `${Math.round(wordsPerReport)} words on average, ${Math.round(perSecond * wordsPerReport).toLocaleString("en")} words a second${busy}`
  return { name, value: perSecond, unit: "reports a second", of: reports, items: "reports", detail }
}

function sampleReports(): RawReport[] {
  const files = readdirSync(SAMPLES).filter(file => /\.(txt|html)$/.test(file))
  const raws = files.sort().map(file => ({ file, bytes: readFileSync(join(SAMPLES, file)) }))
  return Array.from({ length: SAMPLE_ROUNDS }, (_, round) => raws.map(raw => padded(raw, round + 2))).flat()
}

/** Spaces at the end make other bytes of a report, so that it is not known already. */
function padded(raw: RawReport, spaces: number): RawReport {
  return { ...raw, bytes: Buffer.concat([raw.bytes, Buffer.from(" ".repeat(spaces))]) }
}

async function* streamed(raws: Iterable<RawReport>): AsyncIterable<RawReport> {
  yield* raws
}
