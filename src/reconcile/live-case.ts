import type { CaseFile } from "../core/casefile.ts"
import type { Reading } from "../core/reading.ts"
import type { Decision } from "../core/store.ts"
import { type Bundle, sketchOf } from "./bundles/bundle-book.ts"
import { CaseParts } from "./bundles/case-parts.ts"
import { finishCase } from "./bundles/finish-case.ts"
import { type BundleDraft, reconcileBundle } from "./bundles/reconcile-bundle.ts"
import { reportsOf, tiesOf } from "./bundles/ties.ts"
import { isKnownAt } from "./known-at.ts"
import type { CaseOptions } from "./options.ts"

/** Gives the readings of reports of the case, in any order. */
export type LoadReadings = (reportIds: readonly string[]) => Promise<readonly Reading[]>

/** What a change made anew: the bundles of reports that were reconciled, and how many reports they have. */
export interface Settled {
  readonly bundles: number
  readonly reports: number
}

/**
 * A case that reports join and leave. It holds what it needs to know which reports are read together, and the drafts of their bundles, packed;
 * readings are asked for when their bundle is made. At any time its file is that which `buildCase` makes of the same readings, byte for byte.
 */
export class LiveCase {
  readonly #load: LoadReadings
  readonly #parts: CaseParts
  readonly #pending = new Map<string, Bundle>()
  /** Drafts by bundle, as UTF-8 of their JSON: a tenth of what they take as objects. */
  readonly #drafts = new Map<string, Uint8Array>()
  #options: CaseOptions

  constructor(options: CaseOptions, load: LoadReadings) {
    this.#options = options
    this.#load = load
    this.#parts = new CaseParts(options)
  }

  /** Number of bundles that wait to be reconciled. */
  get waiting(): number {
    return this.#pending.size
  }

  /** Puts reports into the case. One that is there already is replaced. What belongs to them is reconciled when it is asked for. */
  add(readings: readonly Reading[]): void {
    const ties = tiesOf(this.#options.decisions ?? [])
    const known = readings.filter(reading => isKnownAt(reading, this.#options.asOf))
    this.#change(
      known.map(reading => sketchOf(reading, ties.get(reading.report.id))),
      readings.filter(reading => !known.includes(reading)).map(reading => reading.report.id),
    )
  }

  /** Takes reports out. Those that are not there change nothing. */
  remove(reportIds: readonly string[]): void {
    this.#change([], reportIds)
  }

  /** What people decided, from now on. Asks for the readings of reports that decisions are about, and makes only their bundles anew. */
  async decide(decisions: readonly Decision[]): Promise<void> {
    const before = new Set((this.#options.decisions ?? []).map(decision => JSON.stringify(decision)))
    const now = new Set(decisions.map(decision => JSON.stringify(decision)))
    const changed = [
      ...decisions.filter(decision => !before.has(JSON.stringify(decision))),
      ...(this.#options.decisions ?? []).filter(decision => !now.has(JSON.stringify(decision))),
    ]
    this.#options = { ...this.#options, decisions }
    const bundles = this.#parts.list()
    // A decision without words may be about anything.
    const all = changed.some(decision => reportsOf(decision).length === 0)
    const about = new Set(changed.flatMap(reportsOf))
    const touched = bundles.filter(({ stories }) => all || stories.some(ids => ids.some(id => about.has(id))))
    this.add(await this.#load(touched.flatMap(bundle => bundle.stories.flat())))
    for (const bundle of this.#parts.list())
      if (bundle.stories.some(ids => ids.some(id => about.has(id))) || all) this.#wait(bundle)
  }

  /** Reconciles the bundles that changed since the last time. */
  async settle(): Promise<Settled> {
    let reports = 0
    const bundles = [...this.#pending.values()]
    for (const bundle of bundles) {
      const ids = bundle.stories.flat()
      const readings = new Map((await this.#load(ids)).map(reading => [reading.report.id, reading]))
      const draft = reconcileBundle(bundle, id => readings.get(id)!, this.#options)
      this.#parts.settle(bundle.id, draft)
      this.#drafts.set(bundle.id, new TextEncoder().encode(JSON.stringify(draft)))
      this.#pending.delete(bundle.id)
      reports += ids.length
    }
    return { bundles: bundles.length, reports }
  }

  /** The whole case as a file. */
  async file(): Promise<CaseFile> {
    await this.settle()
    const drafts = this.#parts.list().map(({ id }) => unpack(this.#drafts.get(id)!))
    return finishCase(drafts, this.#parts.joins(), this.#options)
  }

  #change(...change: Parameters<CaseParts["change"]>): void {
    const { gone, made } = this.#parts.change(...change)
    for (const id of gone) {
      this.#drafts.delete(id)
      this.#pending.delete(id)
    }
    for (const bundle of made) this.#wait(bundle)
  }

  #wait(bundle: Bundle): void {
    this.#pending.set(bundle.id, bundle)
  }
}

function unpack(packed: Uint8Array): BundleDraft {
  return JSON.parse(new TextDecoder().decode(packed)) as BundleDraft
}
