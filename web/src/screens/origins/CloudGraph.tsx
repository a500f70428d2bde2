import { useComputedColorScheme } from "@mantine/core"
import Graph from "graphology"
import forceAtlas2 from "graphology-layout-forceatlas2"
import { useEffect, useRef } from "react"
import Sigma from "sigma"
import type { GraphNode, OriginGraphView } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { showEvidence } from "../../evidence/shown.ts"
import { labelOf } from "./lay-out.ts"
import classes from "./origins.module.css"
import { verbOf } from "./words.ts"

/** Rounds of the layout: after these hundreds of nodes hardly move any more. Tried on made cases of 200 and 1,000 nodes. */
const ROUNDS = 120

/** A graph of too many nodes for rows: days still go from left to right, and what is tied together lies together. */
export function CloudGraph({
  view,
  chosen,
  onChoose,
}: {
  readonly view: OriginGraphView
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const sigma = useRef<Sigma>(undefined)
  const focus = useRef<string>(undefined)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const scheme = useComputedColorScheme("light")
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours are drawn anew
  useEffect(() => {
    if (!place.current) return
    const colour = coloursOf(place.current)
    const graph = graphOf(view, colour)
    const drawn = new Sigma(graph, place.current, {
      labelColor: { color: colour("--ink") },
      labelFont: "Source Sans 3 Variable, system-ui, sans-serif",
      labelSize: 12,
      labelRenderedSizeThreshold: 3.5,
      labelGridCellSize: 130,
      zIndex: true,
      defaultDrawNodeHover: drawHover(colour),
      nodeReducer: (id, data) => {
        const at = focus.current
        if (at === undefined || id === at || graph.areNeighbors(id, at))
          return at === undefined ? data : { ...data, forceLabel: true, zIndex: 1 }
        return { ...data, color: colour("--rule"), label: "", zIndex: 0 }
      },
      edgeReducer: (edge, data) => {
        const at = focus.current
        return at === undefined || graph.hasExtremity(edge, at) ? data : { ...data, hidden: true }
      },
    })
    drawn.on("clickNode", ({ node }) => choose.current(node === focus.current ? undefined : node))
    drawn.on("clickStage", () => choose.current(undefined))
    drawn.on("enterNode", ({ node }) => showTies(view, node))
    sigma.current = drawn
    return () => drawn.kill()
  }, [view, scheme])
  useEffect(() => {
    focus.current = chosen
    sigma.current?.refresh({ skipIndexation: true })
    if (chosen !== undefined) showTies(view, chosen)
  }, [chosen, view])
  const walk = walkOf(view)
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next = event.key === "Escape" ? undefined : walk(event.key, chosen)
    if (event.key !== "Escape" && next === undefined) return
    event.preventDefault()
    onChoose(next)
    // Who sees a part of it only is taken along.
    const camera = sigma.current?.getCamera()
    const at = next === undefined ? undefined : sigma.current?.getNodeDisplayData(next)
    if (camera && at && camera.getState().ratio < 1) void camera.animate({ x: at.x, y: at.y }, { duration: 150 })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture that is walked through by keys is no list of controls
    <div
      ref={place}
      className={classes.cloud}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys walk through the picture once it has the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      aria-label="Who rests on whom, as a cloud. Left and right: the one before or behind in time; up and down: what has the most ties; Escape: all. The same stands below in words"
    />
  )
}

/** The words that show on whom it rests. */
function showTies({ edges }: OriginGraphView, node: string): void {
  const ties = edges.filter(({ from }) => from === node)
  const evidence = ties.flatMap(edge => edge.evidence)
  if (0 < evidence.length) showEvidence({ evidence, claim: ties.map(({ kind, why }) => `${verbOf(kind)}: ${why}`)[0]! })
}

