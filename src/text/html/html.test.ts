import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, test } from "vitest"
import { rawSpanOf } from "../../core/raw-map.ts"
import { cleanReport } from "../clean-report.ts"
import { readHtml } from "./read-html.ts"

// Each page of examples/ has a text file beside it: the blocks, "--", what was removed; one "label| text" a line.
const folder = new URL("examples/", import.meta.url)
const pages = readdirSync(folder).filter(file => file.endsWith(".html"))

const read = (file: string) => cleanReport({ bytes: readFileSync(new URL(file, folder)), file }, () => "")

describe("html/examples", () => {
  test.each(pages)("%s", file => {
    const report = read(file).value
    const found = [
      ...report.blocks.map(({ start, end, label }) => `${label}| ${report.text.slice(start, end)}`),
      "--",
      ...report.removed.map(({ text, label }) => `${label}| ${text}`),
    ]
    const wanted = readFileSync(new URL(file.replace(/html$/, "txt"), folder), "utf8")
      .trimEnd()
      .split("\n")
    assert.deepEqual(found, wanted)
  })

  test.each(pages)("%s: every block leads back to the markup it came from", file => {
    const report = read(file).value
    const raw = readFileSync(new URL(file, folder), "utf8")
    const bare = (text: string) => text.replace(/[\s\u00AD]/g, "")
    for (const block of report.blocks) {
      const span = rawSpanOf(report.rawMap, block)
      const source = readHtml(raw.slice(span.start, span.end)).mapped.text
      assert.equal(bare(source), bare(report.text.slice(block.start, block.end)))
    }
  })

  test("a page without an article is told", () => {
    const { problems } = read("no-article.html")
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["no-article", "no-date"],
    )
  })
})

describe("readHtml", () => {
  const text = (html: string) => readHtml(html).mapped.text

  test("white space is what a reader sees", () => {
    assert.equal(text("<p> one\n  two <b> three</b> </p>"), "one two three")
    assert.equal(text("<p>un<b>believ</b>able</p>"), "unbelievable")
  })

  test("line breaks part paragraphs, and lines only where a sentence ends or begins", () => {
    assert.equal(text("one<br><br>two"), "one\ntwo")
    assert.equal(text("one is<br>two"), "one is two")
    assert.equal(text("One is done.<br>Two"), "One is done.\nTwo")
  })

  test("links of a menu do not run together", () => {
    assert.equal(text("<div><a href=a>Politics</a><a href=b>Economy</a></div>"), "Politics Economy")
    assert.equal(text("<p>un<a href=a>believable</a></p>"), "unbelievable")
  })

  test("a character written as an entity leads back to all of it", () => {
    const html = "<p>A &amp; B&#8217;s &frac12;</p>"
    const { mapped } = readHtml(html)
    assert.equal(mapped.text, "A & B’s ½")
    const back = (start: number, end: number) => {
      const span = rawSpanOf(mapped.runs, { start, end })
      return html.slice(span.start, span.end)
    }
    assert.equal(back(2, 3), "&amp;")
    assert.equal(back(4, 7), "B&#8217;s")
    assert.equal(back(8, 9), "&frac12;")
  })
})
