import { contains } from "../../../core/span.ts"
import type { Count } from "../../../core/value.ts"
import type { Token } from "../../../english/analysis.ts"
import { hasRelation } from "../../../english/tree.ts"
import { type Context, isIn, sentenceOf, tokensOf } from "../context.ts"
import { isPassive, isVerb, withConjuncts } from "../grammar.ts"
import { countsOf, type Found } from "../values.ts"

/** A number of dead, hurt, missing, held or arrested, with the word that says so. */
export interface Casualty {
  readonly slot: "killed" | "wounded" | "missing" | "hostages" | "arrested"
  readonly found: Found<Count>
  /** "killed", "left", "deaths": where the search for the event begins. */
  readonly predicate: Token
  /** What did the killing: "the bombing" in "the bombing, which killed 12". */
  readonly subjects: readonly Token[]
  readonly rule: string
  /** Heads of the phrases that name them; empty where only a number does. */
  readonly people: readonly Token[]
}

export function each(
  context: Context,
  tokens: readonly Token[],
  slot: Casualty["slot"],
  predicate: Token,
  subjects: readonly Token[],
  rule: string,
): Casualty[] {
  const heads = tokens.filter(
    token => !tokens.some(other => other !== token && token.head === other.index && hasRelation(token, "conj")),
  )
  return heads.flatMap(token => {
    const named = withConjuncts(context, token)
    return [...countsOf(context, token), ...included(context, token)].map(found => ({
      slot,
      found,
      predicate,
      subjects,
      rule,
      people: named.filter(one => contains(found.span, one)),
    }))
  })
}

/** "183 people, including 170 civilians and 13 soldiers": the parts stand beside the whole, each with its own scope. */
function included(context: Context, token: Token): Found<Count>[] {
  const including = tokensOf(context, sentenceOf(context, token)).find(
    each =>
      each.index > token.index &&
      each.index - token.index < 4 &&
      ["including", "among"].includes(each.text.toLowerCase()),
  )
  if (!including) return []
  const end = sentenceOf(context, token).end
  const parts: Found<Count>[] = []
  for (const count of context.analysis.counts) {
    if (count.start < including.end || end < count.end || 0 > count.nounToken) continue
    const noun = context.analysis.tokens[count.nounToken]!
    const between = context.analysis.tokens.slice(including.index, noun.index)
    if (between.some(token => isVerb(token) && token !== including)) break
    if (isIn(context, noun, "people"))
      parts.push({ value: count.count, span: { start: count.start, end: Math.max(count.end, noun.end) } })
  }
  return parts
}

/** The counted phrase right behind a verb whose object the parser lost: "killing at least 12". */
export function countsBehind(context: Context, verb: Token): Token[] {
  if (isPassive(context, verb)) return []
  // "one killed, five shot": behind a comma another clause begins.
  const count = context.analysis.counts.find(
    each => verb.end <= each.start && /^ ?$/.test(context.analysis.report.text.slice(verb.end, each.start)),
  )
  if (!count) return []
  const token =
    0 <= count.nounToken
      ? context.analysis.tokens[count.nounToken]!
      : context.analysis.tokens.find(
          token => count.start <= token.start && token.end <= count.end && token.upos === "NUM",
        )
  return token && token.sentence === verb.sentence ? [token] : []
}
