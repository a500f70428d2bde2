import { cover } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf, wordsOf } from "./context.ts"
import { addFill, type Draft } from "./draft.ts"
import type { Positions } from "./find-positions.ts"
import { below, phraseOf } from "./grammar.ts"
import { isKillVerb, isNarrower, rootOf } from "./kinds.ts"

/** Whether the word names a weapon. */
export function isWeapon(context: Context, token: Token): boolean {
  return weaponOf(context, token) !== undefined
}

/** "a suicide blast", "an air raid": the word tells how it was done, and is no weapon itself. */
export function tellsManner(context: Context, token: Token): boolean {
  return MANNER.has(weaponOf(context, token) ?? "")
}

const MANNER: ReadonlySet<string> = new Set(["suicide", "air", "hostage", "shooting", "bombing", "arson", "aerial"])

/** The longest weapon the word ends, such as "car bomb". */
export function weaponOf(context: Context, token: Token): string | undefined {
  return wordsOf(context, token)
    .filter(word => context.weapons.has(word))
    .sort((a, b) => b.length - a.length)[0]
}

/** Kinds of attack that are air strikes when aircraft carry them out. */
const FROM_AIR: ReadonlySet<string> = new Set(["attack", "bombing", "shelling", "shooting"])

function isFromAir(context: Context, positions: Positions): boolean {
  return (
    (positions.get("subject") ?? []).some(
      token => isIn(context, token, "aircraft-agents") && token.lemma !== "drone",
    ) || (positions.get("modifier") ?? []).some(token => token.lemma === "aerial")
  )
}

/** "a man with a knife", "men armed with rifles", "a teenager wielding a machete": what the doer carries. */
function carried(context: Context, positions: Positions): Token[] {
  return (positions.get("subject") ?? []).flatMap(doer => [
    ...below(context, doer, "nmod").filter(child => child.index > doer.index && isWith(context, child)),
    ...below(context, doer, "acl").flatMap(verb =>
      CARRY.has(verb.lemma)
        ? [...below(context, verb, "obj"), ...below(context, verb, "obl").filter(child => isWith(context, child))]
        : [],
    ),
  ])
}

const CARRY: ReadonlySet<string> = new Set(["wield", "brandish", "carry", "arm", "wear", "use"])

function isWith(context: Context, token: Token): boolean {
  return below(context, token, "case").some(child => child.lemma === "with")
}

/** "a knife attack", "attacked with machetes", "a car bomb exploded": the weapon makes the kind of attack narrower. */
export function fillWeapon(context: Context, draft: Draft, positions: Positions): void {
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
  // "A car bomb exploded": the word that tells of the attack is the weapon.
  if (whole && draft.frame.pos === "noun" && isIn(context, draft.trigger, "bomb-nouns"))
    addFill(draft, {
      slot: "weapon",
      value: {
        kind: "text",
        text: context.analysis.report.text.slice(draft.span.start, draft.span.end),
        norm: draft.trigger.lemma,
      },
      span: draft.span,
      token: draft.trigger.index,
      rule: "weapon-word",
    })
  const tokens: Token[] = [...(positions.get("modifier") ?? []), ...(whole ? [] : inside)]
  for (const position of ["with", "using", "involving", "by", "from"])
    tokens.push(...(positions.get(position) ?? []).filter(token => isWeapon(context, token)))
  if (draft.frame.roles.object === "weapon") tokens.push(...(positions.get("object") ?? []))
  if (isKillVerb(draft) || draft.frame.id === "strike-verb" || draft.frame.roles.subject === "weapon")
    tokens.push(...(positions.get("subject") ?? []).filter(token => isWeapon(context, token)))
  for (const child of below(context, draft.trigger, "advcl", "acl"))
    if (child.lemma === "use" || child.lemma === "detonate" || child.lemma === "wield")
      tokens.push(...below(context, child, "obj"))
  tokens.push(...(positions.get("subject") ?? []).filter(token => weaponOf(context, token)?.startsWith("suicide")))
  tokens.push(...carried(context, positions))
  // "Warplanes bombed", "fired on by a gunship": a bomb from the air is an air strike.
  if (FROM_AIR.has(draft.subtype) && isFromAir(context, positions)) draft.subtype = "air-strike"
  for (const token of tokens) {
    const word = weaponOf(context, token)
    if (word === undefined) continue
    const subtype = context.weapons.get(word)
    const joined = `${word.replace(/ /g, "-")}-${draft.subtype}`
    if (isKillVerb(draft) && subtype) draft.subtype = subtype
    else if (context.pack.types.some(type => type.key === joined)) draft.subtype = joined
    else if (subtype && isNarrower(context, subtype, draft.subtype)) draft.subtype = subtype
    if (token.upos === "ADJ" || isIn(context, token, "armed-agents") || MANNER.has(word)) continue
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
