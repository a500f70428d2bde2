import type { Analysis, Token } from "../../english/analysis.ts"
import { DOING, VIOLENT } from "./threat-words.ts"
import type { WarningWords } from "./warning-words.ts"

/** How words that may tell of harm are introduced: by a word of warning, by a threat, or by any other. */
export type Cue = "warned" | "threatened" | "said"

/** Words in which a rule looks for harm. */
export interface Stretch {
  readonly analysis: Analysis
  readonly tokens: readonly Token[]
  readonly last: number
  readonly words: WarningWords
  /** What kind of word introduces them. */
  readonly cue: Cue
}

/** The harm an infinitive or a modal leads to: a verb of harm, or "carry out attacks". */
export function harmAfter(stretch: Stretch, from: number, reach: number): number | undefined {
  const { tokens, words, last } = stretch
  for (let at = from; at < Math.min(last, from + reach); at++) {
    const token = tokens[at]!
    if (/^[;:.]$/.test(token.text)) return undefined
    if (token.upos === "VERB" && !/^(VBD|VBG)$/.test(token.xpos) && isHarmVerb(stretch, at)) return at
    if (DOING.has(token.lemma.toLowerCase()) && token.upos === "VERB")
      for (let noun = at + 1; noun < Math.min(last, at + 8); noun++) {
        if (/^[;:.,]$/.test(tokens[noun]!.text)) break
        if (words.harmNouns.has(tokens[noun]!.text.toLowerCase()) && tokens[noun]!.upos !== "VERB") return noun
      }
    if (token.upos === "VERB" && from < at && (token.xpos === "VBD" || token.xpos === "VBZ")) return undefined
  }
  return undefined
}

/** "attacking Europe" after "of", "on" or "sights on" */
export function gerundOfHarm(stretch: Stretch, at: number): number | undefined {
  const { tokens, words, last } = stretch
  const token = tokens[at]
  if (at >= last || !token || token.xpos !== "VBG") return undefined
  if (isHarmVerb(stretch, at)) return at
  for (let noun = at + 1; noun < Math.min(last, at + 6); noun++)
    if (words.harmNouns.has(tokens[noun]!.text.toLowerCase())) return noun
  return undefined
}

/** A verb of harm that hits somebody: "kill people", not "kill jobs". */
export function isHarmVerb(stretch: Stretch, at: number): boolean {
  const { tokens, words } = stretch
  const lemma = tokens[at]!.lemma.toLowerCase()
  const behind = tokens.slice(at + 1, at + 6).map(token => token.text.toLowerCase())
  const isPhrase = words.harmPhrases.get(lemma)?.some(rest => ` ${behind.join(" ")} `.includes(` ${rest.join(" ")} `))
  const isHarm = words.harmVerbs.has(lemma) || isPhrase || (words.weakHarmVerbs.has(lemma) && isViolent(stretch, at))
  return isHarm === true && !isHarmless(stretch, at)
}

/** What is hit is nobody: the last noun of the row behind the verb. */
function isHarmless({ tokens, words }: Stretch, verb: number): boolean {
  let noun = -1
  for (let at = verb + 1; at < verb + 6; at++) {
    const token = tokens[at]
    if (!token || !/^(DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(token.upos)) break
    if (/^(NOUN|PROPN)$/.test(token.upos)) noun = at
  }
  return words.harmlessObjects.has(tokens[noun]?.text.toLowerCase() ?? "")
}

/** After a word of warning, or in a sentence with people of violence. */
function isViolent({ analysis, tokens, cue }: Stretch, at: number): boolean {
  if (cue !== "said") return true
  // "We will burn your cities"
  if (/^your?$/i.test(tokens[at + 1]?.text ?? "")) return true
  const sentence = analysis.sentences[tokens[at]!.sentence]!
  return (
    VIOLENT.test(analysis.report.text.slice(sentence.start, sentence.end)) ||
    analysis.mentions.some(
      mention => mention.type === "armed-group" && sentence.start <= mention.start && mention.end <= sentence.end,
    )
  )
}

/** Where the clause of a harm ends. */
export function endOfClause({ tokens, last }: Stretch, from: number): number {
  const isNoun = tokens[from]!.upos !== "VERB"
  for (let at = from + 1; at < last; at++) {
    const { text, upos, xpos } = tokens[at]!
    if (/^[;.:]$/.test(text)) return at
    if (text === "," && ENDS_CLAUSE.test(tokens[at + 1]?.text ?? "")) return at
    if ((text === "in" && tokens[at + 1]?.text === "advance") || (text === "ahead" && tokens[at + 1]?.text === "of"))
      return at
    // "an attack on a port almost a week before a bomb went off": when it was told, not what.
    if (isNoun && /^(before|after)$/i.test(text)) {
      const timed = beforeTimeWords(tokens, from + 1, at)
      if (timed < at) return timed
    }
    // "warnings of an attack were ignored": the verb belongs to the warnings.
    if (
      isNoun &&
      (upos === "AUX" || /^VB[DZ]$/.test(xpos)) &&
      !tokens.slice(from + 1, at).some(token => /^(that|which|who|where)$/i.test(token.text))
    )
      return at
  }
  return last
}

/** "almost a week | before": back over the words that count. */
function beforeTimeWords(tokens: readonly Token[], lowest: number, at: number): number {
  let last = at
  while (
    lowest < last &&
    (tokens[last - 1]!.upos === "NUM" ||
      /^(a|an|few|several|some|almost|nearly|about|over|more|than|just|only|hours?|days?|weeks?|months?|years?|shortly|long|well)$/i.test(
        tokens[last - 1]!.text,
      ))
  )
    last--
  return lowest < last ? last : at
}

const ENDS_CLAUSE =
  /^(and|but|or|which|who|as|while|although|naming|citing|adding|warning|particularly|including|either|despite|according|killing|in|ahead|before|after|following|namely)$/i

export const LEADS_ON =
  /^(try|seek|attempt|begin|start|continue|decide|choose|move|go|plan|want|intend|aim|be|keep|help|try|come|embolden|encourage|inspire|push|prompt|allow|enable|let|make|use|push|drive|return|cross|regroup|unite|gather|turn|resort|resume|get|manage|prepare)$/
