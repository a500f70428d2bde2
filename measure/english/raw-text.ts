import type { Report } from "../../src/core/report.ts"
import type { Analysis } from "../../src/english/analysis.ts"
import { reportOf } from "../../src/english/report-of.ts"
import type { TreebankSentence } from "../read-treebank.ts"

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

/** Right, annotated and found; F1 is 2 * right / (gold + found). */
export interface Tally {
  right: number
  gold: number
  found: number
}

/**
 * Documents as the raw text files of Universal Dependencies have them: paragraphs (blocks) lie apart,
 * sentences of a paragraph are joined by a space unless the treebank says that there is none.
 */
export function rawDocuments(treebank: readonly TreebankSentence[]): RawDocument[] {
  return [...Map.groupBy(treebank, sentence => sentence.document).values()].map(rawDocument)
}

function rawDocument(document: readonly TreebankSentence[]): RawDocument {
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
      at = gold.text.indexOf(form, at)
      if (at < 0) throw new Error(`no "${form}" in "${gold.text}"`)
      at += form.length
      return `${start + at - form.length}-${start + at}`
    })
    text += gold.text
    sentences.push({ gold, span: `${start}-${text.length}`, words })
    blocks.at(-1)!.end = text.length
  }
  return { report: { ...reportOf(text), blocks }, sentences }
}

/** Counts into the tally what the two lists of spans share. No list has a span twice. */
export function compareSpans(tally: Tally, gold: readonly string[], found: readonly string[]): void {
  const known = new Set(gold)
  tally.gold += gold.length
  tally.found += found.length
  tally.right += found.filter(span => known.has(span)).length
}

/**
 * Tallies of words, sentences, and words with the right tags and heads, all found from raw text, as the scorer of the CoNLL 2018
 * task counts: a word is right when its span is, and a head when it is the word of the right span. `las` asks for the whole relation
 * with its subtype, as the figures on gold tokens do; that scorer asks for the part before the colon.
 */
export function scoreRawText(documents: readonly { document: RawDocument; analysis: Analysis }[]) {
  const empty = (): Tally => ({ right: 0, gold: 0, found: 0 })
  const tallies = { words: empty(), sentences: empty(), upos: empty(), xpos: empty(), uas: empty(), las: empty() }
  for (const { document, analysis } of documents) {
    const { tokens } = analysis
    const spans = tokens.map(({ start, end }) => `${start}-${end}`)
    const goldSpans = document.sentences.flatMap(({ words }) => words)
    compareSpans(tallies.words, goldSpans, spans)
    compareSpans(
      tallies.sentences,
      document.sentences.map(({ span }) => span),
      analysis.sentences.map(({ start, end }) => `${start}-${end}`),
    )
    for (const tally of [tallies.upos, tallies.xpos, tallies.uas, tallies.las]) {
      tally.gold += goldSpans.length
      tally.found += spans.length
    }
    const indexOf = new Map(spans.map((span, index) => [span, index]))
    for (const { gold, words } of document.sentences)
      words.forEach((span, at) => {
        const token = tokens[indexOf.get(span) ?? -1]
        if (!token) return
        if (token.upos === gold.upos[at]) tallies.upos.right++
        if (token.xpos === gold.xpos[at]) tallies.xpos.right++
        if ((token.head < 0 ? undefined : spans[token.head]) !== words[gold.heads[at]!]) return
        tallies.uas.right++
        if (token.deprel === gold.deprels[at]) tallies.las.right++
      })
  }
  return tallies
}
