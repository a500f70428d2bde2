import fc from "fast-check"
import { expect, test } from "vitest"
import { makeEngine } from "../../../make-engine.ts"
import { indexCase } from "../case-index.ts"
import { caseOf, report } from "../testing/small-case.ts"
import { foldText } from "./fold-text.ts"
import { searchView, searchViewSchema } from "./search-view.ts"
import { countTerm, findTerm, termsOf } from "./search-words.ts"
import { isIndexed, MOST_IN_TEXT, MOST_IN_TITLE, WordIndex } from "./word-index.ts"

const engine = makeEngine()

const texts = [
  "Bomb kills 9 at market in Lisbon\nPublished: 4 May 2031\n\nA bomb killed 9 people at a market in Lisbon on Saturday, the interior minister, Noémi Vidártez, said. “We will find them,” she said.",
  "Lisbon market toll rises\nPublished: 5 May 2031\n\nThe bomb at a market in Lisbon on Saturday killed 12 people, the mayor, Bruno Maia, said on Sunday. Gunmen shot dead Carla Nunes in Porto on Friday.",
]

function open() {
  const readings = texts.map((text, index) =>
    engine.read({ file: `${index}.txt`, bytes: new TextEncoder().encode(text) }),
  )
  return indexCase(engine.build(readings, { name: "case" }))
}
const index = open()
const search = (q: string, asked: object = {}) => {
  const found = searchView(index, { q, ...asked })
  searchViewSchema.parse(found)
  return found
}
const titles = (q: string, asked: object = {}) => search(q, asked).items.map(item => `${item.kind} ${item.title.text}`)

test("a folded text has the length of the text", () => {
  for (const text of ["Noémi Vidártez", "İstanbul – “ŁÓDŹ”", "😀 한국 straße Σ", "e\u0301"])
    expect(foldText(text)).toHaveLength(text.length)
  expect(foldText("Noémi’s ŁÓDŹ")).toBe("noemi's lodz")
})

test("words are words: nothing typed is a command", () => {
  expect(termsOf('NOT (killed OR "the mayor") title:* -x').map(term => term.text)).toEqual([
    "not",
    "killed",
    "or",
    "the mayor",
    "title",
    "x",
  ])
  expect(termsOf("“”, !?")).toEqual([])
})

test("a word is found at its beginning, whole or going on", () => {
  const places = (text: string, query: string) =>
    termsOf(query).flatMap(term => findTerm(foldText(text), term).map(({ start, end }) => text.slice(start, end)))
  expect(places("killed, a kill, overkill", "kill")).toEqual(["killed", "kill"])
  expect(places("the marker, the mar", "mar x")).toEqual(["mar"])
  expect(places("the interior, minister; an interior  minister", '"interior minister"')).toEqual([
    "interior, minister",
    "interior  minister",
  ])
})

test("a snippet is of one place: two sentences of a report do not read as one", () => {
  for (const { kind, snippet, evidence } of search("lisbon").items)
    if (kind === "incident" || kind === "warning") {
      const words = snippet.text.replace(/^… | …$/g, "")
      expect(evidence.some(({ before, text, after }) => `${before}${text}${after}`.includes(words))).toBe(true)
    }
})

test("values that a fact has twice stand once in its snippet", () => {
  for (const { kind, snippet } of search("lisbon").items) {
    const values = kind === "fact" ? snippet.text.split(" · ") : []
    expect(new Set(values).size).toBe(values.length)
  }
})

test("all words must be there, accents and case do not count, and the places are marked", () => {
  const [first] = search("vidartez minister").items
  expect(first?.title.text).toContain("Vidártez")
  const { text, marks } = first!.title
  expect(marks.map(([start, end]) => text.slice(start, end))).toContain("Vidártez")
  expect(search("vidartez porto").total).toBe(0)
})

test("incidents, facts, statements, reports and people are found, and can be narrowed", () => {
  const found = search("lisbon market")
  const kinds = found.facets.kind.map(({ value, count }) => [value, count])
  expect(kinds.map(([kind]) => kind)).toEqual(expect.arrayContaining(["incident", "report"]))
  expect(titles("lisbon market", { kind: "report" })).toHaveLength(2)
  expect(titles("lisbon market", { kind: "report", day: "2031-05-05" })).toEqual(["report Lisbon market toll rises"])
  expect(titles("find them")[0]).toMatch(/^statement/)
  // What a facet counts does not depend on what was chosen of itself.
  expect(search("lisbon market", { kind: "report" }).facets.kind).toEqual(found.facets.kind)
})

test("a report found leads to the place of the words", () => {
  const [report] = search("toll", { kind: "report" }).items
  const text = index.reports.get(report!.id)!.text
  const [start, end] = report!.at!.split("-").map(Number)
  expect(text.slice(start, end)).toBe("toll")
})

test("whoever wants to go somewhere is offered only what has a screen", () => {
  const kinds = search("bomb", { among: "things" }).items.map(({ kind }) => kind)
  expect(kinds).toContain("report")
  expect(kinds.filter(kind => kind === "statement" || kind === "fact")).toEqual([])
})

test("pages follow one another", () => {
  const all = titles("lisbon")
  expect([...titles("lisbon", { limit: 2 }), ...titles("lisbon", { limit: 100, offset: 2 })]).toEqual(all)
})

test("where nothing is found, each word is counted, and a word spelled nearly so is offered", () => {
  expect(search("lisben market").words).toEqual([
    { word: "lisben", count: 0, near: "Lisbon" },
    { word: "market", count: expect.any(Number) },
  ])
})

test("a private person is found by who writes a name, not by who tries letters", () => {
  expect(titles("carla", { kind: "entity" })).toEqual(["entity Carla Nunes"])
  expect(titles("carl", { kind: "entity" })).toEqual([])
  expect(search("gunmen", { kind: "incident" }).items.every(({ title }) => !title.text.includes("Nunes"))).toBe(true)
})

const letters = fc.array(fc.constantFrom("a", "ab", "abc", "abcd", "abcde", "é", " ", " ", "-", "'", "𝐀", "9"), {
  maxLength: 14,
})
const folded = letters.map(all => foldText(all.join("")))

test("the index counts words as looking for them in each text does", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(folded, folded), { maxLength: 6 }), letters, (documents, query) => {
      const words = new WordIndex()
      for (const [title, text] of documents) words.add(title, text)
      for (const term of termsOf(query.join("")).filter(isIndexed)) {
        const { title, text } = words.counts(term)
        for (const [number, [inTitle, inText]] of documents.entries()) {
          const exact = [countTerm(inTitle, term, MOST_IN_TITLE), countTerm(inText, term, MOST_IN_TEXT)]
          if (term.words.length === 1) expect([title[number], text[number]]).toEqual(exact)
          else
            for (const [at, count] of [title[number]!, text[number]!].entries())
              expect(count).toBeGreaterThanOrEqual(Math.min(1, exact[at]!))
        }
      }
    }),
  )
})

test("letters beyond the first plane are found too", () => {
  const found = indexCase(caseOf({ reports: [report("r1", "The sign 𝐀𝐁 stood on the wall.")] }))
  expect(searchView(found, { q: "𝐀𝐁" }).total).toBe(1)
})
