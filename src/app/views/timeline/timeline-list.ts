import { z } from "zod"
import type { CaseIndex } from "../case-index.ts"
import { incidentMarkSchema, warningMarkSchema } from "./timeline-items.ts"
import { pickItems, timelineAskedSchema } from "./timeline-view.ts"

/** What is asked of the list: the same days and area as of the line of days, and which page. */
export const timelineListAskedSchema = timelineAskedSchema.extend({
  kind: z.enum(["incident", "warning"]).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type TimelineListAsked = z.output<typeof timelineListAskedSchema>

/** What lies in the days and the area, in order of days, what has no date last. */
export const timelineListSchema = z
  .object({
    total: z.number().int(),
    offset: z.number().int(),
    rows: z.array(z.discriminatedUnion("kind", [incidentMarkSchema, warningMarkSchema])).readonly(),
  })
  .readonly()
export type TimelineList = z.infer<typeof timelineListSchema>

/** A page of what the line of days shows, as a list. */
export function timelineList(index: CaseIndex, { days, area, kind, offset, limit }: TimelineListAsked): TimelineList {
  const { shown } = pickItems(index, { ...(days !== undefined && { days }), ...(area !== undefined && { area }) })
  const items = kind === undefined ? shown : shown.filter(item => item.kind === kind)
  return { total: items.length, offset, rows: items.slice(offset, offset + limit).map(item => item.mark()) }
}
