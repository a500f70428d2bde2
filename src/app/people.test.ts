import { expect, test } from "vitest"
import { FOLDED, foldNames } from "./people.ts"
import { caseOf, entity, incident } from "./views/testing/small-case.ts"

test.each(["Ola Berg", "‘Abd Karim"])("an overview's title does not name %s", name => {
  const one = { ...incident("raid", []), title: `Kidnapping of ${name}, Sella` }
  const folded = foldNames(caseOf({ incidents: [one], entities: [entity("victim", "person", name, [])] }))
  expect(folded.incidents[0]!.title).toBe(`Kidnapping of ${FOLDED}, Sella`)
})
