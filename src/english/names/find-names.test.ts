import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { readEnglish } from "../../read-english.ts"
import { analyse } from "../analyse.ts"
import { reportOf } from "../report-of.ts"

const english = readEnglish()

for (const { line, number } of exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8")))
  test(`examples.txt:${number}`, () => {
    const report = reportOf(readExample(line).text)
    const { mentions } = analyse(report, english).value
    const marks = mentions
      .filter(mention => mention.form === "name")
      .map(({ start, end, type }) => ({ start, end, label: type }))
    expect(writeExample(report.text, marks)).toBe(line)
  })

test("a short form of a group counts only where the report names the group otherwise", () => {
  const types = (text: string) => analyse(reportOf(text), english).value.entities.map(entity => entity.known)
  expect(types("The RSF published its index of press freedom.")).not.toContain("rapid-support-forces")
  expect(types("The Rapid Support Forces took the town. The RSF then left.")).toContain("rapid-support-forces")
})

test("the same name has the same type all over a report, headline included", () => {
  const report = reportOf(
    "Austral Dawn Claims Ferry Bombing\n\nAustral Dawn, a small armed group, claimed the bombing.",
  )
  const { entities } = analyse(report, english).value
  const group = entities.find(entity => entity.name === "Austral Dawn")
  expect(group?.type).toBe("armed-group")
  expect(group?.mentions.length).toBe(2)
})
