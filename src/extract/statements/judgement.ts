import { childrenOf } from "../../english/tree.ts"
import type { CueClause } from "./cue-clause.ts"
import type { Passages } from "./passages.ts"

const NAMING = /^(?:call|label|brand|term|dub)$/

/** "called the valley the Oven", "called the police": a verb of naming that says what something is called rather than what the speaker thinks of it. */
export function isMereName(within: Passages, clause: CueClause, first: number, last: number): boolean {
  return NAMING.test(clause.cue.verb.lemma) && !isJudged(within, first, last) && !isJudgement(within, clause)
}

/** “a cowardly act” judges, “the Fox” and “Operation Dawn” are names. */
function isJudged(within: Passages, first: number, last: number): boolean {
  for (let at = first; at < last; at++)
    if (0 <= within.quoteOf[at]!) {
      const { inner } = within.analysis.quotations[within.quoteOf[at]!]!
      return !/^(?:the\b|\p{Lu})/u.test(within.analysis.report.text.slice(inner.start, inner.end).trim())
    }
  return false
}

/** "called the plan a mistake", "called it dangerous": a second object that judges. */
function isJudgement({ analysis }: Passages, { cue }: CueClause): boolean {
  const objects = childrenOf(analysis, cue.token, "obj", "iobj", "xcomp", "obl:unmarked").filter(
    child => cue.token.index < child.index,
  )
  const judged = objects.at(-1)
  if (objects.length < 2 || !judged) return false
  if (judged.upos === "NOUN") return childrenOf(analysis, judged, "det").some(child => /^an?$/i.test(child.text))
  return judged.upos === "ADJ" && judged.deprel === "xcomp"
}
