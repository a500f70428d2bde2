import { decide, type Rule } from "../../core/rules.ts"
import type { Span } from "../../core/span.ts"
import { beforeName, isAbbreviation, openers } from "./abbreviations.ts"
import { speechForms } from "./speech-forms.ts"

/** A place where a sentence may end: `end` is the number of tokens up to and with the closing marks. */
interface Stop {
  /** The token that stops: ".", "?", "U.S." ... */
  readonly mark: string
  /** Closing quotation marks and brackets between the stop and the next word. */
  readonly closing: string
  /** The next token, and the words after it up to the next punctuation. */
  readonly next: string
  readonly ahead: readonly string[]
  readonly gap: boolean
}

/** Longest sentence in tokens. No sentence of the treebanks EWT and GUM is longer (2026-11). */
const LONGEST = 160
const CLOSING = /^["”’'»)\]]$|^''$/
const OPENING = /^["“‘'«([]$|^``$/

/** First rule with a verdict wins. */
export const sentenceRules: readonly Rule<Stop, "ends" | "goes-on">[] = [
  lowerCaseFollows,
  titleBeforeName,
  abbreviationBeforeOpener,
  abbreviation,
  speakerFollows,
  noGap,
  otherwise,
]

/** `he said. she`, `“Why?” he asked` */
function lowerCaseFollows({ next, mark }: Stop): "goes-on" | undefined {
  return /^\p{Ll}/u.test(next) || /^[,;:—–-]/.test(next) || (mark === ":" && next !== "") ? "goes-on" : undefined
}

/** `Gen. Kurilla` */
function titleBeforeName({ mark, closing }: Stop): "goes-on" | undefined {
  return isAbbreviation(mark) && closing === "" && beforeName.has(mark.slice(0, -1).toLowerCase())
    ? "goes-on"
    : undefined
}

/** `attacks on the U.S. The group` */
function abbreviationBeforeOpener({ mark, next }: Stop): "ends" | undefined {
  return isAbbreviation(mark) && openers.has(next.toLowerCase()) && 1 < next.length && !/^\p{Lu}\.$/u.test(mark)
    ? "ends"
    : undefined
}

/** `U.S. Central Command`, `Michael E. Kurilla` */
function abbreviation({ mark, closing }: Stop): "goes-on" | undefined {
  return isAbbreviation(mark) && closing === "" ? "goes-on" : undefined
}

/** `“Stop!” Ms. Diaz said` */
function speakerFollows({ mark, closing, ahead }: Stop): "goes-on" | undefined {
  return closing !== "" && /[?!]/.test(mark) && ahead.some(word => speechForms.has(word)) ? "goes-on" : undefined
}

/** `3.b`, but `ambitions.The attack` ends */
function noGap({ gap, next, mark, closing }: Stop): "goes-on" | undefined {
  return !gap && closing === "" && mark === "." && !/^\p{Lu}\p{Ll}|^\p{Lu}$/u.test(next) ? "goes-on" : undefined
}

function otherwise(): "ends" {
  return "ends"
}

/** Splits the tokens of one block into sentences: for each its first token and the one behind its last. Every token is in one sentence. */
export function splitSentences(text: string, tokens: readonly Span[]): { first: number; last: number }[] {
  const words = tokens.map(token => text.slice(token.start, token.end))
  const sentences: { first: number; last: number }[] = []
  let first = datelineLength(text, tokens, words)
  if (0 < first) sentences.push({ first: 0, last: first })
  for (let index = first; index < tokens.length; index++) {
    const mark = words[index]!
    if (!/^(?:\.+|…|[!?]+)$/.test(mark) && !(mark.endsWith(".") && isAbbreviation(mark))) continue
    let last = index + 1
    // `. . .` is one stop.
    while (last < tokens.length && words[last] === "." && mark === ".") last++
    const firstClosing = last
    while (last < tokens.length && CLOSING.test(words[last]!) && closes(words, tokens, last)) last++
    if (tokens.length <= last) break
    let nextIndex = last
    while (nextIndex < tokens.length - 1 && OPENING.test(words[nextIndex]!)) nextIndex++
    const ahead = words.slice(last, last + 8)
    const pause = ahead.findIndex(word => /^[,.;:!?“"]$/.test(word))
    const stop: Stop = {
      mark,
      closing: words.slice(firstClosing, last).join(""),
      next: words[nextIndex]!,
      ahead: pause < 0 ? ahead : ahead.slice(0, pause),
      gap: tokens[last - 1]!.end < tokens[last]!.start,
    }
    const at = { start: tokens[index]!.start, end: tokens[last - 1]!.end }
    if (decide("sentences", sentenceRules, stop, at)!.verdict === "ends") {
      sentences.push({ first, last })
      first = last
    }
    index = last - 1
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length })
  return sentences.flatMap(sentence => cutLong(sentence, words))
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
  if (/^["']$/.test(words[index]!)) {
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
