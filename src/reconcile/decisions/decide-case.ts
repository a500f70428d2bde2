import type { CaseFile, Fact } from "../../core/casefile.ts"
import type { Grade } from "../../core/decided.ts"
import type { Decision } from "../../core/store.ts"
import type { DecisionBook, DecisionValue } from "./decision-book.ts"
import { findSubject } from "./find-subject.ts"

/** So many of the words that a decision keeps are told. */
const TOLD_WORDS = 3

/** Applies what people decided about finished items: facts corrected or accepted, titles and names corrected, items hidden or graded. Lists all decisions. */
export function decideCase(file: CaseFile, book: DecisionBook): CaseFile {
  const subjects = new Map<string, string>()
  let now = file
  for (const decision of book.all) {
    // What was taken out or put together before has no subject here any more.
    if (book.isApplied(decision) && ["reject", "merge", "split"].includes(decision.action)) continue
    const subject = findSubject(now, decision, book)
    if (subject === undefined) continue
    subjects.set(decision.id, subject)
    const next = decided(now, decision, subject, book.valueOf(decision))
    if (next !== undefined) book.markApplied(decision)
    now = next ?? now
  }
  const log = book.log()
  if (log.length === 0) return file
  return {
    ...now,
    decisions: log.map(({ decision: { id, decidedAt, by, action, subject, value: _ }, applies, withdrawn }, index) => {
      const value = book.valueOf(log[index]!.decision)
      const { called, note } = value
      const to = value.title ?? value.status ?? value.name ?? value.grade ?? value.value?.text
      const words = (value.words ?? []).flatMap(({ reportId, start, end, text }) =>
        text === undefined ? [] : [{ reportId, start, end, text }],
      )
      return {
        id,
        decidedAt,
        by,
        action,
        subject: subjects.get(id) ?? subject,
        ...(called !== undefined && { name: called }),
        ...(note !== undefined && { note }),
        ...(to !== undefined && { to }),
        ...(value.with !== undefined && { with: value.with }),
        ...(0 < words.length && { words: words.slice(0, TOLD_WORDS) }),
        applies,
        withdrawn,
      }
    }),
    problems: [...now.problems, ...book.problems()],
  }
}

/** The case with one decision applied to an item that it has; undefined when the decision does not go with the item. Merges and splits were applied before. */
function decided(file: CaseFile, decision: Decision, subject: string, value: DecisionValue): CaseFile | undefined {
  switch (decision.action) {
    case "hide":
    case "reject": {
      const rest = without(file, subject)
      return rest === file ? undefined : rest
    }
    case "accept":
      return changeFacts(file, fact => acceptIn(fact, subject, decision.by)) ?? file
    case "correct":
      return correct(file, decision, subject, value)
    case "grade":
      return value.grade === undefined
        ? undefined
        : gradeItem(file, subject, { code: value.grade, by: decision.by, decidedAt: decision.decidedAt })
    default:
      return undefined
  }
}

function correct(file: CaseFile, { by }: Decision, subject: string, value: DecisionValue): CaseFile | undefined {
  if (value.value !== undefined) {
    const { value: to } = value
    return changeFacts(file, fact =>
      fact.id === subject ? { ...fact, value: to, why: `${fact.why}; value set by ${by}` } : fact,
    )
  }
  if ((value.title ?? value.status) !== undefined && file.incidents.some(item => item.id === subject)) {
    const { title, status } = value
    return {
      ...file,
      incidents: file.incidents.map(item =>
        item.id === subject
          ? { ...item, ...(title !== undefined && { title }), ...(status !== undefined && { status }) }
          : item,
      ),
    }
  }
  if (value.name !== undefined && file.entities.some(item => item.id === subject)) {
    const { name } = value
    return { ...file, entities: file.entities.map(item => (item.id === subject ? { ...item, name } : item)) }
  }
  return undefined
}

/** An accepted assertion gives its fact's value. */
function acceptIn(fact: Fact, subject: string, by: string): Fact {
  const position = fact.positions.find(item => item.assertions.some(assertion => assertion.id === subject))
  return position ? { ...fact, value: position.value, why: `${fact.why}; value accepted by ${by}` } : fact
}

/** Gives a report, a statement, a warning or an assertion its grade; undefined for anything else. */
function gradeItem(file: CaseFile, subject: string, grade: Grade): CaseFile | undefined {
  for (const list of ["reports", "statements", "warnings"] as const) {
    const items: readonly { readonly id: string }[] = file[list]
    if (items.some(item => item.id === subject))
      return { ...file, [list]: items.map(item => (item.id === subject ? { ...item, grade } : item)) }
  }
  return changeFacts(file, fact =>
    fact.positions.some(position => position.assertions.some(assertion => assertion.id === subject))
      ? {
          ...fact,
          positions: fact.positions.map(position => ({
            ...position,
            assertions: position.assertions.map(assertion =>
              assertion.id === subject ? { ...assertion, grade } : assertion,
            ),
          })),
        }
      : fact,
  )
}

/** The case with some facts changed; undefined when none was. */
function changeFacts(file: CaseFile, change: (fact: Fact) => Fact): CaseFile | undefined {
  let changed = false
  const apply = (facts: readonly Fact[]): Fact[] =>
    facts.map(fact => {
      const next = change(fact)
      if (next !== fact) changed = true
      return next
    })
  const incidents = file.incidents.map(item => ({ ...item, facts: apply(item.facts) }))
  const entities = file.entities.map(item => ({ ...item, facts: apply(item.facts) }))
  return changed ? { ...file, incidents, entities } : undefined
}

/** The case without the item and without the ids that lead to it; the same case when it has none of that id. */
function without(file: CaseFile, id: string): CaseFile {
  for (const list of ["incidents", "entities", "statements", "utterances", "warnings", "lineage"] as const) {
    const items: readonly { readonly id: string }[] = file[list]
    if (!items.some(item => item.id === id)) continue
    const rest = { ...file, [list]: items.filter(item => item.id !== id) }
    const other = (one: string): boolean => one !== id
    return {
      ...rest,
      incidents: rest.incidents.map(item => ({
        ...item,
        statements: item.statements.filter(other),
        warnings: item.warnings.filter(other),
      })),
      statements: rest.statements.map(({ utteranceId, ...item }) => ({
        ...item,
        incidents: item.incidents.filter(other),
        ...(utteranceId !== undefined && utteranceId !== id && { utteranceId }),
      })),
      utterances: rest.utterances.flatMap(item => withoutStatement(item, id)),
      warnings: rest.warnings.map(item => ({ ...item, incidents: item.incidents.filter(link => link.id !== id) })),
    }
  }
  const isIn = (item: { readonly facts: readonly Fact[] }): boolean => item.facts.some(fact => fact.id === id)
  if (![...file.incidents, ...file.entities].some(isIn)) return file
  const drop = <T extends { readonly facts: readonly Fact[] }>(item: T): T =>
    isIn(item) ? { ...item, facts: item.facts.filter(fact => fact.id !== id) } : item
  return { ...file, incidents: file.incidents.map(drop), entities: file.entities.map(drop) }
}

/** An utterance of one statement is none. */
function withoutStatement(item: CaseFile["utterances"][number], id: string): CaseFile["utterances"] {
  const statements = item.statements.filter(one => one !== id)
  if (statements.length === item.statements.length) return [item]
  return statements.length < 2
    ? []
    : [{ ...item, statements, wordings: item.wordings.filter(wording => wording.statementId !== id) }]
}
