import type { Attribution } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, sibling, tokensOf } from "./context.ts"
import { below, isBelow, isNoun, isVerb, prepositional, subjectsOf } from "./grammar.ts"

/** Words that say who is, claims to be, or is said not to be behind an event. */
export interface Claim {
  readonly slot: "claimed-by" | "blamed-on" | "perpetrator"
  /** Who. */
  readonly who: Token
  readonly status?: Status
  readonly attribution: readonly Attribution[]
  /** Where in the sentence the event is named; undefined when it is left to an earlier sentence. */
  readonly about: Token | undefined
  /** "claimed responsibility". */
  readonly span: Span
  readonly predicate: Token
  readonly rule: string
}

/** A negated verb or an empty subject: "no group has claimed responsibility". */
export function isNegated(context: Context, verb: Token): boolean {
  if (below(context, verb, "advmod", "aux").some(child => isIn(context, child, "negators"))) return true
  return (
    subjectsOf(context, verb).some(
      child =>
        isIn(context, child, "negators") ||
        below(context, child, "det").some(each => each.lemma === "no" || each.lemma === "neither") ||
        /^(nobody|none|no-one|noone)$/i.test(child.text),
    ) ||
    below(context, verb, "nsubj").some(
      child =>
        below(context, child, "det").some(each => each.text.toLowerCase() === "no") ||
        child.text.toLowerCase() === "one",
    )
  )
}

/** What a "for" or "in" behind a word speaks of: the noun or gerund, "responsibility for killing", "involvement in the attack". */
export function aboutOf(context: Context, tokens: readonly Token[], words: readonly string[]): Token | undefined {
  for (const token of tokens) {
    const noun = prepositional(context, token).find(
      ([preposition, each]) => words.includes(preposition) && token.index < each.index,
    )
    if (noun) return noun[1]
    const gerund = below(context, token, "acl", "advcl", "ccomp", "xcomp").find(
      child =>
        token.index < child.index &&
        below(context, child, "mark", "case").some(mark => words.includes(mark.text.toLowerCase())),
    )
    if (gerund) return gerund
  }
  // The arc went elsewhere: the first noun or gerund behind the word and its preposition.
  const last = tokens.reduce((a, b) => (a.index < b.index ? b : a))
  const next = sibling(context, last, 1)
  if (next && words.includes(next.text.toLowerCase())) {
    for (let step = 2; step < 9; step++) {
      const token = sibling(context, last, step)
      if (!token || token.upos === "PUNCT") return undefined
      if (isVerb(token) || (isNoun(token) && !["NOUN", "PROPN"].includes(sibling(context, token, 1)?.upos ?? "")))
        return token
    }
  }
  return undefined
}

export function hasArms(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  if (mention && (mention.type === "armed-group" || mention.type === "organization")) return true
  if (mention && context.analysis.entities[mention.entity]?.type === "armed-group") return true
  return (
    isIn(context, token, "group-nouns") || isIn(context, token, "armed-agents") || isIn(context, token, "outlet-nouns")
  )
}

/** "the group said it was behind it": when nobody knows what "it" is, it is the group that speaks. */
export function spokenFor(context: Context, pronoun: Token, predicate: Token): Token | undefined {
  if (pronoun.upos !== "PRON" || context.mentions.has(pronoun.index)) return undefined
  const head = headOf(context.analysis, predicate)
  if (!head || !isIn(context, head, "speech-verbs") || !hasRelation(predicate, "ccomp")) return undefined
  return subjectsOf(context, head).find(token => hasArms(context, token))
}

export function reachesHarm(context: Context, about: Token): boolean {
  // "accused of exploiting the attacks" blames nobody for them.
  const deeds = ["harm-verbs", "kill-verbs", "agent-light-verbs", "plan-verbs"]
  if (about.upos === "ADJ" || about.upos === "ADV") return false
  if (isVerb(about) && !deeds.some(name => isIn(context, about, name)) && about.lemma !== "be") return false
  const tokens = tokensOf(context, sentenceOf(context, about)).filter(token => isBelow(context, token, about))
  return tokens.some(token => ["attack-words", "harm-verbs", "kill-verbs"].some(name => isIn(context, token, name)))
}

/** People, bodies and states have a voice; "the denial came" has none. */
export function hasVoice(context: Context, token: Token): boolean {
  const mention = context.mentions.get(token.index) ?? mentionOver(context, token)
  return (
    mention !== undefined ||
    ["speaker-nouns", "people", "group-nouns", "government-nouns", "security-forces"].some(name =>
      isIn(context, token, name),
    )
  )
}
