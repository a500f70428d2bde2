import type { Outcome, Problem } from "../core/problem.ts"
import type { Report } from "../core/report.ts"
import type { Analysis, Sentence, Token } from "./analysis.ts"
import type { English } from "./english.ts"
import { lemmaOf } from "./lemmas/lemma-of.ts"
import { splitSentences } from "./tokens/split-sentences.ts"
import { tokenize } from "./tokens/tokenize.ts"

/** Marks that open a list item. They are no token, so that the sentence begins with its first word. */
const BULLET = /^\s*[•·‣◦▪●*–—-]\s+/

/** Everything the language layer can tell of one report. Gives a value for any text; what was odd is in `problems`. */
export function analyse(report: Report, english: English): Outcome<Analysis> {
  const problems: Problem[] = []
  const { sentences, spans } = layOut(report)
  const tokens = parse(report.text, sentences, spans, english)
  return {
    value: {
      report,
      sentences,
      tokens,
      quotations: [],
      times: [],
      counts: [],
      places: [],
      entities: [],
      mentions: [],
    },
    problems,
  }
}

/** Tokens and sentences of all blocks. A block never shares a sentence with another. */
function layOut(report: Report): { sentences: Sentence[]; spans: { start: number; end: number }[] } {
  const sentences: Sentence[] = []
  const spans: { start: number; end: number }[] = []
  report.blocks.forEach((block, blockIndex) => {
    const bullet = BULLET.exec(report.text.slice(block.start, Math.min(block.end, block.start + 20)))?.[0].length ?? 0
    const inBlock = tokenize(report.text, { start: block.start + bullet, end: block.end })
    for (const { first, last } of splitSentences(report.text, inBlock))
      sentences.push({
        index: sentences.length,
        firstToken: spans.length + first,
        lastToken: spans.length + last,
        start: inBlock[first]!.start,
        end: inBlock[last - 1]!.end,
        block,
        blockIndex,
      })
    spans.push(...inBlock)
  })
  return { sentences, spans }
}

function parse(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly { start: number; end: number }[],
  english: English,
): Token[] {
  const forms = spans.map(span => text.slice(span.start, span.end))
  const parsed = english.tagger.parse(sentences.map(sentence => forms.slice(sentence.firstToken, sentence.lastToken)))
  const tokens: Token[] = []
  sentences.forEach((sentence, index) => {
    const { upos, xpos, heads, deprels } = parsed[index]!
    for (let at = 0; at < upos.length; at++) {
      const token = sentence.firstToken + at
      tokens.push({
        ...spans[token]!,
        index: token,
        text: forms[token]!,
        lemma: lemmaOf(forms[token]!, upos[at]!, xpos[at]!),
        upos: upos[at]!,
        xpos: xpos[at]!,
        head: heads[at]! < 0 ? -1 : sentence.firstToken + heads[at]!,
        deprel: deprels[at]!,
        sentence: index,
      })
    }
  })
  return tokens
}
