import { readerAskedSchema, readerViewSchema } from "../../app/views/reader/reader-schema.ts"
import { readerView } from "../../app/views/reader/reader-view.ts"
import { viewRoute } from "../view-route.ts"

export const readerRoute = viewRoute({
  path: "/reports/{id}/reader",
  summary:
    "A report to be read, with all that was found in it: its clean text or what arrived, one page of pieces at a time",
  query: readerAskedSchema.omit({ id: true }),
  answer: readerViewSchema,
  view: async (index, asked, { service }) => readerView(index, await service.openReport(asked.id), asked),
})
