import { expect, test } from "vitest"
import { flatReport } from "../../../core/casefile.ts"
import { makeEngine } from "../../../make-engine.ts"
import { cleanReport } from "../../../text/clean-report.ts"
import { indexCase } from "../case-index.ts"
import { cutText } from "./cut-text.ts"
import { type BlockPiece, type ReaderView, readerViewSchema } from "./reader-schema.ts"
import { type OpenedReport, PAGE, readerView } from "./reader-view.ts"

const engine = makeEngine()

/** The case of these texts and the first report opened. */
function open(...texts: string[]) {
  const raws = texts.map((text, index) => ({ file: `${index}.txt`, bytes: new TextEncoder().encode(text) }))
  const readings = raws.map(raw => engine.read(raw))
  const index = indexCase(engine.build(readings, { name: "case" }))
  const opened: OpenedReport = { reading: readings[0]!, raw: engine.decode(raws[0]!) }
  const id = readings[0]!.report.id
  const view = (asked: object = {}): ReaderView => {
    const found = readerView(index, opened, { id, ...asked })
    readerViewSchema.parse(found)
    return found
  }
  return { index, opened, id, view, caseFile: index.caseFile }
}

const story = `Bomb kills 9 at market in Lisbon
By Ana Diaz
4 May 2031

A bomb killed 9 people at a market in Lisbon on Saturday, police said. The gr\u00ADound was\u00A0wet.

ALSO READ: Ten beaches for the summer

The bodies lay beneath blankets. “We will find them,” said Bruno Maia, the interior minister.`

const blocks = (view: ReaderView) => view.pieces.filter((piece): piece is BlockPiece => piece.kind === "block")

test("blocks are in order, and what was left out stands in its place", () => {
  const { view, opened } = open(story)
  const { pieces } = view()
  expect(pieces.map(piece => (piece.kind === "block" ? piece.label : piece.kind))).toEqual([
    "title",
    "byline",
    "dateline",
    "paragraph",
    "removed",
    "paragraph",
  ])
  const removed = pieces[4]!
  expect(removed.kind === "removed" && removed.parts.map(part => part.text).join()).toContain("Ten beaches")
  for (const { start, end, text } of blocks(view())) expect(text).toBe(opened.reading.report.text.slice(start, end))
})

test("highlights say what the words became", () => {
  const { view, caseFile } = open(story)
  const found = view()
  const words = (kind: string) =>
    blocks(found).flatMap(({ highlights, text, start }) =>
      highlights
        .filter(one => one.kind === kind)
        .map(one => [text.slice(one.start - start, one.end - start), found.items[one.item]!] as const),
    )
  const [event] = words("event")
  expect(event![1].title).toContain(caseFile.incidents[0]!.code)
  const killed = words("number").find(([text]) => text.includes("9"))!
  expect(killed[1].lines.map(line => [line.label, line.text, line.of?.id])).toContainEqual([
    "killed",
    "9",
    caseFile.incidents[0]!.id,
  ])
  expect(words("person").map(([text]) => text)).toContain("Bruno Maia")
  expect(words("statement").some(([text]) => text.includes("We will find them"))).toBe(true)
})

test("a repair tells what stood there", () => {
  const { view } = open(story)
  const repairs = blocks(view()).flatMap(piece => piece.repairs.map(({ what, was }) => [what, was]))
  expect(repairs).toContainEqual(["1 soft hyphen", "\u00AD"])
  expect(repairs).toContainEqual(["1 no-break space", "\u00A0"])
})

test("what was taken out at the border of a block is told, too", () => {
  const { view } = open(
    "Bomb in Lisbon\n4 May 2031\n\nA bomb exploded in Lisbon on Saturday.\n\n\u202EPolice \u202Cclosed the square.",
  )
  const repairs = blocks(view()).flatMap(piece => piece.repairs.map(({ was }) => was))
  expect(repairs).toEqual(["\u202E", "\u202C"])
})

test("a sentence about bodies is marked as distressing, one about a toll is not", () => {
  const { view } = open(story)
  const marked = blocks(view()).flatMap(({ distressing, text, start }) =>
    distressing.map(one => text.slice(one.start - start, one.end - start)),
  )
  expect(marked).toEqual(["The bodies lay beneath blankets."])
})

