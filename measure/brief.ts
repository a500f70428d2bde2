import { existsSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { parseArgs } from "node:util"
import { writeBrief } from "../src/app/brief/write-brief.ts"
import { collectReports } from "../src/intake/collect-reports.ts"
import { makeEngine } from "../src/make-engine.ts"
import { politicalViolence } from "../src/packs/political-violence/pack.ts"
import { checkCase } from "./brief/check-case.ts"
import { checkLines } from "./brief/check-lines.ts"
import type { Expected } from "./brief/expected.ts"

// A case against a hand-written list: what is right, partly right, missing or wrong, item by item.
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    expected: { type: "string" },
    json: { type: "boolean" },
    all: { type: "boolean" },
  },
})
const folder = values.data ?? "samples"
const expectedPath = values.expected ?? join(import.meta.dirname, "expected", `${basename(folder)}.json`)
if (!existsSync(expectedPath)) {
  console.error(`no list at ${expectedPath}; expected --expected FILE in the form of measure/expected/samples.json`)
  process.exit(66)
}
const expected = JSON.parse(readFileSync(expectedPath, "utf8")) as Expected
const engine = makeEngine()
const readings = []
for await (const item of collectReports([folder])) {
  if ("raw" in item && expected.reports?.some(({ file }) => item.raw.file?.endsWith(file)))
    readings.push(engine.read(item.raw))
}
const caseFile = engine.build(readings, { name: folder })
const parents = new Map(politicalViolence.types.map(type => [type.key, type.parent]))
const ancestors = (type: string): string[] => {
  const parent = parents.get(type)
  return parent === undefined ? [] : [parent, ...ancestors(parent)]
}
const { checked: ofCase, unexpected, matched } = checkCase(caseFile, expected, ancestors)
const brief = writeBrief(caseFile)
const files = new Map(caseFile.reports.map(report => [report.id, basename(report.file ?? report.id)]))
const checked = [...ofCase, ...checkLines(expected, matched, brief, id => files.get(id) ?? id)]

const lists = [...new Set(checked.map(({ list }) => list))]
const table = lists.map(list => {
  const items = checked.filter(item => item.list === list && !(item.optional && item.verdict === "missing"))
  const count = (verdict: string) => items.filter(item => item.verdict === verdict).length
  return {
    list,
    right: count("right"),
    partly: count("partly"),
    missing: count("missing"),
    wrong: count("wrong"),
    of: items.length,
  }
})
const sizes = {
  reports: caseFile.reports.length,
  incidents: caseFile.incidents.length,
  facts: [...caseFile.incidents, ...caseFile.entities].flatMap(({ facts }) => facts).length,
  positions: [...caseFile.incidents, ...caseFile.entities]
    .flatMap(({ facts }) => facts)
    .flatMap(({ positions }) => positions).length,
  statements: caseFile.statements.length,
  utterances: caseFile.utterances.length,
  warnings: caseFile.warnings.length,
  lineage: caseFile.lineage.length,
  entities: caseFile.entities.length,
  lines: brief.sections.flatMap(({ lines }) => lines).length,
}
if (values.json) console.log(JSON.stringify({ sizes, table, checked, unexpected }, null, 2))
else {
  for (const item of checked)
    if (values.all || item.verdict !== "right")
      console.log(
        `${item.verdict.padEnd(8)} ${item.list.padEnd(12)} ${item.item}${item.detail === "" ? "" : `  -- ${item.detail}`}${item.optional ? "  (optional)" : ""}`,
      )
  for (const words of unexpected) console.log(`not listed ${words}`)
  console.table(sizes)
  console.table(table)
}
