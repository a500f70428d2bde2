import type { Lineage } from "../../core/casefile.ts"
import { type DayRange, edtfOfDay } from "../../core/edtf.ts"
import type { CaseReport } from "../case-report.ts"
import type { IncidentCluster } from "../incidents/join-incidents.ts"
import { isDated, type Telling } from "../incidents/telling.ts"
import { compareText } from "../union.ts"

/** Between which days a report without a date was published, both included, and what tells so. */
export interface Bounds extends DayRange {
  readonly why: string
}

/** Days between the bounds, at most: a report of "this winter" is not dated by knowing the winter. A choice. */
const LONGEST = 31

interface Limit {
  readonly day: number
  readonly why: string
}

/**
 * Bounds of reports without a publication date: not before what they tell as done, on the day that other reports give it, and not after a
 * report that copies or rewrites them. A report with one bound alone, or with bounds that exclude each other, gets none.
 */
export function boundPublication(
  reports: readonly CaseReport[],
  lineage: readonly Lineage[],
  clusters: readonly IncidentCluster[],
): ReadonlyMap<string, Bounds> {
  const byId = new Map(reports.map(report => [report.id, report]))
  const found = new Map<string, Bounds>()
  for (const report of reports) {
    if (report.publishedDays !== undefined) continue
    const last = earliest(
      lineage.flatMap((link): Limit[] => {
        const copy = link.to === report.id && link.kind !== "cites" ? byId.get(link.from) : undefined
        return copy?.publishedDays ? [{ day: copy.publishedDays.last, why: `${copy.label} rests on it` }] : []
      }),
    )
    const first = latest([
      ...lineage.flatMap((link): Limit[] => {
        const source = link.from === report.id && link.kind !== "cites" ? byId.get(link.to ?? "") : undefined
        return source?.publishedDays ? [{ day: source.publishedDays.first, why: `it rests on ${source.label}` }] : []
      }),
      ...clusters.flatMap(cluster => toldAfter(report, cluster)),
    ])
    if (!first || !last || last.day < first.day || LONGEST < last.day - first.day) continue
    found.set(report.id, { first: first.day, last: last.day, why: `${first.why}; ${last.why}` })
  }
  return found
}

/** The first day that any report gives to something this report tells as done. */
function toldAfter(report: CaseReport, { tellings }: IncidentCluster): Limit[] {
  const isDone = (telling: Telling) => telling.status === "occurred" && !telling.plural
  if (!tellings.some(telling => telling.report.id === report.id && isDone(telling))) return []
  const days = tellings.filter(telling => isDone(telling) && isDated(telling)).map(telling => telling.days!.first)
  if (days.length === 0) return []
  const day = Math.min(...days)
  return [{ day, why: `it tells what happened on ${edtfOfDay(day)}` }]
}

function earliest(limits: readonly Limit[]): Limit | undefined {
  return limits.toSorted((a, b) => a.day - b.day || compareText(a.why, b.why))[0]
}

function latest(limits: readonly Limit[]): Limit | undefined {
  return limits.toSorted((a, b) => b.day - a.day || compareText(a.why, b.why))[0]
}
