import fc from "fast-check"
import { expect, test } from "vitest"
import type { CaseFile, Incident } from "../../core/casefile.ts"
import { exportHtml } from "./export-html.ts"
import { reportsPart } from "./reports.ts"
import { newSheet } from "./sheet.ts"
import { timelinePart } from "./timeline.ts"

const text =
  "Title here\n\nOne two three four five. Six seven eight nine ten.\n\nEleven twelve <b>thirteen</b> & fourteen."
const blocks = [
  { start: 0, end: 10, label: "title" as const },
  { start: 12, end: 62, label: "paragraph" as const },
  { start: 64, end: text.length, label: "paragraph" as const },
]

const incident = (id: string, edtf: string): Incident => ({
  id,
  code: `SEL-${id}`,
  type: "attack",
  status: "occurred",
  title: `Incident ${id}`,
  background: false,
  when: { kind: "time", edtf, precision: "day", text: edtf, method: "explicit" },
  where: null,
  facts: [],
  statements: [],
  warnings: [],
  reports: ["a"],
  mentions: [],
  origins: { low: 1, high: 2, names: [] },
})

const caseFile = (incidents: readonly Incident[] = []): CaseFile => ({
  format: "heed-casefile/1",
  case: {
    name: "Test",
    engine: "1",
    asOf: null,
    policy: "keep-range",
    origins: { low: 1, high: 2, names: [] },
    blindSpots: [],
  },
  reports: [
    {
      id: "a",
      title: "Title here",
      published: { edtf: "2031-05-09", method: "text" },
      language: "en",
      encoding: "utf-8",
      text,
      blocks,
      removed: [{ text: "ALSO READ <i>", label: "teaser" }],
      repairs: [],
    },
  ],
  origins: [],
  lineage: [],
  entities: [],
  incidents,
  statements: [],
  utterances: [],
  warnings: [],
  problems: [],
})

const entities: Record<string, string> = { "&#60;": "<", "&#62;": ">", "&#38;": "&" }

/** What a reader reads of a report's text: no tags, no numbers. */
function readText(page: string): string {
  const inside = /<div class="text"[^>]*>([\s\S]*?)<\/div>/.exec(page)![1]!
  return inside
    .replace(/<a class="back"[^>]*>\d+<\/a>/g, "")
    .replace(/<\/?(?:mark|p|h4)[^>]*>/g, "")
    .replace(/&#\d+;/g, entity => entities[entity]!)
}

test("however notes lie within each other or cross, no letter is lost and every note has one place", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }))
    .filter(({ start, end }) => blocks.some(block => start < block.end && block.start < end))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), spans => {
      const sheet = newSheet(caseFile())
      sheet.marks.of(
        spans.map(({ start, end }) => ({ reportId: "a", start, end, text: text.slice(start, end) })),
        spans.length,
      )
      const page = reportsPart(sheet).markup
      const flat = blocks.map(({ start, end }) => text.slice(start, end)).join("")
      expect(readText(page).replaceAll("\n", "")).toBe(flat)
      expect(page.split("<mark").length).toBe(page.split("</mark>").length)
      const names = [...page.matchAll(/id="w(\d+)"/g)].map(([, mark]) => mark)
      expect(new Set(names).size).toBe(names.length)
      // A note that begins between two blocks has its words in the next.
      const inBlocks = sheet.marks
        .notes()
        .filter(({ evidence }) => blocks.some(block => block.start <= evidence.start && evidence.start < block.end))
      expect(names.length).toBe(inBlocks.length)
    }),
    { seed: 1, numRuns: 200 },
  )
})

test("what was left out stays visible, folded and harmless", () => {
  const page = reportsPart(newSheet(caseFile())).markup
  expect(page).toContain('<details class="removed"><summary>left out: 1 teaser</summary>')
  expect(page).toContain("ALSO READ &#60;i&#62;")
})

test("an uncertain time is drawn as wide as it is uncertain", () => {
  const sheet = newSheet(
    caseFile([incident("A", "2031-05-03"), incident("B", "2031-05"), incident("C", "2031-04-20/2031-04-29")]),
  )
  const picture = timelinePart(sheet)!.markup
  const width = (id: string) =>
    Number(new RegExp(`SEL-${id} [^§]*?<rect [^>]*width="([\\d.]+)"`).exec(picture.replaceAll("</a>", "§"))![1])
  expect(width("B") / width("A")).toBeCloseTo(31, 0)
  expect(width("C") / width("A")).toBeCloseTo(10, 0)
})

test("what lies years before the story is told beside the picture, not squeezed into it", () => {
  const picture = timelinePart(newSheet(caseFile([incident("A", "2031-05-03"), incident("B", "2012")])))!.markup
  expect(picture).toMatch(/1 more outside the picture[^§]+2012<[^§]+<a href="#i-B">SEL-B Incident B</)
})

test("a case without dates has no timeline, an empty one still makes a page", () => {
  const empty = { ...caseFile(), reports: [] }
  expect(timelinePart(newSheet(empty))).toBeUndefined()
  expect(exportHtml(empty)).toContain("</html>")
})
