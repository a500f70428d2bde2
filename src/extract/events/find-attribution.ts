import type { Attribution } from "../../core/reading.ts"
import { evidenceAt } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { type Context, isIn, sentenceOf, tokensOf } from "./context.ts"
import { below, isVerb, meant, prepositionOf, subjectsOf } from "./grammar.ts"
import { participant } from "./values.ts"

/**
 * Who says what a clause says, by the speech verb over or beside it, or "according to". Empty when the report speaks itself. Who denies a
 * deed that `occurred` does not tell of it: that it happened, where and to whom is the report's own word.
 */
export function findAttribution(context: Context, predicate: Token, status?: Status): Attribution[] {
  if ([predicate, ...below(context, predicate, "acl")].some(token => isAside(context, token))) return []
  return speaker(context, predicate, status) ?? accordingTo(context, predicate) ?? []
}

/** "The blast — which killed nine people — “woke us up”, she said": between dashes the report speaks itself. */
function isAside(context: Context, predicate: Token): boolean {
  const dashes = tokensOf(context, sentenceOf(context, predicate)).filter(token => /^(?:—|–|--)$/.test(token.text))
  const before = dashes.filter(dash => dash.index < predicate.index).length
  return before % 2 === 1 && before < dashes.length
}

/** The attribution that names one noun phrase as the speaker, or undefined when it names nobody. */
export function attributionTo(context: Context, token: Token): Attribution | undefined {
  const meantToken = nameBefore(context, meant(context, token))
  const found = participant(context, meantToken)
  if (!found) return undefined
  const evidence = evidenceAt(context.analysis.report, found.span)
  const { value } = found
  if (value.kind === "entity") {
    const kind = value.type === "person" ? "person" : value.type === "armed-group" ? "group" : "organization"
    return { kind, name: value.name, entityId: value.entityId, evidence }
  }
  const kind = isIn(context, meantToken, "document-nouns")
    ? "document"
    : isIn(context, meantToken, "outlet-nouns")
      ? "outlet"
      : isIn(context, meantToken, "group-nouns")
        ? "group"
        : "anonymous"
  return { kind, name: evidence.text, evidence }
}

/** "The Front, the group that says it did it": who is named before the comma. */
function nameBefore(context: Context, token: Token): Token {
  const head = hasRelation(token, "appos") ? headOf(context.analysis, token) : undefined
  return head && context.mentions.get(head.index)?.form === "name" ? head : token
}

/** "Officials say the group attacked", "the group attacked, officials said". */
export function speaker(context: Context, predicate: Token, status?: Status): Attribution[] | undefined {
  let at: Token | undefined = predicate
  for (let steps = 0; at && steps < 8; steps++) {
    const beside = below(context, at, "parataxis", "ccomp").find(
      child =>
        isVerb(child) &&
        isIn(context, child, "speech-verbs") &&
        (hasRelation(child, "parataxis") || isAddedBehind(context, child)) &&
        subjectsOf(context, child).length > 0,
    )
    if (beside && beside !== predicate) return named(context, beside)
    const head: Token | undefined = headOf(context.analysis, at)
    if (!head) return undefined
    if (
      isVerb(head) &&
      isIn(context, head, "speech-verbs") &&
      head.index !== predicate.index &&
      (hasRelation(at, "ccomp") ||
        (hasRelation(at, "parataxis") && head.lemma === "say") ||
        // "Rescuers say an air strike killed": the parser takes the noun for what is said.
        (hasRelation(at, "obj") && (head.lemma === "say" || (at === predicate && TOLD.has(head.lemma)))))
    ) {
      const found = named(context, head)
      if (found && status === "occurred" && isIn(context, head, "deny-verbs")) return []
      if (found) return found
    }
    // "told reporters that soldiers had fired": the arc goes to the hearers.
    const verb = hasRelation(at, "acl") && !isVerb(head) ? headOf(context.analysis, head) : undefined
    const that = verb?.lemma === "tell" && below(context, at, "mark").some(child => child.lemma === "that")
    if (verb && that) return named(context, verb)
    if (hasRelation(at, "acl") && at.deprel === "acl:relcl" && steps === 0 && !isVerb(head)) {
      at = head
      continue
    }
    at = head
  }
  return undefined
}

