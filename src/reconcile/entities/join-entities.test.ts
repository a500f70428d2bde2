import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import type { EntityType } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"

const file = readFileSync(new URL("examples.txt", import.meta.url), "utf8")

for (const { line, number } of exampleLines(file))
  test(`examples.txt:${number} ${line}`, () => {
    const [left, expected] = line.split("=>").map(part => part.trim())
    const type = left!.slice(0, left!.indexOf(":")) as EntityType
    const sides = left!.slice(left!.indexOf(":") + 1).split("|")
    const entities = buildCase(
      sides.map((side, at) => reading(type, side.trim(), at)),
      testOptions,
    ).entities
    expect(entities).toHaveLength(expected === "same" ? 1 : 2)
    if (expected === "same") expect(entities[0]!.merges[0]!.why).not.toBe("")
  })

function reading(type: EntityType, side: string, at: number) {
  const match =
    /^([^([{+@]+?)\s*(?:\(([^)]+)\))?\s*(?:\[([^\]]+)\])?\s*(?:\{([^}]+)\})?\s*(?:\+ (.+?))?(?:@ (.+))?$/.exec(side)!
  const [, name, role, alias, known, speech, context] = match
  const text = `${name}${role ? `, ${role},` : ""}${alias ? `, or ${alias},` : ""} spoke${context ? `, ${context}` : ""}. ${speech ? `“${speech}.”` : ""}`
  const builder = new ReadingBuilder({ text: text.trim(), publisher: `Paper ${at}`, published: `2031-05-0${at + 1}` })
  const entity = builder.entity(name!, type, {
    aliases: alias ? [alias] : [],
    ...(known !== undefined && { known }),
    ...(role !== undefined && { role }),
  })
  if (speech) builder.statement(name!, speech, "direct", entity)
  return builder.build()
}
