import { PLAIN_KERNEL, RELAXED_KERNEL } from "./kernel-bytes.ts"
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
  validate(bytes: Uint8Array): boolean
}

/** What models/english/kernel/kernel.as exports; addresses and strides are bytes. See the comments there. */
export interface KernelFunctions {
  product7(
    x: number,
    xStride: number,
    weights: number,
    start: number,
    scale: number,
    bias: number,
    y: number,
    yStride: number,
    rows: number,
    inputs: number,
    columns: number,
    mode: number,
    limit: number,
  ): void
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
    start: number,
    scale: number,
    out: number,
    stride: number,
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

/** A dense layer whose inputs are states of 7 bits: packed 8-bit weights, and for each output what its sum starts from. */
export interface StateDense {
  readonly weights: number
  readonly start: number
  readonly scale: number
  readonly bias: number
  readonly inputs: number
  readonly columns: number
}

/** What is needed of a weights file to load a layer. */
type Tensors = Pick<Weights, "tensor">

/** The state that stands for nothing. */
const NOTHING = 64

/** The compiled kernel with its memory. Memory grows and is never given back. */
export class Kernel {
  readonly call: KernelFunctions
  readonly #memory = new WebAssembly.Memory({ initial: 16 })
  // The kernel keeps no data of its own, but address 0 stays unused.
  #top = 1024
  i8: Int8Array = new Int8Array(0)
  i16: Int16Array = new Int16Array(0)
  i32: Int32Array = new Int32Array(0)
  f32: Float32Array = new Float32Array(0)

  /** `plain` takes the build without relaxed SIMD, as is done where that is not known. Both give the same bits. */
  constructor(plain = false) {
    const relaxed = bytesOf(RELAXED_KERNEL)
    const bytes = !plain && WebAssembly.validate(relaxed) ? relaxed : bytesOf(PLAIN_KERNEL)
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
  place(weights: Tensors, name: string): number {
    const { data } = weights.tensor(name)
    const address = this.allocate(data.byteLength)
    if (data instanceof Float32Array) this.f32.set(data, address >> 2)
    else this.i16.set(data, address >> 1)
    return address
  }

  /** Loads a layer for 16-bit inputs. */
  dense(weights: Tensors, name: string): Dense {
    const { data, shape } = weights.tensor(name)
    const [outputs, inputs] = shape as [number, number]
    const block = 8
    const columns = Math.ceil(outputs / block) * block
    const pairs = Math.ceil(inputs / 2)
    const address = this.allocate(columns * pairs * 4)
    const packed = this.i16.subarray(address >> 1, (address >> 1) + columns * pairs * 2)
    for (let output = 0; output < outputs; output++) {
      const start = (output - (output % block)) * pairs * 2 + (output % block) * 2
      for (let input = 0; input < inputs; input++)
        packed[start + (input >> 1) * block * 2 + (input & 1)] = data[output * inputs + input]!
    }
    const [scale, bias] = this.#scaleAndBias(weights, name, columns)
    return { weights: address, scale, bias, pairs, columns }
  }

  /** Loads a layer for states; `block` outputs lie together, 8 for products and 16 for recurrent steps. Inputs are a multiple of 4. */
  stateDense(weights: Tensors, name: string, block = 8): StateDense {
    const { data, shape } = weights.tensor(name)
    const [outputs, inputs] = shape as [number, number]
    const columns = Math.ceil(outputs / block) * block
    const address = this.allocate(columns * inputs)
    const start = this.allocate(columns * 4)
    for (let output = 0; output < outputs; output++) {
      const place = address + (output - (output % block)) * inputs + (output % block) * 4
      let sum = 0
      for (let input = 0; input < inputs; input++) {
        const weight = data[output * inputs + input]!
        this.i8[place + (input >> 2) * block * 4 + (input & 3)] = weight
        sum += weight
      }
      this.i32[(start >> 2) + output] = -NOTHING * sum
    }
    const [scale, bias] = this.#scaleAndBias(weights, name, columns)
    return { weights: address, start, scale, bias, inputs, columns }
  }

  #scaleAndBias(weights: Tensors, name: string, columns: number): readonly [number, number] {
    const floats = (part: string) => {
      const place = this.allocate(columns * 4)
      this.f32.set(weights.tensor(`${name}.${part}`).data, place >> 2)
      return place
    }
    return [floats("scale"), floats("bias")]
  }

  /** Runs a layer over `rows` rows (both buffers must have room for a multiple of 4). */
  product(layer: Dense, x: number, y: number, rows: number, mode: number, limit = 0): void {
    const yStride = layer.columns * (mode === FLOAT ? 4 : 2)
    const { weights, scale, bias, pairs, columns } = layer
    this.call.product(x, pairs * 4, weights, scale, bias, y, yStride, (rows + 3) & ~3, pairs, columns, mode, limit)
  }

  /** The same for a layer over states. */
  stateProduct(layer: StateDense, x: number, xStride: number, y: number, rows: number, mode: number, limit = 0): void {
    const yStride = layer.columns * (mode === FLOAT ? 4 : 2)
    const { weights, start, scale, bias, inputs, columns } = layer
    const call = this.call.product7
    call(x, xStride, weights, start, scale, bias, y, yStride, (rows + 3) & ~3, inputs, columns, mode, limit)
  }

  #view(): void {
    this.i8 = new Int8Array(this.#memory.buffer)
    this.i16 = new Int16Array(this.#memory.buffer)
    this.i32 = new Int32Array(this.#memory.buffer)
    this.f32 = new Float32Array(this.#memory.buffer)
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}
