import { randomBytes } from "node:crypto"
import type { Duplex } from "node:stream"
import { serve } from "@hono/node-server"
import { HeedError } from "../core/error.ts"
import { createApi } from "./create-api.ts"
import type { ErrorBody } from "./errors.ts"
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
  options: {
    readonly port: number
    readonly version: string
    /** Folder of the built browser app. */
    readonly web: string
    readonly onBug?: (error: unknown) => void
  },
): Promise<Served> {
  const { port, version, web, onBug } = options
  const token = randomBytes(32).toString("base64url")
  const { api, close } = createApi(behind, { token, version, files: readStaticFiles(web), ...(onBug && { onBug }) })
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: api.fetch, hostname: "127.0.0.1", port }, ({ port: given }) =>
      resolve({
        url: `http://127.0.0.1:${given}/?token=${token}`,
        close: () =>
          new Promise(done => {
            close()
            server.close(() => done())
            if ("closeAllConnections" in server) server.closeAllConnections()
          }),
      }),
    )
    server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => refuseGarbage(error, socket))
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new HeedError("unavailable", `port ${port} is taken; expected a free one, or 0 for any`, { cause: error })
          : error,
      ),
    )
  })
}

/** Answers what is no HTTP, or has headers without end, in the one shape too; no app sees it. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy()
  const isLarge = error.code === "HPE_HEADER_OVERFLOW"
  const body = JSON.stringify({
    error: {
      code: isLarge ? "too-large" : "bad-request",
      message: isLarge ? "address and headers are larger than 16 KiB" : "this is no HTTP request",
    },
  } satisfies ErrorBody)
  const status = isLarge ? "431 Request Header Fields Too Large" : "400 Bad Request"
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  )
}
