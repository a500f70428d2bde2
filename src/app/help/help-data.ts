import { z } from "zod"

/** How often Heed is right about one kind of thing, as docs/measure.md has it. `right`: of those it shows, so many are right. `found`: of those that are there, so many it shows. "" where it was not measured. */
export const helpFigureSchema = z
  .object({ what: z.string(), right: z.string(), found: z.string(), judged: z.string(), on: z.string() })
  .readonly()
export type HelpFigure = z.infer<typeof helpFigureSchema>

/** What scripts/help-data.ts takes from docs/measure.md and docs/glossary.md. */
export const helpDataSchema = z
  .object({
    figures: z
      .array(z.object({ heading: z.string(), rows: z.array(helpFigureSchema).readonly() }).readonly())
      .readonly(),
    glossary: z.array(z.object({ word: z.string(), means: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type HelpData = z.infer<typeof helpDataSchema>
