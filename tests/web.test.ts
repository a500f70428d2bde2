import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"

// What the browser app may not do, read from its source. What it does in a browser is tested in tests/browser.

const web = resolve(import.meta.dirname, "../web/src")
const src = resolve(import.meta.dirname, "../src")
const files = readdirSync(web, { recursive: true, encoding: "utf8" })
  .map(file => file.replaceAll("\\", "/"))
  .filter(file => /\.tsx?$/.test(file))
  .sort()
const textOf = (file: string) => readFileSync(join(web, file), "utf8")

/** Pure files of the engine's side that the browser runs too, so that a value is worded in one place. Everything else comes as types. */
const shared = ["app/visible.ts", "app/words.ts"]

test("at run time the browser imports only what is shared", () => {
  const broken = files.flatMap(file =>
    [...textOf(file).matchAll(/(?:^|\n)import\s+(?!type\b)([^"';]*?)\s*from\s+"([^"]+)"/g)]
      .filter(([, names, path]) => {
        if (!path!.startsWith(".")) return false
        const target = relative(src, resolve(web, dirname(file), path!)).replaceAll("\\", "/")
        const onlyTypes = /^\{(?:\s*type\s+\w+(?:\s+as\s+\w+)?\s*,?)+\s*\}$/.test(names!)
        return !target.startsWith("..") && !shared.includes(target) && !onlyTypes
      })
      .map(([, , path]) => `${file} imports ${path}`),
  )
  expect(broken).toEqual([])
})

test("source text never becomes markup, and no other host is named", () => {
  const forbidden =
    /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)[\w.-]+\.\w/
  const broken = files.flatMap(file => {
    const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, "")
    const found = forbidden.exec(code)?.[0]
    return found === undefined ? [] : [`${file}: ${found}`]
  })
  expect(broken).toEqual([])
})

test("colours stand in tokens.css alone", () => {
  const sheets = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    file => file.endsWith(".css") && !file.endsWith("tokens.css"),
  )
  const broken = sheets.flatMap(file => {
    const colours = textOf(file).match(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi) ?? []
    // Black on white is what print is.
    return colours.filter(colour => !/^#(?:000|fff)$/i.test(colour)).map(colour => `${file}: ${colour}`)
  })
  expect(broken).toEqual([])
})

test("no file over 400 lines", () => {
  expect(files.filter(file => 400 < textOf(file).split("\n").length - 1)).toEqual([])
})
