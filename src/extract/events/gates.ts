import type { Need } from "../../core/pack.ts"
import { decide, type Rule } from "../../core/rules.ts"
import type { Token } from "../../english/analysis.ts"
import { headOf } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, tokensOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import { isWeapon, weaponOf } from "./fill-weapon.ts"
import { isPlace, type Positions } from "./find-positions.ts"
import { below, isAged, isPassive, isVerb, objectsOf, prepositionOf } from "./grammar.ts"
import { isDefinite, isKillVerb, rootOf } from "./kinds.ts"
import { accident, anniversary, anybody, type Doubt, otherReading, wanted } from "./other-senses.ts"

const COARSE: ReadonlySet<string> = new Set(["month", "season", "year", "decade"])

// The first rule with a verdict wins: what makes it surely no event stands before what makes it one.
const gateRules: readonly Rule<Doubt, "event" | "nothing">[] = [
  accident,
  otherReading,
  fictionOrDrill,
  anniversary,
  anybody,
  wanted,
  wordsOnly,
  sportTalk,
  needsUnmet,
  abstractTarget,
  ungated,
  hardEvidence,
  someEvidence,
  threatenedHarm,
  namedAgain,
  tooLittle,
]

/** Whether the words of a draft tell of an event at all, with every rule's answer written to the trace. */
export function isEvent(context: Context, draft: Draft, positions: Positions): boolean {
  return decide("events.gate", gateRules, { context, draft, positions }, draft.span, context.trace)?.verdict === "event"
}

/** Whether the words around a draft make it another thing than its frame tells of, whatever else is found: "fell ill" is no fall of a town. */
export function isRuledOut(context: Context, draft: Draft, positions: Positions): boolean {
  const doubt = { context, draft, positions }
  return accident(doubt) === undefined && (otherReading(doubt) ?? needsUnmet(doubt)) === "nothing"
}

/** "a film about the bombing", "the drill simulated an attack". */
function fictionOrDrill({ context, draft, positions }: Doubt): "nothing" | undefined {
  // "the shooting of the film"
  if (draft.frame.pos === "noun" && (positions.get("of") ?? []).some(token => isIn(context, token, "fiction-and-play")))
    return "nothing"
  for (
    let up: Token | undefined = draft.trigger, steps = 0;
    up && steps < 5;
    up = headOf(context.analysis, up), steps++
  ) {
    // "staged an attack", not "a staged attack".
    const stages = up.lemma === "stage" && isVerb(up)
    if (up !== draft.trigger && !stages && (isIn(context, up, "drills") || isIn(context, up, "fiction-and-play")))
      return "nothing"
    if (isIn(context, up, "make-believe-verbs")) return "nothing"
    // "In the second season the cell plans ...", "in the novel"
    if (below(context, up, "obl").some(child => isStory(context, child))) return "nothing"
    if (
      below(context, up, "nsubj").some(
        child => isIn(context, child, "drills") || isIn(context, child, "fiction-and-play"),
      )
    )
      return "nothing"
  }
  if (below(context, draft.trigger, "amod", "compound").some(child => isIn(context, child, "drills"))) return "nothing"
  const across = ["in", "of"].includes(prepositionOf(context, draft.trigger))
    ? headOf(context.analysis, draft.trigger)
    : undefined
  return across && isIn(context, across, "drills") ? "nothing" : undefined
}

function isStory(context: Context, token: Token): boolean {
  if (prepositionOf(context, token) !== "in") return false
  const part = ["season", "scene", "chapter", "act"].includes(token.lemma)
  const counted = below(context, token, "amod").some(child =>
    /^(second|third|fourth|fifth|final|opening|closing)$/.test(child.lemma),
  )
  return part ? counted : isIn(context, token, "fiction-and-play")
}

/** "attacked the president for declining", "attacked the congressman as soft": an attack in words. */
function wordsOnly({ context, draft, positions }: Doubt): "nothing" | undefined {
  if (draft.frame.id !== "attack-verb" && draft.frame.id !== "strike-verb") return undefined
  if (hasCasualties(draft) || hasWeapon(context, draft, positions) || hasArmedAgent(context, draft, positions))
    return undefined
  const targets = positions.get("object") ?? []
  if (!targets.some(token => isIn(context, token, "politics"))) return undefined
  const reproach = ["for", "as", "over"].some(position => positions.has(position))
  const speaks = (positions.get("subject") ?? []).some(
    token =>
      isIn(context, token, "politics") ||
      ["person", "organization"].includes(context.mentions.get(token.index)?.type ?? ""),
  )
  return reproach || speaks || fillsOf(draft, "when", "where").length === 0 ? "nothing" : undefined
}

/** Two words of sport or play in the sentence outweigh a word that may be violence. */
function sportTalk({ context, draft, positions }: Doubt): "nothing" | undefined {
  if (draft.frame.gate === "none" && draft.frame.type !== "territory-gain" && draft.frame.type !== "clash")
    return undefined
  if (hasCasualties(draft) || hasArmedAgent(context, draft, positions)) return undefined
  const words = tokensOf(context, sentenceOf(context, draft.trigger)).filter(token => isIn(context, token, "sport"))
  return words.length < 2 ? undefined : "nothing"
}

