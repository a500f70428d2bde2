import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn } from "./context.ts"
import { below, isContentClause, isNoun, isPassive, isVerb, prepositionOf } from "./grammar.ts"
import { isDefinite, isOfViolence } from "./kinds.ts"
import type { Asked, Verdict } from "./status-rules.ts"

// Governors that are sayings: threats, promises, denials, accusations.

/** "vowed to attack", "called on supporters to target", "a threat to bomb". */
export function threatenedBy({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  if (isNoun(at) && isIn(context, at, "threat-nouns")) {
    if (hasRelation(from, "acl") || prepositionOf(context, from) === "for" || isInfinitive(context, from))
      return { status: "threatened", span: at }
    return { status: "hypothetical", span: at }
  }
  if (!isVerb(at) || !isIn(context, at, "threat-verbs")) return undefined
  if (
    !(
      hasRelation(from, "xcomp") ||
      isContentClause(from) ||
      hasRelation(from, "advcl") ||
      (hasRelation(from, "obl") && at.lemma === "call")
    )
  ) {
    return ["threaten", "vow", "promise", "pledge"].includes(at.lemma) && hasRelation(from, "obj")
      ? { status: "threatened", span: at }
      : at.lemma === "warn" && hasRelation(from, "obl")
        ? { status: "hypothetical", span: at }
        : undefined
  }
  if (["warn", "tell"].includes(at.lemma) && !hasRelation(from, "xcomp"))
    return (
      promised({ context, draft, at, from }) ??
      (at.lemma === "warn" && from.xpos === "VB" ? { status: "hypothetical", span: at } : undefined)
    )
  if (isVerb(from) && from.xpos === "VBD") return undefined
  if (at.lemma === "inspire" || !(isOfViolence(context, draft) || OWN.has(at.lemma)))
    return { status: "hypothetical", span: at, whole: prepositionOf(context, from) === "for" }
  // "called for the killing of looters"
  return { status: "threatened", span: at, whole: at.lemma === "call" && prepositionOf(context, from) === "for" }
}

/** People to whom a thing has happened: "the victims of an attack" were attacked. */
const STRUCK: ReadonlySet<string> = new Set(
  "victim survivor casualty witness relative family widow orphan perpetrator leader organizer organiser planner".split(
    " ",
  ),
)

/** "warned the port authority (on April 28) of an attack": the parser hangs what is warned of on the hearer or on the day. */
export function warnedOf({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !isNoun(from) || !hasRelation(from, "nmod") || STRUCK.has(at.lemma)) return undefined
  if (!["of", "about", "against"].includes(prepositionOf(context, from)) || isDefinite(context, draft)) return undefined
  const verb = headOf(context.analysis, at)
  if (!verb || !isVerb(verb) || !["warn", "caution"].includes(verb.lemma)) return undefined
  const isWithin = hasRelation(at, "obj") || hasRelation(at, "obl") || at.deprel === "nsubj:pass"
  return isWithin && verb.index < from.index ? { status: "hypothetical", span: verb, whole: true } : undefined
}

/** What one says of one's own deeds; the other words of a threat ask it of others. */
const OWN: ReadonlySet<string> = new Set(["threaten", "vow", "swear", "promise", "pledge"])

const PRONOUNS: ReadonlySet<string> = new Set([
  "it",
  "they",
  "he",
  "she",
  "we",
  "i",
  "its",
  "their",
  "his",
  "her",
  "our",
])

/** "said they would target banks", "warned that it would withdraw": who speaks will do it. */
export function promised({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !isContentClause(from) || !isIn(context, at, "speech-verbs") || isPassive(context, from))
    return undefined
  const aux = below(context, from, "aux").find(child =>
    ["will", "'ll", "’ll", "would", "shall"].includes(child.text.toLowerCase()),
  )
  // "they", "its fighters"
  const own = below(context, from, "nsubj").some(child =>
    [child, ...below(context, child, "nmod:poss")].some(each => PRONOUNS.has(each.text.toLowerCase())),
  )
  const perfect = below(context, from, "aux").some(child => child.lemma === "have")
  if (!aux || !own || perfect) return undefined
  return { status: isOfViolence(context, draft) ? "threatened" : "planned", span: aux }
}

/** "denied carrying out an attack", "denied that soldiers raided", "denies any strike". */
export function deniedBy({ context, draft, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  const guilty = at.lemma === "guilty" && below(context, at, "advmod").some(child => isIn(context, child, "negators"))
  if (guilty) return { status: "denied", span: at, whole: true }
  if (!isVerb(at) || !isIn(context, at, "deny-verbs")) return undefined
  if (hasRelation(from, "xcomp") || isContentClause(from) || hasRelation(from, "advcl"))
    return { status: "denied", span: at, whole: draft.frame.pos === "verb" }
  // "denied the attack" disowns it; "denied the arrest", "denied any attack" say that there was none.
  if (!hasRelation(from, "obj") || !isNoun(from) || at.lemma !== "deny") return undefined
  const any = below(context, from, "det").some(child => child.lemma === "any")
  return any || !isOfViolence(context, draft) ? { status: "denied", span: at, whole: true } : undefined
}

/** "rejected claims that troops had executed", "reports of a bombing turned out to be false". */
export function deniedReport({ context, draft, at, from }: Asked): Verdict | undefined {
  // "rejected claims that": the tagger often takes the noun for a verb.
  if (!from || !(isNoun(at) || hasRelation(at, "obj")) || !isIn(context, at, "hearsay-nouns")) return undefined
  if (
    !(
      hasRelation(from, "acl") ||
      isContentClause(from) ||
      (hasRelation(from, "nmod") && prepositionOf(context, from) === "of")
    )
  )
    return undefined
  let noun = at
  for (let steps = 0; steps < 3; steps++) {
    const above = headOf(context.analysis, noun)
    if (!above) return undefined
    const verdict = falsehood(context, above)
    // "dismissed the claim that they were behind the attack": the attack itself is not denied.
    if (verdict) return { ...verdict, whole: draft.frame.pos === "verb" || hasRelation(from, "nmod") }
    if (isNoun(above) && !hasRelation(noun, "appos") && !hasRelation(noun, "conj") && !hasRelation(noun, "nmod"))
      return undefined
    if (isVerb(above)) return undefined
    noun = above
  }
  return undefined
}

/** What a verb or predicate says of a report: that somebody denies it, or that it is false. */
function falsehood(context: Context, above: Token): Verdict | undefined {
  if (isVerb(above) && isIn(context, above, "deny-verbs")) return { status: "denied", span: above }
  const words = [above, ...below(context, above, "xcomp", "obl", "ccomp")]
  const wrong = words.find(word => isIn(context, word, "false-words"))
  if (!wrong) return undefined
  return { status: above.lemma === "call" ? "denied" : "negated", span: wrong }
}

/** "accused of bombing", "suspected of plotting", "charged with the murder", "alleges that agents abducted". */
export function allegedBy({ context, at, from }: Asked): Verdict | undefined {
  if (!from) return undefined
  if (
    isNoun(at) &&
    isIn(context, at, "allege-nouns") &&
    (hasRelation(from, "acl") || prepositionOf(context, from) === "of")
  )
    return { status: "alleged", span: at, whole: isVerb(from) }
  const mark = below(context, from, "mark")[0]?.text.toLowerCase() ?? prepositionOf(context, from)
  // "accused the navy of shooting": the arc goes to the accused.
  const over = isNoun(at) && hasRelation(from, "acl") && from.xpos === "VBG" ? headOf(context.analysis, at) : undefined
  if (over && isVerb(over) && isIn(context, over, "allege-verbs") && ["of", "with"].includes(mark))
    return { status: "alleged", span: over }
  if (!(isVerb(at) || at.upos === "ADJ") || !isIn(context, at, "allege-verbs")) return undefined
  if (isContentClause(from) && isVerb(from) && ["allege", "suspect", "rumor", "rumour"].includes(at.lemma))
    return { status: "alleged", span: at, whole: true }
  return ["of", "with", "for", "in", "over"].includes(mark) || hasRelation(from, "xcomp")
    ? { status: "alleged", span: at }
    : undefined
}

/** "are said to have beaten", "is believed to have planted". */
export function saidToHave({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isVerb(at) || !hasRelation(from, "xcomp") || !isPassive(context, at) || !isInfinitive(context, from))
    return undefined
  const perfect = below(context, from, "aux").some(child => child.lemma === "have")
  return perfect && isIn(context, at, "speech-verbs") ? { status: "alleged", span: at } : undefined
}

/** "what sounded like a shooting", "what appeared to be an attack". */
export function looksLike({ context, at, from }: Asked): Verdict | undefined {
  if (!from || !isNoun(from) || !isVerb(at) || !["sound", "look", "seem", "appear"].includes(at.lemma)) return undefined
  const like = prepositionOf(context, from) === "like"
  return like || (hasRelation(from, "xcomp") && below(context, from, "cop").length > 0)
    ? { status: "alleged", span: at }
    : undefined
}

function isInfinitive(context: Context, verb: Token): boolean {
  return isVerb(verb) && below(context, verb, "mark").some(child => child.text.toLowerCase() === "to")
}