/** Where a key leads: left and right in time, up and down from those with many ties to those with few, Home and End to the first and last. */
function walkOf({ nodes, edges }: OriginGraphView): (key: string, from: string | undefined) => string | undefined {
  const ties = tiesOf(edges)
  const inTime = nodes.toSorted((a, b) => (a.edtf || "~").localeCompare(b.edtf || "~") || (a.id < b.id ? -1 : 1))
  const byTies = nodes.toSorted((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
  return (key, from) => {
    const list = key === "ArrowUp" || key === "ArrowDown" ? byTies : inTime
    const at = list.findIndex(({ id }) => id === from)
    if (key === "Home") return list[0]?.id
    if (key === "End") return list.at(-1)?.id
    if (key === "ArrowRight" || key === "ArrowDown") return list[Math.min(list.length - 1, at + 1)]?.id
    return key === "ArrowLeft" || key === "ArrowUp" ? list[Math.max(0, at - 1)]?.id : undefined
  }
}

function tiesOf(edges: OriginGraphView["edges"]): ReadonlyMap<string, number> {
  const ties = new Map<string, number>()
  for (const { from, to } of edges) for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1)
  return ties
}

/** Those with the most ties are named however small the picture is. */
const NAMED = 12
/** From so many ties on, those that only name a source are drawn as hairs: they would hide who copied whom. */
const MANY_TIES = 200

type Colour = (name: string) => string

function coloursOf(element: Element): Colour {
  const style = getComputedStyle(element)
  return name => style.getPropertyValue(name).trim()
}

function graphOf({ nodes, edges }: OriginGraphView, colour: Colour): Graph {
  const graph = new Graph({ multi: true })
  const days = [...new Set(nodes.map(dayOf))].filter(day => day !== "").sort()
  const rank = new Map(days.map((day, at) => [day, days.length < 2 ? 0.5 : at / (days.length - 1)]))
  // Many nodes share the room that few have to themselves.
  const crowd = Math.min(1, Math.max(0.4, Math.sqrt(150 / nodes.length)))
  const ties = tiesOf(edges)
  const named = new Set([...ties].sort((a, b) => b[1] - a[1]).flatMap(([id], at) => (at < NAMED ? [id] : [])))
  for (const [at, node] of nodes.entries())
    graph.addNode(node.id, {
      // Where a node begins must be the same each time, or the picture would be another at each look.
      x: rank.get(dayOf(node)) ?? 1.08,
      y: ((at * 2654435761) % 1000) / 1000,
      size:
        crowd *
        (3 +
          Math.min(14, 2.2 * Math.sqrt(node.copies)) +
          (node.originKind === undefined ? 0 : 1.5) +
          Math.min(8, 0.5 * Math.sqrt(ties.get(node.id) ?? 0))),
      forceLabel: named.has(node.id),
      color: colour(colourOf(node)),
      label: visibleLine(labelOf(node)),
    })
  const isCrowded = MANY_TIES < edges.length
  for (const { id, from, to, kind, strength, isCircular } of edges) {
    const isHair = kind === "draws-on" || (isCrowded && kind === "cites" && !isCircular)
    graph.addEdgeWithKey(id, to, from, {
      weight: kind === "cites" || kind === "draws-on" ? 0.4 : 1 + strength / 50,
      size: isHair ? (isCrowded ? 0.25 : 0.5) : 0.7 + strength / 60,
      color: colour(
        isCircular
          ? "--ink"
          : kind === "rewrites"
            ? "--refine"
            : kind === "copies"
              ? "--soft"
              : isCrowded
                ? "--rule"
                : "--rule-strong",
      ),
      type: isHair ? "line" : "arrow",
    })
  }
  const settings = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: 300 < nodes.length, gravity: 0.6 }
  const placed = forceAtlas2(graph, { iterations: ROUNDS, settings, getEdgeWeight: "weight" })
  const xs = Object.values(placed).map(({ x }) => x!)
  const ys = Object.values(placed).map(({ y }) => y!)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left || 1, Math.max(...ys) - top || 1]
  for (const node of nodes) {
    const { x, y } = placed[node.id] as { x: number; y: number }
    const day = rank.get(dayOf(node)) ?? 1.08
    // The day leads, so that one sees who had it first; what lies near is near because of its ties.
    graph.mergeNodeAttributes(node.id, { x: 1.6 * (0.8 * day + (0.2 * (x - left)) / width), y: (y - top) / height })
  }
  return graph
}

const dayOf = ({ edtf }: GraphNode): string => (/^\d{4}/.test(edtf) ? edtf.slice(0, 10) : "")

function colourOf({ type, originKind }: GraphNode): string {
  if (type !== "report") return "--kind-place"
  if (originKind === undefined) return "--rule-strong"
  return originKind === "unproven" ? "--soft" : "--ink"
}

/** The name of what the pointer is on, on our own ground: the library's is white in the dark. */
function drawHover(colour: Colour) {
  return (
    context: CanvasRenderingContext2D,
    { x, y, size, label }: { x: number; y: number; size: number; label: string | null },
  ) => {
    context.beginPath()
    context.arc(x, y, size + 3, 0, 2 * Math.PI)
    context.strokeStyle = colour("--accent")
    context.lineWidth = 2
    context.stroke()
    if (!label) return
    context.font = "600 13px Source Sans 3 Variable, system-ui, sans-serif"
    const width = context.measureText(label).width
    context.fillStyle = colour("--paper")
    context.fillRect(x + size + 4, y - 10, width + 8, 20)
    context.fillStyle = colour("--ink")
    context.fillText(label, x + size + 8, y + 4)
  }
}
