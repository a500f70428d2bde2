import { z } from "zod"
import { spanSchema } from "./span.ts"

/** Something odd in the input, kept beside the result. Never called a warning: in Heed a warning is something the news says. */
export const problemSchema = z
  .object({
    /** A word, not a number: it must say what is wrong when read in a log, such as "unclosed-quote". */
    code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    /** What, where, and what was expected. */
    message: z.string().min(1),
    reportId: z.string().optional(),
    file: z.string().optional(),
    at: spanSchema.optional(),
  })
  .readonly()
export type Problem = z.infer<typeof problemSchema>

/** A stage always gives a value; what it was unsure of is listed beside it. */
export interface Outcome<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}
