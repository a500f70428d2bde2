/**
 * Trains the model that tells where sentences end and writes src/english/tokens/gap-weights.ts:
 * node models/english/sentences/train.ts --data FOLDER [--held-out REST]
 * FOLDER holds ewt-train.conllu and gum-train.conllu. With --held-out nothing is written: every eighth document, beginning with
 * number REST, is left out of the training and measured.
 */

import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { type RawDocument, rawDocument } from "../../../measure/english/raw-text.ts"
import { treebank } from "../../../measure/read/treebank.ts"
import { linearModel } from "../../../src/core/linear-model.ts"
import { FEATURES, rowOf, styleOf } from "../../../src/english/tokens/gap-features.ts"
import { type GapModel, gapModel } from "../../../src/english/tokens/gap-model.ts"
import { findBoundaries } from "../../../src/english/tokens/split-sentences.ts"
import { tokenize } from "../../../src/english/tokens/tokenize.ts"
import { fit, randomNumbers, weightsModule } from "../../train/fit.ts"

// Genres of GUM whose texts may not be used for a model, as in models/english/train/corpora.py.
const GUM_LEFT_OUT = /^GUM_(?:whow|fiction|essay|letter|podcast|conversation)_/

interface Document {
  readonly id: string
  readonly raw: RawDocument
}

const { values: options } = parseArgs({ options: { data: { type: "string" }, "held-out": { type: "string" } } })
if (!options.data) throw new Error("say where the treebanks are: --data FOLDER")
const rest = options["held-out"] === undefined ? undefined : Number(options["held-out"])
const documents = ["ewt-train.conllu", "gum-train.conllu"]
  .flatMap(path => treebank.read({ text: readFileSync(join(options.data!, path), "utf8"), path, beside }))
  .filter(({ id }) => !GUM_LEFT_OUT.test(id))
  .map((document): Document => ({ id: document.id, raw: rawDocument(document) }))
const examples = documents.filter((_, index) => index % 8 !== rest).flatMap(({ raw }) => examplesOf(raw))
const weights = fit(examples, { size: FEATURES }, randomNumbers(17))
console.log(`${examples.length} gaps, ${examples.filter(({ yes }) => yes).length} of them ends of sentences`)
if (rest === undefined) {
  const written = weightsModule(weights, "models/english/sentences/train.ts", "models/english/sentences/README.md")
  writeFileSync(join(import.meta.dirname, "../../../src/english/tokens/gap-weights.ts"), written)
} else {
  const heldOut = documents.filter((_, index) => index % 8 === rest)
  console.log(
    "rules alone",
    sentenceF1(heldOut, (_, isStop) => isStop),
  )
  console.log("with the model", sentenceF1(heldOut, gapModel(linearModel(weights))))
}

function beside(path: string): string {
  throw new Error(`a treebank has no file beside it, such as ${path}`)
}

/** Every gap that the rules leave open, with the answer of the treebank; sentences before it are the treebank's. */
function examplesOf({ report, sentences }: RawDocument) {
  const ends = new Set(sentences.map(({ span }) => Number(span.split("-")[1])))
  const style = styleOf(report.text, report.blocks)
  const found: { features: readonly number[]; yes: boolean }[] = []
  for (const block of report.blocks) {
    const tokens = tokenize(report.text, block)
    findBoundaries(report.text, tokens, rowOf(report.text, tokens, style), (features, _isStop, at) => {
      const here = ends.has(tokens[at]!.end)
      found.push({ features, yes: here })
      return here
    })
  }
  return found
}

/** F1 of exact sentences in each genre, in percent. */
function sentenceF1(list: readonly Document[], model: GapModel): Record<string, number> {
  const tallies = new Map<string, { right: number; all: number }>()
  for (const { id, raw } of list) {
    const gold = new Set(raw.sentences.map(({ span }) => span))
    const { text, blocks } = raw.report
    const style = styleOf(text, blocks)
    const found = blocks.flatMap(block => {
      const tokens = tokenize(text, block)
      const ranges = findBoundaries(text, tokens, rowOf(text, tokens, style), model)
      return ranges.map(({ first, last }) => `${tokens[first]!.start}-${tokens[last - 1]!.end}`)
    })
    const gum = id.startsWith("GUM_")
    for (const name of gum ? ["GUM", id.split("_")[1]!] : ["EWT", id.split("-")[0]!]) {
      const tally = tallies.get(name) ?? { right: 0, all: 0 }
      tally.right += found.filter(span => gold.has(span)).length
      tally.all += gold.size + found.length
      tallies.set(name, tally)
    }
  }
  return Object.fromEntries([...tallies].map(([name, { right, all }]) => [name, Math.round((2000 * right) / all) / 10]))
}
