/** What the features see of one sentence: hashes of its words, their endings and shapes. */
export interface Hashed {
  readonly length: number
  readonly words: Int32Array
  readonly shapes: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly forms: readonly string[]
}

/** State of the arc-hybrid parser: tokens before `front` are on the stack or have a head. The artificial root is token `length`. */
export interface ParserState {
  readonly hashed: Hashed
  /** Indexes into the list of joint tags. */
  readonly tags: Int32Array
  /** Indexes of the universal tags. */
  readonly coarse: Int32Array
  readonly stack: number[]
  front: number
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
}

const OUTSIDE = 4097
const ROOT = 4099

/** Room that callers must give for the features of one decision. */
export const MAX_FEATURES = 96

/** 32-bit FNV-1a of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash | 0
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ ((b + 0x9e3779b9) | 0), 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** Lower case, digits of one kind, quotes and dashes of one kind. */
export function normalWord(form: string): string {
  if (/\d/.test(form)) {
    if (/^\d{4}$/.test(form)) return "<year>"
    if (/^[\d.,:/-]+$/.test(form)) return "<number>"
  }
  return form.toLowerCase().replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-")
}

function shapeOf(form: string): string {
  let shape = ""
  for (const character of form) {
    const kind = /\p{Lu}/u.test(character)
      ? "X"
      : /\p{L}/u.test(character)
        ? "x"
        : /\d/.test(character)
          ? "d"
          : character
    if (shape.length < 2 || !shape.endsWith(kind)) shape += kind
    if (8 <= shape.length) break
  }
  return shape
}

/** Hashes all words of a sentence once. */
export function hashSentence(forms: readonly string[]): Hashed {
  const length = forms.length
  const hashed = {
    length,
    forms,
    words: new Int32Array(length),
    shapes: new Int32Array(length),
    suffix2: new Int32Array(length),
    suffix3: new Int32Array(length),
  }
  for (let index = 0; index < length; index++) {
    const word = normalWord(forms[index]!)
    hashed.words[index] = hashText(word)
    hashed.shapes[index] = hashText(shapeOf(forms[index]!))
    hashed.suffix2[index] = hashText(word.slice(-2))
    hashed.suffix3[index] = hashText(word.slice(-3))
  }
  return hashed
}

/** Features of the tag of token `at`, given the tags before it. Writes into `out`, gives their number. */
export function tagFeatures(hashed: Hashed, at: number, tags: Int32Array, mask: number, out: Int32Array): number {
  let count = 0
  const one = (id: number, a: number) => {
    out[count++] = mix(a, id) & mask
  }
  const two = (id: number, a: number, b: number) => {
    out[count++] = mix(mix(a, id), b) & mask
  }
  const word = (index: number) => (index < 0 || hashed.length <= index ? OUTSIDE : hashed.words[index]!)
  const suffix = (index: number) => (index < 0 || hashed.length <= index ? OUTSIDE : hashed.suffix3[index]!)
  const shape = (index: number) => (index < 0 || hashed.length <= index ? OUTSIDE : hashed.shapes[index]!)
  const form = normalWord(hashed.forms[at]!)
  const here = hashed.words[at]!
  const before = at < 1 ? -1 : tags[at - 1]!
  const before2 = at < 2 ? -1 : tags[at - 2]!
  one(1, 0)
  one(2, here)
  one(3, hashed.shapes[at]!)
  two(4, hashed.shapes[at]!, at === 0 ? 1 : 0)
  one(5, hashText(form.slice(-1)))
  one(6, hashed.suffix2[at]!)
  one(7, hashed.suffix3[at]!)
  one(8, hashText(form.slice(-4)))
  one(9, hashText(form.slice(0, 1)))
  one(10, hashText(form.slice(0, 3)))
  one(11, before)
  two(12, before, before2)
  two(13, before, here)
  two(14, before, hashed.suffix3[at]!)
  one(15, word(at - 1))
  one(16, word(at - 2))
  one(17, word(at + 1))
  one(18, word(at + 2))
  two(19, word(at - 1), here)
  two(20, here, word(at + 1))
  one(21, suffix(at - 1))
  one(22, suffix(at + 1))
  one(23, shape(at - 1))
  one(24, shape(at + 1))
  two(25, before, suffix(at + 1))
  two(26, before, word(at + 1))
  two(27, word(at - 2), word(at - 1))
  two(28, word(at + 1), word(at + 2))
  two(29, shape(at - 1), hashed.shapes[at]!)
  two(30, hashed.shapes[at]!, shape(at + 1))
  return count
}

