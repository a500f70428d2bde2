import type { WarningMention } from "../../core/reading.ts"
import type { EntityRef, Place, TextValue } from "../../core/value.ts"
import type { Analysis, Token } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import { isTimeStart, nounPhraseAt, type Range } from "../statements/phrase.ts"
import type { SpeechWords } from "../statements/speech-words.ts"
import { actorOf } from "./actor.ts"
import type { Threat } from "./find-threat.ts"
import { refOf, textOf, valueAt, valueIn } from "./subject-values.ts"
import type { WarningWords } from "./warning-words.ts"

const PLACE_PREPOSITIONS = /^(?:in|on|at|near|inside|across|within|around|throughout|off|over|along|reach|reached)$/i
/** Harms that say behind "of" whom they hit. */
const OF_TARGET =
  /^(?:assassinations?|abductions?|kidnappings?|killings?|murders?|beheadings?|massacres?|bombings?|hijackings?|sabotage|shelling|ambush|storming|siege|invasion|lynchings?|rape)$/i
const SPREADS = /\b(?:spread|spill|extend|expand|move|return|come)s?\b/i
const TARGET_PREPOSITIONS = /^(?:on|against|at|upon|targeting|to|toward|towards)$/i

/** What is threatened, by whom, against what, where: from the words around the threat, within `range`. */
export function subjectOf(
  analysis: Analysis,
  range: Range,
  threat: Threat,
  words: WarningWords,
  speech: SpeechWords,
): WarningMention["subject"] {
  const place = placeOf(analysis, threat) ?? placeBefore(analysis, range, threat)
  const actor = actorOf(analysis, range, threat, speech)
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

/** The place nearest behind the harm that stands after a preposition of place, in the same clause; else one before it in the same sentence. */
function placeOf(analysis: Analysis, threat: Threat): Place | undefined {
  const end = analysis.tokens[threat.last - 1]!.end
  const sentence = analysis.sentences[threat.harm.sentence]!
  // "might spread to the coast of": where to is where it comes.
  const behindHarm = (start: number) => analysis.report.text.slice(threat.harm.end, start)
  const isAfterPreposition = (start: number) => {
    const before =
      /([\p{L}]+)\s+(?:the\s+)?(?:\p{L}+(?:ern|al)\s+)?(?:(?:town|city|village|province|district|state|coast|port|region|capital) of\s+)?$/u.exec(
        analysis.report.text.slice(Math.max(0, start - 40), start),
      )
    return (
      before !== null &&
      (PLACE_PREPOSITIONS.test(before[1]!) || (before[1] === "to" && SPREADS.test(behindHarm(start))))
    )
  }
  const found = analysis.places.find(
    place =>
      threat.harm.start < place.start && place.end <= Math.min(end, sentence.end) && isAfterPreposition(place.start),
  )
  return found?.place
}

/** "not to travel to Mali, where attacks may come", "residents of the town to leave": the place of the advice, between it and the harm. */
function placeBefore(analysis: Analysis, range: Range, threat: Threat): Place | undefined {
  const { text } = analysis.report
  const sentence = analysis.sentences[threat.harm.sentence]!
  const start = Math.max(sentence.start, analysis.tokens[Math.max(0, range.first - 6)]!.start)
  const between = text.slice(start, threat.harm.start)
  const isAdvice = /\b(?:avoid|leave|travel|stay|keep|urged|advised|fly|visit|go|evacuate|return|where)\b/i.test(
    between,
  )
  if (!isAdvice) return undefined
  return analysis.places.find(
    place =>
      start <= place.start &&
      place.end <= threat.harm.start &&
      /\b(?:to|in|from|for|of|near|over|around|leave|avoid|visit|outside)\s+(?:the\s+)?(?:[\p{L}-]+\s+){0,2}$/iu.test(
        text.slice(start, place.start),
      ),
  )?.place
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
  // "the hotel would be bombed"
  const struck =
    harm.upos === "VERB" && harm.xpos === "VBN" && threat.rule !== "weakness"
      ? childrenOf(analysis, harm, "nsubj:pass")[0]
      : undefined
  if (struck) return struckValue(analysis, struck, range, harm.index)
  if (harm.upos === "VERB" && threat.rule !== "orderToLeave" && threat.rule !== "weakness") {
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
    if (run && !words.harmNouns.has(analysis.tokens[run.head]!.text.toLowerCase())) return valueIn(analysis, run)
    if (
      analysis.tokens[harm.index + 1]?.upos === "ADP" &&
      !TARGET_PREPOSITIONS.test(analysis.tokens[harm.index + 1]!.text)
    )
      return undefined
    const next = object ?? nounBehind(analysis, harm.index + 1, threat.last)
    // "take revenge", "open fire": the noun is the harm.
    if (next && (words.harmNouns.has(next.text.toLowerCase()) || next.text.toLowerCase() === "fire")) return undefined
    return next && valueAt(analysis, next.index, harm.index + 1, threat.last)
  }
  for (let at = harm.index + 1; at < Math.min(threat.last, harm.index + 10); at++) {
    if (/^[,;.]$/.test(tokens[at]!.text)) return undefined
    const isOf = at === harm.index + 1 && tokens[at]!.text === "of" && OF_TARGET.test(harm.text)
    if (!(isOf || TARGET_PREPOSITIONS.test(tokens[at]!.text)) || isTimeStart(analysis, at + 1)) continue
    const noun = nounBehind(analysis, at + 1, threat.last)
    // "operations here at home"
    if (!noun || /^(?:home|abroad)$/i.test(noun.text)) return undefined
    // "the danger to rail traffic": after a danger that is rated "to" is no infinitive, whatever the parser made of the next word.
    const isBare = threat.rule === "ratedDanger" && tokens[at + 1]!.upos === "VERB"
    const value = isBare
      ? valueIn(analysis, { head: noun.index, first: at + 1, last: noun.index + 1 })
      : valueAt(analysis, noun.index, at + 1, threat.last)
    // "attacks on European soil" is a place already.
    if (
      value &&
      /^(?:insurgency|war|violence|fighting|unrest|threat|rebellion|uprising)$/i.test(harm.text) &&
      isArea(analysis, value)
    )
      return undefined
    return value && place && value.text.includes(place.text) ? undefined : value
  }
  return undefined
}

function isArea(analysis: Analysis, { text }: EntityRef | TextValue): boolean {
  return analysis.places.some(({ place }) => text.includes(place.text))
}

/** Whatever is struck: its name, its words, or what the pronoun stands for. */
function struckValue(
  analysis: Analysis,
  struck: Token,
  range: Range,
  highest: number,
): EntityRef | TextValue | undefined {
  if (struck.upos !== "PRON") return valueAt(analysis, struck.index, Math.min(range.first, struck.index), highest)
  const mention = analysis.mentions.find(one => one.headToken === struck.index)
  return mention && analysis.entities[mention.entity]!.mentions.some(one => one.form !== "pronoun")
    ? refOf(analysis, mention)
    : undefined
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
  // "the town of Djibo"
  if (first < head && analysis.tokens[head + 1]?.text === "of" && analysis.tokens[head + 2]?.upos === "PROPN") {
    let last = head + 3
    while (last < highest && analysis.tokens[last]!.upos === "PROPN") last++
    return { first, last, head }
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
