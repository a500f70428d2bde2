import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, test } from "vitest"
import { rawSpanOf } from "../core/raw-map.ts"
import { type RawReport, type Report, reportSchema } from "../core/report.ts"
import { cleanReport as clean } from "./clean-report.ts"
import { decode } from "./decode.ts"

const utf8 = (text: string) => new TextEncoder().encode(text)
const cleanReport = (raw: RawReport) => clean(raw, () => "")

/** Every law that holds for any input. */
function checkLaws(raw: RawReport): Report {
  const { value: report, problems } = cleanReport(raw)
  reportSchema.parse(report)
  const { text: source } = decode(raw.bytes, raw.contentType).value
  assert.ok(report.text.isWellFormed())
  assert.equal(report.text.normalize("NFC"), report.text)
  assert.doesNotMatch(report.text, /\r/)

  let end = 0
  for (const block of report.blocks) {
    assert.ok(
      end <= block.start && block.start < block.end && block.end <= report.text.length,
      "blocks are in order and do not overlap",
    )
    assert.equal(report.text.slice(end, block.start).trim(), "")
    end = block.end
    const span = rawSpanOf(report.rawMap, block)
    assert.ok(0 <= span.start && span.start < span.end && span.end <= source.length, "a block comes from the raw text")
  }
  assert.equal(report.text.slice(end).trim(), "")
  for (const { text, raw: span } of report.removed) {
    assert.notEqual(text.trim(), "")
    assert.ok(0 <= span.start && span.start < span.end && span.end <= source.length)
  }
  for (const { at, count } of report.repairs) {
    assert.ok(at.length <= count)
    for (const span of at) assert.ok(span.start <= span.end && span.end <= report.text.length)
  }
  for (const problem of problems) assert.equal(problem.reportId, report.id)
  return report
}

/** Letters and digits, with how often each comes. Repairs may change marks and white space, never these. */
function lettersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const char of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(char, (counts.get(char) ?? 0) + 1)
  return counts
}

const line = fc.oneof(
  fc.constantFrom(
    "Share This Post",
    "Source link",
    "Related Posts",
    "Leave a Reply",
    "WATCH | The gate after the blast:",
    "March 29, 2024",
    "By Ana Diaz",
    "* a point without end",
    "The port was closed on Monday, the coast guard said in a statement, and no ship may leave.",
    "“We saw it,” he said. “Then nothing.”",
    "Minister resigns over port security",
    "A shelter came down in...",
    "- Advertisement -spot_img",
    "ORSA (NWA) - The minister resigned on Saturday, five days after the bombing of the terminal.",
    "(With inputs from agencies)",
    "Title – Orsa Times",
    "",
    "",
    "<p>Hello</p>",
    "3 Comments",
  ),
  fc.string({ unit: "grapheme", maxLength: 80 }).map(text => text.replace(/[\r\n]/g, " ")),
  fc
    .array(fc.constantFrom("port", "Sella", "the", "а", "tо", "said.", "“yes”", "2024", ",", "ISIS-K", "—"), {
      maxLength: 25,
    })
    .map(words => words.join(" ")),
)
const page = fc.array(line, { maxLength: 25 }).map(lines => lines.join("\n"))

describe("laws of cleanReport", () => {
  test("hold for scraped text", () => {
    fc.assert(
      fc.property(page, text => void checkLaws({ bytes: utf8(text) })),
      { numRuns: 300, seed: 11 },
    )
  })

  test("hold for random bytes, whatever they are said to be", () => {
    const type = fc.constantFrom(
      undefined,
      "text/html",
      "text/plain",
      "text/html; charset=utf-16",
      "application/xhtml+xml",
    )
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        type,
        (bytes, contentType) => void checkLaws({ bytes, ...(contentType ? { contentType } : {}) }),
      ),
      { numRuns: 300, seed: 11 },
    )
  })

  test("hold for broken HTML", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<article>",
        "<table><tr><td>",
        "<li>",
        "<a href=x>",
        "</a>",
        "<br>",
        "<br/>",
        "<script>",
        "</script>",
        "<style>",
        "<!--",
        "-->",
        "&amp;",
        "&#8220;",
        "&nbsp",
        "&#0;",
        "&#xD800;",
        "&notit;",
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<svg><p>",
        "<",
        ">",
        '"',
        "<time datetime='2024-03-25'>",
        "<html><body>",
        "</body>",
        "<![CDATA[",
        "]]>",
        "<form><button>",
        "\u0000",
        "<blockquote>",
      ),
      line,
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        pieces => void checkLaws({ bytes: utf8(pieces.join("")), contentType: "text/html" }),
      ),
      { numRuns: 300, seed: 11 },
    )
  })

  test("nothing of a plain text is lost: every letter is in the text or in what was removed", () => {
    fc.assert(
      fc.property(page, text => {
        const report = checkLaws({ bytes: utf8(text), contentType: "text/plain" })
        if (
          report.repairs.some(({ kind }) =>
            ["mojibake", "look-alike", "composed-letter", "control-character"].includes(kind),
          )
        )
          return
        const kept = lettersOf(report.text + report.removed.map(({ text: removed }) => removed).join(" "))
        assert.deepEqual([...kept].sort(), [...lettersOf(text)].sort())
      }),
      { numRuns: 300, seed: 12 },
    )
  })

  test("the raw words behind a clean word, cleaned alone, are that word", () => {
    fc.assert(
      fc.property(page, text => {
        const report = cleanReport({ bytes: utf8(text), contentType: "text/plain" }).value
        for (const match of report.text.matchAll(/(?<![\p{L}\p{M}\p{N}])[a-zA-Z]{3,}(?![\p{L}\p{M}\p{N}])/gu)) {
          const span = rawSpanOf(report.rawMap, { start: match.index, end: match.index + match[0].length })
          const alone = cleanReport({ bytes: utf8(text.slice(span.start, span.end)), contentType: "text/plain" }).value
          assert.equal(alone.text + alone.removed.map(({ text: removed }) => removed).join(""), match[0])
        }
      }),
      { numRuns: 60, seed: 13 },
    )
  })
})

