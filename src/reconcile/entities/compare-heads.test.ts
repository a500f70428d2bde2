import { expect, test } from "vitest"
import type { EntityType } from "../../core/value.ts"
import { town } from "../testing/reading-builder.ts"
import { compareHeads, type HeadFacts, headKeys } from "./compare-heads.ts"

function head(type: EntityType, name: string, more: Partial<HeadFacts> & { role?: string } = {}): HeadFacts {
  const { role, ...rest } = more
  return {
    type,
    name,
    aliases: [],
    roles: role === undefined ? [] : [{ role }],
    towns: [],
    areas: [],
    ages: [],
    reports: 1,
    ...rest,
  }
}

const varn = town("Varn", "IT", { lat: 45.9, lon: 12.1, within: ["Veneto", "Italy"] })

/** Verdict of both orders, which must be one; two that are joined must share a key. */
function verdict(a: HeadFacts, b: HeadFacts) {
  const found = compareHeads(a, b)
  expect(compareHeads(b, a)?.same).toBe(found?.same)
  if (found?.same) expect(headKeys(a).some(key => headKeys(b).includes(key))).toBe(true)
  if (found) expect(found.why).not.toBe("")
  return found?.same
}

test.each<[string, HeadFacts, HeadFacts]>([
  [
    "one key of the world's list",
    head("armed-group", "ISIS", { known: "isis" }),
    head("organization", "Islamic State", { known: "isis" }),
  ],
  [
    "the same point of the gazetteer",
    head("place", "Varn", { place: varn }),
    head("place", "Varn", { place: { ...varn, lat: 45.91 } }),
  ],
  [
    "a country",
    head("place", "Italy", { place: { ...town("Italy", "IT"), precision: "country" } }),
    head("place", "Italy", { place: { ...town("Italy", "IT"), precision: "country" } }),
  ],
  [
    "a full name that no other body has",
    head("organization", "Orsa Ferry Company"),
    head("organization", "The Orsa Ferry Company"),
  ],
  [
    "another full name",
    head("armed-group", "Austral Tide", { aliases: ["Marea Austral"] }),
    head("armed-group", "Marea Austral"),
  ],
  ["a body of the world", head("organization", "Federal Bureau of Investigation"), head("organization", "FBI")],
  [
    "one rare word in several reports",
    head("organization", "Veritron", { reports: 3 }),
    head("organization", "Veritron", { reports: 2 }),
  ],
  [
    "name and affiliation",
    head("person", "Ana Diaz", { role: "chief of the Orsa coast guard" }),
    head("person", "Ana Diaz", { role: "Orsa coast guard commander" }),
  ],
  [
    "name and office",
    head("person", "Olena Kovalenko", { role: "Prime Minister" }),
    head("person", "Olena Kovalenko", { role: "the prime minister" }),
  ],
  [
    "name and town",
    head("person", "Tomas Arrieta", { towns: ["varn|veneto"] }),
    head("person", "Tomas Arrieta", { towns: ["orsa|liguria", "varn|veneto"] }),
  ],
  [
    "name and area in one month",
    head("person", "Tomas Arrieta", { areas: ["veneto"], days: { first: 20000, last: 20001 } }),
    head("person", "Tomas Arrieta", { areas: ["veneto"], days: { first: 20020, last: 20020 } }),
  ],
  [
    "name, area and age",
    head("person", "Tomas Arrieta", { areas: ["veneto"], ages: [{ years: 31, toldIn: 2030 }] }),
    head("person", "Tomas Arrieta", { areas: ["veneto"], ages: [{ years: 33, toldIn: 2032 }] }),
  ],
  ["three names", head("person", "Tomas Elio Arrieta"), head("person", "Tomas Elio Arrieta")],
  [
    "name, office, age a year later",
    head("person", "Ana Diaz", { role: "president", ages: [{ years: 60, toldIn: 2030 }] }),
    head("person", "Ana Diaz", { role: "president", ages: [{ years: 62, toldIn: 2031 }] }),
  ],
])("surely one: %s", (_, a, b) => {
  expect(verdict(a, b)).toBe(true)
})

