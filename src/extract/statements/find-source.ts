import type { Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { canSpeak } from "./can-speak.ts"
import { type Cue, isParticiple } from "./find-cues.ts"
import { isQuoteMark, type Passage, type Passages } from "./passages.ts"
import { headOfRow, isOpening, isTimeStart, nounPhraseAt } from "./phrase.ts"
import { nameBeforeParticiple, subjectAfterWith, subjectToTheLeft } from "./source-by-position.ts"
import { antecedent, type Found, lowest, phraseFrom, type Source } from "./source-phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

/** The source of a cue, or undefined when none can be told. */
export function findSource(within: Passages, passage: Passage, cue: Cue, words: SpeechWords): Source | undefined {
  const rules =
    cue.kind === "according"
      ? [afterAccording]
      : cue.kind === "noun"
        ? [ownerOfNoun]
        : [
            quotedAsSaying,
            agentOfPassive,
            afterQuotedVerb,
            documentThatSays,
            subjectByParse,
            subjectAfterWith,
            nameBeforeParticiple,
            subjectToTheLeft,
            subjectToTheRight,
            nounThatSays,
            inheritedSubject,
          ]
  for (const rule of rules) {
    const found = rule(within, passage, cue, words)
    if (!found) continue
    if (isAnybody(within, cue, found)) continue
    const own = behindRelative(within, found)
    if (canSpeak(within, own, cue, words)) return { ...own, rule: rule.name }
    if (rule === agentOfPassive) return undefined
  }
  return undefined
}

/** "people who say they know": a kind of people, nobody who said it. */
function isAnybody({ analysis }: Passages, cue: Cue, { phrase }: NonNullable<Found>): boolean {
  const { tokens } = analysis
  const words = tokens.slice(phrase.first, phrase.last).map(({ text }) => text.toLowerCase())
  return (
    words.every(word => /^(?:people|those|anyone|anybody|everyone|everybody|men|women|who|that)$/.test(word)) &&
    /^(?:who|that)$/i.test(tokens[cue.first - 1]?.text ?? "") &&
    /^VB[PZ]?$/.test(cue.token.xpos)
  )
}

/** "a deadline that several officials said": the noun that the clause is about is no part of its source. */
function behindRelative(within: Passages, found: NonNullable<Found>): NonNullable<Found> {
  const { tokens } = within.analysis
  const { phrase } = found
  for (let at = phrase.head - 1; phrase.first <= at; at--)
    if (/^(?:which|who|that|whom|what)$/i.test(tokens[at]!.text) && /^(?:WDT|WP|IN)$/.test(tokens[at]!.xpos))
      return { ...found, phrase: { ...phrase, first: at + 1 } }
  return found
}

/** "according to two residents" */
function afterAccording(within: Passages, passage: Passage, cue: Cue): Found {
  const { tokens } = within.analysis
  // "according to interviews with two guards": they say it.
  const isTalk = /^interviews?$/i.test(tokens[cue.last]!.text) && /^with$/i.test(tokens[cue.last + 1]?.text ?? "")
  return phraseFrom(within, cue.last + (isTalk ? 2 : 0), passage.last, "right")
}

/** "the minister's claim that", "his claim that", "a warning from the ministry that" */
function ownerOfNoun(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis } = within
  if (/^(?:by|from)$/.test(analysis.tokens[cue.last]!.text)) {
    const found = phraseFrom(within, cue.last + 1, passage.last, "right")
    return found && analysis.tokens[found.phrase.last]?.text === "that" ? found : undefined
  }
  const owner = childrenOf(analysis, cue.token, "nmod").find(
    child => child.deprel === "nmod:poss" && passage.first <= child.index && child.index < cue.first,
  )
  if (!owner || 0 <= within.quoteOf[owner.index]!) return undefined
  const phrase = nounPhraseAt(analysis, owner.index, lowest(within, passage, owner.index), owner.index + 1)
  return { phrase: { ...phrase, last: owner.index + 1 }, side: "left" }
}

