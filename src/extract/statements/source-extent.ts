import { subtreeOf } from "../../english/tree.ts"
import type { Passages } from "./passages.ts"
import { isTimeStart, type NounPhrase, type Range } from "./phrase.ts"

/** Pronouns that take nothing behind them. */
const BARE = /^(?:he|she|it|they|we|i|you|who|which|that|him|her|them|us|me)$/i

/** All words by which the report names a source here: the noun phrase with its roles, ages, appositions and clauses. Stops at `bounds`, the cue and what is said. */
export function sourceExtent(within: Passages, phrase: NounPhrase, bounds: readonly Range[]): Range {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  const head = tokens[phrase.head]!
  if (BARE.test(head.text)) return phrase
  const below = new Set(subtreeOf(analysis, head).map(token => token.index))
  const { extra } = phrase
  const isOf = (at: number) => below.has(at) || (extra !== undefined && phrase.last <= at && at < extra.last)
  const isFree = (at: number) =>
    isOf(at) && quoteOf[at] === quoteOf[head.index] && !bounds.some(({ first, last }) => first <= at && at < last)
  let { first, last } = phrase
  while (isFree(first - 1)) first--
  while (isFree(last)) last++
  while (first < phrase.first && /^(?:PUNCT|CCONJ|ADP|SCONJ|ADV)$/.test(tokens[first]!.upos)) first++
  return { first, last: withoutLoose(within, phrase.last, last) }
}

/** Without a time, a relative pronoun or a mark at its end: "the mayor, who", "the mayor on Monday,". A closing bracket stays. */
function withoutLoose({ analysis }: Passages, lowest: number, highest: number): number {
  const { tokens } = analysis
  let last = highest
  for (;;) {
    const token = tokens[last - 1]!
    const time = analysis.times.find(one => one.start <= token.start && token.end <= one.end)
    if (
      lowest < last &&
      (/^(?:[,:;.!?]|--|—|–|-)$/.test(token.text) || /^(?:who|which|that|on|in|at|by)$/i.test(token.text))
    )
      last--
    else if (
      lowest < last &&
      ((time &&
        isTimeStart(
          analysis,
          tokens.findIndex(one => one.start === time.start),
        )) ||
        isTimeStart(analysis, last - 1))
    )
      last--
    else return last
  }
}
