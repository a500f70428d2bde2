import { linearModel, weightsOf } from "../../core/linear-model.ts"
import { decide } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import { isAbbreviation } from "./abbreviations.ts"
import { EDITED, gapFeatures, type Row, rowOf, type Style } from "./gap-features.ts"
import { type GapModel, gapModel } from "./gap-model.ts"
import { WEIGHTS } from "./gap-weights.ts"
import { type Stop, sentenceRules } from "./sentence-rules.ts"

/** Tokens `[first, last)` of a block. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** Longest sentence in tokens. No sentence of the treebanks EWT and GUM is longer (2026-11). */
const LONGEST = 160
const CLOSING = /^["”’'»)\]]$|^''$/
const TRAINED = gapModel(linearModel(weightsOf(WEIGHTS)))
const OPENING = /^["“‘'«([]$|^(?:``|'')$/

/** Splits the tokens of one block into sentences: for each its first token and the one behind its last. Every token is in one sentence. */
export function splitSentences(text: string, tokens: readonly Span[], style: Style = EDITED): TokenRange[] {
  const row = rowOf(text, tokens, style)
  return findBoundaries(text, tokens, row, TRAINED).flatMap(sentence => cutLong(sentence, row.words))
}

/** The sentences when `model` decides what the rules leave open. The training of the model comes in here too. */
export function findBoundaries(text: string, tokens: readonly Span[], row: Row, model: GapModel): TokenRange[] {
  const { words } = row
  const sentences: TokenRange[] = []
  let first = datelineLength(text, tokens, words)
  if (0 < first) sentences.push({ first: 0, last: first })
  for (let index = first; index < tokens.length - 1; index++) {
    const last = stopLength(words, tokens, index)
    if (tokens.length <= last) break
    const isStop = index < last
    if (!isStop && !mayEndBare(row, index)) continue
    const at = isStop ? last - 1 : index
    const decided = isStop ? decideStop(words, tokens, { first, index, last }) : { verdict: "perhaps", rule: "" }
    const ends =
      decided.verdict === "perhaps"
        ? model(gapFeatures(row, first, at, isStop ? 1 + ruleNames.indexOf(decided.rule) : 0), isStop, at)
        : decided.verdict === "ends"
    if (ends) {
      sentences.push({ first, last: at + 1 })
      first = at + 1
    }
    index = at
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length })
  return sentences
}

const ruleNames = sentenceRules.map(rule => rule.name)

/** For a stop at `index` the index behind it and its closing marks; else `index`. */
function stopLength(words: readonly string[], tokens: readonly Span[], index: number): number {
  const mark = words[index]!
  if (!/^(?:[.?!…]+)$/.test(mark) && !(mark.endsWith(".") && isAbbreviation(mark))) return index
  let last = index + 1
  // `. . .` is one stop.
  while (last < tokens.length && words[last] === "." && mark === ".") last++
  while (last < tokens.length && CLOSING.test(words[last]!) && closes(words, tokens, last)) last++
  return last
}

/** What the rules say of the stop at `index` of a sentence that began at `first`; `last` is behind its closing marks. */
function decideStop(
  words: readonly string[],
  tokens: readonly Span[],
  { first, index, last }: { first: number; index: number; last: number },
) {
  let nextIndex = last
  while (nextIndex < tokens.length - 1 && OPENING.test(words[nextIndex]!)) nextIndex++
  const ahead = words.slice(last, last + 8)
  const pause = ahead.findIndex(word => /^[,.;:!?“"]$/.test(word))
  let firstClosing = index + 1
  while (words[firstClosing] === ".") firstClosing++
  const stop: Stop = {
    mark: words[index]!,
    closing: words.slice(firstClosing, last).join(""),
    next: words[nextIndex]!,
    ahead: pause < 0 ? ahead : ahead.slice(0, pause),
    gap: tokens[last - 1]!.end < tokens[last]!.start,
    numbered: index === first + 1 && /^(?:\d+|\p{L})$/u.test(words[first]!),
  }
  return decide("sentences", sentenceRules, stop, { start: tokens[index]!.start, end: tokens[last - 1]!.end })!
}

/** Where a sentence may end without a stop: before a capital, a number, an address or a row of marks, and behind a few marks. */
function mayEndBare({ words, gaps }: Row, index: number): boolean {
  const [word, next] = [words[index]!, words[index + 1]!]
  if (gaps[index] === 0 || OPENING.test(word)) return false
  if (/^[\p{Lu}\p{N}([<*=_~"“‘$#@•-]|^https?:|^--|^—/u.test(next)) return true
  return /^[\p{Ll}]/u.test(next) && /^[)\]>:;*=]|^https?:|^www\.|@/.test(word)
}
/** Tables and lists without stops are cut where they pause: no parser makes sense of more, and its time grows with the square. */
function cutLong({ first, last }: { first: number; last: number }, words: readonly string[]) {
  const parts: { first: number; last: number }[] = []
  let from = first
  while (LONGEST < last - from) {
    let to = from + LONGEST
    while (from + LONGEST / 2 < to && !/^[,;:—–|•]$/.test(words[to - 1]!)) to--
    if (to <= from + LONGEST / 2) to = from + LONGEST
    parts.push({ first: from, last: to })
    from = to
  }
  return [...parts, { first: from, last }]
}

/** A straight mark closes when no white space is before it; a curly one by its form. */
function closes(words: readonly string[], tokens: readonly Span[], index: number): boolean {
  if (/^(?:["']|'')$/.test(words[index]!)) {
    const tight = tokens[index - 1]!.end === tokens[index]!.start
    const open = words.slice(0, index).filter(word => word === words[index]).length % 2 === 1
    return tight || (open && tokens[index]!.end < (tokens[index + 1]?.start ?? Number.POSITIVE_INFINITY))
  }
  return true
}

/** Number of tokens of a dateline: `KABUL, Afghanistan (AP) —`, `ISLAMABAD:`, `LONDON, March 3 (Reuters) -`. */
function datelineLength(text: string, tokens: readonly Span[], words: readonly string[]): number {
  if (tokens.length < 4 || !/^\p{Lu}{2}/u.test(words[0]!)) return 0
  for (let index = 1; index < Math.min(tokens.length - 1, 14); index++) {
    const word = words[index]!
    const spaced = text[tokens[index]!.start - 1] === " "
    if (/^(?:—|–|--|-)$/.test(word) && (spaced || words[index - 1] === ")")) return index + 1
    if (word === ":" && words.slice(0, index).every(part => /^[\p{Lu},.()]+$/u.test(part))) return index + 1
    if (!/^[\p{Lu}\d,.()/]/u.test(word)) return 0
  }
  return 0
}
