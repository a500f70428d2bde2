import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { isProposal, type SlotFill, slotFillSchema } from "../../core/reading.ts"
import { analyse } from "../../english/analyse.ts"
import { reportOf } from "../../english/report-of.ts"
import { politicalViolence } from "../../packs/political-violence/pack.ts"
import { readEnglish } from "../../read-english.ts"
import { findEvents } from "../events/find-events.ts"
import { findSetting } from "./find-setting.ts"
import { giveSetting } from "./give-setting.ts"
import { shapeOf } from "./naming-features.ts"

const english = readEnglish()
const lines = exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))

function read(line: string) {
  const isUndated = line.startsWith("undated: ")
  const plain = reportOf(line.replace(/^undated: /, ""), " // ")
  const time = { kind: "time", edtf: "2030-06-14", precision: "day", text: "2030-06-14", method: "explicit" } as const
  const report = isUndated ? plain : { ...plain, published: { time, source: "user" as const } }
  const analysis = analyse(report, english).value
  const events = findEvents(analysis, politicalViolence).value
  return { report, events, setting: findSetting(analysis, events) }
}

function shown(fill: SlotFill | undefined): string {
  if (!fill || isProposal(fill)) return "-"
  return fill.value.kind === "time" ? fill.value.edtf.slice(0, 10) : fill.value.kind === "place" ? fill.value.name : "?"
}

for (const { line, number } of lines)
  test(`setting/examples.txt:${number}`, () => {
    const [text, expected] = line.split(" => ") as [string, string]
    const { report, events, setting } = read(text)
    expect(`${shown(setting.when)} ${shown(setting.where)}`).toBe(expected)
    for (const fill of [setting.when, setting.where].filter(each => each !== undefined)) {
      slotFillSchema.parse(fill)
      expect(fill.evidence.text).toBe(report.text.slice(fill.evidence.span.start, fill.evidence.span.end))
    }
    // What the rules found stays, in the order of its words.
    const given = giveSetting(events, setting)
    expect(given.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
  })

test("at least a third of the examples hold a part that is not known", () => {
  expect(lines.filter(({ line }) => line.includes("-", line.indexOf("=>"))).length * 3).toBeGreaterThanOrEqual(
    lines.length,
  )
})

test("names of days and months are told by their kind alone", () => {
  expect(shapeOf("early Tuesday morning")).toBe("early W morning")
  expect(shapeOf("Feb. 4, 2014")).toBe("M 9, Y")
  expect(shapeOf("around 7:45 p.m. Monday")).toBe("around 9:9 p.m. W")
})
