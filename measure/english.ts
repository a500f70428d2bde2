/** Measures the language layer: `node measure/english.ts --data FOLDER [--json]`, FOLDER holding treebanks/ and ner/. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Report } from "../src/core/report.ts"
import { analyse } from "../src/english/analyse.ts"
import { readEnglish } from "../src/read-english.ts"
import { readTreebank, type TreebankSentence } from "./read-treebank.ts"

const { values: options } = parseArgs({ options: { data: { type: "string" }, json: { type: "boolean" } } })
if (!options.data) throw new Error("usage: node measure/english.ts --data FOLDER [--json]")
const data = options.data
const english = readEnglish()
const figures: Record<string, Record<string, number>> = {}

for (const name of ["ewt-dev", "gum-dev"]) {
  const sentences = readTreebank(readFileSync(join(data, "treebanks", `${name}.conllu`), "utf8"))
  figures[`${name}, raw text`] = measureSegmentation(sentences)
  figures[`${name}, gold tokens`] = measureParse(sentences)
}
figures["ewt-dev, speed of analyse"] = measureSpeed(
  readTreebank(readFileSync(join(data, "treebanks", "ewt-dev.conllu"), "utf8")),
)

if (options.json) console.log(JSON.stringify(figures, null, 2))
else
  for (const [title, row] of Object.entries(figures))
    console.log(
      title.padEnd(28),
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join("  "),
    )

/** Tokens and sentences of the treebank's own text, paragraph by paragraph: F1 of exact spans. */
function measureSegmentation(sentences: readonly TreebankSentence[]): Record<string, number> {
  const tokens = { right: 0, gold: 0, found: 0 }
  const whole = { right: 0, gold: 0, found: 0 }
  for (const document of groupBy(sentences, sentence => sentence.document)) {
    const { report, tokenSpans, sentenceSpans } = reportOf(document)
    const analysis = analyse(report, english).value
    compare(
      tokens,
      tokenSpans,
      analysis.tokens.map(span => `${span.start}-${span.end}`),
    ) // prettier-ignore
    compare(
      whole,
      sentenceSpans,
      analysis.sentences.map(span => `${span.start}-${span.end}`),
    ) // prettier-ignore
  }
  return { tokenF1: f1(tokens), sentenceF1: f1(whole) }
}

/** Tags and arcs on the treebank's own tokens, punctuation included. */
function measureParse(sentences: readonly TreebankSentence[]): Record<string, number> {
  const parsed = english.tagger.parse(sentences.map(sentence => sentence.forms))
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 }
  let total = 0
  sentences.forEach((gold, index) => {
    const found = parsed[index]!
    for (let at = 0; at < gold.forms.length; at++) {
      total++
      if (gold.upos[at] === found.upos[at]) right.upos++
      if (gold.xpos[at] === found.xpos[at]) right.xpos++
      if (gold.heads[at] !== found.heads[at]) continue
      right.uas++
      if (gold.deprels[at] === found.deprels[at]) right.las++
    }
  })
  return Object.fromEntries(Object.entries(right).map(([key, value]) => [key.toUpperCase(), percent(value / total)]))
}

function measureSpeed(sentences: readonly TreebankSentence[]): Record<string, number> {
  const reports = groupBy(sentences, sentence => sentence.document).map(document => reportOf(document).report)
  for (const report of reports.slice(0, 20)) analyse(report, english)
  let tokens = 0
  const start = performance.now()
  for (const report of reports) tokens += analyse(report, english).value.tokens.length
  return { tokensPerSecond: Math.round(tokens / ((performance.now() - start) / 1000)) }
}

/** A report whose blocks are the paragraphs of the document, with the spans of its gold tokens and sentences. */
function reportOf(document: readonly TreebankSentence[]) {
  let text = ""
  const blocks: { start: number; end: number; label: "paragraph" }[] = []
  const tokenSpans: string[] = []
  const sentenceSpans: string[] = []
  for (const sentence of document) {
    if (sentence.startsParagraph || blocks.length === 0) {
      text += text === "" ? "" : "\n\n"
      blocks.push({ start: text.length, end: text.length, label: "paragraph" })
    } else text += " "
    const start = text.length
    let at = 0
    for (const form of sentence.forms) {
      const found = sentence.text.indexOf(form, at)
      at = found < 0 ? at : found
      tokenSpans.push(`${start + at}-${start + at + form.length}`)
      at += form.length
    }
    text += sentence.text
    sentenceSpans.push(`${start}-${text.length}`)
    blocks.at(-1)!.end = text.length
  }
  const report: Report = {
    id: "measured",
    language: "en",
    encoding: "utf-8",
    format: "text",
    text,
    blocks,
    removed: [],
    repairs: [],
    rawMap: [[0, text.length, 0, text.length]],
  }
  return { report, tokenSpans, sentenceSpans }
}

interface Tally {
  right: number
  gold: number
  found: number
}

function compare(tally: Tally, gold: readonly string[], found: readonly string[]): void {
  const known = new Set(gold)
  tally.gold += gold.length
  tally.found += found.length
  tally.right += found.filter(span => known.has(span)).length
}

function f1({ right, gold, found }: Tally): number {
  return percent((2 * right) / (gold + found))
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}

function groupBy<T>(list: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}
