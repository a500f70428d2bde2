import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"

const src = resolve(import.meta.dirname, "../src")

/** Who may import whom, beside `core` and itself. The one place that states it; adding an arrow is a design decision. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  intake: ["core"],
  text: ["core"],
  english: ["core"],
  extract: ["core", "english"],
  reconcile: ["core"],
  packs: ["core"],
  store: ["core", "app"],
  app: ["core"],
  export: ["core", "app"],
  cli: ["core", "app"],
  api: ["core", "app"],
}

/** Folders that do no I/O and read no clock and no environment, so that they also run in a browser. */
const engine = ["core", "text", "english", "extract", "reconcile", "packs"]

/** Files over 400 lines. The list may only shrink. */
const longFiles: readonly string[] = []

const importPattern = /(?:^|\n)\s*(?:import|export)\b[^"'`;]*?["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']/g

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map(file => file.replaceAll("\\", "/"))
  .filter(file => file.endsWith(".ts"))
  .sort()

const isTest = (file: string) => file.endsWith(".test.ts")

function importsOf(file: string): string[] {
  return [...readFileSync(join(src, file), "utf8").matchAll(importPattern)].map(match => (match[1] ?? match[2])!)
}

function targetOf(file: string, path: string): string {
  return relative(src, resolve(src, dirname(file), path)).replaceAll("\\", "/")
}

test("folders import only what mayImport allows", () => {
  const broken: string[] = []
  for (const file of files) {
    // Top-level files wire the parts together; tests may bring what they need.
    if (!file.includes("/") || isTest(file)) continue
    const from = file.split("/")[0]!
    for (const path of importsOf(file).filter(path => path.startsWith("."))) {
      const to = targetOf(file, path).split("/")[0]!
      const allowed = to === from || to === "core" || mayImport[from]?.includes(to)
      if (!allowed || !(from in mayImport)) broken.push(`${file} imports ${path}`)
    }
  }
  expect(broken).toEqual([])
})

test("the engine does no I/O and reads no clock", () => {
  const broken: string[] = []
  for (const file of files.filter(file => engine.includes(file.split("/")[0]!) && !isTest(file))) {
    for (const path of importsOf(file)) if (path.startsWith("node:")) broken.push(`${file} imports ${path}`)
    const code = readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
    for (const [found] of code.matchAll(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(/g))
      broken.push(`${file} uses ${found}`)
  }
  expect(broken).toEqual([])
})

test("no import cycle, type imports included", () => {
  const graph = new Map(
    files
      .filter(file => !isTest(file))
      .map(file => [
        file,
        importsOf(file)
          .filter(path => path.startsWith("."))
          .map(path => targetOf(file, path)),
      ]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "))
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  expect(cycles).toEqual([])
})

test("no file over 400 lines", () => {
  const long = files.filter(file => 400 < readFileSync(join(src, file), "utf8").split("\n").length - 1)
  expect(long).toEqual(longFiles)
})

test("every folder of src has a README of at most 40 lines", () => {
  const folders = [...new Set(files.filter(file => file.includes("/")).map(file => file.split("/")[0]!))]
  const broken = folders.filter(folder => {
    try {
      return 41 < readFileSync(join(src, folder, "README.md"), "utf8").split("\n").length
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})
