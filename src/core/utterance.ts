import { z } from "zod"

/**
 * A stretch of a wording held against the fullest one. "left-out": words of the fullest that this wording lacks; `was`: what stood there in the fullest.
 * The texts of all parts but those left out make up the wording.
 */
export const wordingPartSchema = z
  .object({
    kind: z.enum(["same", "left-out", "added", "changed"]),
    text: z.string(),
    was: z.string().optional(),
  })
  .readonly()
export type WordingPart = z.infer<typeof wordingPartSchema>

/**
 * What one report has of an utterance. `form`, against the fullest wording: "same" words; "shortened" where it quotes, the words are the same;
 * "edited" some words are others; "put-anew" most are, as after a translation; "retold" without quoting.
 */
export const wordingSchema = z
  .object({
    reportId: z.string(),
    statementId: z.string(),
    text: z.string(),
    form: z.enum(["fullest", "same", "shortened", "edited", "put-anew", "retold"]),
    parts: z.array(wordingPartSchema).readonly(),
  })
  .readonly()

/** The same statement told by several reports, wordings kept apart. */
export const utteranceSchema = z
  .object({
    id: z.string(),
    speaker: z.object({ entityId: z.string().optional(), name: z.string() }).readonly(),
    statements: z.array(z.string()).min(2).readonly(),
    wordings: z.array(wordingSchema).readonly(),
    /** True when the words put between quotation marks are the same in all tellings. */
    sameWords: z.boolean(),
    why: z.string(),
  })
  .readonly()
export type Utterance = z.infer<typeof utteranceSchema>
