import type { CaseFile } from "../core/casefile.ts"
import { daysOf } from "../core/edtf.ts"
import type { Reading } from "../core/reading.ts"
import { finishCase } from "./bundles/finish-case.ts"
import { reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { decideOnOriginals } from "./lineage/copy-decisions.ts"
import { uniteCopies } from "./lineage/unite-copies.ts"
import type { CaseOptions } from "./options.ts"
import { compareText, groupBy, sortBy } from "./union.ts"

/** Reconciles the readings of many reports into one case. The order of the readings and how often one is given do not matter. */
export function buildCase(readings: readonly Reading[], options: CaseOptions): CaseFile {
  const known = knownAt(eachOnce(readings), options.asOf)
  const { readings: apart, copies } = uniteCopies(known, options)
  const decided = { ...options, decisions: decideOnOriginals(options.decisions ?? [], copies, apart) }
  return finishCase([reconcileBundle(apart, decided)], { entities: [], incidents: [] }, copies, decided)
}

/** Each report once, in order of id. Two readings of one id are one; which of them is told by their text, not by their place. */
function eachOnce(readings: readonly Reading[]): Reading[] {
  const groups = groupBy(readings, reading => reading.report.id)
  return sortBy([...groups], ([id]) => id).map(([, same]) =>
    same.length === 1 ? same[0]! : [...same].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))[0]!,
  )
}

/** Readings of reports published by the end of `asOf`. Those without a date stay, with a blind spot. */
function knownAt(readings: readonly Reading[], asOf: string | undefined): Reading[] {
  const last = asOf === undefined ? undefined : daysOf(asOf)?.last
  if (last === undefined) return [...readings]
  return readings.filter(({ report }) => {
    const published = report.published && daysOf(report.published.time.edtf)
    return published === undefined || published.first <= last
  })
}
