import { daysOf } from "../core/edtf.ts"
import type { Reading } from "../core/reading.ts"

/** Day (since 1970) from which on a report was there to be read; undefined for one without a date. */
export function firstDayOf({ report }: Reading): number | undefined {
  return report.published && daysOf(report.published.time.edtf)?.first
}

/** True for a report published by the end of `asOf` (EDTF; undefined: any time). One without a date is kept, with a blind spot. */
export function isKnownAt(firstDay: number | undefined, asOf: string | undefined): boolean {
  const last = asOf === undefined ? undefined : daysOf(asOf)?.last
  return last === undefined || firstDay === undefined || firstDay <= last
}
