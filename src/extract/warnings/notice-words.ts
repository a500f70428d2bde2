import type { Statement } from "../../core/reading.ts"
import type { Analysis, Sentence, Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { headOfRow, isTimeStart, type NounPhrase, nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import type { WarningWords } from "./warning-words.ts"

/** Words of stories that are made up or long told. */
export const STORY = /\b(?:film|novel|movie|drama|fiction|thriller|plot of|episode|sequel|book|history of)\b/i

/** What every rule is given: one verb or noun of a sentence, quoted or not. */
export interface Place {
  readonly analysis: Analysis
  readonly statements: readonly Statement[]
  readonly words: WarningWords
  readonly speech: SpeechWords
  readonly sentence: Sentence
  readonly token: Token
}

export function isDenied(analysis: Analysis, token: Token): boolean {
  const children = childrenOf(analysis, token)
  if (children.some(child => /^(not|n['’]t|never)$/i.test(child.text))) return true
  const auxiliary = children.filter(child => hasRelation(child, "aux")).map(child => child.text.toLowerCase())
  return (
    auxiliary.some(text => /^(should|could|would|may|might|must|can|will)$/.test(text)) ||
    (token.xpos === "VB" && children.some(child => child.deprel === "mark") && !auxiliary.includes("had"))
  )
}

/** "wrote to the ministry to warn": the verb that carries the warning. */
export function carrierOf(analysis: Analysis, token: Token): Token | undefined {
  const carrier = hasRelation(token, "advcl") || hasRelation(token, "xcomp") ? analysis.tokens[token.head] : undefined
  return token.xpos === "VB" &&
    carrier?.upos === "VERB" &&
    /^(?:write|send|call|phone|meet|complain|appeal|e-mail|email|telephone|contact)$/.test(carrier.lemma)
    ? carrier
    : undefined
}

/** "denied that it had warned", "the film tells of a spy who warns": what is denied or told in a story. */
export function isUnreal({ analysis, token, sentence }: Place): boolean {
  if (STORY.test(analysis.report.text.slice(sentence.start, token.start))) return true
  for (let up = analysis.tokens[token.head], steps = 0; up && steps < 3; up = analysis.tokens[up.head], steps++)
    if (/^(?:deny|denial|reject|dismiss|refute|dispute|disbelieve)$/.test(up.lemma)) return true
  return false
}

export function isMasked(place: Place, noun: Token): boolean {
  const { analysis, words } = place
  const around = analysis.tokens
    .slice(Math.max(0, noun.index - 4), noun.index + 3)
    .map(token => token.text.toLowerCase())
    .join(" ")
    .replaceAll(" - ", "-")
  return (
    words.notWarnings.some(phrase => around.includes(phrase)) || /\b(?:no|without)\s+(?:\w+\s+)?warning/.test(around)
  )
}

export function objectOf({ analysis, token, sentence }: Place, reach: number, pattern: RegExp): Token | undefined {
  for (let at = token.index + 1; at < Math.min(sentence.lastToken, token.index + reach); at++) {
    const one = analysis.tokens[at]!
    if (/^[,;.]$/.test(one.text)) return undefined
    if (pattern.test(one.text) && one.upos !== "VERB") return one
    if (one.upos === "VERB" && one.xpos !== "VBG" && one.xpos !== "VBN") return undefined
  }
  return undefined
}

export function passiveSubject({ analysis, token }: Place, pattern: RegExp): Token | undefined {
  return childrenOf(analysis, token, "nsubj:pass").find(child => pattern.test(child.text))
}

/** The words behind, from the first of the given openers (or of the usual ones) to the end of the sentence. */
export function behind(
  analysis: Analysis,
  from: number,
  sentence: Sentence,
  openers = /^(?:of|about|that|on|regarding|concerning|against|over|warning|saying|urging)$/i,
): Range | undefined {
  for (let at = from; at < Math.min(sentence.lastToken - 1, from + 14); at++)
    if (openers.test(analysis.tokens[at]!.text) && !isTimeStart(analysis, at + 1))
      return { first: at + 1, last: endOfWords(analysis, at, sentence) }
  return undefined
}

export function phraseAfter(
  { analysis, sentence }: Place,
  preposition: RegExp,
  from: number,
  highest: number,
): NounPhrase | undefined {
  for (let at = from; at < Math.min(highest, from + 14); at++) {
    if (!preposition.test(analysis.tokens[at]!.text) || isTimeStart(analysis, at + 1)) continue
    const noun = nounFrom(analysis, at + 1, Math.min(highest, sentence.lastToken))
    if (noun === undefined) continue
    const phrase = nounPhraseAt(analysis, noun, at + 1, Math.min(highest, sentence.lastToken))
    let { last } = phrase
    for (let index = phrase.head + 1; index < last; index++)
      if (
        /^(?:about|of|on|that|before|after|warning|over)$/i.test(analysis.tokens[index]!.text) &&
        analysis.tokens[index]!.text.toLowerCase() !== "of"
      )
        last = index
    return { head: phrase.head, first: phrase.first, last }
  }
  return undefined
}

function nounFrom(analysis: Analysis, from: number, highest: number): number | undefined {
  for (let at = from; at < Math.min(highest, from + 6); at++) {
    const token = analysis.tokens[at]!
    if (token.upos === "VERB" && token.xpos === "VB") return undefined
    if (!/^(NOUN|PROPN|PRON)$/.test(token.upos)) continue
    const head = headOfRow(analysis, at, highest)
    return head
  }
  return undefined
}

/** "warned Iranian officials about": the noun right behind the verb when the parse has no object. */
export function hearerBehind({ analysis, token, sentence }: Place): Token | undefined {
  const at = nounFrom(analysis, token.index + 1, Math.min(sentence.lastToken, token.index + 8))
  if (at === undefined || isInTime(analysis, at)) return undefined
  for (let index = token.index + 1; index < at; index++)
    if (
      /^(?:of|about|that|against|to|off)$/i.test(analysis.tokens[index]!.text) &&
      analysis.tokens[index]!.text.toLowerCase() !== "off"
    )
      return undefined
  return analysis.tokens[at]
}

/** "warned on 1 June of": a day hears nothing. */
function isInTime(analysis: Analysis, at: number): boolean {
  const token = analysis.tokens[at]!
  return analysis.times.some(time => time.start <= token.start && token.end <= time.end)
}

export function isPublicWord(analysis: Analysis, noun: Token): boolean {
  return analysis.tokens
    .slice(Math.max(0, noun.index - 4), noun.index)
    .some(token => /^(public|travel|security)$/i.test(token.text))
}

export function textOf(analysis: Analysis, range: Range): string {
  const span = spanOfRange(analysis, range)
  return analysis.report.text.slice(span.start, span.end)
}

/** The end of the sentence, or of the quotation the words stand in. */
function endOfWords(analysis: Analysis, at: number, sentence: Sentence): number {
  const token = analysis.tokens[at]!
  const quotation = analysis.quotations.find(one => one.start <= token.start && token.end <= one.end)
  if (!quotation) return sentence.lastToken
  let last = at + 1
  while (last < sentence.lastToken && analysis.tokens[last]!.end <= quotation.inner.end) last++
  return last
}
