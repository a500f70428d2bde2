import { decisionsAskedSchema, decisionsView, decisionsViewSchema } from "../../app/views/review/decisions-view.ts"
import {
  agreedView,
  agreedViewSchema,
  reviewAskedSchema,
  reviewItemSchema,
  reviewItemView,
  reviewView,
  reviewViewSchema,
} from "../../app/views/review/review-view.ts"
import { viewRoute } from "../view-route.ts"

export const reviewRoute = viewRoute({
  path: "/review",
  summary: "What is left to look at: disputes and doubts, what matters most first",
  query: reviewAskedSchema,
  answer: reviewViewSchema,
  view: (index, asked) => reviewView(index, asked),
})

export const reviewItemRoute = viewRoute({
  path: "/review/items/{id}",
  summary: "One item of the queue with the words beside each other, and the decisions that can be written down",
  answer: reviewItemSchema,
  view: (index, { id }) => reviewItemView(index, id),
})

export const agreedRoute = viewRoute({
  path: "/review/agreed",
  summary: "Facts on which two or more proven origins agree, to be accepted together",
  query: reviewAskedSchema.omit({ kind: true }),
  answer: agreedViewSchema,
  view: (index, asked) => agreedView(index, asked),
})

export const decisionsRoute = viewRoute({
  path: "/review/log",
  summary: "The log of decisions, the latest first: who, when, what, on which words, and whether it applies",
  query: decisionsAskedSchema,
  answer: decisionsViewSchema,
  view: (index, asked) => decisionsView(index, asked),
})
