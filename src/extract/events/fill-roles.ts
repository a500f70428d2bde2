import { contains, cover, type Span } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { tokenBefore, tokensIn } from "../../english/tree.ts"
import { spokenFor } from "./claim-parts.ts"
import { type Context, isIn, mentionOver, sibling } from "./context.ts"
import { addFill, type Draft } from "./draft.ts"
import { fillReward } from "./fill-reward.ts"
import { fillWeapon, isWeapon, tellsManner } from "./fill-weapon.ts"
import { isPlace, isTime, type Positions } from "./find-positions.ts"
import { below, isNoun, isVerb, phraseOf, prepositionOf, withConjuncts } from "./grammar.ts"
import { rootOf } from "./kinds.ts"
import { countMentionOf, type Found, participant } from "./values.ts"

const TARGET_PREPOSITIONS = new Set(["on", "against", "at", "upon", "of", "outside", "inside", "into", "in"])

/** Writes the values of the positions into the slots their frame names, with the number of perpetrators. */
export function fillRoles(context: Context, draft: Draft, positions: Positions): void {
  const aims: { position: string; token: Token }[] = []
  for (const [position, slot] of Object.entries(draft.frame.roles)) {
    const tokens = (positions.get(position) ?? []).filter(
      token =>
        position !== "modifier" ||
        (slot === "what" || slot === "weapon" ? isWeapon(context, token) : isTargetWord(context, token)),
    )
    if (position === "modifier" && slot === "target") {
      fillModifierTarget(context, draft)
      continue
    }
    for (const token of tokens)
      if (slot === "target" && draft.frame.pos === "noun" && TARGET_PREPOSITIONS.has(position))
        aims.push({ position, token })
      else fillOne(context, draft, slot, token, position)
  }
  // The first preposition that names a target wins; the others say more of it: "on the office of the mayor".
  aims.sort((a, b) => a.token.index - b.token.index)
  const aim = aims.find(each => canBeTarget(context, draft, each.position, each.token))
  for (const each of aims)
    if (aim && (each === aim || (each.position === aim.position && isConjunctOf(context, each.token, aim.token))))
      fillOne(context, draft, "target", each.token, each.position)
  // A noun's object: "a bombing that targeted a gathering".
  if (draft.frame.pos === "noun" && !("object" in draft.frame.roles) && "on" in draft.frame.roles)
    for (const token of positions.get("object") ?? []) fillOne(context, draft, "target", token, "object")
  if (draft.frame.id === "give-sentence-verb") fillPenalty(context, draft)
  fillWeapon(context, draft, positions)
  fillReward(context, draft, positions)
}

/** "a concert hall attack": the nouns right before the trigger, when the last of them is a thing that can be attacked. */
function fillModifierTarget(context: Context, draft: Draft): void {
  const last = tokenBefore(context.analysis, draft.span.start)
  if (
    !last ||
    last.sentence !== draft.trigger.sentence ||
    last.upos === "ADJ" ||
    isWeapon(context, last) ||
    !isNoun(last) ||
    !isTargetWord(context, last) ||
    isTime(context, last)
  )
    return
  let first = last
  for (
    let before = sibling(context, first, -1);
    before && before.upos === "NOUN" && !isIn(context, before, "violent-modifiers");
    before = sibling(context, first, -1)
  )
    first = before
  const span = cover(first, last)
  const text = context.analysis.report.text.slice(span.start, span.end)
  addFill(draft, {
    slot: "target",
    value: { kind: "text", text, norm: text.toLowerCase() },
    span,
    token: last.index,
    rule: `${draft.frame.id}:modifier`,
  })
}

function isConjunctOf(context: Context, token: Token, first: Token): boolean {
  return withConjuncts(context, first).includes(token)
}

/** "at Perth" is where it was; "on Perth" is what it was aimed at. */
function canBeTarget(context: Context, draft: Draft, position: string, token: Token): boolean {
  if (isTime(context, token) || isIn(context, token, "attack-words") || isWeapon(context, token)) return false
  if (isIn(context, token, "never-targets")) return false
  if (["at", "in", "inside", "outside"].includes(position) && isPlace(context, token) && !isTargetWord(context, token))
    return false
  return (
    position !== "of" || draft.frame.type !== "attack" || isTargetWord(context, token) || isIn(context, token, "people")
  )
}

