import { setImmediate } from "node:timers/promises"
import { prepareSearch } from "../../app/views/search/search-docs.ts"
import { searchAskedSchema, searchView, searchViewSchema } from "../../app/views/search/search-view.ts"
import { viewRoute } from "../view-route.ts"

export const searchRoute = viewRoute({
  path: "/search",
  summary: "Whatever in the case holds all the words, best first, with what it could be narrowed by",
  query: searchAskedSchema,
  answer: searchViewSchema,
  view: async (index, asked) => {
    await prepareSearch(index, () => setImmediate())
    return searchView(index, asked)
  },
})
