import type { Token } from "../analysis.ts"
import { personNouns } from "../names/words.ts"
import { speechForms } from "../tokens/speech-forms.ts"
import { type Draft, type EntityParts, type Mentioned, nameOf } from "./draft.ts"
import { type Gender, genderOf, genderOfNoun } from "./gender.ts"

/** How far back the person may be, in sentences. */
const REACH = 3
const MALE = /^(?:he|him|his|himself)$/i
const FEMALE = /^(?:she|her|hers|herself)$/i

/**
 * What speaks for a person being the one meant, in sentences of distance. Found by trying on 60 texts of the training part of UD English GUM
 * (CC BY 4.0), a wrong answer counting as two missed ones.
 */
const WEIGHTS = {
  /** Each sentence between them. */
  sentence: 1,
  /** Subject of any verb. */
  subject: 0.3,
  /** Subject of a verb that the pronoun lies below: "she said that she". */
  ownSubject: 0.75,
  /** Within another phrase: "the house of". */
  inner: 0.2,
  /** Each doubling of its mentions before. */
  often: 0.25,
  knownGender: 0.6,
  /** No name. */
  stranger: -0.3,
  /** Both are subjects, and of verbs of saying. */
  parallel: 0.35,
  speaker: 0.4,
  /** By how much the best must lead, or there is no answer. */
  lead: 0.4,
}

/** "male" for "him", "female" for "her", undefined for other words. */
export function genderOfPronoun(word: string): Gender | undefined {
  return MALE.test(word) ? "male" : FEMALE.test(word) ? "female" : undefined
}

/** A mention with its entity, as it stands in a sentence. */
export interface Standing {
  readonly draft: Draft
  readonly mention: Mentioned
}

/**
 * The person a "he" or "she" stands for, or undefined where two fit about alike. `standing` holds the mentions met so far, by sentence;
 * people without a name ("the woman", "his father") stand among them, since a pronoun is as often theirs.
 */
export function personFor(
  parts: EntityParts,
  standing: readonly (readonly Standing[])[],
  token: Token,
  gender: Gender,
): Draft | undefined {
  const { tokens } = parts
  const scores = new Map<Draft, number>()
  for (let sentence = token.sentence; Math.max(0, token.sentence - REACH) <= sentence; sentence--)
    for (const { draft, mention } of standing[sentence] ?? []) {
      if (token.index < mention.last || draft.type !== "person") continue
      const own = genderOfPerson(parts, draft)
      if (own !== undefined && own !== gender) continue
      if (sentence === token.sentence && isBarred(tokens, mention, token)) continue
      const score = scoreOf(tokens, mention, token, draft, own !== undefined)
      if ((scores.get(draft) ?? Number.NEGATIVE_INFINITY) < score) scores.set(draft, score)
    }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  if (!best || (next && best[1] - next[1] < WEIGHTS.lead)) return undefined
  return best[0]
}

function scoreOf(tokens: readonly Token[], mention: Mentioned, token: Token, draft: Draft, isKnown: boolean): number {
  const head = outerToken(tokens, mention)
  const isSubject = isSubjectToken(tokens, head)
  const verb = tokens[head.head]
  const before = draft.mentions.reduce((count, other) => count + Number(other.last <= token.index), 0)
  const sameSentence = head.sentence === token.sentence
  let score = -WEIGHTS.sentence * (token.sentence - head.sentence) + WEIGHTS.often * Math.log2(1 + before)
  if (isSubject) score += WEIGHTS.subject
  if (isSubject && sameSentence && isAbove(tokens, head.head, token)) score += WEIGHTS.ownSubject
  if (/^(?:nmod|compound|appos)/.test(head.deprel)) score -= WEIGHTS.inner
  if (isKnown) score += WEIGHTS.knownGender
  if (draft.names.size === 0) score += WEIGHTS.stranger
  if (isSubject && isSubjectToken(tokens, token)) {
    score += WEIGHTS.parallel
    if (
      verb &&
      speechForms.has(verb.text.toLowerCase()) &&
      speechForms.has(tokens[token.head]?.text.toLowerCase() ?? "")
    )
      score += WEIGHTS.speaker
  }
  return score
}

