import { z } from "zod"
import { originCountSchema, warningSchema } from "../../../core/casefile.ts"
import { type ToldWarning, toldInSteps } from "../../brief/told-warnings.ts"
import {
  audienceNames,
  horizonInWords,
  issuedInWords,
  leadInWords,
  likelihoodInWords,
  outcomeWords,
  subjectInWords,
  warningKindInWords,
} from "../../brief/warning-words.ts"
import { gradeInWords } from "../../grades.ts"
import { counted, edtfInWords, originsInWords, roleInWords, UNNAMED } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { tableOf } from "../table.ts"
import { timeExtent, timeExtentSchema } from "../timeline/time-extent.ts"

const { channel, outcome, kind } = warningSchema.unwrap().shape

/** A time in words, with its days for a picture where it has any. */
const momentSchema = z.object({ words: z.string(), extent: timeExtentSchema.optional() }).readonly()

/** A warning as the ledger shows it. */
export const warningRowSchema = z
  .object({
    id: z.string(),
    kind,
    kindWords: z.string(),
    issuer: z.object({ name: z.string(), role: z.string(), entityId: z.string().optional() }).readonly(),
    /** "" when nobody is named. */
    audience: z.string(),
    channel,
    issued: momentSchema,
    firstReported: momentSchema,
    subject: z.array(z.object({ label: z.string(), words: z.string() }).readonly()).readonly(),
    /** The words of the reports that say most. */
    words: z.string(),
    horizon: momentSchema.optional(),
    likelihood: z.string().optional(),
    outcome,
    outcomeWords: z.string(),
    incidents: z
      .array(
        z
          .object({
            id: z.string(),
            code: z.string(),
            title: z.string(),
            when: momentSchema,
            lead: z.string(),
            leadDays: z.object({ low: z.number().int(), high: z.number().int() }).readonly().nullable(),
            why: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    hindsight: z.boolean(),
    reports: z.number().int(),
    /** How many reports tell it and since when: "2 reports, first 6 November 2031". */
    told: z.string(),
    origins: originCountSchema,
    originWords: z.string(),
    grade: z.string().optional(),
    evidence: z.array(evidenceViewSchema).readonly(),
    evidenceTotal: z.number().int(),
    decided: z.array(decidedMarkSchema).readonly(),
  })
  .readonly()
export type WarningRow = z.infer<typeof warningRowSchema>

/** Every warning of the case as it is told, by day of issue. */
export const ledgerOf = tableOf(index => toldInSteps(index.caseFile))

/** Stretches of text that come with a row. */
const MOST_EVIDENCE = 3

/** A warning in one row. `mostEvidence` stretches of text come along. */
export function warningRow(
  index: CaseIndex,
  { warning, words }: ToldWarning,
  mostEvidence = MOST_EVIDENCE,
): WarningRow {
  const { issuer, issuerRole, issued, firstReported, horizon, likelihood, origins, grade, evidence } = warning
  return {
    id: warning.id,
    kind: warning.kind,
    kindWords: warningKindInWords(warning.kind),
    issuer: {
      name: issuer.name || UNNAMED,
      role: roleInWords(issuerRole ?? ""),
      ...(issuer.entityId !== undefined && { entityId: issuer.entityId }),
    },
    audience: audienceNames(warning).join(", "),
    channel: warning.channel,
    issued: momentOf(issued.edtf, issuedInWords(warning)),
    firstReported: momentOf(firstReported.slice(0, 10), firstReported === "" ? "no date" : undefined),
    subject: subjectInWords(warning),
    words,
    ...(horizon && { horizon: momentOf(horizon.edtf, horizonInWords(warning)) }),
    ...(likelihood && { likelihood: likelihoodInWords(likelihood) }),
    outcome: warning.outcome,
    outcomeWords: outcomeWords[warning.outcome],
    incidents: warning.incidents.map(link => {
      const incident = index.incidents.get(link.id)
      return {
        id: link.id,
        code: incident?.code ?? "",
        title: index.overviews.get(link.id)?.title ?? link.id,
        when: momentOf(incident?.when?.edtf ?? ""),
        lead: leadInWords(link),
        leadDays: link.leadDays,
        why: link.why,
      }
    }),
    hindsight: warning.hindsight,
    reports: warning.reports.length,
    told: toldInWords(warning.reports.length, firstReported.slice(0, 10)),
    origins: fewNames(origins),
    originWords: originsInWords(origins),
    ...(grade && { grade: gradeInWords(grade) }),
    evidence: evidence.slice(0, mostEvidence).map(one => evidenceView(index, one)),
    evidenceTotal: evidence.length,
    decided: decidedMarks(index, warning.id),
  }
}

function toldInWords(reports: number, first: string): string {
  if (first === "") return `${counted(reports, "report")} without a date`
  return `${counted(reports, "report")}, ${1 < reports ? "first " : ""}${edtfInWords(first)}`
}

function momentOf(edtf: string, words = edtfInWords(edtf)) {
  const extent = timeExtent(edtf)
  return { words, ...(extent && { extent }) }
}
