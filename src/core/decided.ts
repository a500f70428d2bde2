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
    /** What it was corrected to or graded, in words; absent for other actions. */
    to: z.string().optional(),
    /** Id of the other item of a merge, or of the one it is kept apart from. */
    with: z.string().optional(),
    /** The words that its subject rested on when it was decided about, the first few. */
    words: z
      .array(
        z.object({ reportId: z.string(), start: z.number().int(), end: z.number().int(), text: z.string() }).readonly(),
      )
      .readonly()
      .optional(),
    /** False when its subject is gone, or when it was withdrawn. */
    applies: z.boolean(),
    withdrawn: z.boolean(),
  })
  .readonly()
export type Decided = z.infer<typeof decidedSchema>
