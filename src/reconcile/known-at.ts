import { daysOf } from "../core/edtf.ts"
import type { Reading } from "../core/reading.ts"

/** True for a report published by the end of `asOf` (EDTF; undefined: any time). One without a date is kept, with a blind spot. */
export function isKnownAt({ report }: Reading, asOf: string | undefined): boolean {
  const last = asOf === undefined ? undefined : daysOf(asOf)?.last
  const published = report.published && daysOf(report.published.time.edtf)
  return last === undefined || published === undefined || published.first <= last
}
