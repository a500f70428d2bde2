import { z } from "zod"
import { viewRoute } from "../view-route.ts"

export const meRoute = viewRoute({
  path: "/me",
  summary: "Who decides, unless a decision says otherwise: whoever started Heed",
  answer: z.object({ name: z.string() }),
  view: (_, __, { user }) => ({ name: user }),
})
