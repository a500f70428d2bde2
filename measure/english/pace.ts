import { analyse } from "../../src/english/analyse.ts"
import { reportOf } from "../../src/english/report-of.ts"
import type { Part } from "../part.ts"
import { type IncidentReport, incidentReports } from "../read/incident-reports.ts"

const REPORTS = 200
const WARMING = 20

/** Tokens a second of the whole language layer. Time of the processor, not of the clock: the machine may have other work. */
export const pace: Part<IncidentReport> = {
  name: "pace",
  about: `speed of the whole language layer on one core, first ${REPORTS} reports`,
  format: incidentReports,
  documents: "reports",
  measure(documents, run) {
    const reports = documents.slice(0, REPORTS).map(({ title, text }) => reportOf(`${title}\n\n${text}`))
    for (const report of reports.slice(0, WARMING)) analyse(report, run.english)
    const start = process.cpuUsage()
    let tokens = 0
    for (const report of reports) tokens += analyse(report, run.english).value.tokens.length
    const { user, system } = process.cpuUsage(start)
    return [
      {
        name: "whole layer",
        value: tokens / ((user + system) / 1e6),
        unit: "tokens a second",
        of: reports.length,
        items: "reports",
      },
    ]
  },
}
