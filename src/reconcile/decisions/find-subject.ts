import type { CaseFile, Fact, FlatEvidence } from "../../core/casefile.ts"
import type { Decision } from "../../core/store.ts"
import { type DecisionBook, isAt, type KeptWord } from "./decision-book.ts"

/** An item of a case that can be decided about. `slot`: of a fact or an assertion. */
interface Subject {
  readonly kind: string
  readonly id: string
  readonly evidence: readonly FlatEvidence[]
  readonly slot?: string
}

/** The id in the case of what a decision is about: the one it was made of, else that of the item of its kind that rests on most of the same words. */
export function findSubject(file: CaseFile, decision: Decision, book: DecisionBook): string | undefined {
  const { kind, words, slot } = book.valueOf(decision)
  let best: { id: string; count: number } | undefined
  for (const item of subjectsOf(file)) {
    if (item.id === decision.subject) return item.id
    if (words === undefined || item.kind !== kind || item.slot !== slot) continue
    const count = countShared(item.evidence, words)
    if (0 < count && (best === undefined || best.count < count || (best.count === count && item.id < best.id)))
      best = { id: item.id, count }
  }
  return best?.id
}

function countShared(evidence: readonly FlatEvidence[], words: readonly KeptWord[]): number {
  return words.filter(word => evidence.some(place => isAt(word, place))).length
}

function* subjectsOf(file: CaseFile): Iterable<Subject> {
  function* facts(list: readonly Fact[]): Iterable<Subject> {
    for (const { id, slot, positions } of list) {
      const assertions = positions.flatMap(position => position.assertions)
      yield { kind: "fact", id, slot, evidence: assertions.flatMap(assertion => assertion.evidence) }
      for (const { id, evidence } of assertions) yield { kind: "assertion", id, slot, evidence }
    }
  }
  const statements = new Map(file.statements.map(statement => [statement.id, statement.evidence]))
  for (const { id, mentions, facts: list } of file.incidents) {
    yield { kind: "incident", id, evidence: mentions.map(mention => mention.evidence) }
    for (const mention of mentions) yield { kind: "mention", id: mention.id, evidence: [mention.evidence] }
    yield* facts(list)
  }
  for (const { id, mentions, facts: list } of file.entities) {
    yield { kind: "entity", id, evidence: mentions }
    yield* facts(list)
  }
  for (const { id, evidence } of file.statements) yield { kind: "statement", id, evidence }
  for (const { id, evidence } of file.warnings) yield { kind: "warning", id, evidence }
  for (const { id, statements: ids } of file.utterances)
    yield { kind: "utterance", id, evidence: ids.flatMap(one => statements.get(one) ?? []) }
  for (const { id, evidence, passages } of file.lineage)
    yield { kind: "lineage", id, evidence: [...evidence, ...passages.flatMap(({ from, to }) => [from, to])] }
  for (const { id, evidence } of file.origins) yield { kind: "origin", id, evidence }
  for (const { id } of file.reports) yield { kind: "report", id, evidence: [] }
}
