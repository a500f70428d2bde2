/** Numbers that look random and are the same on every machine. */
export interface Dice {
  /** A whole number from 0 to `size` - 1. */
  below(size: number): number
  /** True in this share of throws, 0-1. */
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** `count` different items, in any order; all of them when there are fewer. */
  some<T>(items: readonly T[], count: number): T[]
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain). */
export function toDice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (size: number): number => Math.floor(next() * size)
  return {
    below,
    chance: share => next() < share,
    pick: items => items[below(items.length)]!,
    some(items, count) {
      const left = [...items]
      const taken = []
      while (0 < left.length && taken.length < count) taken.push(left.splice(below(left.length), 1)[0]!)
      return taken
    },
  }
}
