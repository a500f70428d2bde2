/**
 * Writes sentences of news without annotation for train.py, one a line, tokens apart by blanks:
 * node models/english/train/sentences.ts --data FOLDER --out FILE
 * They come from the training parts of corpora that are annotated for other ends; see models/english/README.md.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { splitSentences } from "../../../src/english/tokens/split-sentences.ts"
import { tokenize } from "../../../src/english/tokens/tokenize.ts"

// Shorter ones are headings and lists, longer ones tables.
const SHORTEST = 5
const LONGEST = 60

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => join(folder, name))
}

function textsOf(data: string): string[] {
  const incidents = readFileSync(join(data, "gva-incidents/articles.train.jsonl"), "utf8").split("\n")
  return [
    ...incidents.filter(line => line !== "").map(line => (JSON.parse(line) as { text: string }).text),
    ...filesUnder(join(data, "polnear/train/text"), ".txt").map(file => readFileSync(file, "utf8")),
    ...filesUnder(join(data, "ecbplus"), ".xml").map(textOfTokens),
    ...filesUnder(join(data, "temporal/tbaq"), ".tml").map(file =>
      (/<TEXT>(.*)<\/TEXT>/s.exec(readFileSync(file, "utf8"))?.[1] ?? "").replace(/<[^>]*>/g, ""),
    ),
  ]
}

/** ECB+ gives tokens with the number of their sentence: a line for each sentence. */
function textOfTokens(file: string): string {
  const lines = new Map<string, string[]>()
  for (const [, sentence, token] of readFileSync(file, "utf8").matchAll(/<token[^>]*? sentence="(\d+)"[^>]*>([^<]*)</g))
    lines.set(sentence!, [...(lines.get(sentence!) ?? []), token!])
  return [...lines.values()].map(tokens => tokens.join(" ")).join("\n\n")
}

/** Sentences that end with a full stop or the like and are mostly words. Line breaks within a paragraph are blanks. */
function sentencesOf(text: string): string[] {
  return plain(text)
    .split(/\n\s*\n/)
    .flatMap(part => {
      const paragraph = part.replace(/\s+/g, " ").trim()
      const spans = tokenize(paragraph, { start: 0, end: paragraph.length })
      const tokens = spans.map(span => paragraph.slice(span.start, span.end))
      return splitSentences(paragraph, spans).map(({ first, last }) => tokens.slice(first, last))
    })
    .filter(tokens => SHORTEST <= tokens.length && tokens.length <= LONGEST)
    .filter(tokens => /^[.?!"”']$/.test(tokens.at(-1)!))
    .filter(tokens => tokens.filter(token => /^\p{L}+$/u.test(token)).length * 2 >= tokens.length)
    .map(tokens => tokens.join(" "))
}

function plain(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/&[lg]t;/g, " ")
}

const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } })
if (values.data === undefined || values.out === undefined) throw new Error("say --data FOLDER and --out FILE")
const sentences = new Set(textsOf(values.data).flatMap(sentencesOf))
writeFileSync(values.out, `${[...sentences].join("\n")}\n`)
console.log(`${sentences.size} sentences`)
