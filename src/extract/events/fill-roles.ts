import { cover } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, sibling, tokensOf, wordsOf } from "./context.ts"
import { addFill, type Draft } from "./draft.ts"
import { spokenFor } from "./find-claims.ts"
import {
  below,
  firstOf,
  isBelow,
  isNoun,
  isPassive,
  isVerb,
  meant,
  objectsOf,
  phraseOf,
  prepositional,
  rowAfter,
  subjectsOf,
  withConjuncts,
} from "./grammar.ts"
import { isKillVerb } from "./place-casualties.ts"
import { countMentionOf, type Found, participant } from "./values.ts"

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
  }
  if (draft.frame.pos === "verb") verbPositions(context, draft, add)
  else nounPositions(context, draft, add, isTrigger)
  return found
}

type Add = (position: string, tokens: readonly Token[]) => void

function verbPositions(context: Context, draft: Draft, add: Add): void {
  const verb = draft.trigger
  const inSpan = (token: Token) => draft.span.start <= token.start && token.end <= draft.span.end
  add("subject", subjectsOf(context, verb))
  add(
    "object",
    objectsOf(context, verb).filter(token => !inSpan(token)),
  )
  for (const [preposition, token] of prepositional(context, verb)) if (!inSpan(token)) add(preposition, [token])
  // Prepositions hung on the object or another word of the trigger: "opened fire on", "blamed the attack on".
  for (const token of tokensOf(context, sentenceOf(context, verb)))
    if (token !== verb && isNoun(token) && (inSpan(token) || below(context, verb, "obj").includes(token)))
      for (const [preposition, each] of prepositional(context, token))
        if (preposition !== "of" || draft.frame.roles["of"] === "what") add(preposition, [each])
  add(
    "complement",
    below(context, verb, "xcomp", "ccomp", "advcl").filter(child => verb.index < child.index),
  )
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
  for (const child of below(context, noun, "nmod:poss")) if (!isTime(context, child)) add("subject", [child])
  for (let index = first.index; index < noun.index; index++) {
    const token = analysis.tokens[index]!
    if (draft.span.start <= token.start && token.end <= draft.span.end) continue
    if (token.upos === "DET" || token.upos === "PUNCT" || token.upos === "PART" || token.upos === "PRON") continue
    add("modifier", [token])
    const mention = mentionOver(context, token)
    if (mention && mention.headToken === token.index) {
      if (["armed-group", "organization"].includes(mention.type)) add("subject", [token])
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
}

/** "an attack carried out by X", "an attack that X carried out", "bombings that targeted Y", "an attack targeting Y". */
function nounClause(context: Context, draft: Draft, verb: Token, add: Add): void {
  if (!isVerb(verb)) return
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
  fillWeapon(context, draft, positions)
}

/** "a concert hall attack": the nouns right before the trigger, when the last of them is a thing that can be attacked. */
function fillModifierTarget(context: Context, draft: Draft): void {
  const last = context.analysis.tokens.findLast(token => token.end <= draft.span.start)
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
  if (isTime(context, token) || token.deprel === "case") return
  const rule = `${draft.frame.id}:${position}`
  if (slot === "where" || (slot === "weapon" && !isWeapon(context, token))) return
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
    draft.frame.type !== "plot"
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
  const found = withoutTrigger(context, draft, known)
  addFill(draft, { slot, value: found.value, span: found.span, token: token.index, rule })
  if (slot === "perpetrator" || slot === "party" || slot === "agent") {
    const count = slot === "perpetrator" ? countMentionOf(context, token) : undefined
    if (count)
      addFill(draft, { slot: "perpetrators-count", value: count.count, span: found.span, token: token.index, rule })
  }
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

/** Whether the word names a weapon. */
export function isWeapon(context: Context, token: Token): boolean {
  return weaponOf(context, token) !== undefined
}

/** The longest weapon the word ends, such as "car bomb". */
export function weaponOf(context: Context, token: Token): string | undefined {
  return wordsOf(context, token)
    .filter(word => context.weapons.has(word))
    .sort((a, b) => b.length - a.length)[0]
}

/** "a knife attack", "attacked with machetes", "a car bomb exploded": the weapon makes the kind of attack narrower. */
function fillWeapon(context: Context, draft: Draft, positions: Positions): void {
  const root = rootOf(context, draft.frame.type)
  if (root !== "attack") return
  const inside = tokensOf(context, sentenceOf(context, draft.trigger)).filter(
    token =>
      draft.frame.pos === "noun" &&
      token !== draft.trigger &&
      draft.span.start <= token.start &&
      token.end <= draft.span.end,
  )
  const whole = context.weapons.get(context.analysis.report.text.slice(draft.span.start, draft.span.end).toLowerCase())
  if (whole && isNarrower(context, whole, draft.subtype)) draft.subtype = whole
  const tokens: Token[] = [...(positions.get("modifier") ?? []), ...(whole ? [] : inside)]
  for (const position of ["with", "using", "involving", "by", "from"])
    tokens.push(...(positions.get(position) ?? []).filter(token => isWeapon(context, token)))
  if (draft.frame.roles["object"] === "weapon") tokens.push(...(positions.get("object") ?? []))
  if (isKillVerb(draft)) tokens.push(...(positions.get("subject") ?? []).filter(token => isWeapon(context, token)))
  for (const child of below(context, draft.trigger, "advcl", "acl"))
    if (child.lemma === "use" || child.lemma === "detonate" || child.lemma === "wield")
      tokens.push(...below(context, child, "obj"))
  for (const token of tokens) {
    const word = weaponOf(context, token)
    if (word === undefined) continue
    const subtype = context.weapons.get(word)
    const joined = `${word.replace(/ /g, "-")}-${draft.subtype}`
    if (isKillVerb(draft) && subtype) draft.subtype = subtype
    else if (context.pack.types.some(type => type.key === joined)) draft.subtype = joined
    else if (subtype && isNarrower(context, subtype, draft.subtype)) draft.subtype = subtype
    if (
      token.upos === "ADJ" ||
      isIn(context, token, "armed-agents") ||
      ["suicide", "air", "hostage", "shooting", "bombing", "arson", "aerial"].includes(word)
    )
      continue
    const behind = draft.trigger.index < token.index
    const before = sibling(context, token, -1)
    const span = behind ? phraseOf(context, token) : word.includes(" ") && before ? cover(before, token) : token
    if (draft.fills.some(fill => fill.slot === "weapon")) continue
    const text = context.analysis.report.text.slice(span.start, span.end)
    addFill(draft, {
      slot: "weapon",
      value: { kind: "text", text, norm: word },
      span,
      token: token.index,
      rule: "weapon-word",
    })
  }
}

/** Root of the type's hierarchy: "attack" for "suicide-bombing". */
export function rootOf(context: Context, type: string): string {
  const own = context.pack.types.find(each => each.key === type)
  return own?.parent === undefined ? type : rootOf(context, own.parent)
}

/** True when `one` lies below `other` in the hierarchy, or refines a suicide attack to a bombing. */
export function isNarrower(context: Context, one: string, other: string): boolean {
  if (one === other) return false
  if (one === "suicide-attack" && other === "bombing") return false
  for (let type = context.pack.types.find(each => each.key === one); type; ) {
    if (type.parent === other) return true
    const parent: string | undefined = type.parent
    type = context.pack.types.find(each => each.key === parent)
  }
  return false
}

function endOfComplement(context: Context, verb: Token): number {
  let end = verb.end
  for (const child of below(context, verb, "obj", "compound:prt", "obl")) {
    const span = phraseOf(context, child)
    if (verb.start < span.start && !isTime(context, child) && span.end - verb.start < 120) end = Math.max(end, span.end)
  }
  const next = sibling(context, verb, 1)
  return end === verb.end && next && next.upos === "ADP" ? verb.end : end
}
