import { z } from "zod"

/**
 * A person's grade of a source or of what it says, by the Admiralty code (NATO AJP-2.1): how reliable the source is, A-F, how credible
 * what it says, 1-6, or both: "B", "2", "B2". Heed gives none itself.
 */
export const gradeSchema = z
  .object({ code: z.string().regex(/^(?:[A-F][1-6]?|[1-6])$/), by: z.string(), decidedAt: z.string() })
  .readonly()
export type Grade = z.infer<typeof gradeSchema>

/** What a person decided about the case, as the case file tells it. */
export const decidedSchema = z
  .object({
    id: z.string(),
    decidedAt: z.string(),
    by: z.string(),
    action: z.string(),
    /** Id of the item in this case, or the one it had when the case no longer has it. */
    subject: z.string(),
    /** What the item was called when it was decided about. */
    name: z.string().optional(),
    note: z.string().optional(),
    /** False when its subject is gone, or when it was withdrawn. */
    applies: z.boolean(),
    withdrawn: z.boolean(),
  })
  .readonly()
export type Decided = z.infer<typeof decidedSchema>
