import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../../core/examples.ts"
import { isSaying, statementSchema } from "../../../core/reading.ts"
import { analyse } from "../../../english/analyse.ts"
import { speechPack } from "../../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../../read-english.ts"
import { findStatements } from "../find-statements.ts"
import { exampleReport, marksOf } from "../mark-examples.ts"

const english = readEnglish()
const lines = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))

function learned(text: string) {
  const analysis = analyse(exampleReport(text), english).value
  return findStatements(analysis, speechPack).value.filter(statement => !isSaying(statement))
}

for (const { line, number } of lines)
  test(`examples.txt:${number}`, () => {
    const { text } = readExample(line)
    const found = learned(text)
    for (const statement of found) statementSchema.parse(statement)
    expect(writeExample(text, marksOf(found))).toBe(line)
  })

test("modes follow the class of the cue", () => {
  const modes = (text: string) => learned(text).map(({ mode }) => mode)
  expect(modes("The council voted to close the border.")).toEqual(["intention"])
  expect(modes("The opposition fears that the vote will be rigged.")).toEqual(["belief"])
  expect(modes("The union opposes the new law.")).toEqual(["stance"])
  expect(modes("Evidence suggests that the fire began in the kitchen.")).toEqual(["finding"])
})

test("a relative pronoun has the name it stands for", () => {
  const [statement] = learned("The priest, who opposes the war, was arrested on Monday.")
  expect([statement?.speaker.name, statement?.speaker.given?.text]).toEqual(["The priest", "who"])
})

test("without the scorers only rules find statements", () => {
  const analysis = analyse(exampleReport("The council voted to close the border."), english).value
  expect(findStatements(analysis, speechPack, undefined, { learned: false }).value).toEqual([])
})
