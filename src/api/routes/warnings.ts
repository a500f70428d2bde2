import {
  warningAskedSchema,
  warningsAskedSchema,
  warningsView,
  warningsViewSchema,
  warningView,
  warningViewSchema,
} from "../../app/views/warnings/warnings-view.ts"
import { viewRoute } from "../view-route.ts"

export const warningsRoute = viewRoute({
  path: "/warnings",
  summary: "The ledger of warnings",
  query: warningsAskedSchema,
  answer: warningsViewSchema,
  view: (index, asked) => warningsView(index, asked),
})

export const warningRoute = viewRoute({
  path: "/warnings/{id}",
  query: warningAskedSchema,
  summary: "One warning with everything behind it",
  answer: warningViewSchema,
  view: (index, { id, ...asked }) => warningView(index, id, asked),
})
