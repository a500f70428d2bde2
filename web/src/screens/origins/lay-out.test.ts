import { expect, test } from "vitest"
import type { GraphEdge, GraphNode } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { labelOf, layOut } from "./lay-out.ts"

const report = (id: string, edtf: string, number: number): GraphNode => ({
  id,
  type: "report",
  name: `Paper ${id}`,
  number,
  copies: 0,
  copyNumbers: "",
  edtf,
  published: edtf,
  evidence: [],
})
const origin = (id: string): GraphNode => ({ ...report(id, "", 0), type: "origin", originKind: "person" })
const tie = (
  from: string,
  to: string,
  kind: GraphEdge["kind"] = "copies",
  more: Partial<GraphEdge> = {},
): GraphEdge => ({
  id: `${from}-${to}`,
  from,
  to,
  kind,
  strength: 80,
  isDirected: true,
  isCircular: false,
  why: "",
  evidence: [],
  ...more,
})
const nodes = [
  report("late", "2031-05-04", 4),
  report("wire", "2031-05-01", 1),
  report("same-day", "2031-05-01T12:00Z", 2),
  report("undated", "", 5),
  report("between", "2031-05-01/2031-05-04", 3),
  origin("mayor"),
]
const edges = [tie("late", "wire"), tie("same-day", "wire"), tie("undated", "wire"), tie("wire", "mayor", "draws-on")]
const placed = (room = 800) => layOut(nodes, edges, room)
const at = (id: string) => placed().reports.find(({ node }) => node.id === id)!

test("days go from left to right, reports without any stand last", () => {
  expect(placed().columns.map(({ day }) => day)).toEqual(["2031-05-01", "2031-05-04", ""])
  expect(at("wire").x).toBeLessThan(at("late").x)
  expect(at("late").x).toBeLessThan(at("undated").x)
})

test("each report has a row of its own, under the one it rests on; of one day, a step to the right", () => {
  const rows = placed().reports.map(({ node }) => node.id)
  expect(rows).toEqual(["wire", "same-day", "late", "undated", "between"])
  expect(new Set(placed().reports.map(({ y }) => y)).size).toBe(5)
  expect(at("wire").x).toBeLessThan(at("same-day").x)
})

test("days between which a report was published are an extent, not a point", () => {
  expect(at("between").until).toBe(at("late").x)
  expect(at("late").until).toBeUndefined()
})

test("what lies outside the case stands at the left, and no two on one line", () => {
  const many = layOut([...nodes, origin("a"), origin("b")], [...edges, tie("wire", "a"), tie("wire", "b")], 800)
  expect(many.outside.every(({ x }) => x <= many.left)).toBe(true)
  const ys = many.outside.map(({ y }) => y)
  expect(Math.min(...ys.slice(1).map((y, index) => y - ys[index]!))).toBeGreaterThan(20)
  expect(Math.max(...ys)).toBeLessThan(many.height)
})

test("two that cite each other are one line, and who rests on whom in a circle ends", () => {
  const circle = [
    tie("late", "wire", "cites", { isCircular: true }),
    tie("wire", "late", "cites", { isCircular: true }),
  ]
  const { edges: lines, reports } = layOut(nodes.slice(0, 2), circle, 800)
  expect(lines).toMatchObject([{ isMutual: true }])
  expect(reports).toHaveLength(2)
})

test("labels fit into the picture, however little room there is", () => {
  for (const room of [200, 500, 1600]) {
    const { width, reports } = placed(room)
    expect(width).toBeGreaterThanOrEqual(room)
    for (const { node, x } of reports) expect(x + 13 + labelOf(node).length * 6).toBeLessThan(width)
  }
  expect(labelOf({ ...report("x", "", 7), name: "A very long name of a paper of a far away town", copies: 3 })).toMatch(
    /^r7 A very long .*… ×4$/,
  )
})
