import { agreedFacts } from "../review/agreed-facts.ts"
import { reviewQueue } from "../review/review-queue.ts"
import type { CaseIndex } from "./case-index.ts"
import { incidentTable } from "./incidents/incidents-view.ts"
import { tieTable } from "./incidents/related-view.ts"
import { peopleTable } from "./people/people-table.ts"
import { placeTable } from "./reader/report-places.ts"
import { lineageIndex } from "./reports/lineage-index.ts"
import { reportRows } from "./reports/report-rows.ts"
import { searchTable } from "./search/search-docs.ts"
import { statementTable } from "./statements/statement-table.ts"
import type { Table } from "./table.ts"
import { timelineItems } from "./timeline/timeline-items.ts"
import { ledgerOf } from "./warnings/warning-rows.ts"

/** What lists rest on, what is asked for first standing first. */
const tables: readonly Table<unknown>[] = [
  incidentTable,
  lineageIndex,
  reportRows,
  peopleTable,
  ledgerOf,
  timelineItems,
  statementTable,
  reviewQueue,
  agreedFacts,
  tieTable,
  placeTable,
  searchTable,
]

/** Work is stopped after so long for whoever asks meanwhile. A choice: nobody notices so short a wait. */
const STRETCH_MS = 8

/**
 * Makes what the lists of a case rest on, so that who opens one first does not wait for it.
 * `breathe` lets others be answered in between; when it rejects, the rest is left to who asks.
 */
export async function prepareViews(index: CaseIndex, breathe: () => Promise<void>): Promise<void> {
  await breathe()
  let since = performance.now()
  for (const table of tables)
    for (const _ of table.steps(index)) {
      if (performance.now() - since < STRETCH_MS) continue
      await breathe()
      since = performance.now()
    }
}
