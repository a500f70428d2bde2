import { comparisonAskedSchema, comparisonView, comparisonViewSchema } from "../../app/views/reports/comparison-view.ts"
import { linkViewSchema, oneLinkView } from "../../app/views/reports/link-view.ts"
import {
  originGraphAskedSchema,
  originGraphView,
  originGraphViewSchema,
} from "../../app/views/reports/origin-graph-view.ts"
import { originsAskedSchema, originsView, originsViewSchema } from "../../app/views/reports/origins-view.ts"
import { reportView, reportViewSchema } from "../../app/views/reports/report-view.ts"
import { reportsAskedSchema, reportsView, reportsViewSchema } from "../../app/views/reports/reports-view.ts"
import { viewRoute } from "../view-route.ts"

export const reportsRoute = viewRoute({
  path: "/reports",
  summary: "The list of reports: what they rest on, how much of them is shared, what was odd",
  query: reportsAskedSchema,
  answer: reportsViewSchema,
  view: (index, asked) => reportsView(index, asked),
})

export const reportRoute = viewRoute({
  path: "/reports/{id}",
  summary: "All that the case knows of one report besides its text",
  answer: reportViewSchema,
  view: (index, { id }) => reportView(index, id),
})

export const comparisonRoute = viewRoute({
  path: "/compare",
  summary: "Two reports beside each other, shared passages in the same rows, rewordings marked",
  query: comparisonAskedSchema,
  answer: comparisonViewSchema,
  view: (index, asked) => comparisonView(index, asked),
})

export const linkRoute = viewRoute({
  path: "/links/{id}",
  summary: "One link between two reports with its passages",
  answer: linkViewSchema,
  view: (index, { id }) => oneLinkView(index, id),
})

export const originGraphRoute = viewRoute({
  path: "/origin-graph",
  summary: "Who rests on whom, and where what they tell came from",
  query: originGraphAskedSchema,
  answer: originGraphViewSchema,
  view: (index, asked) => originGraphView(index, asked),
})

export const originsRoute = viewRoute({
  path: "/origins",
  summary: "How a number of origins comes about: which report stands for which",
  query: originsAskedSchema,
  answer: originsViewSchema,
  view: (index, asked) => originsView(index, asked),
})
