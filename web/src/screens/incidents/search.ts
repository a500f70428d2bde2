import type { IncidentsAsked } from "../../../../src/app/views/incidents/incidents-view.ts"

/** What the address of the list may carry. Several values of one filter stand with commas between them. */
export interface IncidentsSearch {
  readonly status?: string
  readonly type?: string
  readonly section?: string
  readonly text?: string
  readonly sort?: IncidentsAsked["sort"]
  /** Page, from 1. */
  readonly page?: number
}

export const sortNames: Readonly<Record<IncidentsAsked["sort"], string>> = {
  told: "the story first",
  newest: "newest first",
  oldest: "oldest first",
  disputed: "most disputed first",
  code: "by code",
}

/** Sections as headings. */
export const sectionNames: Readonly<Record<string, string>> = {
  story: "What happened",
  plot: "Planned, foiled or only alleged",
  background: "Told as background",
  setting: "The setting, told in passing",
  property: "Told with a group or person",
}

/** The search of an address, without what nobody can mean. */
export function toIncidentsSearch(search: Record<string, unknown>): IncidentsSearch {
  const words = (name: string) => {
    const value = search[name]
    return typeof value === "string" && value !== "" ? { [name]: value } : {}
  }
  const sort = typeof search.sort === "string" && search.sort in sortNames ? { sort: search.sort } : {}
  const page = Number(search.page)
  return {
    ...words("status"),
    ...words("type"),
    ...words("section"),
    ...(typeof search.text === "number" ? { text: String(search.text) } : words("text")),
    ...sort,
    ...(Number.isInteger(page) && 1 < page && { page }),
  } as IncidentsSearch
}
