import { z } from "zod"
import { sentenceAround } from "../../sentences.ts"
import type { CaseIndex } from "../case-index.ts"
import { type EvidenceView, evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { lineageIndex } from "./lineage-index.ts"
import { type ReportRow, reportKindSchema, reportRowSchema, reportRows } from "./report-rows.ts"

const orders = ["number", "published", "publisher", "title", "shared", "rested-on", "incidents", "statements"] as const

/** What may be asked of the list of reports. Days are EDTF days; both count as inside. */
export const reportsAskedSchema = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  sort: z.enum(orders).default("number"),
  order: z.enum(["up", "down"]).default("up"),
  publisher: z.string().optional(),
  kind: reportKindSchema.optional(),
  from: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .optional(),
  /** Words of title, publisher, byline, file or address, all of them, in any order. */
  text: z.string().optional(),
  /** Only reports of this incident, of this origin, or that rest on this report. */
  incident: z.string().optional(),
  origin: z.string().optional(),
  restsOn: z.string().optional(),
  /** Only reports with problems. */
  problems: z.stringbool().optional(),
})
export type ReportsAsked = z.infer<typeof reportsAskedSchema>

const facetSchema = z.object({ value: z.string(), count: z.number().int().min(1) }).readonly()

/** A page of the list of reports. `total` counts what the filters leave; the facets count the whole case. */
export const reportsViewSchema = z
  .object({
    total: z.number().int().min(0),
    offset: z.number().int().min(0),
    rows: z
      .array(
        reportRowSchema
          .unwrap()
          .extend({
            /** The words that show what it rests on; how it begins where it rests on nothing. */
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    kinds: z.array(facetSchema).readonly(),
    publishers: z.array(facetSchema).readonly(),
    /** First and last day of publication; "" when no report has a date. */
    days: z.object({ first: z.string(), last: z.string() }).readonly(),
    withProblems: z.number().int().min(0),
    withoutDate: z.number().int().min(0),
  })
  .readonly()
export type ReportsView = z.infer<typeof reportsViewSchema>

/** Publishers that a filter offers. The others are found by their name. */
const MOST_PUBLISHERS = 200

/** The reports of the case, filtered, sorted and by the page. */
export function reportsView(index: CaseIndex, asked: ReportsAsked): ReportsView {
  const all = reportRows(index)
  const found = sorted(filtered(index, all, asked), asked)
  const days = all.flatMap(({ edtf }) => (edtf === "" ? [] : [edtf.slice(0, 10)])).sort()
  return {
    total: found.length,
    offset: asked.offset,
    rows: found
      .slice(asked.offset, asked.offset + asked.limit)
      .map(row => ({ ...row, evidence: evidenceOf(index, row.id) })),
    kinds: facets(all.map(({ kind }) => kind)),
    publishers: facets(all.flatMap(({ publisher }) => publisher ?? [])).slice(0, MOST_PUBLISHERS),
    days: { first: days[0] ?? "", last: days.at(-1) ?? "" },
    withProblems: all.filter(({ problems }) => 0 < problems).length,
    withoutDate: all.filter(({ edtf }) => edtf === "").length,
  }
}

function filtered(index: CaseIndex, rows: readonly ReportRow[], asked: ReportsAsked): ReportRow[] {
  const words = (asked.text ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== "")
  const sets = setsOf(index, asked)
  return rows.filter(row => {
    if (asked.publisher !== undefined && row.publisher !== asked.publisher) return false
    if (asked.kind !== undefined && row.kind !== asked.kind) return false
    if (asked.problems && row.problems === 0) return false
    if (sets.some(set => !set.has(row.id))) return false
    const day = row.edtf.slice(0, 10)
    if ((asked.from !== undefined || asked.to !== undefined) && day === "") return false
    if (asked.from !== undefined && day < asked.from) return false
    if (asked.to !== undefined && asked.to < day) return false
    if (words.length === 0) return true
    const { byline, url } = index.reports.get(row.id)!
    const said = [`r${row.number}`, row.title, row.publisher, row.file, byline, url].join("\n").toLowerCase()
    return words.every(word => said.includes(word))
  })
}

function setsOf(index: CaseIndex, { incident, origin, restsOn }: ReportsAsked): ReadonlySet<string>[] {
  const { caseFile } = index
  const sets: ReadonlySet<string>[] = []
  if (incident !== undefined)
    sets.push(
      new Set(
        caseFile.incidents
          .filter(({ id, code }) => id === incident || code === incident.toUpperCase())
          .flatMap(({ reports }) => reports),
      ),
    )
  if (origin !== undefined)
    sets.push(new Set(caseFile.origins.filter(({ id }) => id === origin).flatMap(({ reports }) => reports)))
  if (restsOn !== undefined) sets.push(new Set((lineageIndex(index).to.get(restsOn) ?? []).map(({ from }) => from)))
  return sets
}

function sorted(rows: readonly ReportRow[], { sort, order }: ReportsAsked): ReportRow[] {
  const keyOf = keys[sort]
  const sign = order === "down" ? -1 : 1
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    // What is not known stands last, whichever way one sorts.
    if ((left === "") !== (right === "")) return left === "" ? 1 : -1
    return sign * compare(left, right) || a.number - b.number
  })
}

const keys: Readonly<Record<ReportsAsked["sort"], (row: ReportRow) => string | number>> = {
  number: row => row.number,
  published: row => row.edtf,
  publisher: row => (row.publisher ?? "").toLowerCase(),
  title: row => row.title.toLowerCase(),
  shared: row => row.shares.shared,
  "rested-on": row => row.restedOnBy,
  incidents: row => row.incidents,
  statements: row => row.statements,
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function facets(values: readonly string[]): { value: string; count: number }[] {
  return [...Map.groupBy(values, value => value)]
    .map(([value, same]) => ({ value, count: same.length }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

/** Words shown for a report in a list. */
const MOST_EVIDENCE = 3

function evidenceOf(index: CaseIndex, id: string): EvidenceView[] {
  const links = [...(lineageIndex(index).from.get(id) ?? [])].sort((a, b) => b.strength - a.strength)
  const shown = links.flatMap(({ evidence, passages }) => [
    ...evidence,
    ...passages.slice(0, 1).flatMap(({ from, to }) => [from, to]),
  ])
  if (0 < shown.length) return shown.slice(0, MOST_EVIDENCE).map(one => evidenceView(index, one))
  const report = index.reports.get(id)!
  const first = report.blocks.find(({ label }) => label === "paragraph") ?? report.blocks[0]
  if (!first) return []
  const { start, end } = sentenceAround(report, { start: first.start, end: first.start + 1 })
  return [evidenceView(index, { reportId: id, start, end, text: report.text.slice(start, end) })]
}
