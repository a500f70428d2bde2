/** What the ledger can be narrowed by. */
export const filterNames = ["outcome", "channel", "kind", "hindsight", "issuer", "incident"] as const
export type FilterName = (typeof filterNames)[number]

/** Orders of the ledger, and what they are called. */
export const sortNames = {
  issued: "by day of issue",
  reported: "by first report",
  lead: "by days before",
  reports: "most told first",
  issuer: "by issuer",
  outcome: "by outcome",
} as const

/** What the address of the ledger carries. `item` is the warning that is open; `as` the chart instead of the table. */
export interface WarningsSearch extends Partial<Record<FilterName, string>> {
  sort?: keyof typeof sortNames
  order?: "down"
  page?: number
  item?: string
  as?: "chart"
}

export function warningsSearch(search: Record<string, unknown>): WarningsSearch {
  const read: WarningsSearch = {}
  for (const name of filterNames) {
    const value = search[name]
    if (typeof value === "string" && value !== "") read[name] = value
  }
  if (typeof search.item === "string" || typeof search.item === "number") read.item = String(search.item)
  if (typeof search.sort === "string" && search.sort in sortNames) read.sort = search.sort as keyof typeof sortNames
  if (search.order === "down") read.order = "down"
  if (search.as === "chart") read.as = "chart"
  if (Number.isInteger(search.page) && 1 < Number(search.page)) read.page = Number(search.page)
  return read
}
