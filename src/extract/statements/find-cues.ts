import type { Token } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import type { Passage, Passages } from "./passages.ts"
import { isTimeStart, type Range } from "./phrase.ts"
import type { SpeechVerb, SpeechWords } from "./speech-words.ts"

/** Words that say that somebody says something: tokens `[first, last)`. */
export interface Cue extends Range {
  readonly kind: "verb" | "according" | "light-verb" | "noun"
  /** The verb of speech, or "according" itself. */
  readonly token: Token
  readonly verb: SpeechVerb
}

const ACCORDING: SpeechVerb = { lemma: "according to", frames: new Set(["bare", "quote"]), particles: [] }
const NOUN: SpeechVerb = { lemma: "claim", frames: new Set(["that"]), particles: [] }
const LIGHT: SpeechVerb = { lemma: "express", frames: new Set(["that", "object"]), particles: [] }
/** What may stand between the verb and its second word: "made it clear". */
const BETWEEN = new Set(["it", "very", "quite", "perfectly", "also"])

/** Verbs whose participle tells what facts show rather than what somebody says. */
const EVIDENTIAL = new Set([
  "suggest",
  "indicate",
  "show",
  "reveal",
  "find",
  "underline",
  "underscore",
  "highlight",
  "signal",
  "confirm",
  "determine",
  "assess",
  "conclude",
  "identify",
])

/** All cues of a passage that stand outside quotations, in order. */
export function findCues(within: Passages, passage: Passage, words: SpeechWords): Cue[] {
  const { analysis, quoteOf } = within
  const cues: Cue[] = []
  for (let at = passage.first; at < passage.last; at++) {
    if (0 <= quoteOf[at]!) continue
    const token = analysis.tokens[at]!
    const cue =
      accordingTo(within, at, passage) ??
      lightVerb(within, token, passage, words) ??
      speechVerb(within, token, passage, words) ??
      speechNoun(within, token, passage, words)
    if (!cue) continue
    cues.push(cue)
    at = cue.last - 1
  }
  return cues
}

/** "according to officials" */
function accordingTo({ analysis }: Passages, at: number, passage: Passage): Cue | undefined {
  const token = analysis.tokens[at]!
  if (token.text.toLowerCase() !== "according" || analysis.tokens[at + 1]?.text.toLowerCase() !== "to") return undefined
  return at + 2 < passage.last ? { kind: "according", first: at, last: at + 2, token, verb: ACCORDING } : undefined
}

/** "voiced concern that", "rejected the suggestion that" */
function lightVerb({ analysis }: Passages, token: Token, passage: Passage, words: SpeechWords): Cue | undefined {
  if (!words.lightVerbs.has(token.text.toLowerCase()) || !isVerb(analysis, token)) return undefined
  for (let at = token.index + 1; at < Math.min(token.index + 4, passage.last); at++) {
    const noun = analysis.tokens[at]!
    if (!words.contentNouns.has(noun.text.toLowerCase())) {
      if (["DET", "ADJ", "ADV"].includes(noun.upos)) continue
      return undefined
    }
    let next = at + 1
    while (
      next < passage.last &&
      (isTimeStart(analysis, next) || isTimeStart(analysis, next + 1) || isInTime(analysis, next))
    )
      next++
    // A claim that somebody rejects is not what he says: that is told by the verb with its object.
    if (!/^(that|about|over)$/.test(analysis.tokens[next]?.text ?? "") || /^(dismiss|reject|den[yi])/i.test(token.text))
      return undefined
    return { kind: "light-verb", first: token.index, last: at + 1, token, verb: LIGHT }
  }
  return undefined
}

