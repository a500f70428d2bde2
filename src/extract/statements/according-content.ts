import { hasFiniteVerb } from "./clauses.ts"
import type { Content, CueClause } from "./cue-clause.ts"
import type { Passage, Passages } from "./passages.ts"

/** "According to X, ..."; "..., according to X."; "the fire that killed ten according to X". */
export function accordingContent(within: Passages, passage: Passage, clause: CueClause): Content | undefined {
  const { tokens } = within.analysis
  const { cue } = clause
  let after = clause.last
  if (tokens[after]?.text === ",") after++
  const isAtEnd = passage.last <= after || /^[.;!?]$/.test(tokens[after]!.text) || passage.last <= after + 1
  if (cue.first === passage.first || (cue.first <= passage.first + 1 && tokens[passage.first]!.upos === "CCONJ")) {
    if (isAtEnd) return undefined
    return { ranges: [{ first: after, last: passage.last }], rule: "accordingFirst" }
  }
  let first = passage.first
  if (tokens[cue.first - 1]!.text !== ",") {
    // Without a comma it goes with the nearest clause only.
    for (let at = cue.first - 1; passage.first < at; at--)
      if (/^(,|;|that|which|who|and|but|while)$/i.test(tokens[at]!.text) && within.quoteOf[at]! < 0) {
        if (!hasFiniteVerb(within, at + 1, cue.first)) continue
        first = at + 1
        break
      }
  }
  while (first < cue.first && /^(,|and|but|however|meanwhile)$/i.test(tokens[first]!.text)) first++
  const left = { first, last: cue.first }
  if (left.last - left.first < 2) return { ranges: [{ first: after, last: passage.last }], rule: "accordingFirst" }
  const isMiddle =
    !isAtEnd &&
    tokens[clause.last]?.text === "," &&
    tokens[cue.first - 1]!.text === "," &&
    !/^(who|which|but|and|while|citing)$/i.test(tokens[after]!.text)
  if (isMiddle) return { ranges: [left, { first: after, last: passage.last }], rule: "accordingBetween" }
  return { ranges: [left], rule: "accordingLast" }
}
