import { z } from "zod"
import { originCountSchema } from "../../core/casefile.ts"
import { privatePeople } from "../people.ts"
import type { CaseIndex } from "./case-index.ts"
import { reportHead, reportHeadSchema } from "./evidence-view.ts"
import { fewNames } from "./few-names.ts"
import { isSomebody } from "./people/people-table.ts"

/** What the frame of every screen shows: what case this is, how much is in it, and the days on which it grew. */
export const caseViewSchema = z
  .object({
    name: z.string(),
    engine: z.string(),
    asOf: z.string().nullable(),
    policy: z.string(),
    origins: originCountSchema,
    counts: z
      .object({
        reports: z.number().int(),
        incidents: z.number().int(),
        warnings: z.number().int(),
        entities: z.number().int(),
        /** Of the entities those that act and speak: people, organizations, armed groups; without those who are private. */
        people: z.number().int(),
        statements: z.number().int(),
        utterances: z.number().int(),
        problems: z.number().int(),
        decisions: z.number().int(),
      })
      .readonly(),
  })
  .readonly()
export type CaseView = z.infer<typeof caseViewSchema>

/** The case in numbers. */
export function caseView({ caseFile }: CaseIndex): CaseView {
  const { name, engine, asOf, policy, origins } = caseFile.case
  const hidden = privatePeople(caseFile)
  return {
    name,
    engine,
    asOf,
    policy,
    origins: fewNames(origins),
    counts: {
      reports: caseFile.reports.length,
      incidents: caseFile.incidents.length,
      warnings: caseFile.warnings.length,
      entities: caseFile.entities.length,
      people: caseFile.entities.filter(entity => isSomebody(entity) && !hidden.has(entity.id)).length,
      statements: caseFile.statements.length,
      utterances: caseFile.utterances.length,
      problems: caseFile.problems.length,
      decisions: caseFile.decisions?.length ?? 0,
    },
  }
}

export const reportHeadsSchema = z.array(reportHeadSchema).readonly()

/** Every report in one line, by number. */
export function reportHeads(index: CaseIndex): z.infer<typeof reportHeadsSchema> {
  return index.caseFile.reports.map(report => reportHead(index, report)).sort((a, b) => a.number - b.number)
}

/** A day of publication and the reports that came on it. */
export const dayViewSchema = z.object({ day: z.string(), reports: z.number().int().min(1) }).readonly()
export const daysViewSchema = z.array(dayViewSchema).readonly()

/** The days on which the case grew, in order: the stops of the "as known at" slider. Of the whole case, not of one day's. */
export function daysView({ caseFile }: CaseIndex): z.infer<typeof daysViewSchema> {
  const days = Map.groupBy(
    caseFile.reports.flatMap(({ published }) => published?.edtf.slice(0, 10) ?? []),
    day => day,
  )
  return [...days].map(([day, same]) => ({ day, reports: same.length })).sort((a, b) => (a.day < b.day ? -1 : 1))
}
