import { expect, test } from "vitest"
import { smallCase, smallLink, smallOrigin, smallPassage, smallReport, wordsIn } from "../testing/lineage-case.ts"
import { shareOfWords } from "./report-rows.ts"
import { reportView } from "./report-view.ts"
import { reportsAskedSchema, reportsView } from "./reports-view.ts"

const lead = "Six boats burned in the harbour of Orsa on Monday night."
const cause = "The harbour master said a lamp had fallen over."
const own = "Our reporter counted nine people on the quay."
const wire = smallReport("wire", [lead, cause], {
  publisher: "Orsa Wire",
  published: { edtf: "2031-05-02T08:00:00Z", method: "json-ld" },
  knownBy: { publisher: "opengraph" },
})
const paper = smallReport("paper", [lead, own], {
  publisher: "The Gazette",
  published: { edtf: "2031-05-03", method: "text" },
  url: "javascript:alert(1)",
  removed: [
    { text: "Read also", label: "teaser" },
    { text: "More", label: "teaser" },
  ],
})
const copy = smallReport("copy", [lead, cause], { file: "copy.txt" })
const lone = smallReport("lone", [own], {
  title: "",
  publishedBetween: { edtf: "2031-05-01/2031-05-04", why: "it tells of 2031-05-01" },
})
const index = smallCase({
  reports: [wire, paper, copy, lone],
  origins: [
    smallOrigin("Orsa Wire", ["wire", "paper", "copy"], { kind: "wire", own: ["wire"] }),
    smallOrigin("lone", ["lone"], { own: ["lone"] }),
  ],
  lineage: [
    smallLink("paper", "wire", {
      why: "1 passage shared; it names Orsa Wire, the publisher of Orsa Wire (2031-05-02)",
      passages: [
        smallPassage([paper, lead], [wire, lead]),
        smallPassage([paper, "in the harbour"], [wire, "in the harbour"]),
      ],
    }),
    smallLink("copy", "wire", { kind: "copies", strength: 1, passages: [smallPassage([copy, lead], [wire, lead])] }),
    smallLink("lone", null, {
      kind: "cites",
      source: "the mayor",
      strength: 0.1,
      evidence: [wordsIn(lone, "reporter")],
    }),
  ],
  problems: [{ code: "no-date", message: "no date was found", reportId: "lone" }],
})
const list = (asked: Record<string, string> = {}) => reportsView(index, reportsAskedSchema.parse(asked))

test("a report tells how much of it is shared, on what it rests and who rests on it", () => {
  const rows = new Map(list().rows.map(row => [row.id, row]))
  expect(rows.get("wire")).toMatchObject({ number: 1, kind: "wire", restedOnBy: 2, copies: 1, shares: { shared: 0 } })
  expect(rows.get("paper")).toMatchObject({ kind: "rewrite", restsOn: [1], cleaning: "left out: 2 teasers" })
  // 11 of 19 words: a passage inside another counts once.
  expect(rows.get("paper")!.shares).toEqual({ shared: 58, same: 58 })
  expect(rows.get("copy")).toMatchObject({ kind: "copy", shares: { shared: 100, same: 100 } })
  expect(rows.get("lone")).toMatchObject({ kind: "unproven", sources: ["the mayor"], problems: 1, hasTitle: false })
})

test("publication is told with how it is known", () => {
  const rows = new Map(list().rows.map(row => [row.id, row]))
  expect(rows.get("wire")).toMatchObject({
    published: "2 May 2031, 08:00 UTC",
    publishedHow: "data of the page (JSON-LD)",
  })
  expect(rows.get("lone")).toMatchObject({
    published: "no date, between 1 May 2031 and 4 May 2031",
    publishedHow: "it tells of 1 May 2031",
  })
  expect(rows.get("copy")).toMatchObject({ published: "no date" })
})

test("a report that rests on nothing shows how it begins, another the words that show it", () => {
  const rows = new Map(list().rows.map(row => [row.id, row]))
  expect(rows.get("wire")!.evidence.map(({ text }) => text)).toEqual([lead])
  expect(rows.get("paper")!.evidence.map(({ reportId }) => reportId)).toEqual(["paper", "wire"])
})

test.each([
  [{ text: "gazette title" }, ["paper"]],
  [{ kind: "copy" }, ["copy"]],
  [{ publisher: "Orsa Wire" }, ["wire"]],
  [{ from: "2031-05-03" }, ["paper"]],
  [{ to: "2031-05-02" }, ["wire"]],
  [{ problems: "true" }, ["lone"]],
  [{ origin: "Orsa Wire" }, ["wire", "paper", "copy"]],
  [{ restsOn: "wire" }, ["paper", "copy"]],
  [{ incident: "none" }, []],
  [{ sort: "shared", order: "down" }, ["copy", "paper", "wire", "lone"]],
  // What has no date stands last, whichever way.
  [{ sort: "published", order: "down" }, ["paper", "wire", "copy", "lone"]],
  [{ offset: "1", limit: "2" }, ["paper", "copy"]],
])("asked %j: %j", (asked, ids) => {
  expect(list(asked).rows.map(({ id }) => id)).toEqual(ids)
})

test("a page tells how many there are in all, and what can be asked for", () => {
  const page = list({ offset: "1", limit: "2" })
  expect(page).toMatchObject({ total: 4, offset: 1, withProblems: 1, withoutDate: 2 })
  expect(page.days).toEqual({ first: "2031-05-02", last: "2031-05-03" })
  expect(page.kinds).toContainEqual({ value: "copy", count: 1 })
})

test("a share is 0 only for nothing and 100 only for all", () => {
  const long = smallReport("long", [Array.from({ length: 300 }, (_, at) => `w${at}`).join(" ")])
  const end = long.text.length
  expect(shareOfWords(long, [])).toBe(0)
  expect(shareOfWords(long, [{ start: 0, end: 2 }])).toBe(1)
  expect(shareOfWords(long, [{ start: 3, end }])).toBe(99)
  expect(shareOfWords(long, [{ start: 0, end }])).toBe(100)
})

test("the card tells how things are known, what was left out, and lineage both ways", () => {
  const card = reportView(index, "paper")
  expect(card.metadata).toContainEqual({ name: "Published", value: "3 May 2031", how: "the first lines of the text" })
  expect(card.removed).toEqual([{ label: "teaser", words: "2 teasers", texts: ["Read also", "More"] }])
  expect(card.restsOnLinks).toMatchObject([
    { to: "wire", strength: 50, total: 2, why: "1 passage shared; it names Orsa Wire, the publisher of r1" },
  ])
  expect(card.originList).toMatchObject([{ name: "Orsa Wire", isOwn: false, reports: 3 }])
  expect(card).toMatchObject({ previous: "wire", next: "copy" })
  // An address that would act is words, no link.
  expect(card.url).toBeUndefined()
  expect(reportView(index, "wire").restedOnByLinks.map(({ from }) => from)).toEqual(["copy", "paper"])
  expect(reportView(index, "copy").original).toBe("wire")
  expect(() => reportView(index, "gone")).toThrow("no report gone")
})
