import type { CaseFile } from "../core/casefile.ts"
import type { LiveCase, OpenQuestion } from "../core/engine.ts"
import type { Reading } from "../core/reading.ts"
import { type Bundle, type ReportSketch, sketchOf } from "./bundles/bundle-book.ts"
import { DraftBook } from "./bundles/draft-book.ts"
import { decideTogether, putTogether, type Together } from "./bundles/finish-case.ts"
import { packedWithArrays, unpackedWithArrays } from "./bundles/packed.ts"
import { reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { DecisionBook } from "./decisions/decision-book.ts"
import { firstDayOf, isKnownAt } from "./known-at.ts"
import type { CaseOptions } from "./options.ts"

/**
 * Makes a case that reports join and leave. It holds what it needs to know which reports are read together, and the drafts of their bundles, packed;
 * not the readings. Its file is that which `buildCase` makes of the same readings, byte for byte.
 */
export function openCase(given: CaseOptions): LiveCase {
  let options = given
  /** Every report, those that are not known at `asOf` too. */
  const reports = new Map<string, HeldReport>()
  const remember = rememberTogether()
  const own = new DraftBook(options, options.decisions ?? [])
  /** The case as it was known at another day. It is moved from day to day, at the cost of what lies between them. */
  let other: DraftBook | undefined
  const knownAt = (asOf: string | undefined): ReadonlyMap<string, ReportSketch> =>
    new Map([...reports].flatMap(([id, { sketch, firstDay }]) => (isKnownAt(firstDay, asOf) ? [[id, sketch]] : [])))
  const hold = (held: readonly HeldReport[]): void => {
    for (const report of held) reports.set(report.sketch.id, report)
    const { known = [], unknown = [] } = Object.groupBy(held, ({ firstDay }) =>
      isKnownAt(firstDay, options.asOf) ? "known" : "unknown",
    )
    own.change(
      known.map(({ sketch }) => sketch),
      unknown.map(({ sketch }) => sketch.id),
    )
  }
  return {
    add(readings) {
      hold(readings.map(reading => ({ sketch: sketchOf(reading), firstDay: firstDayOf(reading) })))
    },
    sketch(reportId) {
      const held = reports.get(reportId)
      if (!held) throw new RangeError(`report ${reportId} is not in the case; expected one that was added`)
      return packedWithArrays(held)
    },
    addSketches(sketches) {
      hold(sketches.map(sketch => unpackedWithArrays<HeldReport>(sketch)))
    },
    remove(reportIds) {
      for (const id of reportIds) reports.delete(id)
      own.change([], reportIds)
    },
    decide(decisions) {
      options = { ...options, decisions }
      for (const book of other ? [own, other] : [own]) book.decide(decisions)
    },
    at(question) {
      const asked = { ...options, ...question }
      if (asked.asOf === options.asOf) return questionOf(own, () => asked, remember)
      other ??= new DraftBook(options, options.decisions ?? [])
      other.hold(knownAt(asked.asOf))
      other.share(own)
      return questionOf(other, () => asked)
    },
    ...questionOf(own, () => options, remember),
  }
}

/** What is held of every report. */
interface HeldReport {
  readonly sketch: ReportSketch
  readonly firstDay: number | undefined
}

/** What waits in a book, and the file that its drafts make. */
function questionOf(book: DraftBook, options: () => CaseOptions, memory?: TogetherMemory): OpenQuestion {
  const waitingAs = (id: string): Bundle => {
    const bundle = book.get(id)
    if (!bundle) throw new RangeError(`nothing waits as ${id}; expected the id of something that is waiting`)
    return bundle
  }
  return {
    waiting: () =>
      book.waiting().map(bundle => ({ id: bundle.id, reports: bundle.stories.flat(), key: book.keyOf(bundle) })),
    settle(id, readings) {
      const bundle = waitingAs(id)
      const byId = new Map(readings.map(reading => [reading.report.id, reading]))
      book.settle(
        bundle,
        reconcileBundle(bundle, reportId => readingOf(byId, reportId), options()),
      )
    },
    draft(id) {
      const draft = book.draft(id)
      if (!draft) throw new RangeError(`nothing was settled as ${id}; expected the id of something that was waiting`)
      return draft
    },
    restore: (id, draft) => book.restore(waitingAs(id), draft),
    keys: () => new Set(book.bundles().map(bundle => book.keyOf(bundle))),
    file(): CaseFile {
      const count = book.waiting().length
      if (0 < count) throw new RangeError(`${count} bundles of reports wait to be settled first`)
      const asked = options()
      const make = () => putTogether(book.drafts(), book.joins(), asked)
      return decideTogether(memory ? memory(book, asked, make) : make(), asked)
    },
  }
}

/** Gives the drafts put together: those of last time where nothing that they rest on has changed since. */
type TogetherMemory = (book: DraftBook, options: CaseOptions, make: () => Together) => Together

/** Holds one case: most decisions change neither a draft nor what is one across them. */
function rememberTogether(): TogetherMemory {
  let held: { readonly key: string; readonly together: Together } | undefined
  return (book, { asOf, policy, decisions = [] }, make) => {
    const key = JSON.stringify([book.revision, asOf, policy, new DecisionBook(decisions).of("split")])
    if (held?.key === key) return held.together
    // What is held no longer is let go before the next is made.
    held = undefined
    held = { key, together: make() }
    return held.together
  }
}

function readingOf(byId: ReadonlyMap<string, Reading>, id: string): Reading {
  const reading = byId.get(id)
  if (!reading) throw new RangeError(`the reading of report ${id} is missing; expected one for every report that waits`)
  return reading
}