/** "She met her": the subject and the object of a verb are two, except for "himself". */
function isBarred(tokens: readonly Token[], mention: Mentioned, token: Token): boolean {
  const head = outerToken(tokens, mention)
  // "his own", "the man he knew": a phrase does not hold itself.
  for (let at = token.head, steps = 0; 0 <= at && steps < 8; at = tokens[at]!.head, steps++)
    if (at === head.index && !/^nsubj/.test(token.deprel)) return true
  if (/self$/i.test(token.text)) return !(isSubjectToken(tokens, head) && isAbove(tokens, head.head, token))
  return /^(?:obj|iobj|obl)/.test(token.deprel) && head.head === token.head && isSubjectToken(tokens, head)
}

/** Whether the token lies below that word in the tree. */
function isAbove(tokens: readonly Token[], above: number, token: Token): boolean {
  for (let at = token.head, steps = 0; 0 <= at && steps < 20; at = tokens[at]!.head, steps++)
    if (at === above) return true
  return false
}

function isSubjectToken(tokens: readonly Token[], token: Token): boolean {
  return /^nsubj/.test(token.deprel) || (token.deprel === "conj" && /^nsubj/.test(tokens[token.head]?.deprel ?? ""))
}

/** The token of the mention that depends on a word outside of it. */
function outerToken(tokens: readonly Token[], { first, last }: Mentioned): Token {
  for (let at = first; at < last; at++) {
    const { head, upos } = tokens[at]!
    if ((head < first || last <= head) && upos !== "PUNCT") return tokens[at]!
  }
  return tokens[last - 1]!
}

/** What a title, a given name, a noun or a pronoun given before tells. */
export function genderOfPerson({ report, tokens }: EntityParts, draft: Draft): Gender | undefined {
  let told: Gender | undefined
  for (const mention of draft.mentions) {
    if (mention.form === "pronoun") told ??= genderOfPronoun(report.text.slice(mention.start, mention.end))
    else if (mention.form === "nominal") told ??= genderOfNoun(tokens[mention.last - 1]!.lemma.toLowerCase())
    else {
      const before = tokens[mention.first - 1]
      const title = (before?.text ?? "").toLowerCase().replace(/\.$/, "")
      const words = nameOf(report.text, mention).toLowerCase().split(" ")
      const gender = genderOf(title, 1 < words.length ? words[0] : undefined)
      if (gender) return gender
      if (before && before.sentence === tokens[mention.first]!.sentence && /^(?:NOUN|PROPN)$/.test(before.upos))
        told ??= genderOfNoun(title)
    }
  }
  return told
}

/**
 * Whether the noun tells of one person without a name: "a neighbour", "his father"; not the title before a name, not what another is said to be
 * ("she is a lawyer", "Ana Diaz, the minister").
 */
export function isStranger(tokens: readonly Token[], noun: Token, inName: Uint8Array): boolean {
  if (noun.xpos !== "NN" || !(personNouns.has(noun.lemma) || genderOfNoun(noun.lemma) !== undefined)) return false
  if (inName[noun.index + 1] || /^(?:appos|compound|flat|amod|vocative)/.test(noun.deprel)) return false
  if (isApposed(tokens, noun.index, inName)) return false
  if (/^as$/i.test(tokens[noun.index - 1]?.text ?? "") || /^as$/i.test(tokens[noun.index - 2]?.text ?? "")) return false
  for (let at = noun.index - 6; at <= noun.index + 12; at++) {
    const child = tokens[at]
    if (child?.head !== noun.index) continue
    if (child.deprel === "cop" || (/^(?:appos|flat)/.test(child.deprel) && inName[at])) return false
  }
  return true
}

/** "Ana Diaz, the director of the agency," and "the director of the agency, Ana Diaz": the noun says what the named one is, however it was parsed. */
function isApposed(tokens: readonly Token[], noun: number, inName: Uint8Array): boolean {
  let first = noun
  while (0 < first && /^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(tokens[first - 1]!.upos) && !inName[first - 1]) first--
  if (tokens[first - 1]?.text === "," && inName[first - 2]) return true
  for (let at = noun + 1; at < noun + 8 && /^(?:ADP|DET|ADJ|NOUN|PROPN|PUNCT)$/.test(tokens[at]?.upos ?? ""); at++)
    if (tokens[at]!.text === ",") return inName[at + 1] === 1
  return false
}
