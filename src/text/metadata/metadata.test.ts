import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import type { RawReport } from "../../core/report.ts"
import { cleanReport } from "../clean-report.ts"
import { isOutletName, readDateLine } from "./date-line.ts"
import { findDates } from "./find-dates.ts"
import { publisherInTitle } from "./page-metadata.ts"

describe("metadata/examples.txt", () => {
  for (const { line, number } of exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8")))
    test(`line ${number}: ${line}`, () => {
      const { text } = readLabels(line)
      const marks = findDates(text).map(({ start, end, edtf }) => ({
        start,
        end,
        label: edtf === "" ? "unknown" : edtf.toLowerCase(),
      }))
      assert.equal(writeExample(text, marks), line)
    })
})

/** `readExample` wants labels that begin with a letter; dates begin with a digit. */
function readLabels(line: string): { text: string } {
  return readExample(line.replace(/\[\d[\dtz:+-]* /g, "[date "))
}

const read = (text: string, more: Partial<RawReport> = {}) =>
  cleanReport({ bytes: new TextEncoder().encode(text), ...more }, () => "")
const body =
  "\n\nThe interior minister of Orsa resigned on Saturday, five days after the bombing of the ferry terminal in Port Sella.\n\nShe gave no reasons."

describe("publication date", () => {
  test("the user wins over everything", () => {
    const { value } = read(`Title of the report here\nMay 3, 2031${body}`, {
      stated: { published: "2031-05-09" },
      url: "https://a.example/2031/05/08/x",
    })
    assert.deepEqual(value.published, {
      time: { kind: "time", edtf: "2031-05-09", precision: "day", text: "2031-05-09", method: "explicit" },
      source: "user",
    })
  })

  test("a date in the URL comes before one in the text; the more exact of two that agree is kept", () => {
    assert.equal(
      read(`Title of the report here\nMay 3, 2031${body}`, { url: "https://a.example/2031/05/08/x" }).value.published
        ?.source,
      "url",
    )
    const { published } = read(`Title of the report here\nMay 8, 2031, 14:05 GMT${body}`, {
      url: "https://a.example/2031/05/08/x",
    }).value
    assert.deepEqual([published?.time.edtf, published?.source], ["2031-05-08T14:05:00Z", "text"])
  })

  test("published and updated lines", () => {
    const { value } = read(`Title of the report here\nPublished 3 May 2031, 14:05 GMT | Updated 4 May 2031${body}`)
    assert.equal(value.published?.time.edtf, "2031-05-03T14:05:00Z")
    assert.equal(value.updated?.time.edtf, "2031-05-04")
  })

  test("right behind the story", () => {
    assert.equal(
      read(`Title of the report here${body}\n\nPublished 3 May 2031`).value.published?.time.edtf,
      "2031-05-03",
    )
  })

  test("not the date of a related story", () => {
    assert.equal(
      read(`Title of the report here${body}\n\nRelated Posts\n\nFire on cruise ship injures 22\n30 October 2031`).value
        .published,
      undefined,
    )
  })

  test("none in the text: none at all, and a problem", () => {
    const { value, problems } = read(`Title of the report here${body} In November 2028 gunmen killed six people.`)
    assert.equal(value.published, undefined)
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["no-date"],
    )
  })

  test("day and month that may be either are refused", () => {
    const { value, problems } = read(`Title of the report here\n03/04/2031${body}`)
    assert.equal(value.published, undefined)
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["ambiguous-date"],
    )
  })

  test("the date of a place line counts", () => {
    const { value } = read(
      "Title of the report here\n\nPORT SELLA, 3 May 2031 (NWA) - The interior minister of Orsa resigned on Saturday, five days after the bombing.",
    )
    assert.equal(value.published?.time.edtf, "2031-05-03")
  })
})

describe("publisher, byline, title", () => {
  test("behind the title", () => {
    const { value } = read(`Minister resigns over port security – Orsa Times${body}`)
    assert.deepEqual(
      [value.title, value.publisher],
      [
        { value: "Minister resigns over port security", source: "text" },
        { value: "Orsa Times", source: "text" },
      ],
    )
  })

  test("before the first sentence", () => {
    assert.equal(
      read(`Minister resigns over port security\n\nDelta News/ ${body.trim()}`).value.publisher?.value,
      "Delta News",
    )
  })

  test("an agency's place line is no publisher: others print its copy", () => {
    assert.equal(
      read(`Minister resigns over port security\n\nORSA (Northern Wire) - ${body.trim()}`).value.publisher,
      undefined,
    )
  })

  test("a part of the title that only looks like a name stays", () => {
    assert.equal(read(`Minister resigns – Why Now?${body}`).value.title?.value, "Minister resigns – Why Now?")
    assert.equal(
      read(`Attack on port kills nine: monitor${body}`).value.title?.value,
      "Attack on port kills nine: monitor",
    )
  })

  test("byline", () => {
    assert.deepEqual(read(`Minister resigns over port security\nBy Ana Diaz and Lee Roe${body}`).value.byline, {
      value: "Ana Diaz and Lee Roe",
      source: "text",
    })
    assert.equal(
      read(`Minister resigns over port security\nBy the river, a minister resigns${body}`).value.byline,
      undefined,
    )
  })

  test("stated by the user", () => {
    const { value } = read(`Minister resigns over port security${body}`, {
      stated: { title: "Resignation", publisher: "Sella Post", url: "https://sella.example/1" },
    })
    assert.deepEqual(
      [value.title, value.publisher, value.url],
      [
        { value: "Resignation", source: "user" },
        { value: "Sella Post", source: "user" },
        { value: "https://sella.example/1", source: "user" },
      ],
    )
  })
})

test("the site's name in a <title> is what is more than the headline", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["Bomb closes port | The Delta Post", "Bomb closes port", "The Delta Post"],
    ["Bomb closes port | World | Deltapost", "Bomb closes port", "Deltapost"],
    ["Bomb closes port - Delta News", "Bomb closes port", "Delta News"],
    ["Orsa Gazette: Bomb closes port", "Bomb closes port", "Orsa Gazette"],
    ["Bomb closes port - What we know", "Bomb closes port", undefined],
    ["Bomb closes port | Politics", "Bomb closes port", undefined],
    ["Bomb closes port for a week", "Bomb closes port", undefined],
    ["The Delta Post", "Bomb closes port", undefined],
  ]
  for (const [title, headline, name] of cases) assert.equal(publisherInTitle(title, headline)?.value, name, title)
})

test("outlet names", () => {
  for (const name of [
    "Times of Orsa",
    "The Sella Post",
    "Delta News",
    "News24",
    "sella.example.com",
    "Estuary Daily News",
  ])
    assert.ok(isOutletName(name), name)
  for (const name of ["monitor", "Why Now?", "Port Sella", "Latin America", "A", ""])
    assert.ok(!isOutletName(name), name)
})

test("a sentence with a date is no date line", () => {
  for (const line of [
    "On 3 May 2031 the port was closed.",
    "The 3 May 2031 attack",
    "August 14, 2026: A bomb on the dredger kills three",
    "Attack of 3 May 2031 remembered",
  ])
    assert.equal(readDateLine(line), undefined, line)
})
