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

/** All sentences of a CoNLL-U file. Rows for multi-word and empty tokens are skipped. */
export function readTreebank(file: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ""
  for (const block of file.split("\n\n")) {
    const rows: string[][] = []
    let text = ""
    let startsParagraph = false
    let misc = ""
    let lastOfRange = ""
    for (const line of block.split("\n")) {
      if (line.startsWith("# newdoc id = ")) document = line.slice(14)
      if (line.startsWith("# newdoc") || line.startsWith("# newpar")) startsParagraph = true
      if (line.startsWith("# text = ")) text = line.slice(9)
      const [id, ...cells] = line.split("\t")
      // Of a multi-word token the row of the range tells of the space behind it, the rows of its words do not.
      if (/^\d+-\d+$/.test(id!)) {
        lastOfRange = id!.split("-")[1]!
        misc = cells[8]!
      }
      if (!/^\d+$/.test(id!)) continue
      rows.push([id!, ...cells])
      if (Number(lastOfRange) < Number(id)) misc = cells[8]!
    }
    if (rows.length === 0) continue
    sentences.push({
      document,
      text,
      startsParagraph,
      spaceBehind: !/(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc),
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
