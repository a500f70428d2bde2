import type { Span } from "../../core/span.ts"
import type { Analysis, Token } from "../../english/analysis.ts"

/** Tokens `[first, last)` of the report. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** The words a source is named with: the noun phrase itself, and what stands after it between commas ("the head of ..."). */
export interface NounPhrase extends Range {
  readonly head: number
  /** Apposition or relative clause after the phrase, without its commas. */
  readonly extra?: Range
}

const NOMINAL = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"])
const INSIDE = new Set(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM", "X"])
/** Prepositions that go on with a name of people or bodies. "on" and "about" open what is said instead. */
const LINKS = new Set(["by", "of", "for", "at", "with", "from", "in", "to", "and", "&", "or", "against", "on"])

/** Nouns that take "to" themselves; after others "to" opens the hearer. */
const TAKES_TO =
  /^(?:ambassadors?|advis[eo]rs?|envoys?|aides?|assistants?|counselors?|consultants?|delegates?|representatives?|heir|attach[eé]|close|candidate|secretary|contributor|witness|witnesses|party)$/i

/** The noun phrase with this head: by the parse, held in check by kinds of words. Never crosses `[lowest, highest)`. */
export function nounPhraseAt(analysis: Analysis, head: number, lowest: number, highest: number): NounPhrase {
  const { tokens } = analysis
  let first = head
  while (lowest < first && !isOtherTime(analysis, first - 1, head) && goesLeft(tokens, first, head)) first--
  while (first < head && !isOpening(tokens[first]!)) first++
  let last = head + 1
  while (last < highest && goesRight(analysis, last, head, first)) last++
  while (head + 1 < last && isLoose(tokens[last - 1]!)) last--
  const extra = extraAfter(analysis, last, highest)
  return { head, first, last, ...(extra && { extra }) }
}

/** True when the token may open a noun phrase. */
export function isOpening(token: Token): boolean {
  return (
    (/^\p{Lu}/u.test(token.text) && /^(VERB|ADV|X)$/.test(token.upos)) ||
    INSIDE.has(token.upos) ||
    (token.upos === "ADV" && token.deprel === "advmod") ||
    token.xpos === "VBN" ||
    token.xpos === "VBG"
  )
}

/** "On Monday the minister", "for two days the government": a time before the phrase is no part of it. */
function isOtherTime(analysis: Analysis, at: number, head: number): boolean {
  const token = analysis.tokens[at]!
  const time = analysis.times.find(one => one.start <= token.start && token.end <= one.end)
  return (
    time !== undefined &&
    !(time.start <= analysis.tokens[head]!.start && analysis.tokens[head]!.end <= time.end) &&
    /^(DET|PROPN|PRON)$/.test(analysis.tokens[at + 1]!.upos)
  )
}

function isLoose(token: Token): boolean {
  return token.upos === "ADP" || token.upos === "CCONJ" || token.upos === "DET" || token.upos === "PUNCT"
}

function goesLeft(tokens: readonly Token[], first: number, head: number): boolean {
  const token = tokens[first - 1]!
  // A phrase opens with its article: what stands before it is something else.
  if (
    /^(the|an?)$/i.test(tokens[first]!.text) &&
    !/^(all|both|half|of)$/i.test(token.text) &&
    !isBelow(tokens, first - 1, head)
  )
    return false
  if (INSIDE.has(token.upos) || /^['’]s?$/.test(token.text) || token.text === "-" || token.text === "–") return true
  // A capital within a sentence makes a name, whatever the tag: "a United Front report".
  if (
    /^\p{Lu}/u.test(token.text) &&
    token.upos !== "ADP" &&
    token.deprel !== "mark" &&
    tokens[first - 2]?.sentence === token.sentence &&
    tokens[first - 2]!.text !== "“"
  )
    return isBelow(tokens, first - 1, head)
  // "more than", "several dozen", "U.S.-led", "Washington-based"
  if (token.xpos === "VBN" || token.xpos === "VBG") return isBelow(tokens, first - 1, head)
  if (token.upos === "ADV") return isBelow(tokens, first - 1, head)
  // "the head of X": the head lies to the left when the parse took the last noun for the head.
  if (token.upos === "CCONJ" || token.text === "&")
    return (isBelow(tokens, first - 1, head) && isBelow(tokens, first - 2, head)) || tokens[first - 2]?.upos === "ADJ"
  if (token.text === ",")
    return (
      tokens[first - 2] !== undefined &&
      isBelow(tokens, first - 1, head) &&
      /^[A-Z]/.test(tokens[first - 2]!.text) &&
      isBelow(tokens, first - 2, head)
    )
  return false
}

function goesRight(analysis: Analysis, at: number, head: number, first: number): boolean {
  const { tokens } = analysis
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (/^['’]s?$/.test(token.text))
    return next !== undefined && next.upos !== "PUNCT" && next.upos !== "AUX" && at + 1 < analysis.tokens.length
  if (token.text === "-" || token.text === "–" || token.text === "/")
    return next !== undefined && (INSIDE.has(next.upos) || /^VB[NG]$/.test(next.xpos))
  if (token.text === "," || token.upos === "VERB" || token.upos === "AUX" || token.upos === "SCONJ") {
    // "Washington, D.C.-based", "the Washington, D.C. office": a comma inside a name of a place.
    if (token.text === "," && next?.upos === "PROPN" && tokens[at + 2]?.text === "-") return true
    return (token.xpos === "VBN" || token.xpos === "VBG") && /^(-|['’]s?)$/.test(tokens[at - 1]!.text)
  }
  if (LINKS.has(token.text.toLowerCase())) {
    if (next === undefined || !(INSIDE.has(next.upos) || isQuoteStart(next))) return false
    if (isTimeStart(analysis, at + 1)) return false
    if (token.text.toLowerCase() === "to" && !TAKES_TO.test(tokens[at - 1]!.text)) return false
    return isBelowAny(tokens, at, head, first) || token.text === "of"
  }
  if (
    token.upos === "PROPN" &&
    next?.text === "-" &&
    tokens[at - 1]!.text === "," &&
    /^[A-Z]/.test(tokens[at - 2]?.text ?? "")
  )
    return true
  if (INSIDE.has(token.upos) && tokens[at - 1]!.text !== ",") {
    if (isTimeStart(analysis, at)) return false
    const before = tokens[at - 1]!
    // A new phrase right after a noun: "told Congress the group was", "said the officials they".
    if ((token.upos === "DET" || token.upos === "PRON") && NOMINAL.has(before.upos)) return false
    return (
      isBelowAny(tokens, at, head, first) ||
      LINKS.has(before.text.toLowerCase()) ||
      before.upos === "DET" ||
      before.upos === "ADJ" ||
      /^(-|['’]s?)$/.test(before.text) ||
      /^VB[NG]$/.test(before.xpos)
    )
  }
  return false
}

function isQuoteStart(token: Token): boolean {
  return /^["“«]$/.test(token.text)
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.|today|yesterday|tomorrow|tonight)$/i

/** True when a time expression begins at the token. */
export function isTimeStart(analysis: Analysis, at: number): boolean {
  const token = analysis.tokens[at]
  if (token === undefined) return false
  return (
    analysis.times.some(time => time.start === token.start) ||
    isCalendarWord(token) ||
    (/^(last|this|next|earlier)$/i.test(token.text) &&
      /^(week|month|year|summer|winter|spring|autumn|fall|decade|morning|evening|afternoon|night|weekend)$/i.test(
        analysis.tokens[at + 1]?.text ?? "",
      ))
  )
}

/** A weekday, a month or "today": never a speaker. "May" is left out, it is mostly a verb or a name. */
export function isCalendarWord(token: Token): boolean {
  return CALENDAR.test(token.text)
}

/** The token hangs below `head` by the parse. */
export function isBelow(tokens: readonly Token[], at: number, head: number): boolean {
  for (let token = tokens[at], steps = 0; token !== undefined && steps < 40; token = tokens[token.head], steps++)
    if (token.index === head) return true
  return false
}

function isBelowAny(tokens: readonly Token[], at: number, head: number, first: number): boolean {
  for (let index = first; index <= head; index++) if (isBelow(tokens, at, index)) return true
  return false
}

/** `, the head of the agency,` after a name: the words between the commas; up to `highest` when there is no second comma. */
function extraAfter(analysis: Analysis, last: number, highest: number): Range | undefined {
  const { tokens } = analysis
  if (tokens[last]?.text === "(") {
    for (let at = last + 1; at < Math.min(highest, last + 12); at++)
      if (tokens[at]!.text === ")")
        return (
          (tokens[at + 1]?.text === "," ? extraAfter(analysis, at + 1, highest) : undefined) ?? {
            first: last + 1,
            last: at,
          }
        )
    return undefined
  }
  if (last + 1 >= highest || tokens[last]!.text !== ",") return undefined
  const opening = tokens[last + 1]!
  // "Ana Diaz, 43, a farmer": an age between commas, then the role.
  if (opening.upos === "NUM")
    return tokens[last + 2]?.text === "," && last + 3 < highest ? extraAfter(analysis, last + 2, highest) : undefined
  const isRelative = /^(who|which|whose)$/i.test(opening.text)
  if (!isRelative && !INSIDE.has(opening.upos) && !(opening.upos === "ADV" && INSIDE.has(tokens[last + 2]?.upos ?? "")))
    return undefined
  if (opening.upos === "PRON" && !isRelative && !/^(his|her|its|their|one|some|both)$/i.test(opening.text))
    return undefined
  let verbs = 0
  for (let at = last + 1; at < highest; at++) {
    const token = tokens[at]!
    if (/^["“«”»]$/.test(token.text) || token.text === ";" || token.text === ":")
      return verbs === 0 && last + 1 < at ? { first: last + 1, last: at } : undefined
    if (token.text === "," && !isInnerComma(tokens, at, highest)) return { first: last + 1, last: at }
    if (/^(who|which|that|whose)$/i.test(token.text)) verbs--
    if (
      (token.upos === "VERB" && (token.xpos === "VBD" || token.xpos === "VBZ" || token.xpos === "VBP")) ||
      (token.upos === "AUX" && token.xpos !== "VB")
    ) {
      // Auxiliary and verb of one clause count once.
      if (tokens[at - 1]?.upos !== "AUX" && tokens[at - 2]?.upos !== "AUX") verbs++
      if (0 < verbs) return undefined
    }
  }
  return { first: last + 1, last: highest }
}

/** "Washington, D.C.-based" and "director of Africa, Asia and Europe" hold commas of their own. */
function isInnerComma(tokens: readonly Token[], at: number, highest: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined || highest <= at + 1 || next.upos !== "PROPN" || tokens[at - 1]!.upos !== "PROPN") return false
  for (let index = at + 1; index < Math.min(at + 6, highest); index++) {
    if (tokens[index]!.text === "and" || tokens[index]!.text === "-") return true
    if (!["PROPN", "NOUN", "ADJ", "PUNCT"].includes(tokens[index]!.upos)) return false
  }
  return false
}

/** The span of a range of tokens. */
export function spanOfRange(analysis: Analysis, range: Range): Span {
  return { start: analysis.tokens[range.first]!.start, end: analysis.tokens[range.last - 1]!.end }
}

/** The range of tokens that lie in the span, or undefined when there is none. */
export function rangeOfSpan(analysis: Analysis, span: Span): Range | undefined {
  const first = analysis.tokens.findIndex(token => span.start <= token.start && token.end <= span.end)
  if (first < 0) return undefined
  let last = first
  while (last < analysis.tokens.length && analysis.tokens[last]!.end <= span.end) last++
  return { first, last }
}

/** Head of the noun phrase whose first noun stands at `at`: the last of its row, over "'s" and the words behind it. */
export function headOfRow(analysis: Analysis, at: number, highest: number): number {
  const { tokens } = analysis
  let head = at
  // "its allies": the owner is not the head.
  while (
    head + 1 < highest &&
    /^(?:its|his|her|their|our|my|your|whose)$/i.test(tokens[head]!.text) &&
    /^(NOUN|PROPN|ADJ|NUM)$/.test(tokens[head + 1]!.upos)
  ) {
    head++
    while (head + 1 < highest && /^(ADJ|NUM)$/.test(tokens[head]!.upos)) head++
  }
  while (head + 1 < highest && tokens[head]!.upos !== "PRON") {
    const next = tokens[head + 1]!
    if (/^(NOUN|PROPN)$/.test(next.upos) && !isTimeStart(analysis, head + 1)) head++
    else if (/^['’]s?$/.test(next.text)) {
      let noun = head + 2
      while (noun < highest && /^(ADJ|NUM|ADV)$/.test(tokens[noun]!.upos)) noun++
      if (noun >= highest || !/^(NOUN|PROPN)$/.test(tokens[noun]!.upos)) return head
      head = noun
    } else return head
  }
  return head
}
