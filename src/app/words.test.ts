import { describe, expect, test } from "vitest"
import type { Value } from "../core/value.ts"
import {
  counted,
  datesInWords,
  edtfInWords,
  originsInWords,
  quoted,
  rolesInWords,
  shortened,
  slotInWords,
  valueInWords,
  withoutContained,
} from "./words.ts"

test.each([
  ["2031-11-04", "4 November 2031"],
  ["2031-11", "November 2031"],
  ["2031", "2031"],
  ["2015~", "about 2015"],
  ["199X", "the 1990s"],
  ["2031-22", "summer 2031"],
  ["2031-11-01/2031-11-10", "1-10 November 2031"],
  ["2031-10-29/2031-11-08", "29 October 2031 to 8 November 2031"],
  ["2031-11-04T18:40:00", "4 November 2031, 18:40"],
  ["2031-11-04T18:40:00Z", "4 November 2031, 18:40 UTC"],
  ["", "unknown"],
])("%s reads %s", (edtf, words) => expect(edtfInWords(edtf)).toBe(words))

describe("values", () => {
  const place = (
    name: string,
    precision: "site" | "settlement" | "near-settlement" | "country",
    ...within: string[]
  ): Value => ({
    kind: "place",
    name,
    precision,
    within,
    text: name,
  })
  test.each<[Value, string]>([
    [place("Old Mill Bridge", "site", "Salto", "Uruguay"), "Old Mill Bridge, Salto, Uruguay"],
    [place("Salto", "settlement", "Salto", "Uruguay"), "Salto, Uruguay"],
    [place("Salto", "near-settlement", "Uruguay"), "near Salto, Uruguay"],
    [place("Uruguay", "country"), "Uruguay"],
    [{ kind: "count", low: 40, high: 199, qualifier: "vague", of: "people", text: "scores" }, '40 to 199 ("scores")'],
    [{ kind: "count", low: 13, high: 13, qualifier: "exact", of: "service members", text: "13" }, "13 service members"],
    [
      { kind: "time", edtf: "", precision: "unknown", text: "Friday", method: "unknown" },
      '"Friday" (no date can be given)',
    ],
  ])("%# reads %s", (value, words) => expect(valueInWords(value)).toBe(words))
})

test("numbers of things and of origins", () => {
  expect([counted(1, "report"), counted(3, "report")]).toEqual(["1 report", "3 reports"])
  expect([originsInWords({ low: 2, high: 3 }), originsInWords({ low: 1, high: 1 })]).toEqual([
    "2-3 origins",
    "1 origin",
  ])
})

test("quotation marks are not doubled, and cuts fall between words", () => {
  expect(quoted("“We will act,”")).toBe("“We will act,”")
  expect(quoted("he called it “grave”")).toBe("“he called it “grave””")
  expect(shortened("one two three four", 12)).toBe("one two …")
  expect(shortened("short", 12)).toBe("short")
})

test.each([
  [["Harbour Command chief Gen."], ["Harbour Command chief"]],
  [["navy spokesman Rear Adm."], ["navy spokesman"]],
  [["Dr."], []],
  [["the Varn Institute"], ["of the Varn Institute"]],
  [["the head of the Varn Institute"], ["the head of the Varn Institute"]],
  [["director of intelligence", "the director of Orsan intelligence"], ["the director of Orsan intelligence"]],
  [
    ["a fellow of the Varn Institute", "former mayor of Sella"],
    ["a fellow of the Varn Institute", "former mayor of Sella"],
  ],
])("the roles %j are told as %j", (roles, told) => expect(rolesInWords(roles)).toEqual(told))

test("names that hold another are told alone, in either spelling", () => {
  expect(withoutContained(["senators", "the Defense Committee in the Senate", "the Senate defence committee"])).toEqual(
    ["senators", "the Defense Committee in the Senate"],
  )
  expect(withoutContained(["crews", "the crews of dredgers", "crews of dredgers on the Orsa"])).toEqual([
    "crews of dredgers on the Orsa",
  ])
})

test("slots and days are told in words", () => {
  expect([slotInWords("agent"), slotInWords("claimed-by")]).toEqual(["by", "claimed by"])
  expect(datesInWords("no toll after 2031-05-03, in r1")).toBe("no toll after 3 May 2031, in r1")
  expect(datesInWords("2031-05-03/2031-05-06 (it tells of 2031-05-03)")).toBe("3-6 May 2031 (it tells of 3 May 2031)")
})
