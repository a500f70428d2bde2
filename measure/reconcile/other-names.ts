import type { Reading } from "../../src/core/reading.ts"
import { wordsOf } from "../../src/core/words.ts"
import { COMMON_WORDS } from "../../src/reconcile/stories/common-words.ts"

/** Common words by how common and how long they are, and the class of each. */
const CLASSES = Map.groupBy(
  COMMON_WORDS.flatMap(([rarity, stems]) => stems.split(" ").map(stem => ({ stem, rarity }))),
  ({ stem, rarity }) => `${rarity} ${stem.length}`,
)
const PLACES = new Map(
  [...CLASSES.values()].flatMap(words => words.map(({ stem }, at) => [stem, { words, at }] as const)),
)
const VOWELS = "aeiou"
const CONSONANTS = "bcdfghklmnprstvz"

/**
 * A reading as if its report had told of other people, places and things in another year: common words become others that are as common and as long,
 * names and rare words change letter by letter, years, ages and counts move on, ids are others. So the reports of one turn are as like each other as those
 * of the first, and those of two turns have little in common. All lengths stay, so that every span still is that of its words. `turn` 0 gives the reading itself.
 */
export function withOtherNames(reading: Reading, turn: number): Reading {
  return turn === 0 ? reading : (changed(reading, turn) as Reading)
}

function changed(value: unknown, turn: number): unknown {
  if (typeof value === "string") return /^[0-9a-f]{16}$/.test(value) ? otherId(value, turn) : otherWords(value, turn)
  if (Array.isArray(value)) return value.map(item => changed(item, turn))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, turn)]))
}

function otherId(id: string, turn: number): string {
  return turn.toString(16).padStart(3, "0") + id.slice(3)
}

/** Years are numbers from 1900 on, ages and counts those of two digits. */
function otherWords(text: string, turn: number): string {
  // What is no text but a kind, a rule or a key of a list stays.
  if (!/[\p{Lu} ]|^\d{4}/u.test(text)) return text
  return text
    .replace(/\b\p{L}[a-z]{2,}\b/gu, word => otherWord(word, turn))
    .replace(/(?<![\d.:/-])\b[1-9]\d\b(?![\d.:/-])/g, number => String(((Number(number) - 10 + 7 * turn) % 90) + 10))
    .replace(/\b(?:19|20)\d\d\b/g, year => String(Math.min(2099, Number(year) + turn)))
}

function otherWord(text: string, turn: number): string {
  const [word] = wordsOf(text)
  if (word === undefined || word.empty) return text
  const place = PLACES.get(word.stem)
  if (place === undefined) return otherName(text, turn)
  const { words, at } = place
  const other = words[(at + turn) % words.length]!.stem
  if (!text.toLowerCase().startsWith(word.stem)) return text
  const small = other + text.slice(word.stem.length)
  return /^\p{Lu}/u.test(text) ? small.charAt(0).toUpperCase() + small.slice(1) : small
}

function otherName(name: string, turn: number): string {
  return Array.from(name, (letter, at) => {
    const small = letter.toLowerCase()
    const letters = VOWELS.includes(small) ? VOWELS : CONSONANTS
    const place = letters.indexOf(small)
    if (place < 0) return letter
    const other = letters[(place + turn + (at % 3)) % letters.length]!
    return letter === small ? other : other.toUpperCase()
  }).join("")
}
