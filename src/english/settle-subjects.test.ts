import { expect, test } from "vitest"
import { readEnglish } from "../read-english.ts"
import { analyse } from "./analyse.ts"
import type { Sentence, Token } from "./analysis.ts"
import { reportOf } from "./report-of.ts"
import { settleSubjects } from "./settle-subjects.ts"

test.each([
  ["The army bombed the village of Sarmin, residents said.", "residents", "said"],
  ["Four men were shot dead in Lyon on Monday, the mayor of the town said.", "mayor", "said"],
  ["The minister resigned on Friday, the ministry said in a statement.", "ministry", "said"],
])("%s", (text, subject, verb) => {
  const { tokens } = analyse(reportOf(text), readEnglish()).value
  const noun = tokens.find(token => token.text === subject)!
  expect(tokens[noun.head]?.text).toBe(verb)
  expect(noun.deprel).toBe("nsubj")
})

test("a verb with one subject keeps it, also behind it", () => {
  // "Came the army , residents said": who came stands behind the verb.
  const words: [string, string, string, number, string][] = [
    ["Came", "VERB", "VBD", 5, "ccomp"],
    ["the", "DET", "DT", 2, "det"],
    ["army", "NOUN", "NN", 0, "nsubj"],
    [",", "PUNCT", ",", 0, "punct"],
    ["residents", "NOUN", "NNS", 5, "nsubj"],
    ["said", "VERB", "VBD", -1, "root"],
  ]
  const tokens = words.map(
    ([text, upos, xpos, head, deprel], index) => ({ text, lemma: text, upos, xpos, head, deprel, index }) as Token,
  )
  const sentence = { index: 0, firstToken: 0, lastToken: tokens.length } as Sentence
  expect(settleSubjects(tokens, [sentence]).map(token => token.head)).toEqual(words.map(([, , , head]) => head))
})
