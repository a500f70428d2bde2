/** What the address of the timeline carries: a stretch of days or "all", an area (a country's code or a place's key), and which list, which page of it. */
export interface TimelineSearch {
  days?: string
  area?: string
  list?: "incident" | "warning"
  page?: number
}

export function timelineSearch({ days, area, list, page }: Record<string, unknown>): TimelineSearch {
  return {
    ...(typeof days === "string" && days !== "" && { days }),
    ...(typeof area === "string" && area !== "" && { area }),
    ...(Number.isInteger(page) && 1 < Number(page) && { page: Number(page) }),
    ...((list === "incident" || list === "warning") && { list }),
  }
}
