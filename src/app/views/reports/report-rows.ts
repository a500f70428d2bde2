import { z } from "zod"
import type { FlatReport, Lineage } from "../../../core/casefile.ts"
import type { Span } from "../../../core/span.ts"
import { untitled } from "../../brief/sources.ts"
import { cleaningWords } from "../../cleaning.ts"
import { gradeInWords } from "../../grades.ts"
import { languageInWords, publicationInWords } from "../../metadata.ts"
import { inSteps } from "../../steps.ts"
import type { ReportKind } from "../../words.ts"
import { tableOf } from "../table.ts"
import { type LineageIndex, lineageIndex } from "./lineage-index.ts"

export const reportKindSchema = z.enum([
  "own-reporting",
  "wire",
  "copy",
  "rewrite",
  "update",
  "cites",
  "unproven",
]) satisfies z.ZodType<ReportKind>

/** How much of a report's words stand in passages that it shares with reports it rests on: whole percents. `same`: in the same or nearly the same words; what remains of `shared` is reworded. */
export const sharesSchema = z
  .object({ shared: z.number().int().min(0).max(100), same: z.number().int().min(0).max(100) })
  .readonly()
export type Shares = z.infer<typeof sharesSchema>

/** A report in a list. */
export const reportRowSchema = z
  .object({
    id: z.string(),
    number: z.number().int().min(1),
    /** The title, or how the report begins when it has none. */
    title: z.string(),
    hasTitle: z.boolean(),
    publisher: z.string().optional(),
    /** Where the report does not name its publisher: whom others who have its words name for them. */
    perhaps: z.string().optional(),
    file: z.string().optional(),
    /** In words: "no date, between ..." where only that can be told. */
    published: z.string(),
    /** How the time of publication is known, in words. */
    publishedHow: z.string(),
    edtf: z.string(),
    language: z.string(),
    kind: reportKindSchema,
    shares: sharesSchema,
    /** Numbers of the reports it rests on, the strongest first, and names of sources outside the case. */
    restsOn: z.array(z.number().int()).readonly(),
    sources: z.array(z.string()).readonly(),
    /** How many reports of the case rest on it, and how many of them are exact copies. */
    restedOnBy: z.number().int().min(0),
    copies: z.number().int().min(0),
    origins: z.number().int().min(0),
    incidents: z.number().int().min(0),
    statements: z.number().int().min(0),
    problems: z.number().int().min(0),
    /** What was left out and repaired, in words; "" when nothing was. */
    cleaning: z.string(),
    grade: z.string().optional(),
  })
  .readonly()
export type ReportRow = z.infer<typeof reportRowSchema>

/** Every report of the case as a row, by number. */
export const reportRows = tableOf(function* (index): Generator<void, readonly ReportRow[]> {
  const { caseFile, numbers } = index
  yield* lineageIndex.steps(index)
  const lineage = lineageIndex(index)
  const incidents = countBy(caseFile.incidents.flatMap(incident => incident.reports))
  const statements = countBy(caseFile.statements.map(({ evidence }) => evidence[0]!.reportId))
  const problems = countBy(caseFile.problems.flatMap(({ reportId }) => reportId ?? []))
  yield
  const rows: ReportRow[] = []
  yield* inSteps(caseFile.reports, 100, report => {
    const links = [...(lineage.from.get(report.id) ?? [])].sort((a, b) => b.strength - a.strength)
    const resting = lineage.to.get(report.id) ?? []
    rows.push({
      id: report.id,
      number: numbers.get(report.id)!,
      title: report.title || untitled(report),
      hasTitle: report.title !== "",
      ...(report.publisher !== undefined && { publisher: report.publisher }),
      ...perhapsBy(report, lineage),
      ...(report.file !== undefined && { file: report.file }),
      ...publication(report),
      edtf: report.published?.edtf ?? "",
      language: languageInWords(report.language),
      kind: kindOf(report.id, lineage),
      shares: sharesOf(report, links, lineage.originalOf.has(report.id)),
      restsOn: [...new Set(links.flatMap(({ to }) => (to === null ? [] : [numbers.get(to)!])))],
      sources: [...new Set(links.flatMap(({ to, source }) => (to === null && source !== undefined ? [source] : [])))],
      restedOnBy: new Set(resting.map(({ from }) => from)).size,
      copies: resting.filter(({ from }) => lineage.originalOf.get(from) === report.id).length,
      origins: lineage.origins.get(report.id)?.length ?? 0,
      incidents: incidents.get(report.id) ?? 0,
      // What an exact copy says, its original says: the case file keeps it once.
      statements: statements.get(lineage.originalOf.get(report.id) ?? report.id) ?? 0,
      problems: problems.get(report.id) ?? 0,
      cleaning: cleaningWords(report),
      ...(report.grade && { grade: gradeInWords(report.grade) }),
    })
  })
  return rows.sort((a, b) => a.number - b.number)
})

