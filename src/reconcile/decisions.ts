import { z } from "zod"
import { type Assertion, type CaseFile, type Fact, flatEvidenceSchema } from "../core/casefile.ts"
import { idOf } from "../core/id.ts"
import type { Problem } from "../core/problem.ts"
import type { Reading } from "../core/reading.ts"
import { statusSchema } from "../core/status.ts"
import type { Decision } from "../core/store.ts"
import { valueSchema } from "../core/value.ts"
import { incidentIdOf } from "./incidents/draft-incident.ts"
import type { IncidentCluster } from "./incidents/join-incidents.ts"

/**
 * What the `value` of a decision may hold. `words`: the words the subject rests on, so that the decision finds it again when its id
 * has changed; for an assertion together with its `slot`. `with`, `withWords`: the other item of a merge. `mentions`: ids of event mentions or local entities that a split takes out.
 */
const decisionValueSchema = z
  .object({
    words: z.array(flatEvidenceSchema.unwrap().partial({ text: true })).optional(),
    with: z.string().optional(),
    withWords: z.array(flatEvidenceSchema.unwrap().partial({ text: true })).optional(),
    slot: z.string().optional(),
    mentions: z.array(z.string()).optional(),
    value: valueSchema.optional(),
    title: z.string().min(1).optional(),
    status: statusSchema.optional(),
    name: z.string().min(1).optional(),
  })
  .loose()
export type DecisionValue = z.infer<typeof decisionValueSchema>

/** The decisions of a case, with a note of which of them found their subject. */
export class DecisionBook {
  readonly all: readonly Decision[]
  readonly #values = new Map<string, DecisionValue>()
  readonly #applied = new Set<string>()

  constructor(decisions: readonly Decision[]) {
    this.all = decisions
    for (const decision of decisions) {
      const parsed = decisionValueSchema.safeParse(decision.value ?? {})
      this.#values.set(decision.id, parsed.success ? parsed.data : {})
    }
  }

  valueOf(decision: Decision): DecisionValue {
    return this.#values.get(decision.id)!
  }

  isApplied(decision: Decision): boolean {
    return this.#applied.has(decision.id)
  }

  markApplied(decision: Decision): void {
    this.#applied.add(decision.id)
  }

  /** Decisions of one of the actions, in order of deciding. */
  of(...actions: readonly Decision["action"][]): Decision[] {
    return this.all.filter(decision => actions.includes(decision.action))
  }

