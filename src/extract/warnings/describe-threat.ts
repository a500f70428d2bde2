import type { WarningMention } from "../../core/reading.ts"
import type { Span } from "../../core/span.ts"
import type { EntityRef, Place, TextValue } from "../../core/value.ts"
import type { Analysis, EntityMention } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import { isTimeStart, nounPhraseAt, type Range, spanOfRange } from "../statements/phrase.ts"
import { mentionIn } from "../statements/resolve-speaker.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningWords } from "./warning-words.ts"

const PLACE_PREPOSITIONS = /^(?:in|on|at|near|inside|across|within|around|throughout)$/i
const TARGET_PREPOSITIONS = /^(?:on|against|at|upon|targeting|to|toward|towards)$/i

/** What is threatened, by whom, against what, where: from the words around the threat, within `range`. */
export function subjectOf(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  words: WarningWords,
): WarningMention["subject"] {
  const place = placeOf(analysis, threat)
  const actor = actorOf(analysis, range, threat)
  const target = targetOf(analysis, range, threat, words, place)
  return {
    threat: textOf(analysis, threatRange(analysis, threat)),
    ...(actor && { actor }),
    ...(target && { target }),
    ...(place && { place }),
  }
}

/** The words that name the harm: from its verb, or from the start of its noun phrase. */
function threatRange(analysis: Analysis, threat: Threat): Range {
  const { tokens } = analysis
  // The harm stands in an earlier part of an interrupted quotation: only its own phrase.
  if (
    threat.harm.index < threat.first - 20 ||
    threat.last <= threat.harm.index ||
    analysis.quotations.some(
      one => threat.harm.start < one.end && one.end <= tokens[threat.first]!.start && threat.harm.start >= one.start,
    )
  ) {
    const phrase = nounPhraseAt(
      analysis,
      threat.harm.index,
      analysis.sentences[threat.harm.sentence]!.firstToken,
      threat.harm.index + 8,
    )
    return { first: phrase.first, last: phrase.last }
  }
  const isVerb = threat.harm.upos === "VERB"
  const doing = isVerb ? threat.harm.index : firstOfPhrase(analysis, threat.harm.index)
  const first = /^(posesThreat|harmIsLikely|threatWillGrow|wouldBeTarget|weakness)$/.test(threat.rule)
    ? Math.min(threat.first, doing)
    : doing
  let last = threat.last
  while (first < last - 1 && /^[,.;:"“”«»)(]$/.test(tokens[last - 1]!.text)) last--
  return { first, last }
}

function firstOfPhrase(analysis: Analysis, at: number): number {
  const { tokens } = analysis
  let first = at
  while (
    0 < first &&
    tokens[first - 1]!.sentence === tokens[at]!.sentence &&
    (/^(ADJ|NOUN|PROPN|DET|NUM)$/.test(tokens[first - 1]!.upos) ||
      /^(VBG|VBN)$/.test(tokens[first - 1]!.xpos) ||
      tokens[first - 1]!.text === "-")
  )
    first--
  // "carry out attacks": a verb of doing is no modifier.
  while (first < at && /^(VBG)$/.test(tokens[first]!.xpos) && tokens[first + 1]?.upos === "DET") first++
  return first
}

function textOf(analysis: Analysis, range: Range): TextValue {
  const span = balanced(analysis.report.text, spanOfRange(analysis, range))
  const text = analysis.report.text.slice(span.start, span.end)
  const norm = analysis.tokens
    .slice(range.first, range.last)
    .filter(token => token.upos !== "DET" && token.upos !== "PUNCT")
    .map(token => token.lemma.toLowerCase())
    .join(" ")
  return { kind: "text", text, norm: norm === "" ? text.toLowerCase() : norm }
}

/** Takes in a mark of quotation right outside whose other half is inside, and drops a half at an end whose other half is far. */
function balanced(text: string, span: Span): Span {
  let { start, end } = span
  const inside = text.slice(start, end)
  if (/[”»]/.test(inside) && !/[“«]/.test(inside) && /[“«]/.test(text[start - 1] ?? "")) start--
  else if (/[“«]/.test(inside) && !/[”»]/.test(inside)) {
    const rest = /^[.,]?[”»]/.exec(text.slice(end))
    if (rest) end += rest[0].length
  } else if (/"/.test(inside) && inside.split('"').length % 2 === 0) {
    const rest = /^[.,]?"/.exec(text.slice(end))
    if (rest) end += rest[0].length
    else if (text[start - 1] === '"') start--
  }
  return { start, end }
}

/** An entity as a value, with the words of this mention. */
function refOf(analysis: Analysis, mention: EntityMention): EntityRef {
  const entity = analysis.entities[mention.entity]!
  return {
    kind: "entity",
    entityId: entity.id,
    type: entity.type,
    name: entity.name,
    text: analysis.report.text.slice(mention.start, mention.end),
  }
}

/** The armed group or body that would do it: the nearest before the threat, else a modifier of the harm itself. */
function actorOf(analysis: Analysis, range: Range, threat: Threat): EntityRef | undefined {
  const harmStart = threat.harm.start
  const first = analysis.tokens[range.first]!.start
  const end = analysis.tokens[threat.last - 1]!.end
  const canAct = (mention: EntityMention) => mention.type === "armed-group"
  const before = analysis.mentions.filter(
    mention => first <= mention.start && mention.end <= harmStart && canAct(mention),
  )
  const by = analysis.mentions.filter(
    mention =>
      harmStart < mention.start &&
      mention.end <= end &&
      canAct(mention) &&
      /(?:\bby|\bfrom)\s+(?:the\s+)?$/i.test(analysis.report.text.slice(0, mention.start)),
  )
  // "..., naming the group as the likely perpetrator"
  const named = analysis.mentions.find(
    mention =>
      harmStart < mention.start &&
      mention.end <= analysis.tokens[range.last - 1]!.end &&
      canAct(mention) &&
      /\b(?:naming|identifying|blaming|singling out)\s+(?:the\s+)?$/i.test(
        analysis.report.text.slice(0, mention.start),
      ),
  )
  const chosen = by[0] ?? before.at(-1) ?? named
  return chosen && refOf(analysis, chosen)
}

/** The place nearest behind the harm that stands after a preposition of place, in the same clause; else one before it in the same sentence. */
function placeOf(analysis: Analysis, threat: Threat): Place | undefined {
  const end = analysis.tokens[threat.last - 1]!.end
  const sentence = analysis.sentences[threat.harm.sentence]!
  const isAfterPreposition = (start: number) => {
    const before = /([\p{L}]+)\s+(?:the\s+)?(?:\p{L}+(?:ern|al)\s+)?$/u.exec(
      analysis.report.text.slice(Math.max(0, start - 40), start),
    )
    return before !== null && PLACE_PREPOSITIONS.test(before[1]!)
  }
  const found = analysis.places.find(
    place =>
      threat.harm.start < place.start && place.end <= Math.min(end, sentence.end) && isAfterPreposition(place.start),
  )
  return found?.place
}

/** What would be hit: the object of the verb, "on ..." of a noun, or the subject of "would be a target". */
function targetOf(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  words: WarningWords,
  place: Place | undefined,
): EntityRef | TextValue | undefined {
  const { tokens } = analysis
  const { harm } = threat
  if (threat.rule === "wouldBeTarget") return targetBefore(analysis, range, threat, words)
  if (harm.upos === "VERB" && words.harmVerbs.has(harm.lemma.toLowerCase())) {
    const object = childrenOf(analysis, harm, "obj").find(
      child => harm.index < child.index && child.index < threat.last,
    )
    const joined =
      object &&
      childrenOf(analysis, object, "conj").findLast(
        child => child.index < threat.last && /^(NOUN|PROPN)$/.test(child.upos),
      )
    if (joined)
      return valueIn(analysis, {
        head: joined.index,
        first: harm.index + 1,
        last: nounPhraseAt(analysis, joined.index, harm.index + 1, threat.last).last,
      })
    const run = objectRun(analysis, harm.index + 1, threat.last)
    if (run) return valueIn(analysis, run)
    if (
      analysis.tokens[harm.index + 1]?.upos === "ADP" &&
      !TARGET_PREPOSITIONS.test(analysis.tokens[harm.index + 1]!.text)
    )
      return undefined
    const next = object ?? nounBehind(analysis, harm.index + 1, threat.last)
    return next && valueAt(analysis, next.index, harm.index + 1, threat.last)
  }
  for (let at = harm.index + 1; at < Math.min(threat.last, harm.index + 10); at++) {
    if (/^[,;.]$/.test(tokens[at]!.text)) return undefined
    if (!TARGET_PREPOSITIONS.test(tokens[at]!.text) || isTimeStart(analysis, at + 1)) continue
    const noun = nounBehind(analysis, at + 1, threat.last)
    if (!noun) return undefined
    // "the danger to rail traffic": after a danger that is rated "to" is no infinitive, whatever the parser made of the next word.
    const isBare = threat.rule === "ratedDanger" && tokens[at + 1]!.upos === "VERB"
    const value = isBare
      ? valueIn(analysis, { head: noun.index, first: at + 1, last: noun.index + 1 })
      : valueAt(analysis, noun.index, at + 1, threat.last)
    // "attacks on European soil" is a place already.
    return value && place && value.text.includes(place.text) ? undefined : value
  }
  return undefined
}

/** "U.S. and Western interests abroad": adjectives and nouns in one row, up to the last noun. */
function objectRun(analysis: Analysis, first: number, highest: number): (Range & { head: number }) | undefined {
  let head = -1
  for (let at = first; at < highest; at++) {
    const token = analysis.tokens[at]!
    if (!/^(DET|ADJ|NOUN|PROPN|CCONJ|NUM)$/.test(token.upos) && !/^(-|['’]s?)$/.test(token.text)) break
    if (isTimeStart(analysis, at)) break
    if (/^(NOUN|PROPN)$/.test(token.upos)) head = at
  }
  return first < head ? { first, last: head + 1, head } : undefined
}

/** "The Games ... They would be a target": the subject, and what it stands for. */
function targetBefore(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  words: WarningWords,
): EntityRef | TextValue | undefined {
  const { tokens } = analysis
  for (let at = threat.first - 1; Math.max(0, threat.first - 8) <= at; at--) {
    const token = tokens[at]!
    if (!/^(NOUN|PROPN|PRON)$/.test(token.upos)) continue
    if (token.upos !== "PRON") return valueAt(analysis, at, range.first, threat.first)
    const mention = analysis.mentions.find(one => one.start === token.start && one.form === "pronoun")
    if (mention && analysis.entities[mention.entity]!.mentions.some(one => one.form === "name"))
      return refOf(analysis, mention)
    break
  }
  // The last coming occasion named before: "the Olympics", "the summit".
  // What the same speaker named within the marks comes before what the report calls it.
  const isQuoted = (start: number) => analysis.quotations.some(one => one.start <= start && start < one.end)
  const named: number[] = []
  for (let at = threat.first - 1; Math.max(0, threat.first - 60) <= at; at--)
    if (words.comingEvents.has(tokens[at]!.text.toLowerCase())) named.push(at)
  const chosen = (isQuoted(threat.harm.start) && named.find(at => isQuoted(tokens[at]!.start))) || named[0]
  if (chosen !== undefined) return valueAt(analysis, chosen, chosen - 6, threat.first)
  return undefined
}

function nounBehind(analysis: Analysis, from: number, highest: number) {
  for (let at = from; at < Math.min(highest, from + 10); at++) {
    const token = analysis.tokens[at]!
    if (/^[;.:,]$/.test(token.text) || (token.upos === "ADP" && from < at) || token.upos === "SCONJ") return undefined
    if (!/^(NOUN|PROPN)$/.test(token.upos)) continue
    let head = at
    while (head + 1 < highest && /^(NOUN|PROPN)$/.test(analysis.tokens[head + 1]!.upos)) head++
    return analysis.tokens[head]
  }
  return undefined
}

function valueAt(analysis: Analysis, head: number, lowest: number, highest: number): EntityRef | TextValue | undefined {
  return valueIn(analysis, nounPhraseAt(analysis, head, Math.max(0, lowest), highest))
}

function valueIn(analysis: Analysis, phrase: Range & { head: number }): EntityRef | TextValue {
  const { head } = phrase
  let { first, last } = phrase
  while (first < last && /^(the|a|an|more|further|its|their)$/i.test(analysis.tokens[first]!.text) && first < head)
    first++
  // A target ends before where and when: "interests abroad in Europe".
  for (let at = head + 1; at < last; at++)
    if (/^(in|within|with|during|by|from|as)$/i.test(analysis.tokens[at]!.text)) {
      last = at
      break
    }
  const mention = mentionIn(analysis, { ...phrase, first, last })
  if (
    mention &&
    mention.form === "name" &&
    mention.headToken === head &&
    mention.end - mention.start + 4 >=
      spanOfRange(analysis, { first, last }).end - spanOfRange(analysis, { first, last }).start
  )
    return refOf(analysis, mention)
  return textOf(analysis, { first, last })
}
