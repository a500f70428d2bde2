import { expect, test } from "vitest"
import { cutLongReport } from "./cut-long-report.ts"
import { reportOf } from "./english/report-of.ts"

test("a report of usual length stays as it is", () => {
  const report = reportOf("A ferry sank.\n\nNobody was hurt.")
  expect(cutLongReport(report)).toEqual({ value: report, problems: [] })
})

test("of a report of megabytes the first blocks are read, cut behind a sentence; its text stays whole and the cut is told", () => {
  const report = reportOf(`Ferries\n\n${"The ferry left. ".repeat(20_000)}\n\nThe end.`)
  const { value, problems } = cutLongReport(report)
  expect(value.text).toBe(report.text)
  expect(value.blocks).toHaveLength(2)
  expect(report.text.slice(0, value.blocks[1]!.end)).toMatch(/left\.$/)
  expect(value.blocks[1]!.end).toBeGreaterThan(199_000)
  expect(problems).toMatchObject([
    { code: "read-in-part", message: expect.stringContaining(`has ${report.text.length} characters`) },
  ])
})

test("a block without a stop is cut all the same", () => {
  const { value } = cutLongReport(reportOf("a".repeat(300_000)))
  expect(value.blocks).toEqual([{ start: 0, end: 195_000, label: "paragraph" }])
})