function needsUnmet({ context, draft, positions }: Doubt): "nothing" | undefined {
  if (draft.frame.type === "plot" && isFoiled(context, draft, positions)) return undefined
  if (draft.frame.id === "rally-meeting-noun" && isToProtest(context, draft)) return undefined
  const lacks = (needs: readonly Need[]) =>
    0 < needs.length && !needs.some(need => isMet(context, draft, positions, need))
  return lacks(draft.frame.needs) || lacks(draft.frame.also) ? "nothing" : undefined
}

/** "converged for a rally in the capital to protest the decree" */
function isToProtest(context: Context, { trigger }: Draft): boolean {
  const head = headOf(context.analysis, trigger)
  return [trigger, ...(head ? [head] : [])].some(token =>
    below(context, token, "acl", "advcl", "xcomp").some(child => isIn(context, child, "protest-verbs")),
  )
}

/** "most of those plots were thwarted" needs no more to be a plot. */
function isFoiled(context: Context, draft: Draft, positions: Positions): boolean {
  if (draft.frame.pos !== "noun") return false
  if ((positions.get("modifier") ?? []).some(token => isIn(context, token, "foil-modifiers"))) return true
  let head = headOf(context.analysis, draft.trigger)
  if (head && !isVerb(head) && prepositionOf(context, draft.trigger) === "of") head = headOf(context.analysis, head)
  return head !== undefined && isVerb(head) && isIn(context, head, "foil-verbs")
}

/** "called on supporters to target tourists": a threat with somebody or something that can be harmed. */
function threatenedHarm({ context, draft }: Doubt): "event" | undefined {
  if (draft.frame.pos !== "verb" || draft.trigger.xpos !== "VB") return undefined
  const head = headOf(context.analysis, draft.trigger)
  if (!head || !isIn(context, head, "threat-verbs")) return undefined
  return fillsOf(draft, "target").some(fill => isHarmable(context, context.analysis.tokens[fill.token]!))
    ? "event"
    : undefined
}

function isMet(context: Context, draft: Draft, positions: Positions, need: Need): boolean {
  const tokens =
    need.at === "any"
      ? [...positions].filter(([position]) => position !== "modifier").flatMap(([, list]) => list)
      : (positions.get(need.at) ?? [])
  // "plans to launch an attack": the light verb's object says what is planned.
  if (
    need.at === "complement" &&
    tokens.some(
      token =>
        isIn(context, token, "agent-light-verbs") &&
        objectsOf(context, token).some(each => isIn(context, each, "attack-words")),
    )
  )
    return true
  return (
    tokens
      .flatMap(token => counted(context, token))
      .some(token => {
        if (need.lexicons.some(name => isIn(context, token, name))) return true
        if (need.places && isPlace(context, token)) return true
        const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
        return mention !== undefined && need.entities.includes(mention.type)
      }) ||
    (need.at === "modifier" &&
      draft.frame.pos === "noun" &&
      below(context, draft.trigger, "amod", "compound").some(token =>
        need.lexicons.some(name => isIn(context, token, name)),
      ))
  )
}

/** "an attack on the budget", "shot down the idea". */
function abstractTarget({ context, draft, positions }: Doubt): "nothing" | undefined {
  const under = (positions.get("complement") ?? []).flatMap(token => objectsOf(context, token))
  if (
    draft.frame.type === "plot" &&
    under.some(token => isIn(context, token, "abstract-things") && !isIn(context, token, "physical-targets"))
  )
    return "nothing"
  if (rootOf(context, draft.frame.type) !== "attack" || hasCasualties(draft)) return undefined
  const tokens = ["object", "on", "against", "at", "of", "upon"].flatMap(position => positions.get(position) ?? [])
  return tokens.some(token => isIn(context, token, "abstract-things") && !isIn(context, token, "physical-targets"))
    ? "nothing"
    : undefined
}

function ungated({ draft }: Doubt): "event" | undefined {
  return draft.frame.gate === "none" ? "event" : undefined
}

/** Casualties, a weapon or an armed actor: enough for any trigger. */
function hardEvidence({ context, draft, positions }: Doubt): "event" | undefined {
  if (isKillVerb(draft))
    return makesKind(context, positions) || hasArmedAgent(context, draft, positions) ? "event" : undefined
  if (draft.frame.gate === "reference") return hasCasualties(draft) ? "event" : undefined
  return hasCasualties(draft) || hasWeapon(context, draft, positions) || hasArmedAgent(context, draft, positions)
    ? "event"
    : undefined
}

