import { type Format, MissingData } from "../part.ts"

/** A sentence of a treebank in CoNLL-U form. Heads count from 0, -1 is the root. */
export interface TreebankSentence {
  readonly document: string
  readonly text: string
  readonly forms: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  /** First sentence of its paragraph. */
  readonly startsParagraph: boolean
  /** False where the next sentence of the paragraph follows without a space. */
  readonly spaceBehind: boolean
}

export interface TreebankDocument {
  readonly id: string
  readonly sentences: readonly TreebankSentence[]
}

/** Files that mark no documents are cut into pieces of so many sentences, so that no document is unlike any report. */
const UNMARKED_LENGTH = 40

const NO_SPACE = /(?:^|\|)SpaceAfter=No(?:\||$)/

/** CoNLL-U (universaldependencies.org/format.html): ten columns, one token a line, sentences divided by empty lines. Only whole words are read. */
export const treebank: Format<TreebankDocument> = {
  name: "CoNLL-U treebank (.conllu)",
  folder: "treebanks",
  extension: /\.conllu?$/,
  looks: head => /^1(?:-\d+)?(?:\t[^\t\n]*){9}$/m.test(head),
  corpus: "file",
  read: ({ text, path }) => {
    const sentences = readTreebank(text, path)
    const hasDocuments = sentences.some(({ document }) => document !== "")
    const idOf = (sentence: TreebankSentence, index: number) =>
      hasDocuments ? sentence.document : `${Math.floor(index / UNMARKED_LENGTH) + 1}`
    const groups = Map.groupBy(
      sentences.map((sentence, index) => ({ sentence, id: idOf(sentence, index) })),
      ({ id }) => id,
    )
    return [...groups].map(([id, list]) => ({ id, sentences: list.map(({ sentence }) => sentence) }))
  },
}

/** All sentences of a file's text. Rows for multi-word and empty tokens are skipped. */
export function readTreebank(text: string, path = "treebank"): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ""
  for (const block of text.split(/\r?\n\s*\n/)) {
    const rows: string[][] = []
    let stated: string | undefined
    let startsParagraph = false
    let misc = ""
    let lastOfRange = 0
    for (const line of block.split(/\r?\n/)) {
      if (line.startsWith("# newdoc")) document = line.split("=")[1]?.trim() ?? `${sentences.length + 1}`
      if (line.startsWith("# newdoc") || line.startsWith("# newpar")) startsParagraph = true
      if (line.startsWith("# text = ")) stated = line.slice(9)
      const [id, ...cells] = line.split("\t") as [string, ...string[]]
      // Of a multi-word token the row of the range tells of the space behind it, the rows of its words do not.
      if (/^\d+-\d+$/.test(id)) {
        lastOfRange = Number(id.split("-")[1])
        misc = cells[8] ?? ""
      }
      if (!/^\d+$/.test(id)) continue
      rows.push([id, ...cells])
      if (lastOfRange < Number(id)) misc = cells[8] ?? ""
    }
    if (rows.length === 0) continue
    const short = rows.find(row => row.length < 8)
    if (short)
      throw new MissingData(`${path}: "${short.join(" ")}" has ${short.length} columns; expected the ten of CoNLL-U`)
    const column = (index: number) => rows.map(row => row[index]!)
    sentences.push({
      document,
      text:
        stated ??
        rows
          .map(row => (NO_SPACE.test(row[9] ?? "") ? row[1]! : `${row[1]} `))
          .join("")
          .trimEnd(),
      startsParagraph,
      spaceBehind: !NO_SPACE.test(misc),
      forms: column(1),
      lemmas: column(2),
      upos: column(3),
      xpos: column(4),
      heads: column(6).map(head => Number(head) - 1),
      deprels: column(7),
    })
  }
  return sentences
}
