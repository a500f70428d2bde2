import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { countSchema } from "../../core/value.ts"
import type { CountMention } from "../analysis.ts"
import { findTimes } from "../times/find-times.ts"
import { splitSentences } from "../tokens/split-sentences.ts"
import { tokenize } from "../tokens/tokenize.ts"
import { findCounts } from "./find-counts.ts"
import { NUMBER_PATTERN, readNumber } from "./read-number.ts"

const file = readFileSync(new URL("./examples.txt", import.meta.url), "utf8")

function countsOf(text: string): CountMention[] {
  const spans = tokenize(text, { start: 0, end: text.length })
  const sentences = splitSentences(text, spans).map(({ first, last }, index) => ({
    start: spans[first]!.start,
    end: spans[last - 1]!.end,
    index,
    blockIndex: 0,
  }))
  const times = findTimes({ report: { id: "r", text }, sentences }).value
  return findCounts({ report: { text }, sentences, times })
}

for (const { line, number } of exampleLines(file))
  test(`counts/examples.txt:${number}`, () => {
    const [marked, values = ""] = line.split(" => ")
    const { text } = readExample(marked!)
    const found = countsOf(text)
    const shown = found
      .map(({ count }) => `${count.low}..${count.high ?? ""} ${count.qualifier} ${count.of}`)
      .join("; ")
    expect(
      `${writeExample(
        text,
        found.map(mention => ({ ...mention, label: "count" })),
      )} => ${shown}`,
    ).toBe(`${marked} => ${values}`)
  })

test("at least a third of the examples find nothing", () => {
  const lines = exampleLines(file)
  expect(lines.filter(({ line }) => !line.includes("[")).length * 3).toBeGreaterThanOrEqual(lines.length)
})

test("every count keeps to its schema, and its words are the slice of the text", () => {
  for (const { line } of exampleLines(file)) {
    const { text } = readExample(line.split(" => ")[0]!)
    for (const { start, end, count } of countsOf(text)) {
      expect(countSchema.safeParse(count).success).toBe(true)
      expect(count.text).toBe(text.slice(start, end))
      expect(count.low <= (count.high ?? Number.POSITIVE_INFINITY)).toBe(true)
    }
  }
})

test.each([
  ["143", 143],
  ["1,200", 1200],
  ["2.5 million", 2_500_000],
  ["twenty-five", 25],
  ["two hundred and fifty", 250],
  ["a dozen", 12],
  ["half a million", 500_000],
  ["three hundred thousand", 300_000],
  ["two three", undefined],
  ["house", undefined],
])("readNumber(%s)", (words, value) => {
  expect(readNumber(words)).toBe(value)
})

test("the number pattern takes whole numbers", () => {
  const pattern = new RegExp(`^${NUMBER_PATTERN}$`, "i")
  for (const words of ["143", "1,200", "two hundred and fifty", "a dozen", "2.5 million"])
    expect(pattern.test(words)).toBe(true)
  for (const words of ["a", "house", "1,20"]) expect(pattern.test(words)).toBe(false)
})
