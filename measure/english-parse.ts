/**
 * Scores and speed of the English model on development text, with the words of the corpus:
 * node measure/english-parse.ts --data FOLDER [--model FILE] [--json]
 */

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { NeuralModel, Parse } from "../src/english/neural/model.ts"
import { loadNeuralModel } from "../src/english/neural/model.ts"

interface TreeSentence {
  readonly document: string
  readonly words: string[]
  readonly upos: string[]
  readonly xpos: string[]
  readonly heads: number[]
  readonly deprels: string[]
}

interface NameSentence {
  readonly words: string[]
  readonly labels: string[]
}

// The genres the training leaves out are left out here too: see models/english/README.md.
const GUM_LEFT_OUT = new Set(["whow", "fiction", "essay", "letter", "podcast", "conversation"])

const NAME_KINDS: Readonly<Record<string, string>> = {
  person: "PERSON",
  politician: "PERSON",
  organisation: "ORGANIZATION",
  politicalparty: "ORGANIZATION",
  location: "PLACE",
  country: "PLACE",
  event: "EVENT",
  election: "EVENT",
  misc: "MISC",
}

/** Sentences of a CoNLL-U file, whole words only. */
export function readTrees(path: string): TreeSentence[] {
  const sentences: TreeSentence[] = []
  let document = ""
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const sentence: TreeSentence = { document, words: [], upos: [], xpos: [], heads: [], deprels: [] }
    for (const line of block.split("\n")) {
      if (line.startsWith("# newdoc id = ")) document = line.slice(14)
      const cells = line.split("\t")
      if (!/^\d+$/.test(cells[0]!)) continue
      sentence.words.push(cells[1]!)
      sentence.upos.push(cells[3]!)
      sentence.xpos.push(cells[4]!)
      sentence.heads.push(Number(cells[6]) - 1)
      sentence.deprels.push(cells[7]!)
    }
    if (0 < sentence.words.length) sentences.push({ ...sentence, document })
  }
  return sentences
}

/** Sentences of a two-column file; hyphens between letters stand alone as in the treebanks, with the label of their word. */
export function readNames(path: string): NameSentence[] {
  const sentences: NameSentence[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\s*\n/)) {
    const sentence: NameSentence = { words: [], labels: [] }
    for (const line of block.split("\n")) {
      const [word, label] = line.split(/\s+/)
      if (word === undefined || label === undefined || word === "" || word === "-DOCSTART-") continue
      const kind = NAME_KINDS[label.slice(2)]
      for (const [index, piece] of splitHyphens(word).entries()) {
        sentence.words.push(piece)
        sentence.labels.push(kind === undefined ? "O" : `${index === 0 ? label[0] : "I"}-${kind}`)
      }
    }
    if (0 < sentence.words.length) sentences.push(sentence)
  }
  return sentences
}

function splitHyphens(word: string): string[] {
  if (!/[\p{L}\p{N}_]-[\p{L}\p{N}_]/u.test(word) || /^[\d-]+$/.test(word)) return [word]
  return word.split(/(?<=[\p{L}\p{N}_.])(-)(?=[\p{L}\p{N}_])/u).filter(piece => piece !== "")
}

function parseByDocument(model: NeuralModel, sentences: readonly TreeSentence[]): Parse[] {
  const parses: Parse[] = []
  for (let first = 0; first < sentences.length; ) {
    let last = first
    while (last < sentences.length && sentences[last]!.document === sentences[first]!.document) last++
    parses.push(...model.parse(sentences.slice(first, last).map(sentence => sentence.words)))
    first = last
  }
  return parses
}

function measureTrees(model: NeuralModel, sentences: readonly TreeSentence[]) {
  const right = { upos: 0, xpos: 0, uas: 0, las: 0 }
  let words = 0
  const parses = parseByDocument(model, sentences)
  for (const [index, gold] of sentences.entries()) {
    const parse = parses[index]!
    for (const [word, head] of gold.heads.entries()) {
      words++
      if (parse.upos[word] === gold.upos[word]) right.upos++
      if (parse.xpos[word] === gold.xpos[word]) right.xpos++
      if (parse.heads[word] !== head) continue
      right.uas++
      if (parse.deprels[word] === gold.deprels[word]) right.las++
    }
  }
  return { words, ...Object.fromEntries(Object.entries(right).map(([key, value]) => [key, percent(value, words)])) }
}

