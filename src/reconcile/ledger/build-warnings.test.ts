import { expect, test } from "vitest"
import type { WarningMention } from "../../core/reading.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

const sella = town("Port Sella", "IT", { lat: 44.1, lon: 9.8 })
const text =
  "A bomb exploded at the ferry terminal of Port Sella on 3 May, killing 9 people. On 28 April the coast guard of Orsa warned the port authority that ferries would be hit. The summer regatta could be next, an analyst said."

function report(
  publisher: string,
  published: string,
  warning: Partial<WarningMention> & { issuer: WarningMention["issuer"] },
  status: "occurred" | "foiled" = "occurred",
) {
  // Every house closes with a line of its own: reports with the same words throughout would be one report and its copies.
  const builder = new ReadingBuilder({ text: `${text} The ${publisher} goes on asking.`, publisher, published })
  builder.event({
    words: "exploded",
    subtype: "bombing",
    status,
    fills: [
      { slot: "where", value: sella },
      { slot: "when", value: time("2031-05-03", "3 May") },
      { slot: "killed", value: count(9, 9, "people", "9 people") },
      { slot: "target", value: words("the ferry terminal") },
    ],
  })
  const { issuer, audience, ...rest } = warning
  builder.warning("On 28 April the coast guard of Orsa warned the port authority that ferries would be hit.", {
    issuer: issuer.name,
    audience: (audience ?? []).map(party => party.name),
    ...rest,
  })
  return builder
}

const ferries = { place: sella, target: { kind: "text", text: "ferries of the terminal", norm: "ferry" } } as const
const build = (...builders: ReadingBuilder[]) =>
  buildCase(
    builders.map(builder => builder.build()),
    testOptions,
  )

test("a private warning before the attack: fulfilled, five days, first told after it", () => {
  const [warning] = build(
    report("Night Herald", "2031-05-05", {
      issuer: { name: "coast guard of Orsa" },
      issued: time("2031-04-28"),
      channel: "private",
      subject: ferries,
    }),
  ).warnings
  expect(warning).toMatchObject({
    outcome: "fulfilled",
    hindsight: true,
    channel: "private",
    incidents: [{ leadDays: { low: 5, high: 5 } }],
  })
})

test("a month as issue time gives a range of days", () => {
  const [warning] = build(
    report("Night Herald", "2031-05-05", {
      issuer: { name: "coast guard" },
      issued: time("2031-04"),
      subject: ferries,
    }),
  ).warnings
  expect(warning!.incidents[0]!.leadDays).toEqual({ low: 3, high: 32 })
})

test("the same warning in two reports is one, with all its evidence", () => {
  const parts = {
    issuer: { name: "coast guard of Orsa" },
    audience: [{ name: "port authority" }],
    issued: time("2031-04-28"),
    subject: ferries,
  }
  const { warnings } = build(report("Night Herald", "2031-05-05", parts), report("Evening Star", "2031-05-06", parts))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]!.reports).toHaveLength(2)
  expect(warnings[0]!.firstReported).toBe("2031-05-05")
})

test("a foiled attack averts", () => {
  const [warning] = build(
    report(
      "Night Herald",
      "2031-05-05",
      { issuer: { name: "coast guard" }, issued: time("2031-04-28"), subject: ferries },
      "foiled",
    ),
  ).warnings
  expect(warning!.outcome).toBe("averted")
})

test("a horizon after the newest report is open, one before it has expired", () => {
  const elsewhere = { place: town("Varn", "IT", { lat: 45.9, lon: 12.1 }) }
  const outcome = (horizon: string) =>
    build(
      report("Night Herald", "2031-05-05", {
        issuer: { name: "an analyst" },
        kind: "forecast",
        issued: time("2031-04-28"),
        horizon: time(horizon),
        subject: elsewhere,
      }),
    ).warnings[0]!.outcome
  expect(outcome("2031-07")).toBe("open")
  expect(outcome("2031-04-30")).toBe("expired")
})

// What must not be linked or joined.
test("a warning of another town, of no time, or given after the attack is not what came true", () => {
  const outcome = (parts: Partial<WarningMention>) =>
    build(report("Night Herald", "2031-05-09", { issuer: { name: "an analyst" }, kind: "forecast", ...parts }))
      .warnings[0]!
  expect(
    outcome({ issued: time("2031-04-28"), subject: { place: town("Varn", "IT", { lat: 45.9, lon: 12.1 }) } }).incidents,
  ).toEqual([])
  expect(outcome({ subject: ferries }).incidents).toEqual([])
  expect(outcome({ issued: time("2031-05-08"), subject: ferries })).toMatchObject({
    incidents: [],
    outcome: "unknown",
    hindsight: false,
  })
})

