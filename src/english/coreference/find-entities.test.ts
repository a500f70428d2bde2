import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { localEntitySchema } from "../../core/reading.ts"
import { readEnglish } from "../../read-english.ts"
import { analyse } from "../analyse.ts"
import { reportOf } from "../report-of.ts"

const english = readEnglish()

for (const { line, number } of exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8")))
  test(`examples.txt:${number}`, () => {
    const report = reportOf(readExample(line).text)
    const { entities } = analyse(report, english).value
    const joined = entities.filter(entity => 1 < entity.mentions.length)
    const marks = joined.flatMap((entity, index) =>
      entity.mentions.map(({ span }) => ({ start: span.start, end: span.end, label: `e${index + 1}` })),
    )
    expect(writeExample(report.text, marks)).toBe(line)
  })

const roles: [text: string, name: string, expected: string[]][] = [
  ["The four took orders from Tom Ruiz, a senior official said on Monday.", "Tom Ruiz", []],
  [
    "Gen. Laura Hartwell, the head of the army’s Southern Command, told reporters.",
    "Laura Hartwell",
    ["Gen.", "head of the army’s Southern Command"],
  ],
  ["Mr. Brandt said so.", "Brandt", []],
  ["Southern Command chief Gen. Laura Hartwell warned lawmakers.", "Laura Hartwell", ["Southern Command chief Gen."]],
  ["The director of the agency, Ana Diaz, said so.", "Ana Diaz", ["director of the agency"]],
  [
    "“No,” said Tobias Brandt, a former top U.N. official who is now a senior adviser to the Lowell Project.",
    "Tobias Brandt",
    ["former top U.N. official", "senior adviser to the Lowell Project"],
  ],
  ["Ana Diaz, fearing for her life, left.", "Ana Diaz", []],
] // prettier-ignore

for (const [text, name, expected] of roles)
  test(`roles: ${text}`, () => {
    const { entities } = analyse(reportOf(text), english).value
    const person = entities.find(entity => entity.name === name)
    expect(person?.roles.map(role => role.role)).toEqual(expected)
    for (const { evidence } of person?.roles ?? [])
      expect(text.slice(evidence.span.start, evidence.span.end)).toBe(evidence.text)
  })

test("entities fit their schema, mentions point at them, and the same report gives the same ids", () => {
  const report = reportOf(
    "Gen. Laura Hartwell met ISIS-K in Kabul, Afghanistan.\n\n“She lied,” the group said of Hartwell.",
  )
  const { entities, mentions } = analyse(report, english).value
  for (const entity of entities) localEntitySchema.parse(entity)
  for (const mention of mentions) {
    const own = entities[mention.entity]!.mentions.find(other => other.span.start === mention.start)
    expect(own?.text).toBe(report.text.slice(mention.start, mention.end))
  }
  expect(analyse(report, english).value.entities).toEqual(entities)
})

test("an affiliate is never joined with its parent", () => {
  const text = "The Islamic State, or ISIS, praised Islamic State Khorasan (ISIS-K), its branch."
  const names = analyse(reportOf(text), english).value.entities.map(entity => entity.known)
  expect(names).toEqual(["islamic-state", "islamic-state-khorasan"])
})
