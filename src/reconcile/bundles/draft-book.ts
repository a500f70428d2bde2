import type { Decision } from "../../core/store.ts"
import { compareText, sortBy } from "../union.ts"
import type { Bundle, BundleChange, ReportSketch } from "./bundle-book.ts"
import { CaseParts } from "./case-parts.ts"
import { draftKeys } from "./draft-keys.ts"
import type { Joins } from "./joins.ts"
import { packed, unpacked } from "./packed.ts"
import type { BundleDraft } from "./reconcile-bundle.ts"
import { tiesOf } from "./ties.ts"

interface KeptDraft {
  /** What it was made under; see `draftKeys`. */
  readonly key: string
  readonly bytes: Uint8Array
}

/** The drafts of a case while reports come and go and people decide: which bundles there are, what was made of each, and which of them are to be made anew. */
export class DraftBook {
  readonly #parts: CaseParts
  readonly #sketches = new Map<string, ReportSketch>()
  /** By bundle. */
  readonly #drafts = new Map<string, KeptDraft>()
  readonly #hasCopies = (bundle: Bundle): boolean => {
    const ids = bundle.stories.flat()
    return new Set(ids.map(id => this.#sketches.get(id)!.words)).size < ids.length
  }
  #keyOf = draftKeys([], this.#hasCopies)
  #revision = 0

  constructor(options: ConstructorParameters<typeof CaseParts>[0], decisions: readonly Decision[]) {
    this.#parts = new CaseParts(options)
    this.decide(decisions)
  }

  /** Grows whenever a draft is made that says something else, or goes. */
  get revision(): number {
    return this.#revision
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

  /** What people decided, from now on: drafts that rest on something else are to be made anew. */
  decide(decisions: readonly Decision[]): void {
    this.#keyOf = draftKeys(decisions, this.#hasCopies)
    this.#take(this.#parts.tie(tiesOf(decisions)))
  }

  #take({ gone, made }: BundleChange): void {
    for (const id of [...gone, ...made.map(bundle => bundle.id)]) if (this.#drafts.delete(id)) this.#revision++
  }

  /** All bundles, those that wait included. */
  bundles(): Bundle[] {
    return this.#parts.list()
  }

  /** The key of a bundle's draft as it should be now. */
  keyOf(bundle: Bundle): string {
    return this.#keyOf(bundle)
  }

  /** Bundles to be made, in order of id. */
  waiting(): Bundle[] {
    return sortBy(
      this.#parts.list().filter(bundle => this.#waits(bundle)),
      bundle => bundle.id,
    )
  }

  /** The bundle that waits under this id; undefined when none does. */
  get(id: string): Bundle | undefined {
    const bundle = this.#parts.get(id)
    return bundle && this.#waits(bundle) ? bundle : undefined
  }

  #waits(bundle: Bundle): boolean {
    return this.#drafts.get(bundle.id)?.key !== this.#keyOf(bundle)
  }

  settle(bundle: Bundle, draft: BundleDraft): void {
    this.#put(bundle, draft, packed(draft))
  }

  /** Settles with a draft that was packed before. */
  restore(bundle: Bundle, draft: Uint8Array): void {
    this.#put(bundle, unpacked<BundleDraft>(draft), draft)
  }

  #put(bundle: Bundle, draft: BundleDraft, bytes: Uint8Array): void {
    this.#parts.settle(bundle.id, draft)
    this.#keep(bundle, bytes)
  }

  #keep(bundle: Bundle, bytes: Uint8Array): void {
    if (!isSameBytes(this.#drafts.get(bundle.id)?.bytes, bytes)) this.#revision++
    this.#drafts.set(bundle.id, { key: this.#keyOf(bundle), bytes })
  }

  /** The draft of a bundle, packed; undefined where none was made or it is to be made anew. */
  draft(id: string): Uint8Array | undefined {
    return this.#drafts.get(id)?.bytes
  }

  /** Takes from another book what it has of the bundles that wait here: a draft rests on its own reports and the decisions about them, nothing else. */
  share(other: DraftBook): void {
    for (const bundle of this.waiting()) {
      const draft = other.#drafts.get(bundle.id)
      if (draft?.key !== this.#keyOf(bundle)) continue
      this.#parts.share(bundle.id, other.#parts)
      this.#keep(bundle, draft.bytes)
    }
  }

  /** All drafts, in order of their bundles. */
  drafts(): BundleDraft[] {
    const ids = this.#parts.list().map(({ id }) => id)
    return ids.sort(compareText).map(id => unpacked<BundleDraft>(this.#drafts.get(id)!.bytes))
  }

  joins(): Joins {
    return this.#parts.joins()
  }
}

function isSameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at])
}
