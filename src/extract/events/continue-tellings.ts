import { contains } from "../../core/span.ts"
import type { Sentence, Token } from "../../english/analysis.ts"
import { addPlace, headIn, isPointInTime, isWhereabouts } from "./attach-circumstances.ts"
import { type Context, isIn, tokensOf } from "./context.ts"
import { addFill, type Draft, fillsOf } from "./draft.ts"
import { below, isPassive, isVerb } from "./grammar.ts"
import { rootOf } from "./kinds.ts"

/** Sentences back in which "it happened" may find what it means. */
const REACH = 3

/**
 * "It happened about 7 p.m. Monday in Perth", "Officers were called to the house on Sunday": the day, hour and place of the attack told
 * right before, in a sentence that tells no event itself. Only what the attack does not have yet is added.
 */
export function continueTellings(context: Context, drafts: readonly Draft[]): void {
  const told = new Set(drafts.map(draft => draft.trigger.sentence))
  for (const sentence of context.analysis.sentences) {
    if (told.has(sentence.index)) continue
    const rule = ruleOf(context, sentence)
    const host = rule && hostOf(context, drafts, sentence)
    if (host) addCircumstances(context, host, sentence, rule)
  }
}

function ruleOf(context: Context, sentence: Sentence): string | undefined {
  const tokens = tokensOf(context, sentence)
  if (tokens.some(token => isItHappened(context, token))) return "it-happened"
  if (tokens.some(token => isCallOut(context, token))) return "called-out"
  return undefined
}

/** "It happened", "the incident occurred", "this took place". */
function isItHappened(context: Context, verb: Token): boolean {
  if (!isVerb(verb) || !["happen", "occur", "take", "unfold"].includes(verb.lemma)) return false
  if (verb.lemma === "take" && !below(context, verb, "obj").some(token => token.lemma === "place")) return false
  return below(context, verb, "nsubj").some(
    token => /^(?:it|this|that|all)$/i.test(token.text) || isThatIncident(context, token),
  )
}

/** "The incident", "this attack": one told of before, not "most attacks" or "an attack". */
function isThatIncident(context: Context, noun: Token): boolean {
  if (!isIn(context, noun, "incident-nouns") || noun.xpos === "NNS") return false
  return below(context, noun, "det").some(token => /^(?:the|this|that)$/i.test(token.text))
}

/** "Police were called", "officers responded", "deputies were dispatched". */
function isCallOut(context: Context, verb: Token): boolean {
  if (!isVerb(verb)) return false
  const called = ["call", "dispatch", "summon"].includes(verb.lemma) && isPassive(context, verb)
  if (!called && verb.lemma !== "respond") return false
  return below(context, verb, "nsubj").some(token => isIn(context, token, "security-forces"))
}

/** The last attack told before, when nothing else was told since. */
function hostOf(context: Context, drafts: readonly Draft[], sentence: Sentence): Draft | undefined {
  const last = drafts.findLast(draft => draft.trigger.sentence < sentence.index && isAttack(context, draft))
  if (!last || REACH < sentence.index - last.trigger.sentence) return undefined
  return last.status === "occurred" && !last.plural && !last.background ? last : undefined
}

function isAttack(context: Context, draft: Draft): boolean {
  return rootOf(context, draft.frame.type) === "attack"
}

function addCircumstances(context: Context, host: Draft, sentence: Sentence, rule: string): void {
  const anchor = host.sameAs ?? host
  const isDated = [host, anchor].some(draft =>
    fillsOf(draft, "when").some(fill => fill.value.kind === "time" && fill.value.edtf !== ""),
  )
  for (const time of context.analysis.times)
    if (contains(sentence, time) && isPointInTime(context, time) && (!isDated || time.time.edtf === ""))
      addFill(host, { slot: "when", value: time.time, span: time, token: headIn(context, time).index, rule })
  if ([host, anchor].some(draft => fillsOf(draft, "where").length > 0)) return
  for (const place of context.analysis.places)
    if (contains(sentence, place) && isWhereabouts(context, place)) addPlace(context, host, place)
}
