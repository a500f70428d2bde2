import { lemmaOf } from "../../src/english/lemmas/lemma-of.ts"
import type { Part } from "../part.ts"
import { type TreebankDocument, treebank } from "../read/treebank.ts"
import { shareFigure } from "../tally.ts"

/**
 * Lemmas of words, marks and symbols left out: with the treebank's tags, which judges the rules alone, and with our own.
 * Treebanks write "American" and "TV" as lemmas, we "american" and "tv" since word lists are in lower case: the third figure leaves capitals aside.
 */
export const lemmas: Part<TreebankDocument> = {
  name: "lemmas",
  about: "dictionary forms on the tokens of the treebank",
  format: treebank,
  measure(documents, run) {
    let [words, ruled, found, alike] = [0, 0, 0, 0]
    for (const { sentences } of documents) {
      const parses = run.english.tagger.parse(sentences.map(({ forms }) => forms))
      for (const [index, gold] of sentences.entries())
        for (const [at, form] of gold.forms.entries()) {
          const wanted = gold.lemmas[at]!
          if (/^(?:PUNCT|SYM)$/.test(gold.upos[at]!) || wanted === "_") continue
          words++
          const byRule = lemmaOf(form, gold.upos[at]!, gold.xpos[at]!)
          if (byRule === wanted) ruled++
          else run.wrong(`${gold.upos[at]}/${gold.xpos[at]}`, `${form}: ${byRule} for ${wanted}`)
          const ours = lemmaOf(form, parses[index]!.upos[at]!, parses[index]!.xpos[at]!)
          if (ours === wanted) found++
          if (ours.toLowerCase() === wanted.toLowerCase()) alike++
        }
    }
    return [
      shareFigure("treebank's tags", ruled, words, "words"),
      shareFigure("our tags", found, words, "words"),
      shareFigure("our tags, apart from capitals", alike, words, "words"),
    ]
  },
}
