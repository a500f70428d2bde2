import fc from "fast-check"
import { expect, test } from "vitest"
import type { Reading } from "../../core/reading.ts"
import type { Decision } from "../../core/store.ts"
import { buildCase } from "../build-case.ts"
import type { CaseOptions } from "../options.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, ReadingBuilder, time, town } from "../testing/reading-builder.ts"

const quotation = "The gates were open because nobody had paid the watchmen since the autumn"
const story = [
  "A bomb killed 9 people at the ferry landing of Port Sella on 1 February, the mayor said.",
  "Harbour pilots cut the moorings of eleven fishing boats to clear a channel for the tugs.",
  `“${quotation},” said Ana Diaz.`,
  "Insurance adjusters from Genoa put the damage to the fish market at four million euros.",
].join(" ")

function report(publisher: string | undefined, published: string | undefined, text = story): ReadingBuilder {
  const builder = new ReadingBuilder({
    text,
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    file: `${publisher ?? "unknown"}.txt`,
  })
  if (text.includes(quotation)) builder.statement("Ana Diaz", quotation, "direct", builder.entity("Ana Diaz"))
  if (text.includes("A bomb"))
    builder.event({
      words: "A bomb",
      subtype: "bombing",
      fills: [
        { slot: "where", value: town("Port Sella", "IT") },
        { slot: "when", value: time("2031-02-01", "1 February") },
        { slot: "killed", value: count(9, 9, "people", "9 people") },
      ],
    })
  return builder
}

const many = (size: number): Reading[] =>
  Array.from({ length: size }, (_, at) => report(`Paper ${at}`, `2031-02-${at === 0 ? "02" : "03"}`).build())

const caseOf = (builders: readonly ReadingBuilder[], more: Partial<CaseOptions> = {}) => {
  const file = buildCase(
    builders.map(builder => builder.build()),
    { ...testOptions, ...more },
  )
  const name = (id: string | null) =>
    id === null ? null : file.reports.find(item => item.id === id)!.file!.replace(".txt", "")
  const links = file.lineage.map(item => ({ ...item, from: name(item.from), to: name(item.to) }))
  return { file, links }
}

test("a story tells the same of itself however many copy it; every copy is a report, a link, and a report of its incidents", () => {
  const one = buildCase(many(1), testOptions)
  const file = buildCase(many(60), testOptions)
  expect(file.reports).toHaveLength(60)
  expect(file.lineage).toHaveLength(59)
  expect(new Set(file.lineage.map(link => link.to))).toEqual(new Set([one.reports[0]!.id]))
  expect(file.lineage[0]).toMatchObject({
    kind: "copies",
    strength: 1,
    passages: [{ kind: "verbatim", similarity: 1 }],
  })
  expect(file.lineage[0]!.why).toBe("the same words from beginning to end; Paper 0 was published earlier")
  const [incident] = file.incidents
  expect(incident!.reports).toEqual(file.reports.map(item => item.id))
  expect(incident!.mentions).toEqual(one.incidents[0]!.mentions)
  expect(incident!.origins).toEqual(one.incidents[0]!.origins)
  expect(file.case.origins).toEqual(one.case.origins)
  expect(file.origins.map(origin => origin.reports.length)).toContain(60)
  expect(file.statements).toEqual(one.statements)
  expect(file.entities).toEqual(one.entities)
  const killed = incident!.facts.find(fact => fact.slot === "killed")!
  expect(killed.positions[0]).toMatchObject({ firstReported: "2031-02-02", lastReported: "2031-02-03" })
  expect(file.case.blindSpots.find(spot => spot.code === "copies")!.text).toContain("59 of 60 reports rest")
})

test("marks, capitals and spaces make no other text; one other word does", () => {
  const shouted = story.replaceAll("“", '"').replaceAll("”", '"').replaceAll(" ", "  ").replace("Harbour", "HARBOUR")
  const { links } = caseOf([report("Early Paper", "2031-02-02"), report("Late Paper", "2031-02-03", shouted)])
  expect(links).toMatchObject([{ from: "Late Paper", to: "Early Paper", kind: "copies", strength: 1 }])
  expect(links[0]!.why).toContain("the same words from beginning to end")
  const other = story.replace("eleven fishing", "twelve fishing")
  const changed = caseOf([report("Early Paper", "2031-02-02"), report("Late Paper", "2031-02-03", other)])
  expect(changed.links[0]!.why).toContain("passages shared")
  expect(changed.file.incidents[0]!.mentions).toHaveLength(2)
})