function measureNames(model: NeuralModel, sentences: readonly NameSentence[]) {
  const counts = new Map<string, { gold: number; found: number; right: number }>()
  const countOf = (kind: string) => {
    const count = counts.get(kind) ?? { gold: 0, found: 0, right: 0 }
    counts.set(kind, count)
    return count
  }
  for (let first = 0; first < sentences.length; first += 40) {
    const group = sentences.slice(first, first + 40)
    const parses = model.parse(group.map(sentence => sentence.words))
    for (const [index, sentence] of group.entries()) {
      const gold = spansOf(sentence.labels)
      const found = spansOf(parses[index]!.names)
      for (const span of gold) countOf(kindOf(span)).gold++
      for (const span of found) countOf(kindOf(span)).found++
      for (const span of found) if (gold.has(span)) countOf(kindOf(span)).right++
    }
  }
  const three = ["PERSON", "ORGANIZATION", "PLACE"]
  const scores = Object.fromEntries(three.map(kind => [kind, f1([countOf(kind)])]))
  return { ...scores, three: f1(three.map(countOf)), all: f1([...counts.values()]) }
}

// What these corpora call miscellaneous holds demonyms, and in CoNLL-2003 events too: the three count as one kind.
function spansOf(labels: readonly string[]): Set<string> {
  const spans = new Set<string>()
  for (let start = 0; start < labels.length; start++) {
    const label = labels[start]!
    if (!label.startsWith("B-")) continue
    let end = start + 1
    while (labels[end] === `I-${label.slice(2)}`) end++
    const kind = label.slice(2)
    spans.add(`${start} ${end} ${["EVENT", "NATIONALITY", "MISC"].includes(kind) ? "OTHER" : kind}`)
  }
  return spans
}

function kindOf(span: string): string {
  return span.slice(span.lastIndexOf(" ") + 1)
}

function f1(counts: readonly { gold: number; found: number; right: number }[]): number {
  const sum = (key: "gold" | "found" | "right") => counts.reduce((total, count) => total + count[key], 0)
  return percent(2 * sum("right"), sum("gold") + sum("found"))
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10000 * part) / whole) / 100
}

function measureSpeed(model: NeuralModel, sentences: readonly TreeSentence[]) {
  const words = sentences.reduce((total, sentence) => total + sentence.words.length, 0)
  parseByDocument(model, sentences)
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    parseByDocument(model, sentences)
    times.push(performance.now() - began)
  }
  return { wordsPerSecond: Math.round((1000 * words) / Math.min(...times)) }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: "string" }, model: { type: "string" }, json: { type: "boolean" } },
  })
  if (values.data === undefined) throw new Error("say where the corpora are: --data FOLDER")
  const file = readFileSync(values.model ?? join(import.meta.dirname, "../models/english/english.bin"))
  const began = performance.now()
  const model = loadNeuralModel(file)
  const loadMs = Math.round(performance.now() - began)
  const at = (...parts: string[]) => join(values.data!, ...parts)
  const ewt = readTrees(at("treebanks", "ewt-dev.conllu"))
  const gum = readTrees(at("treebanks", "gum-dev.conllu"))
  const result = {
    file: { bytes: file.length, loadMs },
    "EWT dev": measureTrees(model, ewt),
    "GUM dev, genres used": measureTrees(
      model,
      gum.filter(({ document }) => !GUM_LEFT_OUT.has(document.split("_")[1]!)),
    ),
    "GUM dev, all": measureTrees(model, gum),
    "GUM dev, news": measureTrees(
      model,
      gum.filter(({ document }) => document.startsWith("GUM_news")),
    ),
    "CoNLL-2003 dev names": measureNames(model, readNames(at("ner", "conll2003-dev.txt"))),
    "CrossNER politics dev names": measureNames(model, readNames(at("ner", "politics-dev.txt"))),
    "EWT dev speed": measureSpeed(model, ewt),
  }
  if (values.json) console.log(JSON.stringify(result, null, 2))
  else
    for (const [name, scores] of Object.entries(result)) console.log(name.padEnd(28), ...Object.entries(scores).flat())
}