function fillOne(context: Context, draft: Draft, slot: string, token: Token, position: string): void {
  const rule = `${draft.frame.id}:${position}`
  // "jailed for life", "sentenced to 12 years": how much, not what for.
  if (slot === "penalty" || (slot === "what" && isPenalty(context, draft, token))) {
    if (isPenalty(context, draft, token)) addText(context, draft, "penalty", phraseOf(context, token), token, rule)
    return
  }
  if (isTime(context, token) || token.deprel === "case") return
  if (slot === "weapon" && tellsManner(context, token)) return
  if (slot === "where" || (slot === "weapon" && !isWeapon(context, token))) return
  if (slot === "level" && position !== "subject" && position !== "object") {
    addText(context, draft, "level", phraseOf(context, token), token, rule)
    return
  }
  if (slot === "what") {
    const span = phraseOf(context, token)
    if (isVerb(token) && !["VB", "VBG"].includes(token.xpos)) return
    if (isVerb(token) || token.upos === "NOUN") {
      const end = isVerb(token) ? endOfComplement(context, token) : span.end
      const text = context.analysis.report.text.slice(isVerb(token) ? token.start : span.start, end)
      addFill(draft, {
        slot,
        value: { kind: "text", text, norm: token.lemma.toLowerCase() },
        span: { start: isVerb(token) ? token.start : span.start, end },
        token: token.index,
        rule,
      })
    }
    return
  }
  if (slot === "perpetrator" && isIn(context, token, "attack-words") && !isIn(context, token, "armed-agents")) return
  if (slot === "party" && isIn(context, token, "attack-words")) return
  // "the withdrawal of troops" does not say whose.
  const bare = phraseOf(context, token).start === token.start && phraseOf(context, token).end === token.end
  if (slot === "party" && draft.frame.type === "withdrawal" && bare && isIn(context, token, "army-nouns")) return
  // A weapon is no perpetrator: "the bomb killed".
  if (slot === "perpetrator" && (isWeapon(context, token) || isIn(context, token, "attack-words"))) {
    if (isWeapon(context, token) && !isIn(context, token, "armed-agents") && token.lemma !== "gunman") {
      const span = phraseOf(context, token)
      const text = context.analysis.report.text.slice(span.start, span.end)
      addFill(draft, {
        slot: "weapon",
        value: { kind: "text", text, norm: token.lemma.toLowerCase() },
        span,
        token: token.index,
        rule,
      })
      return
    }
    if (isIn(context, token, "attack-words")) return
  }
  if (
    slot === "target" &&
    (isIn(context, token, "attack-words") || isWeapon(context, token)) &&
    ["attack", "clash"].includes(rootOf(context, draft.frame.type))
  )
    return
  if ((slot === "perpetrator" || slot === "party") && !isAgent(context, token) && draft.frame.type !== "founding")
    return
  // "The group said that it had carried out the attack": who speaks claims it, even when nobody knows what "it" is.
  const speaker = slot === "perpetrator" ? spokenFor(context, token, draft.top) : undefined
  if (speaker) {
    fillOne(context, draft, "claimed-by", speaker, position)
    return
  }
  if (slot === "target" && isIn(context, token, "never-targets")) return
  const known = participant(context, token)
  if (!known) return
  // "seven Tajik and Turkmen men": the men, not the nations.
  if (slot === "target" && known.value.kind === "entity" && known.value.type === "nationality") return
  if (
    slot === "target" &&
    draft.frame.id === "plot-noun" &&
    position !== "against" &&
    !isTargetWord(context, token) &&
    !isPlace(context, token)
  )
    return
  const found = wholeCount(context, token, withoutTrigger(context, draft, known))
  addFill(draft, { slot, value: found.value, span: found.span, token: token.index, rule })
  const isLoser = slot === "party" && draft.frame.type === "territory-loss"
  if ((slot === "perpetrator" || isLoser) && found.value.kind === "text") fillGroup(context, draft, slot, found, rule)
  if (slot === "perpetrator" || slot === "party" || slot === "agent") {
    const count = slot === "perpetrator" ? countMentionOf(context, token) : undefined
    if (count)
      addFill(draft, { slot: "perpetrators-count", value: count.count, span: found.span, token: token.index, rule })
  }
}