test.each<[string, HeadFacts, HeadFacts]>([
  [
    "two keys of the world's list",
    head("armed-group", "ISIS", { known: "isis" }),
    head("armed-group", "ISIS", { known: "isis-k" }),
  ],
  [
    "namesakes of the gazetteer",
    head("place", "Varn", { place: varn }),
    head("place", "Varn", { place: { ...varn, lat: 41 } }),
  ],
  [
    "namesakes in two countries",
    head("place", "Varn", { place: varn }),
    head("place", "Varn", { place: town("Varn", "AT") }),
  ],
  ["a place the gazetteer does not know", head("facility", "Central Hotel"), head("facility", "Central Hotel")],
  [
    "a name that every country has",
    head("organization", "Ministry of Defence"),
    head("organization", "Ministry of Defence"),
  ],
  ["a name that every town has", head("organization", "Police Department"), head("organization", "Police Department")],
  [
    "one word of the language",
    head("organization", "Tribune", { reports: 5 }),
    head("organization", "Tribune", { reports: 5 }),
  ],
  ["one rare word in one report", head("organization", "Veritron"), head("organization", "Veritron")],
  ["an acronym", head("organization", "GBS", { reports: 5 }), head("organization", "GBS", { reports: 5 })],
  [
    "a branch and its parent",
    head("armed-group", "Iron Column Khorasan", { aliases: ["Iron Column"] }),
    head("armed-group", "Iron Column"),
  ],
  [
    "name and area years apart",
    head("person", "Tomas Arrieta", { areas: ["veneto"], days: { first: 20000, last: 20001 } }),
    head("person", "Tomas Arrieta", { areas: ["veneto"], days: { first: 20900, last: 20900 } }),
  ],
  ["a name alone", head("person", "Ana Diaz"), head("person", "Ana Diaz")],
  [
    "name and a role that many have",
    head("person", "Ana Diaz", { role: "police spokeswoman" }),
    head("person", "Ana Diaz", { role: "police spokeswoman" }),
  ],
  [
    "a title with a capital",
    head("person", "Ana Diaz", { role: "Coach" }),
    head("person", "Ana Diaz", { role: "Coach" }),
  ],
  [
    "a lesser president",
    head("person", "Ana Diaz", { role: "club president" }),
    head("person", "Ana Diaz", { role: "president" }),
  ],
  [
    "name and town, but another age",
    head("person", "Ana Diaz", { towns: ["varn|veneto"], ages: [{ years: 17, toldIn: 2031 }] }),
    head("person", "Ana Diaz", { towns: ["varn|veneto"], ages: [{ years: 58, toldIn: 2031 }] }),
  ],
  [
    "father and son",
    head("person", "Luis Rey Sr.", { towns: ["varn|veneto"] }),
    head("person", "Luis Rey Jr.", { towns: ["varn|veneto"] }),
  ],
  [
    "brothers",
    head("person", "Luis Rey", { towns: ["varn|veneto"] }),
    head("person", "Pablo Rey", { towns: ["varn|veneto"] }),
  ],
  [
    "spellings",
    head("person", "Qasim Suleimani", { role: "general" }),
    head("person", "Qassem Soleimani", { role: "general" }),
  ],
])("refused: %s", (_, a, b) => {
  expect(verdict(a, b)).toBe(false)
})

test("too little alike is not excluded: a third may join them", () => {
  const bare = head("person", "Ana Diaz")
  expect(compareHeads(bare, bare)).toMatchObject({ same: false, excluded: false })
  const son = head("person", "Ana Diaz", { ages: [{ years: 17, toldIn: 2031 }] })
  const aunt = head("person", "Ana Diaz", { ages: [{ years: 71, toldIn: 2031 }] })
  expect(compareHeads(son, aunt)).toMatchObject({ same: false, excluded: true })
})

test.each<[string, HeadFacts, HeadFacts]>([
  ["a surname alone", head("person", "Diaz"), head("person", "Ana Diaz")],
  ["other names", head("organization", "Orsa Ferry Company"), head("organization", "Varn Ferry Company")],
  ["two kinds", head("person", "Orsa"), head("place", "Orsa")],
  ["what comes again", head("event-name", "Harbour Games"), head("event-name", "Harbour Games")],
])("nothing to say: %s", (_, a, b) => {
  expect(verdict(a, b)).toBeUndefined()
})
