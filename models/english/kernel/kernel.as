// The inner loops of the English model, in AssemblyScript. Built by build.ts into src/english/neural/kernel-bytes.ts.
//
// Everything a result depends on is exact: products of 16-bit integers summed in 32 bits, and single IEEE multiplications
// and additions, which WebAssembly defines bit for bit. No relaxed SIMD, no fused operations, no exp or tanh: one table.
//
// Packed weights: pairs of inputs lie side by side, [block of outputs][pair of inputs][output][2], 16-bit.

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

/** y[m, n] = scale[n] * (x[m] . w[n]) + bias[n]. Rows are a multiple of 4, columns of 8; strides in bytes. */
export function product(x: usize, xStride: usize, w: usize, scale: usize, bias: usize, y: usize, yStride: usize, rows: i32, pairs: i32, columns: i32, mode: i32, limit: i32): void {
  const bound = i32x4.splat(limit);
  const size: usize = mode == FLOAT ? 4 : 2;
  const end = <usize>pairs << 2;
  for (let n = 0; n < columns; n += 8) {
    const s0 = v128.load(scale + (<usize>n << 2)), s1 = v128.load(scale + (<usize>n << 2), 16);
    const b0 = v128.load(bias + (<usize>n << 2)), b1 = v128.load(bias + (<usize>n << 2), 16);
    for (let m = 0; m < rows; m += 4) {
      const x0 = x + <usize>m * xStride, x1 = x0 + xStride, x2 = x1 + xStride, x3 = x2 + xStride;
      let p = w;
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
      let out = y + <usize>m * yStride + <usize>n * size;
      const next = size << 2;
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
    }
    w += <usize>pairs << 5;
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
  const one = f32x4.splat(1), two = f32x4.splat(2);
  for (let u = 0; u < units; u += 4) {
    const i = look(scaled(v128.load(sums), v128.load(scale), v128.load(input)), table);
    const g = look(scaled(v128.load(sums, 48), v128.load(scale, 48), v128.load(input, 48)), table);
    let c = f32x4.mul(i, f32x4.sub(f32x4.mul(two, g), one));
    const f = look(scaled(v128.load(sums, 16), v128.load(scale, 16), v128.load(input, 16)), table);
    c = f32x4.add(f32x4.mul(f, v128.load(cell)), c);
    v128.store(cell, c);
    const o = look(scaled(v128.load(sums, 32), v128.load(scale, 32), v128.load(input, 32)), table);
    const t = f32x4.sub(f32x4.mul(two, look(f32x4.add(f32x4.mul(c, f32x4.splat(512)), f32x4.splat(2048.5)), table)), one);
    const q = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(f32x4.mul(o, t), f32x4.splat(16384))));
    v128.store64_lane(out, i16x8.narrow_i32x4_s(q, q), 0);
    sums += 64;
    scale += 64;
    input += 64;
    cell += 16;
    out += 8;
  }
}

// sums[n] = w[n] . h for one sentence.
function sums1(h: usize, w: usize, sums: usize, units: i32): void {
  const end = <usize>units << 1;
  for (let u = 0; u < units; u += 4) {
    let i0 = i32x4.splat(0), f0 = i0, o0 = i0, g0 = i0;
    for (let k: usize = 0; k < end; k += 4) {
      const s = v128.load32_splat(h + k);
      i0 = i32x4.add(i0, i32x4.dot_i16x8_s(s, v128.load(w)));
      f0 = i32x4.add(f0, i32x4.dot_i16x8_s(s, v128.load(w, 16)));
      o0 = i32x4.add(o0, i32x4.dot_i16x8_s(s, v128.load(w, 32)));
      g0 = i32x4.add(g0, i32x4.dot_i16x8_s(s, v128.load(w, 48)));
      w += 64;
    }
    v128.store(sums, i0);
    v128.store(sums, f0, 16);
    v128.store(sums, o0, 32);
    v128.store(sums, g0, 48);
    sums += 64;
  }
}

