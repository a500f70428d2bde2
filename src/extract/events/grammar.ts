import { cover, type Span } from "../../core/span.ts"
import type { Token } from "../../english/analysis.ts"
import { hasRelation, headOf } from "../../english/tree.ts"
import { withoutAppositions } from "./appositions.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"

/** Children with one of the relations, subtypes included; all when none is named. */
export function below(context: Context, token: Token, ...relations: readonly string[]): Token[] {
  const children = context.children[token.index]!
  if (relations.length === 0) return [...children]
  const found: Token[] = []
  for (const child of children)
    for (const relation of relations)
      if (hasRelation(child, relation)) {
        found.push(child)
        break
      }
  return found
}

export function isVerb(token: Token): boolean {
  return token.upos === "VERB" || token.upos === "AUX"
}

export function isNoun(token: Token): boolean {
  return token.upos === "NOUN" || token.upos === "PROPN" || token.upos === "PRON" || token.upos === "NUM"
}

/** The preposition before a noun phrase, such as "outside" or "in front of", or "" when it has none. */
export function prepositionOf(context: Context, token: Token): string {
  // "at least 12", "more than 100": the words of a number are no preposition.
  const cases = below(context, token, "case").filter(
    child => child.index < token.index && !context.inCount.has(child.index),
  )
  if (cases.length > 0) {
    const fixed = cases.flatMap(child => [child, ...below(context, child, "fixed")])
    return fixed.map(child => child.text.toLowerCase()).join(" ")
  }
  const head = headOf(context.analysis, token)
  if (head && hasRelation(token, "conj") && isNoun(head)) return prepositionOf(context, head)
  // The tagger may have hung the preposition elsewhere: take it when it stands right before the phrase.
  const before = sibling(context, firstOf(context, token), -1)
  return before && before.upos === "ADP" && !context.inCount.has(before.index) ? before.text.toLowerCase() : ""
}

const LEFT_OF_NOUN = [
  "det",
  "amod",
  "compound",
  "nummod",
  "nmod:poss",
  "nmod:unmarked",
  "flat",
  "advmod",
  "nmod:desc",
  "nmod:npmod",
]

/** "in case rebels attack": "in case" joins the clause and is no part of the noun after it. */
function isInCase(context: Context, token: Token): boolean {
  return token.text.toLowerCase() === "case" && sibling(context, token, -1)?.text.toLowerCase() === "in"
}

/** First token of the noun phrase a token heads: its determiners, adjectives and compounds, not its preposition. */
export function firstOf(context: Context, token: Token): Token {
  let first = token
  // Farther off it is an error of the parser, not part of the phrase.
  for (const child of below(context, token, ...LEFT_OF_NOUN))
    if (child.index < first.index && token.index - child.index <= 12 && !isInCase(context, child)) {
      const own = firstOf(context, child)
      first = own.index < child.index ? own : child
    }
  // A determiner right before the noun is its own, wherever the parser hung it.
  const before = sibling(context, first, -1)
  return first === token && before?.upos === "DET" && isNoun(token) ? before : first
}

/** The noun phrase a token heads, with names and "of ..." behind it, without clauses, appositions and coordination. */
export function phraseOf(context: Context, token: Token): Span {
  let last: Token = token
  for (const child of below(context, token, "flat", "fixed", "goeswith")) if (last.index < child.index) last = child
  for (const child of below(context, token, "compound"))
    if (child.index === last.index + 1 && child.upos !== "NOUN") last = child
  const of = sibling(context, last, 1)
  let end: Span = last
  if (of?.text.toLowerCase() === "of") {
    const inner = below(context, token, "nmod").find(
      child =>
        child.index > of.index &&
        (of.head === child.index || prepositionOf(context, child) === "of") &&
        !isIn(context, child, "crime-words"),
    )
    if (inner && inner.index - of.index < 5) end = phraseOf(context, inner)
  }
  const mention = context.mentions.get(token.index)
  const span = cover(firstOf(context, token), end)
  return mention && mention.form === "name" ? cover(span, mention) : span
}

/** "said that rebels attacked", "it was rumoured that rebels attacked": a clause that tells the content of its verb. */
export function isContentClause(token: Token): boolean {
  return hasRelation(token, "ccomp") || (hasRelation(token, "csubj") && token.head < token.index)
}

/** The token and all that is coordinated with it. */
export function withConjuncts(context: Context, token: Token): Token[] {
  const found = [token]
  for (let index = 0; index < found.length; index++)
    // "the Front, or FLN": another name, not another one.
    found.push(
      ...below(context, found[index]!, "conj").filter(
        child =>
          !below(context, child, "cc").some(cc => cc.lemma === "or") && !goesWithPlace(context, found[index]!, child),
      ),
    )
  return found.sort((a, b) => a.index - b.index)
}

