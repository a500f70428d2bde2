import type { Report } from "../../core/report.ts"
import type { Span } from "../../core/span.ts"
import type { CountMention, Sentence, Token } from "../analysis.ts"
import { isMeasure, isStop, membersOf, pairOf, peopleOf } from "./nouns.ts"
import { type Interval, leadOf, quantityAt, rangeOf, VAGUE_PATTERN, vagueInterval } from "./qualify.ts"
import { NUMBER_PATTERN, readNumber } from "./read-number.ts"

/** What `findCounts` reads. Without tokens the counted noun has no token (-1). Numbers within `times` are left alone. */
export interface CountParts {
  readonly report: Pick<Report, "text">
  readonly sentences: readonly Pick<Sentence, "start" | "end">[]
  readonly tokens?: readonly Token[]
  readonly times?: readonly Span[]
}

interface Noun {
  readonly of: string
  readonly start: number
  readonly end: number
}

/** The words around a number: all in the text of one sentence, offsets count from its start. */
interface Around {
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD_END = "(?![\\p{L}\\d]|[.,]\\d)"
const RANGE = `(?:\\s?[-–—]\\s?|\\s+(?:to|or|and|through)\\s+)`
const NUMBER = new RegExp(`${NUMBER_PATTERN}${WORD_END}`, "iuy")
const CANDIDATE = new RegExp(
  `(?<![\\p{L}\\d$€£#.,:/+-])(?:(?<low>${NUMBER_PATTERN})${RANGE}(?<high>${NUMBER_PATTERN})${WORD_END}|(?<vague>${VAGUE_PATTERN.replaceAll(" ", "\\s+")})(?![\\p{L}\\d])|(?<number>${NUMBER_PATTERN})${WORD_END}|(?<none>no one|nobody|none|no)(?![\\p{L}\\d]))`,
  "giu",
)

/** Every number of a report that counts people or things, in order. Ages, dates, money, shares, measures, ranks, scores and "one of the" are left out. */
export function findCounts({ report, sentences, tokens = [], times = [] }: CountParts): CountMention[] {
  const found: CountMention[] = []
  let timeIndex = 0
  for (const sentence of sentences) {
    const text = report.text.slice(sentence.start, sentence.end)
    CANDIDATE.lastIndex = 0
    for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
      const start = sentence.start + match.index
      while (timeIndex < times.length && times[timeIndex]!.end <= start) timeIndex++
      const time = times[timeIndex]
      if (time && time.start < start + match[0].length) {
        CANDIDATE.lastIndex = Math.max(time.end - sentence.start, match.index + 1)
        continue
      }
      const count = countAt(text, match, match.groups!)
      if (!count) {
        // The second number of what was no range may still count.
        if (match.groups!.low !== undefined) CANDIDATE.lastIndex = match.index + match.groups!.low.length + 1
        continue
      }
      CANDIDATE.lastIndex = Math.max(match.index + 1, count.end)
      const span = { start: sentence.start + count.start, end: sentence.start + count.end }
      found.push({
        ...span,
        rule: count.rule,
        nounToken: count.noun ? tokenAt(tokens, sentence.start + count.noun.start) : -1,
        count: {
          kind: "count",
          low: count.interval.low,
          high: count.interval.high,
          qualifier: count.interval.qualifier,
          of: count.noun?.of ?? "total",
          text: report.text.slice(span.start, span.end),
        },
      })
    }
  }
  return found
}

interface FoundCount extends Span {
  readonly interval: Interval
  readonly noun: Noun | undefined
  readonly rule: string
}

type Groups = Readonly<Record<string, string | undefined>>

function countAt(text: string, match: RegExpExecArray, groups: Groups): FoundCount | undefined {
  const around: Around = { text, start: match.index, end: match.index + match[0].length }
  if (groups.none) return noneAt(around)
  if (groups.vague) return vagueAt(around, groups.vague)
  if (groups.low) {
    const range = rangeAt(around, groups.low, groups.high!)
    if (range) return range
    // "thirty-five" is no range, and "killed 5 and 12 others" are two numbers.
    NUMBER.lastIndex = match.index
    const number = NUMBER.exec(text)
    return number ? numberAt({ text, start: match.index, end: NUMBER.lastIndex }, number[0]) : undefined
  }
  return numberAt(around, groups.number!)
}

