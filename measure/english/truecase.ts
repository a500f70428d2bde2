import { reportOf } from "../../src/english/report-of.ts"
import { caselessnessOf } from "../../src/english/truecase/case-of-text.ts"
import { restoreCase } from "../../src/english/truecase/restore-case.ts"
import type { Figure, Part } from "../part.ts"
import { labelledNames, type NameSentence } from "../read/labelled-names.ts"
import { type TreebankDocument, treebank } from "../read/treebank.ts"
import { shareFigure } from "../tally.ts"
import { names } from "./names.ts"

/** How a text loses its case. The length stays: a letter whose other case is longer is left. */
const WAYS: { readonly [way: string]: (text: string) => string } = {
  lower: text => eachLetter(text, letter => letter.toLowerCase()),
  upper: text => eachLetter(text, letter => letter.toUpperCase()),
  title: text => text.replace(/(?<![\p{L}\p{N}'’])\p{Ll}(?=\p{L}{3})/gu, letter => letter.toUpperCase()),
}

/** Words that come back as they were printed, when the text is put in one case; beside it, what one gets by a capital for each sentence alone. */
export const truecase: Part<TreebankDocument> = {
  name: "truecase",
  about: "the case of words where the text has none",
  format: treebank,
  measure(documents, run) {
    const figures: Figure[] = []
    for (const [way, turn] of Object.entries(WAYS)) {
      let [words, restored, capitals] = [0, 0, 0]
      for (const { sentences } of documents) {
        const honest = sentences.map(({ text }) => text).filter(text => !caselessnessOf(text))
        const text = honest.join("\n\n")
        const read = restoreCase(reportOf(turn(text)), run.english.caseSense)
        let start = 0
        for (const sentence of honest) {
          for (const { 0: word, index } of sentence.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu)) {
            const found = read.slice(start + index, start + index + word.length)
            const small = word.toLowerCase()
            words++
            if ((index < 2 ? small[0]!.toUpperCase() + small.slice(1) : small) === word) capitals++
            if (found === word) restored++
            else run.wrong(way, `${word} read as ${found}`)
          }
          start += sentence.length + 2
        }
      }
      figures.push(shareFigure(way, restored, words, "words"))
      figures.push(shareFigure(`${way}, capitals of sentences alone`, capitals, words, "words"))
    }
    return figures
  },
}

/** Names found when the text is put in one case. */
export const caselessNames: Part<readonly NameSentence[]> = {
  name: "caseless",
  about: "names in text without case",
  format: labelledNames,
  documents: "documents of 20 sentences",
  async measure(documents, run) {
    const figures: Figure[] = []
    for (const [way, turn] of Object.entries(WAYS)) {
      const turned = documents.map(sentences =>
        sentences.map(sentence => ({ ...sentence, words: sentence.words.map(word => turn(word)) })),
      )
      const [all] = await names.measure(turned, run)
      figures.push({ ...all!, name: `${way}, all` })
    }
    return figures
  },
}

function eachLetter(text: string, turn: (letter: string) => string): string {
  return Array.from(text, letter => (turn(letter).length === letter.length ? turn(letter) : letter)).join("")
}
