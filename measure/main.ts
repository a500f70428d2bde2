import { spawnSync } from "node:child_process"
import { readdirSync } from "node:fs"

// The door of `npm run measure`: runs one measure by name, each in a process of its own so that times and memory are its own.
const names = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith(".ts") && file !== "main.ts" && !file.endsWith(".test.ts"))
  .map(file => file.replace(/\.ts$/, ""))
const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !names.includes(name)) {
  console.error(`usage: npm run measure -- NAME [--data FOLDER] [--json]\nmeasures: ${names.join(", ")}`)
  process.exitCode = name === undefined ? 0 : 64
} else {
  const { status } = spawnSync(process.execPath, [`${import.meta.dirname}/${name}.ts`, ...rest], { stdio: "inherit" })
  process.exitCode = status ?? 1
}
