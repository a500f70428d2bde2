import type { Count } from "../../core/value.ts"
import type { CountMention } from "../../english/analysis.ts"
import { entityOf, type Found, found, isBody, isPeak, type Place } from "./context.ts"

const SOME =
  "(?:some|about|around|an?|an estimated|only|up to|between|at least|more than|as many as|nearly|roughly|fewer than|less than|no more than|now|still|in the|low|high)"
const OPEN = `(?:\\s+${SOME})*\\s*$`
/** Behind a body, up to the number. `bare`: the number may stand without "members". */
const BEHIND: readonly { words: RegExp; bare: boolean }[] = [
  {
    words: new RegExp(
      `^(?:,\\s+(?:which|who)\\s+|\\s+)(?:(?:is|are|was|were)\\s+(?:believed|thought|said|estimated|reported|understood)\\s+to\\s+)?(?:numbers?|numbered|counts?|totals?)${OPEN}`,
      "iu",
    ),
    bare: true,
  },
  {
    words: new RegExp(
      `^(?:,\\s+(?:which|who)\\s+|\\s+)(?:(?:is|are|was|were)\\s+(?:believed|thought|said|estimated|reported|understood)\\s+to\\s+)?(?:now\\s+|still\\s+|today\\s+|once\\s+)?(?:ha(?:s|ve|d)|fields?|command(?:s|ed)?|boasts?|consists?\\s+of|comprises?|includes?)${OPEN}`,
      "iu",
    ),
    bare: false,
  },
  {
    words: new RegExp(
      `^,\\s+whose\\s+(?:fighters|members|ranks|membership|men|forces?|strength)\\s+(?:number|numbers|total|stands?\\s+at|(?:is|are)\\s+(?:estimated|put)\\s+at)${OPEN}`,
      "iu",
    ),
    bare: true,
  },
  {
    words: new RegExp(
      `^['’]s?\\s+(?:strength|ranks|membership|numbers|force)\\s+(?:(?:is|are|was|were)\\s+(?:estimated|put)\\s+at|stands?\\s+at|(?:has|have)\\s+(?:shrunk|fallen|dwindled|dropped|grown|risen|swollen|swelled)\\s+(?:from\\s+[\\p{L}\\d,. ]+?\\s+)?to)${OPEN}`,
      "iu",
    ),
    bare: true,
  },
  { words: new RegExp(`^:${OPEN}`, "iu"), bare: false },
]
/** Between the number with its noun and the body. */
const BELONG = /^(?:\s+\p{L}+)?\s+(?:belong|belongs|belonging|are\s+loyal)\s+to\s+(?:the\s+)?$/iu
const LOST =
  /\b(?:kill\w*|dead|died|arrest\w*|detain\w*|captur\w*|wound\w*|surrender\w*|releas\w*|freed|lost|hostages?|attack(?:ed|s))\b/i

const LEAD =
  "(?:(up to|no more than|at most|as many as|about|around|some|roughly|an estimated|approximately|more than|over|at least|fewer than|less than|under|between)\\s+)?"
const BARE = new RegExp(
  `^(?:,\\s+whose\\s+(?:fighters|members|ranks|membership|men|forces?)\\s+|,\\s+(?:which|who)\\s+|\\s+)(?:(?:is|are|was|were)\\s+(?:believed|thought|said|estimated|reported)\\s+to\\s+)?(?:numbers?|totals?|stand\\s+at|are\\s+(?:estimated|put)\\s+at)\\s+${LEAD}([\\d,]*\\d)(?:\\s*(?:to|and|-|–)\\s*([\\d,]*\\d))?(?=[\\s,.;]|$)(?!\\s+(?:percent|years?|days|countries|villages|towns|districts))`,
  "iu",
)

