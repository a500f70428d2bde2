import { expect, test } from "vitest"
import type { Incident } from "../../core/casefile.ts"
import type { Value } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

/** What one report tells of the bombing in Port Sella. */
interface Said {
  readonly publisher?: string
  readonly published?: string
  readonly fills?: readonly { readonly slot: string; readonly value: Value; readonly by?: string }[]
  /** What a scorer takes for day and town of the report. */
  readonly setting?: readonly { readonly slot: string; readonly value: Value; readonly score: number }[]
  /** Told in the last sentence of a report about something else. */
  readonly inPassing?: boolean
}

const harbour = town("Port Sella", "IT")
const day = time("2031-05-03", "3 May 2031")

/** Reports in words of their own, so that none is a copy of another. */
const WORDINGS = [
  (told: string) => `The bombing of the harbour on 3 May 2031 killed many: ${told}. So police wrote.`,
  (told: string) =>
    `After a bombing, divers searched cold water since 3 May 2031; there was talk of ${told}. Boats of police lay empty.`,
  (told: string) =>
    `On 3 May 2031 shopkeepers swept up glass while police told them: ${told}. That bombing broke every window.`,
  (told: string) =>
    `Trains stood still when police closed two bridges over the bombing. It cost ${told} on 3 May 2031.`,
]

function incidentOf(...reports: readonly Said[]): Incident {
  const readings = reports.map((said, index) => {
    const { fills = [{ slot: "where", value: harbour }], setting = [], inPassing = false } = said
    const told = [...fills, ...setting].map(({ value }) => value.text).join(" and ")
    const filler = inPassing ? "The fair opened. It rained. Many came. It will close soon. The mayor spoke. " : ""
    const builder = new ReadingBuilder({
      text: filler + WORDINGS[index]!(told),
      publisher: said.publisher ?? `Paper ${index}`,
      published: said.published ?? "2031-05-04",
    })
    builder.event({
      words: "bombing",
      subtype: "bombing",
      background: inPassing,
      fills: [
        ...(fills.some(({ slot }) => slot === "when") ? [] : [{ slot: "when", value: day }]),
        ...fills.map(({ slot, value, by }) => ({
          slot,
          value,
          ...(by !== undefined && { by: [{ kind: "anonymous" as const, name: by }] }),
        })),
      ],
    })
    for (const { slot, value, score } of setting) builder.setting(slot, value, score)
    return builder.build()
  })
  const { incidents } = buildCase(readings, testOptions)
  expect(incidents).toHaveLength(1)
  return incidents[0]!
}

function killed(value: Value, more: Partial<Said> & { readonly by?: string } = {}): Said {
  const { by, ...said } = more
  return {
    ...said,
    fills: [
      { slot: "where", value: harbour },
      { slot: "killed", value, ...(by !== undefined && { by }) },
    ],
  }
}

function bestOf(incident: Incident, slot: string) {
  return incident.facts.find(fact => fact.slot === slot)?.best
}

test("origins count, not articles: two papers of one house weigh no more than one other", () => {
  const same = { publisher: "Morning Post" }
  const two = bestOf(
    incidentOf(killed(count(17), same), killed(count(17, 17, "people", "17 people at last"), same), killed(count(14))),
    "killed",
  )
  expect(two).toBeUndefined()
  expect(bestOf(incidentOf(killed(count(17)), killed(count(17)), killed(count(14))), "killed")).toMatchObject({
    value: { low: 17 },
    origins: { high: 2 },
    why: "2 origins have it, 1 has 14",
  })
})

test("what a report is about weighs more than what it tells in passing", () => {
  expect(bestOf(incidentOf(killed(count(17)), killed(count(14), { inPassing: true })), "killed")).toMatchObject({
    value: { low: 17 },
    why: expect.stringContaining("14 is told in passing"),
  })
})

test("people told of one by one weigh less than a number", () => {
  const names = count(2, 2, "people", "Ana Diaz and Leo Berg")
  expect(bestOf(incidentOf(killed(names), killed(count(3))), "killed")).toMatchObject({
    value: { low: 3 },
    why: expect.stringContaining("only counts people told of one by one"),
  })
})

test("officials tip the scales between two that weigh the same", () => {
  expect(bestOf(incidentOf(killed(count(17), { by: "police" }), killed(count(14))), "killed")).toMatchObject({
    value: { low: 17 },
    why: expect.stringContaining("officials are quoted for 17 only"),
  })
})

test("a house that corrects its number has one voice, the newer", () => {
  const best = bestOf(
    incidentOf(
      killed(count(17), { publisher: "Morning Post", published: "2031-05-04" }),
      killed(count(14), { publisher: "Morning Post", published: "2031-05-06" }),
      killed(count(14), { published: "2031-05-04" }),
    ),
    "killed",
  )
  expect(best?.value).toMatchObject({ low: 14 })
  const alone = incidentOf(
    killed(count(17), { publisher: "Morning Post", published: "2031-05-04" }),
    killed(count(14), { publisher: "Morning Post", published: "2031-05-06" }),
  )
  expect(alone.facts.find(({ slot }) => slot === "killed")).toMatchObject({
    relation: "update",
    value: { low: 14 },
    why: "corrected from 17 (2031-05-04) to 14 (2031-05-06)",
  })
})

