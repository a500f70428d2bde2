import type { FlatReport } from "../../core/casefile.ts"
import type { Span } from "../../core/span.ts"
import type { SharedPassage } from "./shared-passages.ts"

/** A row of two texts beside each other: a passage that both have, or what either has alone since the last one. Empty spans where one side has nothing. */
export interface AlignedRow {
  readonly a: Span
  readonly b: Span
  /** Number of the passage among those given; absent for own text. */
  readonly passage?: number
}

/** More passages than this are not weighed against each other: the texts are aligned by the longest of them. */
const MOST_WEIGHED = 1_500

/**
 * Two texts in rows that together hold all words of each, in order. Passages that stand in the same order in both are rows of their own;
 * of those that cross, the ones with most words stay, and the others lie inside rows of own text.
 */
export function alignReports(
  a: Pick<FlatReport, "text">,
  b: Pick<FlatReport, "text">,
  passages: readonly SharedPassage[],
): AlignedRow[] {
  const rows: AlignedRow[] = []
  let [atA, atB] = [0, 0]
  const addOwn = (endA: number, endB: number) => {
    const [ownA, ownB] = [a.text.slice(atA, endA), b.text.slice(atB, endB)]
    // Nothing but the space between two passages is no row.
    if (ownA.trim() !== "" || ownB.trim() !== "")
      rows.push({ a: { start: atA, end: endA }, b: { start: atB, end: endB } })
  }
  for (const passage of inOrder(passages)) {
    const { a: inA, b: inB } = passages[passage]!
    addOwn(inA.start, inB.start)
    rows.push({ a: inA, b: inB, passage })
    ;[atA, atB] = [inA.end, inB.end]
  }
  addOwn(a.text.length, b.text.length)
  return rows
}

/** Places of the passages that stand in the same order in both texts, none over another: the heaviest such chain. */
function inOrder(passages: readonly SharedPassage[]): number[] {
  const weightOf = ({ a, b, similarity }: SharedPassage) => (a.end - a.start + b.end - b.start) * (0.1 + similarity)
  const weighed = passages
    .map((passage, place) => ({ passage, place, weight: weightOf(passage) }))
    .sort((x, y) => y.weight - x.weight)
    .slice(0, MOST_WEIGHED)
    .sort((x, y) => x.passage.a.end - y.passage.a.end || x.passage.b.end - y.passage.b.end || x.place - y.place)
  const best: { weight: number; before: number }[] = []
  for (const [at, { passage, weight }] of weighed.entries()) {
    let found = { weight, before: -1 }
    for (let before = 0; before < at; before++) {
      const { a, b } = weighed[before]!.passage
      if (passage.a.start < a.end || passage.b.start < b.end) continue
      if (found.weight < best[before]!.weight + weight) found = { weight: best[before]!.weight + weight, before }
    }
    best.push(found)
  }
  const last = best.reduce((top, { weight }, at) => (weight <= (best[top]?.weight ?? 0) ? top : at), 0)
  const chain: number[] = []
  for (let at = best.length === 0 ? -1 : last; 0 <= at; at = best[at]!.before) chain.push(weighed[at]!.place)
  return chain.reverse()
}
