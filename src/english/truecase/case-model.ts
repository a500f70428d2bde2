import type { CaseWord } from "./case-words.ts"

/** The weights: two bytes a bucket, for "capital" and "upper" against "small". */
export interface CaseModel {
  readonly weights: Int8Array
  /** One bit for each hash of a word seen often enough to be known. */
  readonly known: Uint8Array
}

/** Length of each part of the file, in bytes. Both are powers of two, so that a hash is cut by a mask. */
export const BUCKETS = 1 << 17
export const KNOWN_BITS = 1 << 20
const MAGIC = "heedcase1\n"

/** Opens models/english/truecase/case.bin. Throws RangeError when the bytes are no such file. */
export function loadCaseModel(bytes: Uint8Array): CaseModel {
  const size = MAGIC.length + BUCKETS * 2 + KNOWN_BITS / 8
  if (bytes.length !== size || new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new RangeError(`no case model: expected ${size} bytes that begin with "${MAGIC.trim()}"`)
  const start = bytes.byteOffset + MAGIC.length
  return {
    weights: new Int8Array(bytes.buffer, start, BUCKETS * 2),
    known: new Uint8Array(bytes.buffer, start + BUCKETS * 2, KNOWN_BITS / 8),
  }
}

/** The file of a model. */
export function writeCaseModel({ weights, known }: CaseModel): Uint8Array {
  const magic = new TextEncoder().encode(MAGIC)
  const file = new Uint8Array(magic.length + BUCKETS * 2 + KNOWN_BITS / 8)
  file.set(magic)
  file.set(new Uint8Array(weights.buffer, weights.byteOffset, BUCKETS * 2), magic.length)
  file.set(known, magic.length + BUCKETS * 2)
  return file
}

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Whether the word was seen often enough in training to have features of its own. */
export function isKnown(known: Uint8Array, hash: number): boolean {
  const bit = (hash ^ (hash >>> 12)) & (KNOWN_BITS - 1)
  return (known[bit >> 3]! & (1 << (bit & 7))) !== 0
}

/** Marks a word as known, in training. */
export function setKnown(known: Uint8Array, hash: number): void {
  const bit = (hash ^ (hash >>> 12)) & (KNOWN_BITS - 1)
  known[bit >> 3]! |= 1 << (bit & 7)
}

/** Features that do not depend on the forms chosen before. */
export const FIXED = 26
/** Features that do. */
export const MOVING = 11

const START = 0x51ed270b
const UNKNOWN = 0x2545f491

function mix(kind: number, one: number, other: number): number {
  let value = Math.imul(one ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b)
  value ^= value >>> 13
  value = Math.imul(value ^ other, 0xc2b2ae35)
  value ^= value >>> 16
  value = Math.imul(value, 0x27d4eb2f)
  return ((value ^ (value >>> 15)) >>> 0) & (BUCKETS - 1)
}

/** Words with what their features are made of. */
export interface CaseInputs {
  readonly words: readonly CaseWord[]
  readonly ids: Int32Array
  readonly known: Uint8Array
  readonly flags: Uint16Array
  readonly fixed: Int32Array
}

/** The fixed features of all words, `FIXED` buckets a word. */
export function inputsOf(words: readonly CaseWord[], known: Uint8Array, flags: Uint16Array): CaseInputs {
  const ids = new Int32Array(words.length)
  const isFamiliar = new Uint8Array(words.length)
  const fixed = new Int32Array(words.length * FIXED)
  words.forEach((word, at) => {
    const hash = hashOf(word.key)
    isFamiliar[at] = word.number || isKnown(known, hash) ? 1 : 0
    ids[at] = isFamiliar[at] ? hash : UNKNOWN
  })
  const idAt = (at: number) => (at < 0 || words.length <= at ? START : ids[at]!)
  words.forEach((word, at) => {
    const { key } = word
    const [own, last, next] = [ids[at]!, idAt(at - 1), idAt(at + 1)]
    const flag = flags[at]!
    const marks = word.before.charCodeAt(0) * 256 + (word.after.charCodeAt(0) & 255)
    const shape =
      Math.min(key.length, 7) * 16 +
      (/[aeiouyáéíóúäöü]/.test(key) ? 8 : 0) +
      (/0/.test(key) ? 4 : 0) +
      (key.includes(".") ? 2 : 0) +
      isFamiliar[at]! // prettier-ignore
    const row = [
      mix(0, own, 0),
      mix(1, own, word.before.charCodeAt(0)),
      mix(2, last, 0),
      mix(3, next, 0),
      mix(4, idAt(at - 2), 0),
      mix(5, idAt(at + 2), 0),
      mix(6, last, own),
      mix(7, own, next),
      mix(8, hashOf(key.slice(-3)), isFamiliar[at]!),
      mix(9, hashOf(key.slice(-2)), isFamiliar[at]!),
      mix(10, hashOf(key.slice(-4)), isFamiliar[at]!),
      mix(11, hashOf(key.slice(0, 3)), isFamiliar[at]!),
      mix(12, shape, 0),
      mix(13, marks, isFamiliar[at]!),
      mix(14, shape, word.before.charCodeAt(0)),
      mix(15, flag, isFamiliar[at]!),
      mix(16, flag, flags[at - 1] ?? 255),
      mix(17, flag, flags[at + 1] ?? 255),
      mix(18, flag, last),
      mix(19, flag, next),
      mix(20, 1, 1),
      mix(21, idAt(at - 2), last),
      mix(22, next, idAt(at + 2)),
      mix(23, own, word.after.charCodeAt(0)),
      mix(24, shape, next),
      mix(25, shape, last),
    ]
    fixed.set(row, at * FIXED)
  })
  return { words, ids, known: isFamiliar, flags, fixed }
}

/** The moving features of the word at `at`, given the forms of the two words before it; written to `out`. */
export function moving(
  { words, ids, known, flags }: CaseInputs,
  at: number,
  last: number,
  last2: number,
  out: Int32Array,
): void {
  const word = words[at]!
  const familiar = known[at]!
  const both = last * 4 + last2
  const mark = word.before.charCodeAt(0)
  out[0] = mix(40, last, familiar)
  out[1] = mix(41, both, familiar)
  out[2] = mix(42, ids[at]!, last)
  out[3] = mix(43, hashOf(word.key.slice(-3)), last * 2 + familiar)
  out[4] = mix(44, mark, both * 2 + familiar)
  out[5] = mix(45, flags[at]!, last * 2 + familiar)
  out[6] = mix(46, at === 0 ? START : ids[at - 1]!, last)
  out[7] = mix(47, at + 1 < words.length ? ids[at + 1]! : START, both * 2 + familiar)
  out[8] = mix(48, flags[at]!, both * 256 + mark)
  out[9] = mix(49, ids[at]!, both * 256 + mark)
  out[10] = mix(50, at + 1 < words.length ? flags[at + 1]! : 0, last * 2 + familiar)
}

/** The form of each word as an index into `FORMS`, with the margins of "capital" and "upper" over "small", two a word. */
export function decodeCase(inputs: CaseInputs, weights: Int8Array): { forms: Uint8Array; scores: Int32Array } {
  const { words, fixed } = inputs
  const forms = new Uint8Array(words.length)
  const scores = new Int32Array(words.length * 2)
  const row = new Int32Array(MOVING)
  for (let at = 0; at < words.length; at++) {
    if (words[at]!.number) continue
    moving(inputs, at, forms[at - 1] ?? 3, forms[at - 2] ?? 3, row)
    let capital = 0
    let upper = 0
    for (let index = at * FIXED; index < (at + 1) * FIXED; index++) {
      capital += weights[fixed[index]! * 2]!
      upper += weights[fixed[index]! * 2 + 1]!
    }
    for (let index = 0; index < MOVING; index++) {
      capital += weights[row[index]! * 2]!
      upper += weights[row[index]! * 2 + 1]!
    }
    scores[at * 2] = capital
    scores[at * 2 + 1] = upper
    forms[at] = bestForm(capital, upper)
  }
  return { forms, scores }
}

/** Index into `FORMS` of the best of the three; "small" has 0. */
export function bestForm(capital: number, upper: number): number {
  return capital <= 0 && upper <= 0 ? 0 : capital < upper ? 2 : 1
}
