import { reviewQueue } from "../review/review-queue.ts"
import type { CaseIndex } from "./case-index.ts"
import { incidentsAskedSchema, incidentsView } from "./incidents/incidents-view.ts"
import { peopleTable } from "./people/people-table.ts"
import { lineageIndex } from "./reports/lineage-index.ts"
import { reportRows } from "./reports/report-rows.ts"
import { prepareSearch } from "./search/search-docs.ts"
import { statementTable } from "./statements/statement-table.ts"
import { timelineItems } from "./timeline/timeline-items.ts"
import { ledgerOf } from "./warnings/warning-rows.ts"

/** Tables that lists rest on. Each is made once for a case and then kept with it. */
const tables: readonly ((index: CaseIndex) => unknown)[] = [
  index => incidentsView(index, incidentsAskedSchema.parse({ limit: 1 })),
  lineageIndex,
  reportRows,
  peopleTable,
  statementTable,
  ledgerOf,
  timelineItems,
  reviewQueue,
]

/**
 * Makes what the lists of a case rest on, so that who opens one first does not wait for it.
 * `breathe` lets others be answered in between; when it rejects, the rest is left to who asks.
 */
export async function prepareViews(index: CaseIndex, breathe: () => Promise<void>): Promise<void> {
  for (const make of tables) {
    await breathe()
    make(index)
  }
  await prepareSearch(index, breathe)
}
