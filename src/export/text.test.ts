import { expect, test } from "vitest"
import type { Brief, Line } from "../app/brief/brief.ts"
import { printText } from "./text.ts"
import { columnsOf, wrap } from "./wrap.ts"

const brief = (lines: readonly Line[]): Brief => ({
  title: "Harbour bombing",
  summary: "8 reports, 3-4 origins",
  asOf: "As known at 9 May 2031.",
  sections: [{ key: "happened", heading: "WHAT HAPPENED", lines }],
  notes: [
    { mark: 1, report: 2, evidence: { reportId: "b", start: 10, end: 24, text: "at least\n 14 dead" } },
    { mark: 12, report: 5, evidence: { reportId: "e", start: 0, end: 2, text: "17" } },
  ],
})

const lines: readonly Line[] = [
  {
    level: 0,
    label: "SEL-4F",
    parts: [{ text: "Bombing of the ferry terminal" }, { text: "   occurred   8 reports " }, { mark: 1 }],
    id: "aaa",
  },
  { level: 1, label: "killed", parts: [{ text: "17 or more   update   3 origins" }], id: "bbb" },
  {
    level: 2,
    label: "",
    parts: [{ text: "at least 14, according to the interior ministry of the province " }, { mark: 1 }, { mark: 12 }],
  },
  { level: 1, label: "responsible", parts: [{ text: "the Dawn Column" }] },
]

const options = { width: 60, colour: false, ids: false, words: true }

test("columns, hanging indent, marks, and the words behind them", () => {
  expect(printText(brief(lines), options)).toBe(`HARBOUR BOMBING                       8 reports, 3-4 origins
As known at 9 May 2031. Numbers in brackets open the words.

WHAT HAPPENED
SEL-4F  Bombing of the ferry terminal   occurred
        8 reports [1]
  killed       17 or more   update   3 origins
               - at least 14, according to the interior
                 ministry of the province [1][12]
  responsible  the Dawn Column

WORDS
 [1] r2 10-24 "at least 14 dead"
[12] r5 0-2 "17"
`)
})

test("ids stand before what they name, when asked for", () => {
  const text = printText(brief(lines), { ...options, ids: true, words: false })
  expect(text).toContain("SEL-4F  {aaa} Bombing")
  expect(text).toContain("  killed       {bbb} 17 or more")
  expect(text).not.toContain("WORDS")
})

test("a label wider than its column has a line of its own", () => {
  const text = printText(
    brief([{ level: 0, label: "The Standing Committee on Harbours", parts: [{ text: "said so" }] }]),
    options,
  )
  expect(text).toContain("\nThe Standing Committee on Harbours\n                    said so\n")
})

test("a brief without words, marks or summary is still one", () => {
  const text = printText({ title: "x", summary: "", asOf: "", sections: [], notes: [] }, options)
  expect(text).toBe("X\n")
})

test("wide and combining characters count as a terminal counts them", () => {
  expect(columnsOf("abc")).toBe(3)
  expect(columnsOf("日本")).toBe(4)
  expect(columnsOf("e\u0301")).toBe(1)
  expect(wrap("日本 日本 日本", 9)).toEqual(["日本 日本", "日本"])
})

test("a line breaks between its columns rather than within them", () => {
  expect(wrap("Bombing of the ferry terminal   occurred   8 reports", 46)).toEqual([
    "Bombing of the ferry terminal   occurred",
    "8 reports",
  ])
})

test("a word longer than the line is cut, and nothing is lost", () => {
  const word = "x".repeat(95)
  const found = wrap(`a ${word} b`, 40)
  expect(found.every(line => line.length <= 40)).toBe(true)
  expect(found.join("").replaceAll(" ", "")).toBe(`a${word}b`)
})
