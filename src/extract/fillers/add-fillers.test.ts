import { expect, test } from "vitest"
import { isProposal } from "../../core/reading.ts"
import { analyse } from "../../english/analyse.ts"
import { reportOf } from "../../english/report-of.ts"
import { politicalViolence } from "../../packs/political-violence/pack.ts"
import { speechPack } from "../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../read-english.ts"
import { openContext } from "../events/context.ts"
import { readAnalysis } from "../read-analysis.ts"
import { candidatesOf } from "./candidates.ts"
import type { FillerModel } from "./find-fillers.ts"
import { fillerModel } from "./model.ts"

const english = readEnglish()

function eventsOf(text: string, fillers: FillerModel | null = fillerModel()) {
  const analysis = analyse(reportOf(text), english).value
  return readAnalysis(analysis, politicalViolence, speechPack, undefined, { setting: null, fillers }).value.events
}

function wordingsOf(text: string) {
  const candidates = candidatesOf(openContext(analyse(reportOf(text), english).value, politicalViolence))
  return candidates.map(({ wordings }) => [...wordings.keys()])
}

const BOMB =
  "A bomb placed by terrorists damaged the offices of the power company in Perth on Monday. Two more bombs failed to explode."

test("scorers propose who did it where rules give nobody", () => {
  const fills = eventsOf(BOMB).flatMap(event => event.fills)
  const learned = fills.filter(({ score }) => score !== undefined)
  expect(learned.map(({ slot, evidence }) => [slot, evidence.text])).toContainEqual(["perpetrator", "terrorists"])
  for (const fill of learned) {
    expect(fill.rule).toMatch(/^learned-/)
    expect(isProposal(fill)).toBe(fill.score! < 0.8)
  }
})

test("what rules gave stays as it is and is not given again", () => {
  const rules = eventsOf(BOMB, null)
  const both = eventsOf(BOMB)
  expect(both.map(({ fills }) => fills.filter(({ score }) => score === undefined))).toEqual(
    rules.map(({ fills }) => fills),
  )
  const weapons = both.flatMap(({ fills }) => fills.filter(({ slot }) => slot === "weapon"))
  expect(weapons.filter(({ evidence }) => evidence.text === "A bomb").length).toBe(1)
})

test("nothing is filled where no attack is told", () => {
  for (const text of [
    "Turin opened a new bridge on Monday. Mayor Ana Vargas said that the offices of the power company will move.",
    "The council fears that terrorists could attack the bridge.",
    "Police arrested two men in Perth on Monday. The bomb squad was not called.",
    "",
  ])
    expect(eventsOf(text).flatMap(({ fills }) => fills.filter(({ score }) => score !== undefined))).toEqual([])
})

test("names of one person and a body's short form are one candidate", () => {
  const wordings = wordingsOf(
    "Ana Vargas Soto was shot on Monday. Vargas had left the Northern Popular Front (NPF). The NPF denied it.",
  )
  const of = (words: string) => wordings.filter(each => each.includes(words))
  expect(of("vargas")).toEqual(of("ana vargas soto"))
  expect(of("npf")).toEqual(of("northern popular front"))
  expect(of("npf").length).toBe(1)
})

test("a family name beside two people who bear it is neither's", () => {
  const wordings = wordingsOf("Ana Vargas and Juan Vargas were shot on Monday. Police said that Vargas died.")
  expect(wordings.some(each => each.includes("ana vargas") && each.includes("juan vargas"))).toBe(false)
})

test("a phrase is one candidate however many are counted, in all its wordings", () => {
  const [bombs, ...others] = wordingsOf("Two powerful bombs exploded. The powerful bombs hit nobody.")
  expect(bombs).toEqual(["two powerful bombs", "bombs", "powerful bombs"])
  expect(others.flat().filter(words => words.includes("bombs"))).toEqual([])
})
