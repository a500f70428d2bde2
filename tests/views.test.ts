import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { viewRoutes } from "../src/api/routes/index.ts"
import type { Behind } from "../src/api/view-route.ts"
import { addReports } from "../src/app/add-reports.ts"
import { readerOf } from "../src/app/reader.ts"
import { briefView } from "../src/app/views/brief-view.ts"
import type { CaseIndex } from "../src/app/views/case-index.ts"
import { caseView } from "../src/app/views/case-view.ts"
import { incidentView } from "../src/app/views/incidents/incident-view.ts"
import { incidentsAskedSchema, incidentsView } from "../src/app/views/incidents/incidents-view.ts"
import { peopleView } from "../src/app/views/people/people-view.ts"
import { reviewView } from "../src/app/views/review/review-view.ts"
import { makeEngine } from "../src/make-engine.ts"
import { openDoor } from "./doors/api-door.ts"

// Laws that every view of the API keeps, on the sample story.

const samples = resolve(import.meta.dirname, "../samples")
const engine = makeEngine()
let behind: Behind
let index: CaseIndex

beforeAll(async () => {
  behind = (await openDoor(engine)).behind
  async function* collected() {
    for (const file of readdirSync(samples).filter(name => name !== "README.md"))
      yield { raw: { bytes: new Uint8Array(readFileSync(join(samples, file))), file } }
  }
  await addReports(behind.service.store, readerOf(engine), collected())
  behind.service.changed()
  await behind.service.settled()
  index = await behind.service.index()
})

/** An id for each parameter that a path may have, by the path's first word. */
function idFor(path: string): string {
  const { incidents, entities, statements, warnings, reports, lineage } = index.caseFile
  const first = {
    incidents,
    people: entities,
    statements,
    warnings,
    reports,
    links: lineage,
    facts: incidents[0]!.facts,
  }
  const [, word = ""] = path.split("/")
  if (word === "review") return reviewView(index).rows[0]!.key
  return (first[word as keyof typeof first] ?? incidents)[0]!.id
}

/** What a view cannot do without. */
function neededBy(path: string): object {
  const [a, b] = index.caseFile.reports
  if (path.includes("compare")) return { a: a!.id, b: b!.id }
  if (path.includes("tellings")) return { position: 0 }
  if (path === "/origins") return { of: "case" }
  if (path.includes("search")) return { q: "ferry terminal" }
  return {}
}

/** Everything in an answer that looks like words of a report. */
function* quoted(value: unknown): Iterable<{ reportId: string; start: number; end: number; text: string }> {
  if (Array.isArray(value)) for (const item of value) yield* quoted(item)
  else if (typeof value === "object" && value !== null) {
    const { reportId, start, end, text } = value as Record<string, unknown>
    if (
      typeof reportId === "string" &&
      typeof start === "number" &&
      typeof end === "number" &&
      typeof text === "string"
    )
      yield { reportId, start, end, text }
    for (const item of Object.values(value)) yield* quoted(item)
  }
}

test.each(viewRoutes.map(route => [route.path, route] as const))(
  "%s answers in its schema, and its words are verbatim",
  async (path, route) => {
    const asked = route.query?.parse(neededBy(path))
    const answer = await route.view(index, { ...asked, id: idFor(path) }, behind)
    expect(route.answer.safeParse(answer).error?.issues ?? []).toEqual([])
    for (const { reportId, start, end, text } of quoted(answer))
      expect(index.reports.get(reportId)?.text.slice(start, end), `${path}: ${reportId} [${start}, ${end})`).toBe(text)
  },
)

test("every mark of the brief has its words, and every item its kind", () => {
  const { sections, notes } = briefView(index)
  const known = new Set(notes.map(({ mark }) => mark))
  const lines = sections.flatMap(section => section.lines)
  const marks = lines.flatMap(({ parts }) => parts.flatMap(part => ("mark" in part ? [part.mark] : [])))
  expect(marks.length).toBeGreaterThan(50)
  expect(marks.filter(mark => !known.has(mark))).toEqual([])
  expect(lines.filter(({ id, kind }) => id !== undefined && kind === undefined)).toEqual([])
})

test("the brief tells how a toll rose, and what is told against a date", () => {
  const { sections } = briefView(index)
  const facts = sections.find(({ key }) => key === "happened")!.lines
  const trailOf = (label: string) => facts.find(line => line.label === label && line.trail)?.trail
  expect(trailOf("killed")).toMatchObject({ kind: "update" })
  expect(trailOf("killed")!.values[0]).toBe("9 or more (4 November)")
  expect(trailOf("when")).toEqual({ kind: "beside", values: ["3 November 2031"] })
})

test("a line of a list says no time or place that its title says, and shows the first words of different reports", () => {
  const { rows } = incidentsView(index, incidentsAskedSchema.parse({}))
  const [main] = rows
  expect(main!.title).toContain("Montevideo, 4 November 2031")
  expect(main!.beside).toBe("Uruguay")
  expect(main!.evidence.map(({ reportId }) => index.numbers.get(reportId))).toEqual([1, 2, 3])
  expect(rows.find(({ title }) => title.startsWith("Foiled plot"))!.beside).toBe("date unknown · Argentina")
})

test("the value that is held comes first among the positions, unless it moved", () => {
  const [main] = incidentsView(index, incidentsAskedSchema.parse({})).rows
  const { facts } = incidentView(index, main!.id)
  const shortOf = (label: string) => facts.find(fact => fact.label === label)!.positions.map(({ short }) => short)
  expect(shortOf("target")[0]).toBe("the Montevideo ferry terminal")
  expect(shortOf("killed")[0]).toBe("9+")
})

test("the navigation counts what the lists hold", () => {
  const { counts } = caseView(index)
  expect(peopleView(index).total).toBe(counts.people)
  expect(incidentsView(index, incidentsAskedSchema.parse({})).total).toBe(counts.incidents)
})
