#!/usr/bin/env node
// Starts Heed. Plain JavaScript, so that an older Node gives a clear message instead of a syntax error.
const [major] = process.versions.node.split(".").map(Number)
if (major < 24) {
  console.error(
    `heed needs Node 24 or newer, but this is ${process.version}. "npm ci" installs one beside Heed: run it as "npx heed".`,
  )
  process.exit(69)
}
// Keeps compiled code in the system's temporary folder, so that later starts need not compile it again.
const [{ enableCompileCache }, { readdirSync, statSync }, { join }] = await Promise.all([
  import("node:module"),
  import("node:fs"),
  import("node:path"),
])
enableCompileCache()
const folder = join(import.meta.dirname, "../..")
await import(isBuilt() ? "../../dist/main.js" : "../main.ts")

/** Whether `npm run build` has put the source as it is now into a few files, which start sooner. */
function isBuilt() {
  const changedAt = file => statSync(file, { throwIfNoEntry: false })?.mtimeMs
  const built = changedAt(join(folder, "dist/main.js"))
  if (built === undefined) return false
  // An installed package is never edited.
  if (changedAt(join(folder, ".git")) === undefined) return true
  const source = readdirSync(join(folder, "src"), { recursive: true }).map(file => join(folder, "src", file))
  return [join(folder, "package-lock.json"), ...source].every(file => changedAt(file) <= built)
}
