import type { Report } from "../../src/core/report.ts"
import { analyse } from "../../src/english/analyse.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { reportOf } from "../../src/english/report-of.ts"
import type { Part, Run } from "../part.ts"
import { type TreebankDocument, type TreebankSentence, treebank } from "../read/treebank.ts"
import { addKeys, emptyTally, f1Figure, inContext, spanKey } from "../tally.ts"

/** Tokens, sentences, tags and trees of a treebank's running text: F1 of exact spans, and of words with their tags and heads. */
export const rawText: Part<TreebankDocument> = {
  name: "raw-text",
  about: "tokens, sentences, tags and trees from raw text",
  format: treebank,
  measure(documents, run) {
    const tallies = scoreRawText(
      documents.map(document => {
        const raw = rawDocument(document)
        return { document: raw, analysis: analyse(raw.report, run.english).value }
      }),
      run,
    )
    return [
      f1Figure("tokens F1", tallies.words, "tokens"),
      f1Figure("sentences F1", tallies.sentences, "sentences"),
      f1Figure("UPOS F1", tallies.upos, "tokens"),
      f1Figure("UAS F1", tallies.uas, "tokens"),
      f1Figure("LAS F1", tallies.las, "tokens"),
    ]
  },
}

/** The running text of a document of a treebank as a report, and where its annotated words and sentences lie in it. */
export interface RawDocument {
  readonly report: Report
  readonly sentences: readonly GoldSentence[]
}

/** A sentence with the span of each of its words, as "start-end". */
export interface GoldSentence {
  readonly gold: TreebankSentence
  readonly span: string
  readonly words: readonly string[]
}

/**
 * A document as the raw text files of Universal Dependencies have it: paragraphs (blocks) lie apart,
 * sentences of a paragraph are joined by a space unless the treebank says that there is none.
 */
export function rawDocument({ sentences: document }: TreebankDocument): RawDocument {
  let text = ""
  const blocks: { start: number; end: number; label: "paragraph" }[] = []
  const sentences: GoldSentence[] = []
  for (const gold of document) {
    if (gold.startsParagraph || blocks.length === 0) {
      text += text === "" ? "" : "\n\n"
      blocks.push({ start: text.length, end: text.length, label: "paragraph" })
    } else if (sentences.at(-1)!.gold.spaceBehind) text += " "
    const start = text.length
    let at = 0
    const words = gold.forms.map(form => {
      // A word of a contraction may be written otherwise in the text; it keeps the place behind its neighbour and counts as missed.
      const there = gold.text.indexOf(form, at)
      at = (there < 0 ? at : there) + form.length
      return spanKey({ start: start + at - form.length, end: start + at })
    })
    text += gold.text
    sentences.push({ gold, span: spanKey({ start, end: text.length }), words })
    blocks.at(-1)!.end = text.length
  }
  return { report: { ...reportOf(text), blocks }, sentences }
}

/**
 * Tallies of words, sentences, and words with the right tags and heads, all found from raw text, as the scorer of the CoNLL 2018
 * task counts: a word is right when its span is, and a head when it is the word of the right span. `las` asks for the whole relation
 * with its subtype, as the figures on gold tokens do; that scorer asks for the part before the colon.
 */
export function scoreRawText(
  documents: readonly { document: RawDocument; analysis: Analysis }[],
  run: Pick<Run, "wrong">,
) {
  const tallies = {
    words: emptyTally(),
    sentences: emptyTally(),
    upos: emptyTally(),
    xpos: emptyTally(),
    uas: emptyTally(),
    las: emptyTally(),
  }
  for (const { document, analysis } of documents) {
    const { tokens } = analysis
    const { text } = document.report
    const show = (kind: string, keys: readonly string[]) => {
      for (const key of keys) {
        const [start, end] = key.split("-").map(Number) as [number, number]
        run.wrong(kind, inContext(text, { start, end }))
      }
    }
    const spans = tokens.map(spanKey)
    const goldSpans = document.sentences.flatMap(({ words }) => words)
    const goldSentences = document.sentences.map(({ span }) => span)
    show("token missed", addKeys(tallies.words, goldSpans, spans).missed)
    show("sentence missed", addKeys(tallies.sentences, goldSentences, analysis.sentences.map(spanKey)).missed)
    const right = { upos: 0, xpos: 0, uas: 0, las: 0 }
    const indexOf = new Map(spans.map((span, index) => [span, index]))
    for (const { gold, words } of document.sentences)
      words.forEach((span, at) => {
        const token = tokens[indexOf.get(span) ?? -1]
        if (!token) return
        if (token.upos === gold.upos[at]) right.upos++
        if (token.xpos === gold.xpos[at]) right.xpos++
        if ((token.head < 0 ? undefined : spans[token.head]) !== words[gold.heads[at]!]) return
        right.uas++
        if (token.deprel === gold.deprels[at]) right.las++
      })
    for (const key of ["upos", "xpos", "uas", "las"] as const) {
      const tally = tallies[key]
      tally.gold += goldSpans.length
      tally.found += spans.length
      tally.goldHit += right[key]
      tally.foundHit += right[key]
    }
  }
  return tallies
}
