import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readTreebank } from "../../../measure/read/treebank.ts"

/** Genres of GUM whose texts may not be used, as in `../train/corpora.py`. */
const GUM_LEFT_OUT = /^GUM_(?:whow|fiction|essay|letter|podcast|conversation)/

/** A document: its paragraphs, in the case they were published in. */
export type Document = readonly string[]

/** The training parts of the corpora that are honest about case, in a fixed order. */
export function readHonestText(data: string): Document[] {
  const read = (...path: string[]) => readFileSync(join(data, ...path), "utf8")
  const list = (...path: string[]) => (existsSync(join(data, ...path)) ? readdirSync(join(data, ...path)).sort() : [])
  const documents: Document[] = []
  for (const name of ["ewt-train", "gum-train"])
    for (const [document, sentences] of Map.groupBy(
      readTreebank(read("treebanks", `${name}.conllu`)),
      each => each.document,
    ))
      if (!GUM_LEFT_OUT.test(document)) documents.push(sentences.map(sentence => sentence.text))
  for (const name of ["conll2003-train", "politics-train"]) documents.push(...nameDocuments(read("ner", `${name}.txt`)))
  for (const line of read("gva-incidents", "articles.train.jsonl").trim().split("\n")) {
    const { title, text, quality } = JSON.parse(line) as { title: string; text: string; quality: string }
    if (quality === "good") documents.push(paragraphs(`${title}\n${text}`))
  }
  for (const file of list("polnear", "train", "text"))
    documents.push(paragraphs(read("polnear", "train", "text", file)))
  for (const folder of [
    ["tbaq", "AQUAINT"],
    ["tbaq", "TimeBank"],
    ["wikiwars", "tml"],
  ])
    for (const file of list("temporal", ...folder)) {
      const text = /<TEXT>([\s\S]*)<\/TEXT>/.exec(read("temporal", ...folder, file))?.[1] ?? ""
      documents.push(paragraphs(withoutTags(text)))
    }
  for (const part of list("re3d"))
    if (existsSync(join(data, "re3d", part, "documents.json")))
      for (const line of read("re3d", part, "documents.json").trim().split("\n"))
        documents.push(paragraphs((JSON.parse(line) as { text: string }).text))
  return documents
}

/** Sentences of a file of words and labels as running text; twenty make a document, for the files mark none. */
export function nameDocuments(file: string): Document[] {
  const sentences = file
    .trim()
    .split(/\n\s*\n/)
    .map(block => joinWords(block.split("\n").map(line => line.split("\t")[0]!.split(" ")[0]!)))
  return Array.from({ length: Math.ceil(sentences.length / 20) }, (_, index) =>
    sentences.slice(index * 20, index * 20 + 20),
  )
}

/** Words written one after another, with marks tight as in print. */
export function joinWords(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/ (['’]s|n['’]t|['’](?:re|ve|ll|d|m)|[.,;:!?)\]%])(?= |$)/g, "$1")
    .replace(/([([$]) /g, "$1")
}

function paragraphs(text: string): Document {
  return text
    .split(/\n\s*\n|\n(?=\s*\S)/)
    .map(part => part.replace(/\s+/g, " ").trim())
    .filter(part => part !== "") // prettier-ignore
}

function withoutTags(text: string): string {
  return text
    .replace(/<[^>]+>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/\n(?!\s*\n)/g, " ")
}
