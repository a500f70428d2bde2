import type { Span } from "../src/core/span.ts"
import type { Figure } from "./part.ts"

/** Things expected and things found, with how many of each have a partner among the other. */
export interface Tally {
  gold: number
  found: number
  goldHit: number
  foundHit: number
}

export function emptyTally(): Tally {
  return { gold: 0, found: 0, goldHit: 0, foundHit: 0 }
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally()
  for (const tally of tallies)
    for (const key of ["gold", "found", "goldHit", "foundHit"] as const) sum[key] += tally[key]
  return sum
}

/** Adds one document. Each thing is partnered at most once, the first that fits; returns what was left over on both sides. */
export function addPairs<Gold, Found>(
  tally: Tally,
  gold: readonly Gold[],
  found: readonly Found[],
  fits: (gold: Gold, found: Found) => boolean,
): { missed: Gold[]; spurious: Found[] } {
  const free = new Set(found)
  const missed: Gold[] = []
  for (const one of gold) {
    const partner = [...free].find(other => fits(one, other))
    if (partner === undefined) missed.push(one)
    else free.delete(partner)
  }
  tally.gold += gold.length
  tally.found += found.length
  tally.goldHit += gold.length - missed.length
  tally.foundHit += found.length - free.size
  return { missed, spurious: [...free] }
}

/** The same for things written as strings, such as "12-19"; fast for many. */
export function addKeys(
  tally: Tally,
  gold: readonly string[],
  found: readonly string[],
): { missed: string[]; spurious: string[] } {
  const [wanted, got] = [new Set(gold), new Set(found)]
  const missed = [...wanted].filter(key => !got.has(key))
  const spurious = [...got].filter(key => !wanted.has(key))
  tally.gold += wanted.size
  tally.found += got.size
  tally.goldHit += wanted.size - missed.length
  tally.foundHit += got.size - spurious.length
  return { missed, spurious }
}

/** Precision, recall and F1 as shares from 0 to 1; undefined where nothing was found or expected. */
export function ratesOf({ gold, found, goldHit, foundHit }: Tally) {
  const precision = found === 0 ? undefined : foundHit / found
  const recall = gold === 0 ? undefined : goldHit / gold
  const sum = (precision ?? 0) + (recall ?? 0)
  const f1 = gold + found === 0 ? undefined : sum === 0 ? 0 : (2 * (precision ?? 0) * (recall ?? 0)) / sum
  return { precision, recall, f1 }
}

/** The F1 of a tally as a figure, with precision and recall beside it; errors are what was missed and what was found wrongly, per 1,000 expected. */
export function f1Figure(name: string, tally: Tally, items: string): Figure {
  const { precision, recall, f1 } = ratesOf(tally)
  return {
    name,
    value: f1 === undefined ? undefined : 100 * f1,
    unit: "%",
    of: tally.gold,
    items,
    errors: tally.gold - tally.goldHit + tally.found - tally.foundHit,
    detail: `precision ${percent(precision)}, recall ${percent(recall)}`,
  }
}

/** A share of right answers as a figure. */
export function shareFigure(name: string, right: number, of: number, items: string, detail?: string): Figure {
  return {
    name,
    value: of === 0 ? undefined : (100 * right) / of,
    unit: "%",
    of,
    items,
    errors: of - right,
    ...(detail === undefined ? {} : { detail }),
  }
}

/** "93.0" of 0.93. */
export function percent(share: number | undefined): string {
  return share === undefined ? "-" : (100 * share).toFixed(1)
}

export function spanKey({ start, end }: Span): string {
  return `${start}-${end}`
}

/** The words around a span on one line, the span in brackets: for lists of errors. */
export function inContext(text: string, { start, end }: Span): string {
  const words = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ")
  return `${words(start - 50, start)}[${words(start, end)}]${words(end, end + 30)}`
}