test("any order gives the same case, and a copy taken out is as if it had never been there", () => {
  const readings = [...many(5), ...many(3)]
  const whole = JSON.stringify(buildCase(many(5), testOptions))
  fc.assert(
    fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), shuffled => {
      expect(JSON.stringify(buildCase(shuffled, testOptions))).toBe(whole)
    }),
    { numRuns: 10 },
  )
  const without = buildCase(many(5).slice(1), testOptions)
  expect(without.reports).toHaveLength(4)
  expect(without.incidents[0]!.reports).toHaveLength(4)
  expect(without.lineage[0]!.why).toContain("direction unknown")
})

test("the source of copies is who the text names, then a wire that nobody is known to precede, then the first", () => {
  const told = `${story} The harbour master told the Sella Times so.`
  const named = caseOf([report("Paper", "2031-02-02", told), report("Sella Times", "2031-02-03", told)])
  expect(named.links.filter(link => link.kind === "copies")).toMatchObject([{ from: "Paper", to: "Sella Times" }])
  expect(named.links.find(link => link.kind === "copies")!.why).toContain("it names Sella Times as its source")
  expect(named.links.find(link => link.kind === "copies")!.evidence).toMatchObject([{ text: "Sella Times" }])
  const wire = (day: string) =>
    caseOf([report("Paper", "2031-02-02"), report("Orsa Wire", day), report("Post", "2031-02-02")]).links
  expect(wire("2031-02-02")).toMatchObject([
    { to: "Orsa Wire", why: expect.stringContaining("Orsa Wire is a wire service") },
    { to: "Orsa Wire" },
  ])
  expect(wire("2031-02-03").map(link => link.to)).not.toContain("Orsa Wire")
})

test("a portal that shows the reports of others is no source unless all others are later", () => {
  const of = (portal: string) => caseOf([report("All News", portal), report("Paper", "2031-02-02T09:00:00Z")]).links
  expect(of("2031-02-02")).toMatchObject([{ from: "All News", to: "Paper" }])
  expect(of("2031-02-02")[0]!.why).toContain("All News shows the reports of others")
  expect(of("2031-02-02T08:00:00Z")).toMatchObject([{ from: "Paper", to: "All News" }])
})

test("a wire without a date does not stand for dated copies, but is their source", () => {
  const { file, links } = caseOf([
    report("Paper", "2031-02-02"),
    report("Orsa Wire", undefined),
    report("Post", "2031-02-03"),
  ])
  expect(links).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ from: "Paper", to: "Orsa Wire" }),
      expect.objectContaining({ from: "Post", to: "Paper", strength: 1 }),
    ]),
  )
  expect(file.incidents[0]!.origins).toMatchObject({ low: 1, high: 1, names: ["Orsa Wire"] })
})

test("who names a house that printed a copy names the text that was copied, whoever stands for it", () => {
  const rest = "Nobody in the fishing quarter slept, and the bakery gave its bread away before seven."
  const lead = "A bomb killed 9 people at the ferry landing of Port Sella on 1 February, the Late Paper reported."
  const citing = report("Brightline", "2031-02-04", `${lead} ${rest}`)
  citing.cite("Late Paper", "the Late Paper reported", { scope: lead })
  const { file, links } = caseOf([report("Early Paper", "2031-02-02"), report("Late Paper", "2031-02-03"), citing])
  expect(links).toMatchObject([
    { from: "Brightline", to: "Early Paper", source: "Late Paper", kind: "cites" },
    { from: "Late Paper", to: "Early Paper", kind: "copies" },
  ])
  expect(links[0]!.why).toContain("it names Late Paper, which printed the words of Early Paper (2031-02-02)")
  expect(file.incidents[0]!.origins).toMatchObject({ high: 1, names: ["Early Paper"] })
})

test("few words and common phrases are no copies; the same page in another language is one", () => {
  const notice = "No group has claimed responsibility for the attack."
  expect(caseOf([report("Paper", "2031-02-02", notice), report("Post", "2031-02-03", notice)]).links).toEqual([])
  const page = Array.from({ length: 50 }, (_, at) => `слово${at}`).join(" ")
  const foreign = (publisher: string, day: string) => {
    const builder = report(publisher, day, page)
    return { ...builder.build(), sentences: [] }
  }
  const file = buildCase([foreign("Paper", "2031-02-02"), foreign("Post", "2031-02-03")], testOptions)
  expect(file.lineage).toMatchObject([{ kind: "copies", strength: 1 }])
})

