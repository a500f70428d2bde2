import type { Word } from "../../core/words.ts"
import { sortBy } from "../union.ts"

/** Something with words that may resemble another: a sentence or a statement. */
export interface Text {
  readonly id: string
  /** Texts of one group are never compared with each other, such as sentences of one report. */
  readonly group: string
  readonly words: readonly Word[]
  readonly stems: readonly string[]
}

/** How much two texts share. All shares 0-1. */
export interface Likeness {
  /** Weight of shared content in both, as a share of all content of both. */
  readonly dice: number
  /** Weight of shared content as a share of the poorer one's. */
  readonly containment: number
  /** Share of the shorter one's runs of three words that the other has. */
  readonly runs: number
  /** Number of shared stems with content. */
  readonly shared: number
  /** Shared stems that are names (capitals in both) or numbers. */
  readonly sharedNames: number
}

/** A stem in more texts than this leads to no candidate: it would compare everything with everything. */
const COMMON_STEM = 40

/** So many of a text's rarest stems are looked up two by two. */
const SHINGLE_STEMS = 8

/** Weights of stems and indexed search for texts that resemble each other. */
export class TextIndex {
  readonly #texts: readonly Text[]
  readonly #postings = new Map<string, number[]>()
  readonly #runs = new Map<string, Set<string>>()
  readonly #names = new Map<string, Set<string>>()
  readonly #weights = new Map<string, number>()
  #comparisons = 0

  constructor(texts: readonly Text[]) {
    this.#texts = sortBy(texts, text => text.id)
    for (const [index, text] of this.#texts.entries())
      for (const stem of text.stems) {
        const posting = this.#postings.get(stem)
        if (posting) posting.push(index)
        else this.#postings.set(stem, [index])
      }
    for (const text of this.#texts)
      this.#weights.set(
        text.id,
        text.stems.reduce((sum, stem) => sum + this.weight(stem), 0),
      )
  }

  /** How many pairs were compared so far. */
  get comparisons(): number {
    return this.#comparisons
  }

  /** How telling a stem is: rare stems weigh more. */
  weight(stem: string): number {
    return Math.log(1 + this.#texts.length / (this.#postings.get(stem)?.length ?? 1))
  }

  /** Pairs of texts of different groups that share at least `least` (2 or more) telling stems, with their likeness. Each pair once, in order of ids. */
  pairs(least: number): { a: Text; b: Text; likeness: Likeness }[] {
    const found: { a: Text; b: Text; likeness: Likeness }[] = []
    const keys = this.#texts.map(text => this.#shingles(text))
    const byKey = new Map<string, number[]>()
    for (const [index, own] of keys.entries())
      for (const key of own) {
        const posting = byKey.get(key)
        if (posting) posting.push(index)
        else byKey.set(key, [index])
      }
    for (const [index, text] of this.#texts.entries()) {
      const hits = new Map<number, number>()
      const meet = (posting: readonly number[], stems: number): void => {
        if (COMMON_STEM < posting.length) return
        for (const other of posting) if (index < other) hits.set(other, (hits.get(other) ?? 0) + stems)
      }
      for (const stem of text.stems) meet(this.#postings.get(stem)!, 1)
      for (const key of keys[index]!) meet(byKey.get(key)!, 2)
      for (const other of [...hits.keys()].sort((one, two) => one - two)) {
        const b = this.#texts[other]!
        if (hits.get(other)! < least || b.group === text.group) continue
        this.#comparisons++
        found.push({ a: text, b, likeness: this.compare(text, b) })
      }
    }
    return found
  }

  /** Pairs of the text's rarest stems. In a large case each word of a sentence is common; two of them together are not. */
  #shingles(text: Text): string[] {
    const size = (stem: string): number => this.#postings.get(stem)!.length
    const rarest = sortBy(text.stems, size, stem => stem)
      .slice(0, SHINGLE_STEMS)
      .sort()
    return rarest.flatMap((one, at) =>
      rarest
        .slice(at + 1)
        .filter(two => COMMON_STEM < Math.max(size(one), size(two)))
        .map(two => `${one} ${two}`),
    )
  }

  /** How much two texts share. */
  compare(a: Text, b: Text): Likeness {
    const other = new Set(b.stems)
    const sharedStems = a.stems.filter(stem => other.has(stem))
    const weight = sharedStems.reduce((sum, stem) => sum + this.weight(stem), 0)
    const one = this.#weightOf(a)
    const two = this.#weightOf(b)
    const namesA = this.#namesOf(a)
    const namesB = this.#namesOf(b)
    const runsA = this.#runsOf(a)
    const runsB = this.#runsOf(b)
    const [few, many] = runsA.size <= runsB.size ? [runsA, runsB] : [runsB, runsA]
    let sharedRuns = 0
    for (const run of few) if (many.has(run)) sharedRuns++
    return {
      dice: one + two === 0 ? 0 : (2 * weight) / (one + two),
      containment: Math.min(one, two) === 0 ? 0 : weight / Math.min(one, two),
      runs: few.size === 0 ? 0 : sharedRuns / few.size,
      shared: sharedStems.length,
      sharedNames: sharedStems.filter(stem => namesA.has(stem) && namesB.has(stem)).length,
    }
  }

  #weightOf(text: Text): number {
    return this.#weights.get(text.id) ?? text.stems.reduce((sum, stem) => sum + this.weight(stem), 0)
  }

  #namesOf(text: Text): Set<string> {
    return remember(
      this.#names,
      text.id,
      () =>
        new Set(
          text.words.filter(word => !word.empty && (word.capital || /\d/.test(word.stem))).map(word => word.stem),
        ),
    )
  }

  #runsOf(text: Text): Set<string> {
    return remember(this.#runs, text.id, () => {
      const runs = new Set<string>()
      for (let index = 0; index + 2 < text.words.length; index++)
        runs.add(`${text.words[index]!.stem} ${text.words[index + 1]!.stem} ${text.words[index + 2]!.stem}`)
      return runs
    })
  }
}

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make()
  memory.set(key, made)
  return made
}
