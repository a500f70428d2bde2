import { z } from "zod"
import { originCountSchema, relationSchema } from "../../core/casefile.ts"
import { statusSchema } from "../../core/status.ts"
import { writeBrief } from "../brief/write-brief.ts"
import type { CaseIndex } from "./case-index.ts"
import { evidenceView, evidenceViewSchema } from "./evidence-view.ts"

const partSchema = z.union([
  z.object({ text: z.string(), sign: z.literal(true).optional() }),
  z.object({ mark: z.number().int().min(1) }),
])

/** What an item of a line is, for the address that shows it. */
const itemKindSchema = z.enum(["incident", "fact", "entity", "warning", "statement", "report", "other"])

const lineSchema = z.object({
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  label: z.string(),
  parts: z.array(partSchema).readonly(),
  id: z.string().optional(),
  kind: itemKindSchema.optional(),
  /** Whether a person decided something about the item. */
  decided: z.boolean().optional(),
  signs: z
    .object({
      relation: relationSchema.optional(),
      status: statusSchema.optional(),
      origins: originCountSchema.optional(),
      reports: z.number().int().optional(),
    })
    .readonly()
    .optional(),
})

/** The brief as a screen shows it: its lines as `write-brief` words them, with the signs to draw and the words behind each mark. */
export const briefViewSchema = z
  .object({
    title: z.string(),
    summary: z.string(),
    asOf: z.string(),
    sections: z
      .array(
        z
          .object({
            key: z.string(),
            heading: z.string(),
            /** Items of the section; `lines` may hold fewer. */
            total: z.number().int().min(0),
            lines: z.array(lineSchema.readonly()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
    notes: z.array(z.object({ mark: z.number().int().min(1), evidence: evidenceViewSchema }).readonly()).readonly(),
  })
  .readonly()
export type BriefView = z.infer<typeof briefViewSchema>
export type BriefLine = BriefView["sections"][number]["lines"][number]

/** Items of one section that a screen gets at once. A choice: a case of thousands of reports has lists for the rest. */
const MOST_ITEMS = 40

/** The brief of the case. */
export function briefView(index: CaseIndex): BriefView {
  const { title, summary, asOf, sections, notes } = writeBrief(index.caseFile)
  const decided = new Set(
    (index.caseFile.decisions ?? []).filter(({ withdrawn }) => !withdrawn).map(({ subject }) => subject),
  )
  const shown = sections.map(({ key, heading, lines }) => {
    const starts = lines.flatMap(({ level }, at) => (level === 0 ? [at] : []))
    const kept = lines.slice(0, starts[MOST_ITEMS] ?? lines.length)
    return {
      key,
      heading,
      total: starts.length,
      lines: kept.map(line => ({
        ...line,
        ...(line.id !== undefined && { kind: kindOf(index, line.id), ...(decided.has(line.id) && { decided: true }) }),
      })),
    }
  })
  const used = new Set(
    shown.flatMap(({ lines }) =>
      lines.flatMap(({ parts }) => parts.flatMap(part => ("mark" in part ? [part.mark] : []))),
    ),
  )
  return {
    title,
    summary,
    asOf,
    sections: shown,
    notes: notes
      .filter(({ mark }) => used.has(mark))
      .map(({ mark, evidence }) => ({ mark, evidence: evidenceView(index, evidence) })),
  }
}

function kindOf(index: CaseIndex, id: string): z.infer<typeof itemKindSchema> {
  if (index.incidents.has(id)) return "incident"
  if (index.facts.has(id)) return "fact"
  if (index.entities.has(id)) return "entity"
  if (index.warnings.has(id)) return "warning"
  if (index.statements.has(id)) return "statement"
  return index.reports.has(id) ? "report" : "other"
}
