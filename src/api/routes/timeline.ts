import { timelineList, timelineListAskedSchema, timelineListSchema } from "../../app/views/timeline/timeline-list.ts"
import { timelineAskedSchema, timelineView, timelineViewSchema } from "../../app/views/timeline/timeline-view.ts"
import { viewRoute } from "../view-route.ts"

export const timelineRoute = viewRoute({
  path: "/timeline",
  summary: "Incidents, warnings and reports on a line of days, and the places of the incidents on a map",
  query: timelineAskedSchema,
  answer: timelineViewSchema,
  view: (index, asked) => timelineView(index, asked),
})

export const timelineListRoute = viewRoute({
  path: "/timeline-list",
  summary: "What the line of days shows, as a list",
  query: timelineListAskedSchema,
  answer: timelineListSchema,
  view: (index, asked) => timelineList(index, asked),
})
