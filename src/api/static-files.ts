import { readdirSync, readFileSync } from "node:fs"
import { extname, join } from "node:path"
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
}

/** The built browser app by address: all of it in memory, so that no address can name another file. Throws HeedError "not-found" when it is not built. */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    return new Map(
      files.map(entry => {
        const path = join(entry.parentPath, entry.name)
        const address = `/${path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "")}`
        return [address, { bytes: readFileSync(path), type: types[extname(path)] ?? "application/octet-stream" }]
      }),
    )
  } catch (error) {
    throw new HeedError("not-found", `the browser app is not built; run "npm run build" where Heed is installed`, {
      cause: error,
    })
  }
}
