import type { Frame } from "../../core/pack.ts"
import { cover, type Span } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf, tokensIn } from "../../english/tree.ts"
import { type Context, type FrameWords, isIn, mentionOver, sentenceOf, sibling, tokensOf } from "./context.ts"
import type { Draft } from "./draft.ts"
import { below, isNoun, isPassive, isUntaggedVerb, isVerb, phraseOf, prepositionOf } from "./grammar.ts"

/** How many words may stand between two words of a frame: "agreed to a 72-hour ceasefire". */
const REACH = 7

/** Block labels that tell no events: they name people and houses. */
const SILENT = new Set(["byline", "dateline", "credit"])

/** Words that may tell of an event, with the frame they belong to. Several frames of one word all come; roles and gates decide. */
export function findTriggers(context: Context): Draft[] {
  const drafts: Draft[] = []
  for (const sentence of context.analysis.sentences) {
    if (SILENT.has(sentence.block.label)) continue
    for (const token of tokensOf(context, sentence)) {
      if (isUntaggedShot(context, token)) drafts.push(...verbDrafts(context, { ...token, lemma: "shoot" }, true))
      else if (isNominal(context, token)) drafts.push(...nounDrafts(context, token))
      else if (token.upos === "VERB" || (token.upos === "ADJ" && token.xpos === "VBN"))
        drafts.push(...verbDrafts(context, token))
      else if (token.text === "open" && sibling(context, token, 1)?.text === "fire" && isUntaggedVerb(context, token))
        drafts.push(...verbDrafts(context, token, true))
    }
  }
  return drafts
}

/** "a man shot and killed", "the teenager fatally shot", "shot himself": a verb that the tagger took for a noun. */
function isUntaggedShot(context: Context, token: Token): boolean {
  if (token.text !== "shot" || token.upos !== "NOUN") return false
  const [before, next, after] = [-1, 1, 2].map(step => sibling(context, token, step))
  return (
    (before !== undefined && (isIn(context, before, "fatal-adverbs") || isIn(context, before, "accident-words"))) ||
    (next?.text === "and" && after?.text === "killed") ||
    /^(?:him|her|them)sel(?:f|ves)$/.test(next?.text ?? "")
  )
}

/** Nouns, and words tagged as verbs that stand where a noun stands: "the bombing of". */
function isNominal(context: Context, token: Token): boolean {
  if (token.upos === "NOUN" || token.upos === "PROPN") return true
  // "a gunshot wound" where the tagger sees a verb.
  if (/^wounds?$/.test(token.text) && isIn(context, sibling(context, token, -1) ?? token, "gunfire-nouns")) return true
  if (token.upos !== "VERB" || token.xpos !== "VBG") return false
  const before = sibling(context, token, -1)
  // "the hostage-taking": a gerund with an article.
  if (before?.text === "-" && below(context, token, "det").length > 0) return true
  return (
    before !== undefined &&
    (before.upos === "DET" ||
      before.upos === "ADJ" ||
      before.text === "'s" ||
      before.text === "’s" ||
      isInNounPhrase(context, before))
  )
}

/** "in a Richmond shooting", "an early Sunday morning shooting", "a drive-by shooting": an article, then a place, a time or the manner of it. */
function isInNounPhrase(context: Context, last: Token): boolean {
  const { places, times } = context.analysis
  const named = [...places, ...times].find(each => each.start <= last.start && last.end <= each.end)
  if (!named && !isIn(context, last, "violent-modifiers") && !isIn(context, last, "pair-words")) return false
  for (let step = 0; step < 4; step++) {
    const before = sibling(context, last, -1 - step)
    if (!before) return false
    // "two hurt in north Perth shooting": headlines leave the article out.
    if (before.upos === "DET" || (0 < step && before.lemma === "in" && named !== undefined)) return true
    if (!["ADJ", "NOUN", "PROPN", "NUM"].includes(before.upos)) return false
  }
  return false
}

