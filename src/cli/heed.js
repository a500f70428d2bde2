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
const { enableCompileCache } = await import("node:module")
enableCompileCache()
await import("../main.ts")
