import { cover, type Span } from "../../core/span.ts"
import type { Count, Value } from "../../core/value.ts"
import type { CountMention, Token } from "../../english/analysis.ts"
import { tokensIn } from "../../english/tree.ts"
import { type Context, isIn, mentionOver } from "./context.ts"
import { below, firstOf, isAged, isNoun, phraseOf, withConjuncts } from "./grammar.ts"

/** A value with the words it was read from. */
export interface Found<T extends Value = Value> {
  readonly value: T
  readonly span: Span
}

/** Who or what a noun phrase names: an entity when it is a mention of one, otherwise its words. Undefined for a pronoun nobody knows. */
export function participant(context: Context, token: Token): Found | undefined {
  // "the former general, Ana Diaz": the name says more.
  const name = personNamedBehind(context, token) ?? groupNamedBehind(context, token)
  if (name && context.mentions.get(token.index)?.form !== "name") return participant(context, name)
  const mention =
    context.mentions.get(token.index) ?? (token.upos === "PROPN" ? mentionOver(context, token) : undefined)
  const text = context.analysis.report.text
  if (mention) {
    const entity = context.analysis.entities[mention.entity]
    const named = entity?.mentions.some(each => each.form === "name")
    if (entity && (mention.form === "name" || named)) {
      const span = mention.form === "name" ? { start: mention.start, end: mention.end } : phraseOf(context, token)
      // "four ISIS fighters": the words say more than the name.
      return {
        value: {
          kind: "entity",
          entityId: entity.id,
          type: entity.type,
          name: entity.name,
          text: text.slice(span.start, span.end),
        },
        span,
      }
    }
  }
  if (!(isNoun(token) || isAged(context, token)) || token.upos === "PRON" || token.upos === "NUM") return undefined
  const span = phraseOf(context, token)
  const words = tokensIn(context.analysis, span)
  const norm = words
    .filter(each => !["DET", "NUM", "PUNCT"].includes(each.upos))
    .map(each => each.lemma.toLowerCase())
    .join(" ")
  return {
    value: { kind: "text", text: text.slice(span.start, span.end), norm: norm || token.lemma.toLowerCase() },
    span,
  }
}

/** "the former general, Ana Diaz": the name right behind the comma, on whatever noun of the row the parser hung it ("a service for the former general, Ana Diaz"). */
function personNamedBehind(context: Context, token: Token): Token | undefined {
  const isPerson = (child: Token) => {
    const named = context.mentions.get(child.index)
    return named?.form === "name" && named.type === "person"
  }
  const own = below(context, token, "appos").find(isPerson)
  if (own || token.upos !== "NOUN" || !isIn(context, token, "people")) return own
  const next = context.analysis.tokens[token.index + 2]
  return context.analysis.tokens[token.index + 1]?.text === "," &&
    next?.sentence === token.sentence &&
    next.deprel === "appos" &&
    next.head < token.index &&
    isPerson(next)
    ? next
    : undefined
}

/** "its northern affiliate, the Sella Column": the name of the group behind the comma. */
function groupNamedBehind(context: Context, token: Token): Token | undefined {
  if (token.upos !== "NOUN" || !isIn(context, token, "group-nouns")) return undefined
  return below(context, token, "appos").find(child => {
    const named = context.mentions.get(child.index)
    return named?.form === "name" && (named.type === "armed-group" || named.type === "organization")
  })
}

