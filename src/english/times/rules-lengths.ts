import { readNumber } from "../counts/read-number.ts"
import { durationOf, moveDay, pointAway, type Resolved } from "./calendar.ts"
import type { TimeRule } from "./rule.ts"
import { anchorDay } from "./situation.ts"
import { timePattern, type Unit, unitOf } from "./vocabulary.ts"

/** The number of "five", "a", "2 1/2"; undefined when it is none. */
export function amountOf(words: string): number | undefined {
  const plain = words.toLowerCase().trim()
  return plain === "a" || plain === "an" ? 1 : readNumber(plain)
}

/** A length that is not on the calendar. */
export function lengthOnly(duration: string): Resolved {
  return { edtf: "", precision: "unknown", method: "unknown", duration }
}

const IN_TIME = /^s?['’]s? time\b/
const AHEAD = /(?:\bwill|['’]ll|\bshall|\b(?:is|are) (?:to|due|set|scheduled|expected))\b[^.;:"“”]*(?<!\bwith)\sin\s$/

const VAGUE_LED =
  /\b(for|within|in|over|after|of|during|about|only|just|many|several|some|few|took|takes|take|last|lasted|lasting|spent|and|or)\s$/i

/** "six months", "five-year", "two decades", "within days", "a year and a half": a stretch that is not on the calendar. */
const stretch: TimeRule = {
  name: "stretch",
  pattern: timePattern(
    "(?:(?<amount>{NUM}|an?)(?: (?:and a|and|1/2|½|consecutive|straight|full|more|long|whole|solid|additional|calendar|trading|working|business))?(?<half> half)?(?<mark>-| )|(?<vague>{VAGUE}) (?:more )?)?(?<unit>{UNIT})(?<more> and (?:a )?half(?! ?(?:a|of|the)))?(?<old>-old| old| of age)?",
  ),
  fits: (words, before, after, text) => {
    if (words.old || /^s?['’]? (old|of age)\b/.test(after) || /^-old/.test(after)) return false
    if (
      /^(second|minute|quarter|century)s?$/i.test(words.unit!) &&
      words.amount === undefined &&
      words.vague === undefined
    )
      return false
    if (/^(second|quarter)/i.test(words.unit!) && /^an?$/i.test(words.amount ?? "")) return false
    if (words.amount && /^an?$/i.test(words.amount)) {
      if (words.mark === "-") return false
      // "a day" after an amount is a rate; "a year" needs a word of duration before it.
      return (
        /\b(for|in|within|over|about|almost|nearly|than|after|every|least|spent|took|take|takes|lasted|last|just|only|up to|half)\s$/i.test(
          before,
        ) ||
        words.more !== undefined ||
        words.half !== undefined ||
        (/^ (and a half|of|after|before|earlier|later|ago|to|since|behind)\b/.test(after) && !/^ of the\b/.test(after))
      )
    }
    if (words.amount) return !/[$€£]\s?$|[\d.]$/.test(before) && !/-$/.test(before)
    if (words.vague) return !/^(some|many)$/i.test(words.vague.trim()) || /s$/i.test(words.unit!)
    if (!/s$/i.test(words.unit!) || /^(seconds|minutes|hours|quarters|centuries)$/i.test(words.unit!)) {
      return /^(hours|minutes|centuries)$/i.test(text) && VAGUE_LED.test(before)
    }
    return VAGUE_LED.test(before) || /^ (later|earlier|after|before|ahead|of)\b/.test(after)
  },
  value: (words, at) => {
    const unit = unitOf(words.unit!)
    const vague = words.vague !== undefined && !/couple/i.test(words.vague)
    let amount = words.amount ? amountOf(words.amount) : words.vague && !vague ? 2 : undefined
    if (amount !== undefined && (words.more || words.half)) amount += 0.5
    if (words.amount && (amount === undefined || 1000 <= amount)) return "refused"
    // "the 1988 quarter", "two week": a plural without its ending only joins with a hyphen.
    if (
      amount !== undefined &&
      1 < amount &&
      words.mark !== "-" &&
      !/s$|centuries/i.test(words.unit!) &&
      !words.more &&
      /quarter/i.test(words.unit!)
    )
      return "refused"
    const duration = durationOf(amount, unit)
    // "Talks will begin in two weeks" tells when; "could strike in two weeks" and "he would be back in a year" do not.
    if (
      amount !== undefined &&
      at.published !== undefined &&
      !at.narrative &&
      (AHEAD.test(at.before) || (/\bin $/.test(at.before) && IN_TIME.test(at.after))) &&
      /^(?:s?['’]s? time)?\s*(?:[.,;:?!)”"]|$|when\b|with\b|at\b)/.test(at.after)
    )
      return { ...pointAway(at.published, amount, unit, "relative-to-publication"), duration }
    return lengthOnly(duration)
  },
}

/** "all day", "another month", "the whole week", "half a year", "half-hour". */
const wholeUnit: TimeRule = {
  name: "wholeUnit",
  pattern: timePattern(
    "(?:(?<whole>(?:the |a )?(?:full|whole)|all|(?:yet )?another)[ -](?:business[ -])?|(?<half>half)(?: an? |[ -]))(?<unit>hour|day|night|week|weekend|month|year|decade|century)(?![a-z]|['’-]| \\d)",
  ),
  fits: (words, before, after) =>
    (words.half !== undefined || !/^(?:hour|decade|century)$/i.test(words.unit!) || /another/i.test(words.whole!)) &&
    !/^ (?:old|of age|round|long)\b/.test(after) &&
    // "The full year" of a company's results is a year of the calendar.
    !(
      /full|whole/i.test(words.whole ?? "") &&
      /^year$/i.test(words.unit!) &&
      /^the|\bthe $/i.test(`${words.whole}${before}`)
    ) &&
    !/\b(?:first|second|other|last|latter|bottom|top|of|one|nearly|almost|and|another)(?: of)? $/i.test(
      words.half ? before : "",
    ),
  value: words => lengthOnly(durationOf(words.half ? 0.5 : 1, unitOf(words.unit!))),
}

/** "two years and six months", "1 year, 1 month and 21 days ago", "a week and three days later". */
const compound: TimeRule = {
  name: "compound",
  pattern: timePattern(
    "(?<a>{NUM}|an?) (?<unitA>{UNIT}),?(?: and)? (?<b>{NUM}|an?) (?<unitB>{UNIT})(?:,?(?: and)? (?<c>{NUM}|an?) (?<unitC>{UNIT}))?(?: (?<way>ago|later|earlier|from now|from today))?(?![a-z-])",
  ),
  fits: (_words, before, after) => !/^[ -](?:old|of age)\b/.test(after) && !/[$€£]\s?$|[\d.]$/.test(before),
  value: (words, at) => {
    const parts = ["A", "B", "C"].flatMap(key => {
      const [amount, unit] = [words[key.toLowerCase()], words[`unit${key}`]]
      return amount && unit ? [{ amount: amountOf(amount) ?? Number.NaN, unit: unitOf(unit) }] : []
    })
    if (parts.some(({ amount }) => Number.isNaN(amount)) || new Set(parts.map(part => part.unit)).size < parts.length)
      return "refused"
    const duration = sumOf(parts)
    const way = words.way?.toLowerCase()
    const finest = parts.map(part => part.unit).sort((a, b) => SIZES.indexOf(a) - SIZES.indexOf(b))[0]!
    const anchor =
      way === "later" || way === "earlier"
        ? at.reference && { day: at.reference.range.first, method: "relative-to-text" as const }
        : anchorDay(at)
    if (way === undefined || !anchor || /hour|minute|second/.test(finest)) return lengthOnly(duration)
    const sign = way === "ago" || way === "earlier" ? -1 : 1
    // Years before days, so that the end of a month is met once.
    const inOrder = [...parts].sort((a, b) => SIZES.indexOf(b.unit) - SIZES.indexOf(a.unit))
    const day = inOrder.reduce((moved, { amount, unit }) => moveDay(moved, sign * amount, unit), anchor.day)
    return pointAway(day, 0, finest, anchor.method)
  },
}

const SIZES: readonly Unit[] = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "fortnight",
  "weekend",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
]

/** One ISO 8601 duration of several parts: "P1Y1M21D". */
function sumOf(parts: readonly { amount: number; unit: Unit }[]): string {
  const pieces = [...parts]
    .sort((a, b) => SIZES.indexOf(b.unit) - SIZES.indexOf(a.unit))
    .map(({ amount, unit }) => durationOf(amount, unit).slice(1))
  const date = pieces.filter(piece => !piece.startsWith("T"))
  const time = pieces.filter(piece => piece.startsWith("T")).map(piece => piece.slice(1))
  return `P${date.join("")}${0 < time.length ? `T${time.join("")}` : ""}`
}

/** Rules for lengths of time. */
export const LENGTH_RULES: readonly TimeRule[] = [compound, wholeUnit, stretch]
