// The inner loops of the English model, in AssemblyScript. Built by build.ts into src/english/neural/kernel-bytes.ts.
//
// Everything a result depends on is exact: products of integers summed in 32 bits, and single IEEE multiplications
// and additions, which WebAssembly defines bit for bit. No fused operations, no exp or tanh: one table.
//
// What the recurrent layers give is kept in 7 bits, 1 to 127 with 64 for nothing. The relaxed dot product of WebAssembly is
// defined alike on all machines for such numbers: sums of two products stay within 16 bits. The kernel is built twice, with it and
// without; both add the same integers.
//
// Packed weights: [block of outputs][group of inputs][output][group], a group being two 16-bit or four 8-bit numbers.

// Outputs of a matrix product as they are (f32), or through a leaky rectifier or not, rounded and limited (i16).
const FLOAT: i32 = 0;
const LEAKY: i32 = 1;

// @ts-ignore: decorator
@inline function store4(y: usize, v: v128, mode: i32, limit: v128): void {
  if (mode == FLOAT) {
    v128.store(y, v);
    return;
  }
  if (mode == LEAKY) v = f32x4.max(v, f32x4.mul(v, f32x4.splat(0.125)));
  let q = i32x4.trunc_sat_f32x4_s(f32x4.nearest(v));
  q = i32x4.max_s(i32x4.min_s(q, limit), i32x4.neg(limit));
  v128.store64_lane(y, i16x8.narrow_i32x4_s(q, q), 0);
}

// @ts-ignore: decorator
@inline function scaled(acc: v128, scale: v128, bias: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(acc), scale), bias);
}

// acc + for each of four outputs the dot product of four 8-bit weights and four 7-bit numbers.
// @ts-ignore: decorator
@inline function dot(acc: v128, w: v128, x: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return i32x4.relaxed_dot_i8x16_i7x16_add_s(w, x, acc);
  const even = i32x4.dot_i16x8_s(i16x8.shr_s(i16x8.shl(w, 8), 8), v128.and(x, i16x8.splat(255)));
  return i32x4.add(acc, i32x4.add(even, i32x4.dot_i16x8_s(i16x8.shr_s(w, 8), i16x8.shr_u(x, 8))));
}

/**
 * y[m, n] = scale[n] * (start[n] + x[m] . w[n]) + bias[n] for 7-bit x, `start` taking away what the 64 for nothing adds.
 * Rows are a multiple of 4, columns of 8; `inputs` a multiple of 4; strides in bytes.
 */
