import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { citationSchema } from "../../core/reading.ts"
import { analyse } from "../../english/analyse.ts"
import { politicalViolence } from "../../packs/political-violence/pack.ts"
import { speechPack } from "../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../read-english.ts"
import { readAnalysis } from "../read-analysis.ts"
import { exampleReport } from "../statements/mark-examples.ts"
import { lineOfCitation } from "./write-examples.ts"

const english = readEnglish()
const lines = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))

function read(text: string) {
  const analysis = analyse(exampleReport(text), english).value
  return { analysis, found: readAnalysis(analysis, politicalViolence, speechPack).value.citations }
}

for (const { line, number } of lines)
  test(`examples.txt:${number}`, () => {
    const text = line.split(" ==> ")[0]!
    const { analysis, found } = read(text)
    const written = found.map(one => lineOfCitation(one, analysis))
    expect(written.length === 0 ? text : `${text} ==> ${written.join(" ;; ")}`).toBe(line)
  })

test("at least 40 examples, a third of which find nothing", () => {
  expect(lines.length).toBeGreaterThanOrEqual(40)
  const empty = lines.filter(({ line }) => !line.includes(" ==> "))
  expect(empty.length).toBeGreaterThanOrEqual(lines.length / 3)
})

test("everything found holds to the schema, and its evidence is verbatim", () => {
  for (const { line } of lines) {
    const { analysis, found } = read(line.split(" ==> ")[0]!)
    for (const one of found) {
      citationSchema.parse(one)
      for (const { span, text } of [one.evidence].flat())
        expect(text).toBe(analysis.report.text.slice(span.start, span.end))
    }
  }
})