test("a private and a public warning, or warnings of two days, stay two", () => {
  const issuer = { name: "coast guard of Orsa" }
  const count_ = (one: Partial<WarningMention>, two: Partial<WarningMention>) =>
    build(
      report("Night Herald", "2031-05-05", { issuer, subject: ferries, ...one }),
      report("Evening Star", "2031-05-06", { issuer, subject: ferries, ...two }),
    ).warnings.length
  expect(
    count_({ channel: "private", issued: time("2031-04-28") }, { channel: "public", issued: time("2031-04-28") }),
  ).toBe(2)
  expect(count_({ issued: time("2031-04-28") }, { issued: time("2031-04-20") })).toBe(2)
})

test("an advice to citizens in the same breath as a notice about a town belongs to the same attack", () => {
  const builder = report("Night Herald", "2031-05-09", {
    issuer: { name: "coast guard of Orsa" },
    channel: "private",
    subject: ferries,
    statementId: "s1",
  })
  builder.warning("ferries would be hit", {
    issuer: "coast guard of Orsa",
    kind: "advisory",
    channel: "public",
    audience: ["citizens"],
    statementId: "s1",
  })
  const advice = build(builder).warnings.find(item => item.kind === "advisory")!
  expect(advice).toMatchObject({ outcome: "fulfilled", incidents: [{ leadDays: null }] })
})

test("a forecast about a named coming event is open, one about anything is not", () => {
  const outcome = (target: string) =>
    build(
      report("Night Herald", "2031-05-09", {
        issuer: { name: "an analyst" },
        kind: "forecast",
        subject: { target: { kind: "text", text: target, norm: target } },
      }),
    ).warnings[0]!
  expect(outcome("the summer regatta")).toMatchObject({ outcome: "open", incidents: [] })
  expect(outcome("the homeland")).toMatchObject({ outcome: "unknown", incidents: [] })
})

test("an assessment that names the actor and no place links to a later attack by him, not to one before it", () => {
  const outcome = (issued: string) => {
    const builder = new ReadingBuilder({
      text: "The Dawn Column bombed the pier of Port Sella on 3 May, killing 9 people. The yearly assessment named the Dawn Column.",
      publisher: "Night Herald",
      published: "2031-05-09",
    })
    const actor = builder.entity("Dawn Column", "armed-group")
    builder.event({
      words: "bombed",
      subtype: "bombing",
      fills: [
        { slot: "where", value: sella },
        { slot: "when", value: time("2031-05-03", "3 May") },
        { slot: "perpetrator", value: actor },
      ],
    })
    builder.warning("The yearly assessment named the Dawn Column.", {
      issuer: "interior ministry",
      kind: "assessment",
      channel: "public",
      issued: time(issued),
      subject: { actor },
    })
    return build(builder).warnings[0]!
  }
  expect(outcome("2031-03")).toMatchObject({ outcome: "partly", incidents: [{ leadDays: { low: 33, high: 63 } }] })
  expect(outcome("2031-05-07")).toMatchObject({ outcome: "unknown", incidents: [] })
})

test("a government warns another through many mouths: a minister and his country are one side", () => {
  const telling = (publisher: string, day: string, issuer: string, audience: string) => {
    const builder = new ReadingBuilder({
      text: `On 28 April ${issuer} told ${audience} that an attack on a river port was near. Orsa and Sella are neighbours.`,
      publisher,
      published: day,
    })
    for (const [name, country] of [
      ["Orsa", "AR"],
      ["Sella", "UY"],
    ] as const)
      builder.entity(name, "place", {
        place: { kind: "place", name, country, precision: "country", text: name },
      })
    builder.warning(`On 28 April ${issuer} told ${audience} that an attack on a river port was near.`, {
      issuer,
      audience: [audience],
      channel: "private",
      subject: { threat: { kind: "text", text: "an attack on a river port", norm: "attack river port" } },
    })
    return builder
  }
  const one = telling("Night Herald", "2031-05-05", "Orsa", "Sella's interior ministry")
  expect(
    build(one, telling("Evening Star", "2031-05-06", "the security minister of Orsa", "Sella")).warnings,
  ).toHaveLength(1)
})

test("what a speaker calls unlikely and what the same one warns of side by side stay two, whatever words another report has for them", () => {
  const home = "Raids of the Dawn Column on the ports of Sella are unlikely"
  const abroad = "the Dawn Column can raid the ports of Orsa within six months"
  const telling = (publisher: string, published: string) => {
    const builder = new ReadingBuilder({
      text: `${home}, the general said. He told senators that ${abroad}.`,
      publisher,
      published,
    })
    const shared = { issuer: "the general", kind: "assessment", channel: "public" } as const
    const threat = (text: string) => ({ threat: { kind: "text", text, norm: text.toLowerCase() } }) as const
    builder.warning(home, {
      ...shared,
      subject: threat(home),
      likelihood: { words: "unlikely", band: [20, 45] },
    })
    builder.warning(abroad, { ...shared, subject: threat(abroad) })
    return builder
  }
  const { warnings } = build(telling("Night Herald", "2031-05-05"), telling("Evening Star", "2031-05-06"))
  expect(
    warnings.map(({ likelihood, reports }) => `${likelihood?.words ?? "no word"} ${reports.length}`).sort(),
  ).toEqual(["no word 2", "unlikely 2"])
})