/** "which numbers up to 6,000", "the 4,000-strong Front", "700 gunmen belong to the Front"; what it once had is its peak. */
export function strengthWords(place: Place): Found[] {
  const { analysis, sentence, words } = place
  const { text } = analysis.report
  const results: Found[] = []
  const counts = analysis.counts.filter(one => sentence.start <= one.start && one.end <= sentence.end)
  const isOfMembers = (one: CountMention) =>
    0 <= one.nounToken && words.membersNouns.includes(analysis.tokens[one.nounToken]!.text.toLowerCase())
  for (const mention of place.mentions) {
    const body = entityOf(analysis, mention)
    if (!isBody(body)) continue
    const add = (count: Count, isPast: boolean, rule: string) =>
      results.push(found(place, body, isPast ? "peak" : "strength", count, rule))
    for (const one of counts) {
      if (mention.end <= one.start) {
        const between = text.slice(mention.end, one.start)
        const hit = BEHIND.find(({ words: pattern }) => pattern.test(between))
        if (
          hit &&
          (isOfMembers(one) || (hit.bare && one.nounToken < 0)) &&
          !LOST.test(text.slice(mention.start, one.start))
        )
          add(one.count, isPeak(text.slice(sentence.start, one.start)), "numbers")
        // "put the strength of the Front at 1,500"
        if (
          /^\s+at\s+(?:\p{L}+\s+){0,2}$/iu.test(between) &&
          /\b(?:strength|size|membership)\s+of\s+(?:the\s+)?$/i.test(text.slice(sentence.start, mention.start))
        )
          add(one.count, false, "strengthPutAt")
      } else if (one.end <= mention.start && isOfMembers(one) && BELONG.test(text.slice(one.end, mention.start)))
        add(one.count, false, "belongTo")
    }
    const bare = bareBehind(text.slice(mention.end, sentence.end))
    if (bare && !LOST.test(text.slice(mention.start, mention.end + bare.text.length))) add(bare, false, "numbers")
    const strong = /\b([\d,]{2,9})-strong\s+$/.exec(text.slice(sentence.start, mention.start))
    const wasStrong = /\bonce\s+([\d,]{2,9})(?:\s+|-)strong,\s+(?:the\s+)?$/i.exec(
      text.slice(sentence.start, mention.start),
    )
    if (strong && !wasStrong) add(countOf(strong[1]!, strong[0].trim()), false, "strong")
    if (wasStrong) add(countOf(wasStrong[1]!, wasStrong[0].replace(/,\s+(?:the\s+)?$/, "").trim()), true, "strong")
  }
  // "down from 400"
  const entity = results.find(one => one.slot === "strength")
  const down = counts.find(one => /\bdown from\s+(?:\p{L}+\s+){0,2}$/iu.test(text.slice(sentence.start, one.start)))
  const body = entity && analysis.entities.find(one => one.id === entity.entityId)
  if (down && body) results.push(found(place, body, "peak", down.count, "downFrom"))
  return results
}

const LIMITS: readonly (readonly [RegExp, Count["qualifier"]])[] = [
  [/^(?:up to|no more than|at most|as many as)$/i, "at-most"],
  [/^(?:about|around|some|roughly|an estimated|approximately)$/i, "about"],
  [/^(?:more than|over)$/i, "more-than"],
  [/^(?:at least)$/i, "at-least"],
  [/^(?:fewer than|less than|under)$/i, "less-than"],
]

/** "which numbers up to 6,000", "whose fighters number about 200": a number without a noun. */
function bareBehind(behind: string): Count | undefined {
  const match = BARE.exec(behind)
  if (!match) return undefined
  const [whole, lead = "", first = "", second] = match
  const low = Number(first.replaceAll(",", ""))
  const high = second === undefined ? low : Number(second.replaceAll(",", ""))
  const qualifier = second === undefined ? (LIMITS.find(([words]) => words.test(lead.trim()))?.[1] ?? "exact") : "range"
  const text = whole.slice(whole.search(/\d/)).trim()
  const count = {
    kind: "count",
    qualifier,
    of: "members",
    text: lead === "" ? text : `${lead.trim()} ${text}`,
  } as const
  switch (qualifier) {
    case "at-most":
      return { ...count, low: 0, high }
    case "less-than":
      return { ...count, low: 0, high: high - 1 }
    case "more-than":
      return { ...count, low: low + 1, high: null }
    case "at-least":
      return { ...count, low, high: null }
    case "about":
      // A tenth more or less, as counts with a noun are read.
      return { ...count, low: Math.round(low * 0.9), high: Math.round(high * 1.1) }
    default:
      return low <= high ? { ...count, low, high } : undefined
  }
}

function countOf(digits: string, text: string): Count {
  const number = Number(digits.replaceAll(",", ""))
  return { kind: "count", low: number, high: number, qualifier: "exact", of: "members", text }
}
