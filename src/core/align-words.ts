import { type Word, wordsOf } from "./words.ts"

/** Two texts of more words than this squared are not aligned word by word: their middle counts as changed. */
const LONGEST_SQUARE = 4_000_000

/** A stretch of words: of the one text, of the other, or of both. Texts in their order; `isSame`: both have these words. */
export interface AlignedRun {
  readonly isSame: boolean
  readonly was: readonly Word[]
  readonly now: readonly Word[]
}

/**
 * Two texts word by word: the longest words in the same order that both have, and what lies between them.
 * Capitals, accents, punctuation and whether a number is written in digits do not count.
 */
export function alignWords(was: string, now: string): AlignedRun[] {
  return joinRuns(runsOf(wordsOf(was), wordsOf(now)))
}

function keyOf(word: Word): string {
  return /^\d/.test(word.stem) ? word.stem : word.plain
}

/** The words of both in stretches that are the same and stretches that are not, by turns. */
function runsOf(was: readonly Word[], now: readonly Word[]): AlignedRun[] {
  const isSame = (a: number, b: number): boolean => keyOf(was[a]!) === keyOf(now[b]!)
  let start = 0
  while (start < was.length && start < now.length && isSame(start, start)) start++
  let tail = 0
  while (tail < Math.min(was.length, now.length) - start && isSame(was.length - 1 - tail, now.length - 1 - tail)) tail++
  const [wasEnd, nowEnd] = [was.length - tail, now.length - tail]
  const pairs: [number, number][] = []
  for (let at = 0; at < start; at++) pairs.push([at, at])
  pairs.push(...longestCommon(start, wasEnd, start, nowEnd, isSame))
  for (let at = 0; at < tail; at++) pairs.push([wasEnd + at, nowEnd + at])
  const runs: AlignedRun[] = []
  let [a, b] = [0, 0]
  for (let at = 0; at <= pairs.length; at++) {
    const [nextA, nextB] = pairs[at] ?? [was.length, now.length]
    if (a < nextA || b < nextB) runs.push({ isSame: false, was: was.slice(a, nextA), now: now.slice(b, nextB) })
    if (at === pairs.length) break
    let length = 1
    while (pairs[at + length]?.[0] === nextA + length && pairs[at + length]?.[1] === nextB + length) length++
    runs.push({ isSame: true, was: was.slice(nextA, nextA + length), now: now.slice(nextB, nextB + length) })
    at += length - 1
    ;[a, b] = [nextA + length, nextB + length]
  }
  return runs
}

/** Pairs of positions of the longest common subsequence of was[a..aEnd) and now[b..bEnd). */
function longestCommon(
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  isSame: (a: number, b: number) => boolean,
): [number, number][] {
  const [height, width] = [aEnd - a, bEnd - b]
  if (height === 0 || width === 0 || LONGEST_SQUARE < height * width) return []
  const lengths = new Uint16Array((height + 1) * (width + 1))
  const at = (row: number, column: number): number => row * (width + 1) + column
  for (let row = height - 1; 0 <= row; row--)
    for (let column = width - 1; 0 <= column; column--)
      lengths[at(row, column)] = isSame(a + row, b + column)
        ? lengths[at(row + 1, column + 1)]! + 1
        : Math.max(lengths[at(row + 1, column)]!, lengths[at(row, column + 1)]!)
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < height && column < width; )
    if (isSame(a + row, b + column)) pairs.push([a + row++, b + column++])
    else if (lengths[at(row, column + 1)]! <= lengths[at(row + 1, column)]!) row++
    else column++
  return pairs
}

/** "the" or "of" alone between two changes is no common ground: the changes are one. */
function joinRuns(runs: readonly AlignedRun[]): AlignedRun[] {
  const joined: AlignedRun[] = []
  for (const [at, run] of runs.entries()) {
    const isLoose = run.isSame && 0 < at && at < runs.length - 1 && run.now.every(word => word.empty)
    const last = joined.at(-1)
    if (last && !last.isSame && (isLoose || !run.isSame))
      joined[joined.length - 1] = { isSame: false, was: [...last.was, ...run.was], now: [...last.now, ...run.now] }
    else joined.push(run)
  }
  return joined
}
