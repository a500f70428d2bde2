import { expect, test } from "vitest"
import { chains } from "./chains.ts"

const TREEBANK = `# newdoc id = a
# global.Entity = GRP-etype-infstat
# text = Ana Diaz's dog barked.
1	Ana	Ana	PROPN	NNP	_	4	nmod:poss	_	Entity=(2-animal-new(1-person-new
2	Diaz	Diaz	PROPN	NNP	_	1	flat	_	SpaceAfter=No
3	's	's	PART	POS	_	1	case	_	Entity=1)
4	dog	dog	NOUN	NN	_	5	nsubj	_	Entity=2)
5	barked	bark	VERB	VBD	_	0	root	_	SpaceAfter=No
6	.	.	PUNCT	.	_	5	punct	_	_

# text = She fed it.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv)
2	fed	feed	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	2	obj	_	Entity=(2-animal-giv)|SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_
`

test("mentions nest, share their entity's number, and know the word that heads them", () => {
  const [document] = chains.read({ path: "a.conllu", text: TREEBANK, beside: () => "" })
  expect(document!.mentions).toEqual([
    { entity: "2", sentence: 0, first: 0, last: 3, head: 3 },
    { entity: "1", sentence: 0, first: 0, last: 2, head: 0 },
    { entity: "1", sentence: 1, first: 0, last: 0, head: 0 },
    { entity: "2", sentence: 1, first: 2, last: 2, head: 2 },
  ])
})
