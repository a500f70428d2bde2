import { alignWords } from "../../core/align-words.ts"
import type { Span } from "../../core/span.ts"

/** A stretch of a text: words that the other has too, words that stand here only, or the space and marks between. Together they are the whole text. */
export interface MarkedStretch extends Span {
  readonly mark: "same" | "only" | "between"
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

function stretches(
  text: string,
  runs: readonly { readonly isSame: boolean; readonly words: readonly Span[] }[],
): MarkedStretch[] {
  const marked: MarkedStretch[] = []
  const add = (mark: MarkedStretch["mark"], start: number, end: number) => {
    if (start < end) marked.push({ mark, start, end })
  }
  let at = 0
  for (const { isSame, words } of runs) {
    if (words.length === 0) continue
    add("between", at, words[0]!.start)
    at = words.at(-1)!.end
    add(isSame ? "same" : "only", words[0]!.start, at)
  }
  add("between", at, text.length)
  return marked
}