/** "by the Front in Peru and Chile": Chile goes with Peru, whatever the arc says. */
function goesWithPlace(context: Context, first: Token, second: Token): boolean {
  if (!context.inPlace.has(second.index) || context.inPlace.has(first.index)) return false
  const before = below(context, second, "cc")[0] ?? second
  const last = sibling(context, before, -1)
  return last !== undefined && first.index < last.index && context.inPlace.has(last.index)
}

// Verbs of singling somebody out (FrameNet Verification, Rite), which take no clause as their object.
const SINGLE_OUT = new Set(["identify", "name", "treat", "mourn", "bury", "honor", "honour"])

/** "identified the teenager fatally shot on Monday": a participle, though the parse makes a clause of it. */
function isOfTheNamed(context: Context, verb: Token): boolean {
  const head = hasRelation(verb, "ccomp") ? headOf(context.analysis, verb) : undefined
  return head !== undefined && SINGLE_OUT.has(head.lemma) && below(context, verb, "obj", "mark").length === 0
}

/** True for "was attacked", "got attacked", and for "attacked" as a participle behind a noun. Asks for the auxiliary, not only for the arc. */
export function isPassive(context: Context, verb: Token): boolean {
  if (verb.xpos !== "VBN" && verb.xpos !== "VBD") return false
  if (below(context, verb, "aux:pass").length > 0) return true
  const aux = below(context, verb, "aux", "cop").map(child => child.lemma)
  if (aux.includes("be") || aux.includes("get")) return true
  if (isOfTheNamed(context, verb)) return true
  if (aux.includes("have") || verb.xpos === "VBD") return false
  if (below(context, verb, "nsubj:pass").length > 0) return true
  const head = headOf(context.analysis, verb)
  const own = below(context, verb, "nsubj", "obj").length > 0
  if (head && verb.xpos === "VBN" && !own && isVerb(head)) {
    if (hasRelation(verb, "conj")) return isPassive(context, head)
    // "was found shot"
    if (hasRelation(verb, "xcomp") && isPassive(context, head)) return true
  }
  return (
    (hasRelation(verb, "acl") || hasRelation(verb, "advcl")) &&
    verb.deprel !== "acl:relcl" &&
    below(context, verb, "obj", "nsubj").length === 0
  )
}

/** Objects, and phrases hung like "at least 12 people" by a parser that took "at" for a preposition. */
function bareObjects(context: Context, verb: Token): Token[] {
  const { counts } = context.analysis
  return below(context, verb, "obj", "iobj", "obl").filter(child => {
    if (!hasRelation(child, "obl")) return true
    const counted = context.inCount.has(child.index) || counts.some(count => count.nounToken === child.index)
    return (
      verb.index < child.index && counted && prepositionOf(context, child) === "" && !context.inTime.has(child.index)
    )
  })
}

/** "the 20-year-old": a person named by age. */
export function isAged(context: Context, token: Token): boolean {
  return token.lemma === "old" && sibling(context, token, -1)?.text === "-"
}

const RELATIVE = new Set(["who", "which", "that", "whom"])

/** What a relative pronoun stands for: the noun its clause modifies. Other tokens stand for themselves. */
export function meant(context: Context, token: Token): Token {
  if (!RELATIVE.has(token.text.toLowerCase()) || token.upos === "DET") return token
  for (let up: Token | undefined = token, steps = 0; up && steps < 6; up = headOf(context.analysis, up), steps++)
    if (hasRelation(up, "acl")) {
      const head = headOf(context.analysis, up)
      return (head && /^whom?$/i.test(token.text) ? personBefore(context, token, head) : head) ?? token
    }
  // The arc is missing: the noun before the pronoun, over a comma or dash.
  for (let index = token.index - 1; token.index - 4 < index; index--) {
    const before = context.analysis.tokens[index]
    if (before?.sentence === token.sentence && isNoun(before)) return before
  }
  return token
}

/** "who" speaks of a person: of the nearest noun before it when the arc leads to a thing. */
function personBefore(context: Context, token: Token, head: Token): Token {
  const isPerson = (each: Token) =>
    isIn(context, each, "people") ||
    isIn(context, each, "armed-agents") ||
    isIn(context, each, "group-nouns") ||
    isAged(context, each) ||
    context.mentions.get(each.index)?.type === "person"
  if (isPerson(head)) return head
  for (let index = token.index - 1; token.index - 8 < index && head.index < index; index--) {
    const before = context.analysis.tokens[index]
    if (before && (isNoun(before) || isAged(context, before)) && isPerson(before)) return before
  }
  return head
}

