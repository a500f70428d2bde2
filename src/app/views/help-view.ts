import { z } from "zod"
import { originCountSchema, originSchema } from "../../core/casefile.ts"
import { exampleOrigins, exampleReports } from "../help/counting.ts"
import data from "../help/data/help.json" with { type: "json" }
import { helpDataSchema } from "../help/help-data.ts"
import {
  lineageMeanings,
  notDone,
  originMeanings,
  outcomeMeanings,
  policyMeanings,
  relationMeanings,
  statusMeanings,
} from "../help/meanings.ts"
import type { CaseIndex } from "./case-index.ts"
import { fewNames } from "./few-names.ts"

const meaningsSchema = z.array(z.object({ key: z.string(), meaning: z.string() }).readonly()).readonly()

/** The help: what words and signs mean, how origins are counted, how often Heed is right, what it does not do. */
export const helpViewSchema = helpDataSchema
  .unwrap()
  .extend({
    relations: meaningsSchema,
    statuses: meaningsSchema,
    originKinds: meaningsSchema,
    lineage: meaningsSchema,
    outcomes: meaningsSchema,
    policies: meaningsSchema,
    counting: z
      .object({
        reports: z
          .array(
            z
              .object({
                name: z.string(),
                does: z.string(),
                origin: z.string(),
                kind: originSchema.unwrap().shape.kind,
                proven: z.boolean(),
              })
              .readonly(),
          )
          .readonly(),
        origins: originCountSchema,
        /** The case that is open: its count, and how many origins of each kind make it. */
        here: z
          .object({
            reports: z.number().int(),
            origins: originCountSchema,
            kinds: z
              .array(z.object({ kind: originSchema.unwrap().shape.kind, count: z.number().int() }).readonly())
              .readonly(),
          })
          .readonly(),
      })
      .readonly(),
    notDone: z.array(z.string()).readonly(),
  })
  .readonly()
export type HelpView = z.infer<typeof helpViewSchema>

/** The help, with the counts of this case as its second example. */
export function helpView({ caseFile }: CaseIndex): HelpView {
  const kinds = Map.groupBy(caseFile.origins, ({ kind }) => kind)
  return {
    ...data,
    relations: listed(relationMeanings),
    statuses: listed(statusMeanings),
    originKinds: listed(originMeanings),
    lineage: listed(lineageMeanings),
    outcomes: listed(outcomeMeanings),
    policies: listed(policyMeanings),
    counting: {
      reports: exampleReports,
      origins: exampleOrigins,
      here: {
        reports: caseFile.reports.length,
        origins: fewNames(caseFile.case.origins),
        kinds: originSchema
          .unwrap()
          .shape.kind.options.flatMap(kind => (kinds.has(kind) ? [{ kind, count: kinds.get(kind)!.length }] : [])),
      },
    },
    notDone,
  }
}

function listed(meanings: Readonly<Record<string, string>>): { key: string; meaning: string }[] {
  return Object.entries(meanings).map(([key, meaning]) => ({ key, meaning }))
}
