import { expect, test } from "vitest"
import type { Incident } from "../../../core/casefile.ts"
import { smallCase, smallLink, smallOrigin, smallPassage, smallReport, wordsIn } from "../testing/lineage-case.ts"
import { originGraphView } from "./origin-graph-view.ts"
import { originsView } from "./origins-view.ts"

const lead = "Six boats burned in the harbour of Orsa on Monday night."
const dated = (day: string, publisher: string) => ({ publisher, published: { edtf: day, method: "text" as const } })
const wire = smallReport("wire", [lead], dated("2031-05-02", "Orsa Wire"))
const twin = smallReport("twin", [lead], dated("2031-05-03", "Daily"))
const paper = smallReport("paper", [`${lead} More.`], dated("2031-05-04", "The Gazette"))
const east = smallReport("east", ["East says so."], dated("2031-05-04", "East"))
const west = smallReport("west", ["West says so."], dated("2031-05-05", "West"))
const circular = "it names the other; circular: it leads back to this report"
const incident = {
  id: "i1",
  code: "ORS-1AB",
  title: "Fire in Orsa",
  reports: ["paper", "twin", "wire"],
  origins: { low: 1, high: 2, names: ["Mayor of Orsa", "Orsa Wire"] },
  facts: [],
} as unknown as Incident
const index = smallCase({
  reports: [wire, twin, paper, east, west],
  incidents: [incident],
  origins: [
    smallOrigin("Mayor of Orsa", ["paper", "twin", "wire"], { kind: "official-statement" }),
    smallOrigin("Orsa Wire", ["paper", "twin", "wire"], { kind: "wire", own: ["wire"] }),
    smallOrigin("East and West, citing each other", ["east", "west"], { own: ["east", "west"] }),
  ],
  lineage: [
    smallLink("twin", "wire", { kind: "copies", strength: 1, passages: [smallPassage([twin, lead], [wire, lead])] }),
    smallLink("paper", "twin", {
      passages: [smallPassage([paper, lead], [twin, lead])],
      why: "direction unknown: nothing tells",
    }),
    smallLink("east", "west", { kind: "cites", why: circular }),
    smallLink("west", "east", { kind: "cites", why: circular }),
    smallLink("west", null, { kind: "cites", source: "The Mayor of Orsa", evidence: [wordsIn(west, "West")] }),
    smallLink("west", null, { kind: "cites", source: "agencies", evidence: [wordsIn(west, "says")] }),
  ],
})

test("exact copies stand behind their original, and what rests on them rests on it", () => {
  const { nodes, edges, reports } = originGraphView(index, {})
  expect(reports).toBe(5)
  expect(nodes.find(({ id }) => id === "wire")).toMatchObject({ copies: 1, copyNumbers: "r2", originKind: "wire" })
  expect(nodes.some(({ id }) => id === "twin")).toBe(false)
  expect(edges.find(({ from }) => from === "paper")).toMatchObject({ to: "wire", isDirected: false, strength: 50 })
})

test("an origin outside the case is tied to those that have it first hand, and to those that name it", () => {
  const { nodes, edges } = originGraphView(index, {})
  const mayor = nodes.find(({ name }) => name === "Mayor of Orsa")!
  expect(edges.filter(({ to }) => to === mayor.id)).toMatchObject([
    { from: "west", kind: "cites" },
    { from: "wire", kind: "draws-on" },
  ])
  expect(nodes.find(({ name }) => name === "agencies")).toMatchObject({ type: "source" })
  // A report that is the origin is one node.
  expect(nodes.filter(({ name }) => name === "Orsa Wire")).toHaveLength(1)
})

test("circles are marked", () => {
  const { edges } = originGraphView(index, {})
  expect(edges.filter(({ isCircular }) => isCircular).map(({ from }) => from)).toEqual(["east", "west"])
})

test("of one incident only its reports and origins", () => {
  const { nodes, incident: shown, reports } = originGraphView(index, { incident: "ors-1ab" })
  expect(shown?.title).toBe("Fire in Orsa")
  expect(reports).toBe(3)
  expect(nodes.map(({ name }) => name).sort()).toEqual(["Mayor of Orsa", "Orsa Wire", "The Gazette"])
  expect(() => originGraphView(index, { incident: "none" })).toThrow("no incident none")
})

test("a number of origins is explained by the reports that stand for each", () => {
  const view = originsView(index, { of: "i1" })
  expect(view.reports).toEqual([1, 2, 4])
  expect(view.list).toMatchObject([
    { name: "Mayor of Orsa", kindWords: "official statement", own: [], first: [1], after: [2, 4] },
    { name: "Orsa Wire", own: [1], first: [], after: [2, 4] },
  ])
  expect(view.why).toContain("up to 2 may")
  expect(originsView(index, { of: "case" }).list).toHaveLength(3)
  expect(() => originsView(index, { of: "none" })).toThrow("none is no incident, fact or warning")
})
