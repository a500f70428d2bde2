import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { type Api, otherwise } from "./api.ts"
import type { Behind } from "./view-route.ts"

const askedSchema = z.object({
  action: z.string(),
  item: z.string().min(1),
  by: z.string().min(1).optional(),
  with: z.string().optional(),
  to: z.string().optional(),
  mentions: z.array(z.string()).optional(),
  note: z.string().optional(),
})

/** What changes the case. */
export function actionRoutes(api: Api, { service, user, now }: Behind): void {
  const route = createRoute({
    method: "post",
    path: "/api/decisions",
    summary: "Writes down what a person decided about an item",
    request: { body: { required: true, content: { "application/json": { schema: askedSchema } } } },
    responses: {
      200: {
        description: "The decision as it stands in the log",
        content: { "application/json": { schema: z.object({ id: z.string(), revision: z.number().int() }) } },
      },
      ...otherwise,
    },
  })
  api.openapi(route, async context => {
    const { by = user, with: other, to, mentions, note, ...asked } = context.req.valid("json")
    const decision = await service.decide({
      ...asked,
      by,
      decidedAt: now().toISOString(),
      ...(other !== undefined && { with: other }),
      ...(to !== undefined && { to }),
      ...(mentions !== undefined && { mentions }),
      ...(note !== undefined && { note }),
    })
    return context.json({ id: decision.id, revision: service.revision }, 200)
  })
}
