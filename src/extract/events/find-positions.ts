import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, sibling, tokensOf } from "./context.ts"
import type { Draft } from "./draft.ts"
import {
  below,
  firstOf,
  isBelow,
  isNoun,
  isPassive,
  isUntaggedVerb,
  isVerb,
  meant,
  objectsOf,
  prepositional,
  prepositionOf,
  rowAfter,
  subjectsOf,
  withConjuncts,
} from "./grammar.ts"

/** Who stands in which position of a draft's frame: "subject", "object", "complement", "modifier" and prepositions. */
export type Positions = ReadonlyMap<string, readonly Token[]>

/** Finds the words in each position around the trigger. `isTrigger` keeps the search from running into the next event. */
export function positionsOf(context: Context, draft: Draft, isTrigger: (token: Token) => boolean): Positions {
  const found = new Map<string, Token[]>()
  const add = (position: string, tokens: readonly Token[]) => {
    const list = found.get(position) ?? []
    for (const token of tokens)
      if (token !== draft.trigger && token.upos !== "PUNCT" && !list.includes(token)) list.push(token)
    if (0 < list.length) found.set(position, list)
    if (AS_FROM.has(position)) for (const simple of ["from", "of"]) add(simple, tokens)
  }
  if (draft.frame.pos === "verb") verbPositions(context, draft, add)
  else nounPositions(context, draft, add, isTrigger)
  return found
}

/** "pulled out of Gao" is told like "withdrew from Gao". */
const AS_FROM: ReadonlySet<string> = new Set(["out of", "away from", "back from"])

type Add = (position: string, tokens: readonly Token[]) => void

function verbPositions(context: Context, draft: Draft, add: Add): void {
  const verb = draft.trigger
  // The words of the frame themselves: in "set a school on fire" the school is none of them.
  const own = new Set(draft.frame.words.flatMap(words => words.split(" ")))
  const inSpan = (token: Token) =>
    draft.span.start <= token.start &&
    token.end <= draft.span.end &&
    (own.has(token.lemma.toLowerCase()) || own.has(token.text.toLowerCase()))
  add("subject", subjectsOf(context, verb))
  add(
    "object",
    objectsOf(context, verb).filter(token => !inSpan(token)),
  )
  for (const [preposition, token] of prepositional(context, verb)) if (!inSpan(token)) add(preposition, [token])
  if (isUntaggedVerb(context, verb))
    for (const [preposition, token] of rowAfter(context, verb, () => false))
      if (!isPlace(context, token)) add(preposition, [token])
  // Prepositions hung on the object or another word of the trigger: "opened fire on", "blamed the attack on".
  for (const token of tokensOf(context, sentenceOf(context, verb)))
    if (token !== verb && (inSpan(token) || (isNoun(token) && below(context, verb, "obj").includes(token))))
      // "was designated a terrorist group by the ministry"
      for (const [preposition, each] of prepositional(context, token))
        if (preposition === "by" && isPassive(context, verb)) add("subject", [each])
        else if (
          preposition !== "of" ||
          draft.frame.roles.of === "what" ||
          (draft.frame.roles.of === "target" && inSpan(token))
        )
          add(preposition, [each])
  add(
    "complement",
    below(context, verb, "xcomp", "ccomp", "advcl").filter(
      child => verb.index < child.index && !(hasRelation(child, "advcl") && !["VB", "VBG"].includes(child.xpos)),
    ),
  )
  add("adverb", below(context, verb, "advmod"))
}

