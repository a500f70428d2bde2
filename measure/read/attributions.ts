import { basename } from "node:path"
import type { Span } from "../../src/core/span.ts"
import type { Format } from "../part.ts"

/** A text and who is said to say what in it. */
export interface AttributedText {
  readonly name: string
  readonly text: string
  readonly attributions: readonly Attribution[]
}

/** Each part may lie in several pieces; a source may be absent. */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/**
 * PolNeAR: brat standoff files (brat.nlplab.org/standoff.html) with Source, Cue and Content spans joined by events, their texts in ../text/.
 * Annotations are called NAME_xxxx.ann where xxxx is the annotator; a text of several annotators gives several documents of one name.
 */
export const attributions: Format<AttributedText> = {
  name: "brat file (.ann) of Source, Cue and Content, its text in ../text/NAME.txt or beside it",
  folder: "polnear",
  extension: /\.ann$/,
  looks: head => /^T\d+\t(?:Source|Cue|Content) \d+ \d+/m.test(head),
  corpus: "folder",
  read: ({ path, text: annotation, beside }) => {
    const plain = basename(path, ".ann")
    const name = plain.replace(/_[0-9a-f]{4}$/, "")
    const text = beside(`${plain}.txt`, `../text/${name}.txt`).replaceAll("\r", " ")
    return [{ name, text, attributions: attributionsOf(annotation, text.length) }]
  },
}

function attributionsOf(annotation: string, length: number): Attribution[] {
  const spans = new Map<string, Span[]>()
  const list: Attribution[] = []
  for (const line of annotation.split(/\r?\n/)) {
    const [id, info] = line.split("\t")
    if (!id || !info) continue
    if (id.startsWith("T")) {
      const pairs = info.slice(info.indexOf(" ") + 1).split(";")
      spans.set(
        id,
        pairs.map(pair => ({ start: Number(pair.split(" ")[0]), end: Number(pair.split(" ")[1]) })),
      )
    } else if (id.startsWith("E")) {
      const roles = info.split(" ").map(pair => pair.split(":") as [role: string, key: string])
      const of = (role: string) =>
        roles
          .filter(([name]) => name.replace(/\d+$/, "") === role)
          .flatMap(([, key]) => spans.get(key) ?? [])
          .filter(({ end }) => end <= length)
          .sort((a, b) => a.start - b.start)
      const content = of("Content")
      if (0 < content.length) list.push({ source: of("Source"), cue: of("Cue"), content })
    }
  }
  return list
}
