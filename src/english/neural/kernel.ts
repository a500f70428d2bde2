import { KERNEL } from "./kernel-bytes.ts"
import type { Weights } from "./weights.ts"

// The types of WebAssembly come with those of browsers, which the engine is checked without.
interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number }) => Memory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

/** What models/english/kernel/kernel.as exports; addresses and strides are bytes. See the comments there. */
export interface KernelFunctions {
  product(
    x: number,
    xStride: number,
    weights: number,
    scale: number,
    bias: number,
    y: number,
    yStride: number,
    rows: number,
    pairs: number,
    columns: number,
    mode: number,
    limit: number,
  ): void
  recur(
    inputs: number,
    list: number,
    count: number,
    back: number,
    weights: number,
    scale: number,
    out: number,
    units: number,
    work: number,
    table: number,
  ): void
  dots(left: number, right: number, out: number, outStride: number, lefts: number, rights: number, size: number): void
  join(heads: number, dependents: number, out: number, rows: number, size: number, limit: number): void
}

/** What a product does with its sums: keep them as floats, or round to 16 bits with or without the leaky rectifier. */
export const FLOAT = 0
export const LEAKY = 1
export const ROUND = 2

/** A dense layer in kernel memory: packed 16-bit weights, one scale and one bias for each output. */
export interface Dense {
  readonly weights: number
  readonly scale: number
  readonly bias: number
  readonly pairs: number
  /** Outputs, with padding to a multiple of 8. */
  readonly columns: number
}

/** The compiled kernel with its memory. Memory grows and is never given back. */
export class Kernel {
  readonly call: KernelFunctions
  readonly #memory = new WebAssembly.Memory({ initial: 16 })
  // The kernel keeps no data of its own, but address 0 stays unused.
  #top = 1024
  i16: Int16Array = new Int16Array(0)
  i32: Int32Array = new Int32Array(0)
  f32: Float32Array = new Float32Array(0)

  constructor() {
    const bytes = Uint8Array.from(atob(KERNEL), character => character.charCodeAt(0))
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: this.#memory } })
    this.call = instance.exports as KernelFunctions
    this.#view()
  }

  /** Address of so many new bytes, a multiple of 64. Views taken before may be dead after. */
  allocate(bytes: number): number {
    const address = this.#top
    this.#top += Math.ceil(bytes / 64) * 64
    const missing = this.#top - this.#memory.buffer.byteLength
    if (0 < missing) {
      this.#memory.grow(Math.ceil(missing / 65536))
      this.#view()
    }
    return address
  }

  /** Copies a tensor of floats or 16-bit numbers into memory. */
  place(weights: Weights, name: string): number {
    const { data } = weights.tensor(name)
    const address = this.allocate(data.byteLength)
    if (data instanceof Float32Array) this.f32.set(data, address >> 2)
    else this.i16.set(data, address >> 1)
    return address
  }

  /** Loads a layer; `block` outputs lie together, 8 for products and 16 for recurrent steps. */
  dense(weights: Weights, name: string, block = 8): Dense {
    const { data, shape } = weights.tensor(name)
    const [outputs, inputs] = shape as [number, number]
    const columns = Math.ceil(outputs / block) * block
    const pairs = Math.ceil(inputs / 2)
    const address = this.allocate(columns * pairs * 4)
    const packed = this.i16.subarray(address >> 1, (address >> 1) + columns * pairs * 2)
    for (let output = 0; output < outputs; output++) {
      const start = (output - (output % block)) * pairs * 2 + (output % block) * 2
      for (let input = 0; input < inputs; input++)
        packed[start + (input >> 1) * block * 2 + (input & 1)] = data[output * inputs + input]!
    }
    const floats = (part: string) => {
      const place = this.allocate(columns * 4)
      this.f32.set(weights.tensor(`${name}.${part}`).data, place >> 2)
      return place
    }
    return { weights: address, scale: floats("scale"), bias: floats("bias"), pairs, columns }
  }

  /** Runs a layer over `rows` rows (both buffers must have room for a multiple of 4). */
  product(layer: Dense, x: number, y: number, rows: number, mode: number, limit = 0, xStride = layer.pairs * 4): void {
    const yStride = layer.columns * (mode === FLOAT ? 4 : 2)
    const { weights, scale, bias, pairs, columns } = layer
    this.call.product(x, xStride, weights, scale, bias, y, yStride, (rows + 3) & ~3, pairs, columns, mode, limit)
  }

  #view(): void {
    this.i16 = new Int16Array(this.#memory.buffer)
    this.i32 = new Int32Array(this.#memory.buffer)
    this.f32 = new Float32Array(this.#memory.buffer)
  }
}
