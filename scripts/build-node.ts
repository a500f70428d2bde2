import { existsSync, statSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { newestOf } from "./newest.ts"

/**
 * Puts what Heed runs into a few files in dist/, when they are not there or older than what they are made from: to find and load
 * hundreds of small ones takes longer than all else that a start does. `src/cli/heed.js` takes them while they are as new as the source.
 */
const root = join(import.meta.dirname, "..")
const built = join(root, "dist/main.js")
const newest = Math.max(newestOf(join(root, "src")), statSync(join(root, "package-lock.json")).mtimeMs)

if (!existsSync(built) || statSync(built).mtimeMs < newest) {
  const begunAt = new Date()
  const { build } = await import("vite")
  await build({
    configFile: false,
    logLevel: "error",
    root,
    publicDir: false,
    ssr: {
      noExternal: true,
      // They look for files of their own beside themselves.
      external: ["tinypool", "open", "eld"],
    },
    build: {
      ssr: true,
      outDir: "dist",
      target: "node24",
      minify: false,
      rolldownOptions: {
        input: ["main", "case-worker", "read-worker"].map(name => join(root, `src/${name}.ts`)),
        // All in one folder, from where models and samples are as far as from src/.
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  })
  // What is changed while it is built is newer.
  utimesSync(built, begunAt, begunAt)
}
