import { type Format, MissingData } from "../part.ts"

/** A sentence with its words and, as word ranges [first, last), its names. */
export interface NameSentence {
  readonly words: readonly string[]
  /** `kind` as the file calls it, in lower case. */
  readonly names: readonly { readonly kind: string; readonly first: number; readonly last: number }[]
}

const LABEL = /^(?:O|[BIES]-\S+)$/

/** The files mark no documents, or articles of a line or two: so many sentences make one. */
const SENTENCES = 20

/** Words and labels in columns (CoNLL-2003, CrossNER, UNER): one word a line, the label in the last column that holds labels alone, sentences divided by empty lines. */
export const labelledNames: Format<readonly NameSentence[]> = {
  name: "file of words with B-, I- and O labels in columns (.txt, .iob2, .conll, .bio, .tsv)",
  folder: "ner",
  extension: /\.(?:txt|iob2?|conll|bio|tsv)$/,
  looks: head => {
    const rows = rowsOf(head.slice(0, head.lastIndexOf("\n")))
    return 0 < rows.length && labelColumn(rows) !== undefined
  },
  corpus: "file",
  read: ({ text, path }) => {
    const blocks = text.split(/\r?\n\s*\n/).map(rowsOf)
    const column = labelColumn(blocks.flat())
    if (column === undefined) throw new MissingData(`${path} has no column of labels; expected O, B-KIND and I-KIND`)
    const sentences = blocks.filter(rows => 0 < rows.length).map(rows => sentenceOf(rows, column))
    const documents: NameSentence[][] = []
    for (let first = 0; first < sentences.length; first += SENTENCES)
      documents.push(sentences.slice(first, first + SENTENCES))
    return documents
  },
}

function rowsOf(block: string): string[][] {
  return block
    .split(/\r?\n/)
    .filter(line => line.trim() !== "" && !line.startsWith("# ") && !line.startsWith("-DOCSTART-"))
    .map(line => line.split(line.includes("\t") ? "\t" : /\s+/))
}

/** Chunks are labelled in the same way, and stand before the names. */
function labelColumn(rows: readonly string[][]): number | undefined {
  const width = Math.min(...rows.map(row => row.length))
  for (let column = width - 1; 0 < column; column--) if (rows.every(row => LABEL.test(row[column]!))) return column
  return undefined
}

function sentenceOf(rows: readonly string[][], column: number): NameSentence {
  const wordColumn = rows.every((row, index) => row[0] === `${index + 1}`) && 1 < column ? 1 : 0
  const names: { kind: string; first: number; last: number }[] = []
  let last: string | undefined
  rows.forEach((row, index) => {
    const [mark, kind] = [row[column]!.slice(0, 1), row[column]!.slice(2).toLowerCase()]
    const open = names.at(-1)
    // In the first form of these labels "I-" opens a name where none of its kind goes before.
    if (mark === "B" || mark === "S" || (mark !== "O" && last !== kind))
      names.push({ kind, first: index, last: index + 1 })
    else if (mark !== "O" && open) open.last = index + 1
    last = mark === "O" || mark === "E" || mark === "S" ? undefined : kind
  })
  return { words: rows.map(row => row[wordColumn]!), names }
}
