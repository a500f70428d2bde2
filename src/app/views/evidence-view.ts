import { z } from "zod"
import { type FlatEvidence, type FlatReport, flatEvidenceSchema } from "../../core/casefile.ts"
import { sentenceAround } from "../sentences.ts"
import { edtfInWords } from "../words.ts"
import type { CaseIndex } from "./case-index.ts"

/** Words of a report as a view shows them: with what stands before and after them in their sentence ("" when nothing does). Texts are as the report has them; a screen makes them harmless. */
export const evidenceViewSchema = flatEvidenceSchema
  .unwrap()
  .extend({ before: z.string(), after: z.string() })
  .readonly()
export type EvidenceView = z.infer<typeof evidenceViewSchema>

/** The words with the rest of their sentence. */
export function evidenceView({ reports }: CaseIndex, { reportId, start, end, text }: FlatEvidence): EvidenceView {
  const report = reports.get(reportId)!
  const sentence = sentenceAround(report, { start, end })
  return {
    reportId,
    start,
    end,
    text,
    before: report.text.slice(sentence.start, start),
    after: report.text.slice(end, sentence.end),
  }
}

/** What a screen says of a report where it quotes it. `published` is in words, "no date" when there is none. */
export const reportHeadSchema = z
  .object({
    id: z.string(),
    number: z.number().int().min(1),
    title: z.string(),
    publisher: z.string().optional(),
    published: z.string(),
    /** EDTF, for sorting; "" without a date. */
    edtf: z.string(),
  })
  .readonly()
export type ReportHead = z.infer<typeof reportHeadSchema>

/** A report in one line. */
export function reportHead({ numbers }: CaseIndex, report: FlatReport): ReportHead {
  const edtf = report.published?.edtf ?? ""
  return {
    id: report.id,
    number: numbers.get(report.id)!,
    title: report.title,
    ...(report.publisher !== undefined && { publisher: report.publisher }),
    published: edtf === "" ? "no date" : edtfInWords(edtf),
    edtf,
  }
}
