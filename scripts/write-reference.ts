import { mkdirSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { apiReference } from "./api-reference.ts"
import { helpData } from "./help-data.ts"
import { caseFileJsonSchema, cliReference } from "./reference.ts"
import { specPage } from "./spec.ts"

// Writes docs/spec.md, the generated pages of docs/reference, and what the help of the web app takes from the docs. "npm run fix" runs it; a test fails when they are stale.
const folder = resolve(import.meta.dirname, "../docs/reference")
mkdirSync(folder, { recursive: true })
writeFileSync(resolve(folder, "cli.md"), cliReference())
writeFileSync(resolve(folder, "api.md"), apiReference())
writeFileSync(resolve(folder, "casefile.schema.json"), caseFileJsonSchema())
writeFileSync(resolve(folder, "../spec.md"), specPage())
const help = resolve(import.meta.dirname, "../src/app/help/data")
mkdirSync(help, { recursive: true })
writeFileSync(resolve(help, "help.json"), helpData())
