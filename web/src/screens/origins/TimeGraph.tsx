import { useElementSize } from "@mantine/hooks"
import { useMemo } from "react"
import type { GraphEdge, GraphNode, OriginGraphView } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { edtfInWords } from "../../../../src/app/words.ts"
import { moveFocus } from "../../actions/move-focus.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { type Layout, labelOf, layOut, type PlacedEdge, type PlacedNode } from "./lay-out.ts"
import { NodeMark } from "./NodeMark.tsx"
import classes from "./origins.module.css"
import { nodeWords, verbOf } from "./words.ts"

/** The graph drawn on days: few enough nodes that each has a row and a label. */
export function TimeGraph({
  view,
  chosen,
  onChoose,
}: {
  readonly view: OriginGraphView
  /** Id of the node that is looked at. */
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}) {
  const { ref, width } = useElementSize()
  const layout = useMemo(
    () => (width === 0 ? undefined : layOut(view.nodes, view.edges, Math.floor(width) - 2)),
    [view, width],
  )
  return (
    <section
      ref={ref}
      className={classes.stage}
      aria-label="Who rests on whom, by day of publication; the same stands below as a table"
      onKeyDown={event => moveFocus(event, "[data-node]")}
    >
      {layout && <Picture layout={layout} chosen={chosen} onChoose={onChoose} />}
    </section>
  )
}

function Picture({
  layout,
  chosen,
  onChoose,
}: {
  readonly layout: Layout
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}) {
  const { columns, edges, reports, outside, width, height, left } = layout
  const tied = new Set(edges.flatMap(({ edge: { from, to } }) => (from === chosen || to === chosen ? [from, to] : [])))
  const isFaint = (id: string) => chosen !== undefined && id !== chosen && !tied.has(id)
  const isFaintEdge = ({ from, to }: GraphEdge) => chosen !== undefined && from !== chosen && to !== chosen
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={classes.picture}>
      <title>Who rests on whom</title>
      <defs>
        <marker
          id="taken-over"
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 0.6 L7.4 4 L0 7.4 Z" className={classes.head} />
        </marker>
      </defs>
      {outside.length !== 0 && (
        <text x={6} y={18} className={classes.day}>
          Outside the case
        </text>
      )}
      {columns.map(({ day, x }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={30} y2={height} className={classes.column} />
          <text x={x} y={18} textAnchor="middle" className={classes.day}>
            {dayWords(day, columns.length)}
          </text>
        </g>
      ))}
      {edges.map(one => (
        <Edge key={one.edge.id} of={one} isFaint={isFaintEdge(one.edge)} />
      ))}
      {[...outside, ...reports].map(placed => (
        <Node
          key={placed.node.id}
          placed={placed}
          left={left}
          edges={edges}
          isChosen={placed.node.id === chosen}
          isFaint={isFaint(placed.node.id)}
          onChoose={onChoose}
        />
      ))}
    </svg>
  )
}

/** A day without its year where there are many. */
function dayWords(day: string, columns: number): string {
  if (day === "") return "no date"
  const words = edtfInWords(day)
  return 2 < columns ? words.replace(/ \d{4}$/, "").replace(/(\p{L}{3})\p{L}*$/u, "$1") : words
}

function Edge({
  of: { edge, path, beside, isMutual },
  isFaint,
}: {
  readonly of: PlacedEdge
  readonly isFaint: boolean
}) {
  const width = edge.kind === "draws-on" ? 1 : 1.2 + (2.2 * edge.strength) / 100
  return (
    <Evident
      as="g"
      className={isFaint ? classes.faint : undefined}
      evidence={edge.evidence}
      claim={`${verbOf(edge.kind)}: ${visibleLine(edge.why)}`}
    >
      <path d={path} className={classes.hit} />
      <path
        d={path}
        className={`${classes.edge} ${classes[edge.kind] ?? ""} ${edge.isCircular ? classes.circular : ""}`}
        strokeWidth={width}
        {...(edge.isDirected && edge.kind !== "draws-on" && { markerEnd: "url(#taken-over)" })}
        {...(isMutual && { markerStart: "url(#taken-over)" })}
      />
      {edge.isCircular && (
        <text x={beside.x} y={beside.y + 4} textAnchor="end" className={classes.circle}>
          circle
        </text>
      )}
    </Evident>
  )
}

function Node({
  placed: { node, x, y, until },
  left,
  edges,
  isChosen,
  isFaint,
  onChoose,
}: {
  readonly placed: PlacedNode
  readonly left: number
  readonly edges: readonly PlacedEdge[]
  readonly isChosen: boolean
  readonly isFaint: boolean
  readonly onChoose: (id: string | undefined) => void
}) {
  const ties = edges.filter(({ edge }) => edge.from === node.id || (node.type !== "report" && edge.to === node.id))
  const isOutside = node.type !== "report"
  return (
    <Evident
      as="g"
      focusable
      role="button"
      data-node=""
      aria-pressed={isChosen}
      aria-label={told(
        node,
        ties.map(({ edge }) => edge),
      )}
      className={`${classes.node} ${isFaint ? classes.faint : ""} ${isChosen ? classes.chosen : ""}`}
      evidence={[...node.evidence, ...ties.flatMap(({ edge }) => edge.evidence)].slice(0, 6)}
      claim={
        ties[0] && !isOutside
          ? `r${node.number} ${verbOf(ties[0].edge.kind)}: ${visibleLine(ties[0].edge.why)}`
          : visibleLine(node.name)
      }
      {...(node.type === "report" && { item: { kind: "report", id: node.id } })}
      onClick={() => onChoose(isChosen ? undefined : node.id)}
      onKeyDown={event => {
        if (event.key !== "Enter" && event.key !== " ") return
        event.preventDefault()
        onChoose(isChosen ? undefined : node.id)
      }}
    >
      {until !== undefined && <line x1={x} x2={until} y1={y} y2={y} className={classes.extent} />}
      {isOutside ? (
        <text x={left - 8} y={y + 4.5} textAnchor="end" className={classes.outside}>
          {visibleLine(shortFor(node.name, left))}
        </text>
      ) : (
        <text x={Math.max(x, until ?? x) + 13} y={y + 4.5} className={classes.label}>
          {visibleLine(labelOf(node))}
        </text>
      )}
      <NodeMark node={node} x={x} y={y} />
    </Evident>
  )
}

function shortFor(name: string, room: number): string {
  const most = Math.floor((room - 14) / 6.6)
  return most < name.length ? `${name.slice(0, most - 1).trimEnd()}…` : name
}

/** A node for those who do not see it: what it is and all its ties. */
function told(node: GraphNode, ties: readonly GraphEdge[]): string {
  const own = `${node.number === undefined ? "" : `r${node.number} `}${visibleLine(node.name)}, ${nodeWords(node)}`
  if (node.type !== "report") return own
  const said = ties.map(({ kind, why }) => `${verbOf(kind)}: ${visibleLine(why)}`)
  return [own, ...said].join("; ")
}
