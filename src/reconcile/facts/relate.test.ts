import { describe, expect, test } from "vitest"
import type { Fact } from "../../core/casefile.ts"
import type { Value } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

/** What one report says of the bombing: a group is written with its name, anything else is a value. */
interface Said {
  readonly slot: string
  readonly group?: string
  readonly value?: Value
  readonly denied?: boolean
  readonly words?: string
}

const options = {
  ...testOptions,
  pack: { ...testOptions.pack, groups: { column: {}, "column-north": { parent: "column" } } },
}
const known: Record<string, string> = { "Dawn Column": "column", "Sons of the Ford": "column-north" }

/** One report for each list of what it says, all of one bombing; the facts by slot. */
function factsOf(...reports: readonly (readonly Said[])[]): (slot: string) => Fact {
  const readings = reports.map((said, index) => {
    const told = said.map(item => item.words ?? item.group ?? item.value!.text)
    const builder = new ReadingBuilder({
      text: `The bombing of the harbour in Port Sella on 3 May 2031: ${told.join(" and ")}.`,
      publisher: `Paper ${index}`,
      published: `2031-05-1${index}`,
    })
    const hasWhen = said.some(item => item.slot === "when")
    builder.event({
      words: "bombing",
      subtype: "bombing",
      fills: [
        ...(said.some(item => item.slot === "where") ? [] : [{ slot: "where", value: town("Port Sella", "IT") }]),
        ...(hasWhen ? [] : [{ slot: "when", value: time("2031-05-03", "3 May 2031") }]),
        ...said.map(item => ({
          slot: item.slot,
          value: item.group
            ? builder.entity(
                item.group,
                "armed-group",
                known[item.group] === undefined ? {} : { known: known[item.group]! },
              )
            : item.value!,
          ...(item.words && { words: item.words }),
          ...(item.denied && { status: "denied" as const, by: [{ kind: "group" as const, name: item.group! }] }),
        })),
      ],
    })
    return builder.build()
  })
  const { incidents } = buildCase(readings, options)
  expect(incidents).toHaveLength(1)
  return slot => incidents[0]!.facts.find(fact => fact.slot === slot)!
}

describe("who did it", () => {
  test("words that are a name's own words are told with the name", () => {
    const target = factsOf(
      [{ slot: "perpetrator", value: words("the dawn column") }],
      [{ slot: "perpetrator", group: "Dawn Column" }],
    )("perpetrator")
    expect(target.positions).toMatchObject([{ value: { kind: "entity", name: "Dawn Column" } }])
    expect(target.positions[0]!.assertions).toHaveLength(2)
  })

  test("a description of people never contradicts a group, and the group is the value", () => {
    const fact = factsOf(
      [{ slot: "perpetrator", group: "Dawn Column" }],
      [{ slot: "perpetrator", value: words("four gunmen") }],
      [{ slot: "perpetrator", value: words("its masked assailants") }],
    )("perpetrator")
    expect(fact).toMatchObject({ relation: "refine", value: { name: "Dawn Column" } })
  })

  test("a branch refines its parent and is the value, by the list or by the name", () => {
    for (const branch of ["Sons of the Ford", "Dawn Column North"])
      expect(
        factsOf(
          [{ slot: "perpetrator", group: "Dawn Column" }],
          [{ slot: "perpetrator", group: branch }],
          [{ slot: "perpetrator", group: "Dawn Column" }],
        )("perpetrator"),
      ).toMatchObject({ relation: "refine", value: { name: branch } })
  })

  test("two groups are a dispute in the slot that names both", () => {
    const facts = factsOf([{ slot: "claimed-by", group: "Dawn Column" }], [{ slot: "blamed-on", group: "River Guard" }])
    expect(facts("claimed-by").relation).toBe("single")
    expect(facts("blamed-on")).toMatchObject({ relation: "contradict" })
    expect(
      factsOf(
        [{ slot: "perpetrator", group: "Dawn Column" }],
        [{ slot: "perpetrator", group: "River Guard" }],
      )("perpetrator").relation,
    ).toBe("contradict")
  })

  test("two groups that one sentence names together are a list", () => {
    const both: Said[] = [
      { slot: "claimed-by", group: "Dawn Column" },
      { slot: "claimed-by", group: "River Guard" },
    ]
    expect(factsOf(both, both)("claimed-by").relation).toBe("agree")
  })

  test("one group told by two reports agrees", () => {
    const one: Said[] = [{ slot: "perpetrator", group: "Dawn Column" }]
    expect(factsOf(one, one)("perpetrator").relation).toBe("agree")
    expect(factsOf(one)("perpetrator").relation).toBe("single")
  })
})