/** "August 14, 2026: A bomb kills three": in a list of dates the parser takes the date for the subject. */
function afterDate(context: Context, subject: Token): Token {
  if (!context.inTime.has(subject.index)) return subject
  return below(context, subject, "appos").find(child => subject.index < child.index) ?? subject
}

/** "Gunmen open fire": a verb in the present that the tagger took for an adjective, between a plural and its object. */
export function isUntaggedVerb(context: Context, token: Token): boolean {
  const before = sibling(context, token, -1)
  const own = before !== undefined && below(context, token, "nsubj").length > 0
  return token.xpos === "JJ" && before?.xpos === "NNS" && !own
}

/** Who or what does what the verb says: its subject, the "by" of a passive, or what the clause above gives it. */
export function subjectsOf(context: Context, verb: Token, depth = 0): Token[] {
  const passive = isPassive(context, verb)
  const own = passive
    ? below(context, verb, "obl:agent", "obl").filter(child => prepositionOf(context, child) === "by")
    : withoutAppositions(context, below(context, verb, "nsubj")).map(child => afterDate(context, child))
  if (own.length > 0) return own.flatMap(child => withConjuncts(context, child)).map(child => meant(context, child))
  if (isUntaggedVerb(context, verb)) return [sibling(context, verb, -1)!]
  if (passive || 3 < depth) return []
  const head = headOf(context.analysis, verb)
  if (!head) return []
  if (isNoun(head) && hasRelation(verb, "amod") && verb.xpos === "VBG") return below(context, head, "nsubj")
  if (hasRelation(verb, "conj") && isVerb(head))
    return isPassive(context, head) ? objectsOf(context, head, depth + 1) : subjectsOf(context, head, depth + 1)
  if (hasRelation(verb, "acl") && verb.deprel !== "acl:relcl" && verb.xpos === "VBG" && isNoun(head)) return [head]
  if (hasRelation(verb, "advcl") || hasRelation(verb, "xcomp")) {
    if (hasRelation(verb, "xcomp")) {
      const object = below(context, head, "obj", "iobj")
      if (object.length > 0 && verb.xpos === "VB") return object.map(child => meant(context, child))
    }
    return isPassive(context, head) ? objectsOf(context, head, depth + 1) : subjectsOf(context, head, depth + 1)
  }
  return []
}

/** Whom or what it is done to: the object, the subject of a passive, or the noun a participle or relative clause belongs to. */
export function objectsOf(context: Context, verb: Token, depth = 0): Token[] {
  const passive = isPassive(context, verb)
  const own = passive ? below(context, verb, "nsubj") : bareObjects(context, verb)
  if (own.length > 0) return own.flatMap(child => withConjuncts(context, child)).map(child => meant(context, child))
  const head = headOf(context.analysis, verb)
  if (3 < depth) return []
  // "have been attacking villages" where the tagger took the verb for an adjective.
  if (head && isNoun(head) && hasRelation(verb, "amod") && verb.xpos === "VBG") return [head]
  // "Appointed in May, he ...", "survived being shot", "was found shot": the subject of the main clause.
  if (head && passive && (hasRelation(verb, "advcl") || hasRelation(verb, "xcomp")) && isVerb(head))
    return isPassive(context, head) ? objectsOf(context, head, depth + 1) : subjectsOf(context, head, depth + 1)
  if (head && hasRelation(verb, "acl") && isNoun(head)) {
    if (passive && verb.deprel !== "acl:relcl") return [head]
    if (
      verb.deprel === "acl:relcl" &&
      !passive &&
      below(context, verb, "nsubj").some(child => meant(context, child) === child)
    )
      return [head]
  }
  if (
    head &&
    hasRelation(verb, "conj") &&
    isVerb(head) &&
    isPassive(context, head) &&
    verb.xpos === "VBN" &&
    below(context, verb, "nsubj", "aux").length === 0
  )
    return objectsOf(context, head, depth + 1)
  // "shot and killed two men": the object stands behind the last verb.
  const next = below(context, verb, "conj").find(
    child => isVerb(child) && below(context, child, "nsubj", "nsubj:pass").length === 0,
  )
  if (!passive && next && next.index - verb.index < 4) return objectsOf(context, next, depth + 1)
  return []
}

