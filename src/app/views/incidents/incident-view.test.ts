import { expect, test } from "vitest"
import { caseFile, killed, step } from "../../testing/quay.ts"
import { actionsView, actionsViewSchema, othersView } from "../actions-view.ts"
import { indexCase } from "../case-index.ts"
import { chainInWords, tellingsView } from "./fact-view.ts"
import { incidentView, incidentViewSchema } from "./incident-view.ts"
import { incidentsAskedSchema, incidentsView, incidentsViewSchema } from "./incidents-view.ts"

const index = indexCase(caseFile)
const list = (asked: object) => incidentsViewSchema.parse(incidentsView(index, incidentsAskedSchema.parse(asked)))
const titles = (asked: object) => list(asked).rows.map(({ title }) => title)

test("the list: the story first, then plots, then the setting; names of victims folded", () => {
  expect(titles({})).toEqual(["Attack on a named person", "Foiled plot at the lock", "Pledge"])
  const [first] = list({}).rows
  expect(first).toMatchObject({
    killed: { words: "14+", relation: "update" },
    wounded: null,
    disputes: 1,
    when: "unknown",
  })
})

test("the list is filtered, ordered and paged; facets count what the other filters leave", () => {
  expect(titles({ status: "foiled" })).toEqual(["Foiled plot at the lock"])
  expect(titles({ section: "story,plot", text: "LOCK plot" })).toEqual(["Foiled plot at the lock"])
  expect(titles({ text: "berg" })).toEqual([])
  expect(titles({ sort: "oldest" })[0]).toBe("Foiled plot at the lock")
  expect(list({ offset: "1", limit: "1" })).toMatchObject({ total: 3, rows: [{ id: "i2" }] })
  expect(list({ status: "foiled", type: "attack" }).facets.status).toEqual([
    { value: "foiled", count: 1 },
    { value: "occurred", count: 1 },
  ])
})

test("a fact: copies of a sentence stand together, each with who says so", () => {
  const view = incidentViewSchema.parse(incidentView(index, "qua-i1"))
  const toll = view.facts.find(({ slot }) => slot === "killed")!
  expect(toll).toMatchObject({ short: "14+", why: "rose from 4 November 2031", decided: [{ id: "d1", by: "ana" }] })
  expect(toll.positions.map(({ short, day, sayers }) => [short, day, sayers])).toEqual([
    ["9", "4 Nov", ""],
    ["14+", "6 Nov", "Police"],
  ])
  const [copied] = toll.positions[0]!.tellings
  expect(copied!.evidence).toMatchObject({ before: "", text: "Nine people died", after: " at the quay." })
  expect(copied!.sources.map(({ reportId }) => reportId)).toEqual(["a", "b", "b"])
  expect(toll.positions[1]!.tellings[0]!.sources[0]!.said).toBe("according to Police")
})

test("who says so, the last word first", () => {
  const outlet = step("The Argus", "outlet")
  expect(chainInWords([outlet])).toBe("")
  expect(chainInWords([outlet, step("The Gazette", "outlet"), step("police")])).toBe(
    "according to police, as the Gazette has it",
  )
})

test("the rest of the tellings is a page away", () => {
  const page = tellingsView(index, killed, { position: 0, offset: 1, limit: 1 })
  expect(page.total).toBe(3)
  expect(page.tellings.flatMap(({ sources }) => sources.map(({ reportId }) => reportId))).toEqual(["b"])
  expect(tellingsView(index, killed, { position: 7, offset: 0, limit: 1 })).toEqual({ total: 0, tellings: [] })
})

test("a toll by day: what most reports of a day told leads, a part of the toll never", () => {
  const [toll] = incidentView(index, "i1").tolls
  expect(toll!.points.map(({ day, short, part, leads }) => [day, short, part, leads])).toEqual([
    ["2031-11-04", "9", false, true],
    ["2031-11-05", "2", true, false],
    ["2031-11-05", "9", false, true],
    ["2031-11-06", "14+", false, true],
  ])
})

test("blame and its denial are competing statements about one actor", () => {
  expect(
    incidentView(index, "i1").blame.map(({ name, lines }) => [
      name,
      ...lines.map(({ how, against }) => [how, against]),
    ]),
  ).toEqual([["Blue Tide", ["blamed by Police", false], ["blame rejected by Blue Tide", true]]])
})

test("a victim's name is folded, and can be unfolded", () => {
  const view = incidentView(index, "i1")
  expect(view).toMatchObject({
    head: { title: "Attack on a named person" },
    fullTitle: "Attack on Ola Berg",
    folded: 1,
  })
  expect(view.facts.find(({ slot }) => slot === "target")!.positions[0]).toMatchObject({
    folded: true,
    foldedWords: "a named person",
  })
})

test("another incident that names the same actor is related, and says why", () => {
  expect(incidentView(index, "i1").related.map(({ id, why }) => [id, why])).toEqual([["i2", "also Blue Tide"]])
  expect(incidentView(index, "i3").related).toEqual([])
})

test("an incident that is not in the case says so", () => {
  expect(() => incidentView(index, "nowhere")).toThrow(/no incident nowhere/)
})

test("what can be decided about an item, and how its value is typed", () => {
  const ofFact = actionsViewSchema.parse(actionsView(index, "fact-killed"))
  expect(ofFact.actions).toEqual(["accept", "reject", "correct", "hide"])
  expect(ofFact.correct).toMatchObject({ input: "count", typed: "14+" })
  expect(ofFact.choices.map(({ words }) => words)).toEqual(["9", "14 or more"])
  expect(actionsView(index, "fact-target").correct!.input).toBe("choose")
  const ofIncident = actionsView(index, "QUA-I1")
  expect(ofIncident.correct).toMatchObject({ input: "title", status: "occurred" })
  expect(ofIncident.tellings.map(({ id }) => id)).toEqual(["m-c", "m-a"])
})

test("what an item can be merged with is of its own kind", () => {
  expect(othersView(index, "i1", "plot").map(({ title }) => title)).toEqual(["QUA-I2 Foiled plot at the lock"])
  expect(othersView(index, "e2", "")).toEqual([])
})