function publication(report: FlatReport): Pick<ReportRow, "published" | "publishedHow"> {
  const { published, how } = publicationInWords(report)
  return { published, publishedHow: how }
}

function countBy(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Its own origin is named by what is known of it: its publisher, else whom others name, else its file or its title. */
function perhapsBy(report: FlatReport, { own }: LineageIndex): Pick<ReportRow, "perhaps"> {
  if (report.publisher !== undefined) return {}
  const known: readonly (string | undefined)[] = [report.file, report.url, report.title, report.id]
  const name = own.get(report.id)?.find(origin => origin.kind !== "unproven" && !known.includes(origin.name))?.name
  return name === undefined ? {} : { perhaps: name }
}

/** From this share on, what a report says of itself to have from others is what it is: as in reconcile/lineage/origins.ts. */
const MOSTLY_CITES = 0.6

const kindOfLink = { copies: "copy", rewrites: "rewrite", updates: "update" } as const

/** What it rests on counts most; then whether it is an origin that is proven; then whom it credits. */
export function kindOf(id: string, { from, own }: LineageIndex): ReportKind {
  const links = from.get(id) ?? []
  const [strongest] = links.filter(link => link.kind !== "cites").sort((a, b) => b.strength - a.strength)
  if (strongest && strongest.kind !== "cites") return kindOfLink[strongest.kind]
  const proven = own.get(id)?.find(origin => origin.kind !== "unproven")
  if (proven) return proven.kind === "wire" ? "wire" : "own-reporting"
  return links.some(link => MOSTLY_CITES <= link.strength) ? "cites" : "unproven"
}

/** No word is counted twice, however many passages hold it. */
function sharesOf(report: FlatReport, links: readonly Lineage[], isExactCopy: boolean): Shares {
  if (isExactCopy) return { shared: 100, same: 100 }
  const passages = links.filter(link => link.kind !== "cites").flatMap(link => link.passages)
  if (passages.length === 0) return { shared: 0, same: 0 }
  const same = passages.filter(({ kind }) => kind === "verbatim" || kind === "near")
  const shared = shareOfWords(
    report,
    passages.map(({ from }) => from),
  )
  if (same.length === passages.length) return { shared, same: shared }
  return {
    shared,
    same: shareOfWords(
      report,
      same.map(({ from }) => from),
    ),
  }
}

/** Share of a report's words that stand in the spans, in whole percents; less than all is never 100, more than nothing never 0. */
export function shareOfWords({ text }: Pick<FlatReport, "text">, spans: readonly Span[]): number {
  if (spans.length === 0) return 0
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let [inside, all, at, reach] = [0, 0, 0, 0]
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    for (; at < sorted.length && sorted[at]!.start <= index; at++) reach = Math.max(reach, sorted[at]!.end)
    all++
    if (index < reach) inside++
  }
  if (inside === 0) return 0
  return inside === all ? 100 : Math.min(99, Math.max(1, Math.round((100 * inside) / all)))
}