export function product7(x: usize, xStride: usize, w: usize, start: usize, scale: usize, bias: usize, y: usize, yStride: usize, rows: i32, inputs: usize, columns: i32, mode: i32, limit: i32): void {
  const bound = i32x4.splat(limit);
  const size: usize = mode == FLOAT ? 4 : 2, next = size << 2;
  // Four rows stay in the first cache while the weights pass.
  for (let m = 0; m < rows; m += 4) {
    const x0 = x, x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
    let p = w, row = y;
    for (let n: usize = 0; n < <usize>columns << 2; n += 32) {
      let a0 = v128.load(start + n), a1 = v128.load(start + n, 16);
      let c0 = a0, c1 = a1, d0 = a0, d1 = a1, e0 = a0, e1 = a1;
      for (let k: usize = 0; k < inputs; k += 4) {
        const w0 = v128.load(p), w1 = v128.load(p, 16);
        p += 32;
        let s = v128.load32_splat(x0 + k);
        a0 = dot(a0, w0, s);
        a1 = dot(a1, w1, s);
        s = v128.load32_splat(x1 + k);
        c0 = dot(c0, w0, s);
        c1 = dot(c1, w1, s);
        s = v128.load32_splat(x2 + k);
        d0 = dot(d0, w0, s);
        d1 = dot(d1, w1, s);
        s = v128.load32_splat(x3 + k);
        e0 = dot(e0, w0, s);
        e1 = dot(e1, w1, s);
      }
      const s0 = v128.load(scale + n), s1 = v128.load(scale + n, 16);
      const b0 = v128.load(bias + n), b1 = v128.load(bias + n, 16);
      let out = row;
      store4(out, scaled(a0, s0, b0), mode, bound);
      store4(out + next, scaled(a1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(c0, s0, b0), mode, bound);
      store4(out + next, scaled(c1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(d0, s0, b0), mode, bound);
      store4(out + next, scaled(d1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(e0, s0, b0), mode, bound);
      store4(out + next, scaled(e1, s1, b1), mode, bound);
      row += size << 3;
    }
    x += xStride << 2;
    y += yStride << 2;
  }
}

/** y[m, n] = scale[n] * (x[m] . w[n]) + bias[n] for 16-bit x. Rows are a multiple of 4, columns of 8; strides in bytes. */
export function product(x: usize, xStride: usize, w: usize, scale: usize, bias: usize, y: usize, yStride: usize, rows: i32, pairs: i32, columns: i32, mode: i32, limit: i32): void {
  const bound = i32x4.splat(limit);
  const size: usize = mode == FLOAT ? 4 : 2, next = size << 2;
  const end = <usize>pairs << 2;
  for (let m = 0; m < rows; m += 4) {
    const x0 = x, x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
    let p = w, row = y;
    for (let n: usize = 0; n < <usize>columns << 2; n += 32) {
      let a0 = i32x4.splat(0), a1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, e0 = a0, e1 = a0;
      for (let k: usize = 0; k < end; k += 4) {
        const w0 = v128.load(p), w1 = v128.load(p, 16);
        p += 32;
        let s = v128.load32_splat(x0 + k);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, w0));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(x1 + k);
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(s, w0));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(x2 + k);
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(s, w0));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(s, w1));
        s = v128.load32_splat(x3 + k);
        e0 = i32x4.add(e0, i32x4.dot_i16x8_s(s, w0));
        e1 = i32x4.add(e1, i32x4.dot_i16x8_s(s, w1));
      }
      const s0 = v128.load(scale + n), s1 = v128.load(scale + n, 16);
      const b0 = v128.load(bias + n), b1 = v128.load(bias + n, 16);
      let out = row;
      store4(out, scaled(a0, s0, b0), mode, bound);
      store4(out + next, scaled(a1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(c0, s0, b0), mode, bound);
      store4(out + next, scaled(c1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(d0, s0, b0), mode, bound);
      store4(out + next, scaled(d1, s1, b1), mode, bound);
      out += yStride;
      store4(out, scaled(e0, s0, b0), mode, bound);
      store4(out + next, scaled(e1, s1, b1), mode, bound);
      row += size << 3;
    }
    x += xStride << 2;
    y += yStride << 2;
  }
}

// Sigmoid of (index - 2048) / 256 for four values already in table units.
// @ts-ignore: decorator
@inline function look(v: v128, table: usize): v128 {
  let q = i32x4.trunc_sat_f32x4_s(v);
  q = i32x4.shl(i32x4.max_s(i32x4.min_s(q, i32x4.splat(4095)), i32x4.splat(0)), 2);
  let r = v128.load32_zero(table + i32x4.extract_lane(q, 0));
  r = v128.load32_lane(table + i32x4.extract_lane(q, 1), r, 1);
  r = v128.load32_lane(table + i32x4.extract_lane(q, 2), r, 2);
  return v128.load32_lane(table + i32x4.extract_lane(q, 3), r, 3);
}

// From the sums of one sentence's step (for each four units: input, forget, output, candidate) to new cells and outputs.
function cells(sums: usize, scale: usize, input: usize, cell: usize, out: usize, units: i32, table: usize): void {
  const one = f32x4.splat(1), two = f32x4.splat(2), bound = i32x4.splat(63);
  for (let u = 0; u < units; u += 4) {
    const i = look(scaled(v128.load(sums), v128.load(scale), v128.load(input)), table);
    const g = look(scaled(v128.load(sums, 48), v128.load(scale, 48), v128.load(input, 48)), table);
    let c = f32x4.mul(i, f32x4.sub(f32x4.mul(two, g), one));
    const f = look(scaled(v128.load(sums, 16), v128.load(scale, 16), v128.load(input, 16)), table);
    c = f32x4.add(f32x4.mul(f, v128.load(cell)), c);
    v128.store(cell, c);
    const o = look(scaled(v128.load(sums, 32), v128.load(scale, 32), v128.load(input, 32)), table);
    const t = f32x4.sub(f32x4.mul(two, look(f32x4.add(f32x4.mul(c, f32x4.splat(512)), f32x4.splat(2048.5)), table)), one);
    let q = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.mul(o, t), f32x4.splat(64))));
    q = i32x4.add(i32x4.max_s(i32x4.min_s(q, bound), i32x4.neg(bound)), i32x4.splat(64));
    q = i16x8.narrow_i32x4_s(q, q);
    v128.store32_lane(out, i8x16.narrow_i16x8_u(q, q), 0);
    sums += 64;
    scale += 64;
    input += 64;
    cell += 16;
    out += 4;
  }
}

