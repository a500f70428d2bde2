import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { apiReference } from "../scripts/api-reference.ts"
import { helpData } from "../scripts/help-data.ts"
import { caseFileJsonSchema, cliReference } from "../scripts/reference.ts"
import { specPage } from "../scripts/spec.ts"
import { commands } from "../src/cli/commands.ts"
import { exitCodes } from "../src/cli/exit-codes.ts"

const page = (name: string) => readFileSync(resolve(import.meta.dirname, "../docs/reference", name), "utf8")

test('docs/reference is up to date; "npm run fix" writes it', () => {
  expect(page("cli.md")).toBe(cliReference())
  expect(page("api.md")).toBe(apiReference())
  expect(page("casefile.schema.json")).toBe(caseFileJsonSchema())
})

test('docs/spec.md lists every examples file and the test of every law; "npm run fix" writes it', () => {
  expect(page("../spec.md")).toBe(specPage())
})

test('the figures and words of the help are those of docs/measure.md and docs/glossary.md; "npm run fix" writes them', () => {
  expect(readFileSync(resolve(import.meta.dirname, "../src/app/help/data/help.json"), "utf8")).toBe(helpData())
})

test("the reference tells of every command, its options, its example, and every exit code", () => {
  const text = page("cli.md")
  for (const { name, summary, example, options } of commands) {
    expect(text).toContain(`## heed ${name}\n`)
    expect(text.toLowerCase()).toContain(summary.toLowerCase())
    expect(text).toContain(example)
    for (const { flags } of options) expect(text).toContain(`\`${flags}\``)
  }
  for (const code of Object.values(exitCodes)) expect(text).toContain(`| ${code} |`)
})
