import { decide, type Rule } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import { below, firstOf, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"

interface Verdict {
  readonly status: Status
  readonly span: Span
}
interface Asked {
  readonly context: Context
  readonly draft: Draft
  /** The verb or noun whose surroundings are looked at: the trigger, then its light verb, then what governs them. */
  readonly at: Token
  /** Where the walk came from; undefined at the trigger. */
  readonly from: Token | undefined
}

// Order is part of the meaning: what stands nearest and says most comes first.
const ownRules: readonly Rule<Asked, Verdict>[] = [ownModifier, ownNegation, ownAdverb, ownModal, ownCondition]
const governorRules: readonly Rule<Asked, Verdict>[] = [
  foiledBy,
  attemptedBy,
  plannedBy,
  threatenedBy,
  deniedBy,
  allegedBy,
  notDone,
  mightBe,
]

/** Sets the status of a draft from its modifiers, its verb and what governs them, with the words that gave it. */
export function setStatus(context: Context, draft: Draft): void {
  const verdict = findStatus(context, draft) ?? preventedFrom(context, draft)
  const plot = draft.frame.type === "plot"
  if (verdict) {
    draft.status =
      plot && ["hypothetical", "attempted", "threatened"].includes(verdict.status) ? "planned" : verdict.status
    draft.statusSpan = verdict.span
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
  const own = ask(ownRules, draft.trigger)
  if (own) {
    const governor = own.status === "planned" ? governorOf(context, draft.top) : undefined
    return (governor && ask([foiledBy], governor, draft.top)) ?? own
  }
  if (draft.top !== draft.trigger) {
    const light = ask(ownRules, draft.top, draft.trigger)
    if (light) return light
  }
  const settled = isSettled(context, draft)
  let from = draft.top
  for (let steps = 0; steps < 7; steps++) {
    const at = governorOf(context, from)
    if (!at) return undefined
    const verdict = ask(governorRules, at, from)
    // A thing told with its date, its dead or "the" is there; only foiling, planning and denying speak of it as a whole.
    const weak = settled && (0 < steps || PRESUPPOSED.has(verdict?.status ?? ""))
    if (
      verdict &&
      (!weak ||
        verdict.status === "foiled" ||
        (verdict.status === "alleged" && isNoun(at) && draft.frame.pos === "verb"))
    )
      return verdict
    if ((settled && !QUANTITIES.has(at.lemma.toLowerCase())) || !passesOn(context, from, at)) return undefined
    const outer = isVerb(at) ? ask([ownNegation, ownModal, ownCondition], at, from) : undefined
    if (outer && outer.status !== "negated") return outer
    if (outer && isIn(context, at, "light-verbs")) return outer
    from = at
  }
  return undefined
}

/** The word a phrase hangs on; a conjunct without a subject of its own hangs where the first one hangs. */
function governorOf(context: Context, token: Token): Token | undefined {
  let at = token
  for (let steps = 0; steps < 4 && hasRelation(at, "conj"); steps++) {
    const first = headOf(context.analysis, at)
    if (!first || (isVerb(at) && (below(context, at, "nsubj").length > 0 || isVerb(first) !== isVerb(at))))
      return undefined
    if (isVerb(at) && isVerb(first) && at.xpos !== first.xpos) return undefined
    at = first
  }
  return headOf(context.analysis, at)
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
  if (hasRelation(from, "ccomp")) return !isIn(context, at, "speech-verbs")
  if (hasRelation(from, "nsubj")) return isIn(context, at, "occurrence-verbs") || isPassive(context, at)
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
  const first = firstOf(context, draft.trigger)
  const before = sibling(context, first, -1)
  const definite = [first, before].some(
    token => token !== undefined && ["the", "this", "that", "these", "those"].includes(token.text.toLowerCase()),
  )
  const casualties = fillsOf(draft, "killed", "wounded").length > 0
  const dated = fillsOf(draft, "when").some(fill => fill.value.kind === "time" && fill.value.precision !== "unknown")
  return casualties || definite || (dated && draft.frame.type !== "plot")
}

/** "prevented the group from seizing": read from the words, since the arcs of "from ...ing" are seldom right. */
function preventedFrom(context: Context, draft: Draft): Verdict | undefined {
  const { trigger } = draft
  if (trigger.xpos !== "VBG" || sibling(context, trigger, -1)?.text.toLowerCase() !== "from") return undefined
  for (let step = 2; step < 9; step++) {
    const before = sibling(context, trigger, -step)
    if (!before || before.upos === "PUNCT") return undefined
    if (isVerb(before))
      return isIn(context, before, "foil-verbs") || ["keep", "bar", "deter", "ban", "discourage"].includes(before.lemma)
        ? { status: "negated", span: before }
        : undefined
  }
  return undefined
}

// Rules on the trigger or its light verb

/** "a foiled attack", "an alleged plot", "planned bombings", "attempted murder". */
function ownModifier({ context, draft, at }: Asked): Verdict | undefined {
  if (!isNoun(at) && at !== draft.trigger) return undefined
  const first = firstOf(context, at)
  const near = [
    ...below(context, at, "amod", "compound", "acl").filter(
      child => child.index < at.index || child.index === at.index + 1,
    ),
  ]
  for (let index = first.index; index < at.index; index++) near.push(context.analysis.tokens[index]!)
  const before = sibling(context, first, -1)
  if (before?.xpos === "VBN" && isIn(context, before, "foil-modifiers") && isNoun(at))
    return { status: "foiled", span: before }
  for (const token of near) {
    if (isIn(context, token, "hypothetical-modifiers") && isNoun(at)) return { status: "hypothetical", span: token }
    if (token.upos === "NOUN" && token.lemma !== "suspect") continue
    const status =
      isIn(context, token, "attempt-modifiers") && /^(attempt|botch)/.test(token.text.toLowerCase())
        ? "attempted"
        : isIn(context, token, "foil-modifiers")
          ? "foiled"
          : isIn(context, token, "plan-modifiers")
            ? "planned"
            : isIn(context, token, "threat-modifiers")
              ? "threatened"
              : isIn(context, token, "allege-modifiers")
                ? "alleged"
                : undefined
    if (status && !(status === "alleged" && token.text.toLowerCase() === "apparent")) return { status, span: token }
  }
  return undefined
}

/** "did not attack", "no attack", "never bombed", "without an attack". */
function ownNegation({ context, at }: Asked): Verdict | undefined {
  const word = below(context, at, "advmod", "det", "aux", "cc:preconj").find(
    child => isIn(context, child, "negators") && child.index < at.index + 1,
  )
  if (word && word.index < at.index && at.index - word.index < 6) {
    const next = sibling(context, word, 1)
    if (next?.text.toLowerCase() !== "only" && next?.text.toLowerCase() !== "just")
      return { status: "negated", span: word }
  }
  const subject = below(context, at, "nsubj").find(
    child => isIn(context, child, "negators") || below(context, child, "det").some(each => each.lemma === "no"),
  )
  if (subject && isVerb(at)) return { status: "negated", span: subject }
  return prepositionOf(context, at) === "without"
    ? { status: "negated", span: below(context, at, "case")[0] ?? at }
    : undefined
}

/** "allegedly shot". */
function ownAdverb({ context, at }: Asked): Verdict | undefined {
  const word = below(context, at, "advmod").find(child => isIn(context, child, "allege-adverbs"))
  return word ? { status: "alleged", span: word } : undefined
}

/** "could attack", "will strike", "would be able to". */
function ownModal({ context, draft, at }: Asked): Verdict | undefined {
  const word = below(context, at, "aux").find(child => isIn(context, child, "hypothetical-aux"))
  if (!word) return undefined
  // "would later kill" and "could have killed" tell of the past; the first is a fact, the second is none.
  const will = ["will", "'ll", "’ll", "shall", "wo"].includes(word.text.toLowerCase())
  if (
    word.lemma === "would" &&
    below(context, at, "advmod").some(child => ["later", "eventually", "soon"].includes(child.lemma))
  )
    return undefined
  const family = context.pack.types.find(type => type.key === draft.frame.type)?.family
  return { status: will && family !== undefined && family !== "violence" ? "planned" : "hypothetical", span: word }
}

/** "if they attack", "unless", "whether". */
function ownCondition({ context, at }: Asked): Verdict | undefined {
  const mark = below(context, at, "mark").find(child => isIn(context, child, "hypothetical-marks"))
  return mark ? { status: "hypothetical", span: mark } : undefined
}

// Rules on what governs it

function cue(context: Context, at: Token, from: Token, verbs: string, nouns?: string): boolean {
  if (isVerb(at) || at.upos === "ADJ") return isIn(context, at, verbs)
  return nouns !== undefined && isNoun(at) && isIn(context, at, nouns) && from.index !== at.index
}

/** "police thwarted an attack", "the plot was foiled", "prevented the group from seizing". */
function foiledBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isIn(context, at, "foil-verbs")) return undefined
  const affected =
    hasRelation(from, "obj") ||
    from.deprel === "nsubj:pass" ||
    (hasRelation(from, "nsubj") && isPassive(context, at)) ||
    hasRelation(from, "conj")
  // "preventing attacks", "to thwart an attack": nothing says that there was one to foil.
  const aim = at.xpos === "VB" || (at.xpos === "VBG" && below(context, at, "aux").length === 0)
  if (affected) return { status: aim ? "hypothetical" : "foiled", span: at }
  const gerund =
    ["advcl", "xcomp", "obl", "acl", "amod"].some(relation => hasRelation(from, relation)) && from.xpos === "VBG"
  return gerund ? { status: "negated", span: at } : undefined
}

