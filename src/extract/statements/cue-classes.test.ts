import { expect, test } from "vitest"
import { analyse } from "../../english/analyse.ts"
import { speechPack } from "../../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../../read-english.ts"
import { findStatements } from "./find-statements.ts"
import { exampleReport } from "./mark-examples.ts"

const english = readEnglish()

function manners(text: string) {
  const analysis = analyse(exampleReport(text), english).value
  return findStatements(analysis, speechPack).value.map(({ cue, mode, strength }) => [cue?.text, mode, strength])
}

test("what is said, held for true and found out are told apart", () => {
  expect(manners("The minister said that the dam was safe.")).toEqual([["said", "speech", "neutral"]])
  expect(manners("Officials believe that the dam is safe.")).toEqual([["believe", "belief", "hedged"]])
  expect(manners("A study found that half of the wells were dry.")).toEqual([["found", "finding", "assertive"]])
})

test("a cue weakens, backs or leaves open what is said", () => {
  expect(manners("The ministry confirmed that the bridge had fallen.")).toEqual([["confirmed", "speech", "assertive"]])
  expect(manners("The group claimed that it had burned the camp.")).toEqual([["claimed", "speech", "contested"]])
  expect(manners("The mayor hinted that the school might close.")).toEqual([["hinted", "speech", "hedged"]])
})

test("quoted words are said, whatever the verb", () => {
  expect(manners("“The road may be open,” the mayor reckoned.")).toEqual([["reckoned", "speech", "hedged"]])
})

test("nouns of saying have the mode and strength of the noun", () => {
  expect(manners("The crowd laughed at the minister's claim that the bridge was safe.")).toEqual([
    ["claim", "speech", "contested"],
  ])
})