// sums[n] = start[n] + w[n] . h for one sentence.
function sums1(h: usize, w: usize, start: usize, sums: usize, units: i32): void {
  const stop = sums + (<usize>units << 4);
  while (sums < stop) {
    let i0 = v128.load(start), f0 = v128.load(start, 16), o0 = v128.load(start, 32), g0 = v128.load(start, 48);
    for (let k: usize = 0; k < <usize>units; k += 4) {
      const s = v128.load32_splat(h + k);
      i0 = dot(i0, v128.load(w), s);
      f0 = dot(f0, v128.load(w, 16), s);
      o0 = dot(o0, v128.load(w, 32), s);
      g0 = dot(g0, v128.load(w, 48), s);
      w += 64;
    }
    v128.store(sums, i0);
    v128.store(sums, f0, 16);
    v128.store(sums, o0, 32);
    v128.store(sums, g0, 48);
    start += 64;
    sums += 64;
  }
}

// The same for two sentences at once, so that each weight is loaded once for both.
function sums2(hA: usize, hB: usize, w: usize, start: usize, sums: usize, units: i32): void {
  const next = <usize>units << 4, stop = sums + next;
  while (sums < stop) {
    let i0 = v128.load(start), f0 = v128.load(start, 16), o0 = v128.load(start, 32), g0 = v128.load(start, 48);
    let i1 = i0, f1 = f0, o1 = o0, g1 = g0;
    for (let k: usize = 0; k < <usize>units; k += 4) {
      const s = v128.load32_splat(hA + k), t = v128.load32_splat(hB + k);
      let v = v128.load(w);
      i0 = dot(i0, v, s);
      i1 = dot(i1, v, t);
      v = v128.load(w, 16);
      f0 = dot(f0, v, s);
      f1 = dot(f1, v, t);
      v = v128.load(w, 32);
      o0 = dot(o0, v, s);
      o1 = dot(o1, v, t);
      v = v128.load(w, 48);
      g0 = dot(g0, v, s);
      g1 = dot(g1, v, t);
      w += 64;
    }
    v128.store(sums, i0);
    v128.store(sums, f0, 16);
    v128.store(sums, o0, 32);
    v128.store(sums, g0, 48);
    v128.store(sums + next, i1);
    v128.store(sums + next, f1, 16);
    v128.store(sums + next, o1, 32);
    v128.store(sums + next, g1, 48);
    start += 64;
    sums += 64;
  }
}

// The same for four; weights are walked twice so that the eight sums stay in registers.
function sums4(hA: usize, hB: usize, hC: usize, hD: usize, w: usize, start: usize, sums: usize, units: i32): void {
  const next = <usize>units << 4;
  for (let u = 0; u < units; u += 2) {
    let a0 = v128.load(start), a1 = v128.load(start, 16);
    let b0 = a0, b1 = a1, c0 = a0, c1 = a1, d0 = a0, d1 = a1;
    let p = w;
    for (let k: usize = 0; k < <usize>units; k += 4) {
      const v0 = v128.load(p), v1 = v128.load(p, 16);
      p += 64;
      let s = v128.load32_splat(hA + k);
      a0 = dot(a0, v0, s);
      a1 = dot(a1, v1, s);
      s = v128.load32_splat(hB + k);
      b0 = dot(b0, v0, s);
      b1 = dot(b1, v1, s);
      s = v128.load32_splat(hC + k);
      c0 = dot(c0, v0, s);
      c1 = dot(c1, v1, s);
      s = v128.load32_splat(hD + k);
      d0 = dot(d0, v0, s);
      d1 = dot(d1, v1, s);
    }
    w = u & 2 ? p - 32 : w + 32;
    v128.store(sums, a0);
    v128.store(sums, a1, 16);
    v128.store(sums + next, b0);
    v128.store(sums + next, b1, 16);
    v128.store(sums + next * 2, c0);
    v128.store(sums + next * 2, c1, 16);
    v128.store(sums + next * 3, d0);
    v128.store(sums + next * 3, d1, 16);
    start += 32;
    sums += 32;
  }
}

// What a lane of `recur` knows of its sentence: token to read, tokens left, address of the last output, address of its cells.
const TOKEN: usize = 0, LEFT: usize = 4, LAST: usize = 8, CELL: usize = 12, LANE: usize = 16;