function isPenalty(context: Context, draft: Draft, token: Token): boolean {
  return draft.frame.type === "sentence" && isIn(context, token, "penalty-words")
}

/** "was handed a death sentence": the words that tell of it say what it is. */
function fillPenalty(context: Context, draft: Draft): void {
  const token = tokensIn(context.analysis, draft.span).find(each => each.lemma === "sentence" || each.lemma === "term")
  if (token && isNoun(token)) addText(context, draft, "penalty", phraseOf(context, token), token, draft.rule)
}

function addText(context: Context, draft: Draft, slot: string, span: Span, token: Token, rule: string): void {
  const text = context.analysis.report.text.slice(span.start, span.end)
  addFill(draft, { slot, value: { kind: "text", text, norm: text.toLowerCase() }, span, token: token.index, rule })
}

/** "fighters of the Meridian Front", "Meridian Front gunmen": the group that they are told to belong to. */
export function fillGroup(context: Context, draft: Draft, slot: string, found: Found, rule: string): void {
  for (const mention of context.analysis.mentions) {
    if (mention.form !== "name" || !contains(found.span, mention)) continue
    const isArmed = mention.type === "armed-group" || (slot === "claimed-by" && mention.type === "organization")
    const group = isArmed ? participant(context, context.analysis.tokens[mention.headToken]!) : undefined
    if (group?.value.kind === "entity")
      draft.fills.push({ slot, ...group, token: mention.headToken, rule: `${rule}:group` })
  }
}

/** "seven Tajik, Turkmen and Kyrgyz men": the phrase goes from its number on, whatever hangs between. */
function wholeCount(context: Context, token: Token, found: Found): Found {
  const count = countMentionOf(context, token)
  if (found.value.kind !== "text" || count?.nounToken !== token.index || found.span.start <= count.start) return found
  const span = cover(found.span, count)
  const text = context.analysis.report.text.slice(span.start, span.end)
  return { value: { ...found.value, text }, span }
}

/** "have been attacking villages": a verb taken for an adjective is no part of its object. */
function withoutTrigger(context: Context, draft: Draft, found: Found): Found {
  const { span, value } = found
  if (
    draft.frame.pos !== "verb" ||
    !(span.start <= draft.span.start && draft.span.end < span.end) ||
    value.kind !== "text"
  )
    return found
  const next = sibling(context, draft.trigger, 1)!
  const text = context.analysis.report.text.slice(next.start, span.end)
  return { value: { kind: "text", text, norm: text.toLowerCase() }, span: { start: next.start, end: span.end } }
}

/** Persons, groups, forces and states act; a date, an abstraction or a building does not. */
function isAgent(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  if (mention && ["person", "armed-group", "organization", "nationality", "place"].includes(mention.type)) return true
  // A name that nobody knows may act; a place or a time may not.
  if (token.upos === "PROPN" && !mention && !isPlace(context, token) && !isTime(context, token)) return true
  return [
    "armed-agents",
    "soft-agents",
    "security-forces",
    "people",
    "group-nouns",
    "troop-nouns",
    "protest-agents",
  ].some(name => isIn(context, token, name))
}

function isTargetWord(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index)
  return isIn(context, token, "physical-targets") || mention?.type === "facility"
}

function endOfComplement(context: Context, verb: Token): number {
  let end = verb.end
  for (const child of below(context, verb, "obj", "compound:prt", "obl")) {
    // "attack a bank, along with raids": what goes along is no part of it.
    if (/^(?:along|together)\b/.test(prepositionOf(context, child))) continue
    const span = phraseOf(context, child)
    if (verb.start < span.start && !isTime(context, child) && span.end - verb.start < 120) end = Math.max(end, span.end)
  }
  const next = sibling(context, verb, 1)
  return end === verb.end && next && next.upos === "ADP" ? verb.end : end
}
