import { expect, test } from "vitest"
import type { CaseStatement } from "../../core/casefile.ts"
import { speakersOf } from "./speakers.ts"

let start = 0
function said(reportId: string, name: string, more: Partial<CaseStatement> = {}, entityId?: string): CaseStatement {
  start += 10
  return {
    id: `${reportId}-${start}`,
    reportId,
    kind: "direct",
    mode: "speech",
    strength: "neutral",
    speaker: { name, anonymous: /^(a|an|two) |s$/.test(name), ...(entityId !== undefined && { entityId }) },
    text: "we will come back",
    via: [],
    evidence: [{ reportId, start, end: start + 5, text: "words" }],
    incidents: [],
    rule: "test",
    ...more,
  }
}
const namesOf = (statements: readonly CaseStatement[]) => {
  const of = speakersOf({ entities: [] }, statements)
  const keys = [...new Set(statements.map(one => of(one).key))]
  return statements.map(one => `${keys.indexOf(of(one).key)} ${of(one).name}`)
}

test("unnamed sources of two reports are two", () => {
  expect(namesOf([said("r1", "Experts"), said("r2", "experts")])).toEqual(["0 Experts", "1 experts"])
})

test("they are one where both reports give them the same words", () => {
  const same = { utteranceId: "u" }
  expect(namesOf([said("r1", "officials", same), said("r2", "Orsa officials", same)])).toEqual([
    "0 Orsa officials",
    "0 Orsa officials",
  ])
})

test("the diplomat is the last diplomat who spoke in that report", () => {
  const told = [
    said("r1", "a western diplomat in Sella"),
    said("r1", "the diplomat"),
    said("r2", "An eastern diplomat"),
    said("r2", "the diplomat"),
    said("r3", "the diplomat"),
  ]
  expect(namesOf(told)).toEqual([
    "0 a western diplomat in Sella",
    "0 a western diplomat in Sella",
    "1 An eastern diplomat",
    "1 An eastern diplomat",
    "2 the diplomat",
  ])
})

test("a name is one in all reports, and an entity has the name of the case", () => {
  expect(namesOf([said("r1", "The Harbour Office"), said("r2", "the Harbour Office")])).toEqual([
    "0 The Harbour Office",
    "0 The Harbour Office",
  ])
  const of = speakersOf({ entities: [{ id: "e", name: "Ada Brill" }] as never }, [said("r1", "Brill", {}, "e")])
  expect(of(said("r1", "Brill", {}, "e"))).toEqual({ key: "e", name: "Ada Brill" })
})
