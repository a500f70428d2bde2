import { randomBytes } from "node:crypto"
import { serve } from "@hono/node-server"
import { HeedError } from "../core/error.ts"
import { createApi } from "./create-api.ts"
import { readStaticFiles } from "./static-files.ts"
import type { Behind } from "./view-route.ts"

/** A server that runs. `url` lets its holder in: it carries the token of this start. */
export interface Served {
  readonly url: string
  close(): Promise<void>
}

/** Serves the case on this machine only. `port` 0 takes a free one. Throws HeedError "unavailable" when the port is taken. */
export async function serveCase(
  behind: Behind,
  { port, version, web }: { readonly port: number; readonly version: string; readonly web: string },
): Promise<Served> {
  const token = randomBytes(32).toString("base64url")
  const api = createApi(behind, { token, version, files: readStaticFiles(web) })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: api.fetch, hostname: "127.0.0.1", port }, ({ port: given }) =>
      resolve({
        url: `http://127.0.0.1:${given}/?token=${token}`,
        close: () =>
          new Promise(done => {
            server.close(() => done())
            if ("closeAllConnections" in server) server.closeAllConnections()
          }),
      }),
    )
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new HeedError("unavailable", `port ${port} is taken; expected a free one, or 0 for any`, { cause: error })
          : error,
      ),
    )
  })
}
