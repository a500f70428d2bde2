import { mkdirSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { caseFileJsonSchema, cliReference } from "./reference.ts"
import { specPage } from "./spec.ts"

// Writes docs/spec.md and the generated pages of docs/reference. "npm run fix" runs it; a test fails when they are stale.
const folder = resolve(import.meta.dirname, "../docs/reference")
mkdirSync(folder, { recursive: true })
writeFileSync(resolve(folder, "cli.md"), cliReference())
writeFileSync(resolve(folder, "casefile.schema.json"), caseFileJsonSchema())
writeFileSync(resolve(folder, "../spec.md"), specPage())
