import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { loadNeuralModel } from "./model.ts"

const file = readFileSync(join(import.meta.dirname, "../../../models/english/english.bin"))
const model = loadNeuralModel(file)

const sentences = [
  "Two soldiers were killed by gunmen near the border on Monday .",
  "The ministry said it had no information about the attack .",
  "Rain .",
  '" We will act , " said the president , who arrived in Paris on Tuesday .',
  "POLICE ARREST FIVE AFTER PROTEST IN BERLIN",
].map(text => text.split(" "))

test("a plain passive sentence has its subject, agent and tags", () => {
  const [parse] = model.parse([sentences[0]!])
  expect(parse!.upos.slice(0, 6)).toEqual(["NUM", "NOUN", "AUX", "VERB", "ADP", "NOUN"])
  expect(parse!.heads.slice(0, 6)).toEqual([1, 3, 3, -1, 5, 3])
  expect(parse!.deprels.slice(0, 6)).toEqual(["nummod", "nsubj:pass", "aux:pass", "root", "case", "obl:agent"])
  expect(parse!.xpos[3]).toBe("VBN")
})

test("names are found in usual and in upper case", () => {
  const parses = model.parse(sentences)
  expect(parses[3]!.names[13]).toBe("B-PLACE")
  expect(parses[4]!.names[6]).toBe("B-PLACE")
  expect(parses[1]!.names.every(label => label === "O")).toBe(true)
})

test("a sentence is parsed the same alone, in company and again", () => {
  const together = model.parse(sentences)
  expect(sentences.map(sentence => model.parse([sentence])[0])).toEqual(together)
  expect(model.parse([...sentences].reverse()).reverse()).toEqual(together)
  expect(loadNeuralModel(file).parse(sentences)).toEqual(together)
})

test("the kernel without relaxed SIMD parses the same", () => {
  expect(loadNeuralModel(file, { plain: true }).parse(sentences)).toEqual(model.parse(sentences))
})

test("every sentence gets one tree, however long it is", () => {
  const long = Array.from({ length: 1000 }, (_, index) => sentences[index % 5]![index % 2]!)
  for (const parse of model.parse([long, ...sentences])) {
    expect(parse.heads.filter(head => head === -1)).toHaveLength(1)
    for (let word = 0; word < parse.heads.length; word++) {
      let node = word
      for (let step = 0; step < parse.heads.length && node !== -1; step++) node = parse.heads[node]!
      expect(node).toBe(-1)
    }
  }
  expect(model.parse([long])[0]!.names).toHaveLength(1000)
})

test("a text with more different words than the cache holds is parsed as in parts", () => {
  const many = Array.from({ length: 600 }, (_, row) => Array.from({ length: 10 }, (_, place) => `word${row}x${place}`))
  const whole = model.parse(many)
  expect(model.parse(many.slice(590))).toEqual(whole.slice(590))
})

test("no sentence and an empty sentence give no words", () => {
  expect(model.parse([])).toEqual([])
  expect(model.parse([[], ["Rain"]])[0]).toEqual({ upos: [], xpos: [], heads: [], deprels: [], names: [] })
})

test("a file that is no weights file is refused", () => {
  expect(() => loadNeuralModel(new Uint8Array(64))).toThrow(/not a weights file/)
})

// The same on every machine (design law 8). New weights change this digest, nothing else may.
test("the bytes of a parse are pinned", () => {
  const digest = createHash("sha256")
    .update(JSON.stringify(model.parse(sentences)))
    .digest("hex")
  expect(digest.slice(0, 16)).toBe("4047298008329b3e")
})
