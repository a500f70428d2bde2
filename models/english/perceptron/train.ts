/**
 * Trains the tagger and parser: `node models/english/perceptron/train.ts DATA`, DATA holding treebanks/ewt-train.conllu and
 * gum-train.conllu. Writes model.bin beside this file. Seeded: the same data gives the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readTreebank, type TreebankSentence } from "../../../measure/read-treebank.ts"
import { hashSentence, labelFeatures, moveFeatures, tagFeatures } from "../../../src/english/perceptron/features.ts"
import { coarseTags, writeModel } from "../../../src/english/perceptron/load-perceptron.ts"
import {
  attach,
  bestLabel,
  highest,
  isLegal,
  LEFT,
  type PerceptronModel,
  RIGHT,
  SHIFT,
  scoreClasses,
  scratchFor,
  startState,
  tagHashed,
  type Weights,
} from "../../../src/english/perceptron/parse.ts"

const TAG_EPOCHS = 5
const PARSE_EPOCHS = 8
const EXPLORE = 0.9
const MOVE_ROWS = 2 ** 21
const LABEL_ROWS = 2 ** 18
const TAG_ROWS = 2 ** 18
/** Weights below these are dropped: tags, moves, labels. */
const THRESHOLDS = [0.6, 0.4, 0.6]

/** Weights while they are learned: the sum over time gives the average at the end. */
interface Learner extends Weights {
  readonly values: Float32Array
  readonly sums: Float32Array
  clock: number
}

type Sentence = TreebankSentence & { hashed: ReturnType<typeof hashSentence> }

const data = process.argv[2]
if (!data) throw new Error("usage: node models/english/perceptron/train.ts DATA")
const random = randomFrom(1)
const sentences: Sentence[] = ["ewt-train", "gum-train"]
  .flatMap(name => readTreebank(readFileSync(join(data, "treebanks", `${name}.conllu`), "utf8")))
  // Long lists would cost much time and teach little. How-to pages and fiction are left out for their licences.
  .filter(sentence => sentence.forms.length < 120 && !/^GUM_(whow|fiction)/.test(sentence.document))
  .map(sentence => ({ ...sentence, hashed: hashSentence(sentence.forms) }))
const tags = frequentTags(sentences)
const tagIndex = new Map(tags.map((tag, index) => [tag, index]))
const labels = [...new Set(sentences.flatMap(sentence => sentence.deprels))].sort()
const labelIndex = new Map(labels.map((label, index) => [label, index]))
const sure = sureWords(sentences)

const even = sentences.filter((_, index) => index % 2 === 0)
const odd = sentences.filter((_, index) => index % 2 === 1)
const full = trainTagger(sentences, TAG_EPOCHS)
// The parser must see the errors it will meet: each half is tagged by a tagger that learned from the other.
const predicted = new Map<Sentence, Int32Array>()
for (const [learn, apply] of [
  [even, odd],
  [odd, even],
] as const) {
  const half = trainTagger(learn, 3)
  for (const sentence of apply) predicted.set(sentence, tagHashed(half, sentence.hashed, scratchFor(half)))
}
const model = trainParser(sentences)
const bytes = writeModel(model, THRESHOLDS)
writeFileSync(new URL("model.bin", import.meta.url), bytes)
console.log(`${(bytes.length / 1e6).toFixed(1)} MB`)

function trainTagger(examples: readonly Sentence[], epochs: number): PerceptronModel {
  const learner = newLearner(TAG_ROWS, tags.length)
  const scratch = scratchFor({ tags, labels })
  for (let epoch = 0; epoch < epochs; epoch++) {
    let right = 0
    let total = 0
    for (const sentence of shuffled(examples)) {
      const given = new Int32Array(sentence.forms.length)
      for (let at = 0; at < given.length; at++) {
        const gold = tagIndex.get(`${sentence.upos[at]}|${sentence.xpos[at]}`)
        const only = sure.get(sentence.forms[at]!)
        if (only !== undefined) {
          given[at] = only
          continue
        }
        const count = tagFeatures(sentence.hashed, at, given, TAG_ROWS - 1, scratch.features)
        scoreClasses(learner, scratch.features, count, scratch.tagScores)
        const best = highest(scratch.tagScores)
        if (gold !== undefined && gold !== best) learn(learner, scratch.features, count, gold, best)
        learner.clock++
        if (gold === best) right++
        total++
        given[at] = best
      }
    }
    console.log(`tagger epoch ${epoch + 1}: ${((right / total) * 100).toFixed(2)}`)
  }
  const none = { rows: 1, classes: 1, values: new Float32Array(1) }
  return { tags, labels, sure, tagWeights: averaged(learner), moveWeights: none, labelWeights: none }
}

