import { childrenOf, hasRelation } from "../../english/tree.ts"
import type { Circumstances } from "./find-circumstances.ts"
import { type Cue, isParticiple } from "./find-cues.ts"
import type { Source } from "./find-source.ts"
import { isQuoteMark, isSpeech, type Passage, type Passages } from "./passages.ts"
import { isBelow, isOpening, type Range } from "./phrase.ts"

/** A cue with its source and what stands around it. */
export interface CueClause {
  readonly cue: Cue
  readonly source: Source
  readonly circumstances: Circumstances
  /** First token of the words that say who says it: source or cue, with a short opening such as "On Saturday,". */
  readonly first: number
  readonly last: number
}

/** Stretches of tokens that are said, in order, and the rule that found them. */
export interface Content {
  readonly ranges: readonly Range[]
  readonly rule: string
}

/** Participles after a comma that go on with the report's own voice. */
const OWN_VOICE = new Set([
  "citing",
  "referring",
  "quoting",
  "speaking",
  "pointing",
  "alluding",
  "echoing",
  "according",
  "describing",
  "calling",
  "using",
])

/** What is said at this cue. `others`: the other cue clauses of the passage, in order. Undefined when nothing is told, such as "he spoke to reporters". */
export function findContent(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  others: readonly CueClause[],
): Content | undefined {
  if (clause.cue.kind === "according") return accordingContent(within, passage, clause)
  const right = rightContent(within, passage, clause, others)
  const left = leftContent(within, passage, clause, others)
  if (right?.rule === "afterComma") {
    return left ? { ranges: [left, right.range], rule: "interrupted" } : undefined
  }
  if (right?.rule === "afterFragment") {
    const fragment = { first: passage.first, last: clause.first }
    const isTime = within.analysis.times.some(
      time =>
        time.start <= within.analysis.tokens[fragment.last - 2]!.start &&
        within.analysis.tokens[fragment.first + 1]!.start <= time.end,
    )
    return { ranges: isTime ? [right.range] : [fragment, right.range], rule: "interrupted" }
  }
  // `“Yes,” he said, adding that`: what stands before the cue wins when it is set off by a mark or a comma.
  if (left && right && isSetOff(within, passage, clause)) return { ranges: [left], rule: "before" }
  if (right) return { ranges: [right.range], rule: right.rule }
  if (left) return { ranges: [left], rule: "before" }
  return undefined
}

function isSetOff(within: Passages, passage: Passage, clause: CueClause): boolean {
  const before = within.analysis.tokens[clause.first - 1]
  return (
    before !== undefined &&
    passage.first < clause.first &&
    isQuoteMark(before.text) &&
    within.quoteOf[clause.first - 1]! >= 0
  )
}

