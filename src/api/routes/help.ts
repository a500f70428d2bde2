import { helpView, helpViewSchema } from "../../app/views/help-view.ts"
import { viewRoute } from "../view-route.ts"

export const helpRoute = viewRoute({
  path: "/help",
  summary: "What signs and words mean, how origins are counted, how often Heed is right",
  answer: helpViewSchema,
  view: index => helpView(index),
})