/** Features of the next move of the parser. Writes into `out`, gives their number. */
export function moveFeatures(state: ParserState, mask: number, out: Int32Array): number {
  let count = 0
  const one = (id: number, a: number) => {
    out[count++] = mix(a, id) & mask
  }
  const two = (id: number, a: number, b: number) => {
    out[count++] = mix(mix(a, id), b) & mask
  }
  const three = (id: number, a: number, b: number, c: number) => {
    out[count++] = mix(mix(mix(a, id), b), c) & mask
  }
  const four = (id: number, a: number, b: number, c: number, d: number) => {
    out[count++] = mix(mix(mix(mix(a, id), b), c), d) & mask
  }
  const { hashed, tags, coarse, stack, front, labels, left, left2, right, right2 } = state
  const length = hashed.length
  const depth = stack.length
  const s0 = 0 < depth ? stack[depth - 1]! : -1
  const s1 = 1 < depth ? stack[depth - 2]! : -1
  const s2 = 2 < depth ? stack[depth - 3]! : -1
  const b0 = front
  const b1 = front + 1 < length ? front + 1 : -1
  const b2 = front + 2 < length ? front + 2 : -1
  const word = (i: number) => (i < 0 ? OUTSIDE : length <= i ? ROOT : hashed.words[i]!)
  const tag = (i: number) => (i < 0 ? OUTSIDE : length <= i ? ROOT : tags[i]!)
  const rough = (i: number) => (i < 0 ? OUTSIDE : length <= i ? ROOT : coarse[i]!)
  const label = (i: number) => (i < 0 ? OUTSIDE : labels[i]!)
  const at = (list: Int32Array, i: number) => (i < 0 ? -1 : list[i]!)
  const ws0 = word(s0)
  const ps0 = tag(s0)
  const ws1 = word(s1)
  const ps1 = tag(s1)
  const wb0 = word(b0)
  const pb0 = tag(b0)
  const pb1 = tag(b1)
  const pb2 = tag(b2)
  const ps2 = tag(s2)
  const s0l = at(left, s0)
  const s0r = at(right, s0)
  const s1l = at(left, s1)
  const s1r = at(right, s1)
  const b0l = at(left, b0)
  const distance = s0 < 0 ? 0 : Math.min(b0 - s0, 8)
  const between = s1 < 0 ? 0 : Math.min(s0 - s1, 8)
  const leftOfS0 = s0 < 0 ? 0 : Math.min(state.leftCount[s0]!, 4)
  const rightOfS0 = s0 < 0 ? 0 : Math.min(state.rightCount[s0]!, 4)
  const rightOfS1 = s1 < 0 ? 0 : Math.min(state.rightCount[s1]!, 4)
  const leftOfB0 = Math.min(state.leftCount[b0]!, 4)
  one(101, 0)
  one(102, ws0)
  one(103, ps0)
  two(104, ws0, ps0)
  one(105, ws1)
  one(106, ps1)
  two(107, ws1, ps1)
  one(108, wb0)
  one(109, pb0)
  two(110, wb0, pb0)
  one(111, word(b1))
  one(112, pb1)
  one(113, pb2)
  one(114, ps2)
  four(115, ws0, ps0, wb0, pb0)
  three(116, ws0, ps0, pb0)
  three(117, ps0, wb0, pb0)
  three(118, ws0, wb0, distance)
  two(119, ws0, wb0)
  two(120, ps0, pb0)
  two(121, ps1, ps0)
  two(122, ws1, ws0)
  three(123, ws1, ps0, ps1)
  three(124, ps1, ws0, ps0)
  two(125, ws1, wb0)
  two(126, ps1, pb0)
  two(127, pb0, pb1)
  three(128, pb0, pb1, pb2)
  three(129, ps0, pb0, pb1)
  three(130, ps1, ps0, pb0)
  three(131, ps2, ps1, ps0)
  four(132, ps1, ps0, pb0, pb1)
  three(133, ps0, tag(s0l), pb0)
  three(134, ps0, tag(s0r), pb0)
  three(135, ps0, tag(b0l), pb0)
  three(136, ps1, ps0, tag(s1r))
  three(137, ps1, ps0, tag(s0l))
  three(138, ps1, ps0, tag(s0r))
  three(139, ps1, ps0, tag(s1l))
  two(140, ws0, distance)
  two(141, ps0, distance)
  three(142, ps0, pb0, distance)
  three(143, ps1, ps0, between)
  two(144, wb0, distance)
  three(145, ws0, leftOfS0, rightOfS0)
  three(146, ps0, leftOfS0, rightOfS0)
  two(147, wb0, leftOfB0)
  two(148, pb0, leftOfB0)
  two(149, ps1, rightOfS1)
  two(150, ws0, label(s0l))
  two(151, ps0, label(s0l))
  two(152, ws0, label(s0r))
  two(153, ps0, label(s0r))
  two(154, pb0, label(b0l))
  two(155, wb0, label(b0l))
  two(156, ps1, label(s1r))
  two(157, ws1, label(s1r))
  three(158, ps0, label(s0l), label(at(left2, s0)))
  three(159, ps0, label(s0r), label(at(right2, s0)))
  three(160, ps1, label(s1r), label(at(right2, s1)))
  three(161, ps0, label(s0r), pb0)
  three(162, ps1, label(s1r), ps0)
  four(163, ps1, label(s1l), ps0, pb0)
  one(164, word(s0r))
  one(165, word(s1r))
  one(166, word(b0l))
  three(167, ps0, pb0, word(s0r))
  four(168, rough(s1), rough(s0), rough(b0), rough(b1))
  four(169, rough(s1), rough(s0), rough(b0), ws0)
  four(170, rough(s1), rough(s0), rough(b0), ws1)
  four(171, rough(s1), rough(s0), rough(b0), wb0)
  three(172, ws1, ws0, pb0)
  three(173, ps1, ws0, wb0)
  three(174, ws1, ps0, wb0)
  three(175, ws0, word(s0r), pb0)
  return count
}

