import { expect, test } from "vitest"
import type { Value } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { count, type EventParts, ReadingBuilder, time, town, words } from "../testing/reading-builder.ts"

const sella = town("Port Sella", "IT", { lat: 44.1, lon: 9.8 })
const suburb = town("Marola", "IT", { lat: 44.13, lon: 9.85 })
const varn = town("Varn", "IT", { lat: 45.9, lon: 12.1 })

interface Telling extends Partial<EventParts> {
  readonly text: string
  readonly published?: string
  readonly where?: Value
  readonly when?: string
  readonly killed?: number
  readonly target?: string
}

/** One report with one event; its words are the first words of the text up to a comma. */
function report({ text, published, where, when, killed, target, ...event }: Telling, at: number): ReadingBuilder {
  const builder = new ReadingBuilder({ text, publisher: `Paper ${at}`, ...(published !== undefined && { published }) })
  const trigger = text.split(",")[0]!
  builder.event({
    words: trigger,
    ...event,
    fills: [
      ...(where ? [{ slot: "where", value: where, words: trigger }] : []),
      ...(when === undefined ? [] : [{ slot: "when", value: time(when), words: trigger }]),
      ...(killed === undefined ? [] : [{ slot: "killed", value: count(killed), words: trigger }]),
      ...(target === undefined ? [] : [{ slot: "target", value: words(target), words: target }]),
    ],
  })
  return builder
}

/** The reports of each incident by their number, such as "0,1 | 2". */
function groups(...tellings: readonly Telling[]): string {
  const builders = tellings.map(report)
  const ids = builders.map(builder => builder.report.id)
  const { incidents } = buildCase(
    builders.map(builder => builder.build()),
    testOptions,
  )
  return incidents
    .map(incident =>
      incident.reports
        .map(id => ids.indexOf(id))
        .sort()
        .join(","),
    )
    .sort()
    .join(" | ")
}

const bombing = { subtype: "bombing", where: sella, when: "2031-05-03", published: "2031-05-04" }

test("the same kind, town and day are one incident; a suburb counts as its town", () => {
  expect(
    groups(
      { text: "A bomb went off, police said.", ...bombing },
      { text: "An explosion shook the pier, witnesses said.", ...bombing },
    ),
  ).toBe("0,1")
  expect(
    groups(
      { text: "A bomb went off, police said.", ...bombing },
      { text: "An explosion shook the pier, witnesses said.", ...bombing, where: suburb },
    ),
  ).toBe("0,1")
})

test("one date told a day off is still one incident when place and target agree", () => {
  const target = "the ferry terminal"
  expect(
    groups(
      { text: "A bomb tore through the ferry terminal, killing nine travellers.", ...bombing, target, killed: 9 },
      {
        text: "The bomb that tore through the ferry terminal, killing nine travellers.",
        ...bombing,
        when: "2031-05-02",
        target,
        killed: 9,
      },
    ),
  ).toBe("0,1")
})

test("a telling without a date joins the only event it fits, and stays apart between two", () => {
  const vague = {
    text: "The Port Sella bombing, nobody has been charged.",
    subtype: "bombing",
    where: sella,
    published: "2031-05-06",
  }
  expect(groups({ text: "A bomb went off, police said.", ...bombing }, vague)).toBe("0,1")
  const earlier = { ...bombing, when: "2031-04-29", published: "2031-04-30" }
  expect(
    groups(
      { text: "A bomb went off, police said.", ...bombing },
      { text: "An explosion shook the pier, witnesses said.", ...earlier },
      vague,
    ),
  ).toBe("0 | 1 | 2")
})

test("the day of the week joins a report without a date of its own", () => {
  // 3 May 2031 is a Saturday.
  const undated = (day: string) => ({
    text: `The explosion of ${day} at the Port Sella pier, an engineer said.`,
    subtype: "bombing",
    where: sella,
  })
  expect(groups({ text: "A bomb went off, police said.", ...bombing }, undated("Saturday"))).toBe("0,1")
  expect(groups({ text: "A bomb went off, police said.", ...bombing }, undated("Tuesday"))).toBe("0 | 1")
})