/** Noun phrases that a preposition ties to a verb or noun, by the arcs: [preposition, head of the phrase]. */
export function prepositional(context: Context, token: Token): (readonly [string, Token])[] {
  return below(context, token, "obl", "nmod").flatMap(child => {
    const preposition = prepositionOf(context, child)
    return preposition === "" ? [] : withConjuncts(context, child).map(each => [preposition, each] as const)
  })
}

const ROW_ENDS = new Set([
  "to",
  "than",
  "as",
  "like",
  "after",
  "before",
  "since",
  "until",
  "despite",
  "because",
  "amid",
  "from",
  "over",
  "without",
  "while",
  "versus",
  "about",
])

/**
 * Noun phrases that follow a noun in a row of prepositions ("on the hall in Perth in May"), whatever the arcs say.
 * The row ends at a verb, a comma that no place or time follows, a conjunction before a phrase of its own, or a stop token.
 */
export function rowAfter(
  context: Context,
  noun: Token,
  isStop: (token: Token) => boolean,
): (readonly [string, Token])[] {
  const row: (readonly [string, Token])[] = []
  const tokens = tokensOf(context, sentenceOf(context, noun))
  let preposition: Token | undefined
  for (const token of tokens) {
    if (token.index <= noun.index) continue
    if (isStop(token) || token.upos === "AUX" || token.upos === "SCONJ") break
    if (token.upos === "VERB" && token.deprel !== "amod" && token.deprel !== "compound") break
    if (token.upos === "CCONJ" && sibling(context, token, 1)?.upos === "VERB") break
    if (token.upos === "PUNCT" && !goesOn(context, token)) break
    if (RELATIVE.has(token.text.toLowerCase()) && token.upos === "PRON") break
    if (token.upos === "ADP" && (token.deprel === "case" || token.deprel === "fixed")) {
      if (ROW_ENDS.has(token.text.toLowerCase())) break
      if (token.deprel === "case") preposition = token
      continue
    }
    if (preposition && (token.index === preposition.head || (isNoun(token) && isLastOfNouns(context, token)))) {
      row.push([prepositionOf(context, token) || preposition.text.toLowerCase(), token])
      preposition = undefined
    } else if (isNoun(token) && token.deprel !== "compound" && beginsCircumstance(context, token)) row.push(["", token])
  }
  return row
}

/** A mark inside a row: a quotation mark, or a comma before or behind a place or time. */
export function goesOn(context: Context, mark: Token): boolean {
  if (/^["'“”’‘]$/.test(mark.text)) return true
  if (mark.text !== ",") return false
  const next = sibling(context, mark, 1)
  if (!next) return false
  if (beginsCircumstance(context, next)) return true
  const inner = next.upos === "ADP" ? sibling(context, next, 1) : undefined
  return inner !== undefined && beginsCircumstance(context, inner)
}

function beginsCircumstance(context: Context, token: Token): boolean {
  return context.inPlace.has(token.index) || context.inTime.has(token.index)
}

function isLastOfNouns(context: Context, token: Token): boolean {
  const next = sibling(context, token, 1)
  if (next && /^[-–]$/.test(next.text) && next.start === token.end) return false
  return !next || !(next.upos === "NOUN" || next.upos === "PROPN" || next.text === "'s" || next.text === "’s")
}

/** Steps between two tokens over their first common ancestor, clause borders counted three times. Infinity in different sentences. */
export function distance(context: Context, a: Token, b: Token): number {
  const up = new Map<number, number>()
  let cost = 0
  for (let token: Token | undefined = a; token; token = headOf(context.analysis, token)) {
    up.set(token.index, cost)
    cost += stepCost(token)
    if (100 < cost) break
  }
  cost = 0
  for (let token: Token | undefined = b; token; token = headOf(context.analysis, token)) {
    const other = up.get(token.index)
    if (other !== undefined) return cost + other
    cost += stepCost(token)
    if (100 < cost) break
  }
  return Number.POSITIVE_INFINITY
}

function stepCost(token: Token): number {
  if (hasRelation(token, "ccomp") || hasRelation(token, "parataxis")) return 4
  if (hasRelation(token, "advcl") || token.deprel === "acl:relcl") return 3
  if (hasRelation(token, "conj")) return isVerb(token) ? 3 : 2
  return 1
}

/** True when `token` lies below `top` or is it. */
export function isBelow(context: Context, token: Token, top: Token): boolean {
  for (let up: Token | undefined = token, steps = 0; up && steps < 60; up = headOf(context.analysis, up), steps++)
    if (up.index === top.index) return true
  return false
}