/** "no one was killed", "no casualties": nobody, where harm is spoken of. */
function noneAt(around: Around): FoundCount | undefined {
  const words = around.text.slice(around.start, around.end).toLowerCase()
  const after = around.text.slice(around.end, around.end + 60)
  if (words === "no") {
    const noun =
      /^\s+(?:(?:reported|reports of|known|immediate|further|civilian|confirmed|other|serious|major)\s+){0,3}(casualties|injuries|deaths|fatalities|victims|people|civilians|survivors)(?![a-z])/i.exec(
        after,
      )
    if (!noun) return undefined
    const end = around.end + noun[0].length
    const start = end - noun[1]!.length
    return {
      start: around.start,
      end,
      rule: "none",
      interval: { low: 0, high: 0, qualifier: "exact" },
      noun: { of: peopleOf(noun[1]!) ?? noun[1]!.toLowerCase(), start, end },
    }
  }
  if (
    !/^(?:\s+of (?:the|them)(?:\s+\w+)?|\s+else)?\s+(?:(?:was|were|is|has been|have been|had been|got|been)\s+(?:\w+ly\s+)?)?(?:killed|hurt|injured|wounded|harmed|died|arrested|detained|dead|survived)(?![a-z])/i.test(
      after,
    )
  )
    return undefined
  return {
    start: around.start,
    end: around.end,
    rule: "none",
    interval: { low: 0, high: 0, qualifier: "exact" },
    noun: { of: "people", start: around.start, end: around.end },
  }
}

/** "scores of people", "killing dozens", "several suspects". */
function vagueAt(around: Around, vague: string): FoundCount | undefined {
  const { text, start, end } = around
  const before = text.slice(0, start)
  const after = text.slice(end)
  const lead = leadOf(before)
  const interval = vagueInterval(vague, lead?.qualifier)
  if (!interval) return undefined
  const noun = nounAfter(text, end)
  if (/^\s*(?:%|per ?cent|dollars|euros|pounds)/i.test(after)) return undefined
  // "many" tells a number only of those who were harmed or held.
  if (/^many$/i.test(vague) && !(noun && peopleOf(noun.of) && HARM_BEFORE.test(before))) return undefined
  if (!noun && !bareFits(before, after)) return undefined
  // "he scores", "the scores were": only with people or "of" after it, or harm before it.
  if (/^scores$/i.test(vague) && !/^\s+(?:of|more|others)\b/i.test(after) && !HARM_BEFORE.test(before)) return undefined
  return { start: lead?.start ?? start, end: noun?.end ?? end, interval, noun, rule: "vagueWord" }
}

/** "between 10 and 15 members", "10 to 15", "30-40 people". */
function rangeAt(around: Around, lowWords: string, highWords: string): FoundCount | undefined {
  const { text, start, end } = around
  const before = text.slice(0, start)
  const between = text.slice(start + lowWords.length, end - highWords.length).trim()
  const range = rangeOf(lowWords, highWords, between)
  if (!range) return undefined
  const bounded = /\b(?:between|from|of|ranging from)\s+$/i.exec(before)
  if (/^and$/i.test(between) && !/\bbetween\s+$/i.test(before)) return undefined
  if (/^[-–—]$/.test(between) && /^\d$/.test(lowWords) && /^\d$/.test(highWords) && !peopleNext(text, end))
    return undefined
  const noun = nounAfter(text, end)
  if (isBadBefore(before) || isBadAfter(text.slice(end)) || (!noun && !bareFits(before, text.slice(end))))
    return undefined
  const lead = leadOf(before)
  const from = bounded && /between|from/i.test(bounded[0]) ? bounded.index : (lead?.start ?? start)
  return { start: from, end: noun?.end ?? end, interval: range, noun, rule: "range" }
}

function peopleNext(text: string, end: number): boolean {
  const noun = nounAfter(text, end)
  return noun !== undefined && peopleOf(text.slice(noun.start, noun.end)) !== undefined
}

/** "143 people", "as many as 170 civilians", "killing one". */
function numberAt(around: Around, words: string): FoundCount | undefined {
  const { text, start, end } = around
  const value = readNumber(words)
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (value === undefined || !Number.isInteger(value) || isBadBefore(before) || isBadAfter(after)) return undefined
  // "40 000" in a text that divides thousands by spaces: the zeros are no number of their own.
  if (/^0\d/.test(words)) return undefined
  // "lost 3" is a score, "lost 12 soldiers" is not.
  if (/\b(?:won|beat|lost|leads?|led)\s+$/i.test(before) && !peopleNext(text, end)) return undefined
  const quantity = quantityAt(text, start, end, value)
  const stop = quantity.end
  const noun = nounAfter(text, stop)
  if (
    !noun &&
    !bareFits(before, after) &&
    !((quantity.led || /\b(?:another|a further|other)\s$/i.test(before)) && VERB_AFTER.test(after))
  )
    return undefined
  if (value === 1 && !isRealOne(words, before, after, noun, quantity.led)) return undefined
  const plain = noun && isMeasure(text.slice(noun.start, noun.end))
  if (plain) return undefined
  return {
    start: quantity.start,
    end: noun?.end ?? stop,
    interval: quantity.interval,
    noun,
    rule: quantity.led ? "qualifiedNumber" : "plainNumber",
  }
}

