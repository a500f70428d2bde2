import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { newestOf } from "./newest.ts"

/** Builds the browser app when it is not built, or older than what it is made from. */
const root = join(import.meta.dirname, "..")
const built = join(root, "web/dist/index.html")

const sources = ["web/src", "web/public", "src/app"].map(folder => newestOf(join(root, folder)))
const files = ["web/index.html", "web/vite.config.ts", "package-lock.json"].map(
  file => statSync(join(root, file)).mtimeMs,
)
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources, ...files)) {
  // What a test runner sets here would bring the libraries' halves that are for their own tests.
  process.env.NODE_ENV = "production"
  await (await import("vite")).build({ configFile: join(root, "web/vite.config.ts"), logLevel: "warn" })
}
