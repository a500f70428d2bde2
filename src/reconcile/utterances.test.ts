import { expect, test } from "vitest"
import type { Statement } from "../core/reading.ts"
import { buildCase } from "./build-case.ts"
import { testOptions } from "./testing/harbour.ts"
import { ReadingBuilder } from "./testing/reading-builder.ts"

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
