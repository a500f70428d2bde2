import { describe, expect, test } from "vitest"
import type { CaseFile } from "../../../core/casefile.ts"
import type { Decided } from "../../../core/decided.ts"
import { indexCase } from "../case-index.ts"
import { assertion, caseOf, entity, fact, incident, named, report, said } from "../testing/small-case.ts"
import { decisionsView } from "./decisions-view.ts"
import { agreedView, reviewItemView, reviewView } from "./review-view.ts"

const first = report("r1", "The raid killed 9 at Port Sella. Ana Diaz spoke. Experts doubt it. Nine died.")
const second = report("r2", "The raid killed 12 on the pier. Ana Diaz wept.", { published: undefined as never })
const number = (low: number) => ({
  kind: "count" as const,
  low,
  high: low,
  qualifier: "exact" as const,
  of: "people",
  text: `${low}`,
})
const mention = (id: string, from: typeof first, words: string, why: string) => {
  const place = {
    reportId: from.id,
    start: from.text.indexOf(words),
    end: from.text.indexOf(words) + words.length,
    text: words,
  }
  return {
    id,
    reportId: from.id,
    status: "occurred" as const,
    background: false,
    evidence: place,
    sentence: place,
    why,
    rule: "test",
  }
}
const proven = { low: 2, high: 2, names: [] }
const raid = incident(
  "raid",
  [
    fact("raid", "killed", "contradict", [
      assertion("raid", "killed", number(9), named(first, "9", "")),
      assertion("raid", "killed", number(12), named(second, "12", "")),
    ]),
    fact(
      "raid",
      "weapon",
      "agree",
      [assertion("raid", "weapon", { kind: "text", text: "a bomb", norm: "bomb" }, named(first, "raid", ""))],
      { origins: proven },
    ),
  ],
  {
    reports: ["r1", "r2"],
    mentions: [
      mention("m1", first, "raid", "first telling"),
      mention("m2", first, "Nine died", "nothing in the report tells it apart from what was told before"),
    ],
  },
)
const ana = entity(
  "ana",
  "person",
  "Ana Diaz",
  [...named(first, "Ana Diaz", "a1"), ...named(second, "Ana Diaz", "a2")],
  {
    roles: [{ role: "mayor", evidence: [] }],
    merges: [{ a: "a1", b: "a2", why: 'the same name, "Ana Diaz"' }],
    refused: [{ with: "anna", name: "Anna Dias", why: "spellings that sound alike, but nothing else in common" }],
  },
)
const anna = entity("anna", "person", "Anna Dias", named(second, "Ana", "b1"), {
  roles: [{ role: "mayor", evidence: [] }],
  refused: [{ with: "ana", name: "Ana Diaz", why: "spellings that sound alike, but nothing else in common" }],
})
const parts: Partial<CaseFile> = {
  reports: [first, second],
  entities: [ana, anna],
  incidents: [raid],
  statements: [said(first, "doubt it", "Experts", undefined, { score: 0.6 })],
  origins: [{ id: "o1", name: "Evening Post", kind: "unproven", reports: ["r2"], evidence: [] }],
}
const index = indexCase(caseOf(parts))
const decided = (action: string, subject: string, more: Partial<Decided> = {}): Decided => ({
  id: `${action}-${subject}`,
  decidedAt: "2031-05-06T10:00:00Z",
  by: "Noor",
  action,
  subject,
  applies: true,
  withdrawn: false,
  ...more,
})
const after = (...decisions: Decided[]) => indexCase(caseOf({ ...parts, decisions }))