/** "tried to storm", "a bid to kill". */
function attemptedBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !cue(context, at, from, "attempt-verbs", "attempt-nouns")) return undefined
  if (isVerb(at) && !(hasRelation(from, "xcomp") || hasRelation(from, "obj") || hasRelation(from, "advcl")))
    return undefined
  if (
    isVerb(at) &&
    (at.lemma === "seek" || below(context, at, "aux").some(child => isIn(context, child, "hypothetical-aux")))
  )
    return { status: "hypothetical", span: at }
  return { status: "attempted", span: at }
}

/** "planned to attack", "plans for a bombing", "plotting attacks". */
function plannedBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !cue(context, at, from, "plan-verbs", "plan-nouns")) return undefined
  if (isNoun(at) && hasRelation(from, "nmod:poss")) return undefined
  if (
    ["want", "hope", "aspire", "mean", "will", "desire", "wish", "ambition", "intent", "goal", "aim", "seek"].includes(
      at.lemma,
    )
  )
    return { status: "hypothetical", span: at }
  if (["decide", "agree", "organize", "organise"].includes(at.lemma) && !hasRelation(from, "xcomp")) return undefined
  return { status: "planned", span: at }
}

/** "vowed to attack", "called on supporters to target", "a threat to bomb". */
function threatenedBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  if (isVerb(at) && isIn(context, at, "threat-verbs")) {
    if (
      !(
        hasRelation(from, "xcomp") ||
        hasRelation(from, "ccomp") ||
        hasRelation(from, "advcl") ||
        (hasRelation(from, "obl") && at.lemma === "call")
      )
    ) {
      return at.lemma === "threaten" && hasRelation(from, "obj")
        ? { status: "threatened", span: at }
        : at.lemma === "warn" && hasRelation(from, "obl")
          ? { status: "hypothetical", span: at }
          : undefined
    }
    if (["warn", "tell"].includes(at.lemma) && !hasRelation(from, "xcomp"))
      return at.lemma === "warn" && from.xpos === "VB" ? { status: "hypothetical", span: at } : undefined
    if (["order", "tell", "inspire", "encourage", "instruct"].includes(at.lemma))
      return { status: at.lemma === "inspire" ? "hypothetical" : "threatened", span: at }
    return isVerb(from) && from.xpos === "VBD" ? undefined : { status: "threatened", span: at }
  }
  if (isNoun(at) && isIn(context, at, "threat-nouns")) {
    if (hasRelation(from, "acl") || prepositionOf(context, from) === "for") return { status: "threatened", span: at }
    return { status: "hypothetical", span: at }
  }
  return undefined
}

