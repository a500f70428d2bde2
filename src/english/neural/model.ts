import { findBestLabels } from "./best-labels.ts"
import type { Dense } from "./kernel.ts"
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

/** Builds the model from the bytes of models/english/english.bin; does no input or output. */
export function loadNeuralModel(bytes: Uint8Array): NeuralModel {
  const network = new Network(readWeights(bytes))
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

interface Layer {
  readonly again: readonly [Dense, Dense]
}

class Network {
  readonly #weights: Weights
  readonly #kernel = new Kernel()
  readonly #inputs: WordInputs
  readonly #upos: string[]
  readonly #xpos: string[]
  readonly #rootRelation: number
  readonly #dense: Record<
    | "input2"
    | "tag1"
    | "tag2"
    | "name1"
    | "name2"
    | "arcHead"
    | "arcDep"
    | "arc"
    | "relationHead"
    | "relationDep"
    | "relation",
    Dense
  >
  readonly #layers: readonly [Layer, Layer]
  readonly #table: number
  readonly #rootArc: number
  readonly #rootRelationRow: number
  readonly #work: number
  #buffers: ReturnType<Network["reserve"]>

  constructor(weights: Weights) {
    const kernel = this.#kernel
    this.#weights = weights
    this.#upos = weights.tags.map(tag => tag.slice(0, tag.indexOf("|")))
    this.#xpos = weights.tags.map(tag => tag.slice(tag.indexOf("|") + 1))
    this.#rootRelation = weights.relations.indexOf("root")
    const dense = (name: string) => kernel.dense(weights, name)
    this.#dense = {
      input2: dense("layer2.input"),
      tag1: dense("tag1"),
      tag2: dense("tag2"),
      name1: dense("name1"),
      name2: dense("name2"),
      arcHead: dense("arcHead"),
      arcDep: dense("arcDep"),
      arc: dense("arc"),
      relationHead: dense("relationHead"),
      relationDep: dense("relationDep"),
      relation: dense("relation"),
    }
    const layer = (number: number): Layer => ({
      again: [kernel.dense(weights, `layer${number}.again0`, 16), kernel.dense(weights, `layer${number}.again1`, 16)],
    })
    this.#layers = [layer(1), layer(2)]
    this.#table = kernel.place(weights, "sigmoid")
    this.#work = kernel.allocate(weights.hidden * 84 + 64)
    this.#inputs = new WordInputs(weights, kernel)

    const width = weights.hidden * 2
    const root = kernel.allocate(width * 2 * 4)
    kernel.i16.set(weights.tensor("root").data, root >> 1)
    this.#rootArc = kernel.allocate(this.#dense.arcHead.columns * 2 * 4)
    this.#rootRelationRow = kernel.allocate(this.#dense.relationHead.columns * 4 * 4)
    kernel.product(this.#dense.arcHead, root, this.#rootArc, 1, LEAKY, weights.dotLimit)
    kernel.product(this.#dense.relationHead, root, this.#rootRelationRow, 1, FLOAT)
    this.#buffers = this.reserve(CHUNK_WORDS)
  }

  /** Memory for what is computed of up to so many words. */
  reserve(words: number) {
    const rows = words + 4
    const { input2, tag1, tag2, name1, name2, arcHead, arcDep, arc, relationHead, relation } = this.#dense
    const longest = Math.min(words, LONGEST_SENTENCE)
    const room = (bytesPerRow: number) => this.#kernel.allocate(rows * bytesPerRow)
    return {
      words,
      pointers: room(4),
      list: room(8),
      states1: room(this.#weights.hidden * 4),
      states2: room(this.#weights.hidden * 4),
      input2: room(input2.columns * 4),
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
    const dense = this.#dense

    this.#inputs.point(sentences, at.pointers)
    this.#recur(0, sentences, firsts, at.states1)
    kernel.product(dense.input2, at.states1, at.input2, count, FLOAT)
    for (let word = 0; word < count; word++)
      kernel.i32[(at.pointers >> 2) + word] = at.input2 + word * dense.input2.columns * 4
    this.#recur(1, sentences, firsts, at.states2)

    kernel.product(dense.tag1, at.states1, at.tag1, count, LEAKY, shortLimit)
    kernel.product(dense.tag2, at.tag1, at.tag2, count, FLOAT)
    kernel.product(dense.name1, at.states2, at.name1, count, LEAKY, shortLimit)
    kernel.product(dense.name2, at.name1, at.name2, count, FLOAT)
    kernel.product(dense.arcHead, at.states2, at.arcHead, count, LEAKY, dotLimit)
    kernel.product(dense.arcDep, at.states2, at.arcDep, count, LEAKY, shortLimit)
    kernel.product(dense.arc, at.arcDep, at.arc, count, ROUND, dotLimit)
    kernel.product(dense.relationHead, at.states2, at.relationHead, count, FLOAT)
    kernel.product(dense.relationDep, at.states2, at.relationDep, count, FLOAT)

    const heads = sentences.map((sentence, index) => this.#heads(sentence.length, firsts[index]!))
    const relationBytes = dense.relationHead.columns * 4
    for (const [index, sentence] of heads.entries())
      for (const [word, head] of sentence.entries())
        kernel.i32[(at.pointers >> 2) + firsts[index]! + word] =
          head === 0 ? this.#rootRelationRow : at.relationHead + (firsts[index]! + head - 1) * relationBytes
    kernel.call.join(at.pointers, at.relationDep, at.joined, count, dense.relationHead.columns, shortLimit)
    kernel.product(dense.relation, at.joined, at.relation, count, FLOAT)
    return sentences.map((sentence, index) => this.#read(sentence.length, firsts[index]!, heads[index]!))
  }

  #recur(layer: 0 | 1, sentences: readonly (readonly string[])[], firsts: readonly number[], out: number): void {
    const { again } = this.#layers[layer]
    let place = this.#buffers.list >> 2
    for (const [index, sentence] of sentences.entries()) {
      this.#kernel.i32[place++] = firsts[index]!
      this.#kernel.i32[place++] = sentence.length
    }
    for (const back of [0, 1] as const)
      this.#kernel.call.recur(
        this.#buffers.pointers,
        this.#buffers.list,
        sentences.length,
        back,
        again[back].weights,
        again[back].scale,
        out,
        this.#weights.hidden,
        this.#work,
        this.#table,
      )
  }

  #heads(count: number, first: number): number[] {
    const { call } = this.#kernel
    const at = this.#buffers
    const size = this.#dense.arc.columns
    const left = at.arc + first * size * 2
    const stride = (count + 1) * 4
    call.dots(left, this.#rootArc, at.scores, stride, count, 1, size)
    call.dots(left, at.arcHead + first * size * 2, at.scores + 4, stride, count, count, size)
    const start = at.scores >> 2
    return findHeads(this.#kernel.i32.subarray(start, start + count * (count + 1)), count)
  }

  #read(count: number, first: number, heads: readonly number[]): Parse {
    const { f32 } = this.#kernel
    const { tag2, name2, relation } = this.#dense
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
