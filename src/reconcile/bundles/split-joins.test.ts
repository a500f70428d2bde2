import { expect, test } from "vitest"
import type { Decision } from "../../core/store.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"

function reading(text: string, name: string, role: string, published: string) {
  const builder = new ReadingBuilder({ text, publisher: `Paper ${published}`, published })
  builder.entity(name, "person", { role })
  return builder.build()
}

const fruits =
  "apples pears plums cherries figs dates quinces lemons limes oranges mangoes papayas guavas kiwis melons".split(" ")
/** Enough reports with nothing in common that the case is no longer read as a whole. */
const others = fruits.flatMap((fruit, at) =>
  ["Orla", "Piet"].map(name =>
    reading(
      `${name}${fruit} sold ${fruit} from barrow ${at}.`,
      `${name}${fruit}`,
      "sold",
      `20${10 + at}-0${1 + (at % 9)}-11`,
    ),
  ),
)
const readings = [
  reading(
    "Ana Diaz, chief of the Orsa coast guard, praised new lifeboats at a fair.",
    "Ana Diaz",
    "chief of the Orsa coast guard",
    "2031-01-05",
  ),
  reading(
    "Smugglers fled over the hills, said Ana Diaz, commander of the Orsa coast guard.",
    "Ana Diaz",
    "commander of the Orsa coast guard",
    "2033-11-05",
  ),
  reading(
    "A violin went for a million, Ana Diaz, a collector, told an auctioneer.",
    "Ana Diaz",
    "a collector",
    "2029-11-05",
  ),
  ...others,
]
const built = (decisions: readonly Decision[] = []) => buildCase(readings, { ...testOptions, decisions })
const guard = built().entities.find(({ name, mentions }) => name === "Ana Diaz" && mentions.length === 2)!

test("what is one across bundles and what is not is told with its reason", () => {
  expect(guard.merges.map(({ why }) => why)).toEqual([expect.stringContaining("the same affiliation")])
  expect(guard.refused).toEqual([
    {
      with: expect.any(String),
      name: "Ana Diaz",
      why: expect.stringContaining("no role, affiliation or town in common"),
    },
  ])
})

test("a split takes a join across bundles apart, and says so", () => {
  const leaving = guard.mentions.find(({ reportId }) => reportId === readings[1]!.report.id)!
  const decision: Decision = {
    id: "d1",
    action: "split",
    subject: guard.id,
    value: { mentions: [leaving.localEntityId] },
    by: "Noor",
    decidedAt: "2034-01-01T00:00:00Z",
  }
  const file = built([decision])
  const parts = file.entities.filter(({ name }) => name === "Ana Diaz")
  expect(parts.map(({ mentions }) => mentions.length)).toEqual([1, 1, 1])
  expect(parts.filter(({ refused }) => refused.some(({ why }) => why === "taken apart by Noor"))).toHaveLength(2)
  expect(file.problems.filter(({ code }) => code === "decision-no-longer-applies")).toEqual([])
})
