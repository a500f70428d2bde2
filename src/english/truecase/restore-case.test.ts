import { readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { readEnglish } from "../../read-english.ts"
import { analyse } from "../analyse.ts"
import { reportOf } from "../report-of.ts"
import { restoreCase } from "./restore-case.ts"

const english = readEnglish()
const lines = readFileSync(new URL("examples.txt", import.meta.url), "utf8").split("\n")

lines.forEach((line, index) => {
  const [given, wanted] = line.split(" => ")
  if (line.startsWith("#") || !given || !wanted) return
  test(`examples.txt:${index + 1}`, () => {
    const report = reportOf(given.replaceAll(" ¶ ", "\n\n"))
    const expected = wanted === "=" ? given : wanted
    expect(restoreCase(report, english.caseSense).replaceAll("\n\n", " ¶ ")).toBe(expected)
  })
})

test("the text keeps its length and changes in nothing but case", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("toUpperCase", "toLowerCase", "trim"),
      (words, turn) => {
        const text = words[turn]()
        const restored = restoreCase(reportOf(text), english.caseSense)
        expect(restored.length).toBe(text.length)
        expect(restored.toLowerCase()).toBe(text.toLowerCase())
      },
    ),
  )
})

test("evidence stays in the words of the report", () => {
  const report = reportOf("ROCKET ATTACK KILLS 12 PEOPLE IN BAGHDAD ON MONDAY, GENERAL JOHN ABBOTT SAYS")
  const { tokens, entities, counts, times } = analyse(report, english).value
  expect(tokens[0]!.text).toBe("Rocket")
  expect(entities.map(entity => entity.name)).toEqual(["Baghdad", "John Abbott"])
  for (const { mentions } of entities)
    for (const { span, text } of mentions) expect(text).toBe(report.text.slice(span.start, span.end))
  expect(counts[0]!.count.text).toBe("12 PEOPLE")
  expect(times[0]!.time.text).toBe("MONDAY")
})
