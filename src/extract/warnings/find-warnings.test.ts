import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { warningMentionSchema } from "../../core/reading.ts"
import { analyse } from "../../english/analyse.ts"
import { politicalViolence } from "../../packs/political-violence/pack.ts"
import { speechPack } from "../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../read-english.ts"
import { readAnalysis } from "../read-analysis.ts"
import { exampleReport } from "../statements/mark-examples.ts"
import { lineOfWarning } from "./write-examples.ts"

const english = readEnglish()
const lines = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))

function read(text: string) {
  const analysis = analyse(exampleReport(text), english).value
  return { analysis, found: readAnalysis(analysis, politicalViolence, speechPack).value.warnings }
}

for (const { line, number } of lines)
  test(`examples.txt:${number}`, () => {
    const text = line.split(" ==> ")[0]!
    const { found } = read(text)
    const written = found.map(one => lineOfWarning(one))
    expect(written.length === 0 ? text : `${text} ==> ${written.join(" ;; ")}`).toBe(line)
  })

test("at least 60 examples, a third of which find nothing", () => {
  expect(lines.length).toBeGreaterThanOrEqual(60)
  const empty = lines.filter(({ line }) => !line.includes(" ==> "))
  expect(empty.length).toBeGreaterThanOrEqual(lines.length / 3)
})

test("everything found holds to the schema, and its evidence is verbatim", () => {
  for (const { line } of lines) {
    const { analysis, found } = read(line.split(" ==> ")[0]!)
    for (const one of found) {
      warningMentionSchema.parse(one)
      for (const { span, text } of [one.evidence].flat())
        expect(text).toBe(analysis.report.text.slice(span.start, span.end))
    }
  }
})

test("the horizon is counted from the day it was said", () => {
  const [warning] = read(
    "General Pavel Orlov told a Senate committee on May 1, 2031 that the militia could attack the port within six months.",
  ).found
  expect(warning?.issued.edtf).toBe("2031-05-01")
  expect(warning?.horizon?.edtf).toBe("2031-05-01/2031-11-01")
})

test("a warning is said to come before an attack", () => {
  const { found } = read(
    "A car bomb killed 12 people in Izmir on Monday. Officials said they had warned the city about a looming attack in advance of the bombing.",
  )
  expect(found.map(({ kind, channel, before }) => [kind, channel, before.length])).toEqual([["notice", "private", 1]])
})
