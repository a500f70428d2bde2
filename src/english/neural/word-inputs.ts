import { BUCKETS, bucketsOf, keyForm, lowerForm } from "./features.ts"
import type { Dense, Kernel } from "./kernel.ts"
import { FLOAT } from "./kernel.ts"
import type { Tensor, Weights } from "./weights.ts"

// Words whose input part is kept: 4096 x 6 kB. A document rarely has more different words.
const CACHED_WORDS = 4096

interface Table {
  readonly rows: Tensor["data"]
  readonly width: number
  readonly factors: Tensor["data"]
}

/**
 * The input part of the first layer. It depends on the word alone, so it is computed once for each different word
 * and kept; when the cache is full it starts afresh, which changes no result.
 */
export class WordInputs {
  readonly #kernel: Kernel
  readonly #layer: Dense
  readonly #tables: readonly Table[]
  readonly #vectorRow: ReadonlyMap<string, number>
  readonly #wordRow: ReadonlyMap<string, number>
  readonly #cache: number
  readonly #slots = new Map<string, number>()

  constructor(weights: Weights, kernel: Kernel) {
    this.#kernel = kernel
    this.#layer = kernel.dense(weights, "layer1.input")
    const names = ["vectors", "words", ...BUCKETS.map((_, index) => `bucket${index}`)]
    this.#tables = names.map(name => {
      const { data, shape } = weights.tensor(name)
      return { rows: data, width: shape[1]!, factors: weights.tensor(`${name}.factor`).data }
    })
    this.#vectorRow = new Map(weights.vectorWords.map((word, index) => [word, index + 1]))
    this.#wordRow = new Map(weights.words.map((word, index) => [word, index + 1]))
    this.#cache = kernel.allocate((CACHED_WORDS + 4) * this.#layer.columns * 4)
  }

  /** Writes the address of each word's input part to the list at `pointers`. */
  point(sentences: readonly (readonly string[])[], pointers: number): void {
    let fresh = this.#unknown(sentences)
    if (CACHED_WORDS < this.#slots.size + fresh.length) {
      this.#slots.clear()
      fresh = this.#unknown(sentences)
    }
    if (0 < fresh.length) this.#compute(fresh)
    const bytes = this.#layer.columns * 4
    let place = pointers >> 2
    for (const sentence of sentences)
      for (const word of sentence) this.#kernel.i32[place++] = this.#cache + this.#slots.get(word)! * bytes
  }

  #unknown(sentences: readonly (readonly string[])[]): string[] {
    const fresh = new Set<string>()
    for (const sentence of sentences) for (const word of sentence) if (!this.#slots.has(word)) fresh.add(word)
    return [...fresh]
  }

  #compute(words: readonly string[]): void {
    const width = this.#layer.pairs * 2
    const rows = this.#rowsFor(words.length)
    for (const [index, word] of words.entries()) this.#write(word, (rows >> 1) + index * width)
    const first = this.#slots.size
    this.#kernel.product(this.#layer, rows, this.#cache + first * this.#layer.columns * 4, words.length, FLOAT)
    for (const [index, word] of words.entries()) this.#slots.set(word, first + index)
  }

  #rows = { address: 0, count: 0 }

  #rowsFor(count: number): number {
    if (this.#rows.count < count)
      this.#rows = { address: this.#kernel.allocate((count + 4) * this.#layer.pairs * 4), count }
    return this.#rows.address
  }

  // The word's row of every table, one after the other.
  #write(word: string, place: number): void {
    const rows = [this.#vectorRow.get(lowerForm(word)) ?? 0, this.#wordRow.get(keyForm(word)) ?? 0, ...bucketsOf(word)]
    const { i16 } = this.#kernel
    for (const [index, table] of this.#tables.entries()) {
      const row = rows[index]!
      const factor = table.factors[row]!
      for (let k = 0; k < table.width; k++) {
        const value = table.rows[row * table.width + k]! * factor
        i16[place++] = Math.max(-32767, Math.min(32767, value))
      }
    }
  }
}
