import { readdirSync, readFileSync } from "node:fs"
import { extname, join } from "node:path"
import type { MiddlewareHandler } from "hono"
import { HeedError } from "../core/error.ts"

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
}

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  /** The same compressed by gzip, where the build made it. */
  readonly gzipped?: Uint8Array<ArrayBuffer>
}

/** The built browser app by address: all of it in memory, so that no address can name another file. Throws HeedError "not-found" when it is not built. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const bytes = new Map(
      files.map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [`/${path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "")}`, readFileSync(path)]
      }),
    )
    const addresses = [...bytes.keys()].filter(address => !address.endsWith(".gz"))
    return new Map(
      addresses.map(address => {
        const gzipped = bytes.get(`${address}.gz`)
        const type = types[extname(address)] ?? "application/octet-stream"
        return [address, { bytes: bytes.get(address)!, type, ...(gzipped && { gzipped }) }]
      }),
    )
  } catch (error) {
    throw new HeedError("not-found", `the browser app is not built; run "npm run build" where Heed is installed`, {
      cause: error,
    })
  }
}

/** Answers with a file of the app, or with its page for an address within it: those have no ending. Throws HeedError "not-found". */
export function pagesOf(files: ReadonlyMap<string, StaticFile>): MiddlewareHandler<{ Variables: { nonce: string } }> {
  const index = files.get("/index.html")
  const page = index === undefined ? "" : new TextDecoder().decode(index.bytes)
  return async context => {
    const { path } = context.req
    const file = files.get(path)
    if (file && file !== index) {
      // Names of built files carry the hash of their content.
      if (path.startsWith("/assets/")) context.header("Cache-Control", "private, max-age=31536000, immutable")
      context.header("Content-Type", file.type)
      if (file.gzipped === undefined) return context.body(file.bytes)
      context.header("Vary", "Accept-Encoding")
      if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(context.req.header("accept-encoding") ?? ""))
        return context.body(file.bytes)
      context.header("Content-Encoding", "gzip")
      return context.body(file.gzipped)
    }
    // Places of the app have no dots and need no escapes.
    if (file !== index && (/%|\.\.|\u0000|^\/assets\//.test(path) || /\.[^/]*$/.test(path)))
      throw new HeedError("not-found", `no file ${path}`)
    context.header("Cache-Control", "no-store")
    return context.html(page.replaceAll("%NONCE%", context.get("nonce")))
  }
}