test("the raw text is whole, and the same place is found in it", () => {
  const { view, opened } = open(story)
  const at = opened.reading.report.text.indexOf("Bruno Maia")
  const { pieces, found } = view({ side: "raw", at: `${at}-${at + 10}` })
  expect(pieces.flatMap(piece => (piece.kind === "raw" ? piece.parts.map(part => part.text) : [])).join("")).toBe(
    opened.raw,
  )
  expect(opened.raw.slice(found!.start, found!.end)).toBe("Bruno Maia")
  const left = pieces
    .flatMap(piece => (piece.kind === "raw" ? piece.parts : []))
    .filter(part => part.kind === "removed")
  expect(left.map(part => part.text).join()).toContain("Ten beaches")
})

test("names of victims are folded in what items are called until they are asked for", () => {
  const { view } = open(
    "Woman killed in Lisbon\n4 May 2031\n\nGunmen shot dead Carla Nunes in Lisbon on Saturday. Carla Nunes was walking home.",
  )
  const named = (asked: object) => Object.values(view(asked).items).filter(({ title }) => title === "Carla Nunes")
  expect(named({})).toEqual([])
  expect(named({ names: "shown" })).toHaveLength(1)
  expect(view().folded).toBe(2)
  expect(Object.values(view().items).filter(({ words }) => words.includes("Nunes"))).toEqual([])
})

test("names that are folded are folded in what arrived too, wherever the page has them", () => {
  const { view, opened } = open(
    `<!doctype html><html><head><title>Carla Nunes shot dead in Lisbon</title><meta property="article:published_time" content="2031-05-04"></head><body><nav><a href="/n">Carla Nunes: all stories</a></nav><article><h1>Woman killed in Lisbon</h1><p>Gunmen shot dead Carla <b>Nunes</b> in Lisbon on Saturday, the police said. Carla Nunes was walking home with her dog, and nobody in the street saw who fired.</p><p>The mayor, Bruno Maia, said that the city was in mourning and that the police were looking for two men.</p></article></body></html>`,
  )
  const raw = view({ side: "raw" }).pieces.flatMap(piece => (piece.kind === "raw" ? piece.folded : []))
  const names = raw.map(({ start, end }) => opened.raw.slice(start, end))
  expect(names).toEqual(["Carla Nunes", "Carla Nunes", "Carla <b>Nunes", "Carla Nunes"])
})

test("an exact copy says where its words count", () => {
  const body = story.split("\n").slice(2).join("\n")
  const { view, caseFile } = open(story, story.replace("By Ana Diaz\n", ""), `Another title\n${body}`)
  const copy = caseFile.lineage.find(link => link.from === view().report.id && link.strength === 1)
  const { copyOf } = view().report
  expect(copyOf?.id).toBe(copy?.to ?? undefined)
})

test("a long paragraph comes in pages, and a place finds its page", () => {
  const { caseFile, opened, id } = open(story)
  const long = Array.from({ length: 30_000 }, (_, index) => `Word ${index} stands here.`).join(" ")
  const bytes = new TextEncoder().encode(`A long report\n4 May 2031\n\n${long}`)
  // Only cleaned: to read all of it would take as long as a hundred reports.
  const report = { ...cleanReport({ bytes }, () => "en").value, id }
  const index = indexCase({ ...caseFile, reports: [flatReport(report)] })
  const view = (asked: object) =>
    readerView(index, { reading: { ...opened.reading, report }, raw: engine.decode({ bytes }) }, { id, ...asked })
  const first = view({})
  expect(first.pieces).toHaveLength(PAGE)
  expect(first.pages).toBeGreaterThan(2)
  const at = report.text.indexOf("Word 29000 ")
  const there = view({ at: `${at}-${at + 10}` })
  const piece = there.pieces[there.found!.piece] as BlockPiece
  expect(piece.text.slice(at - piece.start, at - piece.start + 10)).toBe("Word 29000")
})

test("a text without a single space is cut, never within a character", () => {
  const text = "😀".repeat(3_000)
  const parts = cutText(text, { start: 0, end: text.length }, 999)
  expect(parts.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text)
  expect(parts.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true)
})

test("a report that is not in the case is not found", () => {
  const { index, opened } = open(story)
  expect(() => readerView(index, opened, { id: "nothing" })).toThrow("no report nothing")
})