function nounDrafts(context: Context, token: Token): Draft[] {
  const lemma = /^wounds?$/.test(token.text) ? "wound" : token.lemma.toLowerCase()
  const form = token.text.toLowerCase()
  const candidates = [
    ...(context.nounFrames.get(lemma) ?? []),
    ...(form === lemma ? [] : (context.nounFrames.get(form) ?? [])),
  ]
  const found: Draft[] = []
  // "7 March" is no march.
  if (context.inTime.has(token.index)) return []
  for (const { frame, words } of candidates) {
    const span = wordsBefore(context, token, words)
    if (!span || isPartOfCompound(context, token) || isInName(context, token)) continue
    found.push(draftOf(context, frame, token, span, predicateOf(context, token), "noun"))
    // The longest wording is the most telling; frames with as many words stay in the running.
    if (words.length > 1) break
  }
  return found
}

function wordsBefore(context: Context, token: Token, words: readonly string[]): Span | undefined {
  let span: Span = token
  for (let step = 1; step < words.length; step++) {
    const before = sibling(context, token, -step)
    const word = words[words.length - 1 - step]!
    if (!before || (before.lemma.toLowerCase() !== word && before.text.toLowerCase() !== word)) return undefined
    span = cover(before, span)
  }
  return span
}

/** "attack plotting", "bombing suspect": the word only says what kind of plotting or suspect. */
function isPartOfCompound(context: Context, token: Token): boolean {
  const next = sibling(context, token, 1)
  if (!next) return false
  if (["plotting", "planning", "plan", "plans", "plot", "plots"].includes(next.text.toLowerCase())) return true
  // "an assassination attempt": the attempt says what became of it.
  if (isIn(context, next, "attempt-nouns")) return false
  // "the shooting incident", "the shooting death of": the same thing said in two words.
  if (isIn(context, next, "event-heads")) return false
  // "assault-weapons", not "the attack - the worst".
  if (next.text === "-" || next.text === "–")
    return next.start === token.end && sibling(context, next, 1)?.start === next.end
  if (!(next.upos === "NOUN" || (next.upos === "PROPN" && token.upos !== "PROPN")))
    return hasRelation(token, "compound") && token.head === next.index
  // Two nouns that only stand side by side, as in "In the attack gunmen ...", are told apart by the arc.
  return (
    hasRelation(token, "compound") ||
    token.head === next.index ||
    (hasRelation(next, "compound") === false && next.head === token.head && hasRelation(next, "flat"))
  )
}

/** A word inside the name of an organization or facility tells of no event: "Anti-Bombing Unit". */
function isInName(context: Context, token: Token): boolean {
  const mention = mentionOver(context, token)
  return (
    mention !== undefined &&
    mention.form === "name" &&
    mention.type !== "event-name" &&
    mention.end - mention.start > token.end - token.start &&
    token.upos === "PROPN" &&
    sentenceOf(context, token).block.label !== "title"
  )
}

function verbDrafts(context: Context, token: Token, untagged = false): Draft[] {
  // "a bombed building": the participle before a noun says what it looks like.
  const progressive = token.xpos === "VBG" && sibling(context, token, -1)?.lemma === "be"
  if (!untagged && ((hasRelation(token, "amod") && !progressive) || hasRelation(token, "compound"))) return []
  const found: Draft[] = []
  // The longest wording stands first; shorter ones stay in the running where its frame does not get through the gates.
  for (const each of context.verbFrames.get(token.lemma.toLowerCase()) ?? []) {
    const span = wordsAfter(context, token, each)
    if (span && !found.some(draft => draft.frame === each.frame))
      found.push(draftOf(context, each.frame, token, span, token, "verb"))
  }
  return found
}

function wordsAfter(context: Context, token: Token, { words }: FrameWords): Span | undefined {
  let span: Span = token
  let from = 1
  for (const word of words.slice(1)) {
    let hit: Token | undefined
    for (let step = from; step < from + REACH; step++) {
      const next = sibling(context, token, step)
      // "pleaded not guilty" is another phrase than "pleaded guilty".
      if (!next || (next.upos === "PUNCT" && next.text !== "-") || (next.lemma === "not" && step === from)) break
      if (isVerb(next) && next.index !== token.index + 1 && !words.includes("to")) break
      if (next.lemma.toLowerCase() === word || next.text.toLowerCase() === word) {
        hit = next
        from = step + 1
        break
      }
      // A preposition ends the reach: the word would belong to another phrase.
      if (next.upos === "ADP" && word !== words[1]) break
    }
    if (!hit) return subjectSpan(context, token, words)
    span = cover(span, hit)
  }
  return span
}

