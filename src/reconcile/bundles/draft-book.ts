import { compareText, sortBy } from "../union.ts"
import { type Bundle, type BundleChange, isSameBundle, type ReportSketch } from "./bundle-book.ts"
import { CaseParts } from "./case-parts.ts"
import type { Joins } from "./joins.ts"
import { packed, unpacked } from "./packed.ts"
import type { BundleDraft } from "./reconcile-bundle.ts"

/** The drafts of a case while reports come and go: which bundles there are, what was made of each, and which of them are to be made anew. */
export class DraftBook {
  readonly #parts: CaseParts
  readonly #sketches = new Map<string, ReportSketch>()
  readonly #waiting = new Map<string, Bundle>()
  /** Drafts by bundle, as UTF-8 of their JSON: a tenth of what they take as objects. */
  readonly #drafts = new Map<string, Uint8Array>()

  constructor(options: ConstructorParameters<typeof CaseParts>[0]) {
    this.#parts = new CaseParts(options)
  }

  /** Adds and removes reports. One that is there with the same sketch, and one to be removed that is not there, change nothing. */
  change(added: readonly ReportSketch[], removed: readonly string[]): void {
    const other = added.filter(sketch => this.#sketches.get(sketch.id) !== sketch)
    for (const sketch of other) this.#sketches.set(sketch.id, sketch)
    for (const id of removed) this.#sketches.delete(id)
    this.#take(this.#parts.change(other, removed))
  }

  /** Holds the reports of these sketches and no others. */
  hold(sketches: ReadonlyMap<string, ReportSketch>): void {
    const gone = [...this.#sketches.keys()].filter(id => !sketches.has(id))
    this.change([...sketches.values()], gone)
  }

  /** Ties reports together as people have decided. */
  tie(ties: ReadonlyMap<string, readonly string[]>): void {
    this.#take(this.#parts.tie(ties))
  }

  #take({ gone, made }: BundleChange): void {
    for (const id of gone) {
      this.#drafts.delete(id)
      this.#waiting.delete(id)
    }
    for (const bundle of made) this.#waiting.set(bundle.id, bundle)
  }

  /** Has the bundles of these reports made anew; all when it is undefined. */
  redo(about: ReadonlySet<string> | undefined): void {
    for (const bundle of this.#parts.list())
      if (!about || bundle.stories.some(ids => ids.some(id => about.has(id)))) this.#waiting.set(bundle.id, bundle)
  }

  /** Bundles to be made, in order of id. */
  waiting(): Bundle[] {
    return sortBy([...this.#waiting.values()], bundle => bundle.id)
  }

  /** The bundle that waits under this id; undefined when none does. */
  get(id: string): Bundle | undefined {
    return this.#waiting.get(id)
  }

  settle(id: string, draft: BundleDraft): void {
    this.#put(id, draft, packed(draft))
  }

  /** Settles with a draft that was packed before. */
  restore(id: string, draft: Uint8Array): void {
    this.#put(id, unpacked<BundleDraft>(draft), draft)
  }

  #put(id: string, draft: BundleDraft, bytes: Uint8Array): void {
    this.#parts.settle(id, draft)
    this.#drafts.set(id, bytes)
    this.#waiting.delete(id)
  }

  /** The draft of a bundle, packed; undefined where none was made or it is to be made anew. */
  draft(id: string): Uint8Array | undefined {
    return this.#waiting.has(id) ? undefined : this.#drafts.get(id)
  }

  /** All bundles, those that wait included. */
  bundles(): Bundle[] {
    return this.#parts.list()
  }

  /** Takes from another book about the same decisions what it has of the bundles that wait here: a draft rests on its own reports and nothing else. */
  share(other: DraftBook): void {
    const theirs = new Map(other.#parts.list().map(bundle => [bundle.id, bundle]))
    for (const bundle of this.waiting()) {
      const draft = other.#drafts.get(bundle.id)
      if (!draft || other.#waiting.has(bundle.id) || !isSameBundle(bundle, theirs.get(bundle.id))) continue
      this.#parts.share(bundle.id, other.#parts)
      this.#drafts.set(bundle.id, draft)
      this.#waiting.delete(bundle.id)
    }
  }

  /** All drafts, in order of their bundles. */
  drafts(): BundleDraft[] {
    const ids = this.#parts.list().map(({ id }) => id)
    return ids.sort(compareText).map(id => unpacked<BundleDraft>(this.#drafts.get(id)!))
  }

  joins(): Joins {
    return this.#parts.joins()
  }
}