/** "quoted a diplomat as saying", "was quoted as saying" */
function quotedAsSaying(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis } = within
  const { tokens } = analysis
  const as = cue.first - 1
  if (
    !/^(saying|telling|adding)$/i.test(cue.token.text) ||
    as - 1 <= passage.first ||
    tokens[as]!.text.toLowerCase() !== "as"
  )
    return undefined
  const before = tokens[as - 1]!
  if (/^(quoted|cited)$/i.test(before.text)) {
    const subject = childrenOf(analysis, before, "nsubj")[0]
    return subject && passage.first <= subject.index && subject.index < as
      ? {
          phrase: nounPhraseAt(analysis, subject.index, lowest(within, passage, subject.index), before.index),
          side: "left",
        }
      : undefined
  }
  if (!/^(NOUN|PROPN|PRON)$/.test(before.upos) && before.text !== ",") return undefined
  const verb = tokens
    .slice(passage.first, as)
    .findLast(token => /^(quoted?|quotes|quoting|cited?|cites|citing)$/i.test(token.text))
  const found = verb && phraseFrom(within, verb.index + 1, as, "left")
  const subject = verb && childrenOf(analysis, verb, "nsubj").findLast(child => within.quoteOf[child.index]! < 0)
  if (!found || !subject || subject.index < passage.first || verb.index <= subject.index) return found
  return {
    ...found,
    first: nounPhraseAt(analysis, subject.index, lowest(within, passage, subject.index), verb.index).first,
  }
}

/** "was confirmed by the ministry", "as disclosed by two officials" */
function agentOfPassive(within: Passages, passage: Passage, cue: Cue): Found {
  const { tokens } = within.analysis
  if (cue.token.xpos !== "VBN" || tokens[cue.last]?.text.toLowerCase() !== "by") return undefined
  return phraseFrom(within, cue.last + 1, passage.last, "right")
}

/** `“...,” said the mayor` */
function afterQuotedVerb(within: Passages, passage: Passage, cue: Cue): Found {
  const { tokens } = within.analysis
  let before = cue.first - 1
  while (passage.first <= before && (tokens[before]!.text === "," || tokens[before]!.upos === "ADV")) before--
  if (before < passage.first || !isQuoteMark(tokens[before]!.text)) return undefined
  return rightOf(within, passage, cue)
}

function rightOf(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis, quoteOf } = within
  const opening = analysis.tokens[cue.last]
  if (isParticiple(cue.token) || !cue.verb.frames.has("quote")) return undefined
  if (cue.last >= passage.last || opening === undefined || 0 <= quoteOf[cue.last]!) return undefined
  if (
    !isOpening(opening) ||
    opening.upos === "ADV" ||
    isTimeStart(analysis, cue.last) ||
    /^(that|this|it|them|him|her)$/i.test(opening.text)
  )
    return undefined
  return phraseFrom(within, cue.last, passage.last, "right")
}

/** "The minister said", "the minister, who was in Oslo, said" */
function subjectByParse(within: Passages, passage: Passage, cue: Cue): Found {
  const subject = subjectOf(within, cue.token)
  if (!subject || subject.index < passage.first || passage.last <= subject.index || 0 <= within.quoteOf[subject.index]!)
    return undefined
  return side(within, passage, cue, subject)
}

function side(within: Passages, passage: Passage, cue: Cue, subject: Token): Found {
  if (subject.index < cue.first) {
    const relative = antecedent(within, subject)
    if (relative)
      return { phrase: nounPhraseAt(within.analysis, relative.index, passage.first, subject.index), side: "left" }
    const phrase = nounPhraseAt(within.analysis, subject.index, lowest(within, passage, subject.index), cue.first)
    // "news agency Fjord reported": the parse may leave the name behind its noun out of the phrase.
    const named = headOfRow(within.analysis, subject.index, cue.first)
    if (phrase.last <= named && within.analysis.tokens[phrase.last]!.upos === "PROPN")
      return {
        phrase: nounPhraseAt(within.analysis, named, lowest(within, passage, named), cue.first),
        side: "left",
      }
    return { phrase, side: "left" }
  }
  // A subject after the verb is only believed when something that can be said stands before the verb.
  return subject.index < cue.last + 8 && isAfterContent(within, passage, cue)
    ? rightOf(within, passage, cue)
    : undefined
}

function subjectOf(within: Passages, verb: Token): Token | undefined {
  const { analysis } = within
  const subjects = childrenOf(analysis, verb, "nsubj").filter(child => child.deprel !== "nsubj:pass")
  const last = subjects.at(-1)
  // "The head of the agency, Marta Lund, said": an apposition that the parse takes for a second subject.
  const first = subjects.find(subject => {
    if (!last || last.index <= subject.index || verb.index < last.index) return false
    const { extra } = nounPhraseAt(analysis, subject.index, subject.index, verb.index)
    if (!extra || analysis.tokens[extra.last]!.text !== ",") return false
    return extra.first <= last.index && last.index < extra.last
  })
  return first ?? last
}

