import { alignWords } from "../../core/align-words.ts"
import type { Span } from "../../core/span.ts"

/** Stretches of a text that the other has too, or that stand here only. Together they are the whole text. */
export interface MarkedStretch extends Span {
  readonly isSame: boolean
}

/** Two tellings word by word. Capitals, accents, marks and whether a number is written in digits make no difference. */
export function markWords(
  a: string,
  b: string,
): { readonly a: readonly MarkedStretch[]; readonly b: readonly MarkedStretch[] } {
  const runs = alignWords(a, b)
  return {
    a: stretches(
      a,
      runs.map(({ isSame, was }) => ({ isSame, words: was })),
    ),
    b: stretches(
      b,
      runs.map(({ isSame, now }) => ({ isSame, words: now })),
    ),
  }
}

/** A stretch ends with its last word: what stands between two stretches belongs to the one that both texts have. */
function stretches(
  text: string,
  runs: readonly { readonly isSame: boolean; readonly words: readonly Span[] }[],
): MarkedStretch[] {
  const marked: MarkedStretch[] = []
  const add = (isSame: boolean, start: number, end: number) => {
    if (end <= start) return
    const last = marked.at(-1)
    if (last?.isSame === isSame) marked[marked.length - 1] = { ...last, end }
    else marked.push({ isSame, start, end })
  }
  let at = 0
  for (const { isSame, words } of runs) {
    if (words.length === 0) continue
    add(true, at, words[0]!.start)
    at = words.at(-1)!.end
    add(isSame, words[0]!.start, at)
  }
  add(true, at, text.length)
  return marked
}
