import type { CaseFile } from "../../core/casefile.ts"

/** The number of each report, from 1, as a reader would number them: by date, those without a date last. The same in every list. */
export function reportNumbers(caseFile: Pick<CaseFile, "reports">): ReadonlyMap<string, number> {
  const numbered = [...caseFile.reports].sort(
    (a, b) =>
      compare(a.published?.edtf ?? "9999", b.published?.edtf ?? "9999") ||
      compare(a.file ?? a.id, b.file ?? b.id) ||
      compare(a.id, b.id),
  )
  return new Map(numbered.map((report, index) => [report.id, index + 1]))
}

/** Numbers of reports in words, in order: "r2-r7, r9". */
export function inRanges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `r${from}` : `r${from}-r${to}`)).join(", ")
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
