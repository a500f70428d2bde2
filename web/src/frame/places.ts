import type { CaseView } from "../../../src/app/views/case-view.ts"

/** A place of the app, as the navigation and the palette name it. `count` is what stands beside it. */
export interface Place {
  readonly path: string
  readonly name: string
  readonly count?: (counts: CaseView["counts"]) => number
}

/** Places in the order in which an analyst goes through a case. A place appears here when its screen is there. */
export const places: readonly Place[] = [
  { path: "/", name: "Brief" },
  { path: "/incidents", name: "Incidents", count: counts => counts.incidents },
  { path: "/timeline", name: "Timeline and map" },
  { path: "/warnings", name: "Warnings", count: counts => counts.warnings },
  { path: "/reports", name: "Reports", count: counts => counts.reports },
  { path: "/people", name: "People", count: counts => counts.people },
  { path: "/statements", name: "Statements" },
  { path: "/review", name: "Review" },
  { path: "/search", name: "Search" },
  { path: "/add", name: "Add reports" },
  { path: "/help", name: "Help" },
]
