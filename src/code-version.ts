import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"

/**
 * The version, and in a checkout, where code changes between two versions, when a file of it was last changed:
 * what was kept by other code is not shown. `folder`: that of package.json.
 */
export function codeVersion(folder: string, version: string): string {
  if (!existsSync(join(folder, ".git"))) return version
  const files = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
  const changed = files.map(file => statSync(join(folder, "src", file)).mtimeMs)
  return `${version}+${Math.round(Math.max(...changed))}`
}
