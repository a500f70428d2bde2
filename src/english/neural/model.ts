import { findBestLabels } from "./best-labels.ts"
import type { Dense, StateDense } from "./kernel.ts"
import { FLOAT, Kernel, LEAKY, ROUND } from "./kernel.ts"
import { findHeads } from "./spanning-tree.ts"
import type { Weights } from "./weights.ts"
import { readWeights } from "./weights.ts"
import { WordInputs } from "./word-inputs.ts"

/** What the model says of one sentence; every list has one item for each word. */
export interface Parse {
  readonly upos: string[]
  readonly xpos: string[]
  /** Index of the head within the sentence, or -1 for the root. */
  readonly heads: number[]
  readonly deprels: string[]
  /** "O", or "B-" or "I-" with PERSON, ORGANIZATION, PLACE, EVENT, NATIONALITY or MISC. */
  readonly names: string[]
}

/** The neural tagger, parser and name finder. It keeps only a cache of words: no result depends on earlier calls. */
export interface NeuralModel {
  /** Parses sentences given as words, best a whole document at a time. Same words, same result, on every machine. */
  parse(sentences: readonly (readonly string[])[]): Parse[]
}

// Words worked on together, so that the numbers in flight stay in the processor's second cache. Measured 2026-11: 256 to 1024 differ by 3 %.
const CHUNK_WORDS = 512
// Longer sentences (tables, lists without stops) are parsed in pieces, the later ones hung on the first.
const LONGEST_SENTENCE = 400

/**
 * Builds the model from the bytes of models/english/english.bin; does no input or output.
 * `plain` takes the kernel without relaxed SIMD, which gives the same results.
 */
export function loadNeuralModel(bytes: Uint8Array, { plain = false } = {}): NeuralModel {
  const network = new Network(readWeights(bytes), new Kernel(plain))
  return {
    parse(sentences) {
      const pieces: { readonly sentence: number; readonly words: readonly string[] }[] = []
      for (const [sentence, words] of sentences.entries())
        for (let start = 0; start < words.length; start += LONGEST_SENTENCE)
          pieces.push({ sentence, words: words.slice(start, start + LONGEST_SENTENCE) })
      // Sentences of like length run side by side. The order has no influence on the result, only on time.
      const order = pieces.map((_, index) => index)
      order.sort((a, b) => pieces[b]!.words.length - pieces[a]!.words.length || a - b)
      const parsed: Parse[] = []
      for (let first = 0; first < order.length; ) {
        let last = first
        let size = 0
        while (last < order.length) {
          size += pieces[order[last]!]!.words.length
          if (CHUNK_WORDS < size && first < last) break
          last++
        }
        const chunk = order.slice(first, last)
        const results = network.run(chunk.map(index => pieces[index]!.words))
        for (const [place, index] of chunk.entries()) parsed[index] = results[place]!
        first = last
      }
      const whole = sentences.map((): Parse => ({ upos: [], xpos: [], heads: [], deprels: [], names: [] }))
      for (const [index, piece] of pieces.entries()) append(whole[piece.sentence]!, parsed[index]!)
      return whole
    },
  }
}

// Hangs the root of a further piece on the root of the first.
function append(sentence: Parse, piece: Parse): void {
  const shift = sentence.upos.length
  const root = sentence.heads.indexOf(-1)
  for (const [index, head] of piece.heads.entries()) {
    const hung = head === -1 && 0 < shift
    sentence.heads.push(hung ? root : head === -1 ? -1 : head + shift)
    sentence.deprels.push(hung ? "parataxis" : piece.deprels[index]!)
  }
  sentence.upos.push(...piece.upos)
  sentence.xpos.push(...piece.xpos)
  sentence.names.push(...piece.names)
}

/** Layers that read what the recurrent layers give. */
const STATE_LAYERS = ["tag1", "name1", "arcHead", "arcDep", "relationHead", "relationDep"] as const
const SMALL_LAYERS = ["tag2", "name2", "arc", "relation"] as const

type Layers<Name extends string, Kind> = Readonly<Record<Name, Kind>>

function layersOf<Name extends string, Kind>(names: readonly Name[], load: (name: Name) => Kind): Layers<Name, Kind> {
  return Object.fromEntries(names.map(name => [name, load(name)])) as Record<Name, Kind>
}

