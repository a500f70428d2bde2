import { createRoute, OpenAPIHono } from "@hono/zod-openapi"
import { streamSSE } from "hono/streaming"
import { z } from "zod"
import { daysOf, edtfOfDay } from "../core/edtf.ts"
import { policies } from "../core/engine.ts"
import { HeedError } from "../core/error.ts"
import { actionRoutes } from "./actions.ts"
import { toErrorAnswer } from "./errors.ts"
import { guard } from "./guard.ts"
import { headers } from "./headers.ts"
import { viewRoutes } from "./routes/index.ts"
import type { StaticFile } from "./static-files.ts"
import type { Behind } from "./view-route.ts"

/** What every view is asked: the day whose knowledge is wanted (EDTF; of a month its last day), and how values are chosen. */
const questionSchema = z.object({
  asOf: z
    .string()
    .refine(asOf => daysOf(asOf) !== undefined, "expected a date such as 2024-03-29 or 2024-03")
    .transform(asOf => edtfOfDay(daysOf(asOf)!.last))
    .optional(),
  policy: z.enum(policies).optional(),
})

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/** The door as an app that answers requests; it opens no socket. `files`: the browser app by address. */
export function createApi(
  behind: Behind,
  options: { readonly token: string; readonly files: ReadonlyMap<string, StaticFile>; readonly version: string },
) {
  const { service } = behind
  const api = new OpenAPIHono<{ Variables: { nonce: string } }>({
    defaultHook: result => {
      if (!result.success)
        throw new HeedError(
          "bad-request",
          result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
        )
    },
  })
  api.use(headers())
  api.use(guard(options.token))
  api.onError((error, context) => {
    const { status, body } = toErrorAnswer(error)
    return context.json(body, status)
  })
  for (const { path, summary, query, answer, view } of viewRoutes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
    const params = z.object(Object.fromEntries(names.map(name => [name, z.string()])))
    const asked = questionSchema.extend(query?.shape ?? {})
    const route = createRoute({
      method: "get",
      path: `/api${path}`,
      summary,
      request: { params, query: asked },
      responses: {
        200: { description: "The view", content: { "application/json": { schema: answer } } },
        default: { description: "What went wrong", content: { "application/json": { schema: errorSchema } } },
      },
    })
    api.openapi(route, async context => {
      const { asOf, policy, ...own } = context.req.valid("query") as z.output<typeof questionSchema>
      const question = { ...(asOf !== undefined && { asOf }), ...(policy !== undefined && { policy }) }
      const index = await service.index(question)
      context.header("Cache-Control", "no-store")
      return context.json((await view(index, { ...own, ...context.req.valid("param") }, behind)) as never, 200)
    })
  }
  actionRoutes(api, behind)
  api.get("/api/events", context =>
    streamSSE(context, async stream => {
      await stream.writeSSE({ data: JSON.stringify({ kind: "changed", revision: service.revision }) })
      const stop = service.subscribe(event => void stream.writeSSE({ data: JSON.stringify(event) }))
      await new Promise<void>(resolve => stream.onAbort(resolve))
      stop()
    }),
  )
  api.doc31("/api/openapi.json", { openapi: "3.1.0", info: { title: "Heed", version: options.version } })
  api.all("/api/*", context => {
    throw new HeedError("not-found", `no address ${context.req.path}; expected one of /api/openapi.json`)
  })
  api.get("*", context => {
    const file = options.files.get(context.req.path)
    if (file && context.req.path !== "/index.html") {
      // Names of built files carry the hash of their content.
      if (context.req.path.startsWith("/assets/")) context.header("Cache-Control", "max-age=31536000, immutable")
      return context.body(file.bytes, 200, { "Content-Type": file.type })
    }
    const page = new TextDecoder().decode(options.files.get("/index.html")!.bytes)
    context.header("Cache-Control", "no-store")
    return context.html(page.replaceAll("%NONCE%", context.get("nonce")))
  })
  return api
}
