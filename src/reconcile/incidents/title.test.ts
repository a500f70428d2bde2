import { expect, test } from "vitest"
import type { Place, Value } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

const options = {
  ...testOptions,
  pack: {
    ...testOptions.pack,
    eventTypes: {
      ...testOptions.pack.eventTypes,
      withdrawal: { label: "Withdrawal" },
      trial: { label: "Trial" },
      indictment: { label: "Charges", parent: "trial" },
      overthrow: { label: "Overthrow or coup" },
      territory: { label: "Change of territory" },
      "territory-loss": { label: "Loss of territory", parent: "territory" },
    },
  },
}

interface Told {
  readonly type?: string
  readonly subtype?: string
  readonly status?: "planned"
  /** Slot, value or the name of an armed group, place or facility; the words are looked up in the sentence. */
  readonly fills: readonly (readonly [
    slot: string,
    value: Value | string,
    type?: "armed-group" | "place" | "facility" | "person",
  ])[]
}

/** The title of the one incident that a sentence tells; its first word stands for the event. */
function titleOf(text: string, { fills, ...event }: Told): string | undefined {
  const builder = new ReadingBuilder({ text, published: "2031-05-04" })
  builder.event({
    words: text.split(" ")[0]!,
    ...event,
    fills: fills.map(([slot, value, type = "armed-group"]) => ({
      slot,
      value: typeof value === "string" ? builder.entity(value, type) : value,
    })),
  })
  return buildCase([builder.build()], options).incidents[0]?.title
}

const sella = town("Port Sella", "IT")
const site = (name: string, ...within: string[]): Place => ({
  kind: "place",
  name,
  text: name,
  precision: "site",
  within,
  country: "IT",
})
const day = ["when", time("2031-05-03", "3 May")] as const

test("where nothing is known but the place, it happened in it", () => {
  expect(titleOf("Bombing in Port Sella on 3 May.", { subtype: "bombing", fills: [["where", sella], day] })).toBe(
    "Bombing in Port Sella, 3 May 2031",
  )
  expect(
    titleOf("Bombing near Port Sella on 3 May.", {
      subtype: "bombing",
      fills: [["where", { ...sella, precision: "near-settlement" }], day],
    }),
  ).toBe("Bombing near Port Sella, 3 May 2031")
})

test("a target that names the town is not followed by it once more", () => {
  expect(
    titleOf("Attack on Port Sella’s customs hall on 3 May.", {
      fills: [["target", words("Port Sella’s customs hall")], ["where", sella], day],
    }),
  ).toBe("Attack on Port Sella’s customs hall, 3 May 2031")
})

test("a site that is both the target and the place stands once, as the target", () => {
  expect(
    titleOf("Attack planned on Varn Abbey on 3 May.", {
      status: "planned",
      fills: [["target", "Varn Abbey", "facility"], ["where", site("Varn Abbey", "Varn", "Italy")], day],
    }),
  ).toBe("Planned attack on Varn Abbey, 3 May 2031")
})

test("a place is spelt as the report spells it", () => {
  expect(
    titleOf("Attack in Sao Lopo on 3 May.", {
      fills: [["where", { ...town("São Lopo", "PT"), text: "Sao Lopo" }], day],
    }),
  ).toBe("Attack in Sao Lopo, 3 May 2031")
})

test("an arrest without a place is told by who made it", () => {
  expect(
    titleOf("Arrests of 7 people by Netherlands and Orsa on 3 May.", {
      type: "arrest",
      fills: [
        ["arrested", count(7, 7, "people", "7 people")],
        ["agent", "Netherlands", "place"],
        ["agent", "Orsa", "place"],
        day,
      ],
    }),
  ).toBe("Arrest of 7 people by the Netherlands and Orsa, 3 May 2031")
})

test("withdrawals and lost ground are told by who withdrew and lost", () => {
  expect(
    titleOf("Withdrawal of Orsa from Varn in 2029.", {
      type: "withdrawal",
      fills: [
        ["agent", "Orsa", "place"],
        ["target", "Varn", "place"],
        ["when", time("2029")],
      ],
    }),
  ).toBe("Withdrawal of Orsa from Varn, 2029")
  expect(
    titleOf("Loss for Dawn Column of a village near Port Sella in 2029.", {
      type: "territory",
      subtype: "territory-loss",
      fills: [
        ["party", "Dawn Column"],
        ["target", words("a village")],
        ["where", sella],
        ["when", time("2029")],
      ],
    }),
  ).toBe("Loss of a village by Dawn Column, Port Sella, 2029")
})