  /** Decisions whose subject the case no longer has. */
  problems(): Problem[] {
    return this.all
      .filter(decision => !this.#applied.has(decision.id))
      .map(decision => ({
        code: "decision-no-longer-applies",
        message: `decision ${decision.id} (${decision.action} by ${decision.by}) is about ${decision.subject}, which the case does not have`,
      }))
  }
}

/** Takes rejected event mentions, statements, warnings and citations out of a reading. */
export function rejectFromReading(reading: Reading, book: DecisionBook): Reading {
  const rejected = new Map(book.of("reject").map(decision => [decision.subject, decision]))
  if (rejected.size === 0) return reading
  const keep = (item: { readonly id: string }): boolean => {
    const decision = rejected.get(item.id)
    if (decision) book.markApplied(decision)
    return decision === undefined
  }
  return {
    ...reading,
    events: reading.events.filter(keep),
    statements: reading.statements.filter(keep),
    warnings: reading.warnings.filter(keep),
    citations: reading.citations.filter(keep),
  }
}

/** Merges, splits and rejects incidents as people decided, in order. */
export function decideClusters(clusters: readonly IncidentCluster[], book: DecisionBook): IncidentCluster[] {
  let now = clusters.map(cluster => ({ cluster, ids: new Set([incidentIdOf(cluster)]) }))
  const find = (subject: string, words: DecisionValue["words"]) =>
    now.find(item => item.ids.has(subject)) ??
    now.find(item => item.cluster.tellings.some(telling => telling.mentions.some(mention => mention.id === subject))) ??
    now.find(item => words?.some(word => holdsWords(item.cluster, word)))
  for (const decision of book.of("merge", "split", "reject")) {
    const value = book.valueOf(decision)
    // What was about an entity or lineage has found its subject before; what names a slot is about an assertion or fact.
    const words = book.isApplied(decision) || value.slot !== undefined ? undefined : value.words
    const item = find(decision.subject, words)
    if (!item) continue
    if (decision.action === "reject") {
      now = now.filter(other => other !== item)
    } else if (decision.action === "merge") {
      const other = value.with === undefined ? undefined : find(value.with, value.withWords)
      if (!other || other === item) continue
      const why = new Map([...item.cluster.why, ...other.cluster.why])
      for (const telling of other.cluster.tellings) why.set(telling.id, `joined by ${decision.by}`)
      const tellings = [...item.cluster.tellings, ...other.cluster.tellings].sort((a, b) => (a.id < b.id ? -1 : 1))
      const merged = { tellings, why }
      now = [
        ...now.filter(one => one !== item && one !== other),
        { cluster: merged, ids: new Set([...item.ids, ...other.ids, incidentIdOf(merged)]) },
      ]
    } else {
      const out = new Set(value.mentions ?? [])
      const leaving = item.cluster.tellings.filter(telling => telling.mentions.some(mention => out.has(mention.id)))
      const staying = item.cluster.tellings.filter(telling => !leaving.includes(telling))
      if (leaving.length === 0 || staying.length === 0) continue
      const parts = [staying, leaving].map(tellings => ({ tellings, why: item.cluster.why }))
      now = [
        ...now.filter(one => one !== item),
        ...parts.map(cluster => ({ cluster, ids: new Set([incidentIdOf(cluster)]) })),
      ]
    }
    book.markApplied(decision)
  }
  return now.map(item => item.cluster).sort((a, b) => (incidentIdOf(a) < incidentIdOf(b) ? -1 : 1))
}

function holdsWords(cluster: IncidentCluster, word: { reportId: string; start: number; end: number }): boolean {
  return cluster.tellings.some(telling =>
    telling.mentions.some(
      mention =>
        mention.reportId === word.reportId &&
        // Exactly the words of a telling: a statement or an entity within them is another subject.
        word.start === mention.description.span.start &&
        word.end === mention.description.span.end,
    ),
  )
}

/** Applies rejections and corrections to one assertion; undefined takes it out. */
export function decideAssertion(assertion: Assertion, book: DecisionBook): Assertion | undefined {
  let now: Assertion | undefined = assertion
  for (const decision of book.of("reject", "correct")) {
    const value = book.valueOf(decision)
    const isSame = (word: { reportId: string; start: number; end: number }): boolean =>
      assertion.evidence.some(
        item => item.reportId === word.reportId && item.start === word.start && item.end === word.end,
      )
    const words = value.words ?? []
    const isFact = decision.subject === idOf("fact", assertion.subject, assertion.slot)
    const byWords = value.slot === assertion.slot && 0 < words.length && words.every(isSame) && !isFact
    const meant = decision.subject === assertion.id || byWords
    if (!meant || now === undefined) continue
    if (decision.action === "reject") now = undefined
    else if (value.value !== undefined) now = { ...now, value: value.value, rule: `corrected by ${decision.by}` }
    else continue
    book.markApplied(decision)
  }
  return now
}

/** Applies what people decided about finished items: facts corrected or accepted, titles and names corrected, items hidden. */
export function decideCase(file: CaseFile, book: DecisionBook): CaseFile {
  if (book.all.length === 0) return file
  let now = file
  for (const decision of book.all) {
    const value = book.valueOf(decision)
    const { subject, by } = decision
    if (decision.action === "hide" || decision.action === "reject") {
      const kept = without(now, subject)
      if (kept !== now) book.markApplied(decision)
      now = kept
    } else if (decision.action === "correct" || decision.action === "accept") {
      const changed = changeFacts(now, fact => decideFact(fact, decision, value, by))
      if (changed !== now) book.markApplied(decision)
      now = changed
      const incident = now.incidents.find(item => item.id === subject)
      if (incident && decision.action === "correct" && (value.title ?? value.status) !== undefined) {
        const { title = incident.title, status = incident.status } = value
        now = { ...now, incidents: now.incidents.map(item => (item === incident ? { ...item, title, status } : item)) }
        book.markApplied(decision)
      }
      const entity = now.entities.find(item => item.id === subject)
      if (entity && decision.action === "correct" && value.name !== undefined) {
        const { name } = value
        now = { ...now, entities: now.entities.map(item => (item === entity ? { ...item, name } : item)) }
        book.markApplied(decision)
      }
    }
    if ((decision.action === "accept" || decision.action === "grade") && hasItem(now, subject))
      book.markApplied(decision)
  }
  return { ...now, problems: [...now.problems, ...book.problems()] }
}

function decideFact(fact: Fact, decision: Decision, value: DecisionValue, by: string): Fact {
  if (decision.action === "correct" && fact.id === decision.subject && value.value !== undefined)
    return { ...fact, value: value.value, why: `${fact.why}; value set by ${by}` }
  if (decision.action !== "accept") return fact
  const position = fact.positions.find(item => item.assertions.some(assertion => assertion.id === decision.subject))
  return position ? { ...fact, value: position.value, why: `${fact.why}; value accepted by ${by}` } : fact
}

function changeFacts(file: CaseFile, change: (fact: Fact) => Fact): CaseFile {
  let changed = false
  const apply = (facts: readonly Fact[]): Fact[] =>
    facts.map(fact => {
      const next = change(fact)
      if (next !== fact) changed = true
      return next
    })
  const incidents = file.incidents.map(item => ({ ...item, facts: apply(item.facts) }))
  const entities = file.entities.map(item => ({ ...item, facts: apply(item.facts) }))
  return changed ? { ...file, incidents, entities } : file
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
      statements: rest.statements.map(item => ({ ...item, incidents: item.incidents.filter(other) })),
      warnings: rest.warnings.map(item => ({ ...item, incidents: item.incidents.filter(link => link.id !== id) })),
    }
  }
  const isIn = (item: { readonly facts: readonly Fact[] }): boolean => item.facts.some(fact => fact.id === id)
  if (![...file.incidents, ...file.entities].some(isIn)) return file
  const drop = <T extends { readonly facts: readonly Fact[] }>(item: T): T =>
    isIn(item) ? { ...item, facts: item.facts.filter(fact => fact.id !== id) } : item
  return { ...file, incidents: file.incidents.map(drop), entities: file.entities.map(drop) }
}

function hasItem(file: CaseFile, id: string): boolean {
  const lists = [
    file.reports,
    file.origins,
    file.lineage,
    file.entities,
    file.incidents,
    file.statements,
    file.utterances,
    file.warnings,
  ]
  return (
    lists.some(list => list.some(item => item.id === id)) ||
    file.incidents.some(item => item.mentions.some(mention => mention.id === id)) ||
    [...file.incidents, ...file.entities].some(item =>
      item.facts.some(
        fact =>
          fact.id === id || fact.positions.some(position => position.assertions.some(assertion => assertion.id === id)),
      ),
    )
  )
}