/** A target that can be harmed, a violent modifier, or a place. Not enough for triggers with gate "hard". */
function someEvidence({ context, draft, positions }: Doubt): "event" | undefined {
  if (draft.frame.gate !== "any") return undefined
  const lexicons = ["violent-modifiers", "plan-modifiers", "foil-modifiers", "attempt-modifiers"]
  // Every "military action" has such a modifier: it says no more than the noun.
  const isOperation = draft.frame.type === "military-operation"
  const modifiers = isOperation ? [] : (positions.get("modifier") ?? [])
  if (modifiers.some(token => lexicons.some(name => isIn(context, token, name)))) return "event"
  const targets = fillsOf(draft, "target").map(fill => context.analysis.tokens[fill.token]!)
  if (targets.some(token => isHarmable(context, token) || isShotPerson(context, draft, token))) return "event"
  if (draft.frame.id === "shoot-verb" && isShotWithout(context, draft)) return "event"
  if (draft.frame.pos !== "noun") return undefined
  if (0 < fillsOf(draft, "where").length || isPoliceMatter(context, draft)) return "event"
  // A day alone is enough for an attack, not for an explosion or a battle: "the explosion of the 1920s", "the battle on Monday".
  const days = fillsOf(draft, "when").filter(fill => fill.value.kind === "time" && !COARSE.has(fill.value.precision))
  const isDeed = isOperation || ["attack", "shooting", "air-strike"].includes(draft.frame.type)
  if (0 < days.length && isDeed) return "event"
  return undefined
}

/** "the attack", "that bombing": kept for now, and dropped later when no earlier telling is found for it. */
function namedAgain({ context, draft }: Doubt): "event" | undefined {
  if (draft.frame.gate !== "any" && draft.frame.gate !== "reference") return undefined
  if (rootOf(context, draft.frame.type) !== "attack" || !isDefinite(context, draft)) return undefined
  draft.needsAnchor = true
  return "event"
}

function tooLittle(): "nothing" {
  return "nothing"
}

/** "Ana Diaz was fatally shot", "he was stabbed": by these words only people are harmed, unlike "attacked". */
function isShotPerson(context: Context, draft: Draft, token: Token): boolean {
  if (draft.frame.id !== "shoot-verb" && draft.frame.id !== "stab-verb") return false
  return (
    context.mentions.get(token.index)?.type === "person" ||
    /^(?:he|him|she|her)$/i.test(token.text) ||
    isAged(context, token)
  )
}

/** "..., 71, was fatally shot", "was shot on Monday": the parser lost who. */
function isShotWithout(context: Context, draft: Draft): boolean {
  const before = context.analysis.tokens[draft.trigger.index - 1]
  if (before && isIn(context, before, "fatal-adverbs")) return true
  return (
    draft.trigger.upos === "NOUN" ||
    (isPassive(context, draft.trigger) &&
      0 === fillsOf(draft, "target").length &&
      0 < fillsOf(draft, "when", "where").length)
  )
}

/** "police are investigating a shooting", "the victim of a shooting", "officers responded to reports of a shooting". */
function isPoliceMatter(context: Context, draft: Draft): boolean {
  let head = headOf(context.analysis, draft.top)
  if (head && isIn(context, head, "report-nouns")) head = headOf(context.analysis, head) ?? head
  if (!head) return false
  if (isIn(context, head, "police-work-verbs")) return true
  return (
    isIn(context, head, "report-nouns") || (head.lemma === "victim" && prepositionOf(context, draft.trigger) === "of")
  )
}

/** "dozens of activists", "a group of men": what is counted stands behind the number. "President Diaz": the title stands before the name. */
function counted(context: Context, token: Token): Token[] {
  if (token.upos === "PROPN") return [token, ...below(context, token, "compound", "flat", "nmod:desc")]
  if (!isIn(context, token, "quantity-nouns")) return [token]
  const isOf = (child: Token) => below(context, child, "case").some(each => each.lemma === "of")
  return [token, ...below(context, token, "nmod").filter(isOf)]
}

function isHarmable(context: Context, token: Token): boolean {
  if (isIn(context, token, "physical-targets") || isIn(context, token, "people") || isPlace(context, token)) return true
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  return mention !== undefined && ["facility", "place", "armed-group"].includes(mention.type)
}

function hasCasualties(draft: Draft): boolean {
  return fillsOf(draft, "killed", "wounded", "hostages").length > 0
}

function hasWeapon(context: Context, draft: Draft, positions: Positions): boolean {
  return (
    fillsOf(draft, "weapon").length > 0 ||
    ["with", "modifier", "subject", "using"].some(position =>
      (positions.get(position) ?? []).some(token => isWeapon(context, token)),
    )
  )
}

/** "A bomb killed", "killed by gunfire": a weapon that makes a kind of attack. A van or a stone may have killed by accident. */
function makesKind(context: Context, positions: Positions): boolean {
  return ["with", "subject", "using"].some(position =>
    (positions.get(position) ?? []).some(token => context.weapons.get(weaponOf(context, token) ?? "") !== undefined),
  )
}

/** A gunman, a militant group, or an entity known as an armed group. */
function hasArmedAgent(context: Context, draft: Draft, positions: Positions): boolean {
  const tokens = [
    ...(positions.get("subject") ?? []),
    ...fillsOf(draft, "perpetrator", "party").map(fill => context.analysis.tokens[fill.token]!),
  ]
  return tokens.some(token => {
    const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
    return isIn(context, token, "armed-agents") || mention?.type === "armed-group"
  })
}
