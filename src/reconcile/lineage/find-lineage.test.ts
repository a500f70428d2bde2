import { expect, test } from "vitest"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, ReadingBuilder, time, town } from "../testing/reading-builder.ts"

const story = [
  "The freighter Marta lost both anchors in the gale and drifted towards the breakwater of Port Sella at dawn.",
  "Harbour pilots cut the moorings of eleven fishing boats to clear a channel for the tugs.",
  "The mayor promised an inquiry into why the storm gates had stayed open through the night.",
  "Insurance adjusters from Genoa put the damage to the fish market at four million euros.",
]
const rewritten = [
  "At dawn the freighter Marta, which had lost both anchors in the gale, drifted towards Port Sella's breakwater.",
  "Eleven fishing boats had their moorings cut by harbour pilots so that tugs had a clear channel.",
  "An inquiry into why storm gates stayed open during the night was promised by the mayor.",
]
const other = "Nobody in the fishing quarter slept, and the bakery gave its bread away before seven."

function report(
  publisher: string | undefined,
  published: string | undefined,
  sentences: readonly string[],
): ReadingBuilder {
  return new ReadingBuilder({
    text: sentences.join(" "),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    file: `${publisher ?? "unknown"}-${published ?? "undated"}.txt`,
  })
}

const lineageOf = (...builders: readonly ReadingBuilder[]) => {
  const file = buildCase(
    builders.map(builder => builder.build()),
    testOptions,
  )
  const name = (id: string | null) => file.reports.find(item => item.id === id)?.file?.replace(/-.*/, "") ?? null
  return file.lineage.map(item => ({ ...item, from: name(item.from), to: name(item.to) }))
}

test("a rewrite rests on the earlier report, not the later one", () => {
  const found = lineageOf(
    report("Late Paper", "2031-02-02", [...rewritten, other]),
    report("Early Paper", "2031-02-01", story),
  )
  expect(found).toMatchObject([{ from: "Late Paper", to: "Early Paper", kind: "rewrites" }])
  expect(found[0]!.why).toContain("was published earlier")
  expect(found[0]!.passages.length).toBeGreaterThanOrEqual(3)
})

test("a trimmed copy without a date: direction is said to be unknown", () => {
  const found = lineageOf(report("Digest", undefined, story.slice(0, 3)), report("Early Paper", "2031-02-01", story))
  expect(found).toMatchObject([{ from: "Digest", to: "Early Paper", kind: "copies" }])
  expect(found[0]!.why).toContain("direction unknown")
})

test("a portal rests on the paper whose words it shows, when neither is known to be first", () => {
  const found = lineageOf(report("Paper", "2031-02-02", [...story, other]), report("All News", "2031-02-02", story))
  expect(found).toMatchObject([{ from: "All News", to: "Paper", why: expect.stringContaining("All News shows") }])
})

test("a news agency is a wire by its name, whether the world's list has it or not", () => {
  const found = lineageOf(
    report("Paper", "2031-02-02", [...story, other]),
    report("Sella News Agency", "2031-02-02", story),
  )
  expect(found).toMatchObject([{ from: "Paper", to: "Sella News Agency" }])
  expect(found[0]!.why).toContain("Sella News Agency is a wire service")
})

test("an own update of one house is no copy", () => {
  const found = lineageOf(
    report("Evening Post", "2031-02-02", [...story, other]),
    report("The Morning Post", "2031-02-01", story),
  )
  expect(found).toMatchObject([{ from: "Evening Post", to: "The Morning Post", kind: "updates" }])
})

test("a report of unknown publisher that has the passages another gives to a named outlet is linked to it", () => {
  const citing = report("Brightline", "2031-02-02", [
    "The Sella Times reported that the freighter Marta lost both anchors in the gale and drifted towards the breakwater of Port Sella at dawn.",
    rewritten[1]!,
    rewritten[2]!,
    other,
  ])
  citing.cite("Sella Times", "The Sella Times reported", { scope: citing.report.text.split(". ")[0]! })
  const found = lineageOf(citing, report(undefined, undefined, story))
  expect(found).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ from: "Brightline", to: null, source: "Sella Times", kind: "cites" }),
      expect.objectContaining({
        from: "Brightline",
        to: "unknown",
        source: "Sella Times",
        kind: "rewrites",
        why: expect.stringContaining("whose publisher is unknown"),
      }),
    ]),
  )
  expect(found).toHaveLength(2)
})

test("a source that is not in the case stays a name", () => {
  const citing = report("Brightline", "2031-02-02", ["Gulf Herald reported that the tugs came from Genoa.", other])
  citing.cite("Gulf Herald", "Gulf Herald reported", { scope: "Gulf Herald reported that the tugs came from Genoa." })
  expect(lineageOf(citing)).toMatchObject([{ from: "Brightline", to: null, source: "Gulf Herald", kind: "cites" }])
})

