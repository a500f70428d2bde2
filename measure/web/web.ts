import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Engine } from "../../src/core/engine.ts"
import type { Reading } from "../../src/core/reading.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { secondsSince } from "../cost.ts"
import type { Figure, Part, Run } from "../part.ts"
import { type IncidentReport, incidentReports, rawReportOf } from "../read/incident-reports.ts"
import { makeCaseOf, sampleReadings } from "./many-reports.ts"
import { measureOpen } from "./measure-open.ts"

const SIZES = [5, 300]
const LARGE = 5000
const TIMES_NOTE = "Times are of the wall, asked over HTTP on an otherwise idle case."

/** What the web app costs at 5 and at 300 reports. */
export const web: Part<unknown> = {
  name: "web",
  about:
    "time from start to the first view, of every view, of a decision and of another day, and memory, at 5 and 300 reports",
  async measure(_, run) {
    const engine = makeEngine()
    const readings = sampleReadings(engine)
    const figures: Figure[] = []
    for (const size of SIZES) figures.push(...(await measureSize(readings, size, engine, run)))
    run.note(`Reports are those of the sample story, again and again with other names, words and years. ${TIMES_NOTE}`)
    return figures
  },
}

/** The same at 5,000 reports. Takes some minutes: most of it to read the reports and to put the case together. */
export const webLarge: Part<IncidentReport> = {
  name: "web-large",
  about: "the same at 5,000 reports",
  format: incidentReports,
  documents: "reports",
  async measure(reports, run) {
    const engine = makeEngine()
    const readings = [
      ...new Map(reports.map(report => engine.read(rawReportOf(report))).map(one => [one.report.id, one])).values(),
    ]
    run.note(
      `Reports are ${readings.length} of shootings, again and again with other names, words and years. ${TIMES_NOTE}`,
    )
    return measureSize(readings, LARGE, engine, run)
  },
}

async function measureSize(readings: readonly Reading[], size: number, engine: Engine, run: Run): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "heed-web-"))
  try {
    const path = join(folder, `${size}.heed`)
    const start = process.cpuUsage()
    const caseFile = await makeCaseOf(path, readings, size, engine)
    const made: Figure[] = [
      {
        name: `case of ${size} made`,
        value: secondsSince(start),
        unit: "s",
        detail: "processor time, with the reports kept",
      },
      { name: `file of ${size}`, value: statSync(path).size / 1e6, unit: "MB" },
    ]
    const open = await measureOpen(path, caseFile, size, run)
    return [...made, ...open].map(figure => ({ ...figure, of: size, items: "reports" }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
