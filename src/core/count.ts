import type { Count } from "./value.ts"

/** True when some number satisfies both: "scores" [40, 199] and 143 [143, 143]. */
export function countsOverlap(a: Count, b: Count): boolean {
  return a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY)
}

/** The interval written for people: "17", "17 or more", "more than 100", "40 to 60", "up to 5", "unknown". */
export function countInWords(count: Pick<Count, "low" | "high"> & Partial<Pick<Count, "qualifier">>): string {
  if (count.high === null && count.qualifier === "more-than") return `more than ${count.low - 1}`
  if (count.high === null) return count.low === 0 ? "unknown" : `${count.low} or more`
  if (count.low === count.high) return String(count.low)
  return count.low === 0 ? `up to ${count.high}` : `${count.low} to ${count.high}`
}
