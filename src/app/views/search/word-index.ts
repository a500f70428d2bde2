import { isWordUnit } from "./fold-text.ts"
import type { Term } from "./search-words.ts"

/** Places of a word in a title and in a text that count; more say no more. */
export const MOST_IN_TITLE = 2
export const MOST_IN_TEXT = 8

/** Whether the index knows the words of a term: letters beyond the first plane of Unicode are no part of a word to it. */
export const isIndexed = ({ words }: Term) => words.every(word => [...word].every(letter => letter.length === 1))

/** A posting: the number of a document, how often the word stands in its title (2 bits) and in its text (4 bits). */
const TITLE_BITS = 2
const TEXT_BITS = 4
const SHIFT = TITLE_BITS + TEXT_BITS
const TITLE_MASK = (1 << TITLE_BITS) - 1
const TEXT_MASK = (1 << TEXT_BITS) - 1

/** Which documents hold which words. Documents are numbered in the order in which they are added. */
export class WordIndex {
  /** Postings of each word, in the order of the documents. */
  readonly #postings = new Map<string, number[]>()
  /** Words by their first two units, for words that go on. */
  readonly #byStart = new Map<string, string[]>()
  #size = 0

  /** Adds a document of folded texts. */
  add(title: string, text: string): void {
    const shifted = this.#size++ << SHIFT
    eachWord(title, word => this.#count(word, shifted, TEXT_BITS, MOST_IN_TITLE, TITLE_MASK))
    eachWord(text, word => this.#count(word, shifted, 0, MOST_IN_TEXT, TEXT_MASK))
  }

  #count(word: string, shifted: number, bits: number, most: number, mask: number): void {
    let postings = this.#postings.get(word)
    if (postings === undefined) {
      postings = []
      this.#postings.set(word, postings)
      const start = word.slice(0, 2)
      const alike = this.#byStart.get(start)
      if (alike) alike.push(word)
      else this.#byStart.set(start, [word])
    }
    const at = postings.length - 1
    const last = postings[at]
    if (last === undefined || last >> SHIFT !== shifted >> SHIFT) postings.push(shifted | (1 << bits))
    else if (((last >> bits) & mask) < most) postings[at] = last + (1 << bits)
  }

  /**
   * How often a term of one word stands in each document: in the title, and in the text. Counts are capped.
   * Of a phrase how often its rarest word does: it may stand there less often, or not at all.
   */
  counts(term: Term): { readonly title: Uint8Array; readonly text: Uint8Array } {
    if (1 < term.words.length) {
      const found = term.words.map((word, at) =>
        // The last word of a phrase may go on.
        this.counts({ text: word, words: [word], open: term.open && at === term.words.length - 1 }),
      )
      return found.reduce((a, b) => ({ title: least(a.title, b.title), text: least(a.text, b.text) }))
    }
    const title = new Uint8Array(this.#size)
    const text = new Uint8Array(this.#size)
    for (const word of this.#wordsFor(term))
      for (const posting of this.#postings.get(word)!) {
        const doc = posting >> SHIFT
        title[doc] = Math.min(MOST_IN_TITLE, title[doc]! + ((posting >> TEXT_BITS) & TITLE_MASK))
        text[doc] = Math.min(MOST_IN_TEXT, text[doc]! + (posting & TEXT_MASK))
      }
    return { title, text }
  }

  #wordsFor({ text, open }: Term): readonly string[] {
    if (!open) return this.#postings.has(text) ? [text] : []
    if (text.length < 2) return [...this.#postings.keys()].filter(word => word.startsWith(text))
    return (this.#byStart.get(text.slice(0, 2)) ?? []).filter(word => word.startsWith(text))
  }
}

function least(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((count, at) => Math.min(count, b[at]!))
}

/** Hears each word of a folded text: stretches of letters and digits. */
function eachWord(folded: string, hear: (word: string) => void): void {
  let start = -1
  for (let at = 0; at < folded.length; at++)
    if (isWordUnit(folded, at)) {
      if (start === -1) start = at
    } else if (start !== -1) {
      hear(folded.slice(start, at))
      start = -1
    }
  if (start !== -1) hear(folded.slice(start))
}