/** The words after the cue. */
function rightContent(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  others: readonly CueClause[],
): { range: Range; rule: string } | undefined {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  const { cue } = clause
  const { frames } = cue.verb
  let first = clause.last
  if (first >= passage.last) return undefined
  let rule: string | undefined
  const text = () => tokens[first]!.text.toLowerCase()
  const hadComma = text() === ","
  if (hadComma || text() === ":" || text() === "-" || text() === "–" || text() === "—") {
    const isColon = text() === ":"
    first++
    if (first >= passage.last) return undefined
    // "The minister said, according to the daily, that": the other source is told in passing.
    const passing = hadComma ? others.find(other => other.cue.kind === "according" && other.first === first) : undefined
    if (passing && tokens[passing.last]?.text === "," && passing.last + 1 < passage.last) first = passing.last + 1
    if (passing && text() === "that") first++
    if (isColon) rule = "afterColon"
    else if (passing && (frames.has("object") || frames.has("bare"))) rule = "afterPassing"
    else if (hadComma) {
      if (isQuoteMark(tokens[first]!.text) && 0 <= quoteOf[first]! && isOpenSpeech(within, first)) {
        // `The minister said, “...”` or, with words before the cue, an interrupted quotation.
        rule = hasContentBefore(within, passage, clause) ? "afterComma" : "afterCommaQuote"
      } else if (text() === "that" && frames.has("that")) rule = "afterThat"
      else if (
        isFragmentBefore(within, passage, clause) &&
        isClause(within, passage.last, first - 1) &&
        goesOn(within, clause, first, others)
      )
        rule = "afterFragment"
      else if (hasContentBefore(within, passage, clause) && goesOn(within, clause, first, others)) rule = "afterComma"
      else return undefined
    } else return undefined
  } else if (0 <= quoteOf[first]! && isQuoteMark(tokens[first]!.text))
    rule =
      frames.has("quote") || frames.has("object") || frames.has("that") || frames.has("accuse")
        ? "afterQuote"
        : undefined
  else if (text() === "that" && (frames.has("that") || frames.has("audience")) && first + 1 < passage.last) {
    first++
    rule = "afterThat"
  } else if (/^(whether|how|why|what|who|where|when)$/.test(text()) && frames.has("that")) rule = "afterQuestionWord"
  else if (text() === "as" && tokens[first + 1]?.text.toLowerCase() === "saying") {
    first += tokens[first + 2]?.text.toLowerCase() === "that" ? 3 : 2
    rule = "asSaying"
  } else if (
    text() === "to" &&
    (frames.has("infinitive") || frames.has("urge") || (frames.has("audience") && clause.circumstances.audience))
  )
    rule = "afterInfinitive"
  else if (/^(of|about|against)$/.test(text()) && frames.has("of")) {
    first++
    rule = "afterOf"
  } else if ((frames.has("accuse") || frames.has("urge")) && isOpening(tokens[first]!)) rule = "afterObject"
  else if (frames.has("bare") && isClause(within, cutRight(within, passage, clause, first, others), first))
    rule = "bareClause"
  else if (frames.has("object") && cue.token.xpos !== "VBG" && isOpening(tokens[first]!)) rule = "objectPhrase"
  else if (cue.kind === "light-verb" && /^(about|over)$/.test(text())) {
    first++
    rule = "afterOf"
  }
  if (!rule || first >= passage.last) return undefined
  const last = cutRight(within, passage, clause, first, others)
  return first < last ? { range: { first, last }, rule } : undefined
}

function isOpenSpeech(within: Passages, at: number): boolean {
  const quotation = within.analysis.quotations[within.quoteOf[at]!]
  return quotation !== undefined && quotation.start === within.analysis.tokens[at]!.start
}

/** A clause begins here: something that can be a subject, and a finite verb outside or inside a quotation behind it. */
function isClause(within: Passages, last: number, first: number): boolean {
  const { tokens } = within.analysis
  const opening = tokens[first]!
  const canOpen =
    isOpening(opening) ||
    /^(there|if|when|while|as|because|although|since|in|on|at|for|with|after|before|by|under|not|no|to|all|both|more|at|neither|either)$/i.test(
      opening.text,
    )
  if (!canOpen) return false
  for (let at = first + 1; at < last; at++) {
    const token = tokens[at]!
    if (token.upos === "AUX" || (token.upos === "VERB" && /^(VBD|VBZ|VBP)$/.test(token.xpos))) return true
    // Unsure tags: a past form after a plural noun is mostly a verb.
    if (token.upos === "VERB" && token.xpos === "VBN" && tokens[at - 1]!.upos === "NOUN" && !hasRelation(token, "acl"))
      return true
    // Quoted words in the place of a verb: `said the Front “bears full responsibility”`.
    if (0 <= within.quoteOf[at]! && within.quoteOf[at - 1]! < 0 && isQuoteMark(token.text)) return true
    if (token.text === ";") return false
  }
  return false
}

/** After "..., he said,": the clause goes on. Not when a new clause with a cue of its own begins. */
function goesOn(within: Passages, clause: CueClause, first: number, others: readonly CueClause[]): boolean {
  const { tokens } = within.analysis
  const opening = tokens[first]!
  if (others.some(other => clause.last <= other.first && other.first <= first + 2)) return false
  if (opening.upos === "CCONJ" && others.some(other => clause.last < other.first && other.first < first + 6))
    return false
  if (OWN_VOICE.has(opening.text.toLowerCase())) return false
  // After a quotation, words in the report's own voice are no part of it.
  if (
    0 <= within.quoteOf[clause.first - 1]! ||
    (tokens[clause.first - 1]?.text === "," && 0 <= within.quoteOf[clause.first - 2]!)
  )
    return false
  return !/^(who|which|whose|where|when|but|though|although|while)$/i.test(opening.text)
}

