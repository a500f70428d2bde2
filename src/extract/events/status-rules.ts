import type { Rule } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation } from "../../english/tree.ts"
import { type Context, isIn, sibling } from "./context.ts"
import type { Draft } from "./draft.ts"
import { below, firstOf, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"

export interface Verdict {
  readonly status: Status
  readonly span: Span
}

export interface Asked {
  readonly context: Context
  readonly draft: Draft
  /** The verb or noun whose surroundings are looked at: the trigger, then its light verb, then what governs them. */
  readonly at: Token
  /** Where the walk came from; undefined at the trigger. */
  readonly from: Token | undefined
}

// Order is part of the meaning: what stands nearest and says most comes first.
export const ownRules: readonly Rule<Asked, Verdict>[] = [ownModifier, ownNegation, ownAdverb, ownModal, ownCondition]

export const governorRules: readonly Rule<Asked, Verdict>[] = [
  foiledBy,
  attemptedBy,
  plannedBy,
  threatenedBy,
  deniedBy,
  allegedBy,
  notDone,
  mightBe,
]

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
export function ownNegation({ context, at }: Asked): Verdict | undefined {
  const word = below(context, at, "advmod", "det", "aux", "cc:preconj").find(
    child => isIn(context, child, "negators") && child.index < at.index + 1,
  )
  if (word && word.index < at.index && at.index - word.index < 6) {
    const next = sibling(context, word, 1)
    if (next?.text.toLowerCase() !== "only" && next?.text.toLowerCase() !== "just")
      return { status: "negated", span: word }
  }
  const subject = below(context, at, "nsubj").find(
    child =>
      isIn(context, child, "negators") ||
      below(context, child, "det", "cc", "cc:preconj").some(
        each => each.lemma === "no" || each.text.toLowerCase() === "neither",
      ) ||
      isIn(context, sibling(context, firstOf(context, child), -1) ?? child, "negators"),
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
export function ownModal({ context, draft, at }: Asked): Verdict | undefined {
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
export function ownCondition({ context, at }: Asked): Verdict | undefined {
  const mark = below(context, at, "mark").find(child => isIn(context, child, "hypothetical-marks"))
  return mark ? { status: "hypothetical", span: mark } : undefined
}

// Rules on what governs it

export function cue(context: Context, at: Token, from: Token, verbs: string, nouns?: string): boolean {
  if (isVerb(at) || at.upos === "ADJ") return isIn(context, at, verbs)
  return nouns !== undefined && isNoun(at) && isIn(context, at, nouns) && from.index !== at.index
}

/** "police thwarted an attack", "the plot was foiled", "prevented the group from seizing". */
export function foiledBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isIn(context, at, "foil-verbs")) return undefined
  const affected =
    hasRelation(from, "obj") ||
    from.deprel === "nsubj:pass" ||
    (hasRelation(from, "nsubj") && isPassive(context, at)) ||
    hasRelation(from, "conj")
  // "would have stopped the massacre" stopped nothing.
  if (
    below(context, at, "aux").some(child => isIn(context, child, "hypothetical-aux")) ||
    below(context, at, "advmod").some(child => isIn(context, child, "negators"))
  )
    return undefined
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
