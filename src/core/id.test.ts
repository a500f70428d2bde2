import { expect, test } from "vitest"
import { idOfRaw, reportIdOf } from "./id.ts"

const bytes = new TextEncoder().encode("The port was closed.")
const of = (publisher?: string, url?: string) =>
  reportIdOf(bytes, { ...(publisher !== undefined && { publisher }), ...(url !== undefined && { url }) })

test("the same bytes are one report, unless what they came in names two houses or two pages", () => {
  expect(of()).toBe(idOfRaw({ bytes }))
  expect(new Set([of(), of("Sella Post"), of("Varn Star"), of("Sella Post", "https://sella.example/1")]).size).toBe(4)
  expect(of("Sella Post")).toBe(of(" SELLA POST "))
})

test("a page has one address, however it was reached", () => {
  const page = of(undefined, "https://www.sella.example/1?id=7")
  for (const url of ["http://sella.example/1/?id=7#top", "https://sella.example/1?utm_source=feed&id=7"])
    expect(of(undefined, url)).toBe(page)
  expect(of(undefined, "https://sella.example/1?id=8")).not.toBe(page)
})

test("an id that a report came with is its id", () => {
  expect(idOfRaw({ id: "abc", bytes })).toBe("abc")
})
