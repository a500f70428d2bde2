import { createRoute } from "@hono/zod-openapi"
import { z } from "zod"
import { HeedError } from "../core/error.ts"
import { actionRoutes } from "./actions.ts"
import { type Api, newApi, otherwise } from "./api.ts"
import { openCaseEvents } from "./case-events.ts"
import { isPerson, pageOf } from "./error-page.ts"
import { DoorError, toErrorAnswer } from "./errors.ts"
import { eventsRoute } from "./events-route.ts"
import { exportRoute } from "./export-route.ts"
import { guard } from "./guard.ts"
import { headers } from "./headers.ts"
import { importRoutes } from "./imports-routes.ts"
import { limitBodies } from "./limits.ts"
import { questionOf, questionSchema } from "./question.ts"
import { viewRoutes } from "./routes/index.ts"
import { pagesOf, type StaticFile } from "./static-files.ts"
import type { Behind } from "./view-route.ts"

/** The door as an app that answers requests; it opens no socket. `close` ends the streams of events. */
export interface Door {
  readonly api: Api
  close(): void
}

/** `files`: the browser app by address. `onBug` hears of faults of ours, which the asker is told without their insides. */
export function createApi(
  behind: Behind,
  options: {
    readonly token: string
    readonly files: ReadonlyMap<string, StaticFile>
    readonly version: string
    readonly onBug?: (error: unknown) => void
  },
): Door {
  const api = newApi()
  const events = openCaseEvents(behind.service, behind.imports)
  api.onError((error, context) => {
    const { status, body } = toErrorAnswer(error)
    if (body.error.code === "bug") options.onBug?.(error)
    return isPerson(context.req) ? context.html(pageOf(body), status) : context.json(body, status)
  })
  api.use(headers())
  api.use(guard(options.token))
  api.use("/api/*", limitBodies())
  describeViews(api, behind)
  actionRoutes(api, behind)
  importRoutes(api, behind)
  exportRoute(api, behind)
  eventsRoute(api, events)
  describe(api, options.version)
  api.all("/api/*", context => {
    throw noRoute(api, context.req.method, context.req.path)
  })
  api.get("*", pagesOf(options.files))
  api.all("*", context => {
    throw new DoorError("wrong-method", `${context.req.path} is a page; expected GET`)
  })
  return { api, close: events.close }
}

function describeViews(api: Api, behind: Behind): void {
  for (const { path, summary, query, answer, view } of viewRoutes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
    const params = z.object(Object.fromEntries(names.map(name => [name, z.string()])))
    const route = createRoute({
      method: "get",
      path: `/api${path}`,
      summary,
      request: { params, query: questionSchema.extend(query?.shape ?? {}) },
      responses: {
        200: { description: "The view", content: { "application/json": { schema: answer } } },
        ...otherwise,
      },
    })
    api.openapi(route, async context => {
      const { asOf, policy, ...own } = context.req.valid("query") as z.output<typeof questionSchema>
      const question = questionOf({ asOf, policy })
      const { signal } = context.req.raw
      // What the first screen shows is made with the case.
      const first = query ? undefined : await behind.service.first(path, question, signal)
      if (first !== undefined) return context.body(first, 200, { "Content-Type": "application/json" }) as never
      const index = await behind.service.index(question, signal)
      return context.json((await view(index, { ...own, ...context.req.valid("param") }, behind)) as never, 200)
    })
  }
}

function describe(api: Api, version: string): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "The token in the address that Heed prints when it starts. A browser holds it in a cookie.",
  })
  api.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Heed",
      version,
      description: "HTTP and JSON over a case, for this machine alone.",
    },
    security: [{ token: [] }],
  })
}

/** An address that is there takes another method; any other is not there. */
function noRoute(api: Api, method: string, path: string): Error {
  const allowed = api.routes
    .filter(route => route.method !== "ALL" && route.path !== "*" && isAt(route.path, path))
    .map(route => route.method)
  return allowed.length === 0
    ? new HeedError("not-found", `no address ${path}; /api/openapi.json lists them`)
    : new DoorError("wrong-method", `${path} does not take ${method}; expected ${[...new Set(allowed)].join(", ")}`)
}

/** "/api/imports/:id/undo" is at "/api/imports/3/undo". */
function isAt(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern, path].map(text => text.split("/"))
  return wanted!.length === given!.length && wanted!.every((part, at) => part.startsWith(":") || part === given![at])
}
