import { expect, test } from "vitest"
import type { CaseFile } from "../core/casefile.ts"
import { exportMarkdown } from "./markdown.ts"

const text = "A bomb killed 9. See [x](http://a.example) *now* <b>_here_</b> www.b.example a@c.example\n# head"

const caseFile: CaseFile = {
  format: "heed-casefile/1",
  case: {
    name: "1. case",
    engine: "1",
    asOf: null,
    policy: "keep-range",
    origins: { low: 1, high: 1, names: [] },
    blindSpots: [{ code: "x", text: "nothing", reports: [] }],
  },
  reports: [{ id: "a", title: text, language: "en", encoding: "utf-8", text, blocks: [], removed: [], repairs: [] }],
  origins: [],
  lineage: [
    {
      id: "l",
      from: "a",
      to: null,
      kind: "cites",
      strength: 1,
      passages: [],
      why: "it says so",
      evidence: [{ reportId: "a", start: 0, end: text.length, text }],
    },
  ],
  entities: [],
  incidents: [],
  statements: [],
  utterances: [],
  warnings: [],
  problems: [],
}

test("marks are footnotes that hold the words, and words are never markup", () => {
  const page = exportMarkdown(caseFile)
  expect(page).toMatch(/^# 1\\\. case\n/)
  expect(page).toContain("## Who rests on whom\n")
  expect(page).toMatch(/it says so \[\^1\]\n/)
  expect(page).toContain(
    `[^1]: r1 0-${text.length} "A bomb killed 9. See \\[x\\](http\\://a.example) \\*now\\* &lt;b&gt;\\_here\\_&lt;/b&gt; www\\.b.example a\\@c.example # head"`,
  )
  expect(page.endsWith("\n")).toBe(true)
})
