import type { Qualifier } from "../../core/value.ts"
import { NUMBER_PATTERN, readNumber } from "./read-number.ts"

/** A number with what the words around it make of it. */
export interface Interval {
  readonly low: number
  readonly high: number | null
  readonly qualifier: Qualifier
}

// Words before a number, longest first.
const LEADS: readonly (readonly [RegExp, Qualifier])[] = [
  [
    /(?:at least|no fewer than|no less than|not less than|not fewer than|no smaller than|a minimum of|at a minimum|minimum of|upwards? of|upward of|at the very least|not under|(?:more|greater|larger|bigger|higher) (?:than )?or equal (?:to|than)|equal to or (?:more|greater|larger|higher) than|at least or equal to)$/,
    "at-least",
  ],
  [
    /(?:as many as|as much as|up to|at most|no more than|not more than|a maximum of|maximum of|as few as|(?:less|fewer|smaller|lower) (?:than )?or equal (?:to|than)|equal to or (?:less|fewer|smaller|lower) than)$/,
    "at-most",
  ],
  [
    /(?:more than|over|in excess of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above|well over|(?:greater|higher|larger|bigger) than|upwards of more than)$/,
    "more-than",
  ],
  [/(?:nearly|almost|close to|just under|just short of|not quite|approaching)$/, "nearly"],
  [/(?:(?:fewer|less|smaller|lower) than|under|below)$/, "less-than"],
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
 * "as many as 170" is [1, 170], since 0 would deny what is told; "fewer than 10" is [0, 9]: it may be said of none.
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
      return { low: 0, high: Math.max(0, value - 1), qualifier }
    case "nearly":
      return { low: Math.max(0, value - tenth), high: Math.max(0, value - 1), qualifier }
    case "about":
      return { low: Math.max(0, value - tenth), high: value + tenth, qualifier }
    default:
      return { low: value, high: value, qualifier: "exact" }
  }
}

/**
 * "10 to 15" as an interval, "2 to 3 million" as two million to three million; undefined when it does not rise,
 * and for "twenty-five thousand", which is one number. `link` is what stands between them.
 */
export function rangeOf(lowWords: string, highWords: string, link: string): Interval | undefined {
  if (
    /-/.test(link) &&
    /(?:ty)$/i.test(lowWords) &&
    /^(?:one|two|three|four|five|six|seven|eight|nine)\b/i.test(highWords)
  )
    return undefined
  let low = readNumber(lowWords)
  const high = readNumber(highWords)
  if (low === undefined || high === undefined) return undefined
  const scale = /(?:\b|\d)(million|billion|thousand|hundred|k)$/i.exec(highWords.trim())
  if (scale && !/[a-z]/i.test(lowWords)) low *= readNumber(`1 ${scale[1]!}`) ?? 1
  return low < high ? { low, high, qualifier: "range" } : undefined
}

const TAILS: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:\s+(?:or|and) (?:more|greater|higher|above|over|larger)(?! than)\b|\+|-plus\b|\s+plus\b)/i, "at-least"],
  [/^\s+or (?:less|fewer|lower|below|under|smaller)(?! than)\b/i, "at-most"],
  [/^\s+or so\b/i, "about"],
]

/** A number with its qualifying words on both sides; offsets count from the start of `text`. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly interval: Interval
  readonly led: boolean
}

/** The number at [start, end) of a sentence with "at least", "or more", "more than 10 but fewer than 20" around it. */
export function quantityAt(text: string, start: number, end: number, value: number): Quantity {
  const lead = leadOf(text.slice(0, start))
  const after = text.slice(end, end + 80)
  for (const [pattern, qualifier] of TAILS) {
    const tail = pattern.exec(after)
    if (tail)
      return {
        start: lead?.start ?? start,
        end: end + tail[0].length,
        interval: intervalOf(value, qualifier),
        led: lead !== undefined,
      }
  }
  const one = intervalOf(value, lead?.qualifier ?? "exact")
  const second = lead && SECOND.exec(after)
  const other = second && leadOf(`${second.groups!.lead} `)
  const number = second ? readNumber(second.groups!.number!) : undefined
  if (other && number !== undefined) {
    const both = between(one, intervalOf(number, other.qualifier))
    if (both) return { start: lead.start, end: end + second[0].length, interval: both, led: true }
  }
  return { start: lead?.start ?? start, end, interval: one, led: lead !== undefined }
}

const SECOND = new RegExp(
  `^,?\\s+(?:and|but)\\s+(?<lead>[a-z]+(?: [a-z]+){0,4}?)\\s+(?<number>${NUMBER_PATTERN})(?![\\p{L}\\d]|[.,]\\d)`,
  "iu",
)

/** One bound from below and one from above as one interval. */
function between(one: Interval, two: Interval): Interval | undefined {
  const lower = one.high === null ? one : two.high === null ? two : undefined
  const upper = /^(?:at-most|less-than)$/.test(one.qualifier)
    ? one
    : /^(?:at-most|less-than)$/.test(two.qualifier)
      ? two
      : undefined
  if (!lower || !upper || upper.high === null || upper.high <= lower.low) return undefined
  return { low: lower.low, high: upper.high, qualifier: "range" }
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
  // A number nobody wrote down: a plural, no upper end.
  [/^many$/, 2, null],
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
