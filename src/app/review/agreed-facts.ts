import type { Fact } from "../../core/casefile.ts"
import type { CaseIndex } from "../views/case-index.ts"
import { peopleTable } from "../views/people/people-table.ts"
import { assertionsOf } from "./review-queue.ts"

/** A fact on which proven origins agree, and what it is about. */
export interface AgreedFact {
  readonly fact: Fact
  readonly subject: string
}

/** So many origins that are proven to be apart must agree before facts are offered for accepting together. */
const PROVEN = 2

/** Facts on which two or more proven origins agree and nobody has decided: what can be accepted without reading each. */
export function agreedFacts(index: CaseIndex): readonly AgreedFact[] {
  const { overview, caseFile } = index
  const done = new Set((caseFile.decisions ?? []).flatMap(({ subject, applies }) => (applies ? [subject] : [])))
  const people = peopleTable(index)
  const isAgreed = (fact: Fact) =>
    fact.relation === "agree" &&
    PROVEN <= fact.origins.low &&
    !done.has(fact.id) &&
    !assertionsOf(fact).some(({ id }) => done.has(id))
  return [
    ...overview.incidents.flatMap(({ facts, code, title }) =>
      facts.map(fact => ({ fact, subject: `${code} ${title}` })),
    ),
    ...overview.entities
      .filter(({ id }) => people.get(id)?.isPrivate !== true)
      .flatMap(({ facts, name }) => facts.map(fact => ({ fact, subject: name }))),
  ].filter(({ fact }) => isAgreed(fact))
}
