import type { LocalEntity, ProfileFill } from "../../core/reading.ts"
import { evidenceAt, type Span } from "../../core/span.ts"
import type { SpeechPack } from "../../core/speech-pack.ts"
import type { EntityRef, TextValue, Time, Value } from "../../core/value.ts"
import type { Analysis, EntityMention, Sentence, Token } from "../../english/analysis.ts"
import { childrenOf, hasRelation } from "../../english/tree.ts"
import { nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"

/** What every rule of profiles is given: one sentence. */
export interface Place {
  readonly analysis: Analysis
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  /** Mentions that lie within the sentence. */
  readonly mentions: readonly EntityMention[]
  readonly words: SpeechPack["profiles"]
}

/** A property as a rule finds it; attribution is added later. */
export type Found = Pick<ProfileFill, "entityId" | "slot" | "value" | "evidence" | "rule">

const BODIES = new Set(["organization", "armed-group"])

/** The mention that covers the token, the shortest one. */
export function mentionAt(analysis: Analysis, token: Token): EntityMention | undefined {
  const covering = analysis.mentions.filter(mention => mention.start <= token.start && token.end <= mention.end)
  return covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}

export function entityOf(analysis: Analysis, mention: EntityMention | undefined): LocalEntity | undefined {
  return mention && analysis.entities[mention.entity]
}

/** The organization or armed group a token names; undefined for others. */
export function bodyAt(analysis: Analysis, token: Token | undefined): LocalEntity | undefined {
  if (!token) return undefined
  const mention = analysis.mentions.find(one => one.headToken === token.index) ?? mentionAt(analysis, token)
  const entity = entityOf(analysis, mention)
  return entity && BODIES.has(entity.type) ? entity : undefined
}

export function personAt(analysis: Analysis, token: Token | undefined): LocalEntity | undefined {
  if (!token) return undefined
  const mention = analysis.mentions.find(one => one.headToken === token.index) ?? mentionAt(analysis, token)
  const entity = entityOf(analysis, mention)
  return entity?.type === "person" ? entity : undefined
}

export function isBody(entity: LocalEntity | undefined): entity is LocalEntity {
  return entity !== undefined && BODIES.has(entity.type)
}

/** A property with the words of its sentence as evidence. */
export function found(place: Place, entity: LocalEntity, slot: string, value: Value, rule: string, span?: Span): Found {
  return { entityId: entity.id, slot, value, evidence: evidenceAt(place.analysis.report, span ?? place.sentence), rule }
}

export function refTo(analysis: Analysis, entity: LocalEntity, span: Span): EntityRef {
  return {
    kind: "entity",
    entityId: entity.id,
    type: entity.type,
    name: entity.name,
    text: analysis.report.text.slice(span.start, span.end),
  }
}

export function textValue(analysis: Analysis, span: Span): TextValue {
  const text = analysis.report.text.slice(span.start, span.end)
  return { kind: "text", text, norm: text.toLowerCase() }
}

/** The noun phrase that begins at or behind `from`, within the sentence and not over a comma. */
export function phraseBehind(
  place: Place,
  from: number,
  highest = place.sentence.lastToken,
): (Range & { head: number }) | undefined {
  const { tokens } = place.analysis
  for (let at = from; at < Math.min(highest, from + 10); at++) {
    const token = tokens[at]!
    if (/^[,;:.]$/.test(token.text) || (token.upos === "ADP" && from < at) || token.upos === "SCONJ") return undefined
    if (!/^(NOUN|PROPN|PRON)$/.test(token.upos)) continue
    let head = at
    while (head + 1 < highest && /^(NOUN|PROPN)$/.test(tokens[head + 1]!.upos)) head++
    return nounPhraseAt(place.analysis, head, from, highest)
  }
  return undefined
}

/** An entity when the phrase is its name, else the words. */
export function valueFrom(place: Place, range: Range & { head: number }): EntityRef | TextValue {
  const { analysis } = place
  const span = spanOfRange(analysis, range)
  const mention = analysis.mentions.find(
    one =>
      one.form === "name" &&
      span.start <= one.start &&
      one.end <= span.end &&
      span.end - span.start <= one.end - one.start + 4,
  )
  const entity = entityOf(analysis, mention)
  return entity && mention ? refTo(analysis, entity, mention) : textValue(analysis, span)
}

/** The time right behind a token, over at most `reach` tokens and no comma. */
export function timeBehind(place: Place, from: number, reach = 4): { time: Time; span: Span } | undefined {
  const { analysis, sentence } = place
  for (let at = from; at < Math.min(sentence.lastToken, from + reach); at++) {
    const token = analysis.tokens[at]!
    if (/^[,;]$/.test(token.text)) return undefined
    const mention = analysis.times.find(time => time.start === token.start && time.duration === undefined)
    if (mention && mention.time.precision !== "unknown")
      return { time: mention.time, span: { start: mention.start, end: mention.end } }
  }
  return undefined
}

/** Whom a passive verb or a participle is about: its subject, the noun it modifies, or the subject of the clause it opens. */
export function patientOf(place: Place, verb: Token): LocalEntity | undefined {
  const { analysis, sentence } = place
  const subject = childrenOf(analysis, verb, "nsubj:pass", "nsubj")[0]
  if (subject) return relativeBody(place, subject) ?? bodyAt(analysis, subject)
  const head = analysis.tokens[verb.head]
  if (!head) return bodyAt(analysis, firstNounAfterComma(place, verb))
  if (hasRelation(verb, "acl") || hasRelation(verb, "amod")) return bodyAt(analysis, head)
  if (
    hasRelation(verb, "conj") ||
    hasRelation(verb, "advcl") ||
    hasRelation(verb, "parataxis") ||
    hasRelation(verb, "xcomp")
  ) {
    if (verb.index < sentence.firstToken + 3)
      return bodyAt(analysis, firstNounAfterComma(place, verb)) ?? patientOf(place, head)
    return patientOf(place, head)
  }
  return undefined
}

/** "the group, which was founded" */
function relativeBody(place: Place, subject: Token): LocalEntity | undefined {
  if (!/^(which|that|who)$/i.test(subject.text)) return undefined
  const verb = place.analysis.tokens[subject.head]
  const noun = verb && place.analysis.tokens[verb.head]
  const before =
    place.analysis.tokens[subject.index - 1]?.text === ","
      ? place.analysis.tokens[subject.index - 2]
      : place.analysis.tokens[subject.index - 1]
  return bodyAt(place.analysis, noun) ?? bodyAt(place.analysis, before)
}

/** "Created in 2014, the group": the subject behind the first comma. */
function firstNounAfterComma(place: Place, verb: Token): Token | undefined {
  const { analysis, sentence } = place
  for (let at = verb.index + 1; at < Math.min(sentence.lastToken, verb.index + 14); at++) {
    if (analysis.tokens[at]!.text !== ",") continue
    for (let noun = at + 1; noun < Math.min(sentence.lastToken, at + 8); noun++) {
      const token = analysis.tokens[noun]!
      if (/^(VERB|AUX|ADP)$/.test(token.upos)) break
      if (!/^(NOUN|PROPN|PRON)$/.test(token.upos)) continue
      const mention = mentionAt(analysis, token)
      return mention ? analysis.tokens[mention.headToken] : token
    }
    return undefined
  }
  return undefined
}

const ONCE = /\bonce\b|\bat (?:its|their|the) (?:height|peak|zenith)\b|\bin (?:its|their) heyday\b/i

/** "once had", "at its height": the words before a number tell of what was; "now" behind them of what is. */
export function isPeak(before: string): boolean {
  const once = ONCE.exec(before)
  return once !== null && !/\b(?:now|today|still|currently)\b/i.test(before.slice(once.index))
}