function nounPositions(context: Context, draft: Draft, add: Add, isTrigger: (token: Token) => boolean): void {
  const noun = draft.trigger
  const { analysis } = context
  // Row first: it holds whatever the parser made of "on", "in" and "at".
  for (const [preposition, token] of rowAfter(context, noun, token => isTrigger(token) && token !== noun)) {
    add(preposition === "by" ? "subject" : preposition, withConjuncts(context, token))
  }
  for (const [preposition, token] of prepositional(context, noun))
    add(preposition === "by" ? "subject" : preposition, [token])
  const first = firstOf(context, noun)
  const over = headOf(analysis, noun)
  if (over && isVerb(over) && (hasRelation(noun, "obj") || hasRelation(noun, "nsubj"))) add("top", [over])
  // "Kennedy's assassination", "his arrest": whose it is, unless a group did it.
  const row = below(context, noun, "nmod").some(
    child => noun.index < child.index && prepositionOf(context, child) === "of",
  )
  const suffers = draft.frame.roles.of === "target" && !("on" in draft.frame.roles) && !row
  for (const child of below(context, noun, "nmod:poss")) {
    if (isTime(context, child)) continue
    const armed = context.mentions.get(child.index)?.type === "armed-group" || isIn(context, child, "armed-agents")
    add(suffers && !armed ? "of" : "subject", [child])
  }
  for (let index = first.index; index < noun.index; index++) {
    const token = analysis.tokens[index]!
    if (draft.span.start <= token.start && token.end <= draft.span.end) continue
    if (token.upos === "DET" || token.upos === "PUNCT" || token.upos === "PART" || token.upos === "PRON") continue
    add("modifier", [token])
    const mention = mentionOver(context, token)
    if (mention && mention.headToken === token.index) {
      if (
        mention.type === "armed-group" ||
        (mention.type === "organization" && !isPlace(context, token) && !isIn(context, token, "physical-targets"))
      )
        add("subject", [token])
      else if (mention.type === "nationality" && !isIn(context, token, "region-adjectives")) add("nationality", [token])
      else if (isCountry(context, token)) add("state", [token])
    }
  }
  if (draft.top !== noun) {
    const verb = draft.top
    if (
      isIn(context, verb, "agent-light-verbs") &&
      (hasRelation(noun, "obj") ||
        !isBelow(context, noun, verb) ||
        hasRelation(noun, "nsubj") ||
        hasRelation(noun, "conj"))
    )
      add("subject", subjectsOf(context, verb))
    for (const [preposition, token] of prepositional(context, verb))
      if (noun.index < token.index && preposition !== "by") add(preposition, [token])
    if (isIn(context, verb, "suffer-verbs")) add("object", subjectsOf(context, verb))
    if (isIn(context, verb, "rock-verbs") && !isPassive(context, verb)) add("object", objectsOf(context, verb))
  }
  for (const child of below(context, noun, "acl")) nounClause(context, draft, child, add)
  add(
    "complement",
    below(context, noun, "acl").filter(child => child.deprel !== "acl:relcl"),
  )
  // "plans to attack": the verb right behind "to", wherever the parser hung it.
  const to = sibling(context, noun, 1)
  const verb = to && sibling(context, to, 1)
  if (to?.text.toLowerCase() === "to" && verb && isVerb(verb)) add("complement", [verb])
  // "a memorial service was hit by the blast"
  const head = headOf(analysis, noun)
  if (
    head &&
    isVerb(head) &&
    isPassive(context, head) &&
    (hasRelation(noun, "obl") || hasRelation(noun, "nmod")) &&
    isIn(context, head, "rock-verbs")
  )
    add("object", objectsOf(context, head))
  // "arrested over alleged plans": whose plans they would be.
  if (draft.frame.type === "plot" && head && hasRelation(noun, "obl") && isArrest(context, head))
    if (["over", "for"].includes(prepositionOf(context, noun))) add("subject", objectsOf(context, head))
}

function isArrest(context: Context, verb: Token): boolean {
  return (context.verbFrames.get(verb.lemma.toLowerCase()) ?? []).some(({ frame }) => frame.type === "arrest")
}

/** "an attack carried out by X", "an attack that X carried out", "bombings that targeted Y", "an attack targeting Y". */
function nounClause(context: Context, draft: Draft, verb: Token, add: Add): void {
  if (!isVerb(verb)) return
  // "a shooting that put two people in hospital on Monday night": the day is the day of the shooting.
  if (below(context, verb, "nsubj").some(child => meant(context, child) === draft.trigger))
    draft.carriers.add(verb.index)
  if (isIn(context, verb, "occurrence-verbs") || isIn(context, verb, "agent-light-verbs") || verb.lemma === "claim")
    draft.carriers.add(verb.index)
  if (isIn(context, verb, "agent-light-verbs") || isIn(context, verb, "plan-verbs") || verb.lemma === "claim") {
    if (isPassive(context, verb) || verb.xpos === "VBN") {
      const by = below(context, verb, "obl").filter(child =>
        below(context, child, "case").some(each => each.text.toLowerCase() === "by"),
      )
      if (verb.lemma !== "claim")
        add(
          "subject",
          by.flatMap(child => withConjuncts(context, child)),
        )
    } else if (verb.lemma !== "claim")
      add(
        "subject",
        below(context, verb, "nsubj").filter(child => meant(context, child) === child),
      )
    for (const [preposition, token] of prepositional(context, verb)) if (preposition !== "by") add(preposition, [token])
  }
  if ((isIn(context, verb, "rock-verbs") || verb.lemma === "involve") && !isPassive(context, verb)) {
    add(
      "object",
      below(context, verb, "obj").flatMap(child => withConjuncts(context, child)),
    )
    for (const [preposition, token] of prepositional(context, verb)) if (preposition === "at") add("at", [token])
  }
}

/** Whether the noun phrase is a time, as in "Friday's attack". */
export function isTime(context: Context, token: Token): boolean {
  // "Saturday night": the time may end right before the head of the phrase.
  return context.analysis.times.some(time => time.start < token.end && token.start - 1 <= time.end)
}

/** Whether the word names a country. */
function isCountry(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index)
  if (mention && context.analysis.entities[mention.entity]?.place?.precision === "country") return true
  return context.analysis.places.some(
    place => place.start <= token.start && token.end <= place.end && place.place.precision === "country",
  )
}

/** Whether the noun phrase is a place of the gazetteer. */
export function isPlace(context: Context, token: Token): boolean {
  return context.analysis.places.some(place => place.start < token.end && token.start < place.end)
}
