import type { CaseFile } from "../core/casefile.ts"
import type { Reading } from "../core/reading.ts"
import { sketchesOf } from "./bundles/bundle-book.ts"
import { CaseParts } from "./bundles/case-parts.ts"
import { finishCase } from "./bundles/finish-case.ts"
import { reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { tiesOf } from "./bundles/ties.ts"
import { firstDayOf, isKnownAt } from "./known-at.ts"
import type { CaseOptions } from "./options.ts"
import { compareText, groupBy, sortBy } from "./union.ts"

/** Reconciles the readings of many reports into one case. The order of the readings and how often one is given do not matter. */
export function buildCase(readings: readonly Reading[], options: CaseOptions): CaseFile {
  const known = new Map(
    eachOnce(readings)
      .filter(reading => isKnownAt(firstDayOf(reading), options.asOf))
      .map(reading => [reading.report.id, reading]),
  )
  const parts = new CaseParts(options)
  parts.tie(tiesOf(options.decisions ?? []))
  parts.change(sketchesOf([...known.values()]), [])
  const drafts = parts.list().map(bundle => {
    const draft = reconcileBundle(bundle, id => known.get(id)!, options)
    parts.settle(bundle.id, draft)
    return draft
  })
  return finishCase(drafts, parts.joins(), options)
}

/** Each report once, in order of id. Two readings of one id are one; which of them is told by their text, not by their place. */
function eachOnce(readings: readonly Reading[]): Reading[] {
  const groups = groupBy(readings, reading => reading.report.id)
  return sortBy([...groups], ([id]) => id).map(([, same]) =>
    same.length === 1 ? same[0]! : [...same].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))[0]!,
  )
}
