import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { expect, test } from "vitest"
import { commands } from "../src/cli/commands.ts"

const root = resolve(import.meta.dirname, "..")
const read = (path: string) => readFileSync(join(root, path), "utf8")

/** Every Markdown file of ours. */
const pages = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map(path => path.replaceAll("\\", "/"))
  .filter(path => path.endsWith(".md") && !path.includes("node_modules/") && !path.startsWith("out/"))

test("every command is told in the reference, with the summary and example of its help", () => {
  const guide = read("docs/reference/cli.md")
  for (const { name, summary, example } of commands) {
    expect(guide).toContain(`## heed ${name}`)
    expect(guide.toLowerCase()).toContain(summary.toLowerCase())
    expect(guide).toContain(example)
  }
})

test("every command the README names exists", () => {
  const named = [...read("README.md").matchAll(/npx heed ([a-z]+)/g)].map(match => match[1]!)
  expect(named.length).toBeGreaterThan(3)
  const known = commands.map(({ name }) => name)
  expect(named.filter(name => !known.includes(name))).toEqual([])
})

test("every npm script that a page names exists", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> }
  const named = pages.flatMap(page =>
    [...read(page).matchAll(/npm run ([a-z:-]+)/g)].map(match => `${page}: ${match[1]}`),
  )
  expect(named.filter(name => !(name.split(": ")[1]! in scripts))).toEqual([])
})

test("every link to a file of ours leads somewhere", () => {
  const broken = pages.flatMap(page =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(match => match[1]!)
      .filter(target => !existsSync(join(root, dirname(page), target)))
      .map(target => `${page} -> ${target}`),
  )
  expect(broken).toEqual([])
})

test("words of the glossary that the design fixes are all there", () => {
  const glossary = read("docs/glossary.md")
  for (const word of [
    "report",
    "origin",
    "incident",
    "assertion",
    "position",
    "fact",
    "utterance",
    "warning",
    "reading",
    "decision",
    "problem",
  ])
    expect(glossary).toMatch(new RegExp(`^\\| [^|]*\\b${word}\\b`, "m"))
})
