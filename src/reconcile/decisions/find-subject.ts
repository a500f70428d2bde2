import type { CaseFile, Fact, FlatEvidence } from "../../core/casefile.ts"
import type { Decision } from "../../core/store.ts"
import { groupBy } from "../union.ts"
import { type DecisionBook, isAt, type KeptWord } from "./decision-book.ts"

/** A list of a case file whose items can be decided about. */
export type ListName =
  | "incidents"
  | "entities"
  | "statements"
  | "warnings"
  | "utterances"
  | "lineage"
  | "origins"
  | "reports"

/** An item of a case that can be decided about. */
export interface Subject {
  readonly kind: string
  readonly id: string
  /** The item of the case file that it is, or is part of. */
  readonly owner: { readonly list: ListName; readonly id: string }
  /** Of a fact or an assertion. */
  readonly slot?: string
  /** Of an assertion: the fact that holds it. */
  readonly factId?: string
  /** The words it rests on. Looked at only where its id leads nowhere. */
  readonly evidence: () => readonly FlatEvidence[]
}

interface Resting {
  readonly subject: Subject
  readonly place: FlatEvidence
}

/** What can be decided about in a case, by id and by the words it rests on. */
class SubjectIndex {
  readonly byId = new Map<string, Subject>()
  readonly #all: readonly Subject[]
  #byReport: ReadonlyMap<string, readonly Resting[]> | undefined

  constructor(file: CaseFile) {
    this.#all = [...subjectsOf(file)]
    for (const subject of this.#all) if (!this.byId.has(subject.id)) this.byId.set(subject.id, subject)
  }

  /** Made when first asked for: nearly all decisions find their subject by its id. */
  restingOn(word: KeptWord): Set<Subject> {
    this.#byReport ??= groupBy(
      this.#all.flatMap(subject => subject.evidence().map(place => ({ subject, place }))),
      ({ place }) => place.reportId,
    )
    const near = this.#byReport.get(word.reportId) ?? []
    return new Set(near.flatMap(({ subject, place }) => (isAt(word, place) ? subject : [])))
  }
}

/** A case is decided about again and again. */
const indexes = new WeakMap<CaseFile, SubjectIndex>()

/** Finds what decisions are about in a case whose items go one by one, as people take them out. */
export class Subjects {
  readonly #index: SubjectIndex
  readonly #gone = new Set<string>()

  constructor(file: CaseFile) {
    this.#index = indexes.get(file) ?? new SubjectIndex(file)
    indexes.set(file, this.#index)
  }

  /** Notes that an item, a fact or an utterance is no longer there. */
  remove(id: string): void {
    this.#gone.add(id)
  }

  /** What a decision is about: the item it was made of, else the one of its kind that rests on most of the same words. */
  find(decision: Decision, book: DecisionBook): Subject | undefined {
    const own = this.#index.byId.get(decision.subject)
    if (own && !this.#isGone(own)) return own
    const { kind, words = [], slot } = book.valueOf(decision)
    const counts = new Map<Subject, number>()
    for (const word of words)
      for (const subject of this.#index.restingOn(word))
        if (subject.kind === kind && subject.slot === slot && !this.#isGone(subject))
          counts.set(subject, (counts.get(subject) ?? 0) + 1)
    let best: { readonly subject: Subject; readonly count: number } | undefined
    for (const [subject, count] of counts)
      if (!best || best.count < count || (best.count === count && subject.id < best.subject.id))
        best = { subject, count }
    return best?.subject
  }

  #isGone({ id, factId, owner }: Subject): boolean {
    return this.#gone.has(id) || this.#gone.has(owner.id) || (factId !== undefined && this.#gone.has(factId))
  }
}

function* subjectsOf(file: CaseFile): Iterable<Subject> {
  function* facts(list: readonly Fact[], owner: Subject["owner"]): Iterable<Subject> {
    for (const { id: factId, slot, positions } of list) {
      const assertions = positions.flatMap(position => position.assertions)
      yield { kind: "fact", id: factId, owner, slot, evidence: () => assertions.flatMap(one => one.evidence) }
      for (const { id, evidence } of assertions)
        yield { kind: "assertion", id, owner, slot, factId, evidence: () => evidence }
    }
  }
  const statements = new Map(file.statements.map(statement => [statement.id, statement.evidence]))
  for (const { id, mentions, facts: list } of file.incidents) {
    const owner = { list: "incidents", id } as const
    yield { kind: "incident", id, owner, evidence: () => mentions.map(mention => mention.evidence) }
    for (const mention of mentions) yield { kind: "mention", id: mention.id, owner, evidence: () => [mention.evidence] }
    yield* facts(list, owner)
  }
  for (const { id, mentions, facts: list } of file.entities) {
    const owner = { list: "entities", id } as const
    yield { kind: "entity", id, owner, evidence: () => mentions }
    yield* facts(list, owner)
  }
  const own = (list: ListName, kind: string, id: string, evidence: Subject["evidence"]): Subject => ({
    kind,
    id,
    owner: { list, id },
    evidence,
  })
  for (const { id, evidence } of file.statements) yield own("statements", "statement", id, () => evidence)
  for (const { id, evidence } of file.warnings) yield own("warnings", "warning", id, () => evidence)
  for (const { id, statements: ids } of file.utterances)
    yield own("utterances", "utterance", id, () => ids.flatMap(one => statements.get(one) ?? []))
  for (const { id, evidence, passages } of file.lineage)
    yield own("lineage", "lineage", id, () => [...evidence, ...passages.flatMap(({ from, to }) => [from, to])])
  for (const { id, evidence } of file.origins) yield own("origins", "origin", id, () => evidence)
  for (const { id } of file.reports) yield own("reports", "report", id, () => [])
}