/** The count that tells how many a noun phrase names: written out, or one for "a soldier", "the victim", "she" and for a named person. */
export function countOf(context: Context, token: Token): Found<Count> | undefined {
  const mention = countMentionOf(context, token)
  if (mention) return { value: mention.count, span: phraseSpan(context, mention, token) }
  if (/^(?:he|she|him)$/i.test(token.text)) return { value: one("people", token.text), span: token }
  if (token.upos === "PRON" || token.upos === "NUM" || token.xpos === "NNS" || token.xpos === "NNPS") return undefined
  const determiner = below(context, token, "det").find(child => child.index < token.index)
  const text = context.analysis.report.text
  const span = phraseOf(context, token)
  const words = text.slice(span.start, span.end)
  const article = determiner?.text.toLowerCase() ?? /^(an?|another|one)\b/i.exec(words)?.[1]?.toLowerCase()
  const single = article === "a" || article === "an" || article === "another"
  if (single && isIn(context, token, "people") && !isIn(context, token, "collective-nouns"))
    return { value: one(token.lemma.toLowerCase(), words), span }
  const own = context.mentions.get(token.index)
  // "its founder, Ana Diaz": one person by name.
  const entity =
    own?.form === "name"
      ? own
      : below(context, token, "appos")
          .map(child => context.mentions.get(child.index))
          .find(mention => mention?.form === "name" && mention.type === "person")
  if (entity?.form === "name" && entity.type === "person")
    return {
      value: one("people", text.slice(entity.start, entity.end)),
      span: { start: entity.start, end: entity.end },
    }
  return isOneKnown(context, token, article) ? { value: one("people", words), span } : undefined
}

/** "the victim", "his son", "the 20-year-old": one person that the report has told of. */
function isOneKnown(context: Context, token: Token, article: string | undefined): boolean {
  if (isAged(context, token)) return article !== undefined
  if (token.upos !== "NOUN" || !isIn(context, token, "people") || isIn(context, token, "collective-nouns")) return false
  return article === "the" || article === "this" || article === "that" || 0 < below(context, token, "nmod:poss").length
}

export function one(of: string, text: string): Count {
  return { kind: "count", low: 1, high: 1, qualifier: "exact", of, text }
}

const QUANTITIES = new Set(["minimum", "maximum", "total", "number", "estimate", "average", "majority"])

/** The count mention of the noun, or of a number that stands alone: "killing 17". */
export function countMentionOf(context: Context, token: Token): CountMention | undefined {
  const counts = context.analysis.counts
  const direct = counts.find(count => count.nounToken === token.index)
  if (direct) return direct
  // "a minimum of 49 people", "a total of 12".
  const of = QUANTITIES.has(token.lemma) ? below(context, token, "nmod")[0] : undefined
  const measured = of && counts.find(count => count.nounToken === of.index)
  if (measured) return measured
  const span = cover(firstOf(context, token), token)
  return counts.find(
    count =>
      span.start <= count.start &&
      count.start < span.end &&
      (count.nounToken < 0 || count.nounToken <= token.index || /^\w+ of /.test(count.count.text)),
  )
}

function phraseSpan(context: Context, count: CountMention, token: Token): Span {
  const noun = count.nounToken < 0 ? undefined : context.analysis.tokens[count.nounToken]
  return noun
    ? cover(count, noun)
    : token.start < count.end && count.start < token.end
      ? count
      : cover(count, { start: count.start, end: count.end })
}

/** The counts of a noun phrase and of what is coordinated with it. Several single persons are added up: "a man and a woman" are two. */
export function countsOf(context: Context, token: Token): Found<Count>[] {
  const tokens = withConjuncts(context, token).filter(each => each === token || isNoun(each))
  const written: Found<Count>[] = []
  const single: Found<Count>[] = []
  for (const each of tokens) {
    const count = countOf(context, each)
    if (!count) continue
    const stated = countMentionOf(context, each) !== undefined
    if (stated && !(count.value.low === 1 && count.value.high === 1)) written.push(count)
    else single.push(count)
  }
  if (single.length < 2) return [...written, ...single]
  const span = single.map(each => each.span).reduce(cover)
  const value: Count = {
    kind: "count",
    low: single.length,
    high: single.length,
    qualifier: "exact",
    of: new Set(single.map(each => each.value.of)).size === 1 ? single[0]!.value.of : "people",
    text: context.analysis.report.text.slice(span.start, span.end),
  }
  return [...written, { value, span }]
}
