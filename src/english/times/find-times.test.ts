import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { daysOf } from "../../core/edtf.ts"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import type { Time } from "../../core/value.ts"
import { splitSentences } from "../tokens/split-sentences.ts"
import { tokenize } from "../tokens/tokenize.ts"
import { findTimes, TIME_RULES } from "./find-times.ts"

const file = readFileSync(new URL("./examples.txt", import.meta.url), "utf8")

/** One line as a report of one block. */
function timesOf(text: string, published: string | undefined) {
  const spans = tokenize(text, { start: 0, end: text.length })
  const sentences = splitSentences(text, spans).map(({ first, last }, index) => ({
    start: spans[first]!.start,
    end: spans[last - 1]!.end,
    index,
    blockIndex: 0,
  }))
  const time: Time = { kind: "time", edtf: published ?? "", precision: "day", text: "", method: "explicit" }
  return findTimes({
    report: { id: "r", text, ...(published ? { published: { time, source: "user" } } : {}) },
    sentences,
  })
}

function readLine(line: string): { published: string | undefined; marked: string; values: string } {
  const head = /^@(\S+) /.exec(line)
  const [marked, values = ""] = line.slice(head?.[0].length ?? 0).split(" => ")
  return { published: head ? (head[1] === "none" ? undefined : head[1]) : "2024-03-25", marked: marked!, values }
}

for (const { line, number } of exampleLines(file)) {
  const { published, marked, values } = readLine(line)
  test(`times/examples.txt:${number}`, () => {
    const { text } = readExample(marked)
    const { value } = timesOf(text, published)
    const shown = value.map(({ time, duration }) => `${time.edtf || "-"}${duration ? ` /${duration}` : ""}`).join("; ")
    expect(
      `${writeExample(
        text,
        value.map(mention => ({ ...mention, label: "time" })),
      )} => ${shown}`,
    ).toBe(`${marked} => ${values}`)
  })
}

test("at least a third of the examples find nothing", () => {
  const lines = exampleLines(file)
  expect(lines.filter(({ line }) => !line.includes("[")).length * 3).toBeGreaterThanOrEqual(lines.length)
})

test("every value is EDTF that is understood, and its words are the slice of the text", () => {
  for (const { line } of exampleLines(file)) {
    const { text } = readExample(readLine(line).marked)
    for (const { start, end, time } of timesOf(text, "2024-03-25").value) {
      expect(time.text).toBe(text.slice(start, end))
      if (time.edtf !== "") expect(daysOf(time.edtf.replace("~", ""))).toBeDefined()
      expect(time.edtf === "").toBe(time.precision === "unknown")
    }
  }
})

test("an ambiguous date is a problem beside the result", () => {
  const { problems } = timesOf("The form says 03/04/2024.", "2024-03-25")
  expect(problems.map(problem => problem.code)).toEqual(["ambiguous-date"])
})

test("rules have names of their own", () => {
  expect(new Set(TIME_RULES.map(rule => rule.name)).size).toBe(TIME_RULES.length)
})

test("the trace names the rule that answered", () => {
  const rules: (string | null)[] = []
  const text = "He spoke on Friday."
  findTimes(
    { report: { id: "r", text }, sentences: [{ start: 0, end: text.length, index: 0, blockIndex: 0 }] },
    decided => rules.push(decided.rule),
  )
  expect(rules).toEqual(["weekday"])
})
