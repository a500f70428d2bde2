import { decide, type Rule } from "../../core/rules.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import { below, isContentClause, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"
import { isDefinite } from "./kinds.ts"
import { calledFor, calledOff, foiledBy, governorRules, overModalRules } from "./status-governors.ts"
import { type Asked, ownCondition, ownModal, ownNegation, ownRules, type Verdict } from "./status-rules.ts"

/** Sets the status of a draft from its modifiers, its verb and what governs them, with the words that gave it. */
export function setStatus(context: Context, draft: Draft): void {
  const verdict = findStatus(context, draft) ?? preventedFrom(context, draft)
  const plot = draft.frame.type === "plot"
  if (verdict) {
    draft.status =
      plot && ["hypothetical", "attempted", "threatened"].includes(verdict.status) ? "planned" : verdict.status
    draft.statusSpan = verdict.span
  } else if (draft.frame.id === "life-attempt-noun") {
    draft.status = "attempted"
    draft.statusSpan = draft.span
  } else if (plot) {
    draft.status = "planned"
    draft.statusSpan = draft.span
  }
}

/** What may be said around a thing that did happen: "he is suspected of the bombing". */
const PRESUPPOSED: ReadonlySet<string> = new Set(["hypothetical", "threatened", "alleged", "negated", "denied"])

function findStatus(context: Context, draft: Draft): Verdict | undefined {
  const ask = (rules: readonly Rule<Asked, Verdict>[], at: Token, from?: Token) =>
    decide("events.status", rules, { context, draft, at, from }, draft.span, context.trace)?.verdict
  const first = firstConjunct(context, draft.top)
  const above = first && headOf(context.analysis, first)
  const own = ask(ownRules, draft.trigger)
  if (own) {
    const over = { planned: [foiledBy], hypothetical: overModalRules }[own.status as string]
    return (over && neverCame(context, draft)) ?? (above && over && ask(over, above, first)) ?? own
  }
  const called = draft.top === draft.trigger ? undefined : ask([calledFor], draft.top, draft.trigger)
  if (called) return called
  const light = draft.top === draft.trigger ? undefined : lightVerdict(context, draft, ask)
  if (light) return (light.status === "hypothetical" && above && ask(overModalRules, above, first)) || light
  const never = neverCame(context, draft)
  if (never) return never
  const settled = isSettled(context, draft)
  let from = draft.top
  for (let steps = 0; steps < 7; steps++) {
    const told = firstConjunct(context, from)
    const at = (steps === 0 ? cueBefore(context, from) : undefined) ?? (told && headOf(context.analysis, told))
    if (!at || !told) return undefined
    from = told
    const verdict = ask(governorRules, at, from)
    // A thing told with its date, its dead or "the" is there; only what is said of it as a whole counts then.
    const weak = settled && (0 < steps || PRESUPPOSED.has(verdict?.status ?? ""))
    if (verdict && (!weak || (verdict.whole && steps === 0) || verdict.status === "foiled")) return verdict
    if ((settled && !QUANTITIES.has(at.lemma.toLowerCase())) || !passesOn(context, from, at)) return undefined
    const outer = isVerb(at) ? ask([ownNegation, ownModal, ownCondition], at, from) : undefined
    if (outer && outer.status !== "negated") return outer
    if (outer && isIn(context, at, "light-verbs")) return outer
    from = at
  }
  return undefined
}

/** What the verb that carries a noun says. Of an attack that "did not kill anyone" it denies only what it did. */
function lightVerdict(
  context: Context,
  draft: Draft,
  ask: (rules: readonly Rule<Asked, Verdict>[], at: Token, from?: Token) => Verdict | undefined,
): Verdict | undefined {
  // "broken up", "called off": what carries other events does away with this one.
  const undone = ask([foiledBy, calledOff], draft.top, draft.trigger)
  if (undone) return undone
  const verdict = ask(ownRules, draft.top, draft.trigger)
  const carries = ["light-verbs", "happen-verbs"].some(name => isIn(context, draft.top, name))
  if (!verdict || carries || !hasRelation(draft.trigger, "nsubj")) return verdict
  return verdict.status === "negated" || isSettled(context, draft) ? undefined : verdict
}

/** "the attack never came", "the attack that never came". */
function neverCame(context: Context, draft: Draft): Verdict | undefined {
  if (draft.frame.pos !== "noun") return undefined
  const head = headOf(context.analysis, draft.trigger)
  const verbs = below(context, draft.trigger, "acl")
  if (head && hasRelation(draft.trigger, "nsubj")) verbs.push(head)
  for (const verb of verbs)
    if (isIn(context, verb, "happen-verbs") && verb.index > draft.trigger.index) {
      const word = below(context, verb, "advmod").find(child => isIn(context, child, "negators"))
      if (word) return { status: "negated", span: word }
    }
  return undefined
}

