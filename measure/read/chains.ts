import type { Format } from "../part.ts"
import { readTreebank, type TreebankDocument } from "./treebank.ts"

/** A mention of an entity: words `[first, last]` of a sentence, both counted from 0. Mentions of one entity in one document share `entity`. */
export interface GoldMention {
  readonly entity: string
  readonly sentence: number
  readonly first: number
  readonly last: number
  /** The word that depends on none of the others. */
  readonly head: number
}

/** A document of a treebank with the mentions of its entities, in the order in which they begin. */
export interface ChainDocument {
  readonly treebank: TreebankDocument
  readonly mentions: readonly GoldMention[]
}

/** CoNLL-U with the mentions of entities in the last column: `Entity=(3-person-...` opens entity 3 and `3)` closes it, as GUM and CorefUD write them. */
export const chains: Format<ChainDocument> = {
  name: "CoNLL-U treebank with entities (.conllu)",
  folder: "treebanks",
  extension: /\.conllu$/,
  looks: head => /^# global\.Entity = \S/m.test(head),
  corpus: "file",
  read: ({ text, path }) => {
    const documents: ChainDocument[] = []
    for (const part of text.split(/^(?=# newdoc)/m)) {
      const sentences = readTreebank(part, path)
      if (sentences.length > 0)
        documents.push({
          treebank: { id: sentences[0]!.document, sentences },
          mentions: mentionsOf(part, sentences),
        })
    }
    return documents
  },
}

/** The parts of a discontinuous mention ("3[1/2]") count as mentions of the same entity; only its first part is kept. */
function mentionsOf(part: string, sentences: TreebankDocument["sentences"]): GoldMention[] {
  const mentions: GoldMention[] = []
  let sentence = 0
  for (const block of part.split(/\r?\n\s*\n/)) {
    const rows = block
      .split(/\r?\n/)
      .filter(line => /^\d+\t/.test(line))
      .map(line => line.split("\t"))
    if (rows.length === 0) continue
    const { heads } = sentences[sentence]!
    const open: { entity: string; first: number }[] = []
    const close = ({ entity, first }: { entity: string; first: number }, last: number) => {
      let head = first
      while (head < last && first <= heads[head]! && heads[head]! <= last) head++
      if (!/\[(?!1\/)/.test(entity)) mentions.push({ entity: entity.replace(/\[.*$/, ""), sentence, first, last, head })
    }
    rows.forEach((row, at) => {
      const marks = /(?:^|\|)Entity=([^|]*)/.exec(row[9] ?? "")?.[1] ?? ""
      for (const [, whole, opened, closed] of marks.matchAll(/\(([^()]+)\)|\(([^()]+)|([^()]+)\)/g)) {
        if (whole !== undefined) close({ entity: idOf(whole), first: at }, at)
        else if (opened !== undefined) open.push({ entity: idOf(opened), first: at })
        else {
          const index = open.findLastIndex(one => one.entity === closed!.trim())
          if (0 <= index) close(open.splice(index, 1)[0]!, at)
        }
      }
    })
    sentence++
  }
  return mentions.sort((a, b) => a.sentence - b.sentence || a.first - b.first || b.last - a.last)
}

/** "12" of "12-person-new-...". */
function idOf(mark: string): string {
  return mark.split("-")[0]!
}
