import { spawnSync } from "node:child_process"
import { statSync } from "node:fs"
import { join } from "node:path"
import type { Figure, Part } from "../part.ts"

const ROOT = join(import.meta.dirname, "../..")
const STARTS = 5

/** What the language layer costs before its first word: its files on disk, and the time from the start of a process until they are loaded. */
export const size: Part<unknown> = {
  name: "size",
  about: "files on disk and time to start",
  measure() {
    const bytes = ["english.bin", "places/places.bin"].map(file => statSync(join(ROOT, "models/english", file)).size)
    const disk: Figure = {
      name: "model and gazetteer",
      value: bytes.reduce((sum, size) => sum + size, 0) / 1e6,
      unit: "MB",
      detail: `model ${(bytes[0]! / 1e6).toFixed(1)}, gazetteer ${(bytes[1]! / 1e6).toFixed(1)}`,
    }
    const seconds = Array.from({ length: STARTS }, startSeconds).sort((a, b) => a - b)
    const start: Figure = {
      name: "start-up",
      value: seconds[0],
      unit: "s",
      of: STARTS,
      items: "starts",
      detail: "the fastest, process start included",
    }
    return [disk, start]
  },
}

function startSeconds(): number {
  // Compiled code is kept between starts, as src/cli/heed.js does.
  const code = `import { enableCompileCache } from "node:module"
    enableCompileCache()
    const { readEnglish } = await import(${JSON.stringify(join(ROOT, "src/read-english.ts"))})
    readEnglish()`
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - started) / 1000
}
