/** Measures the language layer: `node measure/english.ts --data FOLDER [--json] [--only names]`, FOLDER holding treebanks/ and ner/. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { analyse } from "../src/english/analyse.ts"
import { reportOf } from "../src/english/report-of.ts"
import { readEnglish } from "../src/read-english.ts"
import { compareSpans, type RawDocument, rawDocuments, scoreRawText, type Tally } from "./english/raw-text.ts"
import { readTreebank, type TreebankSentence } from "./read-treebank.ts"

const KIND_OF_LABEL: { readonly [label: string]: string } = {
  person: "person",
  politician: "person",
  organisation: "body",
  politicalparty: "body",
  location: "place",
  country: "place",
}

const KIND_OF_TYPE: { readonly [type: string]: string } = {
  person: "person",
  organization: "body",
  "armed-group": "body",
  place: "place",
  facility: "place",
}

const { values: options } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, only: { type: "string" } },
})
if (!options.data) throw new Error("usage: node measure/english.ts --data FOLDER [--json] [--only PART]")
const data = options.data
const english = readEnglish()
const figures: Record<string, Record<string, number>> = {}

const measures: [title: string, measure: () => Record<string, number>][] = []
for (const name of ["ewt-dev", "gum-dev"]) {
  const sentences = () => readTreebank(readFileSync(join(data, "treebanks", `${name}.conllu`), "utf8"))
  measures.push([`${name}, raw text`, () => measureRawText(rawDocuments(sentences()))])
  if (name === "gum-dev")
    measures.push([
      "gum-dev news, raw text",
      () => measureRawText(rawDocuments(sentences().filter(({ document }) => document.startsWith("GUM_news")))),
    ])
  measures.push([`${name}, gold tokens`, () => measureParse(sentences())])
  measures.push([`${name}, speed of analyse`, () => measureSpeed(sentences())])
}
for (const name of ["conll2003-dev", "politics-dev"])
  measures.push([`${name}, names`, () => measureNames(readFileSync(join(data, "ner", `${name}.txt`), "utf8"))])
for (const [title, measure] of measures) if (title.includes(options.only ?? "")) figures[title] = measure()

if (options.json) console.log(JSON.stringify(figures, null, 2))
else
  for (const [title, row] of Object.entries(figures))
    console.log(
      title.padEnd(28),
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join("  "),
    )

/** Tokens, sentences and parse of the treebank's own running text: F1 of exact spans, and of words with their tags and heads. */
function measureRawText(documents: readonly RawDocument[]): Record<string, number> {
  const tallies = scoreRawText(
    documents.map(document => ({ document, analysis: analyse(document.report, english).value })),
  )
  return Object.fromEntries(Object.entries(tallies).map(([key, tally]) => [`${key}F1`, f1(tally)]))
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
  const reports = rawDocuments(sentences).map(({ report }) => report)
  for (const report of reports.slice(0, 20)) analyse(report, english)
  let tokens = 0
  // Time of the processor, not of the clock: the machine may have other work.
  const start = process.cpuUsage()
  for (const report of reports) tokens += analyse(report, english).value.tokens.length
  const { user, system } = process.cpuUsage(start)
  return { tokensPerSecond: Math.round(tokens / ((user + system) / 1e6)) }
}

/** Names of people, bodies and places: F1 of exact spans and kinds. Twenty sentences make a report, one a paragraph: the files mark no documents. */
function measureNames(file: string): Record<string, number> {
  const empty = () => ({ right: 0, gold: 0, found: 0 })
  const tallies: { [kind: string]: Tally } = { person: empty(), body: empty(), place: empty() }
  const all = empty()
  const sentences = file.trim().split(/\n\s*\n/)
  for (let first = 0; first < sentences.length; first += 20) {
    let text = ""
    const gold: [string, string][] = []
    for (const sentence of sentences.slice(first, first + 20)) {
      text += text === "" ? "" : "\n\n"
      let open: { kind: string | undefined; start: number; end: number } | undefined
      const close = () => {
        if (open?.kind) gold.push([open.kind, `${open.start}-${open.end}`])
        open = undefined
      }
      for (const line of sentence.split("\n")) {
        const [word, label] = line.split("\t") as [string, string]
        const start = text.length
        text += word
        if (!label.startsWith("I-")) close()
        if (label.startsWith("B-")) open = { kind: KIND_OF_LABEL[label.slice(2)], start, end: text.length }
        if (open) open.end = text.length
        text += " "
      }
      close()
      text = text.trimEnd()
    }
    const { mentions } = analyse(reportOf(text), english).value
    const found = mentions.filter(mention => mention.form === "name" && mention.type in KIND_OF_TYPE)
    for (const kind of ["person", "body", "place"]) {
      const tally = tallies[kind]!
      const wanted = gold.filter(([other]) => other === kind).map(([, span]) => span)
      const got = found
        .filter(mention => KIND_OF_TYPE[mention.type] === kind)
        .map(({ start, end }) => `${start}-${end}`)
      compareSpans(tally, wanted, got)
      compareSpans(all, wanted, got)
    }
  }
  return { F1: f1(all), ...Object.fromEntries(Object.entries(tallies).map(([kind, tally]) => [kind, f1(tally)])) }
}

function f1({ right, gold, found }: Tally): number {
  return percent((2 * right) / (gold + found))
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
