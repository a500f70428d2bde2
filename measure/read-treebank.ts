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
}

/** All sentences of a CoNLL-U file. Rows for multi-word and empty tokens are skipped. */
export function readTreebank(file: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ""
  for (const block of file.split("\n\n")) {
    const rows: string[][] = []
    let text = ""
    let startsParagraph = false
    for (const line of block.split("\n")) {
      if (line.startsWith("# newdoc id = ")) document = line.slice(14)
      if (line.startsWith("# newdoc") || line.startsWith("# newpar")) startsParagraph = true
      if (line.startsWith("# text = ")) text = line.slice(9)
      if (/^\d+\t/.test(line)) rows.push(line.split("\t"))
    }
    if (rows.length === 0) continue
    sentences.push({
      document,
      text,
      startsParagraph,
      forms: rows.map(row => row[1]!),
      lemmas: rows.map(row => row[2]!),
      upos: rows.map(row => row[3]!),
      xpos: rows.map(row => row[4]!),
      heads: rows.map(row => Number(row[6]) - 1),
      deprels: rows.map(row => row[7]!),
    })
  }
  return sentences
}