/** Verbs whose object is what is told: "announced the arrest". */
const TOLD: ReadonlySet<string> = new Set(["announce", "confirm", "report", "acknowledge"])

export function named(context: Context, verb: Token): Attribution[] | undefined {
  const found = subjectsOf(context, verb).flatMap(token => {
    const by = attributionTo(context, token)
    return by && (by.entityId !== undefined || canSpeak(context, meant(context, token))) ? by : []
  })
  return found.length === 0 ? undefined : [found.find(each => each.entityId !== undefined) ?? found[0]!]
}

/** "The governor resigned, the agency reported": no verb takes a clause behind a comma, so this one tells what stands before. */
function isAddedBehind(context: Context, verb: Token): boolean {
  const subject = subjectsOf(context, verb)[0]
  return subject !== undefined && subject.index < verb.index && isAfterComma(context, subject)
}

/** The phrase of the token opens right behind a comma. */
function isAfterComma({ analysis }: Context, token: Token): boolean {
  let first = token.index
  while (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(analysis.tokens[first - 1]?.upos ?? "")) first--
  return analysis.tokens[first - 1]?.text === ","
}

const SPEAKERS = [
  "speaker-nouns",
  "people",
  "document-nouns",
  "outlet-nouns",
  "group-nouns",
  "security-forces",
  "armed-agents",
  "soft-agents",
  "troop-nouns",
  "courts",
  "government-nouns",
  "leader-nouns",
]

/** "A marker indicates that": a thing says nothing. A name that nobody knows may speak. */
function canSpeak(context: Context, token: Token): boolean {
  return token.upos === "PROPN" || SPEAKERS.some(name => isIn(context, token, name))
}

/** The "authority" of "on the authority of the ministry". */
function isOnAuthority(context: Context, token: Token): boolean {
  const { tokens } = context.analysis
  const word = (step: number) => tokens[token.index + step]?.text.toLowerCase()
  return token.lemma === "authority" && word(-2) === "on" && word(-1) === "the" && word(1) === "of"
}

/** Whom "according to" names for this clause and no other: "the attack, which killed 30 people according to officials". */
export function ownSource(context: Context, predicate: Token): Attribution[] | undefined {
  const isOwn = below(context, predicate, "obl").some(child => prepositionOf(context, child).startsWith("according"))
  return isOwn ? accordingTo(context, predicate) : undefined
}

/** "according to Russian officials", "on the authority of the ministry". */
function accordingTo(context: Context, predicate: Token): Attribution[] | undefined {
  const tokens = tokensOf(context, sentenceOf(context, predicate))
  const word = tokens.find(token => token.text.toLowerCase() === "according" || isOnAuthority(context, token))
  if (!word) return undefined
  const named = tokens.find(
    token =>
      token.index > word.index + 1 &&
      (token.index === word.head ||
        token.head === word.index ||
        prepositionOf(context, token).startsWith("according")) &&
      (token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "PRON"),
  )
  const fallback = tokens.find(
    token =>
      token.index > word.index + 1 &&
      (token.upos === "NOUN" || token.upos === "PROPN") &&
      context.analysis.tokens[token.index + 1]?.upos !== "NOUN" &&
      context.analysis.tokens[token.index + 1]?.upos !== "PROPN",
  )
  const token = named ?? fallback
  const found = token && attributionTo(context, token)
  return found && isAbout(context, predicate, word, token) ? [found] : undefined
}

/** "according to" speaks of the clause it hangs on, and of what stands between the last clause border and itself. */
function isAbout(context: Context, predicate: Token, word: Token, source: Token): boolean {
  let clause = headOf(context.analysis, source)
  while (clause && !isVerb(clause) && headOf(context.analysis, clause)) clause = headOf(context.analysis, clause)
  if (!clause || clause === predicate || headOf(context.analysis, clause) === predicate) return true
  if (clause.head < 0) return true
  return predicate.index < word.index && clause.index < predicate.index
}
