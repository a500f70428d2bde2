import { accordingContent } from "./according-content.ts"
import { hasFiniteVerb, isClause } from "./clauses.ts"
import type { Content, CueClause } from "./cue-clause.ts"
import { cutRight, OWN_VOICE, withoutOccasion } from "./cut-content.ts"
import { isMereName } from "./judgement.ts"
import { isQuoteMark, isSpeech, type Passage, type Passages } from "./passages.ts"
import { isOpening, type Range } from "./phrase.ts"

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
    // `“That,” he added, “will make it hard”`: one quoted word is enough when the quotation goes on.
    const before = left ?? quotationBefore(within, passage, clause)
    return before ? { ranges: [before, right.range], rule: "interrupted" } : undefined
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
  if (right?.rule === "relativeGap") {
    const before = clause.first - 1
    return { ranges: [{ first: before, last: clause.first }, right.range], rule: right.rule }
  }
  // `“Yes,” he said, adding that`: what stands before the cue wins when it is set off by a mark or a comma.
  // `Its lawyer, Ada Brill, said in a statement read outside the court`: where he said it is no clause of his.
  const isVenue = right?.rule === "bareClause" && within.analysis.tokens[right.range.first]!.upos === "ADP"
  if (left && right && (isVenue || isSetOff(within, passage, clause)))
    return withRest(within, passage, clause, left, others)
  if (right) return { ranges: [right.range], rule: right.rule }
  if (left) return withRest(within, passage, clause, left, others)
  return undefined
}

/** `“Every time you say that,” he said, pointing at the map, “you help them”`: a quotation that goes on in lower case. */
function withRest(
  within: Passages,
  passage: Passage,
  clause: CueClause,
  left: Range,
  others: readonly CueClause[],
): Content {
  const { analysis, quoteOf } = within
  const { tokens } = analysis
  if (endsWithQuotation(within, passage, clause) && tokens[clause.last]?.text === ",")
    for (let at = clause.last; at < passage.last; at++) {
      if (others.some(other => other !== clause && other.first === at && other.source.side === "left")) break
      if (quoteOf[at]! < 0 || !isOpenSpeech(within, at)) continue
      const word = tokens[at + 1]
      if (!word || !/^\p{Ll}/u.test(word.text)) break
      let last = at
      while (last < passage.last && quoteOf[last] === quoteOf[at]) last++
      return { ranges: [left, { first: at, last }], rule: "interrupted" }
    }
  return { ranges: [left], rule: "before" }
}

/** The words before the clause end with a quotation: its mark, or mark and comma. */
function endsWithQuotation(within: Passages, passage: Passage, clause: CueClause): boolean {
  const at = within.analysis.tokens[clause.first - 1]?.text === "," ? clause.first - 2 : clause.first - 1
  return passage.first <= at && 0 <= within.quoteOf[at]! && isQuoteMark(within.analysis.tokens[at]!.text)
}

function quotationBefore(within: Passages, passage: Passage, clause: CueClause): Range | undefined {
  if (!endsWithQuotation(within, passage, clause)) return undefined
  const quote =
    within.quoteOf[clause.first - 1]! < 0 ? within.quoteOf[clause.first - 2]! : within.quoteOf[clause.first - 1]!
  let first = clause.first - 1
  while (passage.first < first && within.quoteOf[first - 1] === quote) first--
  return { first, last: clause.first }
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
  // "his comment Monday that": the time goes with the noun.
  if (cue.kind === "noun") first = tokens.findIndex(token => first <= token.index && token.text === "that")
  if (first < 0 || first >= passage.last) return undefined
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
      // "He says, however, that": an adverb between commas.
      if (tokens[first]!.upos === "ADV" && tokens[first + 1]?.text === "," && tokens[first + 2]?.text === "that")
        first += 2
      // "The daily said, citing two officials, that"
      const behindCiting = afterCiting(within, passage, first)
      first = behindCiting ?? first
      if (isQuoteMark(tokens[first]!.text) && 0 <= quoteOf[first]! && isOpenSpeech(within, first)) {
        // `The minister said, “...”` or, with words before the cue, an interrupted quotation.
        rule =
          isSetOff(within, passage, clause) || endsWithQuotation(within, passage, clause)
            ? "afterComma"
            : "afterCommaQuote"
      } else if (text() === "that" && frames.has("that")) {
        first++
        rule = "afterThat"
      } else if (behindCiting !== undefined) {
        if (!frames.has("bare") || !isClause(within, passage.last, first)) return undefined
        rule = "bareClause"
      } else if (
        isFragmentBefore(within, passage, clause) &&
        hasFiniteVerb(within, first, passage.last) &&
        goesOn(within, clause, first, others)
      )
        rule = "afterFragment"
      else if (isAfterAs(within, passage, clause)) rule = "afterAs"
      else if (opensWithAside(within, passage, clause, first)) rule = "afterAside"
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
  } else if (
    /^(whether|if|how|why|what|who|where|when)$/.test(text()) &&
    (frames.has("question") || (!/^(?:if|when|where)$/.test(text()) && frames.has("that")))
  )
    rule = "afterQuestionWord"
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
  else if (
    frames.has("bare") &&
    isClause(within, cutRight(within, passage, clause, first, others), first, cue.verb.lemma === "say")
  )
    rule = "bareClause"
  else if (frames.has("object") && isOpening(tokens[first]!)) rule = "objectPhrase"
  else if (cue.kind === "light-verb" && /^(about|over)$/.test(text())) {
    first++
    rule = "afterOf"
  }
  if (!rule && isRelativeGap(within, passage, clause, first)) rule = "relativeGap"
  if (!rule || first >= passage.last) return undefined
  // "denied it": what it stands for is told elsewhere.
  if (
    rule === "objectPhrase" &&
    tokens[first]!.upos === "PRON" &&
    !/^(NOUN|PROPN|ADJ)$/.test(tokens[first + 1]?.upos ?? "")
  )
    return undefined
  // "called the attack “cowardly”": without quoted words it is only how the report puts it.
  if (isMereName(within, clause, first, passage.last)) return undefined
  const last = withoutOccasion(within, first, cutRight(within, passage, clause, first, others))
  return first < last ? { range: { first, last }, rule } : undefined
}