test("one house that prints its text again is told so", () => {
  const { links } = caseOf([report("The Morning Post", "2031-02-02"), report("Evening Post", "2031-02-03")])
  expect(links).toMatchObject([{ from: "Evening Post", to: "The Morning Post", kind: "copies" }])
  expect(links[0]!.why).toContain("of one house")
})

test("a rejected link makes two reports of them again", () => {
  const builders = [report("Early Paper", "2031-02-02"), report("Late Paper", "2031-02-03")]
  const { file } = caseOf(builders)
  const subject = file.lineage[0]!.id
  const decision = {
    id: "d1",
    decidedAt: "2031-03-01T00:00:00Z",
    by: "Ana",
    action: "reject",
    subject,
    value: {},
  } as const
  const apart = caseOf(builders, { decisions: [decision] }).file
  expect(apart.lineage).toEqual([])
  expect(apart.incidents[0]!.origins.high).toBe(file.incidents[0]!.origins.high + 1)
  expect(apart.problems).toEqual([])
})

test("decisions about a report hold when an earlier report with the same words makes a copy of it", () => {
  const late = report("Late Paper", "2031-02-03")
  const early = report("Early Paper", "2031-02-02")
  const alone = caseOf([late]).file
  const [incident] = alone.incidents
  const killed = incident!.facts.find(fact => fact.slot === "killed")!
  const [statement] = alone.statements
  const [entity] = alone.entities
  const decided = (action: "reject" | "correct" | "hide", subject: string, value: object) => ({
    id: `${action} ${subject}`,
    decidedAt: "2031-03-01T00:00:00Z",
    by: "Ana",
    action,
    subject,
    value: { words: incident!.mentions.map(mention => mention.evidence), ...value },
  })
  const decisions = [
    decided("correct", incident!.id, { title: "The landing" }),
    decided("correct", killed.id, {
      slot: "killed",
      value: count(10, 10),
      words: killed.positions[0]!.assertions[0]!.evidence,
    }),
    decided("reject", statement!.id, { words: statement!.evidence }),
    decided("correct", entity!.id, { name: "Ana Díaz" }),
    decided("hide", late.report.id, {}),
  ]
  const { file } = caseOf([late, early], { decisions })
  expect(file.incidents.map(item => item.title)).toEqual(["The landing"])
  expect(file.incidents[0]!.facts.find(fact => fact.slot === "killed")!.value).toMatchObject({ low: 10 })
  expect(file.statements).toEqual([])
  expect(file.entities.map(item => item.name)).toEqual(["Ana Díaz"])
  // A report is no item of itself: what was decided about the copy is not about the original.
  expect(file.problems.map(problem => problem.message)).toEqual([expect.stringContaining(late.report.id)])
})

test("a story with 500 copies is compared with others as often as one with 5", () => {
  const other = report(
    "Night Herald",
    "2031-02-04",
    "Two trawlers sank off Varn in the night, and the harbour stayed shut until noon.",
  )
  const comparisons = (size: number) => {
    const seen: Record<string, number> = {}
    buildCase([...many(size), other.build()], {
      ...testOptions,
      count: (search, comparisons) => {
        seen[search] = (seen[search] ?? 0) + comparisons
      },
    })
    return seen
  }
  const few = comparisons(5)
  expect(Object.keys(few)).toContain("passages")
  expect(comparisons(500)).toEqual(few)
})

test("a report that a person said is no copy stays apart until that is withdrawn", () => {
  const two = [report("Paper 0", "2031-02-02"), report("Paper 1", "2031-02-03")]
  const link = caseOf(two).file.lineage.find(({ kind }) => kind === "copies")!
  const rejected: Decision = {
    id: "d1",
    decidedAt: "2031-06-01T00:00:00Z",
    by: "editor",
    action: "reject",
    subject: link.id,
    value: {},
  }
  const withdrawn: Decision = { ...rejected, id: "d2", action: "withdraw", subject: "d1" }
  const kept = (decisions: readonly Decision[]) => caseOf(two, { decisions }).file.lineage.map(({ id }) => id)
  expect(kept([rejected])).not.toContain(link.id)
  expect(kept([rejected, withdrawn])).toContain(link.id)
})