/** "denied carrying out an attack". */
function deniedBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isIn(context, at, "deny-verbs")) return undefined
  return hasRelation(from, "xcomp") || hasRelation(from, "ccomp") || hasRelation(from, "advcl")
    ? { status: "denied", span: at }
    : undefined
}

/** "accused of bombing", "suspected of plotting", "charged with the murder". */
function allegedBy({ context, at, from }: Asked): Verdict | undefined {
  if (
    from &&
    isNoun(at) &&
    isIn(context, at, "allege-nouns") &&
    (hasRelation(from, "acl") || prepositionOf(context, from) === "of")
  )
    return { status: "alleged", span: at }
  if (!from || !(isVerb(at) || at.upos === "ADJ") || !isIn(context, at, "allege-verbs")) return undefined
  const preposition = prepositionOf(context, from)
  const mark = below(context, from, "mark")[0]?.text.toLowerCase() ?? preposition
  return ["of", "with", "for", "in", "over"].includes(mark) || hasRelation(from, "xcomp")
    ? { status: "alleged", span: at }
    : undefined
}

/** "failed to attack", "refused to", "ruled out an attack". */
function notDone({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isIn(context, at, "implicit-negation-verbs")) return undefined
  return hasRelation(from, "xcomp") || hasRelation(from, "obj") || hasRelation(from, "advcl")
    ? { status: "negated", span: at }
    : undefined
}