test("who lost ground is not what was lost", () => {
  expect(
    titleOf("Loss for Dawn Column of its land near Port Sella in 2029.", {
      type: "territory",
      subtype: "territory-loss",
      fills: [
        ["party", "Dawn Column"],
        ["target", words("its land")],
        ["where", sella],
        ["when", time("2029")],
      ],
    }),
  ).toBe("Loss of territory by Dawn Column in Port Sella, 2029")
})

test("a government is overthrown; whether by a coup is not said", () => {
  expect(
    titleOf("Overthrow of the Orsan government by Dawn Column in 2029.", {
      type: "overthrow",
      fills: [
        ["target", words("the Orsan government")],
        ["perpetrator", "Dawn Column"],
        ["when", time("2029")],
      ],
    }),
  ).toBe("Overthrow of the Orsan government, 2029")
})

test("who fought on one side did not fight each other", () => {
  const fills = [["party", "U.S. and Orsan forces"], ["where", sella], day] as const
  expect(titleOf("Battle in Port Sella, fought by U.S. and Orsan forces on 3 May.", { subtype: "clash", fills })).toBe(
    "Clash of U.S. and Orsan forces, Port Sella, 3 May 2031",
  )
})

test("who was shot is told by age, not by name, where a place tells which shooting it was", () => {
  const shooting = { subtype: "shooting" }
  expect(
    titleOf("Shooting of a 6-year-old boy in Port Sella.", {
      ...shooting,
      fills: [
        ["target", words("a 6-year-old boy")],
        ["where", sella],
      ],
    }),
  ).toBe("Shooting of a 6-year-old boy, Port Sella")
  expect(
    titleOf("Shooting of Ines Okafor in Port Sella.", {
      ...shooting,
      fills: [
        ["target", "Ines Okafor", "person"],
        ["where", sella],
      ],
    }),
  ).toBe("Shooting in Port Sella")
  expect(
    titleOf("Shooting of Ines Okafor on 3 May.", { ...shooting, fills: [["target", "Ines Okafor", "person"], day] }),
  ).toBe("Shooting of Ines Okafor, 3 May 2031")
  for (const told of ["the victims", "the younger brother", "himself", "Port Sella teen"])
    expect(
      titleOf(`Shooting of ${told} in Port Sella.`, {
        ...shooting,
        fills: [
          ["target", words(told)],
          ["where", sella],
        ],
      }),
    ).toBe("Shooting in Port Sella")
  expect(
    titleOf("Shooting at A home in Port Sella.", {
      ...shooting,
      fills: [
        ["target", words("A home")],
        ["where", sella],
      ],
    }),
  ).toBe("Shooting at a home, Port Sella")
})

test("one person is not 1 people; charges are against somebody; a dateline does not shout in a title", () => {
  const one = ["arrested", count(1, 1, "people", "1")] as const
  expect(titleOf("Arrest of 1 in Port Sella.", { type: "arrest", fills: [one, ["where", sella]] })).toBe(
    "Arrest of 1 person, Port Sella",
  )
  expect(titleOf("Arrest of 1, Jon Maris.", { type: "arrest", fills: [one, ["target", "Jon Maris", "person"]] })).toBe(
    "Arrest of Jon Maris",
  )
  expect(
    titleOf("Charges on Jon Maris in Varn.", {
      type: "trial",
      subtype: "indictment",
      fills: [
        ["target", "Jon Maris", "person"],
        ["where", { ...town("Varn", "IT"), name: "VARNSTADT" }],
      ],
    }),
  ).toBe("Charges against Jon Maris, Varnstadt")
})

test("two dates of one month share it, and without day, place and target the toll tells which it was", () => {
  const report = (publisher: string, when: string) => {
    const builder = new ReadingBuilder({
      text: `${publisher}: a bombing of the fish hall in Port Sella on ${when}.`,
      publisher,
      published: "2031-05-09",
    })
    builder.event({
      words: "bombing",
      subtype: "bombing",
      fills: [
        ["target", words("the fish hall")],
        ["where", sella],
        ["when", time(when)],
      ].map(([slot, value]) => ({ slot: slot as string, value: value as Value })),
    })
    return builder.build()
  }
  const { incidents } = buildCase([report("Courier", "2031-05-03"), report("Standard", "2031-05-04")], options)
  expect(incidents.map(incident => incident.title)).toEqual(["Bombing of the fish hall, Port Sella, 3 or 4 May 2031"])
  expect(
    titleOf("Shooting of 4 people, by Jon Maris.", {
      subtype: "shooting",
      fills: [
        ["killed", count(4, 4, "people", "4")],
        ["perpetrator", "Jon Maris", "person"],
      ],
    }),
  ).toBe("Shooting that killed 4 people")
})
