import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { heed, scratchFolder } from "./doors/fake-door.ts"

const folder = scratchFolder()
const reports = join(folder, "reports")
const sheet = join(folder, "sheet.html")

const ESC = "\u001b"
const OVERRIDE = "\u202e"
const nasty = [
  `<script>alert(1)</script> & "quotes" 'single' \`tick\``,
  `A bomb killed 12 people ${ESC}[2J${ESC}]0;owned\u0007 in the \u009b31mharbour.`,
  `“</span><img src=x onerror=alert(2)>” said Ana Diaz.`,
  `${OVERRIDE}drawkcab\u202c and zero\u200bwidth and \u2028 separators\u0000\u0008.`,
  `[click](javascript:alert(3)) ![x](http://tracker.example/p.png) # not a heading`,
  `</style></svg><svg onload=alert(4)>`,
  `The coast guard" onmouseover="alert(5) warned the port" x="y on 2031-04-28.`,
]

beforeAll(async () => {
  mkdirSync(reports)
  const text = [`<b onclick=alert(0)>Title</b>${ESC}[31m`, "Published: 2031-05-03", ...nasty].join("\n\n")
  writeFileSync(join(reports, `<img src=x onerror=alert(9)>${OVERRIDE}.txt`), text)
  const { code, err } = await heed(["brief", reports, "--sheet", sheet, "--publisher", `<u>P</u>${ESC}[1m`])
  expect({ code, err }).toEqual({ code: 0, err: `evidence sheet: ${sheet}\n` })
})

/** What a terminal would obey, or a reader could be misled by. */
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/

test("no report can drive the terminal", async () => {
  for (const argv of [
    ["brief", reports],
    ["read", reports],
    ["facts", reports, "--words"],
    ["export", reports, "--format", "md"],
  ]) {
    const { out, err } = await heed(argv)
    expect(out).toMatch(/killed +12/)
    expect(out).not.toMatch(acting)
    expect(err).not.toMatch(acting)
  }
})

test("on a terminal only our own colours reach it", async () => {
  const { out } = await heed(["brief", reports], { terminal: true, columns: 80 })
  expect(out.replaceAll(/\u001b\[(?:0|1|2|31|36)m/g, "")).not.toMatch(acting)
  expect(out).toContain("␛[31m")
})

test("a message with a nasty file name is one harmless line", async () => {
  const { err } = await heed(["brief", join(folder, `no${ESC}[2J\nsuch${OVERRIDE}`)])
  expect(err).toMatch(/^heed: .+\n$/)
  expect(err.slice(0, -1)).not.toMatch(acting)
})

test("--json gives the very words, in a form that cannot act", async () => {
  const { out } = await heed(["export", reports, "--format", "json"])
  expect(out.replaceAll("\n", "")).not.toMatch(acting)
  const [report] = JSON.parse(out).reports
  for (const paragraph of nasty.filter(text => !text.includes("\u2028"))) expect(report.text).toContain(paragraph)
  expect(report.text).toContain(`${OVERRIDE}drawkcab`)
})

test("the sheet has no tag, attribute or address that a report made", () => {
  const page = readFileSync(sheet, "utf8")
  const tags = [...page.matchAll(/<([a-z0-9]+)((?:\s+[^<>]*)?)>/gi)]
  const names = new Set(tags.map(([, name]) => name!.toLowerCase()))
  for (const name of ["script", "img", "iframe", "object", "form", "link", "u"]) expect(names.has(name)).toBe(false)
  const attributes = tags.flatMap(([, , rest]) =>
    [...rest!.replaceAll(/"[^"]*"/g, '""').matchAll(/([\w-]+)=/g)].map(([, name]) => name!),
  )
  expect(attributes.filter(name => /^on/i.test(name))).toEqual([])
  expect(page).not.toMatch(/(?:src|href)="(?!#)/)
  expect(page).not.toMatch(acting)
  expect(page).toContain("&#60;script&#62;alert(1)&#60;/script&#62;")
  expect(page).toContain("&#60;U+202E&#62;drawkcab")
})

test("the sheet's policy forbids everything but its own style, and it asks no network", () => {
  const page = readFileSync(sheet, "utf8")
  expect(page).toMatch(
    /http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
  )
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!
  expect(style).not.toMatch(/url\(|@import|expression/)
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"))
})

test("every number of the sheet leads to words in place, and no two places share a name", () => {
  const page = readFileSync(sheet, "utf8")
  const names = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, name]) => name!)
  expect(new Set(names).size).toBe(names.length)
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name!)
  expect(targets.filter(target => !names.includes(target))).toEqual([])
  expect(targets.filter(target => target.startsWith("w")).length).toBeGreaterThan(4)
})

test("Markdown has no link, image, tag or heading that a report made", async () => {
  const { out } = await heed(["export", reports, "--format", "md"])
  expect(out).not.toMatch(/<[a-z/]/i)
  expect(out.replaceAll(/\[\^\d+\]/g, "")).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[|(?<!\\)\[/)
  expect(
    out
      .split("\n")
      .filter(line => line.startsWith("#"))
      .every(line => /^##? \S/.test(line)),
  ).toBe(true)
})

test("a paragraph of five megabytes is shown in place, and nowhere as a sentence", async () => {
  const path = join(folder, "long.txt")
  const words = "the ferry lay in the harbour ".repeat(180_000)
  writeFileSync(path, `Long\n\nPublished: 2031-05-03\n\n${words}A bomb killed 12 people ${words.slice(0, 500_000)}`)
  const out = join(folder, "long.html")
  const run = await heed(["brief", path, "--sheet", out])
  expect(run.code).toBe(0)
  expect(run.out.length).toBeLessThan(5_000)
  const page = readFileSync(out, "utf8")
  expect(page.length).toBeGreaterThan(5_000_000)
  expect(page.length).toBeLessThan(6_000_000)
}, 60_000)
