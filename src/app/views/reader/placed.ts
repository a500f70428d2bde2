import { overlaps, type Span } from "../../../core/span.ts"

/** Things by where they lie in a text: those that lie over a stretch are found without looking at all the others. */
export interface Placed<T> {
  add(span: Span, thing: T): void
  /** What overlaps the stretch, each thing once, in the order in which things were added. What is empty overlaps nothing. */
  over(span: Span): T[]
}

/** Characters of one drawer. Most things are names and sentences, which lie in one or two. */
const DRAWER = 256

export function placed<T>(): Placed<T> {
  const all: { readonly span: Span; readonly thing: T }[] = []
  const drawers = new Map<number, number[]>()
  const drawersOf = ({ start, end }: Span) => {
    const first = Math.floor(start / DRAWER)
    return start < end ? Array.from({ length: Math.floor((end - 1) / DRAWER) - first + 1 }, (_, at) => first + at) : []
  }
  return {
    add(span, thing) {
      for (const drawer of drawersOf(span)) {
        const held = drawers.get(drawer)
        if (held) held.push(all.length)
        else drawers.set(drawer, [all.length])
      }
      all.push({ span, thing })
    },
    over(span) {
      const near = new Set(drawersOf(span).flatMap(drawer => drawers.get(drawer) ?? []))
      const found = [...near].sort((a, b) => a - b).filter(at => overlaps(all[at]!.span, span))
      return [...new Set(found.map(at => all[at]!.thing))]
    },
  }
}