describe("the queue", () => {
  test("has disputes first, then what is one, then single readings and sources", () => {
    expect(reviewView(index).rows.map(({ key }) => key)).toEqual([
      "dispute-raid-killed",
      "telling-m2",
      "join-ana",
      "apart-ana-anna",
      `statement-${parts.statements![0]!.id}`,
      "origin-o1",
      "date-r2",
    ])
    expect(reviewView(index)).toMatchObject({ decided: 0, left: 7, agreed: 1 })
  })

  test("loses what is decided, and counts it", () => {
    const {
      rows,
      decided: count,
      left,
    } = reviewView(after(decided("accept", raid.facts[0]!.positions[1]!.assertions[0]!.id), decided("accept", "ana")))
    expect({ count, left }).toEqual({ count: 2, left: 5 })
    expect(rows.map(({ key }) => key)).not.toContain("dispute-raid-killed")
  })

  test("has what was withdrawn again, and decisions that no longer apply", () => {
    expect(reviewView(after(decided("accept", "ana", { applies: false, withdrawn: true }))).left).toBe(7)
    const { rows } = reviewView(after(decided("accept", "gone", { applies: false })))
    expect(rows[1]).toMatchObject({ kind: "decision", key: "decision-accept-gone" })
  })

  test("can be asked for one kind, in pages", () => {
    expect(reviewView(index, { kind: "join" }).rows.map(({ title }) => title)).toEqual(["Ana Diaz"])
    expect(reviewView(index, { offset: 5, limit: 1 }).rows.map(({ key }) => key)).toEqual(["origin-o1"])
  })
})

describe("an item", () => {
  test("of a dispute has each position with its words, and what can be done", () => {
    const item = reviewItemView(index, "dispute-raid-killed")
    expect(item.sides.map(({ label, evidence }) => [label, evidence[0]!.before])).toEqual([
      ["9", "The raid killed "],
      ["12", "The raid killed "],
    ])
    expect(item.acts.map(({ key, action, needs }) => [key, action, needs])).toEqual([
      ["a", "accept", "side"],
      ["r", "reject", "side"],
      ["c", "correct", "words"],
      ["o", "accept", undefined],
    ])
    expect(item).toMatchObject({ next: "telling-m2", previous: "", incident: { id: "raid" } })
  })

  test("of a doubtful join names what a split would take out", () => {
    const { sides, acts } = reviewItemView(index, "join-ana")
    expect(sides.map(({ mention: one }) => one).sort()).toEqual(["a1", "a2"])
    expect(acts[1]).toMatchObject({ action: "split", needs: "sides" })
  })

  test("of two kept apart can be confirmed or merged", () => {
    expect(reviewItemView(index, "apart-ana-anna").acts).toMatchObject([
      { key: "a", action: "keep-apart", item: "ana", with: "anna" },
      { key: "m", action: "merge", item: "ana", with: "anna" },
    ])
  })

  test("of every kind can be taken out of the queue", () => {
    for (const { key } of reviewView(index).rows) {
      const { acts, question, why } = reviewItemView(index, key)
      expect(acts.length, key).toBeGreaterThan(0)
      expect(question.length * why.length, key).toBeGreaterThan(0)
    }
    expect(() => reviewItemView(index, "dispute-gone")).toThrow(/decided, or no longer in doubt/)
  })
})

test("facts with two proven origins can be accepted together, until they are", () => {
  expect(agreedView(index)).toMatchObject({
    total: 1,
    facts: [{ id: "raid-weapon", value: "a bomb", origins: "2 origins" }],
  })
  expect(agreedView(after(decided("accept", "raid-weapon"))).total).toBe(0)
})

test("the log tells who did what, the latest first, and whether it still applies", () => {
  const words = [{ reportId: "r1", start: 33, end: 41, text: "Ana Diaz" }]
  const merged = decided("merge", "ana", { name: "Ana Diaz", with: "anna", words })
  const graded = decided("grade", "r1", { name: "Report r1", to: "B2", applies: false })
  const back = decided("withdraw", "merge-ana", { applies: true, decidedAt: "2031-05-07T10:00:00Z" })
  const { rows, applying } = decisionsView(after({ ...merged, withdrawn: true, applies: false }, graded, back))
  expect(rows.map(row => `${row.words}; ${row.state}`)).toEqual([
    "withdrew: merged Ana Diaz with Anna Dias; applies",
    "graded Report r1 as B2; no longer applies: the case does not have what it was about",
    "merged Ana Diaz with Anna Dias; withdrawn by Noor, 7 May 2031",
  ])
  expect(rows[2]).toMatchObject({ about: { kind: "entity", id: "ana" }, evidence: [{ text: "Ana Diaz" }] })
  expect(applying).toBe(0)
})
