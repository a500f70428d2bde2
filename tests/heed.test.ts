import { spawn } from "node:child_process"
import { copyFileSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { caseFileSchema } from "../src/core/casefile.ts"
import { scratchFolder } from "./doors/fake-door.ts"

// The program as people start it: its own process, the real models, the sample story.
const root = resolve(import.meta.dirname, "..")
const folder = scratchFolder()
const samples = ["01-halyard-wire.txt", "02-pampero-times.html", "03-coastline-digest.txt"].map(name =>
  join(root, "samples", name),
)

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const heed = (argv: readonly string[], input?: string) => heedAt(root, argv, input)

function heedAt(installed: string, argv: readonly string[], input?: string): Promise<Ended> {
  const child = spawn(process.execPath, [join(installed, "src/cli/heed.js"), ...argv])
  const written = { out: "", err: "" }
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written.out += text
  })
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written.err += text
  })
  child.stdin.end(input)
  return new Promise(done => child.on("close", code => done({ code, ...written })))
}

test("from reports to a case, a brief, a sheet and data", async () => {
  const story = join(folder, "story.heed")
  const sheet = join(folder, "sheet.html")
  const added = await heed(["add", story, ...samples])
  expect(added.code).toBe(0)
  expect(added.out).toBe(`added 3 reports to ${story}; it holds 3 now\n`)
  const brief = await heed(["brief", story, "--sheet", sheet])
  expect(brief.code).toBe(0)
  expect(brief.out).toMatch(/^WHAT HAPPENED$/m)
  expect(readFileSync(sheet, "utf8")).toMatch(/^<!doctype html>[\s\S]+<\/html>\n$/)
  const exported = await heed(["export", story, "--format", "json"])
  const caseFile = caseFileSchema.parse(JSON.parse(exported.out))
  const texts = new Map(caseFile.reports.map(({ id, text }) => [id, text]))
  const assertions = caseFile.incidents.flatMap(({ facts }) =>
    facts.flatMap(({ positions }) => positions.flatMap(one => one.assertions)),
  )
  expect(assertions.length).toBeGreaterThan(5)
  for (const { reportId, start, end, text } of assertions.flatMap(({ evidence }) => evidence))
    expect(texts.get(reportId)!.slice(start, end)).toBe(text)
  const [incident] = caseFile.incidents
  const explained = await heed(["explain", story, incident!.code])
  expect(explained.code).toBe(0)
  expect(explained.out).toContain("TELLINGS JOINED INTO IT, AND WHY")
}, 120_000)

test("a report from standard input", async () => {
  const { code, out } = await heed(["read", "-"], readFileSync(samples[0]!, "utf8"))
  expect(code).toBe(0)
  expect(out).toContain("CLEAN TEXT")
}, 60_000)

test("a wrong call is answered without loading the models", async () => {
  const { code, err } = await heed(["brief", join(folder, "absent.heed")])
  expect(code).toBe(66)
  expect(err).toMatch(/^heed: no case file at .+\n$/)
}, 60_000)

test("what was built runs while it is as new as the source, in an installed package always", async () => {
  const at = join(folder, "installed")
  for (const name of ["src/cli", "dist"]) mkdirSync(join(at, name), { recursive: true })
  copyFileSync(join(root, "src/cli/heed.js"), join(at, "src/cli/heed.js"))
  writeFileSync(join(at, "package.json"), '{ "type": "module" }')
  const write = (name: string, second: number) => {
    writeFileSync(join(at, name), `console.log("${name}")`)
    utimesSync(join(at, name), second, second)
  }
  const run = async () => (await heedAt(at, [])).out.trim()
  write("package-lock.json", 4_000_000_000)
  write("src/main.ts", 4_000_000_001)
  expect(await run()).toBe("src/main.ts")
  write("dist/main.js", 4_000_000_000)
  expect(await run()).toBe("dist/main.js")
  mkdirSync(join(at, ".git"))
  expect(await run()).toBe("src/main.ts")
  write("dist/main.js", 4_000_000_002)
  expect(await run()).toBe("dist/main.js")
})
