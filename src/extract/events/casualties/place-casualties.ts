import { contains } from "../../../core/span.ts"
import type { Token } from "../../../english/analysis.ts"
import { hasRelation, tokenBefore } from "../../../english/tree.ts"
import { type Context, isIn, sentenceOf } from "../context.ts"
import { addFill, type Draft, fillsOf } from "../draft.ts"
import { findAttribution, ownSource } from "../find-attribution.ts"
import { below, distance, isPassive } from "../grammar.ts"
import { isKillVerb, rootOf } from "../kinds.ts"
import type { Casualty } from "./count-casualties.ts"
import { settingsOf } from "./find-casualties.ts"

/** Farther than this from every event of the sentence a number of dead belongs to an earlier one. */
const REACH = 8

const HARMFUL = new Set(["attack", "clash", "military-operation", "overthrow", "protest", "repression", "raid"])

/** Gives each number of dead, hurt or held to its event, in the sentence or, when the sentence has none, right before it. */
export function placeCasualties(context: Context, casualties: readonly Casualty[], drafts: readonly Draft[]): void {
  for (const casualty of casualties) {
    const inSentence = drafts.filter(draft => draft.trigger.sentence === casualty.predicate.sentence)
    const host = hostOf(context, casualty, inSentence) ?? hostBefore(context, casualty, drafts, inSentence)
    if (!host) continue
    const isNear = casualty.predicate.sentence === host.trigger.sentence
    if (isNear) host.carriers.add(casualty.predicate.index)
    // A number told in another sentence, or given to a source of its own, has that source.
    const own = isNear ? ownSource(context, casualty.predicate) : findAttribution(context, casualty.predicate)
    addFill(host, {
      slot: casualty.slot,
      value: casualty.found.value,
      span: casualty.found.span,
      token: -1,
      rule: casualty.rule,
      ...(own && { attribution: own }),
    })
  }
}

/** The event of the sentence a casualty belongs to: its subject, what it happened in, or the nearest by the tree. */
function hostOf(context: Context, casualty: Casualty, drafts: readonly Draft[]): Draft | undefined {
  if (casualty.slot === "arrested") {
    const own = drafts.find(
      draft =>
        draft.frame.type === "arrest" &&
        (draft.trigger === casualty.predicate || casualty.subjects.includes(draft.trigger)),
    )
    return (
      own ??
      nearestDraft(
        context,
        casualty.predicate,
        drafts.filter(draft => draft.frame.type === "arrest" || draft.frame.type === "raid"),
      )
    )
  }
  const harmful = drafts.filter(draft => HARMFUL.has(rootOf(context, draft.frame.type)))
  const bySubject = harmful.find(draft => casualty.subjects.includes(draft.trigger) && !isKillVerb(draft))
  if (bySubject) return bySubject
  const byRelative = harmful.find(draft => !isKillVerb(draft) && isToldBy(context, draft, casualty.predicate))
  if (byRelative) return byRelative
  const settings = settingsOf(context, casualty)
  const bySetting = harmful.find(draft => settings.includes(draft.trigger) && !isKillVerb(draft))
  if (bySetting) return bySetting
  // "..., and its gunmen killed six": a clause with a doer of its own is an event of its own.
  const own = harmful.find(draft => draft.trigger === casualty.predicate)
  if (own && fillsOf(own, "perpetrator").length > 0 && below(context, own.trigger, "nsubj").length > 0) return own
  if (isDatedClause(context, casualty.predicate)) return undefined
  const others = harmful.filter(draft => !isKillVerb(draft))
  return (
    nearestDraft(context, casualty.predicate, others) ??
    harmful.find(draft => draft.trigger === casualty.predicate) ??
    nearestDraft(context, casualty.predicate, harmful)
  )
}

/** "the shooting at the mall, in which gunmen killed six": the verb stands in a clause that says more of the noun before it. */
export function isToldBy(context: Context, draft: Draft, verb: Token): boolean {
  if (draft.frame.pos !== "noun" || draft.trigger.sentence !== verb.sentence || verb.index < draft.trigger.index)
    return false
  const { tokens } = context.analysis
  let index = verb.index - 1
  while (draft.trigger.index < index && verb.index - index < 9 && !/^which$/i.test(tokens[index]!.text)) {
    if (tokens[index]!.upos === "VERB") return false
    index--
  }
  if (!/^which$/i.test(tokens[index]!.text) || !/^(?:in|during)$/i.test(tokens[index - 1]!.text)) return false
  const between = tokens.slice(draft.trigger.index + 1, index - 1)
  return !between.some(token => token.upos === "VERB" || isIn(context, token, "attack-words"))
}

function nearestDraft(context: Context, token: Token, drafts: readonly Draft[]): Draft | undefined {
  let best: { draft: Draft; cost: number; gap: number } | undefined
  for (const draft of drafts) {
    const cost = Math.min(distance(context, token, draft.trigger), distance(context, token, draft.top))
    const gap = Math.abs(token.index - draft.trigger.index)
    if (cost <= REACH && (!best || cost < best.cost || (cost === best.cost && gap < best.gap)))
      best = { draft, cost, gap }
  }
  return best?.draft
}

/** "after 45 people were killed in July": deeds of another time, told for comparison. */
function isDatedClause(context: Context, verb: Token): boolean {
  return (
    hasRelation(verb, "advcl") &&
    below(context, verb, "mark").some(mark => /^(?:after|since)$/i.test(mark.text)) &&
    below(context, verb, "obl").some(child => context.inTime.has(child.index))
  )
}

/** "in Perth", not "Perth's mayor". */
function isLocation(context: Context, start: number): boolean {
  const before = tokenBefore(context.analysis, start)
  return before !== undefined && ["in", "at", "near", "outside", "on", "around"].includes(before.text.toLowerCase())
}

/** "Scores of people were killed." after the sentence that tells the bombing. */
function hostBefore(
  context: Context,
  casualty: Casualty,
  drafts: readonly Draft[],
  inSentence: readonly Draft[],
): Draft | undefined {
  if (casualty.slot === "arrested") return undefined
  if (inSentence.some(draft => HARMFUL.has(rootOf(context, draft.frame.type)))) return undefined
  // Somebody who is named as the doer is doing something else.
  if (
    casualty.subjects.length > 0 &&
    !casualty.subjects.some(token => isIn(context, token, "attack-words") || token.upos === "PRON")
  )
    return undefined
  const sentence = sentenceOf(context, casualty.predicate)
  // A place or a day of its own points elsewhere.
  const own = [
    ...context.analysis.places.filter(place => isLocation(context, place.start)),
    ...context.analysis.times.filter(time => time.time.edtf !== ""),
  ]
  if (own.some(each => contains(sentence, each))) return undefined
  if (
    !(
      isPassive(context, casualty.predicate) ||
      [
        "are-dead",
        "dying-verb",
        "toll",
        "number-dead",
        "death-noun",
        "are-missing",
        "suffered-wounds",
        "lost-lives",
      ].includes(casualty.rule) ||
      casualty.subjects.length > 0
    )
  )
    return undefined
  return drafts.findLast(draft => {
    const back = sentence.index - draft.trigger.sentence
    const block = sentence.blockIndex - sentenceOf(context, draft.trigger).blockIndex
    return (
      0 < back &&
      back <= 2 &&
      block <= 1 &&
      rootOf(context, draft.frame.type) === "attack" &&
      draft.status === "occurred" &&
      fillsOf(draft, casualty.slot).every(fill => contains(sentence, fill.span))
    )
  })
}
