import { type Hashed, labelFeatures, MAX_FEATURES, moveFeatures, type ParserState, tagFeatures } from "./features.ts"

/** A table of weights: `classes` weights in each of `rows` rows (a power of two). */
export interface Weights {
  readonly rows: number
  readonly classes: number
  readonly values: Float32Array | Int8Array
}

/** All that the tagger and parser know. */
export interface PerceptronModel {
  /** Joint tags such as "VERB|VBD". */
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  /** Words that have one tag only: form to index of the tag. */
  readonly sure: ReadonlyMap<string, number>
  readonly tagWeights: Weights
  readonly moveWeights: Weights
  readonly labelWeights: Weights
}

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/** Adds up the weights of all features for every class into `scores`. */
export function scoreClasses(weights: Weights, features: Int32Array, count: number, scores: Float32Array): void {
  const { classes, values } = weights
  scores.fill(0)
  for (let feature = 0; feature < count; feature++) {
    const offset = features[feature]! * classes
    for (let index = 0; index < classes; index++) scores[index]! += values[offset + index]!
  }
}

/** A fresh parser state: nothing on the stack. */
export function startState(hashed: Hashed, tags: Int32Array, coarse: Int32Array): ParserState {
  const size = hashed.length + 1
  const none = () => new Int32Array(size).fill(-1)
  return {
    hashed,
    tags,
    coarse,
    stack: [],
    front: 0,
    heads: none(),
    labels: none(),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
    leftCount: new Int32Array(size),
    rightCount: new Int32Array(size),
  }
}

/** Attaches `child` under `head` and keeps the outermost children of the head up to date. */
export function attach(state: ParserState, head: number, child: number, label: number): void {
  state.heads[child] = head
  state.labels[child] = label
  if (child < head) {
    state.left2[head] = state.left[head]!
    state.left[head] = child
    state.leftCount[head]!++
  } else {
    state.right2[head] = state.right[head]!
    state.right[head] = child
    state.rightCount[head]!++
  }
}

/** Whether the move may be made: the root has one child only and no token is left without a head. */
export function isLegal(state: ParserState, move: number): boolean {
  const { stack, front, hashed } = state
  if (move === SHIFT) return front < hashed.length
  if (move === LEFT) return 0 < stack.length && (front < hashed.length || stack.length === 1)
  return 1 < stack.length
}

/** Scratch memory of one tagger. */
export interface Scratch {
  readonly features: Int32Array
  readonly tagScores: Float32Array
  readonly moveScores: Float32Array
  readonly labelScores: Float32Array
}

/** Scratch memory that fits the model. */
export function scratchFor(model: Pick<PerceptronModel, "tags" | "labels">): Scratch {
  return {
    features: new Int32Array(MAX_FEATURES),
    tagScores: new Float32Array(model.tags.length),
    moveScores: new Float32Array(3),
    labelScores: new Float32Array(model.labels.length),
  }
}

/** Index of the joint tag of every token. */
export function tagHashed(model: PerceptronModel, hashed: Hashed, scratch: Scratch): Int32Array {
  const tags = new Int32Array(hashed.length)
  for (let at = 0; at < hashed.length; at++) {
    const sure = model.sure.get(hashed.forms[at]!)
    if (sure !== undefined) {
      tags[at] = sure
      continue
    }
    const count = tagFeatures(hashed, at, tags, model.tagWeights.rows - 1, scratch.features)
    scoreClasses(model.tagWeights, scratch.features, count, scratch.tagScores)
    tags[at] = highest(scratch.tagScores)
  }
  return tags
}

/** The label that scores best; "root" exactly under the artificial root. */
export function bestLabel(model: PerceptronModel, state: ParserState, head: number, child: number, s: Scratch): number {
  const count = labelFeatures(state, head, child, model.labelWeights.rows - 1, s.features)
  scoreClasses(model.labelWeights, s.features, count, s.labelScores)
  const isRoot = head === state.hashed.length
  let best = -1
  for (let label = 0; label < model.labels.length; label++) {
    if (isRoot !== (model.labels[label] === "root")) continue
    if (best < 0 || s.labelScores[best]! < s.labelScores[label]!) best = label
  }
  return best
}

/** Parses greedily: the best legal move until every token has a head. */
export function parseHashed(
  model: PerceptronModel,
  hashed: Hashed,
  tags: Int32Array,
  coarse: Int32Array,
  s: Scratch,
): ParserState {
  const state = startState(hashed, tags, coarse)
  while (state.front < hashed.length || 0 < state.stack.length) {
    const count = moveFeatures(state, model.moveWeights.rows - 1, s.features)
    scoreClasses(model.moveWeights, s.features, count, s.moveScores)
    let best = -1
    for (let move = 0; move < 3; move++)
      if (isLegal(state, move) && (best < 0 || s.moveScores[best]! < s.moveScores[move]!)) best = move
    if (best === SHIFT) state.stack.push(state.front++)
    else {
      const child = state.stack.pop()!
      const head = best === LEFT ? state.front : state.stack.at(-1)!
      attach(state, head, child, bestLabel(model, state, head, child, s))
    }
  }
  return state
}

/** Index of the highest score, the first of equals. */
export function highest(scores: Float32Array): number {
  let best = 0
  for (let index = 1; index < scores.length; index++) if (scores[best]! < scores[index]!) best = index
  return best
}
