import type { Reading } from "../../core/reading.ts"
import type { Evidence } from "../../core/span.ts"
import type { Decision } from "../../core/store.ts"
import { type DecisionBook, isAt } from "./decision-book.ts"

/** Takes rejected event mentions, statements, warnings and citations out of a reading. */
export function rejectFromReading(reading: Reading, book: DecisionBook): Reading {
  const rejections = book.of("reject")
  if (rejections.length === 0) return reading
  const byId = new Map(rejections.map(decision => [decision.subject, decision]))
  // Only what is of one report is found again by its words here; what several reports make is decided upon later.
  const byWords = new Map<string, Decision[]>()
  for (const decision of rejections) {
    const { kind, words } = book.valueOf(decision)
    if ((kind === "mention" || kind === "statement") && words?.some(word => word.reportId === reading.report.id))
      byWords.set(kind, [...(byWords.get(kind) ?? []), decision])
  }
  const keep =
    <T extends { readonly id: string }>(kind: string, evidenceOf: (item: T) => readonly Evidence[]) =>
    (item: T): boolean => {
      const decision =
        byId.get(item.id) ??
        byWords.get(kind)?.find(one => evidenceOf(item).some(evidence => isAmong(evidence, book.valueOf(one).words)))
      if (decision) book.markApplied(decision)
      return decision === undefined
    }
  return {
    ...reading,
    events: reading.events.filter(keep("mention", event => [event.description])),
    statements: reading.statements.filter(keep("statement", statement => statement.evidence)),
    warnings: reading.warnings.filter(keep("warning mention", warning => warning.evidence)),
    citations: reading.citations.filter(keep("citation", citation => [citation.evidence])),
  }
}

function isAmong({ reportId, span }: Evidence, words: readonly Parameters<typeof isAt>[0][] | undefined): boolean {
  return words?.some(word => isAt(word, { reportId, ...span })) === true
}
