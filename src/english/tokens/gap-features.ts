import type { Span } from "../../core/span.ts"

/** Number of features the model tells apart: a power of two. */
export const FEATURES = 1 << 15

/** How a whole report is written, in four steps from never (0) to mostly (3): part of what tells where a sentence ends. */
export interface Style {
  /** Sentences that go on in lower case after a full stop. */
  readonly lowerStarts: number
  /** Blocks that end without a full stop. */
  readonly openEnds: number
}

/** A text of which nothing is known is taken for an edited one. */
export const EDITED: Style = { lowerStarts: 0, openEnds: 0 }

/** The words of a block as the model sees them. All lists are as long as `words`. */
export interface Row {
  readonly words: readonly string[]
  /** Numbers that stand for the word in lower case with 0 for digits. */
  readonly hashes: Int32Array
  /** Numbers that stand for how the word looks: capital, all capitals, number ... */
  readonly shapes: Int32Array
  /** Position of a stop at or behind the word. */
  readonly nextStop: Int32Array
  /** Depth of brackets and of quotation marks behind the word. */
  readonly brackets: Int32Array
  readonly quotes: Int32Array
  readonly gaps: Uint8Array
  readonly style: Style
}

/** Words that make a clause when they are there. */
const VERBS = new Set(
  (
    "is are was were be been am has have had do does did will would can could should may might must 's 're 'm 've 'll n't ’s ’re ’m ’ve said says " +
    "please let thank get got go went know think see need want make made take took come came give say"
  )
    .split(" ")
    .map(hashOf),
)

/** Share of something in four steps. */
function step(part: number, whole: number): number {
  return part === 0 ? 0 : part * 5 < whole ? 1 : part * 2 < whole ? 2 : 3
}

