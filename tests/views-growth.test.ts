import { expect, test } from "vitest"
import { viewRoutes } from "../src/api/routes/index.ts"
import type { Behind } from "../src/api/view-route.ts"
import { briefView } from "../src/app/views/brief-view.ts"
import { indexCase } from "../src/app/views/case-index.ts"
import { positionsView } from "../src/app/views/incidents/fact-view.ts"
import { incidentView } from "../src/app/views/incidents/incident-view.ts"
import { prepareViews } from "../src/app/views/prepare-views.ts"
import { reviewView } from "../src/app/views/review/review-view.ts"
import { toldByAll } from "../src/app/views/testing/told-by-all.ts"
import { warningView } from "../src/app/views/warnings/warnings-view.ts"

// What a screen gets does not grow with the case: one incident, told by some hundred reports and by ten times as many.

const few = indexCase(toldByAll(300))
const many = indexCase(toldByAll(3_000))

/** What grows by its nature: a line or a number for each report; the picture of origins up to a thousand nodes. */
const ofEachReport = new Set(["/report-heads", "/origins", "/origin-graph"])

/** Asked of a case of one incident; undefined what it has none of, or what needs the store. */
function askedOf(path: string): object | undefined {
  if (/^\/(?:links|compare)/.test(path) || path.endsWith("/reader")) return undefined
  if (path === "/origins") return { of: "raid" }
  if (path === "/search") return { q: "harbour police" }
  if (path.endsWith("/tellings")) return { position: 0 }
  return {}
}

function idOf(path: string): string {
  if (path.startsWith("/facts")) return "raid-killed"
  if (path.startsWith("/people")) return "ana"
  if (path.startsWith("/warnings")) return "early"
  if (path.startsWith("/reports")) return "r7"
  return path.startsWith("/review") ? reviewView(few).rows[0]!.key : "raid"
}

const asked = viewRoutes.flatMap(route => {
  const query = askedOf(route.path)
  return query === undefined || ofEachReport.has(route.path) ? [] : [[route.path, route, query] as const]
})

test.each(asked)("%s", async (path, route, query) => {
  const lengthOf = async (index: typeof few) => {
    const answer = await route.view(index, { ...route.query?.parse(query), id: idOf(path) }, { user: "ana" } as Behind)
    return JSON.stringify(answer).length
  }
  const [small, large] = [await lengthOf(few), await lengthOf(many)]
  expect(large, `${small} characters became ${large}`).toBeLessThan(1.5 * small + 5_000)
  expect(large).toBeLessThan(500_000)
})

test("pages follow one another, and together they are all", () => {
  const fact = many.facts.get("raid-killed")!
  const pages = [0, 100, 200].map(offset => positionsView(many, fact.id, { offset, limit: 100 }))
  expect(pages.map(({ total }) => total)).toEqual([3_000, 3_000, 3_000])
  expect(new Set(pages.flatMap(({ positions }) => positions.map(({ words }) => words))).size).toBe(300)
  const { facts } = incidentView(many, "raid")
  const shown = facts.find(({ id }) => id === fact.id)!
  expect(shown.total).toBe(3_000)
  expect(pages[0]!.positions.slice(0, shown.positions.length)).toEqual(shown.positions)
  const warned = [0, 40].map(offset => warningView(many, "early", { offset, limit: 40 }))
  expect(warned.flatMap(({ reports }) => reports.map(({ number }) => number))).toEqual(
    Array.from({ length: 80 }, (_, at) => at + 1),
  )
})

test("the brief says how much it leaves to the lists", () => {
  const { sections } = briefView(many)
  const section = (key: string) => sections.find(one => one.key === key)!
  expect(section("reports").total).toBe(3_000)
  expect(section("reports").lines).toHaveLength(40)
  const words = section("happened").lines.flatMap(({ parts }) =>
    parts.flatMap(part => ("text" in part ? part.text : [])),
  )
  expect(words).toContainEqual(expect.stringMatching(/^and \d+ more; the fact itself has them$/))
})

test("what lists rest on is made in steps, more of them for more reports", async () => {
  const stepsOf = async (reports: number) => {
    let steps = 0
    const index = indexCase(toldByAll(reports))
    // Each breath is one stretch of work that holds others up.
    await prepareViews(index, async () => void steps++)
    return steps
  }
  expect(await stepsOf(10)).toBeLessThan(await stepsOf(3_000))
})
