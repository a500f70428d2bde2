import type { Sentence, Token } from "../src/english/analysis.ts"
import { splitSentences } from "../src/english/tokens/split-sentences.ts"
import { tokenize } from "../src/english/tokens/tokenize.ts"

/** Sentences and bare tokens (no tags) of a plain text whose paragraphs are divided by `divider`: what the finders of times, counts and places need. */
export function layOut(text: string, divider: RegExp): { sentences: Sentence[]; tokens: Token[] } {
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  let start = 0
  let blockIndex = 0
  const add = (end: number) => {
    const spans = tokenize(text, { start, end })
    for (const { first, last } of splitSentences(text, spans)) {
      const index = sentences.length
      const firstToken = tokens.length
      for (let position = first; position < last; position++) {
        const span = spans[position]!
        tokens.push({
          ...span,
          index: tokens.length,
          text: text.slice(span.start, span.end),
          lemma: "",
          upos: "X",
          xpos: "",
          head: -1,
          deprel: "dep",
          sentence: index,
        })
      }
      const span = { start: spans[first]!.start, end: spans[last - 1]!.end }
      sentences.push({
        ...span,
        index,
        firstToken,
        lastToken: tokens.length,
        block: { ...span, label: "paragraph" },
        blockIndex,
      })
    }
    blockIndex++
  }
  for (const match of text.matchAll(divider)) {
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return { sentences, tokens }
}
