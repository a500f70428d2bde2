import { z } from "zod"
import { type FlatEvidence, type Incident, type Lineage, type Origin, originSchema } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import { inRanges } from "../../brief/report-numbers.ts"
import { publicationInWords } from "../../metadata.ts"
import type { CaseIndex } from "../case-index.ts"
import { type EvidenceView, evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { firstHand } from "./first-hand.ts"
import { type LineageIndex, lineageIndex } from "./lineage-index.ts"
import { isCircular, isDirected, linkKindSchema, percent } from "./link-view.ts"
import { type ReportRow, reportKindSchema, reportRows } from "./report-rows.ts"

const nodeSchema = z
  .object({
    id: z.string(),
    /** "source": named by a report, neither a report of the case nor where anything it tells is known to come from. */
    type: z.enum(["report", "origin", "source"]),
    name: z.string(),
    /** Of a report. `copies`: exact copies that stand behind it in the picture, `copyNumbers` them in words. */
    number: z.number().int().optional(),
    title: z.string().optional(),
    kind: reportKindSchema.optional(),
    copies: z.number().int().min(0),
    copyNumbers: z.string(),
    /** What origin it is, if it is one. */
    originKind: originSchema.unwrap().shape.kind.optional(),
    /** EDTF of its publication, an interval where only that is known, "" where nothing is; of an origin that of the first report with a date that has it. */
    edtf: z.string(),
    published: z.string(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type GraphNode = z.infer<typeof nodeSchema>

const edgeSchema = z
  .object({
    id: z.string(),
    /** `from` rests on `to`. "draws-on": what a report gives to an origin outside the case. */
    from: z.string(),
    to: z.string(),
    kind: z.enum([...linkKindSchema.options, "draws-on"]),
    /** Whole percents of `from`; 0 where that is not measured. */
    strength: z.number().int().min(0).max(100),
    isDirected: z.boolean(),
    isCircular: z.boolean(),
    why: z.string(),
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type GraphEdge = z.infer<typeof edgeSchema>

/** Who rests on whom, and where what they tell came from. */
export const originGraphViewSchema = z
  .object({
    /** The incident it was asked for. */
    incident: z.object({ id: z.string(), code: z.string(), title: z.string() }).readonly().optional(),
    /** Reports before exact copies were put together. */
    reports: z.number().int().min(0),
    nodes: z.array(nodeSchema).readonly(),
    edges: z.array(edgeSchema).readonly(),
    /** Nodes that were left out: those that fewest others are tied to. */
    omitted: z.number().int().min(0),
  })
  .readonly()
export type OriginGraphView = z.infer<typeof originGraphViewSchema>

export const originGraphAskedSchema = z.object({ incident: z.string().optional() })

/** More nodes than this nobody can look at, and a browser is slow to lay out. A choice. */
const MOST_NODES = 1_000
/** Up to this many the words come with the picture. */
const FEW_NODES = 80
const MOST_EVIDENCE = 3

/** The graph of the case, or of what is told of one incident. Throws HeedError "not-found". */
export function originGraphView(
  index: CaseIndex,
  { incident: asked }: z.infer<typeof originGraphAskedSchema>,
): OriginGraphView {
  const incident = asked === undefined ? undefined : requireIncident(index, asked)
  const lineage = lineageIndex(index)
  const origins = originsOf(index, incident)
  const scope = incident
    ? [...new Set([...incident.reports, ...origins.flatMap(({ own }) => own ?? [])])]
    : index.caseFile.reports.map(({ id }) => id)
  const inScope = new Set(scope)
  const standing = (id: string): string => {
    const original = lineage.originalOf.get(id)
    return original !== undefined && inScope.has(original) ? original : id
  }
  const groups = Map.groupBy(scope, standing)
  const reports = [...groups].map(([id, all]) => reportNode(index, lineage, id, all))
  const outside = outsideNodes(index, lineage, origins, inScope)
  const edges = [
    ...reportEdges(index, lineage, [...groups.keys()], groups, standing),
    ...outside.flatMap(one => outsideEdges(index, lineage, one, groups, standing)),
  ]
  return withFew(incident, scope.length, [...reports, ...outside], edges)
}

function requireIncident({ overview, overviews }: CaseIndex, asked: string): Incident {
  const incident = overviews.get(asked) ?? overview.incidents.find(({ code }) => code === asked.toUpperCase())
  if (!incident) throw new HeedError("not-found", `no incident ${asked} in this case, as it is known at this day`)
  return incident
}

/** A node or an edge that may be left out: what is drawn of thousands is chosen first. `withWords`: with the words of reports that show it. */
interface NodeSketch {
  readonly id: string
  readonly copies: number
  readonly draw: (withWords: boolean) => GraphNode
}
interface EdgeSketch {
  readonly from: string
  readonly to: string
  readonly draw: (withWords: boolean) => GraphEdge
}

/** Origins of the case, or those that an incident counts: the case file names them there. */
export function originsOf({ caseFile }: CaseIndex, incident: Incident | undefined): readonly Origin[] {
  if (!incident) return caseFile.origins
  const reports = new Set(incident.reports)
  const names = new Set(incident.origins.names)
  return caseFile.origins.filter(origin => names.has(origin.name) && origin.reports.some(id => reports.has(id)))
}

const wordsOf = (index: CaseIndex, evidence: readonly FlatEvidence[] | undefined): EvidenceView[] =>
  (evidence ?? []).slice(0, MOST_EVIDENCE).map(one => evidenceView(index, one))

function reportNode(index: CaseIndex, lineage: LineageIndex, id: string, group: readonly string[]): NodeSketch {
  return { id, copies: group.length - 1, draw: withWords => drawReport(index, lineage, id, group, withWords) }
}

function drawReport(
  index: CaseIndex,
  lineage: LineageIndex,
  id: string,
  group: readonly string[],
  withWords: boolean,
): GraphNode {
  const row: ReportRow = reportRows(index)[index.numbers.get(id)! - 1]!
  const report = index.reports.get(id)!
  const copies = group.filter(other => other !== id)
  const own = lineage.own.get(id) ?? []
  const origin = own.find(({ kind }) => kind !== "unproven") ?? own[0]
  return {
    id,
    type: "report",
    // Others may tell who published a report that does not say it; that is no more than likely.
    name: row.publisher ?? (row.perhaps === undefined ? row.title : `perhaps ${row.perhaps}`),
    number: row.number,
    title: row.title,
    kind: row.kind,
    copies: copies.length,
    copyNumbers: inRanges(copies.map(other => index.numbers.get(other)!)),
    ...(origin && { originKind: origin.kind }),
    edtf: report.published?.edtf ?? report.publishedBetween?.edtf ?? "",
    published: publicationInWords(report).published,
    evidence: withWords ? wordsOf(index, origin?.evidence) : [],
  }
}

/** Something outside the case, the reports that have something from it, and their links that name it. */
interface Outside extends NodeSketch {
  readonly name: string
  readonly origin?: Origin
  readonly drawnBy: readonly string[]
  readonly links: readonly Lineage[]
}

/** Origins that are no report of the case, and sources that reports name; one node where they have the same name. */
function outsideNodes(
  index: CaseIndex,
  lineage: LineageIndex,
  origins: readonly Origin[],
  inScope: ReadonlySet<string>,
): Outside[] {
  const links = [...inScope]
    .flatMap(id => lineage.from.get(id) ?? [])
    .filter(link => link.to === null && link.source !== undefined)
  const named = Map.groupBy(links, link => plainName(link.source!))
  const outside = origins.filter(({ own = [] }) => !own.some(id => inScope.has(id)))
  const known = new Set(outside.map(({ name }) => plainName(name)))
  const isWhole = inScope.size === index.caseFile.reports.length
  // A source of a report is no source of one incident that it tells, unless that counts it.
  const unknown = isWhole ? [...named].filter(([key]) => !known.has(key)) : []
  return [
    ...outside.map((origin): Outside => {
      const reports = origin.reports.filter(id => inScope.has(id))
      const links = named.get(plainName(origin.name)) ?? []
      return { ...outsideNode(index, origin.id, origin.name, origin, reports), origin, drawnBy: reports, links }
    }),
    ...unknown.map(([key, same]): Outside => {
      const reports = same.map(({ from }) => from)
      const name = same[0]!.source!
      return { ...outsideNode(index, `source ${key}`, name, undefined, reports), drawnBy: [], links: same }
    }),
  ]
}

const plainName = (name: string) =>
  name.toLowerCase().replace(/^the | (?:newspaper|magazine|website|news agency)$/gu, "")

function outsideNode(
  index: CaseIndex,
  id: string,
  name: string,
  origin: Origin | undefined,
  reports: readonly string[],
): NodeSketch & { readonly name: string } {
  const draw = (withWords: boolean): GraphNode => {
    const [first = ""] = reports.flatMap(report => index.reports.get(report)!.published?.edtf ?? []).sort()
    return {
      id,
      type: origin ? "origin" : "source",
      name,
      copies: 0,
      copyNumbers: "",
      ...(origin && { originKind: origin.kind }),
      edtf: first,
      published: "",
      evidence: withWords ? wordsOf(index, origin?.evidence) : [],
    }
  }
  return { id, name, copies: 0, draw }
}

function reportEdges(
  index: CaseIndex,
  lineage: LineageIndex,
  ids: readonly string[],
  groups: ReadonlyMap<string, readonly string[]>,
  standing: (id: string) => string,
): EdgeSketch[] {
  return ids.flatMap(id =>
    (lineage.from.get(id) ?? []).flatMap(link => {
      const to = link.to === null ? undefined : standing(link.to)
      return to === undefined || to === id || !groups.has(to) ? [] : [edgeOf(index, lineage, link, id, to)]
    }),
  )
}

function edgeOf(index: CaseIndex, lineage: LineageIndex, link: Lineage, from: string, to: string): EdgeSketch {
  const draw = (withWords: boolean): GraphEdge => ({
    id: link.id,
    from,
    to,
    kind: link.kind,
    strength: percent(link.strength),
    isDirected: isDirected(link),
    isCircular: isCircular(link),
    why: lineage.whyOf(link),
    evidence: withWords ? wordsOf(index, shownOf(link)) : [],
  })
  return { from, to, draw }
}

/** The words that show a link best: those that name the other, or the longest passage. */
function shownOf(link: Lineage): readonly FlatEvidence[] {
  const [longest] = [...link.passages].sort(
    (a, b) => b.similarity * b.from.text.length - a.similarity * a.from.text.length,
  )
  return [...link.evidence.slice(0, 1), ...(longest ? [longest.from, longest.to] : link.evidence.slice(1))]
}

/** A report that names its source is tied to it by that; one that only has something from it, if it has it first hand. */
function outsideEdges(
  index: CaseIndex,
  lineage: LineageIndex,
  { id, name, origin, drawnBy, links }: Outside,
  groups: ReadonlyMap<string, readonly string[]>,
  standing: (id: string) => string,
): EdgeSketch[] {
  const named = links
    .filter(link => groups.has(link.from) && standing(link.from) === link.from)
    .map(link => edgeOf(index, lineage, link, link.from, id))
  const naming = new Set(named.map(({ from }) => from))
  const drawing = firstHand(lineage, [...new Set(drawnBy.map(standing))]).filter(report => !naming.has(report))
  return [
    ...named,
    ...drawing.map((from): EdgeSketch => {
      const draw = (withWords: boolean): GraphEdge => ({
        id: `${from} ${id}`,
        from,
        to: id,
        kind: "draws-on",
        strength: 0,
        isDirected: true,
        isCircular: false,
        why: `it gives some of what it tells to ${name}`,
        evidence: withWords ? wordsOf(index, origin?.evidence).filter(({ reportId }) => reportId === from) : [],
      })
      return { from, to: id, draw }
    }),
  ]
}

function withFew(
  incident: Incident | undefined,
  reports: number,
  nodes: readonly NodeSketch[],
  edges: readonly EdgeSketch[],
): OriginGraphView {
  const ties = new Map<string, number>()
  for (const { from, to } of edges) for (const id of [from, to]) ties.set(id, (ties.get(id) ?? 0) + 1)
  const weight = (node: NodeSketch) => (ties.get(node.id) ?? 0) + node.copies
  const kept =
    nodes.length <= MOST_NODES ? nodes : [...nodes].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_NODES)
  const shown = new Set(kept.map(({ id }) => id))
  const withWords = kept.length <= FEW_NODES
  return {
    ...(incident && { incident: { id: incident.id, code: incident.code, title: incident.title } }),
    reports,
    nodes: kept.map(({ draw }) => draw(withWords)),
    edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)).map(({ draw }) => draw(withWords)),
    omitted: nodes.length - kept.length,
  }
}
