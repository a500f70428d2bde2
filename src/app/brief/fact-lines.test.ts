import { expect, test } from "vitest"
import type { Assertion, Fact, Position } from "../../core/casefile.ts"
import type { Status } from "../../core/status.ts"
import type { Place, Value } from "../../core/value.ts"
import { newMarks } from "./brief.ts"
import { factLines } from "./fact-lines.ts"

let at = 0

/** A position that the reports tell, or that somebody says in the first of them. */
function position(value: Value, reports: readonly string[], says?: string, status: Status = "occurred"): Position {
  const assertions = reports.map((reportId): Assertion => {
    at += 100
    return {
      id: `a${at}`,
      subject: "i",
      slot: "s",
      value,
      status,
      attribution: [
        { kind: "outlet", name: reportId },
        ...(says === undefined ? [] : [{ kind: "person" as const, name: says }]),
      ],
      evidence: [{ reportId, start: at, end: at + value.text.length, text: value.text }],
      rule: "test",
    }
  })
  const origins = { low: 1, high: reports.length, names: [...reports] }
  return { value, status, assertions, origins, firstReported: "", lastReported: "" }
}

function factOf(slot: string, relation: Fact["relation"], value: Value | null, positions: readonly Position[]): Fact {
  return {
    id: "f",
    subject: "i",
    slot,
    relation,
    value,
    positions,
    origins: { low: 1, high: 2, names: [] },
    why: "test",
  }
}

/** The lines without marks. */
const said = (fact: Fact) =>
  factLines(fact, newMarks(new Map(["Gazette", "Herald", "Post"].map((id, index) => [id, index + 1])))).map(
    ({ label, parts }) => [label, parts.map(part => ("text" in part ? part.text : "")).join("")].join(" ").trim(),
  )

const place = (name: string, precision: Place["precision"], within: readonly string[]): Place => ({
  kind: "place",
  name,
  text: name,
  country: "XA",
  within,
  precision,
})
const body = (name: string): Value => ({ kind: "entity", type: "armed-group", entityId: name, name, text: name })
const words = (text: string): Value => ({ kind: "text", text, norm: text })
const day = (edtf: string, text: string): Value => ({ kind: "time", edtf, precision: "day", text, method: "explicit" })

test("a hall, its town and its land are one place, told once and as exactly as anybody tells it", () => {
  const hall = place("Orlen Hall", "site", ["Port Sella", "Aldova"])
  const fact = factOf("where", "refine", hall, [
    position(place("Port Sella", "settlement", ["Aldova"]), ["Gazette"], "the harbour master"),
    position(place("Aldova", "country", []), ["Herald"]),
    position(hall, ["Post"]),
  ])
  expect(said(fact)).toEqual([
    "where Orlen Hall, Port Sella, Aldova   refine   1-2 origins",
    "less exactly: Port Sella, Aldova, according to the harbour master ; Aldova",
  ])
})

test("two levels of one body are one view, and a description goes with the name", () => {
  const branch = body("Dawn Column Northern Front")
  const fact = factOf("perpetrator", "refine", branch, [
    position(body("Dawn Column"), ["Gazette"], "Ana Diaz"),
    position(branch, ["Herald"]),
    position(words("four gunmen"), ["Post"]),
    position(body("River League"), ["Post"]),
  ])
  expect(said(fact)).toEqual([
    "perpetrator Dawn Column Northern Front   refine   1-2 origins",
    "River League",
    "less exactly: Dawn Column, according to Ana Diaz",
    "told as: four gunmen",
  ])
})

test("who is blamed never leads: who blames whom, and who rejects it, stand in one line", () => {
  const blame = position(body("Aldova"), ["Gazette"], "the Council", "alleged")
  const rejection = position(body("Aldova"), ["Herald"], "Ana Diaz", "denied")
  expect(said(factOf("blamed-on", "contradict", body("Aldova"), [rejection, blame]))).toEqual([
    "blame the Council blamed Aldova ; rejected by Ana Diaz    contradict   1-2 origins",
  ])
  expect(said(factOf("blamed-on", "single", null, [rejection]))).toEqual([
    "blame that it was Aldova is rejected by Ana Diaz    1-2 origins",
  ])
})

test("that few of many differ is told with the value", () => {
  const third = day("2031-05-03", "3 May")
  const fourth = position(day("2031-05-04", "4 May"), ["Post"])
  const few = factOf("when", "contradict", third, [position(third, ["Gazette", "Herald"]), fourth])
  expect(said(few)[0]).toBe("when 3 May 2031; 1 of 3 reports differs   contradict   1-2 origins")
  const half = factOf("when", "contradict", third, [position(third, ["Gazette"]), fourth])
  expect(said(half)[0]).toBe("when 3 May 2031   contradict   1-2 origins")
})

test("a number is told in the report's words only where they say more", () => {
  const dead = (
    low: number,
    high: number | null,
    qualifier: "exact" | "more-than",
    of: string,
    text: string,
  ): Value => ({
    kind: "count",
    low,
    high,
    qualifier,
    of,
    text,
  })
  const one = (value: Value) => said(factOf("killed", "single", value, [position(value, ["Gazette"])]))[0]
  expect(one(dead(101, null, "more-than", "people", "more than 100 others"))).toBe("killed more than 100")
  expect(one(dead(4, 4, "exact", "people", "four people"))).toBe("killed 4")
  expect(one(dead(13, 13, "exact", "soldiers", "13 Aldovan soldiers"))).toBe(
    'killed 13 soldiers ("13 Aldovan soldiers")',
  )
})
