import type { DayRange } from "../../core/edtf.ts"
import { featureOf } from "../../core/linear-model.ts"
import { type Word, wordsOf } from "../../core/words.ts"
import { compareText } from "../union.ts"
import { COMMON_WORDS } from "./common-words.ts"
import type { Vector } from "./vectors.ts"

/** What of a report tells which story it is about. It rests on the report alone, so that it is made once. Some kilobytes. */
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
  /** Keys of the names it turns on, the weightiest first: words that it never writes small. */
  readonly main: Int32Array
  /** Its most telling words, by which it is looked up, with their weights among all words. */
  readonly telling: Vector
  /** Keys of the rare words of its lead, ascending. */
  readonly rare: Int32Array
  /** Numbers up to three digits and their words, ascending: ages, tolls, houses, routes. */
  readonly numbers: Uint16Array
  /** Numbers of the lead with the key of a word that follows, such as 23 "pirates": `key * 1000 + number`, ascending. */
  readonly counted: Float64Array
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
/** A word of at least this weight is rare: it stands in less than one report in 128. */
const RARE = 14
/** A report is looked up by so many of its most telling words. */
const TELLING = 30
/** So many names are those that a report turns on; a name of less weight than the second number is too common to be one. */
const MAIN = 6
const LEAST_NAME = 9
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ")
/** Keys of words are numbers below this; of 50,000 words about one shares its key with another. */
const KEYS = 1 << 30
/** Steps of a weight in a vector. */
const STEPS = 64

/** The view of a report. `text` begins with its title, as reports do. */
export function storyView(id: string, title: string, text: string, published: DayRange | undefined): StoryView {
  const words = wordsOf(text).filter(word => !word.empty)
  const stems = words.map(word => word.stem)
  const all = vectorOf(stems)
  const lead = stems.slice(0, LEAD)
  return {
    id,
    published,
    words: all,
    lead: vectorOf(lead),
    title: vectorOf(wordsOf(title).flatMap(word => (word.empty ? [] : [word.stem]))),
    names: vectorOf(words.flatMap(word => (word.capital ? [word.stem] : []))),
    main: mainNames(words),
    runs: vectorOf(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)),
    telling: mostTelling(all),
    rare: Int32Array.from(new Set(lead.filter(stem => RARE <= weightOf(stem)).map(keyOf))).sort(),
    numbers: numbersOf(stems.filter(isNumber).map(Number)),
    counted: countedIn(stems.slice(0, 2 * LEAD)),
    length: words.length,
  }
}

/** How telling a word is; a run weighs as much as its words together. */
function weightOf(stem: string): number {
  return stem.includes(" ")
    ? stem.split(" ").reduce((sum, part) => sum + weightOf(part), 0)
    : /^\d/.test(stem)
      ? 12
      : (WEIGHTS.get(stem) ?? RAREST)
}

function keyOf(stem: string): number {
  return featureOf(stem, KEYS)
}

/** Each once, ascending. */
function numbersOf(numbers: readonly number[]): Uint16Array {
  return Uint16Array.from(new Set(numbers)).sort()
}

function isNumber(stem: string): boolean {
  return /^\d{1,3}$/.test(stem)
}

function vectorOf(stems: readonly string[]): Vector {
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const weights = new Map<number, number>()
  for (const [stem, count] of counts)
    weights.set(keyOf(stem), Math.round(STEPS * (1 + Math.log(count)) * weightOf(stem)))
  const keys = Int32Array.from(weights.keys()).sort()
  let square = 0
  for (const weight of weights.values()) square += weight * weight
  return { keys, weights: Uint16Array.from(keys, key => weights.get(key)!), length: Math.sqrt(square) }
}

function mostTelling({ keys, weights, length }: Vector): Vector {
  const best = [...keys.keys()].sort((a, b) => weights[b]! - weights[a]! || keys[a]! - keys[b]!).slice(0, TELLING)
  const places = Uint32Array.from(best).sort()
  return {
    keys: Int32Array.from(places, at => keys[at]!),
    weights: Uint16Array.from(places, at => weights[at]!),
    length,
  }
}

/** Names by how often they stand, in the lead twice, and how rare they are. */
function mainNames(words: readonly Word[]): Int32Array {
  const counts = new Map<string, number>()
  const small = new Set<string>()
  for (const [at, { stem, capital }] of words.entries())
    if (capital || at === 0) counts.set(stem, (counts.get(stem) ?? 0) + (at < LEAD ? 2 : 1))
    else small.add(stem)
  const weights = [...counts].flatMap(([stem, count]) =>
    small.has(stem) || /^\d/.test(stem) || WEEKDAYS.includes(stem) || weightOf(stem) < LEAST_NAME
      ? []
      : [[stem, (1 + Math.log(count)) * weightOf(stem)] as const],
  )
  weights.sort(([a, one], [b, two]) => two - one || compareText(a, b))
  return Int32Array.from(weights.slice(0, MAIN), ([stem]) => keyOf(stem))
}

function countedIn(stems: readonly string[]): Float64Array {
  const counted = new Set<number>()
  stems.forEach((stem, at) => {
    if (!isNumber(stem)) return
    for (const next of stems.slice(at + 1, at + 3))
      if (!/^\d/.test(next)) counted.add(keyOf(next) * 1000 + Number(stem))
  })
  return Float64Array.from(counted).sort()
}
