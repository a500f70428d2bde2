import type { GraphEdge, GraphNode } from "../../../../src/app/views/reports/origin-graph-view.ts"

/** Where a node stands, in pixels. `until`: right end of the days between which it was published, where only that is known. */
export interface PlacedNode {
  readonly node: GraphNode
  readonly x: number
  readonly y: number
  readonly until?: number
}

/** A line between two nodes: from who had it to who rests on it. */
export interface PlacedEdge {
  readonly edge: GraphEdge
  readonly path: string
  /** Two that cite each other are one line with two heads. */
  readonly isMutual: boolean
  /** Where a word may stand beside it. */
  readonly beside: { readonly x: number; readonly y: number }
}

/** A day of publication; "" for reports without any. */
export interface Column {
  readonly day: string
  readonly x: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly columns: readonly Column[]
  readonly reports: readonly PlacedNode[]
  /** Origins and sources outside the case: a list at the left. */
  readonly outside: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Where the list at the left ends. */
  readonly left: number
}

const ROW = 30
const OUTSIDE_ROW = 26
const TOP = 34
const LEAST_COLUMN = 52
/** Reports of one day that rest on another of that day stand a step to the right. */
const STEP = 20
/** Room of a label for each of its characters, and at most. */
const CHARACTER = 6.7
const MOST_LABEL = 34

/** A label as it is drawn. */
export function labelOf({ name, number, copies }: GraphNode): string {
  const words = number === undefined ? name : `r${number} ${name}`
  const short = MOST_LABEL < words.length ? `${words.slice(0, MOST_LABEL - 1).trimEnd()}…` : words
  return copies === 0 ? short : `${short} ×${copies + 1}`
}

/**
 * A tree of copies on a line of days, as an editor draws the descent of a text: each report has a row of its own, under the one it mostly
 * rests on, at the day on which it was published. So no label lies over another, and who had it first stands at the left.
 */
export function layOut(nodes: readonly GraphNode[], edges: readonly GraphEdge[], room: number): Layout {
  const reports = nodes.filter(({ type }) => type === "report")
  const outside = nodes.filter(({ type }) => type !== "report")
  const left = outside.length === 0 ? 12 : Math.round(Math.min(230, Math.max(130, room * 0.28)))
  const rows = inTreeOrder(reports, edges)
  const days = daysOf(reports)
  const steps = stepsOf(rows, edges)
  const widest = Math.max(...days.map(day => stepRoom(day, rows, steps)), 0)
  const labels = Math.max(...reports.map(node => labelOf(node).length), 0) * CHARACTER + 24
  const column = Math.max(
    LEAST_COLUMN,
    widest + 34,
    Math.min(120, (room - left - labels - 40) / Math.max(1, days.length - 0.5)),
  )
  const columns = days.map((day, at) => ({ day, x: left + 40 + at * column }))
  const xOf = new Map(columns.map(({ day, x }) => [day, x]))
  const placed = rows.map((node, row): PlacedNode => {
    const [first, last] = [firstDay(node), lastDay(node)]
    const x = xOf.get(first)! + (steps.get(node.id) ?? 0) * STEP
    const end = first === last ? undefined : columns.findLast(({ day }) => day !== "" && day <= last)?.x
    return { node, x, y: TOP + row * ROW + ROW / 2, ...(end !== undefined && x < end && { until: end }) }
  })
  const byId = new Map(placed.map(one => [one.node.id, one]))
  const listed = besideTheirReports(outside, edges, byId, left)
  for (const one of listed) byId.set(one.node.id, one)
  const ties = new Set(edges.map(({ from, to }) => `${from} ${to}`))
  const known = new Set(reports.map(({ id }) => id))
  const resting = new Set(edges.flatMap(({ from, to, kind }) => (known.has(to) && kind !== "cites" ? [from] : [])))
  return {
    width: Math.max(
      room,
      ...placed.map(({ node, x, until = x }) => Math.max(x, until) + 16 + labelOf(node).length * CHARACTER),
    ),
    height: TOP + 14 + Math.max(rows.length * ROW, outside.length * OUTSIDE_ROW),
    columns,
    reports: placed,
    outside: listed,
    edges: edges.flatMap(edge => {
      const [to, from] = [byId.get(edge.to), byId.get(edge.from)]
      const isMutual = ties.has(`${edge.to} ${edge.from}`)
      if (!to || !from || (isMutual && edge.to < edge.from)) return []
      return [lineOf(edge, to, from, { isMutual, restsOnReport: resting.has(edge.from) })]
    }),
    left,
  }
}

/** The day a report is placed at: of its publication, or the first on which it may have been. */
const firstDay = ({ edtf }: GraphNode): string => day(edtf.split("/")[0]!)
const lastDay = ({ edtf }: GraphNode): string => day(edtf.split("/").at(-1)!)
const day = (edtf: string): string => (/^\d{4}/.test(edtf) ? edtf.slice(0, 10) : "")

/** In order; those without any stand last, for nothing tells where they belong. */
function daysOf(reports: readonly GraphNode[]): string[] {
  const days = new Set(reports.flatMap(node => [firstDay(node), ...(node.edtf.includes("/") ? [lastDay(node)] : [])]))
  return [...days].sort((a, b) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1))
}

