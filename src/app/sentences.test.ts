import { expect, test } from "vitest"
import { sentenceAround } from "./sentences.ts"

/** The sentence around the word between asterisks. */
function around(marked: string): string {
  const start = marked.indexOf("*")
  const end = marked.indexOf("*", start + 1) - 1
  const text = marked.replaceAll("*", "")
  const blocks = [{ start: 0, end: text.length, label: "paragraph" as const }]
  const sentence = sentenceAround({ text, blocks }, { start, end })
  return text.slice(sentence.start, sentence.end)
}

test("the sentence that holds the words", () => {
  expect(around("One went. Two *stayed* here. Three left.")).toBe("Two stayed here.")
  expect(around("*One* went. Two stayed.")).toBe("One went.")
  expect(around("One went. “Two *stayed*.” Three left.")).toBe("“Two stayed.”")
})

test("a full stop that ends no sentence", () => {
  expect(around("It came at 6:40 p.m. (2140 *GMT*) as the shift left. Then more.")).toBe(
    "It came at 6:40 p.m. (2140 GMT) as the shift left.",
  )
  expect(around("The U.S. Embassy *warned* Gen. Smith on Oct. 4. He left.")).toBe(
    "The U.S. Embassy warned Gen. Smith on Oct. 4.",
  )
  expect(around("It cost 3.5 *million* in all. More.")).toBe("It cost 3.5 million in all.")
})

test("words over two sentences bring both", () => {
  expect(around("One. Two *went. Three* left. Four.")).toBe("Two went. Three left.")
})

test("a paragraph without full stops is cut, never through a character", () => {
  const emoji = "😀".repeat(2000)
  const found = around(`${emoji}*word*${emoji}`)
  expect(found.length).toBeLessThan(1300)
  expect(found.isWellFormed()).toBe(true)
})
