import { z } from "zod"
import { type FlatReport, type Lineage, originSchema } from "../../../core/casefile.ts"
import { removedLabelSchema } from "../../../core/report.ts"
import { statusSchema } from "../../../core/status.ts"
import { removedWords, repairWords } from "../../cleaning.ts"
import { languageInWords, metadataSourceInWords } from "../../metadata.ts"
import { edtfInWords } from "../../words.ts"
import { type CaseIndex, requireOf } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { lineageIndex } from "./lineage-index.ts"
import { FEW_PASSAGES, linkView, linkViewSchema } from "./link-view.ts"
import { reportRowSchema, reportRows } from "./report-rows.ts"

/** All that the case knows of one report besides its text. */
export const reportViewSchema = reportRowSchema
  .unwrap()
  .extend({
    /** Numbers of the reports before and after it. */
    previous: z.string().optional(),
    next: z.string().optional(),
    /** "Publisher", "Estuary News", "header of the page (Open Graph)". `how` is "" where the value needs none. */
    metadata: z.array(z.object({ name: z.string(), value: z.string(), how: z.string() }).readonly()).readonly(),
    /** An address of the page; only http and https. */
    url: z.string().optional(),
    removed: z
      .array(
        z
          .object({
            label: removedLabelSchema,
            words: z.string(),
            /** The first of them. */
            texts: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    repairs: z.array(z.string()).readonly(),
    /** For an exact copy the report whose words it has. */
    original: z.string().optional(),
    restsOnLinks: z.array(linkViewSchema).readonly(),
    restedOnByLinks: z.array(linkViewSchema).readonly(),
    /** All that rest on it; `restedOnByLinks` may hold fewer. */
    restedOnByTotal: z.number().int().min(0),
    originList: z
      .array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            kind: originSchema.unwrap().shape.kind,
            /** The report is this origin: the information entered public reporting through it. */
            isOwn: z.boolean(),
            reports: z.number().int().min(1),
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    incidentList: z
      .array(z.object({ id: z.string(), code: z.string(), title: z.string(), status: statusSchema }).readonly())
      .readonly(),
    warnings: z.number().int().min(0),
    problemList: z.array(z.object({ code: z.string(), message: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type ReportView = z.infer<typeof reportViewSchema>

/** Links that a card shows: those of a wire story with a thousand copies are a list of their own. A choice. */
const MOST_LINKS = 30
const MOST_TEXTS = 5

/** The card of one report. Throws HeedError "not-found". */
export function reportView(index: CaseIndex, id: string): ReportView {
  const report = requireOf(index.reports, id, "report")
  const { overview, caseFile } = index
  const rows = reportRows(index)
  const at = index.numbers.get(id)! - 1
  const lineage = lineageIndex(index)
  const resting = lineage.to.get(id) ?? []
  const byStrength = (a: Lineage, b: Lineage) => b.strength - a.strength || (a.id < b.id ? -1 : 1)
  const links = (list: readonly Lineage[]) =>
    [...list]
      .sort(byStrength)
      .slice(0, MOST_LINKS)
      .map(link => linkView(index, link, FEW_PASSAGES))
  const own = new Set((lineage.own.get(id) ?? []).map(origin => origin.id))
  const original = lineage.originalOf.get(id)
  return {
    ...rows[at]!,
    ...(0 < at && { previous: rows[at - 1]!.id }),
    ...(rows[at + 1] && { next: rows[at + 1]!.id }),
    metadata: metadataOf(report, rows[at]!),
    ...(report.url !== undefined && /^https?:\/\//iu.test(report.url) && { url: report.url }),
    removed: [...Map.groupBy(report.removed, block => block.label)].map(([label, blocks]) => ({
      label,
      words: removedWords(blocks.length, label),
      texts: blocks.slice(0, MOST_TEXTS).map(({ text }) => text.slice(0, 500)),
    })),
    repairs: report.repairs.map(repairWords),
    ...(original !== undefined && { original }),
    restsOnLinks: links(lineage.from.get(id) ?? []),
    restedOnByLinks: links(resting),
    restedOnByTotal: resting.length,
    originList: (lineage.origins.get(id) ?? []).map(origin => ({
      id: origin.id,
      name: origin.name,
      kind: origin.kind,
      isOwn: own.has(origin.id),
      reports: origin.reports.length,
      evidence: origin.evidence
        .filter(({ reportId }) => reportId === id || reportId === original)
        .slice(0, FEW_PASSAGES)
        .map(one => evidenceView(index, one)),
    })),
    incidentList: overview.incidents
      .filter(({ reports }) => reports.includes(id))
      .map(({ id: incidentId, code, title, status }) => ({ id: incidentId, code, title, status })),
    warnings: caseFile.warnings.filter(({ reports }) => reports.includes(id)).length,
    problemList: caseFile.problems
      .filter(({ reportId }) => reportId === id)
      .map(({ code, message }) => ({ code, message })),
  }
}

function metadataOf(
  report: FlatReport,
  row: { readonly published: string; readonly publishedHow: string },
): ReportView["metadata"] {
  const { knownBy = {}, publisher, byline, updated, url, file, language, encoding } = report
  const how = (source: (typeof knownBy)["url"]) => (source === undefined ? "" : metadataSourceInWords(source))
  return [
    { name: "Publisher", value: publisher ?? "unknown", how: how(knownBy.publisher) },
    { name: "Published", value: row.published, how: row.publishedHow },
    ...(updated ? [{ name: "Updated", value: edtfInWords(updated.edtf), how: how(updated.method) }] : []),
    ...(byline === undefined ? [] : [{ name: "Byline", value: byline, how: how(knownBy.byline) }]),
    { name: "Title", value: report.title || "none", how: how(knownBy.title) },
    ...(url === undefined ? [] : [{ name: "Address", value: url, how: how(knownBy.url) }]),
    ...(file === undefined ? [] : [{ name: "File", value: file, how: "" }]),
    { name: "Language", value: languageInWords(language), how: "" },
    { name: "Encoding", value: encoding, how: "" },
  ]
}
