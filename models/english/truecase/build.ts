// Builds case.bin: `node models/english/truecase/build.ts --data FOLDER`, FOLDER as the README of this folder tells. Deterministic: same corpora, same bytes.
// An averaged perceptron over hashed features. The file holds sums of weights and bits of hashes, no word and no text.
import { readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import list from "i18n-nationality/langs/en.json" with { type: "json" }
import { armedGroupsFileSchema } from "../../../src/english/names/armed-groups.ts"
import { buildGazetteer } from "../../../src/english/names/gazetteer.ts"
import { loadGazetteer } from "../../../src/english/places/gazetteer.ts"
import {
  BUCKETS,
  bestForm,
  type CaseInputs,
  FIXED,
  hashOf,
  inputsOf,
  KNOWN_BITS,
  MOVING,
  moving,
  setKnown,
  writeCaseModel,
} from "../../../src/english/truecase/case-model.ts"
import { caselessnessOf } from "../../../src/english/truecase/case-of-text.ts"
import { type CaseWord, caseWordsOf, FORMS, formOf } from "../../../src/english/truecase/case-words.ts"
import { isShort } from "../../../src/english/truecase/is-short.ts"
import { buildCaseLexicon } from "../../../src/english/truecase/lexicon.ts"
import armedGroups from "../../../src/packs/political-violence/armed-groups.json" with { type: "json" }
import { readHonestText } from "./read-corpora.ts"

const { values: options } = parseArgs({ options: { data: { type: "string" }, rounds: { type: "string" } } })
if (!options.data) throw new Error("usage: node models/english/truecase/build.ts --data FOLDER [--rounds N]")
/** A word has features of its own when it is in so many documents: below, it may be a private person's name. */
const DOCUMENTS = 3
const ROUNDS = Number(options.rounds ?? 5)

interface Stretch {
  readonly words: readonly CaseWord[]
  readonly gold: Uint8Array
  inputs?: CaseInputs
}

const places = loadGazetteer(readFileSync(new URL("../places/places.bin", import.meta.url)))
const groups = armedGroupsFileSchema.parse(armedGroups).groups
const lexicon = buildCaseLexicon(buildGazetteer({ armedGroups: groups, nationalities: list.nationalities }), places)
const documents = readHonestText(options.data)

const stretches: Stretch[] = []
const seenIn = new Map<string, number>()
for (const document of documents) {
  const keys = new Set<string>()
  for (const text of document) {
    if (caselessnessOf(text)) continue
    const words = caseWordsOf(text, isShort)
    const gold = Uint8Array.from(words, word => FORMS.indexOf(formOf(text.slice(word.start, word.end)) ?? "small"))
    if (words.length < 3) continue
    stretches.push({ words, gold })
    for (const { key } of words) keys.add(key)
  }
  for (const key of keys) seenIn.set(key, (seenIn.get(key) ?? 0) + 1)
}
const known = new Uint8Array(KNOWN_BITS / 8)
let knownWords = 0
for (const [key, count] of seenIn)
  if (DOCUMENTS <= count) {
    setKnown(known, hashOf(key))
    knownWords++
  }

const weights = new Float32Array(BUCKETS * 2)
const sums = new Float64Array(BUCKETS * 2)
const order = stretches.map((_, index) => index)
let step = 1
let random = 12345
for (let round = 0; round < ROUNDS; round++) {
  for (let index = order.length - 1; 0 < index; index--) {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    const other = (random >>> 8) % (index + 1)
    ;[order[index], order[other]] = [order[other]!, order[index]!]
  }
  let [right, total] = [0, 0]
  for (const index of order) {
    const stretch = stretches[index]!
    stretch.inputs ??= inputsOf(stretch.words, known, lexicon.flagsOf(stretch.words))
    const result = learn(stretch.inputs, stretch.gold)
    right += result.right
    total += result.total
  }
  console.log(`round ${round + 1}: ${((100 * right) / total).toFixed(2)} % of ${total} words right while learning`)
}

/** One pass over a stretch. The word that opens a sentence is read but not learned from: its capital tells nothing. */
function learn(inputs: CaseInputs, gold: Uint8Array): { right: number; total: number } {
  const { words, fixed } = inputs
  const forms = new Uint8Array(words.length)
  const row = new Int32Array(FIXED + MOVING)
  const moved = row.subarray(FIXED)
  let [right, total] = [0, 0]
  for (let at = 0; at < words.length; at++) {
    if (words[at]!.number) continue
    moving(inputs, at, forms[at - 1] ?? 3, forms[at - 2] ?? 3, moved)
    row.set(fixed.subarray(at * FIXED, (at + 1) * FIXED))
    let [capital, upper] = [0, 0]
    for (const bucket of row) {
      capital += weights[bucket * 2]!
      upper += weights[bucket * 2 + 1]!
    }
    const found = bestForm(capital, upper)
    forms[at] = found
    if (words[at]!.opens) continue
    const wanted = gold[at]!
    total++
    step++
    if (found === wanted) right++
    else
      for (const bucket of row) {
        if (0 < wanted) change(bucket * 2 + wanted - 1, 1)
        if (0 < found) change(bucket * 2 + found - 1, -1)
      }
  }
  return { right, total }
}

function change(index: number, by: number): void {
  weights[index]! += by
  sums[index]! += by * step
}

// The mean of the weights over all steps, then in steps of one byte: the largest thousandth is cut.
const means = Float64Array.from(weights, (weight, index) => weight - sums[index]! / step)
const sizes = means.map(Math.abs).sort()
const largest = sizes[Math.floor(sizes.length * 0.9995)]!
const bytes = Int8Array.from(means, mean => Math.max(-127, Math.min(127, Math.round((mean / largest) * 127))))
const file = writeCaseModel({ weights: bytes, known })
writeFileSync(new URL("case.bin", import.meta.url), file)
console.log(
  `case.bin: ${file.length} bytes, ${documents.length} documents, ${stretches.length} paragraphs, ${knownWords} known words, ${bytes.filter(byte => byte !== 0).length} weights`,
)
