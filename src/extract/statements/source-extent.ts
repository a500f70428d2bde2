import { subtreeOf } from "../../english/tree.ts"
import type { Passages } from "./passages.ts"
import { isTimeStart, type NounPhrase, type Range } from "./phrase.ts"

/** Pronouns that take nothing behind them. */
const BARE = /^(?:he|she|it|they|we|i|you|who|which|that|him|her|them|us|me)$/i

/** All words by which the report names a source here: the noun phrase with its roles, ages, appositions and clauses. Stops at `bounds`, the cue and what is said. */
export function sourceExtent(within: Passages, phrase: NounPhrase, bounds: readonly Range[]): Range {
  const { first, last } = wholePhrase(within, phrase, bounds)
  return { first, last: withoutLoose(within, phrase.last, last) }
}

/** The same with a time or a mark at its end. */
export function wholePhrase(within: Passages, phrase: NounPhrase, bounds: readonly Range[]): Range {
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
  return { first, last }
}

/** Without a time, a relative pronoun or a mark at its end: "the mayor, who", "the mayor on Monday,". In "a report published in June" the time belongs to it. */
function withoutLoose({ analysis }: Passages, lowest: number, highest: number): number {
  const { tokens, times } = analysis
  let last = highest
  while (lowest < last) {
    const token = tokens[last - 1]!
    if (/^(?:[,:;.!?]|--|—|–|-|who|which|that|on|in|at|by)$/i.test(token.text)) {
      last--
      continue
    }
    let first = last - 1
    const time = times.find(one => one.start <= token.start && token.end <= one.end)
    while (time && lowest < first && time.start <= tokens[first - 1]!.start) first--
    if (!time && !isTimeStart(analysis, first)) break
    const before = tokens[tokens[first - 1]?.upos === "ADP" ? first - 2 : first - 1]
    if (before?.upos === "VERB") break
    last = first
  }
  return last
}
