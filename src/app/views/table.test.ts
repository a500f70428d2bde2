import { expect, test } from "vitest"
import { indexCase } from "./case-index.ts"
import { tableOf } from "./table.ts"
import { caseOf } from "./testing/small-case.ts"

function threeSteps(done: number[] = []) {
  const table = tableOf(function* ({ caseFile }) {
    for (let at = 1; at <= 3; at++) {
      done.push(at)
      yield
    }
    return caseFile.case.name
  })
  return { table, done }
}

test("a table is made once for a case", () => {
  const { table, done } = threeSteps()
  const index = indexCase(caseOf({}))
  expect([table(index), table(index)]).toEqual(["test", "test"])
  expect(done).toEqual([1, 2, 3])
  table(indexCase(caseOf({})))
  expect(done).toHaveLength(6)
})

test("made ahead in steps, the rest is made at once for who asks meanwhile", () => {
  const { table, done } = threeSteps()
  const index = indexCase(caseOf({}))
  const steps = table.steps(index)[Symbol.iterator]()
  steps.next()
  expect(done).toEqual([1])
  expect(table(index)).toBe("test")
  expect(steps.next().done).toBe(true)
  expect([...table.steps(index)]).toEqual([])
  expect(done).toEqual([1, 2, 3])
})

test("what failed is begun anew by who asks next", () => {
  let tries = 0
  const table = tableOf(function* () {
    yield
    if (++tries === 1) throw new Error("no luck")
    return tries
  })
  const index = indexCase(caseOf({}))
  expect(() => table(index)).toThrow("no luck")
  expect(table(index)).toBe(2)
})
