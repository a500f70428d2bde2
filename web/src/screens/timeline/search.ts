/** What the address of the timeline carries: a stretch of days or "all", an area (a country's code or a place's key), and which list. */
export interface TimelineSearch {
  days?: string
  area?: string
  list?: "incident" | "warning"
}

export function timelineSearch({ days, area, list }: Record<string, unknown>): TimelineSearch {
  return {
    ...(typeof days === "string" && days !== "" && { days }),
    ...(typeof area === "string" && area !== "" && { area }),
    ...((list === "incident" || list === "warning") && { list }),
  }
}
