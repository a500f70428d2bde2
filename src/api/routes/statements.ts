import {
  statementsAskedSchema,
  statementsView,
  statementsViewSchema,
} from "../../app/views/statements/statements-view.ts"
import { viewRoute } from "../view-route.ts"

export const statementsRoute = viewRoute({
  path: "/statements",
  summary: "What was said, by speaker, with the wordings of each report",
  query: statementsAskedSchema,
  answer: statementsViewSchema,
  view: (index, asked) => statementsView(index, asked),
})