/** "his claim that", "a warning from the ministry that": the clause follows the noun, or the words that say whose it is. */
function speechNoun({ analysis }: Passages, token: Token, passage: Passage, words: SpeechWords): Cue | undefined {
  if (token.upos !== "NOUN" || !words.speechNouns.has(token.text.toLowerCase())) return undefined
  const cue: Cue = { kind: "noun", first: token.index, last: token.index + 1, token, verb: NOUN }
  let at = cue.last
  if (/^(?:by|from)$/.test(analysis.tokens[at]?.text ?? "")) return cue
  while (at < passage.last && (isInTime(analysis, at) || /^on$/.test(analysis.tokens[at]!.text))) at++
  const clause = analysis.tokens[at + 1]
  // "his remarks that angered them": there "that" stands for the noun.
  if (analysis.tokens[at]?.text !== "that" || at + 2 >= passage.last) return undefined
  return clause!.upos === "AUX" || /^VB[DZP]$/.test(clause!.xpos) ? undefined : cue
}

function isInTime(analysis: Passages["analysis"], at: number): boolean {
  const token = analysis.tokens[at]
  return token !== undefined && analysis.times.some(time => time.start <= token.start && token.end <= time.end)
}

function speechVerb(within: Passages, token: Token, passage: Passage, words: SpeechWords): Cue | undefined {
  const { analysis } = within
  const forms = words.verbs.get(token.text.toLowerCase())
  if (!forms || !isVerb(analysis, token)) return undefined
  for (const verb of forms) {
    let at = token.index + 1
    let matched = 0
    for (const particle of verb.particles) {
      while (
        at < passage.last &&
        BETWEEN.has(analysis.tokens[at]!.text.toLowerCase()) &&
        analysis.tokens[at]!.text.toLowerCase() !== particle
      )
        at++
      if (analysis.tokens[at]?.text.toLowerCase() !== particle) break
      at++
      matched++
    }
    if (matched < verb.particles.length) continue
    if (isNotSpeech(within, token) || isAskedAside(within, token, passage.last)) return undefined
    // "officials said, suggesting a wider network": what happened suggests it, not the officials.
    if (token.xpos === "VBG" && EVIDENTIAL.has(verb.lemma)) return undefined
    if (
      /^(claim|announce|declare|accept|admit)$/.test(verb.lemma) &&
      /^(responsibility|credit|victory|lives?|victims?)$/i.test(nextNoun(analysis, at, passage.last))
    )
      return undefined
    let first = token.index
    // "has also said", "would later say": the auxiliaries belong to the cue.
    while (passage.first < first && isAuxiliaryOf(analysis.tokens[first - 1]!, token)) first--
    return { kind: "verb", first, last: at, token, verb }
  }
  return undefined
}