// What must stay apart.
test("another day, another town, another manner, a plan: each is its own incident", () => {
  const first = { text: "A bomb went off, police said.", ...bombing }
  const second = "An explosion shook the pier, witnesses said."
  expect(groups(first, { text: second, ...bombing, when: "2031-05-09", published: "2031-05-10" })).toBe("0 | 1")
  expect(groups(first, { text: second, ...bombing, where: varn })).toBe("0 | 1")
  expect(groups(first, { text: "Gunmen opened fire, witnesses said.", ...bombing, subtype: "shooting" })).toBe("0 | 1")
  expect(groups(first, { text: "A plan to bomb the pier, prosecutors said.", ...bombing, status: "foiled" })).toBe(
    "0 | 1",
  )
})

test("a report cannot tell what happened after it was published", () => {
  const old = {
    text: "The Port Sella bombing, a court heard.",
    subtype: "bombing",
    where: sella,
    published: "2031-01-10",
  }
  expect(groups({ text: "A bomb went off, police said.", ...bombing }, old)).toBe("0 | 1")
})

test("plural, feared, denied and bare words found nothing", () => {
  const nothing = (telling: Partial<Telling>) =>
    groups({ text: "Attacks have become common, a minister said.", ...telling })
  expect(nothing({ plural: true, where: sella })).toBe("")
  expect(nothing({ status: "threatened", where: sella })).toBe("")
  expect(nothing({ status: "hypothetical", where: sella, when: "2031-05-03" })).toBe("")
  expect(nothing({ status: "negated", where: sella, when: "2031-05-03" })).toBe("")
  expect(nothing({})).toBe("")
  expect(nothing({ where: sella })).toBe("0")
})

test("clashes in one town and month may be one event of which another report has the day; attacks in the plural are not", () => {
  const plural = { where: sella, published: "2031-05-20", plural: true, when: "2031-05" }
  const day = { where: sella, published: "2031-05-04", when: "2031-05-03" }
  expect(
    groups(
      { text: "A gun battle broke out, police said.", type: "clash", ...day },
      { text: "He died in clashes, the mayor said.", type: "clash", ...plural },
    ),
  ).toBe("0,1")
  expect(
    groups(
      { text: "A bomb went off, police said.", subtype: "bombing", ...day },
      { text: "After attacks on ferries, the mayor resigned.", ...plural },
    ),
  ).toBe("0")
  expect(groups({ text: "He died in clashes, the mayor said.", type: "clash", ...plural })).toBe("")
})

test("an area that is meant and the area it lies in are one thing to tell an event by: it is no incident yet", () => {
  const europe: Value = { kind: "place", name: "Boreas", text: "Boreas", precision: "region" }
  const builder = new ReadingBuilder({ text: "Attacking Boreas is on its list." })
  builder.event({
    words: "Attacking",
    status: "planned",
    fills: [
      { slot: "target", value: builder.entity("Boreas", "place") },
      { slot: "where", value: europe },
    ],
  })
  expect(buildCase([builder.build()], testOptions).incidents).toEqual([])
})

test("the deed that a report of some length is about is an incident, though neither day nor place can be read", () => {
  expect(groups({ text: `The bomb went off in the night, police said. ${harbourStory}`, subtype: "bombing" })).toBe("0")
  expect(
    groups({ text: `The bombs went off in the night, police said. ${harbourStory}`, subtype: "bombing", plural: true }),
  ).toBe("")
})

const harbourStory =
  "Harbour master Ines Okafor said the blast tore open the fish hall of the old port shortly before dawn and that crews had found two more bodies " +
  "under its roof. The cooperative Nordlys, which runs the hall, had asked for guards in March after a fire in its ice house. Investigators took away " +
  "a delivery van with a false plate, and the coast guard stopped the trawler Merete off Cape Lund. Relatives waited at the chapel of Saint Brendan."
const schoolStory =
  "Headmaster Tomas Wirth told parents in the gymnasium that a device had gone off in the boiler room of the vocational school during the holidays and " +
  "that nobody but the caretaker had been inside. Pupils of the evening course had complained about strangers near the workshop. The ministry sent " +
  "psychologists, and the bus company Kestrel put on extra lines to the annex in Brennfeld until the windows are replaced."

test("what two reports of one story are about is one incident, though one tells neither day nor town", () => {
  const told = { subtype: "bombing", published: "2031-05-04" }
  expect(
    groups(
      { text: `A bomb went off, police said. ${harbourStory}`, ...told, where: sella, when: "2031-05-03" },
      { text: `The bombing, residents recalled. ${harbourStory.replace("two more bodies", "a third body")}`, ...told },
    ),
  ).toBe("0,1")
})

