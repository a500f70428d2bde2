import type { Statement } from "../../../core/reading.ts"
import type { Analysis } from "../../../english/analysis.ts"
import { tokensTouching } from "../../../english/tree.ts"

/** Tokens that are cue, source or content of a statement: nothing is attributed a second time within them. */
export function takenTokens(analysis: Analysis, statements: readonly Statement[]): (token: number) => boolean {
  const taken = new Set<number>()
  for (const { cue, speaker, evidence } of statements)
    for (const one of [cue, speaker.given ?? speaker.evidence, ...evidence])
      if (one) for (const token of tokensTouching(analysis, one.span)) taken.add(token.index)
  return token => taken.has(token)
}