/** "..., said the mayor." */
function subjectToTheRight(within: Passages, passage: Passage, cue: Cue): Found {
  return isAfterContent(within, passage, cue) ? rightOf(within, passage, cue) : undefined
}

function isAfterContent(within: Passages, passage: Passage, cue: Cue): boolean {
  const before = within.analysis.tokens[cue.first - 1]
  return (
    passage.first + 2 < cue.first && before !== undefined && (/^[,?!—–]$/.test(before.text) || isQuoteMark(before.text))
  )
}

/** "quoted a report by the council stating that": the document right before the participle. */
function documentThatSays(within: Passages, passage: Passage, cue: Cue, words: SpeechWords): Found {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  const before = cue.first - 1
  if (
    !isParticiple(cue.token) ||
    before < passage.first ||
    0 <= quoteOf[before]! ||
    !/^(NOUN|PROPN)$/.test(tokens[before]!.upos)
  )
    return undefined
  for (let at = before; Math.max(passage.first, before - 8) <= at; at--) {
    const token = tokens[at]!
    if (token.upos === "PUNCT" || (token.upos === "VERB" && !/^\p{Lu}/u.test(token.text))) return undefined
    if (!words.documents.has(token.text.toLowerCase())) continue
    const issuer = issuerOf(within, passage, token)
    if (issuer) return issuer
    return { phrase: nounPhraseAt(analysis, at, lowest(within, passage, at), cue.first), side: "left" }
  }
  return undefined
}

/** "The union issued a statement saying": who gave the document out. */
function issuerOf(within: Passages, passage: Passage, noun: Token): Found {
  const { analysis } = within
  const verb = noun.deprel === "obj" ? analysis.tokens[noun.head] : undefined
  if (!verb || !ISSUING.test(verb.lemma)) return undefined
  const subject = childrenOf(analysis, verb, "nsubj").findLast(
    child => child.deprel === "nsubj" && passage.first <= child.index && child.index < verb.index,
  )
  if (!subject || 0 <= within.quoteOf[subject.index]!) return undefined
  const from = antecedent(within, subject) ?? subject
  return {
    phrase: nounPhraseAt(analysis, from.index, lowest(within, passage, from.index), verb.index),
    side: "inherited",
  }
}

const ISSUING = /^(?:issue|release|publish|post|send|give|make|put|file|read|sign|write)$/

/** "a statement saying that", "a report which said" */
function nounThatSays(within: Passages, passage: Passage, cue: Cue): Found {
  if (cue.token.xpos !== "VBG" || !hasRelation(cue.token, "acl")) return undefined
  const noun = within.analysis.tokens[cue.token.head]
  if (!noun || noun.index < passage.first || cue.first <= noun.index) return undefined
  const issuer = issuerOf(within, passage, noun)
  if (issuer) return issuer
  return {
    phrase: nounPhraseAt(within.analysis, noun.index, lowest(within, passage, noun.index), cue.first),
    side: "left",
  }
}

/** "..., adding that", "he came and said": the subject of the verb it hangs on. */
function inheritedSubject(within: Passages, passage: Passage, cue: Cue): Found {
  const { analysis } = within
  for (let verb: Token | undefined = cue.token, steps = 0; verb !== undefined && steps < 4; steps++) {
    if (!["conj", "advcl", "xcomp", "acl", "parataxis", "dep"].some(deprel => hasRelation(verb!, deprel)))
      return undefined
    verb = analysis.tokens[verb.head]
    const subject = verb && childrenOf(analysis, verb, "nsubj").at(-1)
    if (!subject) continue
    if (subject.index < passage.first || passage.last <= subject.index || 0 <= within.quoteOf[subject.index]!)
      return undefined
    const isRight = verb!.index < subject.index
    const from = antecedent(within, subject) ?? subject
    const phrase = nounPhraseAt(
      analysis,
      from.index,
      lowest(within, passage, from.index),
      isRight ? passage.last : Math.max(verb!.index, from.index + 1),
    )
    return { phrase, side: "inherited" }
  }
  return undefined
}