/** "The museum, he said, would open": a part of a clause that only the words after the cue make whole. */
function isFragmentBefore(within: Passages, passage: Passage, clause: CueClause): boolean {
  const { tokens } = within.analysis
  if (clause.source.side === "inherited" || !clause.cue.verb.frames.has("bare") || clause.first - passage.first < 2)
    return false
  if (
    tokens[clause.first - 1]!.text !== "," ||
    0 <= within.quoteOf[clause.first - 1]! ||
    0 <= within.quoteOf[passage.first]!
  )
    return false
  return !hasFiniteVerb(within, passage.first, clause.first)
}

function hasContentBefore(within: Passages, passage: Passage, clause: CueClause): boolean {
  return leftContent(within, passage, clause, []) !== undefined
}

/** The words before the cue: `“...,” she said`, "The road was closed, police said". */
function leftContent(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  others: readonly CueClause[],
): Range | undefined {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  if (clause.source.side === "inherited") return undefined
  if (!clause.cue.verb.frames.has("quote") && !clause.cue.verb.frames.has("bare")) return undefined
  let last = clause.first
  if (last <= passage.first) return undefined
  const before = tokens[last - 1]!
  const isMark = isQuoteMark(before.text) && 0 <= quoteOf[last - 1]!
  const isAs = before.text.toLowerCase() === "as" && clause.cue.token.xpos !== "VBG"
  if (!isMark && !isAs && !/^[,?!—–-]$/.test(before.text) && !/^\.\.+|…$/.test(before.text)) return undefined
  if (isAs) last--
  if (isMark && !endsSpeech(within, last - 1)) return undefined
  // The words of another cue that end right here, or hold all there is, are said by that one.
  let first = passage.first
  for (const other of others)
    if (other.last < clause.first && other !== clause && endsBefore(within, other, clause))
      first = Math.max(first, other.last)
  while (
    first < last &&
    /^([,;:—–]|and|but|so|yet|still|meanwhile|however)$/i.test(tokens[first]!.text) &&
    quoteOf[first]! < 0
  )
    first++
  if (last - first < 2) return undefined
  if (isMark || tokens.slice(first, last).some((_, index) => 0 <= quoteOf[first + index]!)) return { first, last }
  return hasFiniteVerb(within, first, last) ? { first, last } : undefined
}

/** "A said X, but B said Y": two clauses, each with its own words. */
function endsBefore(within: Passages, other: CueClause, clause: CueClause): boolean {
  const { tokens } = within.analysis
  for (let at = other.last; at < clause.first; at++)
    if (within.quoteOf[at]! < 0 && /^(and|but|while|;|though|although)$/i.test(tokens[at]!.text)) return true
  return false
}

function endsSpeech(within: Passages, at: number): boolean {
  const quotation = within.analysis.quotations[within.quoteOf[at]!]
  if (!quotation) return false
  const inside = within.analysis.tokens
    .slice(Math.max(0, at - 200), at + 1)
    .filter(token => quotation.start <= token.start && token.end <= quotation.end)
  return isSpeech(within.analysis, quotation, inside)
}

function hasFiniteVerb(within: Passages, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const token = within.analysis.tokens[at]!
    if (token.upos === "AUX" || (token.upos === "VERB" && /^(VBD|VBZ|VBP|VBN)$/.test(token.xpos))) return true
  }
  return false
}

/** Where the words after a cue end: at a further cue of the same speaker, at a verb that goes on with the report's own voice, or with the passage. */
function cutRight(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  first: number,
  others: readonly CueClause[],
): number {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  let last = passage.last
  for (const other of others) {
    if (other.cue.first <= first || other.cue === clause.cue) continue
    const cut = cutBefore(within, clause, first, other)
    if (cut !== undefined) last = Math.min(last, cut)
  }
  // "the group, which says it did it, was named": a relative clause ends where the verb of its noun comes.
  if (clause.cue.token.deprel.startsWith("acl"))
    for (let at = first + 1; at + 1 < last; at++)
      if (
        tokens[at]!.text === "," &&
        quoteOf[at]! < 0 &&
        (tokens[at + 1]!.upos === "AUX" || /^VB[DZ]$/.test(tokens[at + 1]!.xpos) || 0 <= quoteOf[at + 1]!)
      )
        return at
  for (let at = first + 1; at < last; at++) {
    const isMark = isQuoteMark(tokens[at]!.text)
    if (!isMark && (0 <= quoteOf[at]! || tokens[at]!.text !== ",")) continue
    const next = tokens[at + 1]
    if (next && OWN_VOICE.has(next.text.toLowerCase()) && next.xpos === "VBG" && quoteOf[at + 1]! < 0)
      return isMark ? at + 1 : at
  }
  // A second verb of the speaker: "said the road was closed and left the room".
  for (const child of childrenOf(analysis, clause.cue.token, "conj"))
    if (first < child.index && child.index < last && 0 > quoteOf[child.index]!) {
      let start = child.index
      while (first < start && isBelow(tokens, start - 1, child.index)) start--
      const hasConjunction = tokens[start]?.upos === "CCONJ" || tokens[start - 1]?.text === ","
      if (first < start && hasConjunction && !others.some(other => other.cue.token === child))
        last = Math.min(last, start)
    }
  return last
}

