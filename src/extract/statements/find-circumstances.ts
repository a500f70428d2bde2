import type { Span } from "../../core/span.ts"
import type { TimeMention } from "../../english/analysis.ts"
import { childrenOf } from "../../english/tree.ts"
import type { Cue } from "./find-cues.ts"
import { openingCircumstances } from "./opening-circumstances.ts"
import { isQuoteMark, type Passage, type Passages } from "./passages.ts"
import {
  headOfRow,
  isCalendarWord,
  isOpening,
  isTimeStart,
  type NounPhrase,
  nounPhraseAt,
  type Range,
} from "./phrase.ts"
import type { Source } from "./source-phrase.ts"
import type { SpeechWords } from "./speech-words.ts"

/** What stands around a cue beside source and content: who heard it, where or in what it was said, and when. `last`: where these words end. */
export interface Circumstances {
  readonly last: number
  readonly audience?: Range
  readonly venue?: Range
  readonly time?: TimeMention
}

/** "in an interview", "at a news conference", "before a committee" */
const PLACES_OF_SPEECH = new Set([
  "in",
  "at",
  "during",
  "before",
  "via",
  "through",
  "on",
  "by",
  "after",
  "from",
  "with",
  "late",
  "early",
  "as",
])

/** Reads on behind a cue: hearers, times and circumstances, until the words that are said begin. */
export function findCircumstances(
  within: Passages,
  passage: Passage,
  cue: Cue,
  source: Source | undefined,
  words: SpeechWords,
): Circumstances {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let at =
    source?.side === "right" && cue.last <= source.phrase.first
      ? (source.phrase.extra?.last ?? source.phrase.last)
      : cue.last
  if (source?.side === "right" && source.phrase.extra) at = afterAppositions(within, at, passage)
  let audience: Range | undefined
  let venue: Range | undefined
  let time: TimeMention | undefined
  for (let steps = 0; at < passage.last && quoteOf[at]! < 0 && steps < 8; steps++) {
    const token = tokens[at]!
    const text = token.text.toLowerCase()
    const mention = timeAt(within, at)
    if (mention) {
      if (!(mention.time.precision === "unknown" && /^now$/i.test(mention.time.text))) time ??= mention
      at = endOf(within, mention, at, passage.last)
      // "six days before the vote": what it is counted from belongs to the time.
      if (/\b(?:before|after|ahead of)$/i.test(mention.time.text) || /^(before|after)$/i.test(tokens[at]?.text ?? "")) {
        if (/^(before|after)$/i.test(tokens[at]?.text ?? "")) at++
        at = phraseFrom(within, at, passage)?.last ?? at
      }
      continue
    }
    if (isTimeStart(analysis, at)) {
      at += isCalendarWord(token) ? 1 : 2
      if (/^(morning|afternoon|evening|night|noon)$/i.test(tokens[at]?.text ?? "")) at++
      continue
    }
    if (token.upos === "ADP" && isTimeStart(analysis, at + 1)) {
      at++
      continue
    }
    if (token.upos === "ADV" && !isLikelyContent(within, at, passage)) {
      at++
      continue
    }
    if (!audience && cue.verb.frames.has("audience") && isOpening(token) && !/^(that|how|what|why)$/i.test(text)) {
      const phrase = audienceAt(within, passage, cue, at)
      if (phrase) {
        audience = { first: phrase.first, last: phrase.last }
        at = phrase.last
        continue
      }
    }
    if (
      !audience &&
      /^(to|with)$/i.test(text) &&
      (cue.verb.frames.has("to") || cue.verb.frames.has("audience") || cue.verb.frames.has("of")) &&
      isHearer(within, at + 1, passage, words)
    ) {
      const phrase = phraseFrom(within, at + 1, passage)!
      audience = { first: phrase.first, last: phrase.last }
      at = phrase.last
      continue
    }
    // "said of the plan, “...”"
    const isOf = text === "of" && !cue.verb.frames.has("of")
    if ((token.upos === "ADP" && PLACES_OF_SPEECH.has(text)) || isOf) {
      // "in front of a committee"
      const inFront =
        text === "in" && tokens[at + 1]?.text.toLowerCase() === "front" && tokens[at + 2]?.text.toLowerCase() === "of"
      const phrase = phraseFrom(within, inFront ? at + 3 : at + 1, passage)
      if (!phrase || !endsCircumstance(within, phrase.last, passage)) break
      if (isOf && !/^[,“"«]$/.test(tokens[phrase.last]?.text ?? "")) break
      if (!audience && (inFront || text === "before" || text === "with" || holdsHearer(within, phrase, words)))
        audience = { first: phrase.first, last: phrase.last }
      if (
        !venue &&
        /^(?:in|at|during|on|via|through)$/.test(text) &&
        words.venues.has(tokens[phrase.head]!.text.toLowerCase())
      )
        venue = { first: phrase.first, last: phrase.last }
      at = phrase.last
      continue
    }
    break
  }
  time ??= timeBefore(within, passage, cue, source)
  const opening = source ? openingCircumstances(within, passage, source, words) : {}
  return { last: at, ...opening, ...(audience && { audience }), ...(venue && { venue }), ...(time && { time }) }
}

function timeAt(within: Passages, at: number): TimeMention | undefined {
  const token = within.analysis.tokens[at]
  return token && within.analysis.times.find(time => time.start === token.start)
}

function endOf(within: Passages, span: Span, at: number, highest: number): number {
  let end = at
  while (end < highest && within.analysis.tokens[end]!.start < span.end) end++
  return Math.max(end, at + 1)
}

/** "told the committee": the object of the parse when it stands there, else the noun phrase that begins there. */
function audienceAt(within: Passages, passage: Passage, cue: Cue, at: number): NounPhrase | undefined {
  const { analysis } = within
  const objects = childrenOf(analysis, cue.token, "obj", "iobj").filter(
    child => at <= child.index && child.index < at + 8,
  )
  const head = objects[0]?.index
  if (head === undefined) return phraseFrom(within, at, passage)
  const phrase = nounPhraseAt(analysis, head, at, passage.last)
  return phrase.first === at ? phrase : phraseFrom(within, at, passage)
}

function phraseFrom(within: Passages, at: number, passage: Passage): NounPhrase | undefined {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let end = at
  while (end < passage.last && quoteOf[end]! < 0) end++
  let head = at
  while (head < end && !["NOUN", "PROPN", "PRON"].includes(tokens[head]!.upos)) {
    if (!isOpening(tokens[head]!)) return undefined
    head++
  }
  if (head >= end) return undefined
  head = headOfRow(analysis, head, end)
  const phrase = nounPhraseAt(analysis, head, at, end)
  return phrase.first <= at ? phrase : { ...phrase, first: at }
}

function isHearer(within: Passages, at: number, passage: Passage, words: SpeechWords): boolean {
  const phrase = phraseFrom(within, at, passage)
  if (!phrase) return false
  const head = within.analysis.tokens[phrase.head]!
  return head.upos === "PROPN" || head.upos === "PRON" || holdsHearer(within, phrase, words)
}

function holdsHearer(within: Passages, phrase: Range, words: SpeechWords): boolean {
  const { analysis } = within
  for (let at = phrase.first; at < phrase.last; at++)
    if (
      words.audiences.has(analysis.tokens[at]!.text.toLowerCase()) ||
      words.outlets.has(analysis.tokens[at]!.text.toLowerCase())
    )
      return true
  const text = analysis.report.text.slice(analysis.tokens[phrase.first]!.start, analysis.tokens[phrase.last - 1]!.end)
  return words.media.has(text)
}

/** A circumstance is only one when after it the words begin, or the sentence ends, or another circumstance comes. */
function endsCircumstance(within: Passages, at: number, passage: Passage): boolean {
  const token = within.analysis.tokens[at]
  if (at >= passage.last || token === undefined) return true
  return (
    /^(that|late|early|earlier|later|[,.:;?!])$/i.test(token.text) ||
    isQuoteMark(token.text) ||
    token.upos === "ADP" ||
    token.upos === "PRON" ||
    token.upos === "DET" ||
    token.upos === "PROPN" ||
    timeAt(within, at) !== undefined
  )
}

/** "said today", "said also"; but in "said only three of them left" the adverb belongs to what is said. */
function isLikelyContent(within: Passages, at: number, passage: Passage): boolean {
  const { tokens } = within.analysis
  const next = tokens[at + 1]
  if (at + 1 >= passage.last || next === undefined) return false
  return (
    !/^(that|[,.:;?!])$/i.test(next.text) && !isQuoteMark(next.text) && next.upos !== "ADP" && !timeAt(within, at + 1)
  )
}

/** "On Saturday, the spokesman said", "the general on Thursday told" */
function timeBefore(within: Passages, passage: Passage, cue: Cue, source: Source | undefined): TimeMention | undefined {
  const { analysis, quoteOf } = within
  const inside = (time: TimeMention, from: number, to: number) => {
    const first = analysis.tokens[from]
    const last = analysis.tokens[to - 1]
    return first !== undefined && last !== undefined && from < to && first.start <= time.start && time.end <= last.end
  }
  if (source?.side === "left") {
    const between = analysis.times.find(time =>
      inside(time, source.phrase.extra?.last ?? source.phrase.last, cue.first),
    )
    if (between) return between
    // Only a time that opens the sentence and stands alone before the source.
    const opening = analysis.times.find(time => inside(time, passage.first, source.phrase.first))
    if (opening && source.phrase.first - passage.first <= 8 && quoteOf[passage.first]! < 0) return opening
  }
  return undefined
}

/** ", a firm based in the capital": further appositions behind the one that gives the role. */
function afterAppositions(within: Passages, at: number, passage: Passage): number {
  const { tokens } = within.analysis
  while (at + 1 < passage.last && tokens[at]!.text === "," && /^(a|an|the)$/i.test(tokens[at + 1]!.text)) {
    let end = at + 1
    while (end < passage.last && tokens[end]!.text !== "," && !isQuoteMark(tokens[end]!.text)) {
      if (tokens[end]!.upos === "AUX" || /^(VBD|VBZ|VBP)$/.test(tokens[end]!.xpos)) return at
      end++
    }
    if (end < passage.last && isQuoteMark(tokens[end]!.text)) return at
    at = end === passage.last ? end - 1 : end
    if (tokens[at]!.text !== ",") break
  }
  return at
}