// The same for two sentences at once, so that each weight is loaded once for both.
function sums2(hA: usize, hB: usize, w: usize, sums: usize, units: i32): void {
  const end = <usize>units << 1, next = <usize>units << 4;
  for (let u = 0; u < units; u += 4) {
    let i0 = i32x4.splat(0), f0 = i0, o0 = i0, g0 = i0, i1 = i0, f1 = i0, o1 = i0, g1 = i0;
    for (let k: usize = 0; k < end; k += 4) {
      const s = v128.load32_splat(hA + k), t = v128.load32_splat(hB + k);
      let v = v128.load(w);
      i0 = i32x4.add(i0, i32x4.dot_i16x8_s(s, v));
      i1 = i32x4.add(i1, i32x4.dot_i16x8_s(t, v));
      v = v128.load(w, 16);
      f0 = i32x4.add(f0, i32x4.dot_i16x8_s(s, v));
      f1 = i32x4.add(f1, i32x4.dot_i16x8_s(t, v));
      v = v128.load(w, 32);
      o0 = i32x4.add(o0, i32x4.dot_i16x8_s(s, v));
      o1 = i32x4.add(o1, i32x4.dot_i16x8_s(t, v));
      v = v128.load(w, 48);
      g0 = i32x4.add(g0, i32x4.dot_i16x8_s(s, v));
      g1 = i32x4.add(g1, i32x4.dot_i16x8_s(t, v));
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
    sums += 64;
  }
}

// The same for four; weights are walked twice so that the eight sums stay in registers.
function sums4(hA: usize, hB: usize, hC: usize, hD: usize, w: usize, sums: usize, units: i32): void {
  const end = <usize>units << 1, next = <usize>units << 4;
  for (let u = 0; u < units; u += 2) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    let p = w;
    for (let k: usize = 0; k < end; k += 4) {
      const v0 = v128.load(p), v1 = v128.load(p, 16);
      p += 64;
      let s = v128.load32_splat(hA + k);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(s, v0));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(s, v1));
      s = v128.load32_splat(hB + k);
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(s, v0));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(s, v1));
      s = v128.load32_splat(hC + k);
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(s, v0));
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(s, v1));
      s = v128.load32_splat(hD + k);
      d0 = i32x4.add(d0, i32x4.dot_i16x8_s(s, v0));
      d1 = i32x4.add(d1, i32x4.dot_i16x8_s(s, v1));
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
    sums += 32;
  }
}

// What a lane of `recur` knows of its sentence: token to read, tokens left, address of the last output, address of its cells.
const TOKEN: usize = 0, LEFT: usize = 4, LAST: usize = 8, CELL: usize = 12, LANE: usize = 16;

/**
 * One direction of a layer over many sentences, four at a time; a lane that is done takes the next sentence.
 * `list` holds first token and length of each sentence (none empty), `inputs` for each token the address of its input part;
 * `back` reads sentences from their end. Outputs go to rows of 4 * units bytes at `out`, the backward half second.
 * `work` is room of 84 * units + 64 bytes.
 */
export function recur(inputs: usize, list: usize, count: i32, back: bool, w: usize, scale: usize, out: usize, units: i32, work: usize, table: usize): void {
  const row = <usize>units << 2;
  const lanes = work, zero = lanes + 4 * LANE, cell = zero + row, sums = cell + row * 4;
  memory.fill(zero, 0, row);
  const half: usize = back ? row >> 1 : 0;
  const skip: usize = back ? row << 2 : 0;
  for (let lane: usize = 0; lane < 4; lane++) {
    store<u32>(lanes + lane * LANE, <u32>(cell + lane * row), CELL);
    store<u32>(lanes + lane * LANE, <u32>zero, LAST);
  }
  const stop = list + (<usize>count << 3);
  let active: usize = 0;
  while (true) {
    while (active < 4 && list < stop) {
      const lane = lanes + active * LANE, length = load<u32>(list, 4);
      store<u32>(lane, load<u32>(list) + (back ? length - 1 : 0), TOKEN);
      store<u32>(lane, length, LEFT);
      store<u32>(lane, <u32>zero, LAST);
      memory.fill(<usize>load<u32>(lane, CELL), 0, row);
      list += 8;
      active++;
    }
    if (active == 0) return;
    if (active == 1) sums1(<usize>load<u32>(lanes, LAST), w, sums, units);
    else if (active == 2) sums2(<usize>load<u32>(lanes, LAST), <usize>load<u32>(lanes + LANE, LAST), w, sums, units);
    else sums4(<usize>load<u32>(lanes, LAST), <usize>load<u32>(lanes + LANE, LAST), <usize>load<u32>(lanes + 2 * LANE, LAST), <usize>load<u32>(lanes + 3 * LANE, LAST), w, sums, units);
    for (let index: usize = 0; index < active; index++) {
      const lane = lanes + index * LANE, token = load<u32>(lane, TOKEN);
      const place = out + <usize>token * row + half;
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
      store<u32>(last, <u32>zero, LAST);
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
