/**
 * Words a second of processor time that the English model parses, with relaxed SIMD and without, best of five rounds:
 * node models/english/kernel/speed.ts TREEBANK.conllu
 */

import { readFileSync } from "node:fs"
import { join } from "node:path"
import { loadNeuralModel } from "../../../src/english/neural/model.ts"

const path = process.argv[2]
if (path === undefined) throw new Error("say which treebank to parse: speed.ts TREEBANK.conllu")
const model = readFileSync(join(import.meta.dirname, "../english.bin"))
const sentences = readFileSync(path, "utf8")
  .split("\n\n")
  .map(block => [...block.matchAll(/^\d+\t([^\t]+)/gm)].map(match => match[1]!))
const words = sentences.reduce((total, sentence) => total + sentence.length, 0)

for (const plain of [false, true]) {
  const { parse } = loadNeuralModel(model, { plain })
  const seconds = Array.from({ length: 6 }, () => {
    const began = process.cpuUsage()
    // As many sentences at a time as a report has.
    for (let first = 0; first < sentences.length; first += 30) parse(sentences.slice(first, first + 30))
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  })
  console.log(plain ? "without relaxed SIMD" : "with relaxed SIMD", Math.round(words / Math.min(...seconds.slice(1))))
}
