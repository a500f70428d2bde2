import type { Sentence, Token } from "../analysis.ts"

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
  /** False where a tagger takes it for no name; absent where nobody said. */
  readonly isName?: boolean
}

const WORD = /[\p{L}\d](?:[\p{L}\p{M}\d]|[-‐–.'’&](?=[\p{L}\d]))*/gu
const SMALL =
  /^(?:A|AN|THE|AND|OR|BUT|TO|IN|ON|AT|BY|FOR|FROM|WITH|AS|OF|IS|ARE|WAS|WERE|HAS|HAVE|HAD|BE|BEEN|THAT|WHICH|WHO|NEAR|INTO|OVER|AFTER|BEFORE|HIS|HER|ITS|THEIR|NOT|IT|HE|SHE|THEY|WE|THIS)$/
const ABBREVIATION = /^(?:\p{L}\.)+\p{L}$/u

/** The words of a sentence. */
export function wordsOf(
  text: string,
  sentence: Pick<Sentence, "start" | "end"> & Partial<Pick<Sentence, "firstToken">>,
  tokens?: readonly Token[],
): Word[] {
  const shouted = !/\p{Ll}/u.test(text.slice(sentence.start, sentence.end))
  const opener = sentence.firstToken === undefined ? undefined : tokens?.[sentence.firstToken]
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
      // In a line all in capitals the small words are no part of names.
      capital: /^\p{Lu}/u.test(word) && !(shouted && SMALL.test(word)),
      ...(opener?.start === sentence.start + start && opener.upos !== "X" && opener.upos !== ""
        ? { isName: opener.upos === "PROPN" }
        : {}),
      gap: line.slice(last, start),
      possessive,
    })
    last = end + (possessive ? 2 : 0)
    WORD.lastIndex = Math.max(WORD.lastIndex, end)
  }
  return words
}
