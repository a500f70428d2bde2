import {
  actionsView,
  actionsViewSchema,
  othersAskedSchema,
  othersView,
  othersViewSchema,
} from "../../app/views/actions-view.ts"
import { viewRoute } from "../view-route.ts"

export const actionsRoute = viewRoute({
  path: "/actions/{id}",
  summary: "What can be decided about an item, and what its dialogs need",
  answer: actionsViewSchema,
  view: (index, { id }) => actionsView(index, id),
})

export const othersRoute = viewRoute({
  path: "/actions/{id}/others",
  summary: "Other items of the same kind, to merge with",
  query: othersAskedSchema,
  answer: othersViewSchema,
  view: (index, { id, text }) => othersView(index, id, text),
})
