import type { ParsedSentence, Tagger } from "../tagger.ts"
import { hashSentence } from "./features.ts"
import { type PerceptronModel, parseHashed, scratchFor, tagHashed, type Weights } from "./parse.ts"

interface Header {
  readonly tags: string[]
  readonly labels: string[]
  readonly sure: [string, number][]
  readonly tables: { rows: number; classes: number; bytes: number }[]
}

/** A tagger from the bytes of models/english/perceptron/model.bin. Throws RangeError on bytes that are no such model. */
export function loadPerceptron(bytes: Uint8Array): Tagger {
  const model = readModel(bytes)
  const scratch = scratchFor(model)
  const upos = model.tags.map(tag => tag.split("|")[0]!)
  const xpos = model.tags.map(tag => tag.split("|")[1]!)
  const coarseOf = coarseTags(model.tags)
  const parseOne = (forms: readonly string[]): ParsedSentence => {
    const hashed = hashSentence(forms)
    const tags = tagHashed(model, hashed, scratch)
    const state = parseHashed(
      model,
      hashed,
      tags,
      tags.map(tag => coarseOf[tag]!),
      scratch,
    ) // prettier-ignore
    const places = Array.from(forms.keys())
    return {
      upos: places.map(at => upos[tags[at]!]!),
      xpos: places.map(at => xpos[tags[at]!]!),
      heads: places.map(at => (state.heads[at] === forms.length ? -1 : state.heads[at]!)),
      deprels: places.map(at => model.labels[state.labels[at]!]!),
    }
  }
  return { parse: sentences => sentences.map(parseOne) }
}

/** For each joint tag the index of its universal tag, in order of first appearance. */
export function coarseTags(tags: readonly string[]): number[] {
  const known = new Map<string, number>()
  return tags.map(tag => {
    const upos = tag.split("|")[0]!
    if (!known.has(upos)) known.set(upos, known.size)
    return known.get(upos)!
  })
}

/** The bytes of a model: a header in JSON, then for each table its rows that are not empty. */
export function writeModel(model: PerceptronModel, thresholds: readonly number[]): Uint8Array {
  const tables = [model.tagWeights, model.moveWeights, model.labelWeights]
  const packed = tables.map((table, index) => packTable(table, thresholds[index]!))
  const header: Header = {
    tags: [...model.tags],
    labels: [...model.labels],
    sure: [...model.sure],
    tables: tables.map(({ rows, classes }, index) => ({ rows, classes, bytes: packed[index]!.length })),
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const size = new Uint8Array(new Uint32Array([text.length]).buffer)
  const parts = [size, text, ...packed]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

function readModel(bytes: Uint8Array): PerceptronModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = view.getUint32(0, true)
  if (bytes.length < size + 4) throw new RangeError(`model of ${bytes.length} bytes is cut off in its header`)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Header
  let offset = 4 + size
  const [tagWeights, moveWeights, labelWeights] = header.tables.map(({ rows, classes, bytes: length }) => {
    const table = unpackTable(bytes.subarray(offset, offset + length), rows, classes)
    offset += length
    return table
  })
  if (!tagWeights || !moveWeights || !labelWeights || bytes.length < offset)
    throw new RangeError(`model of ${bytes.length} bytes is cut off in its weights`)
  return { tags: header.tags, labels: header.labels, sure: new Map(header.sure), tagWeights, moveWeights, labelWeights }
}

/** Rows as: distance to the last row (variable length), number of weights, then class and weight of each. */
function packTable({ rows, classes, values }: Weights, threshold: number): Uint8Array {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  // The highest one in a thousand weights are cut off, so that the others keep their steps.
  const step = Math.min(largest, quantile(values, 0.9995)) / 127
  const out: number[] = []
  let last = -1
  for (let row = 0; row < rows; row++) {
    const entries: number[] = []
    for (let index = 0; index < classes; index++) {
      const value = values[row * classes + index]!
      const rounded = Math.max(-127, Math.min(127, Math.round(value / step)))
      if (threshold <= Math.abs(value) && rounded !== 0) entries.push(index, rounded & 255)
    }
    if (entries.length === 0) continue
    let distance = row - last
    for (; 128 <= distance; distance >>>= 7) out.push((distance & 127) | 128)
    out.push(distance, entries.length / 2)
    for (const entry of entries) out.push(entry)
    last = row
  }
  return Uint8Array.from(out)
}

function quantile(values: Float32Array | Int8Array, share: number): number {
  const sizes = Float32Array.from(
    values.filter(value => value !== 0),
    Math.abs,
  ).sort()
  return sizes[Math.floor((sizes.length - 1) * share)] ?? 1
}

function unpackTable(bytes: Uint8Array, rows: number, classes: number): Weights {
  const values = new Int8Array(rows * classes)
  let row = -1
  for (let at = 0; at < bytes.length; ) {
    let distance = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      distance |= (byte & 127) << shift
      if (byte < 128) break
    }
    row += distance
    for (let left = bytes[at++]!; 0 < left; left--) {
      values[row * classes + bytes[at]!] = (bytes[at + 1]! << 24) >> 24
      at += 2
    }
  }
  return { rows, classes, values }
}
