import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { statementSchema } from "../../core/reading.ts"
import { analyse } from "../../english/analyse.ts"
import { speechPack } from "../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../read-english.ts"
import { findStatements } from "./find-statements.ts"
import { exampleReport, marksOf } from "./mark-examples.ts"

const english = readEnglish()
const lines = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))

function read(text: string) {
  const analysis = analyse(exampleReport(text), english).value
  return { analysis, statements: findStatements(analysis, speechPack, undefined, { learned: false }).value }
}

for (const { line, number } of lines)
  test(`examples.txt:${number}`, () => {
    const { text } = readExample(line)
    expect(writeExample(text, marksOf(read(text).statements))).toBe(line)
  })

test("at least 60 examples, a third of which find nothing", () => {
  expect(lines.length).toBeGreaterThanOrEqual(60)
  const empty = lines.filter(({ line }) => readExample(line).marks.length === 0)
  expect(empty.length).toBeGreaterThanOrEqual(lines.length / 3)
})

test("every statement holds to the schema, and its evidence is verbatim", () => {
  for (const { line } of lines) {
    const { analysis, statements } = read(readExample(line).text)
    for (const statement of statements) {
      statementSchema.parse(statement)
      const found = [...statement.evidence, statement.cue, statement.audience?.evidence, statement.speaker.evidence]
      for (const one of found) if (one) expect(one.text).toBe(analysis.report.text.slice(one.span.start, one.span.end))
    }
  }
})

test("the role is given as the report has it, also in another sentence", () => {
  const { statements } = read(
    "“We lost two men,” said Omar Haddad, head of the coast guard. / The search went on. / Haddad said the ship had sunk.",
  )
  expect(statements.map(({ speaker }) => [speaker.name, speaker.role])).toEqual([
    ["Omar Haddad", "head of the coast guard"],
    ["Omar Haddad", "head of the coast guard"],
  ])
})

test("kinds: direct, indirect, mixed", () => {
  const kinds = (text: string) => read(text).statements.map(({ kind }) => kind)
  expect(kinds("“The road is closed,” the mayor said.")).toEqual(["direct"])
  expect(kinds("The mayor said that the road was closed.")).toEqual(["indirect"])
  expect(kinds("The mayor said the road was “closed for good” after the flood.")).toEqual(["mixed"])
})

test("sources without a name are anonymous, bodies are not", () => {
  const anonymous = (text: string) => read(text).statements.map(({ speaker }) => speaker.anonymous)
  expect(anonymous("Two senior officials said the plan had failed.")).toEqual([true])
  expect(anonymous("The Interior Ministry said the plan had failed.")).toEqual([false])
})

test("what an outlet was told, or tells others say, comes through it", () => {
  const via = (text: string) =>
    read(text).statements.map(({ speaker, via }) => [speaker.name, via.map(({ name }) => name)])
  expect(via("Two officials told Reuters that the plan had failed.")).toEqual([["Two officials", ["Reuters"]]])
  expect(via("A report by CNN, citing two officials, said that the camp was empty.")).toEqual([
    ["two officials", ["A report by CNN"]],
  ])
})

test("the same text gives the same statements", () => {
  const text = "“We will act,” the mayor said. Police said that two men were arrested."
  expect(read(text).statements).toEqual(read(text).statements)
})

test("headlines and pull quotes name their source by a colon or a dash", () => {
  const saidIn = (text: string, label: "title" | "pull-quote") => {
    const report = { ...exampleReport(text), blocks: [{ start: 0, end: text.length, label }] }
    return findStatements(analyse(report, english).value, speechPack, undefined, { learned: false }).value.map(
      ({ speaker, text: said }) => [speaker.name, said],
    )
  }
  expect(saidIn("Two men held over ferry blast: police", "title")).toEqual([
    ["police", "Two men held over ferry blast"],
  ])
  expect(saidIn("Interior minister: No survivors of ferry blast", "title")).toEqual([
    ["Interior minister", "No survivors of ferry blast"],
  ])
  expect(saidIn("“We counted the helmets.” — Ana Diaz, a docker", "pull-quote")).toEqual([
    ["Ana Diaz", "We counted the helmets"],
  ])
  expect(saidIn("Ferry blast: what we know so far", "title")).toEqual([])
  expect(saidIn("Ferry blast kills nine - Harbor News", "title")).toEqual([])
})

test("all words that name a source are kept: its age, role, and why it has no name", () => {
  const given = (text: string) => read(text).statements.map(({ speaker }) => [speaker.anonymous, speaker.given?.text])
  expect(given("Ana Diaz, 43, a former judge, said the law was clear.")).toEqual([
    [false, "Ana Diaz, 43, a former judge"],
  ])
  expect(given("A senior official who was not authorized to speak said the plan had failed.")).toEqual([
    [true, "A senior official who was not authorized to speak"],
  ])
  expect(given("“We heard two blasts,” said a shopkeeper who gave her name only as Lena.")).toEqual([
    [true, "a shopkeeper who gave her name only as Lena"],
  ])
  expect(given("The commander said on Monday that the war was over.")).toEqual([[false, "The commander"]])
})
