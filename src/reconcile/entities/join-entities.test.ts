import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import type { EntityType } from "../../core/value.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder, town } from "../testing/reading-builder.ts"

const file = readFileSync(new URL("examples.txt", import.meta.url), "utf8")

for (const { line, number } of exampleLines(file))
  test(`examples.txt:${number} ${line}`, () => {
    const [left, expected] = line.split("=>").map(part => part.trim())
    const type = left!.slice(0, left!.indexOf(":")) as EntityType
    const sides = left!.slice(left!.indexOf(":") + 1).split("|")
    const entities = buildCase(
      sides.map((side, at) => reading(type, side.trim(), at)),
      testOptions,
    ).entities.filter(({ type: own }) => type === "place" || own !== "place")
    expect(entities).toHaveLength(expected === "same" ? 1 : 2)
    if (expected === "same") expect(entities[0]!.merges[0]!.why).not.toBe("")
  })

/** NAME (ROLE) [ALIAS] {KEY OF THE WORLD'S LIST} ~ TOWN, AREA + WORDS SAID @ CONTEXT; all but the name may be left out. */
function reading(type: EntityType, side: string, at: number) {
  const match =
    /^([^([{~+@]+?)\s*(?:\(([^)]+)\))?\s*(?:\[([^\]]+)\])?\s*(?:\{([^}]+)\})?\s*(?:~ ([^,]+), ([^+@]+?))?\s*(?:\+ (.+?))?(?:@ (.+))?$/.exec(
      side,
    )!
  const [, name, role, alias, known, near, area, speech, context] = match
  const text = `${name}${role ? `, ${role},` : ""}${alias ? `, or ${alias},` : ""} spoke${near ? ` in ${near}` : ""}${context ? `, ${context}` : ""}. ${speech ? `“${speech}.”` : ""}`
  const builder = new ReadingBuilder({ text: text.trim(), publisher: `Paper ${at}`, published: `2031-05-0${at + 1}` })
  const entity = builder.entity(name!, type, {
    aliases: alias ? [alias] : [],
    ...(known !== undefined && { known }),
    ...(role !== undefined && { role }),
    ...((type === "place" || type === "facility") && near && { place: placeOf(name!, area!) }),
  })
  if (near && type !== "place" && type !== "facility") builder.entity(near, "place", { place: placeOf(near, area!) })
  if (speech) builder.statement(name!, speech, "direct", entity)
  return builder.build()
}

/** A town far from those of other areas. */
function placeOf(name: string, area: string) {
  return town(name, "IT", { within: [area, "Italy"], lat: area.length, lon: area.charCodeAt(0) - 64 })
}
