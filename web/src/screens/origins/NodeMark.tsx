import type { GraphNode } from "../../../../src/app/views/reports/origin-graph-view.ts"
import classes from "./origins.module.css"

/** The shape of a node: a report that is an origin is a full round, a proven one solid; what rests on others is small; what lies outside the case is a square. */
export function NodeMark({
  node,
  x,
  y,
}: {
  readonly node: Pick<GraphNode, "type" | "kind" | "originKind">
  readonly x: number
  readonly y: number
}) {
  if (node.type === "source") return <rect x={x - 4} y={y - 4} width={8} height={8} className={classes.hollow} />
  if (node.type === "origin") return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} className={classes.solid} />
  if (node.originKind === undefined) return <circle cx={x} cy={y} r={4} className={classes.resting} />
  return <circle cx={x} cy={y} r={6} className={node.originKind === "unproven" ? classes.hollow : classes.solid} />
}