test("of two attacks told in one word neither is what the report is about: each joins its own", () => {
  const first = report({ text: `A bomb went off, police said. ${harbourStory}`, ...bombing }, 0)
  const both = new ReadingBuilder({
    text: `The recent attacks in Varn and Port Sella worry the ports. ${harbourStory}`,
    publisher: "Paper 1",
    published: "2031-05-05",
  })
  for (const [words, place] of [
    ["attacks in Varn", varn],
    ["attacks in Varn and Port Sella", sella],
  ] as const)
    both.event({ words, type: "attack", fills: [{ slot: "where", value: place, words: place.name }] })
  const { incidents } = buildCase([first.build(), both.build()], testOptions)
  expect(incidents.map(incident => [incident.where?.text, incident.reports.length]).sort()).toEqual([
    ["Port Sella", 2],
    ["Varn", 1],
  ])
})

test("the news of two stories is two incidents, though kind, town and day are the same", () => {
  expect(
    groups(
      { text: `A bomb went off, police said. ${harbourStory}`, ...bombing },
      { text: `A bomb exploded, residents said. ${schoolStory}`, ...bombing },
    ),
  ).toBe("0 | 1")
})

test("two stories meet in one incident where kind, day and town agree and something else does", () => {
  const harbour = { text: `A bomb killed fourteen people, police said. ${harbourStory}`, ...bombing, killed: 14 }
  const school = { text: `An explosion left 14 dead, residents said. ${schoolStory}`, ...bombing, killed: 14 }
  expect(groups(harbour, school)).toBe("0,1")
  expect(groups(harbour, { ...school, where: varn })).toBe("0 | 1")
  // The day alone is shared by many events of the world.
  const { where: _, killed: __, ...placeless } = school
  expect(groups(harbour, { ...placeless, text: `A bomb went off, residents said. ${schoolStory}` })).toBe("0 | 1")
})

test("what a fresh report tells without a day is no event of months before; a report of a trial may tell it", () => {
  const old = { text: "A bomb went off at the pier, police said.", ...bombing }
  const later = { text: "A blast at the pier, police said.", subtype: "bombing", where: sella, published: "2031-09-20" }
  expect(groups(old, later)).toBe("0 | 1")
  const builders = [report(old, 0), report(later, 1)]
  builders[1] = new ReadingBuilder({
    text: "A court sentenced two men for the blast at the pier in Port Sella.",
    published: "2031-09-20",
  })
  builders[1].event({ words: "sentenced", type: "verdict" })
  builders[1].event({
    words: "blast",
    subtype: "bombing",
    fills: [{ slot: "where", value: sella, words: "Port Sella" }],
  })
  const { incidents } = buildCase(
    builders.map(builder => builder.build()),
    testOptions,
  )
  expect(incidents.filter(incident => incident.subtype === "bombing").map(incident => incident.reports.length)).toEqual(
    [2],
  )
})

test("arrests over one deed are one incident where each report tells one, and two where they are of others", () => {
  const arrest = (text: string, at: number, arrested: number): ReadingBuilder => {
    const builder = new ReadingBuilder({ text, publisher: `Paper ${at}`, published: "2031-05-05" })
    const setting = [
      { slot: "where", value: sella, words: "bombing" },
      { slot: "when", value: time("2031-05-03"), words: "bombing" },
    ]
    builder.event({ words: "bombing", subtype: "bombing", fills: setting })
    const fills = [{ slot: "arrested", value: count(arrested), words: "held" }]
    builder.event({ words: "held", type: "arrest", fills })
    return builder
  }
  const arrests = (...builders: readonly ReadingBuilder[]) =>
    buildCase(
      builders.map(builder => builder.build()),
      testOptions,
    )
      .incidents.filter(({ type }) => type === "arrest")
      .map(({ reports }) => reports.length)
  const first = arrest("Two men were held over the bombing, police said.", 0, 2)
  expect(arrests(first, arrest("Police held two people for the bombing.", 1, 2))).toEqual([2])
  expect(arrests(first, arrest("Police held five people for the bombing.", 1, 5))).toEqual([1, 1])
})