/** "one person" and "killing one" count; "one of the", "one day", "one another" and "the one" do not. */
function isRealOne(words: string, before: string, after: string, noun: Noun | undefined, led: boolean): boolean {
  if (
    /^\s+(?:of|another|day|by|can|could|may|might|must|should|would|has to|thing|way|hand|reason|side)\b/i.test(after)
  )
    return led && /^\s+of\b/i.test(after)
  if (
    /\b(?:this|that|the|no|any|every|each|which|another|first|last|only|number|square|good|bad|big|new)\s+$/i.test(
      before,
    )
  )
    return false
  if (noun) return peopleOf(noun.of) !== undefined || NOUN_FORMS.has(noun.of) || /^\d/.test(words)
  return HARM_BEFORE.test(before) || /^\s+(?:dead|killed|wounded|injured|hurt)\b/i.test(after)
}
/** "more than 2,500 are missing", "another 6,000 have fled". */
const VERB_AFTER = /^\s+(?:are|were|have|had)\b/i
const NOUN_FORMS = new Set(["service members", "police officers", "crew members", "people"])

const HARM_BEFORE =
  /\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|leaving|left|hurt(?:ing)?|arrest(?:s|ed|ing)|detain(?:s|ed|ing)|abduct(?:ed|ing)|kidnapp(?:ed|ing)|murder(?:ed|ing)|massacr(?:ed|ing)|behead(?:ed|ing)|execut(?:ed|ing)|captur(?:ed|ing)|shot|claimed|toll (?:at|to|of|is|was|stood at|rose to|reached)|total of|including|among them)(?:\s+(?:at least|more than|nearly|almost|about|around|some|over|up to|as many as|and wounding|another))?\s+$/i

/** A number without a noun counts people where harm is spoken of: "killing 13", "13 dead", "13 were wounded". */
function bareFits(before: string, after: string): boolean {
  if (
    /^\s+(?:(?:were|was|are|have been|had been|had|have)\s+)?(?:\w+ly\s+)?(?:dead|killed|wounded|injured|hurt|missing|died|fatally|critically|shot|stabbed|rescued|evacuated|displaced|charged|sentenced|executed|kidnapped|abducted|freed|released|taken (?:hostage|captive|prisoner)|arrested|detained|hospitali[sz]ed|survived|escaped|fled|drowned|perished|others|more (?:were|are|had|have|killed|wounded|injured)|of (?:them|whom|those))\b/i.test(
      after,
    )
  )
    return !/^\s+(?:had|have|were|was)\s*$/i.test(after)
  return (
    HARM_BEFORE.test(before) &&
    /^\s*(?:[.,;:)"”—–-]|and\b|in\b|on\b|at\b|of (?:whom|them)\b|when\b|after\b|before\b|during\b|while\b|as\b|$)/i.test(
      after,
    )
  )
}

