/**
 * Measures the restoring of case: `node measure/truecase.ts --data FOLDER [--json] [--show]`, FOLDER holding ner/, treebanks/ and polnear/.
 * Held-out text with honest case is put in lower case, in upper case and in Title Case; the share of words that come back as printed is the figure.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { nameDocuments } from "../models/english/truecase/read-corpora.ts"
import { reportOf } from "../src/english/report-of.ts"
import { caselessnessOf } from "../src/english/truecase/case-of-text.ts"
import { formOf } from "../src/english/truecase/case-words.ts"
import { restoreCase } from "../src/english/truecase/restore-case.ts"
import { readEnglish } from "../src/read-english.ts"
import { readTreebank } from "./read-treebank.ts"

const { values: options } = parseArgs({
  options: { data: { type: "string" }, json: { type: "boolean" }, show: { type: "boolean" } },
})
if (!options.data) throw new Error("usage: node measure/truecase.ts --data FOLDER [--json] [--show]")
const data = options.data
const { caseSense } = readEnglish()

const corpora: Record<string, readonly (readonly string[])[]> = {
  "conll2003-dev": nameDocuments(readFileSync(join(data, "ner", "conll2003-dev.txt"), "utf8")),
  "gum-dev news": treebankDocuments("gum-dev", /^GUM_news/),
  "ewt-dev newsgroup": treebankDocuments("ewt-dev", /^newsgroup|^weblog/),
  "polnear-dev": readdirSync(join(data, "polnear", "dev", "text"))
    .sort()
    .map(file => readFileSync(join(data, "polnear", "dev", "text", file), "utf8").split(/\n+/)),
}
const WAYS = {
  lower: (text: string) => keepLength(text, letter => letter.toLowerCase()),
  upper: (text: string) => keepLength(text, letter => letter.toUpperCase()),
  title: (text: string) => text.replace(/(?<![\p{L}\p{N}'’])\p{Ll}(?=\p{L}{3})/gu, letter => letter.toUpperCase()),
}
const figures: Record<string, Record<string, number>> = {}
for (const [name, documents] of Object.entries(corpora)) {
  const honest = documents.map(document => document.filter(part => part.trim() !== "" && !caselessnessOf(part)))
  for (const [way, turn] of Object.entries(WAYS)) figures[`${name}, ${way}`] = measure(honest, turn)
}
if (options.json) console.log(JSON.stringify(figures, null, 2))
else
  for (const [title, row] of Object.entries(figures))
    console.log(
      title.padEnd(28),
      Object.entries(row)
        .map(([key, value]) => `${key} ${value}`)
        .join("  "),
    )

/** Share of words right when nothing is done, when the first letter of each paragraph is made large, and restored; and F1 of the words with a capital. */
function measure(documents: readonly (readonly string[])[], turn: (text: string) => string): Record<string, number> {
  let words = 0
  const right = { nothing: 0, firstLetter: 0, restored: 0 }
  const capitals = { right: 0, found: 0, gold: 0 }
  const wrong = new Map<string, number>()
  for (const document of documents) {
    const gold = document.join("\n\n")
    const turned = turn(gold)
    const restored = restoreCase(reportOf(turned), caseSense)
    const starts = new Set<number>()
    for (const match of gold.matchAll(/(?:^|\n\n|[.?!]["”’']? +)["“‘']?(?=[\p{L}\p{N}])/gu))
      starts.add(match.index + match[0].length)
    for (const { 0: word, index } of gold.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)*/gu)) {
      if (!/\p{L}/u.test(word)) continue
      const end = index + word.length
      const small = word.toLowerCase()
      const found = restored.slice(index, end)
      words++
      if (turned.slice(index, end) === word) right.nothing++
      if ((starts.has(index) ? small[0]!.toUpperCase() + small.slice(1) : small) === word) right.firstLetter++
      if (found === word) right.restored++
      else wrong.set(`${word} > ${found}`, (wrong.get(`${word} > ${found}`) ?? 0) + 1)
      const isCapital = (form: string | undefined) => form === "capital" || form === "upper"
      if (isCapital(formOf(word))) capitals.gold++
      if (isCapital(formOf(found))) capitals.found++
      if (isCapital(formOf(word)) && found === word) capitals.right++
    }
  }
  if (options.show)
    for (const [pair, count] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 60)) console.log(`  ${count} ${pair}`)
  const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10
  return {
    words,
    nothing: percent(right.nothing, words),
    firstLetter: percent(right.firstLetter, words),
    restored: percent(right.restored, words),
    capitalsF1: percent(2 * capitals.right, capitals.found + capitals.gold),
  }
}

function treebankDocuments(name: string, kept: RegExp): string[][] {
  const sentences = readTreebank(readFileSync(join(data, "treebanks", `${name}.conllu`), "utf8")).filter(sentence =>
    kept.test(sentence.document),
  )
  return [...Map.groupBy(sentences, sentence => sentence.document).values()].map(list =>
    list.map(sentence => sentence.text),
  )
}

function keepLength(text: string, turn: (letter: string) => string): string {
  return [...text].map(letter => (turn(letter).length === letter.length ? turn(letter) : letter)).join("")
}
