import { describe, expect, test } from "vitest"
import { indexCase } from "../case-index.ts"
import { caseOf, entity, incident, named, report, said } from "../testing/small-case.ts"
import { statementsView } from "./statements-view.ts"

const first = report("r1", "“We will rebuild the pier by spring,” Ana Diaz said. Experts doubt it. She wants calm.")
const second = report("r2", "Ana Diaz told reporters they would rebuild the pier. Experts are sure.")
const third = report("r3", "“We will rebuild the pier by spring,” she said.")
const ana = entity("ana", "person", "Ana Diaz", named(first, "Ana Diaz", "a1"))
const raid = incident("raid", [])
const one = { utteranceId: "u1", incidents: ["raid"] }
const words = "We will rebuild the pier by spring"
const statements = [
  said(first, words, "Ana Diaz", "ana", { ...one, kind: "direct" }),
  said(second, "they would rebuild the pier", "Ana Diaz", "ana", {
    ...one,
    via: [{ kind: "outlet", name: "Orsa Wire" }],
    audience: { name: "reporters", evidence: { reportId: "r2", start: 14, end: 23, text: "reporters" } },
  }),
  said(third, words, "she", "ana", { ...one, kind: "direct" }),
  said(first, "doubt it", "Experts"),
  said(second, "are sure", "Experts"),
  said(first, "calm", "Ana Diaz", "ana", {
    mode: "intention",
    score: 0.6,
    cue: { reportId: "r1", start: 72, end: 77, text: "wants" },
  }),
]
const wording = (at: number, form: "fullest" | "same" | "retold") => ({
  reportId: statements[at]!.reportId,
  statementId: statements[at]!.id,
  text: statements[at]!.text,
  form,
  parts: [{ kind: "same" as const, text: statements[at]!.text }],
})
const index = indexCase(
  caseOf({
    reports: [first, second, third],
    entities: [ana],
    incidents: [raid],
    statements,
    utterances: [
      {
        id: "u1",
        speaker: { entityId: "ana", name: "Ana Diaz" },
        statements: statements.slice(0, 3).map(({ id }) => id),
        wordings: [wording(1, "retold"), wording(0, "fullest"), wording(2, "same")],
        sameWords: false,
        why: "both give it to Ana Diaz",
      },
    ],
  }),
)
const idsOf = (asked: Parameters<typeof statementsView>[1]) =>
  statementsView(index, asked).rows.map(({ saying }) => saying.text)

describe("what was said", () => {
  test("stands by speaker, those first of whom most reports have words, once however often it is told", () => {
    const { rows, voices, total, speakers } = statementsView(index)
    expect(voices.map(({ name, sayings }) => `${name} ${sayings}`)).toEqual(["Ana Diaz 2", "Experts 1", "Experts 1"])
    expect(rows.map(({ saying }) => saying.text)).toEqual([words, "calm", "doubt it", "are sure"])
    expect({ total, speakers }).toEqual({ total: 4, speakers: 3 })
  })

  test("has its wordings beside each other, the fullest first, with the reports that share one", () => {
    const { saying } = statementsView(index).rows[0]!
    expect(saying).toMatchObject({ differs: "other words in 1 of 3 reports", tellings: 3, incidents: [{ id: "raid" }] })
    expect(saying.wordings.map(({ form, reports }) => [form, reports])).toEqual([
      ["fullest wording", ["r1", "r3"]],
      ["retold without quoting", ["r2"]],
    ])
    expect(saying.via).toEqual([{ report: "r2", chain: ["Orsa Wire"] }])
    expect(saying.evidence[0]).toMatchObject({ reportId: "r1", text: words, before: "“" })
  })

  test("is told apart by how it is held, and by who found it", () => {
    expect(statementsView(index).rows[1]!.saying).toMatchObject({ mode: "intention", score: 0.6, lead: "wants" })
    expect(statementsView(index).counts).toEqual({ direct: 1, indirect: 3, mixed: 0, differ: 1, scored: 1 })
  })

  test("is found by speaker, incident, report, kind, wording and words", () => {
    expect(idsOf({ speaker: "ana" })).toEqual([words, "calm"])
    expect(idsOf({ incident: "raid" })).toEqual([words])
    expect(idsOf({ report: "r2" })).toEqual([words, "are sure"])
    expect(idsOf({ item: statements[1]!.id })).toEqual([words])
    expect(idsOf({ kind: "direct" })).toEqual([words])
    expect(idsOf({ wordings: "differ" })).toEqual([words])
    expect(idsOf({ scored: "no", text: "ana" })).toEqual([words])
    expect(idsOf({ text: "would PIER" })).toEqual([words])
    expect(idsOf({ text: "nothing of it" })).toEqual([])
    expect(idsOf({ offset: 2, limit: 1 })).toEqual(["doubt it"])
  })
})
