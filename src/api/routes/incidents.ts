import { requireOf } from "../../app/views/case-index.ts"
import {
  positionsAskedSchema,
  positionsView,
  positionsViewSchema,
  tellingsAskedSchema,
  tellingsView,
  tellingsViewSchema,
} from "../../app/views/incidents/fact-view.ts"
import { incidentView, incidentViewSchema } from "../../app/views/incidents/incident-view.ts"
import { incidentsAskedSchema, incidentsView, incidentsViewSchema } from "../../app/views/incidents/incidents-view.ts"
import { viewRoute } from "../view-route.ts"

export const incidentsRoute = viewRoute({
  path: "/incidents",
  summary: "What happened, was planned, or is told as background: filtered, in order, one page",
  query: incidentsAskedSchema,
  answer: incidentsViewSchema,
  view: (index, asked) => incidentsView(index, asked),
})

export const incidentRoute = viewRoute({
  path: "/incidents/{id}",
  summary: "One incident, by id or code: facts with their positions, tolls by day, blame, warnings before it",
  answer: incidentViewSchema,
  view: (index, { id }) => incidentView(index, id),
})

export const positionsRoute = viewRoute({
  path: "/facts/{id}/positions",
  summary: "The positions of a fact side by side, one page",
  query: positionsAskedSchema,
  answer: positionsViewSchema,
  view: (index, { id, ...asked }) => positionsView(index, id, asked),
})

export const tellingsRoute = viewRoute({
  path: "/facts/{id}/tellings",
  summary: "The sentences that tell one position of a fact, one page",
  query: tellingsAskedSchema,
  answer: tellingsViewSchema,
  view: (index, { id, ...asked }) => tellingsView(index, requireOf(index.facts, id, "fact"), asked),
})
