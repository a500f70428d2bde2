import { expect, test } from "vitest"
import type { CaseFile } from "../core/casefile.ts"
import type { Reading } from "../core/reading.ts"
import type { Decision, Store } from "../core/store.ts"
import { makeEngine } from "../make-engine.ts"
import { type Asked, decide } from "./decide.ts"

const engine = makeEngine()
const noStore = { addDecision: async () => {} } as unknown as Store

const text = `Bomb at market in Lisbon
4 May 2031

A bomb exploded at a market in Lisbon on Saturday. Hospitals spoke of a dozen souls lost. The Dawn Column was named by Bruno Maia, the interior minister.`
const reading = engine.read({ file: "a.txt", bytes: new TextEncoder().encode(text) })
const clean = reading.report.text
const build = (one: Reading, ...decisions: Decision[]) => engine.build([one], { name: "case", decisions })
const plain = build(reading)
const telling = plain.incidents[0]!.mentions[0]!.id
const placeOf = (words: string, from = clean) => `${from.indexOf(words)}-${from.indexOf(words) + words.length}`
const add = (asked: Partial<Asked>, caseFile = plain) =>
  decide(noStore, caseFile, { action: "add", item: telling, by: "ana", decidedAt: "2031-12-01T00:00:00Z", ...asked })
const factOf = ({ incidents }: CaseFile, slot: string) => incidents[0]!.facts.find(fact => fact.slot === slot)

test("a number is read in selected words, and rests on them", async () => {
  const decision = await add({ slot: "killed", to: "12", at: placeOf("a dozen souls lost") })
  const file = build(reading, decision)
  const fact = factOf(file, "killed")!
  expect(fact.value).toMatchObject({ kind: "count", low: 12, high: 12 })
  expect(fact.positions[0]!.assertions[0]).toMatchObject({
    rule: "added by ana",
    evidence: [{ text: "a dozen souls lost" }],
  })
  expect(file.decisions![0]).toMatchObject({ action: "add", applies: true })
  expect(factOf(plain, "killed")).toBeUndefined()
})

test("an addition that is withdrawn is gone", async () => {
  const decision = await add({ slot: "killed", to: "12", at: placeOf("a dozen souls lost") })
  const withdrawn = await decide(noStore, build(reading, decision), {
    action: "withdraw",
    item: decision.id,
    by: "ana",
    decidedAt: "2031-12-02T00:00:00Z",
  })
  expect(factOf(build(reading, decision, withdrawn), "killed")).toBeUndefined()
})

test("it survives a reading in which all ids are other ones and the words stand elsewhere", async () => {
  const decision = await add({ slot: "killed", to: "12", at: placeOf("a dozen souls lost") })
  const ids = [...reading.events, ...reading.entities].map(({ id }) => id)
  const anew = JSON.parse(
    ids.reduce((json, id) => json.replaceAll(`"${id}"`, `"new-${id}"`), JSON.stringify(reading)),
  ) as Reading
  expect(factOf(build(anew, decision), "killed")!.value).toMatchObject({ low: 12 })
  const moved = {
    ...decision,
    value: { ...(decision.value as object), withWords: [{ ...words(decision), start: 3, end: 21 }] },
  }
  expect(factOf(build(reading, moved), "killed")!.value).toMatchObject({ low: 12 })
})

test("words that are no more in the report: listed as no longer applying", async () => {
  const decision = await add({ slot: "killed", to: "12", at: placeOf("a dozen souls lost") })
  const gone = {
    ...decision,
    value: { ...(decision.value as object), withWords: [{ ...words(decision), text: "eleven" }] },
  }
  const file = build(reading, gone)
  expect(factOf(file, "killed")).toBeUndefined()
  expect(file.decisions![0]!.applies).toBe(false)
  expect(file.problems.map(({ code }) => code)).toContain("decision-no-longer-applies")
})

test("who did it is named by the words, never typed", async () => {
  const file = build(reading, await add({ slot: "blamed-on", at: placeOf("Dawn Column") }))
  expect(factOf(file, "blamed-on")!.value).toMatchObject({
    kind: "entity",
    name: expect.stringContaining("Dawn Column"),
  })
  await expect(add({ slot: "blamed-on", at: placeOf("souls lost") })).rejects.toThrow("name no person or group")
})

test("what cannot be added is refused with what was expected", async () => {
  await expect(add({ slot: "mood", at: "1-5" })).rejects.toThrow("expected --slot and one of killed")
  await expect(add({ slot: "killed", to: "many", at: "1-5" })).rejects.toThrow('"many" is no number')
  await expect(add({ slot: "killed", to: "3", at: "90000-90010" })).rejects.toThrow("no place of words")
  await expect(add({ item: plain.incidents[0]!.id, slot: "killed", to: "3", at: "1-5" })).rejects.toThrow(
    "not for an incident",
  )
})

function words({ value }: Decision): object {
  return (value as { withWords: readonly object[] }).withWords[0]!
}
