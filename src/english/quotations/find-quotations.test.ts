import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines, readExample, writeExample } from "../../core/examples.ts"
import { reportOf } from "../report-of.ts"
import { tokenize } from "../tokens/tokenize.ts"
import { findQuotations } from "./find-quotations.ts"

for (const { line, number } of exampleLines(readFileSync(new URL("examples.txt", import.meta.url), "utf8")))
  test(`examples.txt:${number}`, () => {
    const report = reportOf(readExample(line).text, " / ")
    const tokens = report.blocks.flatMap(block => tokenize(report.text, block))
    const found = findQuotations(report, tokens).value
    const marks = found.map(({ start, end, open }) => ({ start, end, label: open ? "open" : "q" }))
    expect(writeExample(report.text, marks)).toBe(line)
  })

test("the inner span leaves out the marks and the space beside them", () => {
  const report = reportOf("They had “ the cells ” in mind.", " / ")
  const [quotation] = findQuotations(report, tokenize(report.text, report.blocks[0]!)).value
  expect(report.text.slice(quotation!.inner.start, quotation!.inner.end)).toBe("the cells")
})

test("an unclosed mark is a problem", () => {
  const report = reportOf("He said: “we will see.", " / ")
  const { value, problems } = findQuotations(report, tokenize(report.text, report.blocks[0]!))
  expect(value).toEqual([])
  expect(problems.map(problem => problem.code)).toEqual(["unclosed-quote"])
})
