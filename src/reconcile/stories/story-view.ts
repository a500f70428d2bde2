import type { DayRange } from "../../core/edtf.ts"
import { wordsOf } from "../words.ts"
import { COMMON_WORDS } from "./common-words.ts"

/** Words with weights, of length one together (cosine of two is their dot product). */
export type Vector = ReadonlyMap<string, number>

/** What of a report tells which story it is about. It rests on the report alone, so that it is made once. */
export interface StoryView {
  readonly id: string
  readonly published: DayRange | undefined
  /** All words, by how often they stand and how rare they are. */
  readonly words: Vector
  /** The same of its first words, where the news is. */
  readonly lead: Vector
  readonly title: Vector
  /** Words with capitals within sentences: people, places, bodies. */
  readonly names: Vector
  /** Runs of two words. */
  readonly runs: Vector
  /** Numbers up to three digits and their words: ages, tolls, houses, routes. */
  readonly numbers: ReadonlySet<string>
  /** Numbers by the word they count, in the lead: "pirates" 23. */
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>
  /** Number of words with content. */
  readonly length: number
}

/** Weight of a word that the table does not have: as rare as the rarest it has. In half steps of a binary logarithm. */
const RAREST = 20
const WEIGHTS = new Map(
  COMMON_WORDS.flatMap(([rarity, stems]) => stems.split(" ").map(stem => [stem, rarity] as const)),
)
/** So many words with content are the lead. */
const LEAD = 60

/** The view of a report. `text` begins with its title, as reports do. */
export function storyView(id: string, title: string, text: string, published: DayRange | undefined): StoryView {
  const words = wordsOf(text).filter(word => !word.empty)
  const stems = words.map(word => word.stem)
  return {
    id,
    published,
    words: vectorOf(stems),
    lead: vectorOf(stems.slice(0, LEAD)),
    title: vectorOf(wordsOf(title).flatMap(word => (word.empty ? [] : [word.stem]))),
    names: vectorOf(words.flatMap(word => (word.capital ? [word.stem] : []))),
    runs: vectorOf(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)),
    numbers: new Set(stems.filter(stem => /^\d{1,3}$/.test(stem))),
    counted: countedIn(stems.slice(0, 2 * LEAD)),
    length: words.length,
  }
}

/** How telling a word is; a run weighs as much as its words together. */
export function weightOf(stem: string): number {
  return stem.includes(" ")
    ? stem.split(" ").reduce((sum, part) => sum + weightOf(part), 0)
    : /^\d/.test(stem)
      ? 12
      : (WEIGHTS.get(stem) ?? RAREST)
}

function vectorOf(stems: readonly string[]): Vector {
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  let square = 0
  for (const [stem, count] of counts) {
    const weight = (1 + Math.log(count)) * weightOf(stem)
    counts.set(stem, weight)
    square += weight * weight
  }
  const length = Math.sqrt(square) || 1
  for (const [stem, weight] of counts) counts.set(stem, weight / length)
  return counts
}

function countedIn(stems: readonly string[]): Map<string, Set<string>> {
  const counted = new Map<string, Set<string>>()
  stems.forEach((stem, at) => {
    if (!/^\d{1,3}$/.test(stem)) return
    for (const next of stems.slice(at + 1, at + 3))
      if (!/^\d/.test(next)) counted.set(next, (counted.get(next) ?? new Set()).add(stem))
  })
  return counted
}

/** Cosine of two vectors, 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
