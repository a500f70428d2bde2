import type { Problem } from "../core/problem.ts"

/** Problems that cost no report: they are told, and the exit code stays 0. */
const harmless = new Set(["same-bytes", "stated-not-kept", "skipped-file"])

/** True when something was named that gave no report. Problems within a report that was read carry its id. */
export function isLoss(problem: Problem): boolean {
  return problem.reportId === undefined && !harmless.has(problem.code)
}
