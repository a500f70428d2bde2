import { z } from "zod"
import { daysOf } from "../../../core/edtf.ts"

/**
 * A time as a picture draws it: as wide as it is uncertain. Days since 1970-01-01, both included.
 * `openStart`, `openEnd`: it goes on beyond that end, nobody says how far. `about`: the ends themselves are unsure.
 */
export const timeExtentSchema = z
  .object({
    first: z.number().int(),
    last: z.number().int(),
    openStart: z.boolean(),
    openEnd: z.boolean(),
    about: z.boolean(),
    size: z.enum(["day", "days", "month", "year", "years"]),
  })
  .readonly()
export type TimeExtent = z.infer<typeof timeExtentSchema>

/** The extent of an EDTF text; undefined when it is empty or not understood. Of an interval open to one side the known end is all that is drawn. */
export function timeExtent(edtf: string): TimeExtent | undefined {
  const [from, to] = edtf.split("/")
  const openStart = to !== undefined && isOpen(from!)
  const openEnd = to !== undefined && isOpen(to)
  const days = daysOf(openStart ? to! : openEnd ? from! : edtf)
  if (!days || (openStart && openEnd)) return undefined
  return { ...days, openStart, openEnd, about: /[~?%]/.test(edtf), size: sizeOf(days.last - days.first + 1) }
}

const isOpen = (part: string) => part === "" || part === ".."

/** Up to which length in days something is drawn as days, a month (or season), a year. */
function sizeOf(days: number): TimeExtent["size"] {
  if (days <= 1) return "day"
  if (days <= 14) return "days"
  if (days <= 100) return "month"
  return days <= 370 ? "year" : "years"
}
