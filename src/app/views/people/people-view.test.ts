import { describe, expect, test } from "vitest"
import type { CaseStatement } from "../../../core/casefile.ts"
import { indexCase } from "../case-index.ts"
import { assertion, caseOf, entity, fact, incident, named, report, said } from "../testing/small-case.ts"
import { peopleView } from "./people-view.ts"
import { personView } from "./person-view.ts"

const first = report("r1", "Ana Diaz, the mayor, blamed the Tide. Luis Rey was arrested. Ana Diaz left.")
const second = report("r2", "Mayor Anna Diaz spoke to the Tide. Pablo Sol lost a brother.")
const ana = entity(
  "ana",
  "person",
  "Ana Diaz",
  [...named(first, "Ana Diaz", "a1"), ...named(second, "Anna Diaz", "a2")],
  {
    aliases: [{ name: "Anna Diaz", evidence: named(second, "Anna Diaz", "a2") }],
    roles: [
      { role: "mayor", evidence: [], reported: { first: "2031-05-01", last: "2031-05-03" } },
      { role: "Mayor", evidence: [] },
    ],
    merges: [{ a: "a1", b: "a2", why: "spellings that sound alike" }],
    refused: [{ with: "gone", name: "Rosa Diaz", why: "the same surname, but another first name" }],
  },
)
const tide = entity("tide", "armed-group", "Tide", [...named(first, "Tide", "t1"), ...named(second, "Tide", "t2")])
const luis = entity("luis", "person", "Luis Rey", named(first, "Luis Rey", "l1"))
const pablo = entity("pablo", "person", "Pablo Sol", named(second, "Pablo Sol", "p1"))
const town = entity("town", "place", "Port Sella", [])
const who = (id: string, name: string, type: "person" | "armed-group") => ({
  kind: "entity" as const,
  entityId: id,
  type,
  name,
  text: name,
})
const raid = incident("raid", [
  fact("raid", "perpetrator", "single", [
    assertion("raid", "perpetrator", who("luis", "Luis Rey", "person"), named(first, "Luis Rey", "l1")),
  ]),
  fact("raid", "blamed-on", "single", [
    assertion("raid", "blamed-on", who("tide", "Tide", "armed-group"), named(first, "Tide", "t1")),
  ]),
])
const statements: CaseStatement[] = [said(first, "blamed the Tide", "Ana Diaz", "ana")]
const index = indexCase(
  caseOf({ reports: [first, second], entities: [pablo, ana, tide, luis, town], incidents: [raid], statements }),
)

describe("the list", () => {
  test("has people and groups, most told first, with what they are in incidents; no places", () => {
    const { rows, counts, total } = peopleView(index)
    expect(rows.map(({ name }) => name)).toEqual(["Ana Diaz", "Tide"])
    expect(counts).toEqual({ "armed-group": 1, organization: 0, person: 1 })
    expect(total).toBe(2)
    expect(rows[0]).toMatchObject({ reports: 2, mentions: 3, statements: 1, also: ["Anna Diaz"], roles: ["mayor"] })
    expect(rows[1]).toMatchObject({ parts: ["blamed for it"], incidents: 1 })
  })

  test("counts private people, names them only when asked, and then says nothing else of them", () => {
    expect(peopleView(index)).toMatchObject({
      folded: 2,
      foldedWords: expect.stringMatching(/^2 private people not named here/),
    })
    const { rows, folded } = peopleView(index, { named: "yes" })
    expect(folded).toBe(2)
    expect(rows.slice(2)).toMatchObject([
      { name: "Luis Rey", isPrivate: true, parts: [], incidents: 0, reports: 1 },
      { name: "Pablo Sol", isPrivate: true, parts: [], incidents: 0, reports: 1 },
    ])
  })

  test("is found by every word of a name, an alias or a role, of one kind, and in pages", () => {
    expect(peopleView(index, { text: "anna MAYOR" }).rows.map(({ id }) => id)).toEqual(["ana"])
    expect(peopleView(index, { text: "rey" })).toMatchObject({ total: 0, folded: 1 })
    expect(peopleView(index, { type: "armed-group" }).rows.map(({ id }) => id)).toEqual(["tide"])
    expect(peopleView(index, { offset: 1, limit: 1 }).rows.map(({ id }) => id)).toEqual(["tide"])
  })
})

describe("one of them", () => {
  test("goes by its names with the words for each, by roles in the order in which they were reported, and is told why it is one", () => {
    const view = personView(index, "ana")
    expect(view.names.map(({ name, reports }) => `${name} ${reports}`)).toEqual(["Ana Diaz 1", "Anna Diaz 1"])
    expect(view.names[1]!.evidence[0]).toMatchObject({
      text: "Anna Diaz",
      before: "Mayor ",
      after: " spoke to the Tide.",
    })
    expect(view.roles.map(({ reported }) => reported)).toEqual(["day not known", "1-3 May 2031"])
    expect(view.tellings.map(({ id, mentions }) => `${id} ${mentions}`)).toEqual(["a1 2", "a2 1"])
    expect(view.joins).toEqual([{ why: "spellings that sound alike", tellings: ["a1", "a2"] }])
    expect(view.refused).toEqual([{ id: "", name: "Rosa Diaz", why: "the same surname, but another first name" }])
  })

  test("has the incidents it is told in", () => {
    expect(personView(index, "tide").parts).toMatchObject([{ incident: "raid", words: ["blamed for it"] }])
  })

  test("has of a private person nothing but where reports name them", () => {
    expect(personView(index, "luis")).toMatchObject({ parts: [], roles: [], names: [], tellings: [{ id: "l1" }] })
  })

  test("is no place, and not somebody who is not there", () => {
    for (const id of ["town", "nobody"]) expect(() => personView(index, id)).toThrow(/no person or group/)
  })
})
