import type { CaseFile } from "../core/casefile.ts"
import type { LiveCase } from "../core/engine.ts"
import type { Reading } from "../core/reading.ts"
import type { Decision } from "../core/store.ts"
import { type Bundle, sketchOf } from "./bundles/bundle-book.ts"
import { CaseParts } from "./bundles/case-parts.ts"
import { finishCase } from "./bundles/finish-case.ts"
import { type BundleDraft, reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { reportsAbout, tiesOf } from "./bundles/ties.ts"
import { isKnownAt } from "./known-at.ts"
import type { CaseOptions } from "./options.ts"
import { sortBy } from "./union.ts"

/**
 * Makes a case that reports join and leave. It holds what it needs to know which reports are read together, and the drafts of their bundles, packed;
 * not the readings. Its file is that which `buildCase` makes of the same readings, byte for byte.
 */
export function openCase(given: CaseOptions): LiveCase {
  let options = given
  const parts = new CaseParts(options)
  const waiting = new Map<string, Bundle>()
  /** Drafts by bundle, as UTF-8 of their JSON: a tenth of what they take as objects. */
  const drafts = new Map<string, Uint8Array>()
  const take = ({ gone, made }: ReturnType<CaseParts["change"]>): void => {
    for (const id of gone) {
      drafts.delete(id)
      waiting.delete(id)
    }
    for (const bundle of made) waiting.set(bundle.id, bundle)
  }
  take(parts.tie(tiesOf(options.decisions ?? [])))
  return {
    add(readings) {
      const known = readings.filter(reading => isKnownAt(reading, options.asOf))
      const unknown = readings.filter(reading => !known.includes(reading))
      take(
        parts.change(
          known.map(sketchOf),
          unknown.map(reading => reading.report.id),
        ),
      )
    },
    remove: reportIds => take(parts.change([], reportIds)),
    decide(decisions) {
      const before = options.decisions ?? []
      const changed = changedDecisions(before, decisions)
      options = { ...options, decisions }
      take(parts.tie(tiesOf(decisions)))
      const about = reportsAbout(changed, [...before, ...decisions])
      for (const bundle of parts.list())
        if (!about || bundle.stories.some(ids => ids.some(id => about.has(id)))) waiting.set(bundle.id, bundle)
    },
    waiting: () =>
      sortBy([...waiting.values()], bundle => bundle.id).map(({ id, stories }) => ({ id, reports: stories.flat() })),
    settle(id, readings) {
      const bundle = waiting.get(id)
      if (!bundle) throw new RangeError(`nothing waits as ${id}; expected the id of something that is waiting`)
      const byId = new Map(readings.map(reading => [reading.report.id, reading]))
      const draft = reconcileBundle(bundle, reportId => readingOf(byId, reportId), options)
      parts.settle(id, draft)
      drafts.set(id, new TextEncoder().encode(JSON.stringify(draft)))
      waiting.delete(id)
    },
    file(): CaseFile {
      if (0 < waiting.size) throw new RangeError(`${waiting.size} bundles of reports wait to be settled first`)
      const all = parts.list().map(({ id }) => JSON.parse(new TextDecoder().decode(drafts.get(id)!)) as BundleDraft)
      return finishCase(all, parts.joins(), options)
    },
  }
}

function readingOf(byId: ReadonlyMap<string, Reading>, id: string): Reading {
  const reading = byId.get(id)
  if (!reading) throw new RangeError(`the reading of report ${id} is missing; expected one for every report that waits`)
  return reading
}

/** Decisions that only one of the two lists has. */
function changedDecisions(before: readonly Decision[], now: readonly Decision[]): Decision[] {
  const [old, kept] = [before, now].map(list => new Set(list.map(decision => JSON.stringify(decision))))
  return [
    ...now.filter(decision => !old!.has(JSON.stringify(decision))),
    ...before.filter(decision => !kept!.has(JSON.stringify(decision))),
  ]
}
