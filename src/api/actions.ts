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
  slot: z.string().optional(),
  at: z.string().optional(),
  note: z.string().optional(),
})

/** One action about many items: what needs no more words than the item. */
const togetherSchema = z.object({
  action: z.enum(["accept", "reject", "hide", "withdraw"]),
  items: z.array(z.string().min(1)).min(1).max(5000),
  by: z.string().min(1).optional(),
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
    const { by = user, with: other, to, mentions, slot, at, note, ...asked } = context.req.valid("json")
    const decision = await service.decide({
      ...asked,
      by,
      decidedAt: now().toISOString(),
      ...(other !== undefined && { with: other }),
      ...(to !== undefined && { to }),
      ...(mentions !== undefined && { mentions }),
      ...(slot !== undefined && { slot }),
      ...(at !== undefined && { at }),
      ...(note !== undefined && { note }),
    })
    return context.json({ id: decision.id, revision: service.revision }, 200)
  })
  const together = createRoute({
    method: "post",
    path: "/api/decisions/together",
    summary: "Writes down one action about many items; the case is put together once after the last",
    request: { body: { required: true, content: { "application/json": { schema: togetherSchema } } } },
    responses: {
      200: {
        description: "The decisions as they stand in the log",
        content: {
          "application/json": { schema: z.object({ ids: z.array(z.string()), revision: z.number().int() }) },
        },
      },
      ...otherwise,
    },
  })
  api.openapi(together, async context => {
    const { items, action, by = user } = context.req.valid("json")
    const decidedAt = now().toISOString()
    const decisions = await service.decideTogether(items.map(item => ({ action, item, by, decidedAt })))
    return context.json({ ids: decisions.map(({ id }) => id), revision: service.revision }, 200)
  })
}
