import { expect, test } from "vitest"
import { FLOAT, Kernel } from "./kernel.ts"
import type { Weights } from "./weights.ts"

/** One layer of 8-bit weights with scale 1 and bias 0. */
function layer(rows: readonly (readonly number[])[]): Pick<Weights, "tensor"> {
  const tensors: Readonly<Record<string, Int8Array | Float32Array>> = {
    layer: Int8Array.from(rows.flat()),
    "layer.scale": new Float32Array(rows.length).fill(1),
    "layer.bias": new Float32Array(rows.length),
  }
  return { tensor: name => ({ shape: [rows.length, rows[0]!.length], data: tensors[name]! }) }
}

function product(kernel: Kernel, weights: readonly (readonly number[])[], states: readonly (readonly number[])[]) {
  const loaded = kernel.stateDense(layer(weights), "layer")
  const stride = states[0]!.length
  const x = kernel.allocate((states.length + 4) * stride)
  const y = kernel.allocate((states.length + 4) * loaded.columns * 4)
  states.forEach((row, index) => {
    kernel.i8.set(row, x + index * stride)
  })
  kernel.stateProduct(loaded, x, stride, y, states.length, FLOAT)
  return states.map((_, row) => weights.map((_, column) => kernel.f32[(y >> 2) + row * loaded.columns + column]!))
}

// Every pair of the extremes, where sums of two products come closest to what 16 bits hold.
const extremes = [-128, -127, -1, 0, 1, 127]
const weights = extremes.flatMap(a => extremes.map(b => [a, b, a, b, b, b, a, a]))
const states = [1, 64, 65, 127].flatMap(a => [1, 63, 127].map(b => [a, a, b, b, a, b, a, b]))
const exact = states.map(row =>
  weights.map(column => column.reduce((sum, weight, index) => sum + weight * (row[index]! - 64), 0)),
)

test.each([{ plain: false }, { plain: true }])(
  "a product over states is exact for the largest numbers (%o)",
  options => {
    expect(product(new Kernel(options.plain), weights, states)).toEqual(exact)
  },
)
