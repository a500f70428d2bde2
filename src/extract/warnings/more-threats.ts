import type { Token } from "../../english/analysis.ts"
import { endOfClause, type Stretch } from "./harm-words.ts"
import { MODALS, THREATS } from "./threat-words.ts"

type Found = { harm: number; last: number } | undefined

/** Whoever was stopped prepares no more. */
const STOPPED = /^(?:arrest|detain|foil|thwart|charge|convict|sentence|jail|accuse|plead|confess|admit)$/

/** The sentence tells of an arrest or a trial. */
export function isStopped({ tokens, analysis }: Stretch, at: number): boolean {
  const sentence = analysis.sentences[tokens[at]!.sentence]!
  return tokens.slice(sentence.firstToken, sentence.lastToken).some(one => STOPPED.test(one.lemma))
}

/** "is preparing an offensive", "were plotting attacks"; not of those who were arrested for it */
export function preparesHarm(stretch: Stretch, at: number): Found {
  const { tokens } = stretch
  const token = tokens[at]!
  if (
    token.xpos !== "VBG" ||
    token.upos !== "VERB" ||
    !/^(?:prepare|plan|plot|ready|mass|organi[sz]e|rehearse)$/.test(token.lemma)
  )
    return undefined
  if (![1, 2].some(steps => tokens[at - steps]?.lemma === "be")) return undefined
  if (isStopped(stretch, at)) return undefined
  return harmNounBehind(stretch, at + 1, 7)
}

/** "there will be more bloodshed" */
export function thereWillBe(stretch: Stretch, at: number): Found {
  const { tokens } = stretch
  if (tokens[at]!.text.toLowerCase() !== "there") return undefined
  const modal = tokens[at + 1]
  const be = tokens.slice(at + 2, at + 4).find(one => one.text.toLowerCase() === "be")
  return modal && MODALS.has(modal.text.toLowerCase()) && be ? harmNounBehind(stretch, be.index + 1, 5) : undefined
}

/** "the threat from extremists had grown", "the danger is rising" */
export function threatHasGrown(stretch: Stretch, at: number): Found {
  const { tokens, last } = stretch
  if (!THREATS.has(tokens[at]!.text.toLowerCase()) || tokens[at]!.upos === "VERB") return undefined
  for (let verb = at + 1; verb < Math.min(last, at + 9); verb++) {
    const { text } = tokens[verb]!
    if (/^[;.,]$/.test(text)) return undefined
    if (/^(?:grown|increased|risen|worsened|intensified|growing|increasing|rising|worsening)$/i.test(text))
      return /^(?:has|had|have|is|are|was|were)$/i.test(tokens[verb - 1]!.text)
        ? { harm: at, last: verb + 1 }
        : undefined
  }
  return undefined
}

/** "information on a plot", "intelligence about a planned attack" */
export function knownPlot(stretch: Stretch, at: number): Found {
  const { tokens, words, last } = stretch
  if (
    !/^(?:information|intelligence|intel|indications?|tip|tip-off)$/i.test(tokens[at]!.text) ||
    !/^(?:on|about|of)$/i.test(tokens[at + 1]?.text ?? "")
  )
    return undefined
  for (let noun = at + 2; noun < Math.min(last, at + 8); noun++) {
    const token = tokens[noun]!
    if (/^[;.,]$/.test(token.text) || token.upos === "VERB") return undefined
    const isPlot = /^(?:plots?|plans?)$/i.test(token.text)
    const isComing = isHarmNoun(stretch, token) && words.modifiers.has(tokens[noun - 1]!.text.toLowerCase())
    if (isPlot || isComing) return { harm: noun, last: endOfClause(stretch, noun) }
  }
  return undefined
}

/** "attacks cannot be ruled out", "did not rule out a coup" */
export function isHardlyExcluded(stretch: Stretch, at: number): Found {
  const { tokens, last } = stretch
  if (isHarmNoun(stretch, tokens[at]!)) {
    const behind = tokens.slice(at + 1, Math.min(last, at + 9))
    const not = behind.findIndex(one => /^(?:not|n['’]t|cannot|never)$/i.test(one.text))
    const out = behind.findIndex(one => /^(?:ruled|excluded|discounted)$/i.test(one.text))
    return 0 <= not && not < out && out < not + 4
      ? { harm: at, last: at + 2 + out + (/^out$/i.test(behind[out + 1]?.text ?? "") ? 1 : 0) }
      : undefined
  }
  if (!/^(?:rule|exclude|discount)$/.test(tokens[at]!.lemma) || tokens[at]!.upos !== "VERB") return undefined
  const before = tokens.slice(Math.max(0, at - 2), at)
  return before.some(one => /^(?:not|n['’]t|cannot|never)$/i.test(one.text))
    ? harmNounBehind(stretch, at + 1, 6)
    : undefined
}

function harmNounBehind(stretch: Stretch, from: number, reach: number): Found {
  for (let at = from; at < Math.min(stretch.last, from + reach); at++) {
    const token = stretch.tokens[at]!
    if (/^[;.,:]$/.test(token.text) || /^VB[DZP]$/.test(token.xpos)) return undefined
    if (isHarmNoun(stretch, token)) return { harm: at, last: endOfClause(stretch, at) }
  }
  return undefined
}

function isHarmNoun({ words }: Stretch, token: Token): boolean {
  return (
    words.harmNouns.has(token.text.toLowerCase()) &&
    (token.upos !== "VERB" || /^(?:nsubj|obj|obl|nmod)/.test(token.deprel))
  )
}

/** "that raiders would come": after a word of warning those who fight need do no more than come. */
export function raidersWillCome(stretch: Stretch, at: number): Found {
  const { tokens, analysis } = stretch
  if (!MODALS.has(tokens[at]!.text.toLowerCase()) || tokens[at]!.upos === "NOUN") return undefined
  const verb = tokens.slice(at + 1, at + 3).find(one => one.upos === "VERB" || one.upos === "AUX")
  const isComing =
    verb &&
    (/^(?:come|return|cross|enter|arrive|advance|descend|infiltrate|move|regroup|spread|march)$/.test(verb.lemma) ||
      (verb.lemma === "be" && /^(?:back|next)$/i.test(tokens[verb.index + 1]?.text ?? "")))
  const before = tokens[at - 1]
  if (!isComing || !before || before.sentence !== tokens[at]!.sentence) return undefined
  const isFighter =
    /^(?:militants?|extremists?|jihadists?|rebels?|insurgents?|fighters?|gunmen|terrorists?|separatists?|raiders?|bandits?|pirates?|attackers?|bombers?|mobs?|assassins?|hijackers?|kidnappers?|gangs?)$/i.test(
      before.text,
    ) || analysis.mentions.some(one => one.type === "armed-group" && one.end === before.end)
  return isFighter ? { harm: verb.index, last: endOfClause(stretch, verb.index) } : undefined
}