/** By its tag; a past form that was taken for an adjective counts when something that can only be its object or clause follows. */
function isVerb(analysis: Passages["analysis"], token: Token): boolean {
  if (token.upos === "VERB" || (token.xpos.startsWith("VB") && token.upos !== "AUX")) return true
  // "the general warning lawmakers that" reads like a noun to a tagger; hearers and "that" give it away.
  if (
    token.upos === "NOUN" &&
    /ing$/i.test(token.text) &&
    analysis.tokens[token.index - 1]?.text === "," &&
    analysis.tokens[token.index + 1]?.text === "that"
  )
    return true
  if (token.upos === "NOUN" && /^(warning|telling|reminding|assuring|informing|advising|cautioning)$/i.test(token.text))
    return (
      analysis.tokens[token.index - 1]?.upos === "PROPN" &&
      /^(DET|NOUN|PROPN)$/.test(analysis.tokens[token.index + 1]?.upos ?? "") &&
      analysis.tokens.slice(token.index + 2, token.index + 8).some(one => one.text === "that")
    )
  if (token.upos !== "ADJ" || !/ed$/i.test(token.text)) return false
  const before = analysis.tokens[token.index - 1]
  const after = analysis.tokens[token.index + 1]
  return (
    before !== undefined &&
    /^(NOUN|PROPN|PRON)$/.test(before.upos) &&
    after !== undefined &&
    (/^(DET|NUM|SCONJ|PRON)$/.test(after.upos) || /^["“:]$/.test(after.text) || after.upos === "NOUN")
  )
}

function isAuxiliaryOf(token: Token, verb: Token): boolean {
  return token.head === verb.index && token.upos === "AUX" && token.deprel.startsWith("aux")
}

/** "the so-called", "that said", "said to be", "asked to leave", "to say the least", and what is not said: "did not say". */
function isNotSpeech({ analysis, quoteOf }: Passages, token: Token): boolean {
  const { tokens } = analysis
  const before = tokens[token.index - 1]
  const after = tokens[token.index + 1]
  const form = token.text.toLowerCase()
  if (isAttribute(token, before)) return true
  if (before?.text === "-" || (after?.text === "-" && tokens[token.index + 2]?.upos !== "PUNCT")) return true
  const isPassive = childrenOf(analysis, token, "aux:pass").length !== 0
  if (isPassive && !/^(by|as)$/i.test(after?.text ?? "")) return true
  if (token.xpos === "VBN" && !isPassive && token.deprel.startsWith("acl") && !/^(by)$/i.test(after?.text ?? ""))
    return true
  if (form === "say" && before?.text.toLowerCase() === "to" && /^(the|nothing)$/i.test(after?.text ?? "")) return true
  // "he did not say whether", "refused to say who": nothing is told; "did not tell", but "denied" is a cue of its own.
  const isNegated = childrenOf(analysis, token, "advmod").some(
    child => /^(not|n['’]t|never)$/i.test(child.text) && quoteOf[child.index]! < 0,
  )
  if (isNegated && !["believe", "think", "expect"].includes(token.lemma)) return true
  // An order or a hope of saying is no saying: "asked them to tell", "should say", "would say", "if he says".
  const auxiliaries = childrenOf(analysis, token, "aux").map(child => child.text.toLowerCase())
  if (auxiliaries.some(text => ["should", "must", "might", "could", "may", "can", "cannot", "ca"].includes(text)))
    return true
  const marks = childrenOf(analysis, token, "mark").map(child => child.text.toLowerCase())
  if (marks.some(text => ["if", "unless", "whether"].includes(text))) return true
  return token.xpos === "VB" && marks.includes("to") && auxiliaries.length === 0 && !goesOnToSay(analysis, token)
}

/** "The spokesman, asked whether it was true, said": he was asked, whatever the parse makes of it. */
export function isAskedAside({ analysis, quoteOf }: Passages, token: Token, last: number): boolean {
  const { tokens } = analysis
  if (!/^(?:asked|pressed|questioned|quizzed)$/i.test(token.text) || tokens[token.index - 1]?.text !== ",") return false
  for (let at = token.index + 1; at + 1 < last; at++) {
    if (tokens[at]!.text !== "," || 0 <= quoteOf[at]!) continue
    const next = tokens[tokens[at + 1]!.upos === "ADV" ? at + 2 : at + 1]
    return next !== undefined && (next.upos === "AUX" || /^VB[DZ]$/.test(next.xpos))
  }
  return false
}

/** "her alleged role", "the widely criticized letter", "the briefing room" */
function isAttribute(token: Token, before: Token | undefined): boolean {
  if (token.upos === "NOUN" || token.head <= token.index || !/^(?:amod|compound)/.test(token.deprel)) return false
  return before !== undefined && (/^(?:DET|ADJ|PROPN)$/.test(before.upos) || /^(?:PRP\$|POS|RB)$/.test(before.xpos))
}

/** "went on to say", "was quick to add", "is to announce" keeps its speaker. */
function goesOnToSay(analysis: Passages["analysis"], token: Token): boolean {
  const head = analysis.tokens[token.head]
  return head !== undefined && token.deprel === "xcomp" && /^(go|continue|hasten|quick|want|seem)$/.test(head.lemma)
}

/** "claimed full responsibility": the noun the verb takes. */
function nextNoun(analysis: Passages["analysis"], from: number, highest: number): string {
  for (let at = from; at < Math.min(highest, from + 4); at++)
    if (analysis.tokens[at]!.upos === "NOUN") return analysis.tokens[at]!.text
  return ""
}

/** "adding", "warning": a participle, also when it was taken for a noun. */
export function isParticiple(token: Token): boolean {
  return token.xpos === "VBG" || (token.upos === "NOUN" && /ing$/i.test(token.text))
}
