import type { Span } from "../../../core/span.ts"
import { foldText, isWordUnit } from "./fold-text.ts"

/** One thing that has to be there: a word, or a phrase. Folded. */
export interface Term {
  readonly text: string
  /** Its words, one after the other. */
  readonly words: readonly string[]
  /** The word may go on: "kill" finds "killed". */
  readonly open: boolean
}

/** Letters from which on a word finds longer ones too; shorter ones would find nearly everything. */
const OPEN_FROM = 4
/** Terms that are looked for, at most. */
const MOST_TERMS = 12

/** What people typed as terms: words, and "words between quotation marks" that stand together. Nothing in it is a command. */
export function termsOf(query: string): Term[] {
  const terms: Term[] = []
  for (const match of foldText(query).matchAll(/"([^"]*)"?|[^\s"]+/g)) {
    const quoted = match[1] !== undefined
    const words = (match[1] ?? match[0]).match(/[\p{L}\p{N}]+/gu) ?? []
    if (quoted && 1 < words.length) terms.push({ text: words.join(" "), words, open: false })
    else for (const text of words) terms.push({ text, words: [text], open: !quoted && OPEN_FROM <= text.length })
  }
  const last = terms.at(-1)
  // Whoever types has not ended the last word.
  if (last && 2 <= last.text.length && /[\p{L}\p{N}]$/u.test(query)) terms[terms.length - 1] = { ...last, open: true }
  return [...new Map(terms.map(term => [term.text, term])).values()].slice(0, MOST_TERMS)
}

/** Where a term stands in folded text: the first `most` places. */
export function findTerm(folded: string, term: Term, most = 50): Span[] {
  const found: Span[] = []
  for (let start = nextPlace(folded, term, 0); start !== -1; start = nextPlace(folded, term, start + 1)) {
    found.push({ start, end: endOf(folded, term, start) })
    if (found.length === most) break
  }
  return found
}

/** How often a term stands in folded text, counted up to `most`. */
export function countTerm(folded: string, term: Term, most: number): number {
  let count = 0
  for (let start = nextPlace(folded, term, 0); start !== -1 && ++count < most; )
    start = nextPlace(folded, term, start + 1)
  return count
}

/** The next place of a term, or -1. */
function nextPlace(folded: string, term: Term, from: number): number {
  const first = term.words[0]!
  for (let at = folded.indexOf(first, from); at !== -1; at = folded.indexOf(first, at + 1)) {
    if (0 < at && isWordUnit(folded, at - 1)) continue
    const end = term.words.length === 1 ? at + first.length : wordsEnd(folded, at, term.words)
    if (end !== -1 && (term.open || !isWordUnit(folded, end))) return at
  }
  return -1
}

/** Where the term that stands there ends: with its word, where that goes on. */
function endOf(folded: string, { words }: Term, start: number): number {
  let end = wordsEnd(folded, start, words)
  while (isWordUnit(folded, end)) end++
  return end
}

/** Units between two words of a phrase, at most. */
const GAP = 4

/** Where the words end that begin there, whatever stands between them; -1 when they do not stand there. */
function wordsEnd(folded: string, at: number, words: readonly string[]): number {
  let end = at
  for (const [index, word] of words.entries()) {
    if (0 < index) {
      const last = end
      if (isWordUnit(folded, end)) return -1
      while (end < folded.length && !isWordUnit(folded, end) && end - last < GAP) end++
    }
    if (!folded.startsWith(word, end)) return -1
    end += word.length
  }
  return end
}
