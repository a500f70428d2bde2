import { z } from "zod"
import type { CaseQuestion } from "../app/opening/question.ts"
import { daysOf, edtfOfDay } from "../core/edtf.ts"
import { policies } from "../core/engine.ts"

/** What every view is asked: the day whose knowledge is wanted (EDTF; of a month its last day), and how values are chosen. */
export const questionSchema = z.object({
  asOf: z
    .string()
    .refine(asOf => daysOf(asOf) !== undefined, "expected a date such as 2024-03-29 or 2024-03")
    .transform(asOf => edtfOfDay(daysOf(asOf)!.last))
    .optional(),
  policy: z.enum(policies).optional(),
})

/** The question in the form of the service, without what was not asked. */
export function questionOf({ asOf, policy }: z.output<typeof questionSchema>): CaseQuestion {
  return { ...(asOf !== undefined && { asOf }), ...(policy !== undefined && { policy }) }
}