/** Where the clause of another cue cuts off what is said here; undefined when that clause is part of it. */
function cutBefore(within: Passages, clause: CueClause, first: number, other: CueClause): number | undefined {
  const { tokens } = within.analysis
  const start = other.first
  if (start <= first) return undefined
  const before = tokens[start - 1]!
  // "A told B that X, the minister said": the last clause tells of all before it.
  const behind = tokens[other.last]
  if (
    before.text === "," &&
    other.source.side !== "inherited" &&
    other.cue.kind === "verb" &&
    other.cue.verb.frames.has("quote") &&
    (behind === undefined || behind.upos === "PUNCT" || behind.sentence !== before.sentence) &&
    other.cue.token.xpos !== "VBG"
  )
    return start - 1
  if (other.cue.kind === "according") {
    // "Officials said X, according to the paper": the paper tells of all of it.
    return before.text === "," ? start - 1 : start
  }
  if (isParticiple(other.cue.token) && other.source.side !== "left")
    return before.text === "," || before.upos === "CCONJ" || isQuoteMark(before.text) ? start : undefined
  if (/^(and|but|while)$/i.test(before.text)) {
    const isSameSpeaker = other.source.side === "inherited" || tokens[other.source.phrase.head]!.upos === "PRON"
    const hangsOnCue = other.cue.token.head === clause.cue.token.index && hasRelation(other.cue.token, "conj")
    if (hangsOnCue || (isSameSpeaker && tokens[start - 2]?.text === ",")) return start - 1
  }
  return undefined
}

/** "According to X, ..."; "..., according to X."; "the fire that killed ten according to X". */
function accordingContent(within: Passages, passage: Passage, clause: CueClause): Content | undefined {
  const { tokens } = within.analysis
  const { cue } = clause
  let after = clause.last
  if (tokens[after]?.text === ",") after++
  const isAtEnd = passage.last <= after || /^[.;!?]$/.test(tokens[after]!.text) || passage.last <= after + 1
  if (cue.first === passage.first || (cue.first <= passage.first + 1 && tokens[passage.first]!.upos === "CCONJ")) {
    if (isAtEnd) return undefined
    return { ranges: [{ first: after, last: passage.last }], rule: "accordingFirst" }
  }
  let first = passage.first
  if (tokens[cue.first - 1]!.text !== ",") {
    // Without a comma it goes with the nearest clause only.
    for (let at = cue.first - 1; passage.first < at; at--)
      if (/^(,|;|that|which|who|and|but|while)$/i.test(tokens[at]!.text) && within.quoteOf[at]! < 0) {
        if (!hasFiniteVerb(within, at + 1, cue.first)) continue
        first = at + 1
        break
      }
  }
  while (first < cue.first && /^(,|and|but|however|meanwhile)$/i.test(tokens[first]!.text)) first++
  const left = { first, last: cue.first }
  if (left.last - left.first < 2) return { ranges: [{ first: after, last: passage.last }], rule: "accordingFirst" }
  const isMiddle =
    !isAtEnd &&
    tokens[clause.last]?.text === "," &&
    tokens[cue.first - 1]!.text === "," &&
    !/^(who|which|but|and|while|citing)$/i.test(tokens[after]!.text)
  if (isMiddle) return { ranges: [left, { first: after, last: passage.last }], rule: "accordingBetween" }
  return { ranges: [left], rule: "accordingLast" }
}