class Network {
  readonly #weights: Weights
  readonly #kernel: Kernel
  readonly #inputs: WordInputs
  readonly #upos: string[]
  readonly #xpos: string[]
  readonly #rootRelation: number
  readonly #input2: StateDense
  readonly #states: Layers<(typeof STATE_LAYERS)[number], StateDense>
  readonly #small: Layers<(typeof SMALL_LAYERS)[number], Dense>
  /** Forward and backward weights of each layer. */
  readonly #again: readonly (readonly [StateDense, StateDense])[]
  readonly #table: number
  readonly #rootArc: number
  readonly #rootRelationRow: number
  readonly #work: number
  #buffers: ReturnType<Network["reserve"]>

  constructor(weights: Weights, kernel: Kernel) {
    this.#kernel = kernel
    this.#weights = weights
    this.#upos = weights.tags.map(tag => tag.slice(0, tag.indexOf("|")))
    this.#xpos = weights.tags.map(tag => tag.slice(tag.indexOf("|") + 1))
    this.#rootRelation = weights.relations.indexOf("root")
    this.#input2 = kernel.stateDense(weights, "layer2.input")
    this.#states = layersOf(STATE_LAYERS, name => kernel.stateDense(weights, name))
    this.#small = layersOf(SMALL_LAYERS, name => kernel.dense(weights, name))
    this.#again = [1, 2].map(layer => [
      kernel.stateDense(weights, `layer${layer}.again0`, 16),
      kernel.stateDense(weights, `layer${layer}.again1`, 16),
    ])
    this.#table = kernel.place(weights, "sigmoid")
    this.#rootArc = kernel.place(weights, "rootArc")
    this.#rootRelationRow = kernel.place(weights, "rootRelation")
    this.#work = kernel.allocate(weights.hidden * 81 + 64)
    this.#inputs = new WordInputs(weights, kernel)
    this.#buffers = this.reserve(CHUNK_WORDS)
  }

  /** Memory for what is computed of up to so many words. */
  reserve(words: number) {
    const rows = words + 4
    const { tag1, name1, arcHead, arcDep, relationHead } = this.#states
    const { tag2, name2, arc, relation } = this.#small
    const longest = Math.min(words, LONGEST_SENTENCE)
    const room = (bytesPerRow: number) => this.#kernel.allocate(rows * bytesPerRow)
    return {
      words,
      pointers: room(4),
      list: room(8),
      // A byte for each unit: first layer forward and backward, then the second.
      states: room(this.#weights.hidden * 4),
      input2: room(this.#input2.columns * 4),
      tag1: room(tag1.columns * 2),
      tag2: room(tag2.columns * 4),
      name1: room(name1.columns * 2),
      name2: room(name2.columns * 4),
      arcHead: room(arcHead.columns * 2),
      arcDep: room(arcDep.columns * 2),
      arc: room(arc.columns * 2),
      relationHead: room(relationHead.columns * 4),
      relationDep: room(relationHead.columns * 4),
      joined: room(relationHead.columns * 2),
      relation: room(relation.columns * 4),
      scores: this.#kernel.allocate(longest * (longest + 1) * 4),
    }
  }

  /** Parses sentences of like length, none empty, longest first. */
  run(sentences: readonly (readonly string[])[]): Parse[] {
    const kernel = this.#kernel
    const { dotLimit, shortLimit } = this.#weights
    const firsts: number[] = []
    let count = 0
    for (const sentence of sentences) {
      firsts.push(count)
      count += sentence.length
    }
    if (this.#buffers.words < count) this.#buffers = this.reserve(count)
    const at = this.#buffers
    const { tag1, name1, arcHead, arcDep, relationHead, relationDep } = this.#states
    const { tag2, name2, arc, relation } = this.#small
    const stride = this.#weights.hidden * 4
    const second = at.states + stride / 2

    this.#inputs.point(sentences, at.pointers)
    this.#recur(0, sentences, firsts, at.states)
    kernel.stateProduct(this.#input2, at.states, stride, at.input2, count, FLOAT)
    for (let word = 0; word < count; word++)
      kernel.i32[(at.pointers >> 2) + word] = at.input2 + word * this.#input2.columns * 4
    this.#recur(1, sentences, firsts, second)

    kernel.stateProduct(tag1, at.states, stride, at.tag1, count, LEAKY, shortLimit)
    kernel.product(tag2, at.tag1, at.tag2, count, FLOAT)
    kernel.stateProduct(name1, at.states, stride, at.name1, count, LEAKY, shortLimit)
    kernel.product(name2, at.name1, at.name2, count, FLOAT)
    kernel.stateProduct(arcHead, second, stride, at.arcHead, count, LEAKY, dotLimit)
    kernel.stateProduct(arcDep, second, stride, at.arcDep, count, LEAKY, shortLimit)
    kernel.product(arc, at.arcDep, at.arc, count, ROUND, dotLimit)
    kernel.stateProduct(relationHead, second, stride, at.relationHead, count, FLOAT)
    kernel.stateProduct(relationDep, second, stride, at.relationDep, count, FLOAT)

    const heads = sentences.map((sentence, index) => this.#heads(sentence.length, firsts[index]!))
    const relationBytes = relationHead.columns * 4
    for (const [index, sentence] of heads.entries())
      for (const [word, head] of sentence.entries())
        kernel.i32[(at.pointers >> 2) + firsts[index]! + word] =
          head === 0 ? this.#rootRelationRow : at.relationHead + (firsts[index]! + head - 1) * relationBytes
    kernel.call.join(at.pointers, at.relationDep, at.joined, count, relationHead.columns, shortLimit)
    kernel.product(relation, at.joined, at.relation, count, FLOAT)
    return sentences.map((sentence, index) => this.#read(sentence.length, firsts[index]!, heads[index]!))
  }

  #recur(layer: 0 | 1, sentences: readonly (readonly string[])[], firsts: readonly number[], out: number): void {
    const { pointers, list } = this.#buffers
    const { hidden } = this.#weights
    let place = list >> 2
    for (const [index, sentence] of sentences.entries()) {
      this.#kernel.i32[place++] = firsts[index]!
      this.#kernel.i32[place++] = sentence.length
    }
    for (const back of [0, 1] as const) {
      const { weights, start, scale } = this.#again[layer]![back]
      const call = this.#kernel.call.recur
      const [work, table] = [this.#work, this.#table]
      call(pointers, list, sentences.length, back, weights, start, scale, out, hidden * 4, hidden, work, table)
    }
  }

  #heads(count: number, first: number): number[] {
    const { call } = this.#kernel
    const at = this.#buffers
    const size = this.#small.arc.columns
    const left = at.arc + first * size * 2
    const stride = (count + 1) * 4
    call.dots(left, this.#rootArc, at.scores, stride, count, 1, size)
    call.dots(left, at.arcHead + first * size * 2, at.scores + 4, stride, count, count, size)
    const start = at.scores >> 2
    return findHeads(this.#kernel.i32.subarray(start, start + count * (count + 1)), count)
  }

  #read(count: number, first: number, heads: readonly number[]): Parse {
    const { f32 } = this.#kernel
    const { tag2, name2, relation } = this.#small
    const { relations, names, tags } = this.#weights
    const at = this.#buffers
    const upos: string[] = []
    const xpos: string[] = []
    const deprels: string[] = []
    for (let word = first; word < first + count; word++) {
      const tag = largest(f32, (at.tag2 >> 2) + word * tag2.columns, tags.length, -1)
      upos.push(this.#upos[tag]!)
      xpos.push(this.#xpos[tag]!)
      const start = (at.relation >> 2) + word * relation.columns
      const best =
        heads[word - first] === 0 ? this.#rootRelation : largest(f32, start, relations.length, this.#rootRelation)
      deprels.push(relations[best]!)
    }
    const labels = findBestLabels(f32, (at.name2 >> 2) + first * name2.columns, name2.columns, count, names)
    return { upos, xpos, heads: heads.map(head => head - 1), deprels, names: labels }
  }
}

// Index of the largest of `count` numbers, the first of equals, leaving out one index.
function largest(numbers: Float32Array, start: number, count: number, except: number): number {
  let best = except === 0 ? 1 : 0
  for (let index = best + 1; index < count; index++)
    if (index !== except && numbers[start + best]! < numbers[start + index]!) best = index
  return best
}
