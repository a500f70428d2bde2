import { idOf } from "../../core/id.ts"
import type { Reading } from "../../core/reading.ts"
import { sameWordsKey } from "../lineage/unite-copies.ts"
import { joinPairs } from "../stories/join-stories.ts"
import { StoryIndex } from "../stories/story-index.ts"
import type { StoryView } from "../stories/story-view.ts"
import { viewOf } from "../stories/view-of.ts"
import { compareText, sortBy, unique } from "../union.ts"
import { LinkBook } from "./link-book.ts"
import { type LinkKeys, linkKeysOf, withTies } from "./link-keys.ts"
import { partition } from "./partition.ts"
import { TwinBook } from "./twin-book.ts"

/** What is kept of every report of a case to know which others it is read with. Plain data, a few kilobytes. */
export interface ReportSketch {
  readonly id: string
  /** Undefined for a report too short to say which story it tells. */
  readonly view: StoryView | undefined
  readonly links: LinkKeys
  /** Hash of its words in order: reports with the same are looked at once. */
  readonly words: string
}

/** Reports that are read together: stories that have much in common. */
export interface Bundle {
  /** The smallest id among its reports. */
  readonly id: string
  /** Ids of reports by story, in order. A report too short to say which story it tells stands alone. */
  readonly stories: readonly (readonly string[])[]
  /** Those that are too short. */
  readonly short: readonly string[]
}

/** What a change of reports makes of the bundles. */
export interface BundleChange {
  /** Ids of bundles that are no more or have other reports or stories now. */
  readonly gone: readonly string[]
  readonly made: readonly Bundle[]
}

/** A case of so many different texts is read whole: what may belong together is then looked for between any two of them. */
const WHOLE = 24

/** The sketch of a report. */
export function sketchOf(reading: Reading): ReportSketch {
  return {
    id: reading.report.id,
    view: viewOf(reading),
    links: linkKeysOf(reading),
    words: idOf(sameWordsKey(reading.report.text)),
  }
}

/** Sketches of reports that come at once and stay, in order of id: of those with the same words only the first is looked into, as no other ever stands for them. */
export function sketchesOf(readings: readonly Reading[]): ReportSketch[] {
  const known = new Map<string, ReportSketch>()
  return readings.map(reading => {
    const { id, text } = reading.report
    const words = sameWordsKey(text)
    const first = known.get(words)
    if (first) return { ...first, id }
    const sketch = sketchOf(reading)
    known.set(words, sketch)
    return sketch
  })
}

/**
 * Which reports of a case are read together, kept while reports come and go. The bundles are those of the set of reports, whatever came first;
 * a change looks only at stories that have something in common with those it touches.
 */
export class BundleBook {
  readonly #index = new StoryIndex()
  readonly #links = new LinkBook()
  /** Reports of the same words: only the first is in stories and links. */
  readonly #twins = new TwinBook<ReportSketch>()
  readonly #keys = new Map<string, LinkKeys>()
  readonly #storyOf = new Map<string, string>()
  readonly #stories = new Map<string, readonly string[]>()
  #ties: ReadonlyMap<string, readonly string[]> = new Map()
  readonly #bundleOf = new Map<string, string>()
  readonly #bundles = new Map<string, Bundle>()
  /** The one bundle of a small case; undefined for a large one. */
  #whole: Bundle | undefined

  /** All bundles, by id. */
  list(): Bundle[] {
    return this.#whole ? [this.#whole] : sortBy([...this.#bundles.values()], bundle => bundle.id)
  }

  get(id: string): Bundle | undefined {
    return this.#whole ? (this.#whole.id === id ? this.#whole : undefined) : this.#bundles.get(id)
  }

