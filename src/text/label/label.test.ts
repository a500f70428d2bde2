import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, test } from "vitest"
import { cleanReport } from "../clean-report.ts"

interface Page {
  readonly name: string
  readonly lines: readonly string[]
}

function readPages(file: string): Page[] {
  const pages: { name: string; lines: string[] }[] = []
  for (const line of file.split("\n")) {
    const name = /^=== (.+)$/.exec(line)?.[1]
    if (name !== undefined) pages.push({ name, lines: [] })
    else if (pages.length > 0) pages.at(-1)!.lines.push(line)
  }
  if (pages.length === 0) throw new Error("an examples file needs at least one page")
  return pages
}

const withoutLabel = (line: string): string => line.replace(/^[a-z+-]+\| /, "")

/** The same lines with the labels that cleaning gives them: the file can be read against it like a proof. */
function writePage(lines: readonly string[]): string[] {
  const raw = lines.map(withoutLabel)
  const { value: report } = cleanReport({ bytes: new TextEncoder().encode(raw.join("\n")) }, () => "")
  const parts: { label: string; at: number }[] = [
    ...report.removed.map(({ label, raw: { start } }) => ({ label, at: start })),
    ...report.blocks
      .map(({ label, start }) => ({
        label,
        at: report.rawMap.find(([clean, length]) => clean <= start && start < clean + length)!,
      }))
      .map(({ label, at: [clean, length, rawStart, rawLength] }, index) => ({
        label,
        at: length === rawLength ? rawStart + report.blocks[index]!.start - clean : rawStart,
      })),
  ]
  let start = 0
  return raw.map(line => {
    const end = start + line.length
    const labels = parts.filter(({ at }) => start <= at && at < Math.max(end, start + 1)).sort((a, b) => a.at - b.at)
    start = end + 1
    return labels.length === 0 ? line : `${labels.map(({ label }) => label).join("+")}| ${line}`
  })
}

describe("label/examples.txt", () => {
  const pages = readPages(readFileSync(new URL("examples.txt", import.meta.url), "utf8"))
  for (const { name, lines } of pages) test(name, () => assert.equal(writePage(lines).join("\n"), lines.join("\n")))

  test("a third of the pages have nothing to remove, and say so", () => {
    const honest = pages.filter(({ name }) => name.endsWith("(nothing to remove)"))
    assert.ok(pages.length / 3 <= honest.length, `${honest.length} of ${pages.length}`)
    for (const { lines } of honest) {
      const { value: report } = cleanReport(
        { bytes: new TextEncoder().encode(lines.map(withoutLabel).join("\n")) },
        () => "",
      )
      assert.deepEqual(report.removed, [])
    }
  })
})
