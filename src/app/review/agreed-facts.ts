import type { Fact } from "../../core/casefile.ts"
import { inSteps } from "../steps.ts"
import { peopleTable } from "../views/people/people-table.ts"
import { tableOf } from "../views/table.ts"
import { assertionsOf } from "./review-queue.ts"

/** A fact on which proven origins agree, and what it is about. */
export interface AgreedFact {
  readonly fact: Fact
  readonly subject: string
}

/** So many origins that are proven to be apart must agree before facts are offered for accepting together. */
const PROVEN = 2

/** Facts on which two or more proven origins agree and nobody has decided: what can be accepted without reading each. */
export const agreedFacts = tableOf(function* (index): Generator<void, readonly AgreedFact[]> {
  const { overview, caseFile } = index
  const done = new Set((caseFile.decisions ?? []).flatMap(({ subject, applies }) => (applies ? [subject] : [])))
  yield* peopleTable.steps(index)
  const people = peopleTable(index)
  const isAgreed = (fact: Fact) =>
    fact.relation === "agree" &&
    PROVEN <= fact.origins.low &&
    !done.has(fact.id) &&
    !assertionsOf(fact).some(({ id }) => done.has(id))
  const agreed: AgreedFact[] = []
  yield* inSteps(overview.incidents, 500, ({ facts, code, title }) => {
    for (const fact of facts) if (isAgreed(fact)) agreed.push({ fact, subject: `${code} ${title}` })
  })
  yield* inSteps(overview.entities, 2_000, ({ id, facts, name }) => {
    if (people.get(id)?.isPrivate === true) return
    for (const fact of facts) if (isAgreed(fact)) agreed.push({ fact, subject: name })
  })
  return agreed
})