/** "Shots were fired", "a state of emergency was declared": the words behind the first stand before a passive. */
function subjectSpan(context: Context, verb: Token, words: readonly string[]): Span | undefined {
  if (!isPassive(context, verb)) return undefined
  for (const subject of below(context, verb, "nsubj")) {
    const phrase = phraseOf(context, subject)
    const tokens = tokensIn(context.analysis, phrase).filter(token => token.index < verb.index)
    const rest = words.slice(1)
    const hits: Token[] = []
    for (const token of tokens) {
      const word = rest[hits.length]
      if (word !== undefined && (token.lemma.toLowerCase() === word || token.text.toLowerCase() === word))
        hits.push(token)
    }
    if (hits.length === rest.length) return hits.reduce<Span>((span, hit) => cover(span, hit), verb)
  }
  return undefined
}

/** The verb that carries a noun: "carried out" for "an attack", "occurred" for "the blast"; the noun itself when there is none. */
function predicateOf(context: Context, token: Token): Token {
  const head = headOf(context.analysis, token)
  if (head && isVerb(head)) {
    if (hasRelation(token, "obj") && isIn(context, head, "light-verbs")) return head
    if (
      hasRelation(token, "nsubj") &&
      (isPassive(context, head) || token.deprel === "nsubj:pass") &&
      isIn(context, head, "light-verbs")
    )
      return head
    if (hasRelation(token, "nsubj") && isIn(context, head, "occurrence-verbs")) return head
    if (hasRelation(token, "obj") && isIn(context, head, "suffer-verbs")) return head
  }
  // "carried out attacks": the particle may have come between, with the arc gone to it.
  const before = [1, 2, 3, 4].map(step => sibling(context, token, -step))
  const verb = before.find(each => each !== undefined && isVerb(each))
  if (
    verb &&
    isIn(context, verb, "agent-light-verbs") &&
    !isPassive(context, verb) &&
    prepositionOf(context, token) === "" &&
    isNoun(token) &&
    !hasRelation(token, "conj")
  )
    return verb
  if (hasRelation(token, "conj") && head && isNoun(head))
    return isIn(context, head, "attack-words") ? predicateOf(context, head) : token
  return token
}

function draftOf(context: Context, frame: Frame, trigger: Token, span: Span, top: Token, rule: string): Draft {
  return {
    frame,
    trigger,
    span,
    top: top === trigger ? trigger : top,
    rule: `${frame.id}${top !== trigger && rule === "noun" ? "+light" : ""}`,
    subtype: frame.type === "shooting" && isAccident(context, trigger) ? "accidental-shooting" : frame.type,
    status: "occurred",
    carriers: new Set([trigger.index, top.index]),
    fills: [],
    attribution: [],
    background: false,
    plural:
      isNoun(trigger) &&
      (trigger.xpos === "NNS" || trigger.xpos === "NNPS") &&
      frame.id !== "gunshot-wound" &&
      // Sanctions are always several.
      frame.type !== "sanction" &&
      !isPair(context, trigger),
    needsAnchor: false,
  }
}

/** "an accidental shooting", "accidentally shot himself", "shot himself by accident". */
function isAccident(context: Context, trigger: Token): boolean {
  return (
    below(context, trigger, "amod", "advmod").some(child => isIn(context, child, "accident-words")) ||
    [-1, 1].some(step => {
      const near = sibling(context, trigger, step)
      return near !== undefined && isIn(context, near, "accident-words")
    }) ||
    below(context, trigger, "obl").some(child => child.lemma === "accident" && prepositionOf(context, child) === "by")
  )
}

/** "twin bombings" are one thing told in the plural. */
function isPair(context: Context, trigger: Token): boolean {
  return [1, 2, 3].some(step => {
    const before = sibling(context, trigger, -step)
    return before !== undefined && isIn(context, before, "pair-words")
  })
}
