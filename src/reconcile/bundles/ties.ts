import type { Decision } from "../../core/store.ts"
import { groupBy, unique } from "../union.ts"

/** For each report the decisions that tie it to others: what a person has made one is read together. */
export function tiesOf(decisions: readonly Decision[]): ReadonlyMap<string, readonly string[]> {
  const tied = decisions.flatMap(({ id, action, value }) =>
    action === "merge" ? reportsOf({ value }).map(reportId => ({ reportId, id })) : [],
  )
  return new Map([...groupBy(tied, tie => tie.reportId)].map(([reportId, ties]) => [reportId, ties.map(tie => tie.id)]))
}

/** Reports whose words a decision rests on; none for one that only names its subject. */
export function reportsOf({ value }: Pick<Decision, "value">): string[] {
  const { words, withWords } = (value ?? {}) as { words?: unknown; withWords?: unknown }
  const named = [words, withWords].flatMap(list => (Array.isArray(list) ? (list as unknown[]) : []))
  return unique(
    named.flatMap(word => {
      const { reportId } = (word ?? {}) as { reportId?: unknown }
      return typeof reportId === "string" ? [reportId] : []
    }),
  )
}
