import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"

/** When a file in a folder or below was last changed; 0 where there is none. */
export function newestOf(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}