/** "threats to bomb", "a bid to kill": the noun right before the infinitive, wherever the parser hangs it. */
function cueBefore(context: Context, verb: Token): Token | undefined {
  if (verb.xpos !== "VB" || sibling(context, verb, -1)?.text.toLowerCase() !== "to") return undefined
  const before = sibling(context, verb, -2)
  const cues = ["threat-nouns", "plan-nouns", "attempt-nouns"]
  return before?.upos === "NOUN" && cues.some(name => isIn(context, before, name)) ? before : undefined
}

/** A conjunct without a subject of its own hangs where the first one hangs: the first one. Undefined when the two are not alike. */
function firstConjunct(context: Context, token: Token): Token | undefined {
  let at = token
  for (let steps = 0; steps < 4 && hasRelation(at, "conj"); steps++) {
    const first = headOf(context.analysis, at)
    if (!first || (isVerb(at) && (below(context, at, "nsubj").length > 0 || isVerb(first) !== isVerb(at))))
      return undefined
    if (isVerb(at) && isVerb(first) && at.xpos !== first.xpos) return undefined
    at = first
  }
  return at
}

/** "most of the plots", "a series of attacks": what is said of the number is said of the thing. */
const QUANTITIES = new Set([
  "most",
  "much",
  "many",
  "some",
  "several",
  "all",
  "half",
  "majority",
  "dozen",
  "lot",
  "spate",
  "series",
  "wave",
  "string",
  "number",
])

/** Whether what governs `at` still speaks of the event: an infinitive, a gerund, an object of a noun or a light verb. */
function passesOn(context: Context, from: Token, at: Token): boolean {
  if (hasRelation(from, "parataxis") || from.deprel === "acl:relcl" || hasRelation(from, "conj")) return false
  if (hasRelation(from, "advcl")) return false
  if (isContentClause(from)) return !isIn(context, at, "speech-verbs")
  if (hasRelation(from, "nsubj"))
    return isIn(context, at, "occurrence-verbs") || isPassive(context, at) || below(context, at, "expl").length > 0
  if (QUANTITIES.has(at.lemma.toLowerCase())) return true
  if (isNoun(at))
    return (
      isIn(context, at, "hypothetical-nouns") ||
      isIn(context, at, "plan-nouns") ||
      isIn(context, at, "attempt-nouns") ||
      ["responsibility", "kind", "type", "scope"].includes(at.lemma)
    )
  return (
    hasRelation(from, "xcomp") ||
    hasRelation(from, "obj") ||
    hasRelation(from, "obl") ||
    hasRelation(from, "nsubj:pass")
  )
}

/** "the", a date, a place with the dead: a settled noun is presupposed, whatever is said of it. */
function isSettled(context: Context, draft: Draft): boolean {
  if (
    draft.frame.pos === "noun" &&
    ["after", "before", "since", "following", "during", "amid"].includes(prepositionOf(context, draft.trigger))
  )
    return true
  if (draft.frame.pos === "verb") return ["VBD"].includes(draft.trigger.xpos) && !draft.trigger.deprel.startsWith("acl")
  const casualties = fillsOf(draft, "killed", "wounded").length > 0
  const dated = fillsOf(draft, "when").some(fill => fill.value.kind === "time" && fill.value.precision !== "unknown")
  return casualties || isDefinite(context, draft) || (dated && draft.frame.type !== "plot")
}

/** "prevented the group from seizing": read from the words, since the arcs of "from ...ing" are seldom right. */
function preventedFrom(context: Context, draft: Draft): Verdict | undefined {
  const { trigger } = draft
  if (trigger.xpos !== "VBG" || sibling(context, trigger, -1)?.text.toLowerCase() !== "from") return undefined
  for (let step = 2; step < 9; step++) {
    const before = sibling(context, trigger, -step)
    if (!before || before.upos === "PUNCT") return undefined
    if (isVerb(before))
      return isIn(context, before, "foil-verbs") ||
        ["keep", "bar", "deter", "ban", "discourage", "prohibit", "forbid"].includes(before.lemma)
        ? { status: "negated", span: before }
        : undefined
  }
  return undefined
}

/** True when a sentence asks: nothing in a question is a fact. */
export function isQuestion(context: Context, draft: Draft): boolean {
  const tokens = tokensOf(context, sentenceOf(context, draft.trigger))
  const asks = tokens.at(-1)?.text === "?" || tokens.at(-2)?.text === "?"
  // "Attack shows weakness: who is next?" tells first and asks then.
  return asks && !tokens.some(token => draft.trigger.index < token.index && [":", ";", "–", "—"].includes(token.text))
}