  /** Adds and removes reports. One that is there already is replaced; one to be removed that is not there changes nothing. */
  change(added: readonly ReportSketch[], removed: readonly string[] = []): BundleChange {
    const touched = new Set<string>()
    const stale = new Set<string>()
    const { enter, leave, grown } = this.#twins.change(added, removed)
    for (const id of leave) this.#forget(id, touched, stale)
    for (const { id, view, links } of enter) {
      const ties = this.#twins.of(id).flatMap(twin => this.#ties.get(twin) ?? [])
      this.#keys.set(id, ties.length === 0 ? links : withTies(links, unique(ties)))
      touched.add(id)
      if (view) for (const other of this.#index.add(view)) touched.add(other)
    }
    const before = this.#whole
    const changed = this.#regroup(touched, stale)
    for (const id of grown) changed.add(this.#storyOf.get(id)!)
    const change = this.#divide(changed)
    if (this.#twins.size === 0 || WHOLE < this.#twins.size) {
      this.#whole = undefined
      return before ? { gone: [before.id], made: this.list() } : change
    }
    const parts = sortBy([...this.#bundles.values()], bundle => bundle.id)
    this.#whole = this.#bundleOfStories([...this.#stories.keys()].sort(compareText))
    if (before)
      return isSameBundle(this.#whole, before) ? { gone: [], made: [] } : { gone: [before.id], made: [this.#whole] }
    const made = new Set(change.made.map(bundle => bundle.id))
    const held = parts.filter(bundle => !made.has(bundle.id)).map(bundle => bundle.id)
    return { gone: unique([...change.gone, ...held]).sort(compareText), made: [this.#whole] }
  }

  /** Names of the ties that people have made, by report: reports with one of them are read together. */
  tie(ties: ReadonlyMap<string, readonly string[]>): BundleChange {
    const old = this.#ties
    this.#ties = ties
    const other = unique([...old.keys(), ...ties.keys()]).filter(
      id => !isSame(old.get(id) ?? [], ties.get(id) ?? []) && this.#twins.has(id),
    )
    return this.change(unique(other.map(id => this.#twins.of(id)[0]!)).map(id => ({ ...this.#twins.get(id) })))
  }

  #forget(id: string, touched: Set<string>, stale: Set<string>): void {
    const story = this.#storyOf.get(id)!
    for (const mate of this.#stories.get(story)!) touched.add(mate)
    stale.add(story)
    this.#links.remove(story, this.#keys.get(id)!)
    this.#keys.delete(id)
    this.#storyOf.delete(id)
    this.#stories.set(
      story,
      this.#stories.get(story)!.filter(mate => mate !== id),
    )
    if (this.#index.has(id)) for (const other of this.#index.remove(id)) touched.add(other)
    touched.delete(id)
  }

  /** Groups the touched reports, and all that their stories hang on, into stories anew. Gives the stories that changed, those that are no more among them. */
  #regroup(touched: ReadonlySet<string>, stale: Set<string>): Set<string> {
    const seen = new Set<string>()
    const changed = new Set(stale)
    const made: (readonly string[])[] = []
    for (const id of touched) {
      if (seen.has(id) || !this.#keys.has(id)) continue
      const component = this.#index.has(id) ? this.#index.componentOf(id) : [id]
      for (const one of component) seen.add(one)
      made.push(...(component.length === 1 ? [component] : joinPairs(this.#index, component)))
    }
    const other = made.filter(ids => !isSame(ids, this.#stories.get(ids[0]!) ?? []) || stale.has(ids[0]!))
    // All that leave a story go before any comes to one: ids of stories are taken over.
    for (const ids of other)
      for (const id of ids) {
        const story = this.#storyOf.get(id)
        if (story === undefined) continue
        changed.add(story)
        this.#links.remove(story, this.#keys.get(id)!)
        this.#storyOf.delete(id)
      }
    for (const story of changed) this.#stories.delete(story)
    for (const ids of other) {
      const story = ids[0]!
      changed.add(story)
      this.#stories.set(story, ids)
      for (const id of ids) {
        this.#storyOf.set(id, story)
        this.#links.add(story, this.#keys.get(id)!)
      }
    }
    return changed
  }

  /** Divides the stories around those that changed into bundles anew. */
  #divide(changed: ReadonlySet<string>): BundleChange {
    const seeds = new Set([...changed, ...this.#links.takeTouched()])
    const old = new Set<string>()
    const region = new Set<string>()
    const visit = (story: string): void => {
      const bundle = this.#bundleOf.get(story)
      if (bundle !== undefined) old.add(bundle)
      if (this.#stories.has(story)) region.add(story)
    }
    for (const story of seeds) visit(story)
    for (const id of old) for (const [first] of this.#bundles.get(id)!.stories) visit(first!)
    for (const story of region) for (const near of this.#links.near(story)) visit(near.story)
    const links = [...region].flatMap(a =>
      this.#links.near(a).flatMap(({ story: b, weight }) => (a < b ? [{ a, b, weight }] : [])),
    )
    const now = partition([...region], links, story => this.#stories.get(story)!.length).map(stories =>
      this.#bundleOfStories(stories),
    )
    const before = new Map([...old].map(id => [id, this.#bundles.get(id)!]))
    const kept = new Set(now.filter(bundle => isSameBundle(bundle, before.get(bundle.id))).map(bundle => bundle.id))
    const gone = [...old].filter(id => !kept.has(id))
    const made = now.filter(bundle => !kept.has(bundle.id))
    for (const id of gone) {
      for (const [first] of this.#bundles.get(id)!.stories) this.#bundleOf.delete(first!)
      this.#bundles.delete(id)
    }
    for (const bundle of made) {
      this.#bundles.set(bundle.id, bundle)
      for (const [first] of bundle.stories) this.#bundleOf.set(first!, bundle.id)
    }
    return { gone: gone.sort(compareText), made: sortBy(made, bundle => bundle.id) }
  }

  #bundleOfStories(stories: readonly string[]): Bundle {
    const own = stories.map(story => this.#stories.get(story)!)
    const withTwins = (ids: readonly string[]): string[] => ids.flatMap(id => this.#twins.of(id))
    return {
      id: stories[0]!,
      stories: own.map(ids => withTwins(ids).sort(compareText)),
      short: withTwins(own.flat().filter(id => !this.#index.has(id))),
    }
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}

/** Whether two bundles are of the same stories. */
export function isSameBundle(a: Bundle, b: Bundle | undefined): boolean {
  return (
    b !== undefined &&
    a.stories.length === b.stories.length &&
    a.stories.every((ids, at) => isSame(ids, b.stories[at]!))
  )
}
