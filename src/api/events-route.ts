import { streamSSE } from "hono/streaming"
import type { Api } from "./api.ts"
import type { CaseEvents } from "./case-events.ts"

/** A comment line goes out so often: a connection that broke is noticed, and one that is idle is kept. */
const HEARTBEAT_MS = 15_000
/** How long a browser waits before it comes back. */
const RETRY_MS = 1_000

/** What happens to the case, as server-sent events. A browser that lost the connection says what it heard last and misses nothing. */
export function eventsRoute(api: Api, events: CaseEvents): void {
  api.openAPIRegistry.registerPath({
    method: "get",
    path: "/api/events",
    summary: "What happens to the case, as it happens",
    description:
      "Server-sent events, each a JSON object with a `kind`: `changed` (the case has a new `revision`), `making` (how far the case that is being made is), `failed` (it could not be made; `message` says why), `import` (an import went on; `import` is its summary). `Last-Event-ID` asks for what was missed.",
    responses: { 200: { description: "The events", content: { "text/event-stream": { schema: { type: "string" } } } } },
  })
  api.get("/api/events", context =>
    streamSSE(context, async stream => {
      const ended = Promise.withResolvers<void>()
      const since = events.since(context.req.header("last-event-id"))
      const write = ({ id, event }: (typeof since)[number]) =>
        void stream.writeSSE({ id, data: JSON.stringify(event), retry: RETRY_MS })
      const stop = events.listen(write, ended.resolve)
      for (const sent of since) write(sent)
      const heartbeat = setInterval(() => void stream.write(": here\n\n"), HEARTBEAT_MS)
      stream.onAbort(ended.resolve)
      await ended.promise
      clearInterval(heartbeat)
      stop()
    }),
  )
}
