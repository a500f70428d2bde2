import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { exampleLines } from "../../core/examples.ts"
import { splitSentences } from "./split-sentences.ts"
import { tokenize } from "./tokenize.ts"

const file = readFileSync(new URL("examples.txt", import.meta.url), "utf8")

for (const { line, number } of exampleLines(file))
  test(`examples.txt:${number}`, () => {
    const text = line.replaceAll("[s ", "").replaceAll(/[|\]]/g, "")
    expect(written(text)).toBe(line)
  })

test("only white space lies outside of tokens, and tokens do not overlap", () => {
  const text = exampleLines(file)
    .map(({ line }) => line)
    .concat("naïve 🙂👍🏽 ​ x­y €5 \ud83d\ude00. „Ja“ ‹no› ’twas 'tis")
    .join(" ")
  let end = 0
  for (const token of tokenize(text, { start: 0, end: text.length })) {
    expect(text.slice(end, token.start).trim()).toBe("")
    expect(text.slice(token.start, token.end).isWellFormed()).toBe(true)
    expect(token.start).toBeLessThan(token.end)
    end = token.end
  }
  expect(text.slice(end).trim()).toBe("")
})

/** The text with its sentences in marks and a bar between tokens that touch. */
function written(text: string): string {
  const tokens = tokenize(text, { start: 0, end: text.length })
  const starts = new Set(splitSentences(text, tokens).map(sentence => tokens[sentence.first]!.start))
  const ends = new Set(splitSentences(text, tokens).map(sentence => tokens[sentence.last - 1]!.end))
  const touches = new Set(
    tokens
      .slice(1)
      .filter((token, index) => tokens[index]!.end === token.start)
      .map(token => token.start),
  ) // prettier-ignore
  let out = ""
  for (let index = 0; index <= text.length; index++) {
    if (touches.has(index)) out += "|"
    if (ends.has(index)) out += "]"
    if (starts.has(index)) out += "[s "
    out += text[index] ?? ""
  }
  return out
}
