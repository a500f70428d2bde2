/** A tensor of the weights file, viewed in place. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly data: Int8Array | Uint16Array | Int16Array | Float32Array
}

/** The weights file, opened. `tensor` throws RangeError for a name that is not there. */
export interface Weights {
  readonly hidden: number
  /** Largest 16-bit value that rows for the arc score may hold, so that their product fits in 32 bits. */
  readonly dotLimit: number
  readonly shortLimit: number
  /** "UPOS|XPOS" pairs. */
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly names: readonly string[]
  readonly words: readonly string[]
  readonly vectorWords: readonly string[]
  tensor(name: string): Tensor
}

interface Header extends Omit<Weights, "tensor"> {
  readonly tensors: Readonly<Record<string, { kind: "i8" | "u16" | "i16" | "f32"; shape: number[]; offset: number }>>
}

/** Opens the file that models/english/train/export.py writes. Throws RangeError when it is something else. */
export function readWeights(bytes: Uint8Array): Weights {
  const magic = String.fromCharCode(...bytes.subarray(0, 8))
  if (magic !== "HEEDENM2") throw new RangeError(`not a weights file of the English model: starts with "${magic}"`)
  // Typed views need aligned data, which a slice of a larger buffer may not be.
  const aligned = bytes.byteOffset % 16 === 0 ? bytes : bytes.slice()
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength)
  const headerLength = view.getUint32(8, true)
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(12, 12 + headerLength))) as Header
  const base = aligned.byteOffset + Math.ceil((12 + headerLength) / 16) * 16
  return {
    ...header,
    tensor(name) {
      const entry = header.tensors[name]
      if (!entry) throw new RangeError(`no tensor "${name}" in the weights file`)
      const length = entry.shape.reduce((product, side) => product * side, 1)
      const start = base + entry.offset
      const kinds = { i8: Int8Array, u16: Uint16Array, i16: Int16Array, f32: Float32Array }
      return { shape: entry.shape, data: new kinds[entry.kind](aligned.buffer as ArrayBuffer, start, length) }
    },
  }
}