/** Words before a number that make it a name, rank, sum or address. */
function isBadBefore(before: string): boolean {
  // "one in five voters"
  if (/\b(?:one|two|three|\d+)\s+(?:in|out of)\s+(?:every\s+)?$/i.test(before)) return true
  // "aged 27 and 34"
  if (/\bage[ds]?\s+\d+(?:,\s*\d+)*,?\s+(?:and|to|or)\s+$/i.test(before)) return true
  if (/\b(?:image|page|photo|slide|part|step|picture|video)\s+\d+\s+of\s+$/i.test(before)) return true
  return (
    /(?:[$€£¥#№]|US\$)\s?$|\d[.,:/-]$|\b(?:no\.?|nos\.?|number|numbers|highway|route|flight|room|article|section|resolution|page|pages|boeing|chapter|verse|psalm|channel|interstate|figure|table|volume|vol\.|part|phase|version|level|grade|tier|unit|building|gate|floor|size|age|aged|ages|group of|top|ak|t|m|f|i|case|district|ward|precinct|apollo|category|block|title|act|line|box|lot|item|class|zone|area|ranked|rank|usd|rs\.?|eur|gbp|windows|world war|world cup|covid|euro|expo|seed|seeded|scored|score of)\s?-?$/i.test(
      before,
    ) || /(?:^|\s)[A-Z][\w.]*-$/.test(before)
  )
}

/** Words after a number that make it an age, share, measure, score or fraction. */
function isBadAfter(after: string): boolean {
  return /^(?:\s?%|\s?°|\s+(?:per ?cents?|percentage|percents?)\b|[-–]?\s?(?:year|month|week|day|hour|minute|mile|meter|metre|foot|inch|kilometer|kilometre|km|ton|pound|story|storey|point|page|man|member|person|party|part|way|time|thirds?|quarters?|fifths?|tenths?|star|seat|vote|line|game|run|goal)s?-|[-–]\p{L}|[-–]\d|\s?(?:km|kg|mph|kph|cm|mm|ft|lbs?|m|a\.m|p\.m|am|pm)\b|\s+(?:in|out of)\s+(?:\d|two\b|three|four|five|six|seven|eight|nine|ten)|\s+(?:million|billion|trillion)?\s?(?:dollars|euros|pounds|rubles|roubles|rupees|yuan|yen)\b|\s*:\s?\d|(?:st|nd|rd|th)\b|\s+(?:thirds?|quarters?|fifths?|tenths?|halves)\b|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|times)\b|['’]s\b)/iu.test(
    after,
  )
}

const WORD = /\s+(?:["“‘'(]\s?)?([\p{L}][\p{L}\d.'’-]*)/uy

/** The noun the number counts: words for people first, else the last plural of the noun phrase. "hundreds of others", "two of the attackers" go across "of". */
function nounAfter(text: string, from: number): Noun | undefined {
  const across = /^\s+of\s+(?:the|its|their|his|her|those|these|our|my)?(?:\s+|\b)|^\s+more(?=\s+\p{L})/iu.exec(
    text.slice(from, from + 20),
  )
  let position = across ? from + across[0].trimEnd().length : from
  // "seven Tajik, Turkmen and Kyrgyz individuals"
  const adjectives = /^\s+\p{Lu}\p{L}+(?:,\s+\p{Lu}\p{L}+)*,?\s+and\s+\p{Lu}\p{L}+(?=\s+\p{Ll})/u.exec(
    text.slice(position, position + 80),
  )
  if (adjectives) position += adjectives[0].length
  // "three of the crew"
  const whole = /^\s+of\s+(?:the|its|their|his|her)\s/i.test(text.slice(from, from + 20))
    ? /^\s+([\p{L}]+)(?![\p{L}'’-])/u.exec(text.slice(position, position + 30))
    : null
  const people = whole && membersOf(whole[1]!)
  if (whole && people) {
    const end = position + whole[0].length
    return { of: people, start: end - whole[1]!.length, end }
  }
  // "three .38 revolvers", "two 9 mm rounds"
  const caliber = /^\s+(?:\.\d+|\d[\d.]*(?=\s?-?(?:mm|cal)))(?:\s?-?(?:mm|cal(?:ib(?:er|re))?)(?![a-z]))?/i.exec(
    text.slice(position, position + 30),
  )
  if (caliber) position += caliber[0].length
  let plural: Noun | undefined
  const shouted = !/\p{Ll}/u.test(text)
  let previous = ""
  for (let step = 0; step < 6; step++) {
    WORD.lastIndex = position
    const match = WORD.exec(text)
    if (!match) break
    const raw = match[1]!
    const word = raw.replace(/['’]s?$|[.'’-]+$/, "")
    const start = WORD.lastIndex - raw.length
    const end = start + word.length
    if (step === 0 && isMeasure(word)) return undefined
    const pair = pairOf(previous, word)
    const people = pair ?? peopleOf(word)
    if (isStop(word) && !people) break
    // "13 dead soldiers", "police officers": a word for people may lead another.
    // "14 dead birds": the birds are counted.
    if (
      people &&
      /^(?:dead|injured|wounded)$/i.test(word) &&
      /^\s+\p{Ll}+[^s\W]s(?![\p{L}])/u.test(text.slice(end, end + 30))
    ) {
      previous = word
      position = end
      continue
    }
    if (people) {
      WORD.lastIndex = end
      const next = WORD.exec(text)
      const further =
        next && end < text.length
          ? (pairOf(word, next[1]!.replace(/[.,'’]+$/, "")) ?? strictPeople(next[1]!))
          : undefined
      if (further) {
        const stop = end + next![0].replace(/[.,'’]+$/, "").length
        return { of: further, start: stop - next![1]!.replace(/[.,'’]+$/, "").length, end: stop }
      }
      return { of: people, start, end }
    }
    if (/[^s]s$/i.test(word) && !/(?:ous|us|is|ss)$/i.test(word) && (shouted || /\p{Ll}/u.test(word[0]!)))
      plural = { of: word.toLowerCase(), start, end }
    if (raw !== word && /['’.]/.test(raw.slice(word.length)) && !/^\p{Lu}/u.test(raw)) break
    previous = word
    position = start + raw.length
  }
  return plural
}

function strictPeople(word: string): string | undefined {
  const plain = word.toLowerCase().replace(/[.,'’]+$/, "")
  return /^(?:dead|injured|wounded|other|police)$/.test(plain) ? undefined : peopleOf(plain)
}

/** Index of the token that holds the offset, or -1. */
function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]!
    if (offset < token.start) high = middle - 1
    else if (token.end <= offset) low = middle + 1
    else return middle
  }
  return -1
}
