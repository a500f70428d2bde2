import type { Sentence } from "../analysis.ts"

/** A word of a sentence as the finder of places sees it: without possessive ending and full stop. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly capital: boolean
  /** What stands between the word before and this one: " ", ", ", ". " ... */
  readonly gap: string
  /** Ends in "'s". */
  readonly possessive: boolean
}

const WORD = /[\p{L}\d](?:[\p{L}\p{M}\d]|[-‐–.'’&](?=[\p{L}\d]))*/gu
const ABBREVIATION = /^(?:\p{L}\.)+\p{L}$/u

/** The words of a sentence. */
export function wordsOf(text: string, sentence: Pick<Sentence, "start" | "end">): Word[] {
  const words: Word[] = []
  const line = text.slice(sentence.start, sentence.end)
  let last = 0
  WORD.lastIndex = 0
  for (let match = WORD.exec(line); match; match = WORD.exec(line)) {
    let word = match[0]
    const possessive = /['’]s$/i.test(word)
    if (possessive) word = word.slice(0, -2)
    // "U.S." keeps its last stop, so that the words read as they are written.
    if (ABBREVIATION.test(word) && line[match.index + word.length] === ".") word += "."
    const start = match.index
    const end = start + word.length
    words.push({
      text: word,
      start: sentence.start + start,
      end: sentence.start + end,
      capital: /^\p{Lu}/u.test(word),
      gap: line.slice(last, start),
      possessive,
    })
    last = end + (possessive ? 2 : 0)
    WORD.lastIndex = Math.max(WORD.lastIndex, end)
  }
  return words
}
