import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { checkCase } from "../measure/brief/check-case.ts"
import type { Expected } from "../measure/brief/expected.ts"
import { writeBrief } from "../src/app/brief/write-brief.ts"
import { makeEngine } from "../src/make-engine.ts"

// The sample story from bytes to brief. How much is found is measured; what must never be wrong is asserted here.

const root = resolve(import.meta.dirname, "..")
const expected = JSON.parse(readFileSync(join(root, "measure/expected/samples.json"), "utf8")) as Expected
const engine = makeEngine()
const readings = readdirSync(join(root, "samples"))
  .filter(file => /\.(txt|html)$/.test(file))
  .map(file => engine.read({ bytes: readFileSync(join(root, "samples", file)), file }))
const caseFile = engine.build(readings, { name: "samples" })
const { checked } = checkCase(caseFile, expected, type => [type])

describe("the sample story", () => {
  test.each([
    "reports",
    "removed",
    "repairs",
    "aliases",
    "notSame",
    "notLineage",
    "utterances",
    "statements",
    "disputes",
  ])("nothing in the list %s is wrong", list => {
    const items = checked.filter(item => item.list === list)
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(item => item.verdict === "wrong").map(({ item, detail }) => `${item}: ${detail}`)).toEqual([])
  })

  const main = caseFile.incidents.find(({ reports }) => reports.length === readings.length)
  const fact = (slot: string) => main?.facts.find(other => other.slot === slot)

  test("all ten reports tell one bombing, with two dates in dispute", () => {
    expect(main).toMatchObject({ type: "attack", subtype: "bombing", status: "occurred" })
    expect(main?.when?.edtf.slice(0, 10)).toBe("2031-11-04")
    expect(fact("when")?.relation).toBe("contradict")
  })

  test("a rising toll is an update and ends at seventeen", () => {
    expect(fact("killed")).toMatchObject({ relation: "update", value: { kind: "count", low: 17 } })
  })

  test("copies, a rewrite and a translation bring no origin of their own", () => {
    const resting = caseFile.lineage.filter(({ kind, to }) => to !== null && (kind === "copies" || kind === "rewrites"))
    const files = new Set(resting.map(({ from }) => caseFile.reports.find(({ id }) => id === from)?.file))
    expect([...files].sort()).toEqual([
      "02-pampero-times.html",
      "03-coastline-digest.txt",
      "06-brightline-bulletin.html",
      "10-sahil-now.txt",
    ])
  })

  test("a foiled plot is never listed as an attack", () => {
    const plot = caseFile.incidents.find(({ title }) => /plot/i.test(title))
    expect(plot?.status).toBe("foiled")
    const brief = writeBrief(caseFile)
    const happened = brief.sections.find(({ key }) => key === "happened")
    expect(happened?.lines.some(({ label }) => label === plot?.code)).toBe(false)
  })

  test("as known on 6 November the toll is fourteen, and nothing later is known", () => {
    const then = engine.build(readings, { name: "samples", asOf: "2031-11-06" })
    const incident = then.incidents.find(({ mentions }) =>
      mentions.some(mention => main?.mentions.some(({ id }) => id === mention.id)),
    )
    const killed = incident?.facts.find(({ slot }) => slot === "killed")
    expect(killed?.value).toMatchObject({ kind: "count", low: 14 })
    expect(then.reports.map(({ file }) => file)).not.toContain("07-montevideo-standard.html")
  })

  test("a warning given before and told after is one of hindsight, six days ahead", () => {
    const linked = caseFile.warnings.filter(({ incidents }) => incidents.some(({ id }) => id === main?.id))
    expect(
      linked.some(
        ({ hindsight, incidents }) =>
          hindsight && incidents.some(({ leadDays }) => leadDays?.low === 6 && leadDays.high === 6),
      ),
    ).toBe(true)
  })
})
