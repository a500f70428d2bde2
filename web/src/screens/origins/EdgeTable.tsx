import { UnstyledButton } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import type { GraphEdge, GraphNode, OriginGraphView } from "../../../../src/app/views/reports/origin-graph-view.ts"
import { visibleLine } from "../../../../src/app/visible.ts"
import { counted } from "../../../../src/app/words.ts"
import { Evident } from "../../evidence/Evident.tsx"
import { Quote } from "../../evidence/Quote.tsx"
import { useLink } from "../../reports/use-link.ts"
import classes from "./origins.module.css"
import { nodeWords, verbOf } from "./words.ts"

/** Rows drawn before more are asked for. */
const PAGE = 100

/** The graph in rows: for those who do not see the picture, for small screens, and for reading why. */
export function EdgeTable({
  view,
  chosen,
  onChoose,
}: {
  readonly view: OriginGraphView
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}) {
  const [most, setMost] = useState(PAGE)
  const byId = new Map(view.nodes.map(node => [node.id, node]))
  const node = chosen === undefined ? undefined : byId.get(chosen)
  const edges = [...view.edges]
    .filter(({ from, to }) => node === undefined || from === node.id || to === node.id)
    .sort((a, b) => (byId.get(a.from)!.number ?? 0) - (byId.get(b.from)!.number ?? 0) || b.strength - a.strength)
  const links = edges.filter(({ kind }) => kind !== "draws-on")
  const drawn = [
    ...Map.groupBy(
      edges.filter(({ kind }) => kind === "draws-on"),
      edge => edge.from,
    ),
  ]
  const tied = new Set(view.edges.flatMap(({ from, to }) => [from, to]))
  const alone = view.nodes.filter(({ id, type }) => type === "report" && !tied.has(id))
  return (
    <section className={classes.table} aria-label="The same as a table">
      <h2>{node ? <>Ties of {nameOf(node)}</> : "In words"}</h2>
      {node && (
        <p className={classes.summary}>
          {visibleLine(nodeWords(node))}.{" "}
          {node.type === "report" && <Link to={`/reports/${node.id}` as "/"}>Read it</Link>}{" "}
          <UnstyledButton className={classes.more} onClick={() => onChoose(undefined)}>
            Show all ties
          </UnstyledButton>
        </p>
      )}
      {edges.length === 0 ? (
        <p className={classes.summary}>
          {node ? "Nothing ties it to others." : "No report is known to rest on another."}
        </p>
      ) : (
        <ul className={classes.rows}>
          {links.slice(0, most).map(edge => (
            <EdgeRow
              key={edge.id}
              edge={edge}
              from={byId.get(edge.from)!}
              to={byId.get(edge.to)!}
              isLean={edge.evidence.length === 0}
            />
          ))}
          {links.length <= most &&
            drawn
              .slice(0, most)
              .map(([from, own]) => (
                <DrawnRow key={from} from={byId.get(from)!} edges={own} to={own.map(edge => byId.get(edge.to)!)} />
              ))}
        </ul>
      )}
      {most < links.length && (
        <UnstyledButton className={classes.more} onClick={() => setMost(most + PAGE)}>
          {counted(links.length - most, "more tie")}
        </UnstyledButton>
      )}
      {node === undefined && alone.length !== 0 && (
        <p className={classes.summary}>
          Nothing ties {alone.length === 1 ? "this report" : "these reports"} to others:{" "}
          {alone.slice(0, 30).map(nameOf).join("; ")}
          {30 < alone.length && ` and ${counted(alone.length - 30, "more", "more")}`}.
        </p>
      )}
    </section>
  )
}

const nameOf = ({ name, number }: GraphNode): string => visibleLine(number === undefined ? name : `r${number} ${name}`)

/** Whom a report gives some of what it tells to: all in one sentence. */
function DrawnRow({
  from,
  to,
  edges,
}: {
  readonly from: GraphNode
  readonly to: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}) {
  return (
    <Evident
      as="li"
      evidence={edges.flatMap(({ evidence }) => evidence)}
      claim={`${nameOf(from)} gives some of what it tells to them`}
    >
      <p className={classes.tie}>
        <Link to={`/reports/${from.id}` as "/"}>{nameOf(from)}</Link> <span className={classes.verb}>draws on</span>{" "}
        {to.map((node, at) => (
          <span key={node.id} title={nodeWords(node)}>
            {at !== 0 && ", "}
            <b>{nameOf(node)}</b>
          </span>
        ))}
      </p>
    </Evident>
  )
}

/** A tie in a sentence. Its words are asked for when it gets the focus, where the picture came without them. */
function EdgeRow({
  edge,
  from,
  to,
  isLean,
}: {
  readonly edge: GraphEdge
  readonly from: GraphNode
  readonly to: GraphNode
  readonly isLean: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const isLink = edge.kind !== "draws-on"
  const link = useLink(edge.id, isLink && isOpen)
  const evidence =
    isLean && link.data
      ? [...link.data.evidence, ...link.data.passages.flatMap(one => [one.from, one.to])]
      : edge.evidence
  const isBothReports = from.type === "report" && to.type === "report"
  return (
    <Evident as="li" evidence={evidence} claim={`${nameOf(from)} ${verbOf(edge.kind)} ${nameOf(to)}`}>
      <p className={classes.tie}>
        <Link to={`/reports/${from.id}` as "/"}>{nameOf(from)}</Link>{" "}
        <span className={classes.verb}>
          {edge.isDirected ? verbOf(edge.kind) : `${verbOf(edge.kind)}, or is the source of,`}
        </span>{" "}
        {to.type === "report" ? <Link to={`/reports/${to.id}` as "/"}>{nameOf(to)}</Link> : <b>{nameOf(to)}</b>}
        {edge.isCircular && <span className={classes.circleWords}>, which cites it in turn</span>}
        {isBothReports && edge.kind !== "cites" && (
          <>
            {" · "}
            <Link to={"/reports/compare" as "/"} search={{ a: from.id, b: to.id } as never}>
              compare
            </Link>
          </>
        )}
        {isLink && (
          <UnstyledButton className={classes.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "fold" : "why"}
          </UnstyledButton>
        )}
      </p>
      {isOpen && (
        <div className={classes.why}>
          <p>{visibleLine(edge.why)}.</p>
          {link.data?.evidence.slice(0, 3).map(one => (
            <Quote key={`${one.reportId}:${one.start}`} of={one} />
          ))}
          {link.data?.passages.slice(0, 2).map(({ from: here, to: there }) => (
            <div key={`${here.start}:${there.start}`} className={classes.pair}>
              <Quote of={here} />
              <Quote of={there} />
            </div>
          ))}
        </div>
      )}
    </Evident>
  )
}