test("a part weighs less than the whole, and at least 14 goes with 17", () => {
  const parts: Said = {
    fills: [
      { slot: "where", value: harbour },
      { slot: "killed", value: count(12, 12, "civilians") },
      { slot: "killed", value: count(3, 3, "attackers") },
    ],
  }
  expect(bestOf(incidentOf(parts, killed(count(15)), killed(count(14, null))), "killed")).toMatchObject({
    value: { low: 15 },
    why: expect.stringContaining("1 origin has it and what 1 other origin says goes with it"),
  })
})

test("a number that rose is the best, and since when is told", () => {
  const best = bestOf(
    incidentOf(
      killed(count(9)),
      killed(count(9)),
      killed(count(17, 17, "people", "17 dead"), { published: "2031-05-07" }),
    ),
    "killed",
  )
  expect(best).toMatchObject({
    value: { low: 17 },
    why: expect.stringContaining("the newest number, since 2031-05-07"),
  })
})

test("who was wounded and died later is one of the dead", () => {
  const wounded: Said = {
    fills: [
      { slot: "where", value: harbour },
      { slot: "wounded", value: count(3) },
    ],
  }
  const later = { published: "2031-05-06" }
  const died = incidentOf(wounded, killed(count(1), later))
  expect(bestOf(died, "wounded")).toMatchObject({
    value: { low: 2, high: 2 },
    why: "3 before anybody had died; 1 dead since 2031-05-06",
  })
  const both = { ...killed(count(1), later), fills: [...killed(count(1)).fills!, ...wounded.fills!.slice(1)] }
  expect(bestOf(incidentOf(wounded, both), "wounded")).toBeUndefined()
})

test("two, and then himself, goes with three dead", () => {
  const two = new ReadingBuilder({
    text: "A man shot two people in Port Sella on 3 May 2031 before killing himself.",
    publisher: "Morning Post",
    published: "2031-05-04",
  })
  two.event({
    words: "shot",
    fills: [
      { slot: "where", value: harbour, words: "Port Sella" },
      { slot: "when", value: day, words: "3 May 2031" },
      { slot: "killed", value: count(2, 2, "people", "two people"), words: "two people" },
    ],
  })
  const three = new ReadingBuilder({
    text: "Three dead, the gunman among them: that is what a shooting in Port Sella left on 3 May 2031.",
    publisher: "Evening Star",
    published: "2031-05-04",
  })
  three.event({
    words: "shooting",
    fills: [
      { slot: "where", value: harbour, words: "Port Sella" },
      { slot: "when", value: day, words: "3 May 2031" },
      { slot: "killed", value: count(3, 3, "people", "Three dead"), words: "Three dead" },
    ],
  })
  const { incidents } = buildCase([two.build(), three.build()], testOptions)
  expect(incidents.flatMap(({ facts }) => facts).find(({ slot }) => slot === "killed")).toMatchObject({
    relation: "agree",
    why: "2 and the one who killed them make 3",
    best: { value: { low: 3 }, origins: { high: 2 } },
  })
})

test("what scorers propose is a weak voice, and no position", () => {
  const far = town("Austin", "US", { within: ["Texas", "United States"] })
  const city = town("Chicago", "US", { within: ["Illinois", "United States"] })
  const quarter = { fills: [{ slot: "where", value: far }], setting: [{ slot: "where", value: city, score: 0.7 }] }
  const where = incidentOf(quarter, quarter).facts.find(fact => fact.slot === "where")!
  expect(where.positions.map(({ value }) => value)).toMatchObject([{ name: "Austin" }])
  expect(where.best).toMatchObject({
    value: { name: "Chicago" },
    why: "a learned reading of 2 reports proposes it, 2 origins have Austin",
  })
  const one = incidentOf({
    fills: [{ slot: "where", value: far }],
    setting: [{ slot: "where", value: city, score: 0.2 }],
  })
  expect(bestOf(one, "where")).toBeUndefined()
})

test("what nobody says is likely only where proposals are, and is no fact", () => {
  const open = (score: number): Said => ({ fills: [], setting: [{ slot: "where", value: harbour, score }] })
  const incident = incidentOf(open(0.5), open(0.5))
  expect(incident.facts.map(({ slot }) => slot)).not.toContain("where")
  expect(incident.likely).toMatchObject([{ slot: "where", value: { name: "Port Sella" }, origins: { high: 2 } }])
  expect(incidentOf(open(0.5))).not.toHaveProperty("likely")
})

test("of two days one is the best where more origins have it, and none is where nothing decides", () => {
  const on = (text: string, edtf: string): Said => ({
    fills: [
      { slot: "where", value: harbour },
      { slot: "when", value: time(edtf, text) },
      { slot: "target", value: words("the ferry Aurora and its long wooden pier") },
      { slot: "killed", value: count(17) },
    ],
  })
  const third = on("3 May 2031", "2031-05-03")
  const second = on("2 May", "2031-05-02")
  expect(bestOf(incidentOf(third, third, second), "when")?.value).toMatchObject({ edtf: "2031-05-03" })
  expect(bestOf(incidentOf(third, second), "when")).toBeUndefined()
})

test("who did it is never chosen", () => {
  const by = (text: string): Said => ({
    fills: [
      { slot: "where", value: harbour },
      { slot: "perpetrator", value: words(text) },
    ],
  })
  expect(bestOf(incidentOf(by("four gunmen"), by("four gunmen"), by("a lone driver")), "perpetrator")).toBeUndefined()
})