describe("when", () => {
  const week = { ...time("2031-05-05/2031-05-11", "last week"), precision: "week" as const }
  test.each([
    [time("2031-05-03"), week, "refine"],
    [time("2031-05-03"), time("2031-05-05/2031-05-06~", "around 5 May"), "refine"],
    [time("2031-05-03"), time("2031-05-04"), "contradict"],
  ] as const)("%#: loose times reach three days beyond their edge", (a, b, relation) => {
    const facts = factsOf([{ slot: "when", value: a, words: "3 May 2031" }], [{ slot: "when", value: b }])
    expect(facts("when")).toMatchObject({ relation })
  })

  test("an undated day of the week belongs to the only day that has it and is no position of its own", () => {
    const when = factsOf(
      [{ slot: "when", value: time("2031-05-03"), words: "3 May 2031" }],
      [
        { slot: "when", value: time("", "Saturday") },
        { slot: "killed", value: { kind: "count", low: 9, high: 9, qualifier: "exact", of: "people", text: "9 dead" } },
      ],
    )("when")
    expect(when).toMatchObject({ relation: "agree", value: { edtf: "2031-05-03" } })
    expect(when.positions).toHaveLength(1)
    expect(when.positions[0]!.assertions.map(item => item.value.text)).toContain("Saturday")
  })
})

describe("where", () => {
  const italy = { kind: "place" as const, name: "Italy", country: "IT", precision: "country" as const, text: "Italy" }
  const spain = { ...italy, name: "Spain", country: "ES", text: "Spain" }
  const sella = town("Port Sella", "IT", { lat: 44.1, lon: 9.8 })
  test("a site, its town and its country refine, and the finest with a point is the value", () => {
    const pier = town("Pier Nine", "IT", { precision: "site", within: ["Port Sella", "Italy"] })
    const facts = factsOf(
      [{ slot: "where", value: italy }],
      [{ slot: "where", value: sella }],
      [{ slot: "where", value: pier }],
    )
    expect(facts("where")).toMatchObject({ relation: "refine", value: { name: "Port Sella" } })
  })

  test("countries that one sentence names together are a list", () => {
    const facts = factsOf([
      { slot: "where", value: italy },
      { slot: "where", value: spain },
    ])
    expect(facts("where")).toMatchObject({ relation: "agree", why: expect.stringContaining("named together") })
  })
})

describe("what only repeats", () => {
  test("words that differ in their forms are one position", () => {
    const facts = factsOf(
      [{ slot: "agent", value: words("Orsanian harbour police") }],
      [{ slot: "agent", value: words("the Orsanians harbour police") }],
    )
    expect(facts("agent").positions).toHaveLength(1)
    expect(facts("agent").relation).toBe("agree")
  })

  test("people of a group beside the group itself are no second view; others are", () => {
    const facts = factsOf([
      { slot: "perpetrator", group: "Dawn Column" },
      { slot: "perpetrator", value: words("fighters of the Dawn Column") },
      { slot: "perpetrator", value: words("four gunmen") },
    ])
    // The name is found at its first place: the phrase that holds it goes with it only there.
    const told = factsOf([
      { slot: "perpetrator", value: words("fighters of the Dawn Column") },
      { slot: "perpetrator", group: "Dawn Column" },
    ])
    expect(told("perpetrator").positions.map(position => position.value.kind)).toEqual(["entity"])
    expect(facts("perpetrator").positions.some(({ value }) => value.kind === "text")).toBe(true)
  })

  test("a number of people is the number killed, and no target; a ship beside its crew is", () => {
    const four = { kind: "count", low: 4, high: 4, qualifier: "exact", of: "people", text: "4 persons" } as const
    const crew = { kind: "count", low: 3, high: 3, qualifier: "exact", of: "crew", text: "three crew" } as const
    const alone = factsOf([
      { slot: "killed", value: four },
      { slot: "target", value: words("4 persons") },
    ])
    expect(alone("target")).toBeUndefined()
    const aboard = factsOf([
      { slot: "killed", value: crew },
      { slot: "target", value: words("three crew") },
    ])
    expect(aboard("target").positions).toHaveLength(1)
    const ship = factsOf([
      { slot: "killed", value: crew },
      { slot: "target", value: words("three crew") },
      { slot: "target", value: words("a dredger") },
    ])
    expect(ship("target").positions.map(({ value }) => value.text)).toEqual(["a dredger"])
  })

  test("an area that nothing names is no target", () => {
    expect(factsOf([{ slot: "target", value: words("the country") }])("target")).toBeUndefined()
    expect(factsOf([{ slot: "target", value: words("the country club") }])("target").positions).toHaveLength(1)
  })

  test("what one sentence names together is one list", () => {
    const two = factsOf([
      { slot: "agent", group: "Orsa" },
      { slot: "agent", group: "Varn" },
    ])
    expect(two("agent").listed).toBe(true)
    const apart = factsOf([{ slot: "agent", group: "Orsa" }], [{ slot: "agent", group: "Varn" }])
    expect(apart("agent").listed).toBeUndefined()
  })
})
