import { setImmediate } from "node:timers/promises"
import { searchTable } from "../../app/views/search/search-docs.ts"
import { searchAskedSchema, searchView, searchViewSchema } from "../../app/views/search/search-view.ts"
import { viewRoute } from "../view-route.ts"

export const searchRoute = viewRoute({
  path: "/search",
  summary: "Whatever in the case holds all the words, best first, with what it could be narrowed by",
  query: searchAskedSchema,
  answer: searchViewSchema,
  view: async (index, asked) => {
    // Asked before it is ready it takes seconds, in which others have their turn.
    for (const _ of searchTable.steps(index)) await setImmediate()
    return searchView(index, asked)
  },
})