/** Behind ", citing two officials,": the token after the comma that closes it. */
function afterCiting({ analysis, quoteOf }: Passages, passage: Passage, first: number): number | undefined {
  const { tokens } = analysis
  if (!/^(?:citing|quoting)$/i.test(tokens[first]!.text)) return undefined
  for (let at = first + 1; at + 1 < passage.last; at++) if (tokens[at]!.text === "," && quoteOf[at]! < 0) return at + 1
  return undefined
}

/** "As the daily reported, the bridge was closed" */
function isAfterAs({ analysis }: Passages, passage: Passage, clause: CueClause): boolean {
  return (
    /^as$/i.test(analysis.tokens[passage.first]!.text) &&
    clause.first === passage.first + 1 &&
    clause.cue.verb.frames.has("bare") &&
    clause.cue.token.xpos !== "VBG"
  )
}

/** "She said, if elected, she would": a circumstance between commas, then a clause. */
function opensWithAside(within: Passages, passage: Passage, clause: CueClause, first: number): boolean {
  const { tokens } = within.analysis
  if (clause.source.side !== "left" || !clause.cue.verb.frames.has("bare") || passage.first + 3 < clause.first)
    return false
  if (
    !/^(?:if|when|unless|until|because|although|though|despite|given|as|in|on|for|at|after|before|with|without)$/i.test(
      tokens[first]!.text,
    )
  )
    return false
  const comma = tokens.findIndex(token => first < token.index && token.text === ",")
  return 0 < comma && comma + 2 < passage.last && isClause(within, passage.last, comma + 1)
}

/** "the letter, which he said was forged": what is said is told of the noun before. */
function isRelativeGap(within: Passages, passage: Passage, clause: CueClause, first: number): boolean {
  const { tokens } = within.analysis
  const before = tokens[clause.first - 1]
  const verb = tokens[first]!
  return (
    clause.source.side === "left" &&
    clause.cue.verb.frames.has("bare") &&
    passage.first < clause.first &&
    /^(?:which|who|that|what)$/i.test(before!.text) &&
    /^(?:WDT|WP|IN|PRP)$/.test(before!.xpos) &&
    (verb.upos === "AUX" || /^VB[DZP]$/.test(verb.xpos))
  )
}

function isOpenSpeech(within: Passages, at: number): boolean {
  const quotation = within.analysis.quotations[within.quoteOf[at]!]
  return quotation !== undefined && quotation.start === within.analysis.tokens[at]!.start
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
  const isAs =
    before.text.toLowerCase() === "as" && clause.cue.token.xpos !== "VBG" && clause.cue.verb.frames.has("bare")
  if (!isMark && !isAs && !/^[,?!—–-]$/.test(before.text) && !/^\.\.+|…$/.test(before.text)) return undefined
  if (isAs) last--
  if (isMark && !endsSpeech(within, last - 1)) return undefined
  last = beforeApposition(within, passage, last)
  // The words of another cue that end right here, or hold all there is, are said by that one.
  let first = passage.first
  for (const other of others)
    if (other.last < clause.first && other !== clause && endsBefore(within, other, clause))
      first = Math.max(first, other.last)
  while (first < last && /^[,;:—–]$/.test(tokens[first]!.text) && quoteOf[first]! < 0) first++
  if (last - first < 2) return undefined
  // `Citing “family matters,” the minister told`: the quoted words hang on a clause that only opens the sentence.
  if (!isQuoteMark(tokens[first]!.text) && isOpeningOf(within, clause, { first, last })) return undefined
  if (isMark || tokens.slice(first, last).some((_, index) => 0 <= quoteOf[first + index]!)) return { first, last }
  return hasFiniteVerb(within, first, last) ? { first, last } : undefined
}

/** `“We had no part in it,” its lawyer, Ada Brill, said`: what stands between the closed quotation and the name tells who speaks. */
function beforeApposition({ analysis, quoteOf }: Passages, passage: Passage, last: number): number {
  const { tokens } = analysis
  let mark = last - 1
  while (passage.first < mark && quoteOf[mark]! < 0) mark--
  if (mark < passage.first) return last
  const isClosed = isQuoteMark(tokens[mark]!.text) && (tokens[mark - 1]?.text === "," || tokens[mark + 1]?.text === ",")
  const between = tokens.slice(mark + 1, last).filter(({ text }) => text !== ",")
  const isPhrase = 0 < between.length && between.every(({ upos }) => /^(?:DET|PRON|ADJ|NOUN|PROPN|ADP)$/.test(upos))
  return isClosed && isPhrase ? mark + 1 : last
}

/** "When he met the mayor, she said that": a clause or phrase that hangs on the verb of speech opens the sentence and is not said. */
function isOpeningOf(within: Passages, { cue }: CueClause, { first, last }: Range): boolean {
  const { tokens } = within.analysis
  const tops = tokens
    .slice(first, last)
    .filter(token => token.upos !== "PUNCT" && (token.head < first || last <= token.head))
  return (
    0 < tops.length &&
    tops.every(top => top.head === cue.token.index && /^(?:advcl|obl|advmod|mark)\b/.test(top.deprel))
  )
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
