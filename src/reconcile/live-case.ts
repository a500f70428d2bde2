import type { CaseFile } from "../core/casefile.ts"
import type { LiveCase, OpenQuestion } from "../core/engine.ts"
import type { Reading } from "../core/reading.ts"
import type { Decision } from "../core/store.ts"
import { type ReportSketch, sketchOf } from "./bundles/bundle-book.ts"
import { DraftBook } from "./bundles/draft-book.ts"
import { finishCase } from "./bundles/finish-case.ts"
import { reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { reportsAbout, tiesOf } from "./bundles/ties.ts"
import { firstDayOf, isKnownAt } from "./known-at.ts"
import type { CaseOptions } from "./options.ts"

/**
 * Makes a case that reports join and leave. It holds what it needs to know which reports are read together, and the drafts of their bundles, packed;
 * not the readings. Its file is that which `buildCase` makes of the same readings, byte for byte.
 */
export function openCase(given: CaseOptions): LiveCase {
  let options = given
  /** Every report, those that are not known at `asOf` too. */
  const reports = new Map<string, { readonly sketch: ReportSketch; readonly firstDay: number | undefined }>()
  const own = new DraftBook(options)
  /** The case as it was known at another day. It is moved from day to day, at the cost of what lies between them. */
  let other: DraftBook | undefined
  own.tie(tiesOf(options.decisions ?? []))
  const knownAt = (asOf: string | undefined): ReadonlyMap<string, ReportSketch> =>
    new Map([...reports].flatMap(([id, { sketch, firstDay }]) => (isKnownAt(firstDay, asOf) ? [[id, sketch]] : [])))
  return {
    add(readings) {
      for (const reading of readings)
        reports.set(reading.report.id, { sketch: sketchOf(reading), firstDay: firstDayOf(reading) })
      const [known, unknown] = [true, false].map(is =>
        readings.map(({ report }) => report.id).filter(id => isKnownAt(reports.get(id)!.firstDay, options.asOf) === is),
      )
      own.change(
        known!.map(id => reports.get(id)!.sketch),
        unknown!,
      )
    },
    remove(reportIds) {
      for (const id of reportIds) reports.delete(id)
      own.change([], reportIds)
    },
    decide(decisions) {
      const before = options.decisions ?? []
      const changed = changedDecisions(before, decisions)
      options = { ...options, decisions }
      const about = reportsAbout(changed, [...before, ...decisions])
      for (const book of other ? [own, other] : [own]) {
        book.tie(tiesOf(decisions))
        book.redo(about)
      }
    },
    at(question) {
      const asked = { ...options, ...question }
      if (asked.asOf === options.asOf) return questionOf(own, () => asked)
      if (!other) {
        other = new DraftBook(options)
        other.tie(tiesOf(options.decisions ?? []))
      }
      other.hold(knownAt(asked.asOf))
      other.share(own)
      return questionOf(other, () => asked)
    },
    ...questionOf(own, () => options),
  }
}

/** What waits in a book, and the file that its drafts make. */
function questionOf(book: DraftBook, options: () => CaseOptions): OpenQuestion {
  return {
    waiting: () => book.waiting().map(({ id, stories }) => ({ id, reports: stories.flat() })),
    settle(id, readings) {
      const bundle = book.get(id)
      if (!bundle) throw new RangeError(`nothing waits as ${id}; expected the id of something that is waiting`)
      const byId = new Map(readings.map(reading => [reading.report.id, reading]))
      book.settle(
        id,
        reconcileBundle(bundle, reportId => readingOf(byId, reportId), options()),
      )
    },
    file(): CaseFile {
      const count = book.waiting().length
      if (0 < count) throw new RangeError(`${count} bundles of reports wait to be settled first`)
      return finishCase(book.drafts(), book.joins(), options())
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