const samples = new URL("../../samples/", import.meta.url)
const files = existsSync(samples) ? readdirSync(samples).filter(file => /\.(txt|html)$/.test(file)) : []

describe.runIf(files.length > 0)("the samples", () => {
  const expected = JSON.parse(readFileSync(new URL("../../measure/expected/samples.json", import.meta.url), "utf8"))
  const reports = new Map(files.map(file => [file, checkLaws({ bytes: readFileSync(new URL(file, samples)), file })]))

  test.each(files)("%s cleaned twice is the same", file => {
    const report = reports.get(file)!
    const again = cleanReport({ bytes: utf8(report.text), contentType: "text/plain" }).value
    if (report.format === "text") assert.equal(again.text, report.text)
    // A page's markup may tell a line from furniture that its words alone do not, such as a lone name as credit.
    for (const { start, end, label } of report.blocks)
      if (label === "paragraph" || label === "title") assert.ok(again.text.includes(report.text.slice(start, end)))
  })

  test.each(
    expected.reports as {
      file: string
      title: string
      publisher: string | null
      orPublisher?: string
      published: string | null
      updated?: string
    }[],
  )("metadata of $file", wanted => {
    const report = reports.get(wanted.file)!
    assert.equal(report.title?.value, wanted.title)
    assert.ok(
      [wanted.publisher, wanted.orPublisher].includes(report.publisher?.value ?? null) ||
        (wanted.publisher === null && report.publisher === undefined),
      report.publisher?.value,
    )
    assert.equal(report.published?.time.edtf.slice(0, 10) ?? null, wanted.published)
    if (wanted.updated) assert.equal(report.updated?.time.edtf.slice(0, 10), wanted.updated)
  })

  test.each(expected.removed as { file: string; label: string; contains: string }[])(
    "$file leaves out $contains ($label)",
    ({ file, label, contains }) => {
      const report = reports.get(file)!
      const removed = report.removed.filter(({ text }) => text.includes(contains))
      if (label === "repeated-title" || contains === "Source" || contains === "Business") assert.ok(removed.length > 0)
      else assert.ok(!report.text.includes(contains) && removed.length > 0, `${contains} in text`)
      assert.ok(
        removed.some(item => item.label === label),
        `${removed.map(item => item.label)} but ${label} was expected`,
      )
    },
  )

  test.each(expected.repairs as { file: string; kind: string; min: number }[])(
    "$file has $min repairs of kind $kind",
    ({ file, kind, min }) => {
      assert.ok(min <= (reports.get(file)!.repairs.find(repair => repair.kind === kind)?.count ?? 0))
    },
  )

  test.each(expected.clean as { file: string; contains?: string[]; lacks?: string[] }[])(
    "words of $file",
    ({ file, contains = [], lacks = [] }) => {
      for (const words of contains) assert.ok(reports.get(file)!.text.includes(words), words)
      for (const words of lacks) assert.ok(!reports.get(file)!.text.includes(words), words)
    },
  )
})

test("bytes that are no text give an empty report and a problem", () => {
  const { value, problems } = cleanReport({ bytes: utf8("%PDF-1.7 ..."), file: "a.pdf" })
  assert.deepEqual([value.text, value.blocks, value.encoding], ["", [], "binary"])
  assert.equal(problems[0]?.code, "binary-input")
  assert.equal(cleanReport({ bytes: new Uint8Array() }).problems[0]?.code, "empty-input")
  assert.equal(cleanReport({ bytes: utf8(" \n ") }).problems[0]?.code, "empty-input")
})

test("the same bytes give the same report, whatever was read before", () => {
  const raw = { bytes: utf8("Minister resigns over port security\nBy Ana Diaz\n\nThe minister resigned on Saturday.") }
  const first = JSON.stringify(cleanReport(raw))
  cleanReport({ bytes: utf8("<p>Other</p><p>page</p>") })
  assert.equal(JSON.stringify(cleanReport(raw)), first)
})

test("a report in another language is kept, and said to be unread", () => {
  const raw = { bytes: utf8("In der Hafenstadt sind am Freitag drei Menschen bei einer Explosion getötet worden.") }
  const codes = (detected: string) => clean(raw, () => detected).problems.map(({ code }) => code)
  assert.ok(codes("de").includes("other-language"))
  assert.ok(!codes("en").includes("other-language"))
  assert.ok(!codes("").includes("other-language"))
})
