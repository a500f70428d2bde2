import { peopleAskedSchema, peopleView, peopleViewSchema } from "../../app/views/people/people-view.ts"
import { personView, personViewSchema } from "../../app/views/people/person-view.ts"
import { viewRoute } from "../view-route.ts"

export const peopleRoute = viewRoute({
  path: "/people",
  summary:
    "People, organizations and armed groups, most told first; private people are counted, and named when asked for",
  query: peopleAskedSchema,
  answer: peopleViewSchema,
  view: (index, asked) => peopleView(index, asked),
})

export const personRoute = viewRoute({
  path: "/people/{id}",
  summary: "One person or group: names, roles, incidents, and why it is one",
  answer: personViewSchema,
  view: (index, { id }) => personView(index, id),
})
