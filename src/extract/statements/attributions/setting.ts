import type { Sentence, Token } from "../../../english/analysis.ts"
import type { CueClasses, CuePart } from "../cue-classes.ts"
import { isAskedAside } from "../find-cues.ts"
import type { Passages } from "../passages.ts"
import type { SpeechWords } from "../speech-words.ts"

/** One sentence with all that the scorers look at. */
export interface Setting {
  readonly within: Passages
  readonly words: SpeechWords
  readonly classes: CueClasses
  readonly sentence: Sentence
  /** What a token is as somebody who can say or want something: the type of its name, a pronoun, a kind of noun, or its part of speech. */
  kindOf(token: Token): string
  /** What depends on a token, in order. */
  children(token: Token): readonly Token[]
}

/** A word that may attribute something to somebody. */
export interface Candidate {
  readonly token: Token
  readonly part: CuePart
}

const NONE: readonly Token[] = []

/** The settings of all sentences of a report. */
export function settingsOf(within: Passages, words: SpeechWords, classes: CueClasses): Setting[] {
  const { analysis } = within
  const names = new Map<number, string>()
  for (const { headToken, type, form } of analysis.mentions) if (form === "name") names.set(headToken, type)
  const below = new Map<number, Token[]>()
  for (const token of analysis.tokens) {
    const list = below.get(token.head)
    if (list) list.push(token)
    else below.set(token.head, [token])
  }
  const kindOf = (token: Token): string => {
    const text = token.text.toLowerCase()
    const name = names.get(token.index)
    if (name !== undefined) return `name ${name}`
    if (token.upos === "PRON" || token.upos === "DET") return `word ${text}`
    if (words.people.has(text)) return "person"
    if (words.documents.has(text)) return "document"
    if (words.bodies.has(text) || words.outlets.has(text)) return "body"
    return token.upos
  }
  const children = (token: Token) => below.get(token.index) ?? NONE
  return analysis.sentences
    .filter(({ block }) => !/^(?:credit|byline|dateline)$/.test(block.label))
    .map(sentence => ({ within, words, classes, sentence, kindOf, children }))
}

const PARTS: { readonly [upos: string]: CuePart } = { VERB: "verbs", NOUN: "nouns", ADJ: "adjectives" }

/** Words outside quotations that may be a cue: those of the pack, and others that have a clause or quoted words. */
export function candidatesIn(setting: Setting): Candidate[] {
  const { within, sentence, classes } = setting
  const found: Candidate[] = []
  for (let at = sentence.firstToken; at < sentence.lastToken; at++) {
    const token = within.analysis.tokens[at]!
    const part = PARTS[token.upos]
    if (!part || 0 <= within.quoteOf[at]! || isAskedAside(within, token, sentence.lastToken)) continue
    if (0 < classes.modesOf(token.lemma, part).length || hasClause(setting, token)) found.push({ token, part })
  }
  return found
}

function hasClause({ children, within }: Setting, token: Token): boolean {
  return children(token).some(
    child => /^(?:ccomp|acl$)/.test(child.deprel) || (child.upos !== "PUNCT" && 0 <= within.quoteOf[child.index]!),
  )
}