/**
 * One direction of a layer over many sentences, four at a time; a lane that is done takes the next sentence.
 * `list` holds first token and length of each sentence (none empty), `inputs` for each token the address of its input part;
 * `back` reads sentences from their end. A token's outputs go to `units` bytes at `out`, or when `back` at `out + units`; tokens are
 * `stride` bytes apart. `work` is room of 81 * units + 64 bytes.
 */
export function recur(inputs: usize, list: usize, count: i32, back: bool, w: usize, start: usize, scale: usize, out: usize, stride: usize, units: i32, work: usize, table: usize): void {
  const row = <usize>units << 2;
  const lanes = work, cell = lanes + 4 * LANE, sums = cell + row * 4, nothing = sums + row * 16;
  memory.fill(nothing, 64, units);
  const half: usize = back ? <usize>units : 0;
  const skip: usize = back ? row << 2 : 0;
  for (let lane: usize = 0; lane < 4; lane++) {
    store<u32>(lanes + lane * LANE, <u32>(cell + lane * row), CELL);
    store<u32>(lanes + lane * LANE, <u32>nothing, LAST);
  }
  const stop = list + (<usize>count << 3);
  let active: usize = 0;
  while (true) {
    while (active < 4 && list < stop) {
      const lane = lanes + active * LANE, length = load<u32>(list, 4);
      store<u32>(lane, load<u32>(list) + (back ? length - 1 : 0), TOKEN);
      store<u32>(lane, length, LEFT);
      store<u32>(lane, <u32>nothing, LAST);
      memory.fill(<usize>load<u32>(lane, CELL), 0, row);
      list += 8;
      active++;
    }
    if (active == 0) return;
    if (active == 1) sums1(<usize>load<u32>(lanes, LAST), w, start, sums, units);
    else if (active == 2) sums2(<usize>load<u32>(lanes, LAST), <usize>load<u32>(lanes + LANE, LAST), w, start, sums, units);
    else sums4(<usize>load<u32>(lanes, LAST), <usize>load<u32>(lanes + LANE, LAST), <usize>load<u32>(lanes + 2 * LANE, LAST), <usize>load<u32>(lanes + 3 * LANE, LAST), w, start, sums, units);
    for (let index: usize = 0; index < active; index++) {
      const lane = lanes + index * LANE, token = load<u32>(lane, TOKEN);
      const place = out + <usize>token * stride + half;
      cells(sums + index * (row << 2), scale, <usize>load<u32>(inputs + (<usize>token << 2)) + skip, <usize>load<u32>(lane, CELL), place, units, table);
      store<u32>(lane, <u32>place, LAST);
      store<u32>(lane, back ? token - 1 : token + 1, TOKEN);
      store<u32>(lane, load<u32>(lane, LEFT) - 1, LEFT);
    }
    // The last lane moves into the place of one that is done.
    for (let index: usize = 0; index < active; ) {
      const lane = lanes + index * LANE;
      if (load<u32>(lane, LEFT) != 0) {
        index++;
        continue;
      }
      active--;
      const last = lanes + active * LANE, free = load<u32>(lane, CELL);
      memory.copy(lane, last, LANE);
      store<u32>(last, free, CELL);
      store<u32>(last, <u32>nothing, LAST);
    }
  }
}

/** out[a, b] = left[a] . right[b], 32-bit, for 16-bit rows of `size` numbers (a multiple of 8). Strides in bytes. */
export function dots(left: usize, right: usize, out: usize, outStride: usize, lefts: i32, rights: i32, size: i32): void {
  const row = <usize>size << 1;
  for (let a = 0; a < lefts; a++) {
    for (let b = 0; b < rights; b++) {
      let sum = i32x4.splat(0);
      for (let k: usize = 0; k < row; k += 16) sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(left + k), v128.load(right + <usize>b * row + k)));
      sum = i32x4.add(sum, i8x16.shuffle(sum, sum, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
      store<i32>(out + <usize>a * outStride + (<usize>b << 2), i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1));
    }
    left += row;
  }
}

/** out[m] = leaky(heads[m] + dependents[m]) as limited 16-bit numbers; `heads` holds addresses of f32 rows of `size` numbers. */
export function join(heads: usize, dependents: usize, out: usize, rows: i32, size: i32, limit: i32): void {
  const bound = i32x4.splat(limit);
  for (let m = 0; m < rows; m++) {
    const head = <usize>load<u32>(heads + (<usize>m << 2));
    for (let k = 0; k < size; k += 4) {
      const at = <usize>k << 2;
      store4(out, f32x4.add(v128.load(head + at), v128.load(dependents + at)), LEAKY, bound);
      out += 8;
    }
    dependents += <usize>size << 2;
  }
}
