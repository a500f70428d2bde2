import {
  caseView,
  caseViewSchema,
  daysView,
  daysViewSchema,
  reportHeads,
  reportHeadsSchema,
} from "../../app/views/case-view.ts"
import { viewRoute } from "../view-route.ts"

export const caseRoute = viewRoute({
  path: "/case",
  summary: "What case this is, and how much is in it",
  answer: caseViewSchema,
  view: index => caseView(index),
})

export const daysRoute = viewRoute({
  path: "/days",
  summary: "The days on which reports were published",
  answer: daysViewSchema,
  view: index => daysView(index),
})

export const reportHeadsRoute = viewRoute({
  path: "/report-heads",
  summary: "Every report in one line",
  answer: reportHeadsSchema,
  view: index => reportHeads(index),
})
