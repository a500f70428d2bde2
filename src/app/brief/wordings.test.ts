import { expect, test } from "vitest"
import type { Utterance } from "../../core/utterance.ts"
import { markedWording, wordingsInWords } from "./wordings.ts"

const wording = (reportId: string, form: Utterance["wordings"][number]["form"]) => ({
  reportId,
  statementId: `s${reportId}`,
  text: "we left",
  form,
  parts: [{ kind: "same" as const, text: "we left" }],
})
const utterance = (...wordings: Utterance["wordings"]): Utterance => ({
  id: "u",
  speaker: { name: "Ana Diaz" },
  statements: wordings.map(one => one.statementId),
  wordings,
  sameWords: true,
  why: "",
})
const label = (id: string) => `r${id}`

test("reports are named with what they did to the words", () => {
  expect(wordingsInWords(utterance(wording("1", "fullest"), wording("2", "same")), label)).toBe("same words")
  expect(
    wordingsInWords(
      utterance(wording("1", "fullest"), wording("10", "edited"), wording("2", "edited"), wording("5", "retold")),
      label,
    ),
  ).toBe("other words in r2 and r10; retold in r5")
})

test("of many reports the first are named", () => {
  const retold = Array.from({ length: 20 }, (_, at) => wording(`${at + 2}`, "retold"))
  expect(wordingsInWords(utterance(wording("1", "fullest"), ...retold), label)).toMatch(
    /^retold in r2, r3, .* r13 and 8 others$/,
  )
})

test("what is left out and put in is marked", () => {
  expect(
    markedWording([
      { kind: "same", text: "we " },
      { kind: "changed", text: "ran ", was: "walked" },
      { kind: "left-out", text: "slowly" },
      { kind: "added", text: "home." },
    ]),
  ).toBe("we [-walked-] {+ran+} [-slowly-] {+home.+}")
})
