import type { LiveCase } from "../../src/core/engine.ts"
import type { Reading } from "../../src/core/reading.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { heldMegabytes, secondsSince } from "../cost.ts"
import type { Figure, Part } from "../part.ts"
import { type IncidentReport, incidentReports, rawReportOf } from "../read/incident-reports.ts"
import { withOtherNames } from "./other-names.ts"

const SIZES = [100, 1000, 10_000]
/** So many reports are added one by one at each size. */
const ONE_BY_ONE = 30

/** What it costs to add one report to a case of 100, 1,000 and 10,000: shooting reports, again and again with other names and years. */
export const scale: Part<IncidentReport> = {
  name: "scale",
  about: "time to add one report to a case of 100, 1,000 and 10,000 reports, and memory",
  format: incidentReports,
  documents: "reports",
  measure(reports, run) {
    const engine = makeEngine()
    const readings = [
      ...new Map(reports.map(report => engine.read(rawReportOf(report))).map(one => [one.report.id, one])).values(),
    ]
    const first = readings.slice(0, SIZES[0]! + ONE_BY_ONE)
    // Reading has left much behind; what is measured is the case.
    const before = heldMegabytes()
    const byId = new Map<string, () => Reading>()
    const nth = (at: number): Reading =>
      withOtherNames(readings[at % readings.length]!, Math.floor(at / readings.length))
    const live = engine.open({ name: "scale" })
    const figures: Figure[] = []
    let count = 0
    const add = (many: number): void => {
      for (const end = count + many; count < end; count++) {
        const at = count
        const reading = nth(at)
        byId.set(reading.report.id, () => nth(at))
        live.add([reading])
      }
    }
    // The first run makes the machine's code fast; it is not counted.
    settle(openWith(engine, first), new Map(first.map(reading => [reading.report.id, () => reading])))
    for (const size of SIZES) {
      const start = process.cpuUsage()
      add(size - ONE_BY_ONE - count)
      settle(live, byId)
      const built = secondsSince(start)
      const times: number[] = []
      const made: number[] = []
      for (let at = 0; at < ONE_BY_ONE; at++) {
        const one = process.cpuUsage()
        add(1)
        made.push(settle(live, byId))
        times.push(1000 * secondsSince(one))
      }
      const sorted = times.toSorted((a, b) => a - b)
      const of = { of: size, items: "reports" }
      const mean = times.reduce((a, b) => a + b) / times.length
      figures.push(
        {
          name: `one report added to ${size}`,
          value: mean,
          unit: "ms",
          ...of,
          detail: `mean of ${ONE_BY_ONE}; median ${sorted[ONE_BY_ONE >> 1]!.toFixed(0)}, longest ${sorted.at(-1)!.toFixed(0)}; ${(made.reduce((a, b) => a + b) / made.length).toFixed(1)} reports reconciled anew each time`,
        },
        { name: `memory of a case of ${size}`, value: heldMegabytes() - before, unit: "MB", ...of },
        { name: `built up to ${size}`, value: built, unit: "s", ...of, detail: "processor time since the size before" },
      )
    }
    run.note(
      "Readings stay in the store: their names are changed again each time one is asked for, and that is counted.",
    )
    return figures
  },
}

function openWith(engine: ReturnType<typeof makeEngine>, readings: readonly Reading[]): LiveCase {
  const live = engine.open({ name: "warm" })
  live.add(readings)
  return live
}

/** Settles all that waits; gives the number of reports that were reconciled. */
function settle(live: LiveCase, byId: ReadonlyMap<string, () => Reading>): number {
  let reports = 0
  for (const waiting of live.waiting()) {
    live.settle(
      waiting.id,
      waiting.reports.map(id => byId.get(id)!()),
    )
    reports += waiting.reports.length
  }
  return reports
}
