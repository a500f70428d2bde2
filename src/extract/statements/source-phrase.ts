import type { Token } from "../../english/analysis.ts"
import { hasRelation } from "../../english/tree.ts"
import type { Passage, Passages } from "./passages.ts"
import { headOfRow, isOpening, type NounPhrase, nounPhraseAt } from "./phrase.ts"

/** Who says it, and on which side of the cue it stands. "inherited": the source of another cue, or the subject of the verb before. */
export interface Source {
  readonly phrase: NounPhrase
  readonly side: "left" | "right" | "inherited"
  readonly rule: string
  /** Where the words that name the source begin when that is before the phrase: "the daily quoted her as saying". */
  readonly first?: number
}

/** What a rule for sources gives. */
export type Found = Pick<Source, "phrase" | "side" | "first"> | undefined

/** The noun phrase that begins at `from`. */
export function phraseFrom(within: Passages, from: number, highest: number, where: "left" | "right"): Found {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let at = from
  while (at < highest && !["NOUN", "PROPN", "PRON"].includes(tokens[at]!.upos)) {
    if (!isOpening(tokens[at]!) && !/^(of|all)$/i.test(tokens[at]!.text)) return undefined
    at++
  }
  if (at >= highest) return undefined
  let end = from
  while (end < highest && quoteOf[end]! < 0) end++
  const phrase = nounPhraseAt(analysis, headOfRow(analysis, at, end), from, end)
  return { phrase: { ...phrase, first: Math.max(from, phrase.first) }, side: where }
}

/** A phrase never begins inside a quotation. */
export function lowest(within: Passages, passage: Passage, at: number): number {
  let first = at
  while (passage.first < first && within.quoteOf[first - 1]! < 0) first--
  return first
}

/** "Smith, who said": what "who" stands for. */
export function antecedent(within: Passages, subject: Token): Token | undefined {
  if (!/^(who|which|that)$/i.test(subject.text)) return undefined
  const verb = within.analysis.tokens[subject.head]
  const noun = verb && hasRelation(verb, "acl") ? within.analysis.tokens[verb.head] : undefined
  if (noun && noun.index < subject.index && 0 <= noun.index) return noun
  const before =
    within.analysis.tokens[subject.index - (within.analysis.tokens[subject.index - 1]?.text === "," ? 2 : 1)]
  return before && (before.upos === "PROPN" || before.upos === "NOUN") ? before : undefined
}