test("two reports that only cite each other are one unproven origin", () => {
  const claim = (builder: ReadingBuilder, source: string, words: string): ReadingBuilder => {
    builder.cite(source, `${source} reported`, { scope: words })
    builder.event({
      words: "bombing",
      subtype: "bombing",
      fills: [
        { slot: "where", value: town("Port Sella", "IT") },
        { slot: "when", value: time("2031-02-01", "1 February") },
        { slot: "killed", value: count(3, 3, "people", "three people") },
      ],
    })
    return builder
  }
  const a = "The bombing in Port Sella on 1 February killed three people, Evening Star reported."
  const b = "Night Herald reported that three people had died in the bombing at Port Sella on 1 February."
  const one = claim(report("Night Herald", "2031-02-03", [a, other]), "Evening Star", a)
  const two = claim(
    report("Evening Star", "2031-02-03", [b, "Schools were closed across the whole province for a week."]),
    "Night Herald",
    b,
  )
  const file = buildCase([one.build(), two.build()], testOptions)
  expect(file.lineage.every(item => item.why.includes("circular"))).toBe(true)
  expect(file.lineage).toHaveLength(2)
  const killed = file.incidents[0]!.facts.find(fact => fact.slot === "killed")!
  expect(killed.origins).toMatchObject({ low: 1, high: 1 })
  expect(file.case.blindSpots.map(spot => spot.code)).toContain("circular-citation")
})

test("two reporters who heard the same words have not copied each other", () => {
  const words = "The gates were open because nobody had paid the watchmen since the autumn"
  const one = report("Night Herald", "2031-02-01", [`“${words},” said Ana Diaz.`, story[0]!])
  const two = report("Evening Star", "2031-02-02", [`“${words},” Ana Diaz told a committee.`, other])
  for (const builder of [one, two]) builder.statement("Ana Diaz", words, "direct", builder.entity("Ana Diaz"))
  const file = buildCase([one.build(), two.build()], testOptions)
  expect(file.lineage).toEqual([])
  expect(file.utterances).toMatchObject([{ sameWords: true, speaker: { name: "Ana Diaz" } }])
})

test("a quotation worded differently is one utterance with two wordings", () => {
  const one = report("Night Herald", "2031-02-01", [
    "“I worry about the summer regatta, they would be a splendid target,” said Ana Diaz.",
  ])
  const two = report("Evening Star", "2031-02-02", [
    "“I am anxious about the regatta in summer, which would make an excellent target,” Ana Diaz said.",
  ])
  one.statement(
    "Ana Diaz",
    "I worry about the summer regatta, they would be a splendid target",
    "direct",
    one.entity("Ana Diaz"),
  )
  two.statement(
    "Ana Diaz",
    "I am anxious about the regatta in summer, which would make an excellent target",
    "direct",
    two.entity("Ana Diaz"),
  )
  const [utterance] = buildCase([one.build(), two.build()], testOptions).utterances
  expect(utterance).toMatchObject({ sameWords: false })
  expect(utterance!.wordings).toHaveLength(2)
})

test("a credit line that is only the name of a publisher is a source; the credit of a picture is none", () => {
  const text = [...story, "Orsa Wire"].join(" ")
  const start = text.length - "Orsa Wire".length
  const labelled = (label: "credit" | "caption") => {
    const builder = new ReadingBuilder({ text, publisher: "Late Paper", published: "2031-02-02", file: "Late-1.txt" })
    if (label === "caption") builder.cite("Orsa Wire", "Orsa Wire", { kind: "wire", form: "credit" })
    const reading = builder.build()
    const blocks = [
      { start: 0, end: start, label: "paragraph" as const },
      { start, end: text.length, label },
    ]
    const file = buildCase(
      [{ ...reading, report: { ...reading.report, blocks } }, report("Orsa Wire", "2031-02-03", [other]).build()],
      testOptions,
    )
    return file.lineage.map(item => item.kind)
  }
  expect(labelled("credit")).toEqual(["cites"])
  expect(labelled("caption")).toEqual([])
})

test("phrases that everybody writes and the same first fact of an event prove no copying", () => {
  const phrases = ["No group has claimed responsibility for the attack.", "The death toll is expected to rise further."]
  const lead = "A bomb killed 9 people at the ferry landing of Port Sella on Tuesday."
  const one = report("Night Herald", "2031-02-01", [lead, story[1]!, ...phrases])
  const two = report("Evening Star", "2031-02-02", [lead.replace("killed", "claimed the lives of"), other, ...phrases])
  expect(lineageOf(one, two)).toEqual([])
})
