import fc from "fast-check"
import { expect, test } from "vitest"
import { analyse } from "../english/analyse.ts"
import { politicalViolence } from "../packs/political-violence/pack.ts"
import { speechPack } from "../packs/political-violence/speech-pack.ts"
import { readEnglish } from "../read-english.ts"
import { readAnalysis } from "./read-analysis.ts"
import { exampleReport } from "./statements/mark-examples.ts"

const english = readEnglish()

function read(text: string) {
  const { value: analysis } = analyse(exampleReport(text), english)
  return { analysis, ...readAnalysis(analysis, politicalViolence, speechPack) }
}

const WORDS =
  "“ ” « » \" '' , . : — ( ) said according to that the minister police he they warned of an attack Reuters report by told Congress on Monday in Oslo will could bomb “We " +
  "adding saying which was killed 12 people founded in 2015 led by the group 's - 😀 І а\u00a0b / ; ? ! ... citing quoted as noted issued a warning threat poses members"

test("odd text never throws, and all evidence is verbatim", () => {
  const word = fc.constantFrom(...WORDS.split(" "))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), words => {
      const { analysis, value } = read(words.join(" "))
      const { text } = analysis.report
      const evidence = [
        ...value.statements.flatMap(one => [...one.evidence, one.cue, one.audience?.evidence, one.speaker.evidence]),
        ...value.warnings.flatMap(one => one.evidence),
        ...value.profiles.map(one => one.evidence),
        ...value.citations.map(one => one.evidence),
      ]
      for (const one of evidence) if (one) expect(one.text).toBe(text.slice(one.span.start, one.span.end))
    }),
    { seed: 7, numRuns: 150 },
  )
})

test("all finders see one report", () => {
  const { value } = read(
    "OSLO (AP) — The Dawn Column, founded in 2015 by former soldiers, killed 12 people in Oslo on Monday, police said. “They could attack the festival,” an analyst told Reuters.",
  )
  expect(value.events.length).toBeGreaterThan(0)
  expect(value.statements.map(({ speaker }) => speaker.name)).toEqual(["police", "an analyst"])
  expect(value.warnings.map(({ kind }) => kind)).toEqual(["forecast"])
  expect(value.citations.map(({ source }) => source)).toEqual(["Associated Press", "Reuters"])
})

test("all sentences of a quotation are its speaker's, and what he says of himself is a claim", () => {
  const { events } = read(
    "Gunmen attacked a theatre in Oslo on Monday. “We were told. The Dawn Column bears sole responsibility for this attack. There was no Danish involvement whatsoever,” said Ada Brill, a spokeswoman for the council.",
  ).value
  const told = events.flatMap(({ fills }) =>
    fills.map(({ slot, attribution }) => `${slot} ${attribution[0]?.name ?? ""}`),
  )
  expect(told).toContain("perpetrator Ada Brill")
  expect(told).toContain("blamed-on Ada Brill")
  expect(told).toContain("where ")
  const own = read(
    "“The Dawn Column carried out the bombing in Oslo on Monday,” the Dawn Column said in a message.",
  ).value
  expect(own.events.flatMap(({ fills }) => fills.map(({ slot }) => slot))).toContain("claimed-by")
})

test("who speaks of an attack that was told takes for granted where it was: the report tells that, not he", () => {
  const { events } = read(
    "Gunmen attacked a theatre in Oslo on Monday, killing four people. “The Oslo attack shows how far they reach,” said Ada Brill, a lecturer. The attack in Oslo on Monday showed how little is known, police said.",
  ).value
  const told = events.flatMap(({ fills }) =>
    fills.map(({ slot, attribution }) => `${slot} ${attribution[0]?.name ?? ""}`),
  )
  expect(told.filter(words => /^(?:where|when) ./.test(words))).toEqual([])
  // Nobody else has told of it: it is his to answer for.
  const first = read("“The bombing in Oslo on Monday killed nine people,” said Ada Brill, a fire officer.").value
  expect(first.events.flatMap(({ fills }) => fills.map(({ attribution }) => attribution[0]?.name))).toContain(
    "Ada Brill",
  )
})
