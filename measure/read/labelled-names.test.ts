import { expect, test } from "vitest"
import { labelledNames } from "./labelled-names.ts"

const read = (text: string) =>
  labelledNames.read({
    path: "x.txt",
    text,
    beside: () => {
      throw new Error("no file beside")
    },
  })[0]!

test("two columns, B- opens a name", () => {
  const [sentence] = read("Ana\tB-person\nDiaz\tI-person\nof\tO\nPort\tB-location\nSella\tI-location\n")
  expect(sentence!.words).toEqual(["Ana", "Diaz", "of", "Port", "Sella"])
  expect(sentence!.names).toEqual([
    { kind: "person", first: 0, last: 2 },
    { kind: "location", first: 3, last: 5 },
  ])
})

test("four columns as at CoNLL-2003: the last is read, I- opens where nothing goes before", () => {
  const text = "-DOCSTART- -X- O O\n\nOrsa NNP I-NP I-ORG\nsaid VBD I-VP O\n\nSella NNP I-NP I-LOC\n"
  expect(read(text).map(({ names }) => names)).toEqual([
    [{ kind: "org", first: 0, last: 1 }],
    [{ kind: "loc", first: 0, last: 1 }],
  ])
})

test("numbered words as at UNER: the words are in the second column", () => {
  const [sentence] = read("# text = Ana left\n1\tAna\tB-PER\t-\n2\tleft\tO\t-\n")
  expect(sentence!.words).toEqual(["Ana", "left"])
  expect(sentence!.names).toEqual([{ kind: "per", first: 0, last: 1 }])
})

test("a text without labels does not look like one", () => {
  expect(labelledNames.looks("Ana Diaz left Port Sella.\nShe was seen in Orsa.\n")).toBe(false)
})