function trainParser(examples: readonly Sentence[]): PerceptronModel {
  const moves = newLearner(MOVE_ROWS, 3)
  const relations = newLearner(LABEL_ROWS, labels.length)
  const learning: PerceptronModel = { ...full, moveWeights: moves, labelWeights: relations }
  const scratch = scratchFor(learning)
  const coarseOf = coarseTags(tags)
  for (let epoch = 0; epoch < PARSE_EPOCHS; epoch++) {
    let right = 0
    let total = 0
    for (const sentence of shuffled(examples)) {
      const length = sentence.forms.length
      const gold = Int32Array.from([...sentence.heads.map(head => (head < 0 ? length : head)), -1])
      const tagged = predicted.get(sentence)!
      const state = startState(
        sentence.hashed,
        tagged,
        tagged.map(tag => coarseOf[tag]!),
      )
      while (state.front < length || 0 < state.stack.length) {
        const count = moveFeatures(state, MOVE_ROWS - 1, scratch.features)
        scoreClasses(moves, scratch.features, count, scratch.moveScores)
        const costs = [SHIFT, LEFT, RIGHT].map(move => (isLegal(state, move) ? costOf(move, state, gold) : Infinity))
        const least = Math.min(...costs)
        let best = -1
        let bestGold = -1
        for (const move of [SHIFT, LEFT, RIGHT]) {
          const score = scratch.moveScores[move]!
          if (costs[move]! < Infinity && (best < 0 || scratch.moveScores[best]! < score)) best = move
          if (costs[move] === least && (bestGold < 0 || scratch.moveScores[bestGold]! < score)) bestGold = move
        }
        if (costs[best] === least) right++
        else learn(moves, scratch.features, count, bestGold, best)
        moves.clock++
        total++
        const move = costs[best] === least || (0 < epoch && random() < EXPLORE) ? best : bestGold
        if (move === SHIFT) {
          state.stack.push(state.front++)
          continue
        }
        const child = state.stack.pop()!
        const head = move === LEFT ? state.front : state.stack.at(-1)!
        const label = bestLabel(learning, state, head, child, scratch)
        if (gold[child] === head) {
          const wanted = labelIndex.get(sentence.deprels[child]!)!
          if (wanted !== label) {
            const labelCount = labelFeatures(state, head, child, LABEL_ROWS - 1, scratch.features)
            learn(relations, scratch.features, labelCount, wanted, label)
          }
          relations.clock++
        }
        attach(state, head, child, label)
      }
    }
    console.log(`parser epoch ${epoch + 1}: ${((right / total) * 100).toFixed(2)}`)
  }
  return { ...full, moveWeights: averaged(moves), labelWeights: averaged(relations) }
}

/** Number of right arcs that can no longer be made after the move (dynamic oracle of arc-hybrid). */
function costOf(move: number, state: ReturnType<typeof startState>, gold: Int32Array): number {
  const { stack, front } = state
  const length = gold.length - 1
  let cost = 0
  if (move === SHIFT) {
    for (let index = 0; index < stack.length; index++) {
      if (index < stack.length - 1 && gold[front] === stack[index]) cost++
      if (gold[stack[index]!] === front) cost++
    }
    return cost
  }
  const top = stack.at(-1)!
  for (let index = front; index < length; index++) if (gold[index] === top) cost++
  const head = gold[top]!
  if (move === LEFT) return cost + (front < head || (1 < stack.length && head === stack.at(-2)) ? 1 : 0)
  return cost + (front <= head ? 1 : 0)
}

function frequentTags(examples: readonly Sentence[]): string[] {
  const counts = new Map<string, number>()
  for (const { upos, xpos } of examples)
    upos.forEach((tag, at) => {
      counts.set(`${tag}|${xpos[at]}`, (counts.get(`${tag}|${xpos[at]}`) ?? 0) + 1)
    })
  return [...counts]
    .filter(([, count]) => 5 <= count)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag]) => tag)
}

function sureWords(examples: readonly Sentence[]): Map<string, number> {
  const seen = new Map<string, Map<string, number>>()
  for (const { forms, upos, xpos } of examples)
    forms.forEach((form, at) => {
      const counts = seen.get(form) ?? new Map<string, number>()
      seen.set(form, counts.set(`${upos[at]}|${xpos[at]}`, (counts.get(`${upos[at]}|${xpos[at]}`) ?? 0) + 1))
    })
  const found = new Map<string, number>()
  for (const [form, counts] of seen) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const [tag, count] = [...counts].sort((a, b) => b[1] - a[1])[0]!
    if (30 <= total && 0.995 <= count / total && tagIndex.has(tag)) found.set(form, tagIndex.get(tag)!)
  }
  return found
}

function newLearner(rows: number, classes: number): Learner {
  return {
    rows,
    classes,
    values: new Float32Array(rows * classes),
    sums: new Float32Array(rows * classes),
    clock: 1,
  }
}

function learn(learner: Learner, features: Int32Array, count: number, right: number, wrong: number): void {
  for (let feature = 0; feature < count; feature++) {
    const offset = features[feature]! * learner.classes
    learner.values[offset + right]! += 1
    learner.sums[offset + right]! += learner.clock
    learner.values[offset + wrong]! -= 1
    learner.sums[offset + wrong]! -= learner.clock
  }
}

function averaged({ rows, classes, values, sums, clock }: Learner): Weights {
  return {
    rows,
    classes,
    values: values.map((value, index) => (value || sums[index] ? value - sums[index]! / clock : 0)),
  }
}

function shuffled<T>(list: readonly T[]): T[] {
  const copy = [...list]
  for (let index = copy.length - 1; 0 < index; index--) {
    const other = Math.floor(random() * (index + 1))
    ;[copy[index], copy[other]] = [copy[other]!, copy[index]!]
  }
  return copy
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
