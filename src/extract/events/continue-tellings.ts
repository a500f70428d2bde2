import { contains } from "../../core/span.ts"
import type { Sentence, Token } from "../../english/analysis.ts"
import { headOf } from "../../english/tree.ts"
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
  fillFromSentence(context, drafts)
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

/** "Officers arrived on Saturday night and found that four had been shot": the only day and place of a sentence that tells one attack. */
function fillFromSentence(context: Context, drafts: readonly Draft[]): void {
  const bySentence = Map.groupBy(drafts, draft => draft.trigger.sentence)
  for (const [index, [draft, ...others]] of bySentence) {
    if (!draft || others.length > 0 || !isAttack(context, draft) || draft.status === "hypothetical" || draft.plural)
      continue
    // What is told again has its day and place from its first telling.
    if (draft.sameAs) continue
    const sentence = context.analysis.sentences[index]!
    const times = context.analysis.times.filter(
      time => contains(sentence, time) && DAY.has(time.time.precision) && time.time.edtf !== "",
    )
    const [time] = times
    if (time && times.length === 1 && fillsOf(draft, "when").length === 0 && isPointInTime(context, time)) {
      const head = headIn(context, time)
      if (!isOfOtherDeed(context, head))
        addFill(draft, { slot: "when", value: time.time, span: time, token: head.index, rule: "only-time" })
    }
    const places = context.analysis.places.filter(place => contains(sentence, place) && isWhereabouts(context, place))
    const [place] = places
    if (place && places.length === 1 && TOWN.has(place.place.precision) && fillsOf(draft, "where").length === 0)
      if (!isOfOtherDeed(context, headIn(context, place))) addPlace(context, draft, place)
  }
}

const DAY: ReadonlySet<string> = new Set(["day", "daypart", "hour", "instant"])
const TOWN: ReadonlySet<string> = new Set(["site", "vicinity", "settlement", "near-settlement"])

/** "said on Monday", "was charged in Perth", "withdrew on Friday": the day and place of what came after. */
function isOfOtherDeed(context: Context, head: Token): boolean {
  for (let up = headOf(context.analysis, head); up; up = headOf(context.analysis, up))
    if (isVerb(up))
      return !["scene-verbs", "harm-verbs", "kill-verbs", "wound-verbs"].some(name => isIn(context, up!, name))
  return true
}
