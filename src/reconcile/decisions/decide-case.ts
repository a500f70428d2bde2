import type { CaseFile, Entity, Fact, Incident } from "../../core/casefile.ts"
import type { Grade } from "../../core/decided.ts"
import type { Decision } from "../../core/store.ts"
import type { DecisionBook, DecisionValue } from "./decision-book.ts"
import { type ListName, type Subject, Subjects } from "./find-subject.ts"

/** So many of the words that a decision keeps are told. */
const TOLD_WORDS = 3

/** Applies what people decided about finished items: facts corrected or accepted, titles and names corrected, items hidden or graded. Lists all decisions. What no decision is about stays the same object. */
export function decideCase(file: CaseFile, book: DecisionBook): CaseFile {
  const log = book.log()
  if (log.length === 0) return file
  const found = new Map<string, string>()
  const subjects = new Subjects(file)
  let now = file
  for (const decision of book.all) {
    // What was taken out or put together before has no subject here any more.
    if (book.isApplied(decision) && ["reject", "merge", "split"].includes(decision.action)) continue
    const subject = subjects.find(decision, book)
    if (subject === undefined) continue
    found.set(decision.id, subject.id)
    const next = decided(now, decision, subject, book.valueOf(decision), subjects)
    if (next !== undefined) book.markApplied(decision)
    now = next ?? now
  }
  return {
    ...now,
    decisions: book
      .log()
      .map(({ decision: { id, decidedAt, by, action, subject, value: _ }, applies, withdrawn }, index) => {
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
          subject: found.get(id) ?? subject,
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
function decided(
  file: CaseFile,
  { action, by, decidedAt }: Decision,
  subject: Subject,
  value: DecisionValue,
  subjects: Subjects,
): CaseFile | undefined {
  switch (action) {
    case "hide":
    case "reject":
      return without(file, subject, subjects)
    case "accept":
      return changeFacts(file, subject, fact => acceptIn(fact, subject.id, by)) ?? file
    case "correct":
      return correct(file, by, subject, value)
    case "grade":
      return value.grade === undefined ? undefined : gradeItem(file, subject, { code: value.grade, by, decidedAt })
    default:
      return undefined
  }
}

function correct(file: CaseFile, by: string, subject: Subject, value: DecisionValue): CaseFile | undefined {
  const { value: to, title, status, name } = value
  if (to !== undefined)
    return changeFacts(file, subject, fact =>
      fact.id === subject.id ? { ...fact, value: to, why: `${fact.why}; value set by ${by}` } : fact,
    )
  if ((title ?? status) !== undefined && subject.kind === "incident")
    return changeItem(file, "incidents", subject.id, item => ({
      ...item,
      ...(title !== undefined && { title }),
      ...(status !== undefined && { status }),
    }))
  if (name !== undefined && subject.kind === "entity")
    return changeItem(file, "entities", subject.id, item => ({ ...item, name }))
  return undefined
}

/** An accepted assertion gives its fact's value. */
function acceptIn(fact: Fact, subject: string, by: string): Fact {
  const position = fact.positions.find(item => item.assertions.some(assertion => assertion.id === subject))
  return position ? { ...fact, value: position.value, why: `${fact.why}; value accepted by ${by}` } : fact
}

/** Gives a report, a statement, a warning or an assertion its grade; undefined for anything else. */
function gradeItem(file: CaseFile, subject: Subject, grade: Grade): CaseFile | undefined {
  for (const list of ["reports", "statements", "warnings"] as const)
    if (subject.owner.list === list && subject.id === subject.owner.id)
      return changeItem<{ readonly id: string }>(file, list, subject.id, item => ({ ...item, grade }))
  return changeFacts(file, subject, fact =>
    fact.positions.some(position => position.assertions.some(assertion => assertion.id === subject.id))
      ? {
          ...fact,
          positions: fact.positions.map(position => ({
            ...position,
            assertions: position.assertions.map(assertion =>
              assertion.id === subject.id ? { ...assertion, grade } : assertion,
            ),
          })),
        }
      : fact,
  )
}

/** The case with one item of a list changed. */
function changeItem<Item extends { readonly id: string }>(
  file: CaseFile,
  list: ListName,
  id: string,
  change: (item: Item) => Item,
): CaseFile {
  const items = file[list] as readonly { readonly id: string }[] as readonly Item[]
  return { ...file, [list]: items.map(item => (item.id === id ? change(item) : item)) }
}

/** The case with some facts of the item that the subject is part of changed; undefined when none was. */
function changeFacts(file: CaseFile, { owner }: Subject, change: (fact: Fact) => Fact): CaseFile | undefined {
  if (owner.list !== "incidents" && owner.list !== "entities") return undefined
  const item = (file[owner.list] as readonly (Incident | Entity)[]).find(({ id }) => id === owner.id)!
  const facts = item.facts.map(change)
  if (facts.every((fact, at) => fact === item.facts[at])) return undefined
  return changeItem<Incident | Entity>(file, owner.list, owner.id, one => ({ ...one, facts }))
}

/** What can be taken out whole. */
const TAKEN_OUT: readonly ListName[] = ["incidents", "entities", "statements", "utterances", "warnings", "lineage"]

/** The case without the item and without the ids that lead to it, or without a fact; undefined where the subject is neither. */
function without(file: CaseFile, { id, kind, owner }: Subject, subjects: Subjects): CaseFile | undefined {
  if (kind === "fact") {
    subjects.remove(id)
    return changeItem<Incident | Entity>(file, owner.list, owner.id, item => ({
      ...item,
      facts: item.facts.filter(fact => fact.id !== id),
    }))
  }
  if (id !== owner.id || !TAKEN_OUT.includes(owner.list)) return undefined
  subjects.remove(id)
  const items: readonly { readonly id: string }[] = file[owner.list]
  const rest = { ...file, [owner.list]: items.filter(item => item.id !== id) }
  const other = (one: string): boolean => one !== id
  const utterances = rest.utterances.flatMap(item => withoutStatement(item, id))
  const kept = new Set(utterances.map(item => item.id))
  for (const item of rest.utterances) if (!kept.has(item.id)) subjects.remove(item.id)
  return {
    ...rest,
    incidents: rest.incidents.map(item =>
      item.statements.includes(id) || item.warnings.includes(id)
        ? { ...item, statements: item.statements.filter(other), warnings: item.warnings.filter(other) }
        : item,
    ),
    statements: rest.statements.map(item => {
      if (!item.incidents.includes(id) && item.utteranceId !== id) return item
      const { utteranceId, ...rest } = item
      return {
        ...rest,
        incidents: item.incidents.filter(other),
        ...(utteranceId !== undefined && utteranceId !== id && { utteranceId }),
      }
    }),
    utterances,
    warnings: rest.warnings.map(item =>
      item.incidents.some(link => link.id === id)
        ? { ...item, incidents: item.incidents.filter(link => link.id !== id) }
        : item,
    ),
  }
}

/** An utterance of one statement is none. */
function withoutStatement(item: CaseFile["utterances"][number], id: string): CaseFile["utterances"] {
  const statements = item.statements.filter(one => one !== id)
  if (statements.length === item.statements.length) return [item]
  return statements.length < 2
    ? []
    : [{ ...item, statements, wordings: item.wordings.filter(wording => wording.statementId !== id) }]
}
