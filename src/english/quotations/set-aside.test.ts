import { expect, test } from "vitest"
import { readEnglish } from "../../read-english.ts"
import { analyse } from "../analyse.ts"
import { reportOf } from "../report-of.ts"

const english = readEnglish()

function headsOf(text: string): Record<string, string> {
  const { tokens } = analyse(reportOf(text), english).value
  return Object.fromEntries(tokens.map(token => [token.text, `${tokens[token.head]?.text ?? "root"}/${token.deprel}`]))
}

test("the content of an interrupted quotation is one clause under the verb of saying", () => {
  const heads = headsOf(
    "“The threat from the group,” Ana Diaz, the minister, told a panel this month, “remains a grave concern.”",
  )
  expect(heads.told).toBe("root/root")
  expect(heads.Ana).toMatch(/^told\/nsubj/)
  expect(heads.threat).toMatch(/^(?:remains|concern)\/nsubj/)
  expect(heads["“"]).toMatch(/\/punct$/)
})

test("a sentence without an interruption is parsed whole", () => {
  expect(headsOf("The group kept “the will to attack,” she said.")["“"]).not.toMatch(/^root/)
})
