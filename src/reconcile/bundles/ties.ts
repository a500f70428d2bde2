import type { Decision } from "../../core/store.ts"
import { DecisionBook } from "../decisions/decision-book.ts"
import { groupBy, unique } from "../union.ts"

/** For each report the decisions that tie it to others: what a person has made one or two is read together. */
export function tiesOf(decisions: readonly Decision[]): ReadonlyMap<string, readonly string[]> {
  const tied = new DecisionBook(decisions).all.flatMap(decision =>
    decision.action === "merge" || decision.action === "keep-apart"
      ? wordsOf(decision).map(reportId => ({ reportId, id: decision.id }))
      : [],
  )
  return new Map([...groupBy(tied, tie => tie.reportId)].map(([reportId, ties]) => [reportId, ties.map(tie => tie.id)]))
}

/** Reports that decisions are about, by the words they rest on; a withdrawal is about what it withdraws. Undefined where one of them only names its subject: it may be about any. */
export function reportsAbout(changed: readonly Decision[], log: readonly Decision[]): ReadonlySet<string> | undefined {
  const byId = new Map(log.map(decision => [decision.id, decision]))
  const about = changed.map(decision => {
    let meant: Decision | undefined = decision
    while (meant?.action === "withdraw") meant = byId.get(meant.subject)
    return meant ? wordsOf(meant) : []
  })
  return about.some(reports => reports.length === 0) ? undefined : new Set(about.flat())
}

function wordsOf({ value }: Decision): string[] {
  const { words, withWords } = (value ?? {}) as { words?: unknown; withWords?: unknown }
  const named = [words, withWords].flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))
  return unique(
    named.flatMap(word => {
      const { reportId } = (word ?? {}) as { reportId?: unknown }
      return typeof reportId === "string" ? [reportId] : []
    }),
  )
}
