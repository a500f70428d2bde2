import { expect, test } from "vitest"
import { readEnglish } from "../read-english.ts"
import { analyse } from "./analyse.ts"
import { reportOf } from "./report-of.ts"

const english = readEnglish()

const texts: { [name: string]: string } = {
  news: "KABUL, Afghanistan (AP) — Gen. Ana M. Diaz, the army chief, said on Friday that two gunmen had killed 12 people.\n\n“We will act,” she said, “and soon.”",
  "an interrupted quotation over paragraphs": "“It is over,” Diaz said, “for now.\n\n“And for good.”",
  "nothing at all": "",
  "white space": " \n\n \n",
  "marks without words": "“”” — ... ((( ‘“‘“ | | | | | | | | | | | |",
  "a long row of stops": ". ".repeat(1000),
  "one long word": "A".repeat(5000),
  "characters outside of the basic plane": "😀 “😀” said 👍🏽 Diaz. 𝔸nother.",
  "a list without stops": "Ana Diaz, Luis Lowell, Karl Brandt, ".repeat(40),
  bullets: "• One man was killed.",
}

for (const [name, text] of Object.entries(texts))
  test(`laws hold for ${name}`, () => {
    const report = reportOf(text)
    const outcome = analyse(report, english)
    const first = JSON.stringify(outcome)
    const { value } = outcome
    const { tokens, sentences, mentions, entities } = value
    const broken: string[] = []
    tokens.forEach((token, index) => {
      const before = tokens[index - 1]?.end ?? 0
      // A text of one case throughout is read in the case it likely has.
      const own = text.slice(token.start, token.end)
      const exact = token.text.toLowerCase() === own.toLowerCase() && token.text.isWellFormed()
      if (token.index !== index || !exact || token.start < before) broken.push(`token ${index} "${token.text}"`)
    })
    for (const sentence of sentences) {
      const inside = tokens.slice(sentence.firstToken, sentence.lastToken)
      if (inside.filter(token => token.head === -1).length !== 1) broken.push(`roots of sentence ${sentence.index}`)
      for (const token of inside) {
        let at = token.index
        for (let steps = 0; at !== -1 && steps <= inside.length; steps++) {
          if (tokens[at]!.sentence !== sentence.index) broken.push(`head of "${token.text}" is in another sentence`)
          at = tokens[at]!.head
        }
        if (at !== -1) broken.push(`"${token.text}" hangs in a circle`)
      }
    }
    expect(broken).toEqual([])
    for (const list of [value.quotations, value.times, value.counts, value.places, mentions])
      expect(list.map(({ start }) => start)).toEqual(list.map(({ start }) => start).sort((a, b) => a - b))
    expect(
      mentions.filter(({ start, end, headToken }) => tokens[headToken]!.start < start || end < tokens[headToken]!.end),
    ).toEqual([]) // prettier-ignore
    expect(new Set(entities.map(entity => entity.id)).size).toBe(entities.length)
    expect(JSON.stringify(analyse(report, english))).toBe(first)
  })

test("the mark of a list item is no token", () => {
  const { tokens } = analyse(reportOf(texts.bullets!), english).value
  expect(tokens[0]?.text).toBe("One")
})
