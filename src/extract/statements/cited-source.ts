import type { Draft } from "./draft.ts"
import { isQuoteMark, type Passages } from "./passages.ts"
import { type NounPhrase, nounPhraseAt } from "./phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

/**
 * "A report by the daily, citing two officials, said", "the daily said, citing two officials, that", "..., the daily said, citing two officials":
 * those whom a paper or a body cites. A person who cites somebody speaks for himself.
 */
export function citedSource(within: Passages, draft: Draft, words: SpeechWords): NounPhrase | undefined {
  const { tokens, mentions } = within.analysis
  const { passage, ranges } = draft
  const { cue, source } = draft.clause
  const isPerson =
    words.people.has(tokens[source.phrase.head]!.text.toLowerCase()) ||
    tokens[source.phrase.head]!.upos === "PRON" ||
    mentions.some(({ headToken, type }) => headToken === source.phrase.head && type === "person")
  const isSaid = (at: number) => ranges.some(({ first, last }) => first <= at && at < last)
  const to = isPerson ? cue.first : passage.last
  for (let at = source.side === "left" ? source.phrase.last : cue.last; at < to; at++) {
    if (!/^(?:citing|quoting)$/i.test(tokens[at]!.text) || tokens[at - 1]?.text !== "," || isSaid(at)) continue
    // `citing “information about a plan”`: words that are quoted, nobody who said them.
    if (isQuoteMark(tokens[at + 1]?.text ?? "")) return undefined
    let end = at + 1
    while (end < passage.last && !/^[,.;:]$/.test(tokens[end]!.text)) end++
    if (isPerson && cue.first <= end) return undefined
    return phraseBetween(within, at + 1, end)
  }
  return undefined
}

/** The last noun phrase of the tokens, before a preposition when there is one: "two officials in the capital". */
function phraseBetween({ analysis }: Passages, first: number, last: number): NounPhrase | undefined {
  const tokens = analysis.tokens.slice(first, last)
  const isNoun = ({ upos }: { upos: string }) => /^(?:NOUN|PROPN)$/.test(upos)
  const preposition = tokens.findIndex(token => token.upos === "ADP")
  const before = preposition < 0 ? undefined : tokens.slice(0, preposition).findLast(isNoun)
  const noun = before ?? tokens.findLast(isNoun)
  return noun && nounPhraseAt(analysis, noun.index, first, last)
}