/** Features of the relation of token `child` under `head`. Writes into `out`, gives their number. */
export function labelFeatures(state: ParserState, head: number, child: number, mask: number, out: Int32Array): number {
  let count = 0
  const add = (id: number, a: number, b = 0, c = 0) => {
    out[count++] = mix(mix(mix(a, id), b), c) & mask
  }
  const { hashed, tags, coarse, labels, left, left2, right, right2 } = state
  const length = hashed.length
  const word = (i: number) => (i < 0 ? OUTSIDE : length <= i ? ROOT : hashed.words[i]!)
  const tag = (i: number) => (i < 0 ? OUTSIDE : length <= i ? ROOT : tags[i]!)
  const label = (i: number) => (i < 0 ? OUTSIDE : labels[i]!)
  const after = child < head ? 0 : 1
  const wd = word(child)
  const wh = word(head)
  const pd = tag(child)
  const ph = tag(head)
  const dl = left[child]!
  const dr = right[child]!
  const hl = left[head]!
  const hr = right[head]!
  const pair = pd * 1024 + ph
  add(201, after)
  add(202, wd, after)
  add(203, pd, after)
  add(204, wh, after)
  add(205, ph, after)
  add(206, wd, wh)
  add(207, wd, ph, after)
  add(208, pd, wh, after)
  add(209, pair, after)
  add(210, pair, after * 8 + Math.min(Math.abs(head - child), 6))
  add(211, wd, pair)
  add(212, coarse[child]!, head < length ? coarse[head]! : ROOT, after)
  add(213, tag(child - 1), pair)
  add(214, tag(child + 1), pair)
  add(215, word(child + 1), pair)
  add(216, word(child - 1), pair)
  add(217, tag(head - 1), pair)
  add(218, label(dl), pair)
  add(219, word(dl), pair)
  add(220, label(dr), pair)
  add(221, word(dr), pair)
  add(222, word(dl), wh, pd)
  add(223, label(hl), pair)
  add(224, label(hr), pair)
  add(225, word(hl), pd, wh)
  add(226, state.leftCount[head]!, pair)
  add(227, state.rightCount[head]!, pair, after)
  add(228, label(hl), label(left2[head]!), pair)
  add(229, label(hr), label(right2[head]!), pair)
  add(230, wd, word(dl), after)
  add(231, child === 0 ? 1 : 0, pair)
  add(232, hashed.shapes[child]!, pair)
  add(233, word(dl), wd, wh)
  add(234, hashed.suffix2[child]!, pair)
  return count
}
