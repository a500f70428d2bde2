import type { Qualifier } from "../../core/value.ts"

/** A number with what the words around it make of it. */
export interface Interval {
  readonly low: number
  readonly high: number | null
  readonly qualifier: Qualifier
}

// Words before a number, longest first.
const LEADS: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:at least|no fewer than|no less than|not less than|not fewer than|a minimum of|at a minimum|minimum of|upwards? of|upward of|at the very least|not under)$/,
    "at-least",
  ],
  [/(?:as many as|as much as|up to|at most|no more than|not more than|a maximum of|maximum of|as few as)$/, "at-most"],
  [
    /(?:more than|over|in excess of|exceeding|above|well over|greater than|higher than|upwards of more than)$/,
    "more-than",
  ],
  [/(?:nearly|almost|close to|just under|just short of|not quite|approaching)$/, "nearly"],
  [/(?:fewer than|less than|under|below)$/, "less-than"],
  [
    /(?:about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|in the order of|approx\.?|perhaps|probably|possibly|maybe|somewhere around)$/,
    "about",
  ],
]
const LEAD_WORDS = 5

/** The qualifying words that end `before`, with where they begin in it; undefined when there are none. */
export function leadOf(before: string): { qualifier: Qualifier; start: number } | undefined {
  const tail = before.slice(-60)
  const words = tail.trimEnd().toLowerCase()
  let best: { qualifier: Qualifier; start: number } | undefined
  for (const [pattern, qualifier] of LEADS) {
    const match = pattern.exec(words)
    if (!match || /[\p{L}\d]/u.test(words[match.index - 1] ?? " ")) continue
    const start = before.length - tail.length + match.index
    if (!best || start < best.start) best = { qualifier, start }
  }
  return best && before.slice(best.start).split(/\s+/).length <= LEAD_WORDS + 1 ? best : undefined
}

/**
 * The interval for a plain number and its qualifier.
 * Decisions of our own, chosen so that an interval never shuts out what the words allow: "about" is 10 % to either side; "nearly" is the 10 % below;
 * "as many as 170" is [1, 170], since 0 would deny what is told; "fewer than 10" is [1, 9] for the same reason.
 */
export function intervalOf(value: number, qualifier: Qualifier): Interval {
  const tenth = Math.max(1, Math.round(value / 10))
  switch (qualifier) {
    case "at-least":
      return { low: value, high: null, qualifier }
    case "more-than":
      return { low: value + 1, high: null, qualifier }
    case "at-most":
      return { low: Math.min(1, value), high: value, qualifier }
    case "less-than":
      return value <= 1 ? { low: 0, high: 0, qualifier } : { low: 1, high: value - 1, qualifier }
    case "nearly":
      return { low: Math.max(0, value - tenth), high: Math.max(0, value - 1), qualifier }
    case "about":
      return { low: Math.max(0, value - tenth), high: value + tenth, qualifier }
    default:
      return { low: value, high: value, qualifier: "exact" }
  }
}

// Vague words as intervals. "Scores" [40, 199], "dozens" [24, 99] and "hundreds" [200, 999] follow the project's design: at least two of the unit,
// up to where the next word would have been used. "Several" and "a handful" [3, 9] and "a few" [3, 6] are dictionary senses ("more than two but not many").
const VAGUE: readonly (readonly [RegExp, number, number | null])[] = [
  [/^hundreds of thousands$/, 200_000, 999_999],
  [/^tens of thousands$/, 20_000, 99_999],
  [/^tens of millions$/, 20e6, 99_999_999],
  [/^hundreds of millions$/, 200e6, 999_999_999],
  [/^(?:several|many) hundreds? thousand$/, 300_000, 999_999],
  [/^several hundreds?$/, 300, 999],
  [/^(?:a few|a couple of|a couple) hundreds?$/, 200, 699],
  [/^(?:several|many|a few|a couple of|a couple) dozens?$/, 24, 99],
  [/^several thousands?$/, 3000, 9999],
  [/^(?:a few|a couple of|a couple) thousands?$/, 2000, 6999],
  [/^several millions?$/, 3e6, 9_999_999],
  [/^scores$/, 40, 199],
  [/^dozens$/, 24, 99],
  [/^hundreds$/, 200, 999],
  [/^thousands$/, 2000, 9999],
  [/^millions$/, 2e6, null],
  [/^(?:several|a handful)$/, 3, 9],
  [/^a few$/, 3, 6],
  // A number nobody wrote down: more than two, no upper end.
  [/^many$/, 3, null],
  [/^(?:a couple|a pair|couple)$/, 2, 2],
  [/^(?:a trio)$/, 3, 3],
]

/** Source of a pattern for vague counts, longest first. */
export const VAGUE_PATTERN =
  "(?:hundreds of thousands|tens of thousands|tens of millions|hundreds of millions|(?:several|many|a few|a couple of|a couple) (?:hundreds?|dozens?|thousands?|millions?)(?: thousand)?|scores|dozens|hundreds|thousands|millions|several|many|a handful|a few|a couple|a pair|a trio)"

/** The interval of a vague word; "at least dozens" has no upper end. */
export function vagueInterval(words: string, lead: Qualifier | undefined): Interval | undefined {
  const plain = words.toLowerCase().replace(/\s+/g, " ")
  for (const [pattern, low, high] of VAGUE) {
    if (!pattern.test(plain)) continue
    if (lead === "at-least" || lead === "more-than") return { low, high: null, qualifier: "vague" }
    return { low, high, qualifier: low === high ? "exact" : "vague" }
  }
  return undefined
}
