import { expect, test } from "vitest"
import type { Analysis, Token } from "../../src/english/analysis.ts"
import { readTreebank } from "../read/treebank.ts"
import { rawDocument, scoreRawText } from "./raw-text.ts"

const TREEBANK = `# newdoc id = a
# newpar
# text = Dogs can't bark.
1	Dogs	dog	NOUN	NNS	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	bark	bark	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	SpaceAfter=No

# text = Cats sleep
1	Cats	cat	NOUN	NNS	_	2	nsubj	_	_
2	sleep	sleep	VERB	VBP	_	0	root	_	_

# newpar
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_
`
const document = rawDocument({ id: "a", sentences: readTreebank(TREEBANK) })
const silent = { wrong: () => {} }
const tally = (hit: number, gold: number, found: number) => ({ goldHit: hit, foundHit: hit, gold, found })

test("the raw text has the treebank's spaces and paragraphs, and words are found in it", () => {
  expect(document.report.text).toBe("Dogs can't bark.Cats sleep\n\nYes")
  expect(document.report.blocks.map(({ start, end }) => [start, end])).toEqual([
    [0, 26],
    [28, 31],
  ])
  expect(document.sentences.map(({ span }) => span)).toEqual(["0-16", "16-26", "28-31"])
  expect(document.sentences[0]!.words).toEqual(["0-4", "5-7", "7-10", "11-15", "15-16"])
})

test("a word counts when its span is right, and its head when the head's span is", () => {
  // "can't" is left whole, "Yes" has a wrong tag, the two first sentences are one.
  const rows: [start: number, end: number, upos: string, head: number, deprel: string][] = [
    [0, 4, "NOUN", 2, "nsubj"],
    [5, 10, "AUX", 2, "aux"],
    [11, 15, "VERB", -1, "root"],
    [15, 16, "PUNCT", 2, "dep"],
    [16, 20, "NOUN", 5, "nsubj"],
    [21, 26, "VERB", 2, "parataxis"],
    [28, 31, "NOUN", -1, "root"],
  ]
  const tokens = rows.map(([start, end, upos, head, deprel]) => ({ start, end, upos, head, deprel }) as Token)
  const sentences = [
    { start: 0, end: 26 },
    { start: 28, end: 31 },
  ]
  const tallies = scoreRawText([{ document: document, analysis: { tokens, sentences } as unknown as Analysis }], silent)
  expect(tallies.words).toEqual(tally(6, 8, 7))
  expect(tallies.sentences).toEqual(tally(1, 3, 2))
  expect(tallies.upos.goldHit).toBe(5)
  expect(tallies.uas).toEqual(tally(5, 8, 7))
  expect(tallies.las.goldHit).toBe(4)
})
