import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { writeBrief } from "../src/app/brief/write-brief.ts"
import { originsInWords } from "../src/app/words.ts"
import { type CaseFile, caseFileSchema, type OriginCount } from "../src/core/casefile.ts"
import { rawSpanOf } from "../src/core/raw-map.ts"
import { type Reading, readingSchema } from "../src/core/reading.ts"
import { makeEngine } from "../src/make-engine.ts"

// The laws of the design, held on the sample story and, where they lie beside the checkout, on real reports.

const root = resolve(import.meta.dirname, "..")
const folders = [join(root, "samples"), join(root, "../shared/reports/moscow-2024")]
const engine = makeEngine()

interface Told {
  readonly reportId: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Every piece of evidence anywhere in the value, of either shape. */
function evidenceIn(value: unknown): Told[] {
  if (value === null || typeof value !== "object") return []
  const item = value as Record<string, unknown>
  const below = Object.values(item).flatMap(evidenceIn)
  if (typeof item.reportId !== "string" || typeof item.text !== "string") return below
  if (typeof item.start === "number" && typeof item.end === "number") return [item as unknown as Told, ...below]
  const span = item.span as { start: number; end: number } | undefined
  return span ? [{ reportId: item.reportId, start: span.start, end: span.end, text: item.text }, ...below] : below
}

/** Values of slots anywhere in the case. */
function valuesIn(value: unknown): { kind: string; text: string; edtf?: string; reportIds: string[] }[] {
  if (value === null || typeof value !== "object") return []
  const item = value as Record<string, unknown>
  const below = Object.values(item).flatMap(valuesIn)
  const held = item.value as { kind?: string; text?: string; edtf?: string } | undefined
  const evidence = item.evidence as { reportId: string }[] | undefined
  if (!Array.isArray(evidence) || typeof held?.kind !== "string") return below
  return [
    {
      kind: held.kind,
      text: held.text ?? "",
      ...(held.edtf !== undefined && { edtf: held.edtf }),
      reportIds: evidence.map(one => one.reportId),
    },
    ...below,
  ]
}

const bytesOf = (caseFile: CaseFile) => JSON.stringify(caseFile)

for (const folder of folders) {
  const name = folder.endsWith("samples") ? "samples" : "real reports"
  describe.skipIf(!existsSync(folder))(`${name}${existsSync(folder) ? "" : " (not beside this checkout)"}`, () => {
    const readings: Reading[] = existsSync(folder)
      ? readdirSync(folder)
          .filter(file => /\.(txt|html)$/.test(file))
          .sort()
          .map(file => engine.read({ bytes: readFileSync(join(folder, file)), file }))
      : []
    const caseFile = readings.length === 0 ? undefined! : engine.build(readings, { name })

    test("readings and case keep their schemas", () => {
      for (const reading of readings) expect(readingSchema.safeParse(reading).error?.issues ?? []).toEqual([])
      expect(caseFileSchema.safeParse(caseFile).error?.issues ?? []).toEqual([])
      expect(caseFile.incidents.length).toBeGreaterThan(0)
    })

    test("law 1: evidence is verbatim, and nothing is shown without it", () => {
      const texts = new Map(readings.map(({ report }) => [report.id, report.text]))
      const all = [...readings.flatMap(evidenceIn), ...evidenceIn(caseFile)]
      expect(all.length).toBeGreaterThan(100)
      const wrong = all.filter(({ reportId, start, end, text }) => texts.get(reportId)?.slice(start, end) !== text)
      expect(wrong).toEqual([])
      const brief = writeBrief(caseFile)
      const marks = new Set(brief.notes.map(note => note.mark))
      const facts = brief.sections
        .filter(section => ["happened", "plots", "background"].includes(section.key))
        .flatMap(section => section.lines)
      const shown = brief.sections.flatMap(section =>
        section.lines.flatMap(line => line.parts.flatMap(part => ("mark" in part ? [part.mark] : []))),
      )
      expect(shown.filter(mark => !marks.has(mark))).toEqual([])
      // A fact with several positions has its marks on the lines below it.
      const bare = facts.filter(
        (line, index) => !line.parts.some(part => "mark" in part) && facts[index + 1]?.level !== 2,
      )
      expect(bare.map(line => line.parts)).toEqual([])
    })

    test("law 2: every clean span maps to raw text", () => {
      for (const { report } of readings) {
        const words = [...report.text.matchAll(/\S+/g)]
        fc.assert(
          fc.property(fc.nat(words.length - 1), fc.nat(12), (first, more) => {
            const last = Math.min(words.length - 1, first + more)
            const span = { start: words[first]!.index, end: words[last]!.index + words[last]![0].length }
            const raw = rawSpanOf(report.rawMap, span)
            return raw.start < raw.end
          }),
          { numRuns: 50 },
        )
      }
    })

    test("law 3: order does not matter", () => {
      const bytes = bytesOf(caseFile)
      fc.assert(
        fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), shuffled => {
          expect(bytesOf(engine.build(shuffled, { name })) === bytes).toBe(true)
        }),
        { numRuns: 4 },
      )
    })

    test("law 4: a report taken out leaves nothing behind, one given twice changes nothing", () => {
      const without = engine.build(readings.slice(1), { name })
      expect(bytesOf(without)).not.toContain(readings[0]!.report.id)
      expect(bytesOf(engine.build([...readings, readings[0]!], { name })) === bytesOf(caseFile)).toBe(true)
    })

    test("law 5: a decision survives another report, or is listed as no longer applying", () => {
      const incident = caseFile.incidents.find(({ mentions }) =>
        mentions.every(mention => mention.reportId !== readings[0]!.report.id),
      )
      if (!incident) throw new Error("the reports give no incident that the first of them does not tell")
      const decisions = [
        {
          id: "d1",
          decidedAt: "2031-12-01T00:00:00Z",
          by: "ana",
          action: "hide" as const,
          subject: incident.id,
          value: null,
        },
      ]
      for (const some of [readings, readings.slice(1)])
        expect(engine.build(some, { name, decisions }).incidents.map(({ id }) => id)).not.toContain(incident.id)
      const lost = engine.build(readings, {
        name,
        decisions: [{ ...decisions[0]!, id: "d2", subject: "0000000000000000" }],
      })
      expect(lost.problems.map(({ code }) => code)).toContain("decision-no-longer-applies")
    })

    test("law 6: no value without words of the report that give it", () => {
      const texts = new Map(readings.map(({ report }) => [report.id, report.text]))
      const invented = valuesIn(caseFile).filter(
        ({ text, edtf, reportIds }) =>
          edtf !== "" && (text === "" || !reportIds.some(id => texts.get(id)?.includes(text))),
      )
      expect(invented).toEqual([])
    })

    test("law 7: the origins and reports of an incident are those of its parts", () => {
      for (const incident of caseFile.incidents) {
        const telling = new Set(incident.mentions.map(mention => mention.reportId))
        // Of exact copies only the original is quoted; they are among the reports all the same.
        const copying = caseFile.lineage.filter(
          link => link.kind === "copies" && link.strength === 1 && telling.has(link.to!),
        )
        expect(incident.reports).toEqual(expect.arrayContaining([...telling]))
        expect(incident.reports.filter(id => !telling.has(id) && !copying.some(link => link.from === id))).toEqual([])
        for (const fact of incident.facts) {
          expect(fact.origins.low).toBeLessThanOrEqual(fact.origins.high)
          for (const position of fact.positions) expect(position.origins.high).toBeLessThanOrEqual(fact.origins.high)
        }
      }
    })

    test("law 7: origins are counted one way: the whole has those of its parts, and the list names them all", () => {
      const within = (part: OriginCount, whole: OriginCount): void => {
        expect(whole.names).toEqual(expect.arrayContaining([...part.names]))
        expect(part.low).toBeLessThanOrEqual(whole.low)
        expect(part.high).toBeLessThanOrEqual(whole.high)
      }
      const all = caseFile.case.origins
      for (const incident of caseFile.incidents) {
        within(incident.origins, all)
        for (const fact of incident.facts) within(fact.origins, incident.origins)
      }
      for (const entity of caseFile.entities) for (const fact of entity.facts) within(fact.origins, all)
      for (const warning of caseFile.warnings) within(warning.origins, all)
      expect([...new Set(caseFile.origins.map(origin => origin.name))].sort()).toEqual([...all.names].sort())
      expect(all.high).toBeLessThanOrEqual(caseFile.origins.length)
      expect(writeBrief(caseFile).summary).toContain(originsInWords(all))
      const told = new Set(caseFile.origins.flatMap(origin => origin.reports))
      expect([...told].sort()).toEqual(caseFile.reports.map(report => report.id))
    })

    test("law 8: the same input gives the same bytes", () => {
      const other = makeEngine()
      const again = readings.map(({ report }) =>
        other.read({ bytes: readFileSync(join(folder, report.file!)), file: report.file! }),
      )
      expect(JSON.stringify(again) === JSON.stringify(readings)).toBe(true)
    })
  })
}

test("law 9: source text is data", () => {
  const hostile =
    "<script>alert(1)</script> Four people were killed when a bomb exploded in Lyon on 3 May 2031, police said. ' OR 1=1; -- ../../etc"
  const reading = engine.read({ bytes: new TextEncoder().encode(hostile), file: "<img src=x onerror=alert(1)>.txt" })
  expect(reading.report.text).toContain("<script>alert(1)</script>")
  expect(engine.build([reading], { name: "hostile" }).reports[0]?.file).toBe("<img src=x onerror=alert(1)>.txt")
})
