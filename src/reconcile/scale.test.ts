import { expect, test } from "vitest"
import { buildCase } from "./build-case.ts"
import { testOptions } from "./testing/harbour.ts"
import { count, ReadingBuilder, time, town } from "./testing/reading-builder.ts"

/** Numbers that look random and are the same on every machine. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const common =
  "the harbour city police said people near market street after evening when crowd officers hospital".split(" ")

/** Reports of many shootings of one town and one year: the worst case for a search by place and kind. */
function manyReports(size: number) {
  const random = dice(5)
  return Array.from({ length: size }, (_, at) => {
    const words = Array.from({ length: 30 }, () =>
      random() < 0.5 ? common[Math.floor(random() * common.length)]! : `w${Math.floor(random() * 3000)}`,
    )
    const day = `2031-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`
    const text = `A shooting on ${day} in Varn killed two people. ${words.slice(0, 15).join(" ")}. ${words.slice(15).join(" ")}.`
    const builder = new ReadingBuilder({ text, publisher: `Paper ${at}`, published: day })
    builder.statement("Ana Diaz", words.slice(0, 15).join(" "), "direct", builder.entity("Ana Diaz"))
    builder.event({
      words: "A shooting",
      subtype: "shooting",
      fills: [
        { slot: "when", value: time(day) },
        { slot: "where", value: town("Varn", "IT") },
        { slot: "killed", value: count(2, 2, "people", "two people") },
      ],
    })
    builder.warning(words.slice(15).join(" "), { issuer: "police", issued: time(day) })
    return builder.build()
  })
}

test("no search compares all pairs: comparisons grow with the reports, not with their square", () => {
  const size = 400
  const seen: Record<string, number> = {}
  buildCase(manyReports(size), {
    ...testOptions,
    count: (search, comparisons) => {
      seen[search] = (seen[search] ?? 0) + comparisons
    },
  })
  expect(Object.keys(seen).sort()).toEqual(["entities", "incidents", "passages", "statements", "warnings"])
  // Each key leads to at most 60 others. All pairs would be 79,800, of sentences 718,200.
  for (const search of ["entities", "statements", "warnings"])
    expect(seen[search]!, search).toBeLessThanOrEqual(60 * size)
  expect(seen.incidents!).toBeLessThanOrEqual(60 * size)
  expect(seen.passages!).toBeLessThanOrEqual(20 * 3 * size)
})
