/** The first so many of the items in order, without putting all of them in order. */
export function firstOf<T>(items: Iterable<T>, most: number, compare: (a: T, b: T) => number): T[] {
  let kept: T[] = []
  let last: T | undefined
  const cut = () => {
    kept.sort(compare)
    kept = kept.slice(0, most)
    last = kept.at(-1)
  }
  for (const item of items) {
    if (last !== undefined && 0 <= compare(item, last)) continue
    kept.push(item)
    if (kept.length < 2 * most) continue
    cut()
  }
  cut()
  return kept
}
