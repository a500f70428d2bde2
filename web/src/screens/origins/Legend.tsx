import type { GraphEdge, GraphNode } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { NodeMark } from "./NodeMark.tsx"
import classes from "./origins.module.css"
import { edgeKinds } from "./words.ts"

const marks = [
  { node: { type: "report", originKind: "own-reporting" }, words: "known origin" },
  { node: { type: "report", originKind: "unproven" }, words: "origin not proven" },
  { node: { type: "report" }, words: "rests on others" },
  { node: { type: "origin" }, words: "outside the case" },
  { node: { type: "source" }, words: "only named" },
] as const

/** What the shapes and lines mean: those that are in the picture. */
export function Legend({
  nodes,
  edges,
}: {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}) {
  const shown = marks.filter(({ node }) => nodes.some(other => shapeOf(other) === shapeOf(node)))
  const kinds = edgeKinds.filter(({ kind }) => edges.some(edge => edge.kind === kind))
  return (
    <ul className={classes.legend} aria-label="What the signs mean">
      {shown.map(({ node, words }) => (
        <li key={words}>
          <svg width={16} height={14} aria-hidden>
            <NodeMark node={node} x={8} y={7} />
          </svg>
          {words}
        </li>
      ))}
      {kinds.map(({ kind, verb, hint }) => (
        <li key={kind} title={hint}>
          <svg width={30} height={14} aria-hidden>
            <path
              d="M1 7 H27"
              className={`${classes.edge} ${classes[kind] ?? ""}`}
              strokeWidth={kind === "draws-on" ? 1 : 2.4}
              {...(kind !== "draws-on" && { markerEnd: "url(#taken-over)" })}
            />
          </svg>
          {verb}
        </li>
      ))}
      {edges.some(({ isDirected }) => !isDirected) && <li>no arrow: nothing tells who was first</li>}
      {edges.some(({ isCircular }) => isCircular) && (
        <li className={classes.circleWords}>circle: they cite each other</li>
      )}
      <li>arrow: to who took it over; the thicker, the more</li>
    </ul>
  )
}

function shapeOf({ type, originKind }: Pick<GraphNode, "type" | "originKind">): string {
  if (type !== "report") return type
  return originKind === undefined ? "resting" : originKind === "unproven" ? "unproven" : "proven"
}
