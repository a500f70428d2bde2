import type { CaseFile } from "../../core/casefile.ts"
import { indexCase } from "./case-index.ts"
import { caseView, daysView, reportHeads } from "./case-view.ts"

/** What the first screen of a case shows, ready to be sent while the rest is still being loaded. */
export function firstScreen(caseFile: CaseFile): string {
  const index = indexCase(caseFile)
  return JSON.stringify({ case: caseView(index), days: daysView(index), reportHeads: reportHeads(index) })
}