/** Style of a text with its blocks. */
export function styleOf(text: string, blocks: readonly Span[]): Style {
  const lower = text.match(/[.?!]\s+\p{Ll}/gu)?.length ?? 0
  const upper = text.match(/[.?!]\s+\p{Lu}/gu)?.length ?? 0
  const open = blocks.filter(
    block => !/[.?!…]["”’')\]]*\s*$/.test(text.slice(Math.max(block.start, block.end - 6), block.end)),
  )
  return { lowerStarts: step(lower, lower + upper), openEnds: step(open.length, blocks.length) }
}

export function rowOf(text: string, tokens: readonly Span[], style: Style): Row {
  const count = tokens.length
  const words = tokens.map(token => text.slice(token.start, token.end))
  const row = {
    words,
    hashes: new Int32Array(count),
    shapes: new Int32Array(count),
    nextStop: new Int32Array(count),
    brackets: new Int32Array(count),
    quotes: new Int32Array(count),
    gaps: new Uint8Array(count),
    style,
  }
  let depth = 0
  let quotes = 0
  words.forEach((word, index) => {
    row.hashes[index] = hashOf(word)
    row.shapes[index] = shapeOf(word)
    if (word === "(" || word === "[") depth++
    else if (word === ")" || word === "]") depth = Math.max(0, depth - 1)
    else if (word === "“") quotes = 1
    else if (word === "”") quotes = 0
    else if (word === '"' || word === "''" || word === "``") quotes = 1 - quotes
    row.brackets[index] = Math.min(depth, 2)
    row.quotes[index] = quotes
    row.gaps[index] = index + 1 < count && tokens[index]!.end < tokens[index + 1]!.start ? 1 : 0
  })
  for (let index = count - 1, stop = count; 0 <= index; index--) {
    if (/^[.?!]/.test(words[index]!)) stop = index
    row.nextStop[index] = stop
  }
  return row
}

/**
 * The features of the gap behind word `at`, in a sentence that began with word `first`: numbers below `FEATURES`.
 * `verdict` tells what the rules think of it: 0 when they see no stop.
 */
export function gapFeatures(row: Row, first: number, at: number, verdict: number): number[] {
  const { hashes, shapes } = row
  const features: number[] = []
  const word = (index: number) => (first <= index || at < index ? (hashes[index] ?? 1) : index < 0 ? 1 : 2)
  const shape = (index: number) => (first <= index || at < index ? (shapes[index] ?? 1) : index < 0 ? 1 : 2)
  const [w3, w2, w1] = [word(at - 2), word(at - 1), word(at)]
  const [s4, s3, s2, s1] = [shape(at - 3), shape(at - 2), shape(at - 1), shape(at)]
  const [v1, v2, v3] = [word(at + 1), word(at + 2), word(at + 3)]
  const [t1, t2, t3, t4] = [shape(at + 1), shape(at + 2), shape(at + 3), shape(at + 4)]
  let template = 0
  const add = (a: number, b = 0, c = 0, d = 0, e = 0, f = 0) => {
    let h = mix(mix(mix(++template * 7919, a), b), c)
    h = mix(mix(mix(h, d), e), f)
    features.push(h & (FEATURES - 1))
  }
  const gap = row.gaps[at]!
  const length = at - first
  const size = length < 4 ? length : length < 8 ? 4 : length < 16 ? 5 : length < 30 ? 6 : 7
  const rest = row.words.length - 1 - at
  const ahead = row.nextStop[at + 1]! - at
  const toStop = ahead < 4 ? ahead : ahead < 8 ? 4 : ahead < 16 ? 5 : ahead < 30 ? 6 : 7
  const toEnd = rest < 4 ? rest : rest < 10 ? 4 : rest < 30 ? 5 : 6
  const state = row.brackets[at]! * 2 + row.quotes[at]!
  const manner = row.style.lowerStarts * 4 + row.style.openEnds
  const [verbLeft, verbRight] = [
    hasVerb(hashes, first, at + 1),
    hasVerb(hashes, at + 1, Math.min(at + 1 + Math.max(ahead, 6), at + 16)),
  ]

  add(w1)
  add(v1)
  add(s1, t1)
  add(w1, t1)
  add(s1, v1)
  add(w1, v1)
  add(w2, w1)
  add(v1, v2)
  add(s2, s1)
  add(t1, t2)
  add(w2)
  add(v2)
  add(w3)
  add(v3)
  add(s2, s1, t1)
  add(s1, t1, t2)
  add(s2, s1, t1, t2)
  add(s3, s2, s1, t1)
  add(s1, t1, t2, t3)
  add(s3, s2, s1, t1, t2, t3)
  add(s4, s3, s2, s1, t1)
  add(s1, t1, t2, t3, t4)
  add(w2, s1, t1)
  add(s1, t1, v2)
  add(w2, w1, t1)
  add(verdict, t1)
  add(verdict, gap, s1)
  add(verdict, size)
  add(size, s1, t1)
  add(toStop, s1, t1)
  add(toEnd, s1, t1)
  add(size, toStop, verdict)
  add(state, s1, t1)
  add(state, verdict)
  add(manner, s1, t1)
  add(manner, verdict)
  add(row.style.lowerStarts, s1, t1)
  add(row.style.openEnds, s1, t1)
  add(verbLeft, verbRight, s1, t1)
  add(verbLeft, verbRight, verdict)
  add(word(first), s1, t1)
  add(shape(first), shape(first + 1), s1, t1)
  add(size, shape(first), s1, t1)
  return features
}

function hasVerb(hashes: Int32Array, from: number, to: number): number {
  for (let index = from; index < to && index < hashes.length; index++) if (VERBS.has(hashes[index]!)) return 1
  return 0
}

function mix(h: number, value: number): number {
  const product = Math.imul(h ^ value, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** A number for a word: small letters, 0 for every digit. */
function hashOf(word: string): number {
  let h = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    let code = word.charCodeAt(index)
    if (65 <= code && code <= 90) code += 32
    else if (48 <= code && code <= 57) code = 48
    else if (code === 0x2019) code = 39
    h = Math.imul(h ^ code, 0x01000193)
  }
  return h | 0
}

/** A number for how a word looks. Marks stand for themselves, rows of marks for their first. */
function shapeOf(word: string): number {
  const first = word.charCodeAt(0)
  if (/^\p{L}/u.test(word)) {
    const stop = word.endsWith(".") ? 8 : 0
    const rest = word.length === 1 || (word.length === 2 && stop !== 0)
    if (/[@/:]|\.\p{L}{2}/u.test(word)) return 30
    if (/^\p{Ll}/u.test(word)) return (/\p{Lu}/u.test(word) ? 11 : word.length <= 3 ? 12 : 13) + stop
    if (rest) return 14 + stop
    return (/^[\p{Lu}\p{N}.&-]+$/u.test(word) ? 15 : /^\p{Lu}\p{Ll}+\.?$/u.test(word) ? 16 : 17) + stop
  }
  if (/^\d/.test(word))
    return /^\d+$/.test(word) ? (word.length === 4 ? 40 : word.length < 3 ? 41 : 42) : /[/:-]/.test(word) ? 43 : 44
  if (/^['’](?:s|m|re|ve|ll|d)$/i.test(word)) return 45
  if (/^[:;=]./.test(word)) return 46
  return 100 + first * 2 + (word.length === 1 ? 0 : 1)
}
