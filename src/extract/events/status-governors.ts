import type { Rule } from "../../core/rules.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sibling } from "./context.ts"
import { below, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"
import { isDefinite, isOfViolence, rootOf } from "./kinds.ts"
import type { Asked, Verdict } from "./status-rules.ts"
import {
  allegedBy,
  deniedBy,
  deniedReport,
  looksLike,
  promised,
  saidToHave,
  threatenedBy,
  warnedOf,
} from "./status-sayings.ts"

// What governs an event word, and what it says of the event. Order is part of the meaning: what says most comes first.
export const governorRules: readonly Rule<Asked, Verdict>[] = [
  foiledBy,
  attemptedBy,
  deniedReport,
  plannedBy,
  imminent,
  calledOff,
  threatenedBy,
  warnedOf,
  deniedBy,
  allegedBy,
  saidToHave,
  looksLike,
  notDone,
  askedFor,
  forbidden,
  mightBe,
]

// What is asked when the event word has a modal of its own: "threatened that they would attack", "denied that it would".
export const overModalRules: readonly Rule<Asked, Verdict>[] = [
  foiledBy,
  deniedReport,
  deniedBy,
  threatenedBy,
  promised,
]

function cue(context: Context, at: Token, from: Token, verbs: string, nouns?: string): boolean {
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
    hasRelation(from, "conj") ||
    // "Plot against concert foiled": headlines leave the auxiliary out.
    (hasRelation(from, "nsubj") && isPast(at) && below(context, at, "obj", "aux").length === 0) ||
    // "headed off an attack": the particle taken for a preposition; "thwarting what would have been an attack".
    (hasRelation(from, "obl") && prepositionOf(context, from) === sibling(context, at, 1)?.text.toLowerCase()) ||
    (hasRelation(from, "ccomp") && isNoun(from))
  // "would have stopped the massacre" stopped nothing.
  if (
    below(context, at, "aux").some(child => isIn(context, child, "hypothetical-aux")) ||
    below(context, at, "advmod").some(child => isIn(context, child, "negators"))
  )
    return undefined
  // "preventing attacks", "to thwart an attack": nothing says that there was one to foil.
  const aim =
    (at.xpos === "VB" || (at.xpos === "VBG" && below(context, at, "aux").length === 0)) && !isDone(context, at, from)
  if (affected) return { status: aim ? "hypothetical" : "foiled", span: at, whole: !aim }
  // "stopped shelling the town" ends what was; "stopped them from shelling" and "prevented shelling" keep it from being.
  const ends = at.lemma === "stop" && !below(context, from, "mark", "case").some(child => child.lemma === "from")
  const gerund =
    !ends &&
    from.xpos === "VBG" &&
    ["advcl", "xcomp", "obl", "acl", "amod"].some(relation => hasRelation(from, relation))
  return gerund ? { status: "negated", span: at } : undefined
}

/** "helped to thwart the attack", "defused it, thwarting an attack": the clause above says that it was done. */
function isDone(context: Context, at: Token, from: Token): boolean {
  const head = headOf(context.analysis, at)
  if (!head || !isVerb(head)) return false
  if (at.xpos === "VB") return hasRelation(at, "xcomp") && isPast(head) && isIn(context, head, "implicative-verbs")
  return (
    hasRelation(at, "advcl") &&
    isPast(head) &&
    head.index < at.index &&
    from.xpos === "NN" &&
    below(context, at, "mark", "case").length === 0
  )
}

function isPast(verb: Token): boolean {
  return verb.xpos === "VBD" || verb.xpos === "VBN"
}

/** "tried to storm", "a bid to kill". */
function attemptedBy({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !cue(context, at, from, "attempt-verbs", "attempt-nouns")) return undefined
  if (isVerb(at) && !(hasRelation(from, "xcomp") || hasRelation(from, "obj") || hasRelation(from, "advcl")))
    return undefined
  if (
    isVerb(at) &&
    ((at.lemma === "seek" && at.xpos !== "VBD") ||
      below(context, at, "aux").some(child => isIn(context, child, "hypothetical-aux")))
  )
    return { status: "hypothetical", span: at, whole: !isOfViolence(context, draft) }
  // "an attempt to bomb the railway was foiled"
  const over = isNoun(at) ? headOf(context.analysis, at) : undefined
  if (
    over &&
    isVerb(over) &&
    isIn(context, over, "foil-verbs") &&
    (hasRelation(at, "obj") || at.deprel === "nsubj:pass")
  )
    return { status: "foiled", span: over }
  return { status: "attempted", span: at }
}

/** What somebody would like and has not yet decided. */
const WISHES: ReadonlySet<string> = new Set([
  "want",
  "hope",
  "aspire",
  "mean",
  "will",
  "desire",
  "wish",
  "ambition",
  "intent",
  "goal",
  "aim",
  "seek",
])

/** "planned to attack", "plans for a bombing", "plotting attacks", "called a march". */
function plannedBy({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  const called = calledFor({ context, draft, at, from }) ?? readiedFor({ context, draft, at, from })
  if (called) return called
  if (!cue(context, at, from, "plan-verbs", "plan-nouns")) return undefined
  if (isNoun(at) && hasRelation(from, "nmod:poss")) return undefined
  if (WISHES.has(at.lemma)) return { status: "hypothetical", span: at }
  if (["decide", "agree", "organize", "organise"].includes(at.lemma) && !hasRelation(from, "xcomp")) return undefined
  return { status: "planned", span: at }
}

/** "announced a march through the capital", "called a strike": it is to come. */
export function calledFor({ context, draft, at, from }: Asked): Verdict | undefined {
  const calls = ["announce", "call", "schedule"].includes(at.lemma) && isVerb(at) && from && hasRelation(from, "obj")
  return calls && rootOf(context, draft.frame.type) === "protest"
    ? { status: "planned", span: at, whole: true }
    : undefined
}

/** "had bought chemicals for an attack", "trained for a hijacking": they got ready for it. */
function readiedFor({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !isOfViolence(context, draft) || prepositionOf(context, from) !== "for") return undefined
  const verb = isNoun(at) && hasRelation(at, "obj") ? headOf(context.analysis, at) : at
  return verb && isVerb(verb) && isIn(context, verb, "provide-verbs") && !isDefinite(context, draft)
    ? { status: "planned", span: verb }
    : undefined
}

/** "about to attack", "on the verge of attacking", "is due to be sentenced", "are to withdraw". */
function imminent({ context, at, from }: Asked): Verdict | undefined {
  if (!from || isPast(from)) return undefined
  if (isIn(context, at, "imminent-words")) {
    if (from.xpos === "VBG" || from.xpos === "VB" || (isNoun(at) && isNoun(from)))
      return { status: "planned", span: at }
    return undefined
  }
  const to = below(context, from, "mark").some(child => child.text.toLowerCase() === "to")
  return at.lemma === "be" && to && from.xpos === "VB" && (hasRelation(from, "xcomp") || hasRelation(from, "ccomp"))
    ? { status: "planned", span: at }
    : undefined
}

/** "called off the march", "cancelled the operation": there was none. */
export function calledOff({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isIn(context, at, "cancel-verbs")) return undefined
  if (["postpone", "delay", "put"].includes(at.lemma)) return undefined
  return hasRelation(from, "obj") || from.deprel === "nsubj:pass" || hasRelation(from, "obl")
    ? { status: "negated", span: at, whole: true }
    : undefined
}

/** "refused to attack", "stopped short of killing", "ruled out an attack". */
function notDone({ context, at, from }: Asked): Verdict | undefined {
  const short = at.lemma === "short" && from?.xpos === "VBG"
  if (!from || !(short || (isVerb(at) && isIn(context, at, "implicit-negation-verbs")))) return undefined
  return short ||
    hasRelation(from, "xcomp") ||
    hasRelation(from, "obj") ||
    hasRelation(from, "advcl") ||
    from.xpos === "VBG"
    ? { status: "negated", span: at }
    : undefined
}

/** "demanded the arrest of", "asked the court to sentence", "called for a withdrawal". Not of violence: that would be a threat. */
function askedFor({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !isIn(context, at, "demand-words") || isOfViolence(context, draft)) return undefined
  const asked =
    hasRelation(from, "obj") ||
    hasRelation(from, "xcomp") ||
    hasRelation(from, "ccomp") ||
    prepositionOf(context, from) === "for" ||
    hasRelation(from, "acl")
  return asked && !isPast(from) ? { status: "hypothetical", span: at, whole: true } : undefined
}

/** "banned demonstrations", "outlawed strikes": what is forbidden has not been told to happen. */
function forbidden({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || isOfViolence(context, draft) || !isIn(context, at, "forbid-verbs")) return undefined
  return hasRelation(from, "obj") || from.deprel === "nsubj:pass"
    ? { status: "hypothetical", span: at, whole: true }
    : undefined
}

const EVIDENCE: ReadonlySet<string> = new Set(["evidence", "sign", "indication", "proof", "trace"])

/** "confessed to bombing", "resorted to shelling": a gerund behind "to" that tells what was done. */
const FACTIVE: ReadonlySet<string> = new Set([
  "confess",
  "admit",
  "react",
  "respond",
  "contribute",
  "resort",
  "return",
  "object",
  "testify",
  "lead",
])

/** "the third to attack": whoever is counted did it. */
const COUNTED: ReadonlySet<string> = new Set(["first", "second", "third", "fourth", "fifth", "last", "latest", "only"])

/** "the ability to attack", "fear of a bombing", "in order to strike", "set its sights on attacking". */
function mightBe({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  if (isNoun(at) && isIn(context, at, "hypothetical-nouns")) {
    const preposition = prepositionOf(context, from)
    if (hasRelation(from, "acl") && from.deprel !== "acl:relcl" && from.xpos !== "VBN")
      return { status: "hypothetical", span: at }
    // "no evidence of an attack"
    const none = below(context, at, "det").some(child => isIn(context, child, "negators"))
    if (none && EVIDENCE.has(at.lemma) && preposition === "of") return { status: "hypothetical", span: at }
    return (hasRelation(from, "nmod") || preposition === "against") &&
      ["of", "for", "to", "about", "against"].includes(preposition) &&
      !["response", "sign", "evidence", "case", "target", "way", "order", "indication"].includes(at.lemma)
      ? { status: "hypothetical", span: at }
      : undefined
  }
  const to = below(context, from, "mark").find(child => child.text.toLowerCase() === "to")
  const counted = COUNTED.has(at.lemma) || below(context, at, "amod").some(child => COUNTED.has(child.lemma))
  if (to && from.xpos === "VB" && counted) return undefined
  // "continued to shell" tells of a deed, "continues to target" of a habit.
  const did = isIn(context, at, "implicative-verbs") && !(at.lemma === "continue" && !isPast(at))
  if (to && from.xpos === "VB" && !did) return { status: "hypothetical", span: to }
  if (
    isVerb(at) &&
    isIn(context, at, "hypothetical-verbs") &&
    ["obj", "ccomp", "xcomp", "obl", "nsubj:pass"].some(relation => hasRelation(from, relation))
  ) {
    if (["lead", "let", "seek"].includes(at.lemma) && !hasRelation(from, "xcomp")) return undefined
    // "considered the attack a success", but "considering sanctions"
    const weighed = at.lemma === "consider" && !isDefinite(context, draft) && !isOfViolence(context, draft)
    return !weighed && REAL_OBJECT.has(at.lemma) && (hasRelation(from, "obj") || hasRelation(from, "nsubj"))
      ? undefined
      : { status: "hypothetical", span: at }
  }
  // "suggested boycotting the talks", "is talking about deporting them"
  if (from.xpos === "VBG" && isVerb(at) && isOnlySaid(context, at, from)) return { status: "hypothetical", span: at }
  if ((at.upos === "ADJ" || at.upos === "ADV") && isIn(context, at, "hypothetical-verbs"))
    return { status: "hypothetical", span: at }
  // "set its sights on attacking", "aimed at killing": a gerund behind a preposition of purpose.
  const mark = below(context, from, "mark", "case")[0]?.text.toLowerCase() ?? ""
  if (from.xpos === "VBG" && ["on", "at", "toward", "towards", "to"].includes(mark) && !FACTIVE.has(at.lemma))
    return { status: "hypothetical", span: from }
  return undefined
}

function isOnlySaid(context: Context, at: Token, from: Token): boolean {
  if (at.lemma === "suggest") return hasRelation(from, "xcomp")
  const about = below(context, from, "mark", "case").some(child => child.lemma === "about")
  return about && ["talk", "speak", "think"].includes(at.lemma)
}

/** "justified the attack", "continued the siege": what these do is done to something that is there. */
const REAL_OBJECT: ReadonlySet<string> = new Set([
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
])
