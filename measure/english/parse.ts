import type { Part } from "../part.ts"
import { type TreebankDocument, treebank } from "../read/treebank.ts"
import { shareFigure } from "../tally.ts"

/** Tags and arcs on the treebank's own tokens, punctuation included; arcs with predicted tags. */
export const parse: Part<TreebankDocument> = {
  name: "parse",
  about: "tags and trees on the tokens of the treebank",
  format: treebank,
  measure(documents, run) {
    const right = { upos: 0, xpos: 0, uas: 0, las: 0 }
    let total = 0
    for (const { sentences } of documents) {
      const parses = run.english.tagger.parse(sentences.map(({ forms }) => forms))
      for (const [index, gold] of sentences.entries()) {
        const found = parses[index]!
        for (const [at, form] of gold.forms.entries()) {
          const shown = () => `${form} in: ${gold.text}`
          total++
          if (gold.xpos[at] === found.xpos[at]) right.xpos++
          if (gold.upos[at] === found.upos[at]) right.upos++
          else run.wrong(`tag ${found.upos[at]} for ${gold.upos[at]}`, shown())
          const isRightHead = gold.heads[at] === found.heads[at]
          if (isRightHead) right.uas++
          if (isRightHead && gold.deprels[at] === found.deprels[at]) right.las++
          else
            run.wrong(
              isRightHead ? `relation ${found.deprels[at]} for ${gold.deprels[at]}` : `head of ${gold.deprels[at]}`,
              shown(),
            )
        }
      }
    }
    return Object.entries(right).map(([name, count]) => shareFigure(name.toUpperCase(), count, total, "tokens"))
  },
}