const ACTUAL = new Set([
  "manage",
  "begin",
  "start",
  "proceed",
  "rush",
  "go",
  "use",
  "come",
  "help",
  "appear",
  "seem",
  "know",
  "believe",
  "think",
  "say",
  "report",
  "happen",
  "turn",
  "live",
  "prove",
])

/** "the ability to attack", "fear of a bombing", "in order to strike", "continue to target". */
function mightBe({ context, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  if (isNoun(at) && isIn(context, at, "hypothetical-nouns")) {
    const preposition = prepositionOf(context, from)
    if (hasRelation(from, "acl") && from.deprel !== "acl:relcl" && from.xpos !== "VBN")
      return { status: "hypothetical", span: at }
    return hasRelation(from, "nmod") &&
      ["of", "for", "to", "about", "against"].includes(preposition) &&
      !["response", "sign", "evidence", "case", "target", "way", "order", "indication"].includes(at.lemma)
      ? { status: "hypothetical", span: at }
      : undefined
  }
  const infinitive = from.xpos === "VB" && below(context, from, "mark").some(child => child.text.toLowerCase() === "to")
  if (infinitive && !ACTUAL.has(at.lemma))
    return {
      status: "hypothetical",
      span: below(context, from, "mark").find(child => child.text.toLowerCase() === "to") ?? from,
    }
  if (
    isVerb(at) &&
    isIn(context, at, "hypothetical-verbs") &&
    (hasRelation(from, "obj") || hasRelation(from, "ccomp") || hasRelation(from, "xcomp") || hasRelation(from, "obl"))
  )
    return ["lead", "let", "seek"].includes(at.lemma) && !hasRelation(from, "xcomp")
      ? undefined
      : [
            "continue",
            "help",
            "inspire",
            "enable",
            "allow",
            "justify",
            "condone",
            "investigate",
            "prompt",
            "consider",
            "able",
          ].includes(at.lemma) && hasRelation(from, "obj")
        ? undefined
        : { status: "hypothetical", span: at }
  if ((at.upos === "ADJ" || at.upos === "ADV") && isIn(context, at, "hypothetical-verbs"))
    return { status: "hypothetical", span: at }
  // "set its sights on attacking", "aimed at killing": a gerund behind a preposition of purpose.
  const mark = below(context, from, "mark", "case")[0]?.text.toLowerCase() ?? ""
  if (from.xpos === "VBG" && ["on", "at", "toward", "towards", "to"].includes(mark))
    return { status: "hypothetical", span: from }
  return undefined
}

/** True when a sentence asks: nothing in a question is a fact. */
export function isQuestion(context: Context, draft: Draft): boolean {
  const tokens = tokensOf(context, sentenceOf(context, draft.trigger))
  const asks = tokens.at(-1)?.text === "?" || tokens.at(-2)?.text === "?"
  // "Attack shows weakness: who is next?" tells first and asks then.
  return asks && !tokens.some(token => draft.trigger.index < token.index && [":", ";", "–", "—"].includes(token.text))
}
