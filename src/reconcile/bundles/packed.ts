/** Plain data as UTF-8 of its JSON: a tenth of what it takes as objects. */
export function packed(data: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(data))
}

/** The data that was packed. */
export function unpacked<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T
}

const ARRAYS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array }
type ArrayName = keyof typeof ARRAYS

/** Plain data with typed arrays in it, such as the keys of a sketch. Slower. */
export function packedWithArrays(data: unknown): Uint8Array {
  const text = JSON.stringify(data, (_, value: unknown) =>
    ArrayBuffer.isView(value)
      ? { array: value.constructor.name, numbers: Array.from(value as unknown as Iterable<number>) }
      : value,
  )
  return new TextEncoder().encode(text)
}

/** The data that was packed with its arrays. */
export function unpackedWithArrays<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes), (_, value: unknown) => {
    const { array, numbers } = (value ?? {}) as { array?: ArrayName; numbers?: readonly number[] }
    return array !== undefined && numbers !== undefined ? ARRAYS[array].from(numbers) : value
  }) as T
}
