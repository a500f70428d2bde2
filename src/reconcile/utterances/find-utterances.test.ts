import { expect, test } from "vitest"
import type { Statement } from "../../core/reading.ts"
import { buildCase } from "../build-case.ts"
import { testOptions } from "../testing/harbour.ts"
import { ReadingBuilder } from "../testing/reading-builder.ts"

type Said = readonly [speaker: string, words: string, kind?: Statement["kind"]]

/** One report for each list of statements; the utterances of the case. */
function utterancesOf(...reports: readonly (readonly Said[])[]) {
  const readings = reports.map((said, index) => {
    const text = said
      .map(([speaker, words, kind]) => ((kind ?? "direct") === "direct" ? `“${words},” ${speaker} said.` : `${words}.`))
      .join(" ")
    const builder = new ReadingBuilder({ text, publisher: `Paper ${index}`, published: `2031-05-0${index + 1}` })
    for (const [speaker, words, kind] of said)
      builder.statement(
        speaker,
        words,
        kind,
        text.includes(speaker) && /\p{Lu}/u.test(speaker)
          ? builder.entity(speaker, / \p{Ll}/u.test(speaker) ? "organization" : "person")
          : undefined,
      )
    return builder.build()
  })
  return buildCase(readings, testOptions).utterances
}

const words = "some pilots of the northern harbours are an opportunity for the Column to strike abroad"

test("the same quotation joins a named speaker with one that is not named", () => {
  expect(utterancesOf([["The harbour report", words]], [["a report", words]])).toMatchObject([{ sameWords: true }])
})

test("words between quotation marks count, retellings do not", () => {
  const [utterance] = utterancesOf(
    [["Ana Diaz", words]],
    [["Ana Diaz", words]],
    [["Ana Diaz", "some pilots of the northern harbours could help the Column to strike abroad", "indirect"]],
  )
  expect(utterance).toMatchObject({ sameWords: true })
  expect(utterance!.wordings).toHaveLength(3)
})

test("what one report quotes in two pieces, another has in one", () => {
  const [utterance] = utterancesOf(
    [["Ana Diaz", "I worry about the Varn games because they would be a premium target for bombers"]],
    [
      ["Ana Diaz", "I am concerned about the games in Varn"],
      ["Ana Diaz", "they will be an excellent target for bombers"],
    ],
  )
  expect(utterance!.wordings).toHaveLength(2)
})

test("an office is one speaker whichever way its name is turned", () => {
  expect(utterancesOf([["Orsa's interior ministry", words]], [["The interior ministry of Orsa", words]])).toHaveLength(
    1,
  )
})

test.each([
  [[["Ana Diaz", words]], [["Luis Rey", words]]],
  [[["a report", "it was a terrible night"]], [["The harbour report", "it was a terrible night"]]],
  [
    [
      ["Ana Diaz", "the terminal has no guards"],
      ["Ana Diaz", "the ferry left late"],
    ],
    [["Ana Diaz", "we need more boats"]],
  ],
] as const)("two speakers or two sayings are no utterance (%#)", (one, two) => {
  expect(utterancesOf(one, two)).toEqual([])
})

test("two statements of one report are never one", () => {
  const [utterance] = utterancesOf(
    [["Ana Diaz", words]],
    [
      ["Ana Diaz", words],
      ["the pilot", `${words} again`],
    ],
  )
  expect(utterance!.wordings).toHaveLength(2)
})

const told = (...wordings: readonly Said[]) => utterancesOf(...wordings.map(said => [said]))[0]?.wordings

test("each wording says how it differs from the fullest: shortened, edited, put anew, retold", () => {
  const whole = "We counted the helmets of the harbour pilots, and then we counted them again in the dark"
  const wordings = told(
    ["Ana Diaz", whole],
    ["Ana Diaz", "We counted the helmets of the harbour pilots"],
    ["Ana Diaz", "We counted the helmets of the harbour crews, and then we counted them again in the dark"],
    ["Ana Diaz", "she counted helmets of the harbour pilots again in the dark", "indirect"],
    ["Ana Diaz", whole],
  )
  const byText = (start: string) => wordings!.find(wording => wording.text.startsWith(start))!
  expect(wordings!.map(wording => wording.form).sort()).toEqual(["edited", "fullest", "retold", "same", "shortened"])
  expect(byText("We counted the helmets of the harbour crews").parts).toContainEqual({
    kind: "changed",
    text: "crews, ",
    was: "pilots",
  })
  expect(byText("she").form).toBe("retold")
})

test("a translation of a translation is put anew, and the words most reports have are the fullest", () => {
  const own = "they have the boats, the powder and the patience to strike a harbour before the year is out"
  const wordings = told(
    ["Ana Diaz", own],
    ["Ana Diaz", `${own}, and we may not see it coming`],
    [
      "Ana Diaz",
      "they possess the boats, the powder and the patience necessary to target a harbour until the end of the year",
    ],
  )
  expect(wordings!.map(wording => wording.form).sort()).toEqual(["fullest", "put-anew", "shortened"])
})

// Two statements of one speaker are never one.
test.each([
  [
    "the toll of another day",
    "Ana Diaz",
    "nine people were killed at the harbour terminal",
    "14 people were killed at the harbour terminal",
  ],
  [
    "another victim",
    "police",
    "The girl was taken to the harbour hospital in critical condition",
    "The boy was taken to the harbour hospital in critical condition",
  ],
  [
    "another age and street",
    "Ana Diaz",
    "a man of 23 was wounded on the 300 block of Quay Street",
    "a man of 31 was wounded on the 500 block of Quay Street",
  ],
  [
    "what police say of every case",
    "police",
    "the victims are expected to survive",
    "all of the wounded are expected to survive the shooting",
  ],
  [
    "another place",
    "Ana Diaz",
    "the guards of Orsa will patrol the harbour every night",
    "the guards of Sella will search the ferries every night",
  ],
  [
    "two interviews",
    "Ana Diaz",
    "I do not know why they took the boat, there was no reason",
    "I want justice, they had no reason to hurt my brother on the boat",
  ],
])("%s", (_, speaker, one, two) => {
  expect(utterancesOf([[speaker, one]], [[speaker, two]])).toEqual([])
})