/** For each report the one it mostly rests on: by what it copied, else whom it cites. */
function parentsOf(reports: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<string, string> {
  const known = new Set(reports.map(({ id }) => id))
  const weight = ({ kind, strength }: GraphEdge) => (kind === "cites" ? 0 : 1_000) + strength
  const parents = new Map<string, string>()
  const leadsTo = (from: string, goal: string): boolean => {
    for (let at: string | undefined = from; at !== undefined; at = parents.get(at)) if (at === goal) return true
    return false
  }
  const ordered = [...edges].sort((a, b) => weight(b) - weight(a))
  for (const { from, to } of ordered)
    if (known.has(from) && known.has(to) && !parents.has(from) && !leadsTo(to, from)) parents.set(from, to)
  return parents
}

function inTreeOrder(reports: readonly GraphNode[], edges: readonly GraphEdge[]): GraphNode[] {
  const parents = parentsOf(reports, edges)
  const key = (node: GraphNode) => `${firstDay(node) || "9999"} ${node.edtf} ${String(node.number).padStart(6, "0")}`
  const sorted = [...reports].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const children = Map.groupBy(
    sorted.filter(({ id }) => parents.has(id)),
    ({ id }) => parents.get(id)!,
  )
  const ordered: GraphNode[] = []
  const open = sorted.filter(({ id }) => !parents.has(id)).reverse()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    ordered.push(node)
    open.push(...(children.get(node.id) ?? []).toReversed())
  }
  return ordered
}

/** How far a report is from the first of its own day that it rests on. */
function stepsOf(rows: readonly GraphNode[], edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const parents = parentsOf(rows, edges)
  const byId = new Map(rows.map(node => [node.id, node]))
  const steps = new Map<string, number>()
  for (const node of rows) {
    const parent = byId.get(parents.get(node.id) ?? "")
    steps.set(node.id, parent && firstDay(parent) === firstDay(node) ? (steps.get(parent.id) ?? 0) + 1 : 0)
  }
  return steps
}

function stepRoom(day: string, rows: readonly GraphNode[], steps: ReadonlyMap<string, number>): number {
  return Math.max(0, ...rows.filter(node => firstDay(node) === day).map(({ id }) => steps.get(id)! * STEP))
}

/** The list at the left: each as near to the rows of its reports as the others leave room. */
function besideTheirReports(
  outside: readonly GraphNode[],
  edges: readonly GraphEdge[],
  placed: ReadonlyMap<string, PlacedNode>,
  left: number,
): PlacedNode[] {
  const wishes = outside
    .map(node => {
      const ys = edges.flatMap(({ from, to }) => (to === node.id ? (placed.get(from)?.y ?? []) : []))
      return { node, y: ys.length === 0 ? TOP : ys.reduce((sum, y) => sum + y, 0) / ys.length }
    })
    .sort((a, b) => a.y - b.y)
  const rows = Math.max(placed.size * ROW, wishes.length * OUTSIDE_ROW)
  let next = TOP + OUTSIDE_ROW / 2
  return wishes.map(({ node, y }, at) => {
    // Those below need their room too.
    const most = TOP + rows - (wishes.length - at - 0.5) * OUTSIDE_ROW
    const own = Math.max(next, Math.min(y, most))
    next = own + OUTSIDE_ROW
    return { node, x: left, y: own }
  })
}

/** Down from the one that had it, then to the one that rests on it; a curve where the one lies outside the case or the rows run the other way. */
function lineOf(
  edge: GraphEdge,
  to: PlacedNode,
  from: PlacedNode,
  { isMutual, restsOnReport }: { readonly isMutual: boolean; readonly restsOnReport: boolean },
): PlacedEdge {
  if (to.node.type !== "report") {
    // The row of a report that rests on another is taken by that line: this one comes in from above.
    const [x1, x2, y2] = [to.x + 7, from.x - 8, restsOnReport ? from.y - 6 : from.y]
    const reach = Math.max(30, (x2 - x1) / 2)
    return {
      edge,
      isMutual,
      path: `M${x1} ${to.y} C${x1 + reach} ${to.y} ${x2 - reach} ${y2} ${x2} ${y2}`,
      beside: { x: (x1 + x2) / 2, y: (to.y + y2) / 2 },
    }
  }
  if (!isMutual && !edge.isCircular && to.y < from.y && to.x < from.x) {
    const bend = Math.min(12, from.x - to.x, from.y - to.y)
    return {
      edge,
      isMutual,
      path: `M${to.x} ${to.y} V${from.y - bend} Q${to.x} ${from.y} ${to.x + bend} ${from.y} H${from.x - 8}`,
      beside: { x: (to.x + from.x) / 2, y: from.y },
    }
  }
  const reach = Math.min(to.x, from.x) - 30
  return {
    edge,
    isMutual,
    path: `M${to.x - 9} ${to.y} C${reach} ${to.y} ${reach} ${from.y} ${from.x - 9} ${from.y}`,
    beside: { x: reach + 2, y: (to.y + from.y) / 2 },
  }
}
