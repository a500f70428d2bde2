import { briefView, briefViewSchema } from "../../app/views/brief-view.ts"
import { viewRoute } from "../view-route.ts"

export const briefRoute = viewRoute({
  path: "/brief",
  summary: "The case in words, with the words behind each mark",
  answer: briefViewSchema,
  view: index => briefView(index),
})
