import type { Found } from "../../../../src/app/views/search/search-view.ts"

/** What each kind of find is called: one, and several. */
export const kindNames: Readonly<Record<Found["kind"], readonly [one: string, several: string]>> = {
  incident: ["incident", "incidents"],
  fact: ["fact", "facts"],
  statement: ["statement", "statements"],
  entity: ["name", "people, groups and places"],
  warning: ["warning", "warnings"],
  report: ["report", "reports"],
}
