import { basename, dirname } from "node:path"
import type { Span } from "../../src/core/span.ts"
import type { Format, SourceFile } from "../part.ts"
import { LEARNED_TOPICS, plainToken, subTopics } from "./story-reports.ts"

/** What the corpus says a chain is; one name may be a chain of people and another of places ("Greece" that decides, "Greece" where it rains). */
export type ChainKind = "human" | "place"

/** A mention of somebody or some place in the text of a document. Mentions of one chain share `chain`, across the documents of a story. */
export interface ChainMention extends Span {
  readonly chain: string
  readonly kind: ChainKind
}

/** A document with the mentions that annotators put into chains across documents. Only some sentences of a document are annotated. */
export interface NamedChains {
  readonly id: string
  /** Topic and which of its two stories: chains reach no further than the story. */
  readonly story: string
  readonly text: string
  readonly mentions: readonly ChainMention[]
}

/** ECB+ with its chains of people, organizations and places. Topics that Heed learns from are left out. */
export const namedChains: Format<NamedChains> = {
  ...subTopics,
  read: file => (LEARNED_TOPICS.has(basename(dirname(file.path))) ? [] : [readNamedChains(file)]),
}

/** A document of any topic. */
export function readNamedChains({ path, text: file }: Pick<SourceFile, "path" | "text">): NamedChains {
  const { text, spans } = layOut(file)
  return {
    id: basename(path),
    story: `${basename(dirname(path))} ${path.includes("ecbplus.xml") ? "ecbplus" : "ecb"}`,
    text,
    mentions: mentionsOf(file, spans),
  }
}

/** Marks that cling to the word before them, and those that the next word clings to. */
const CLINGS = /^(?:[,.;:!?%)\]}]|'s|'|''|n't|'(?:re|ve|ll|d|m))$/i
const OPENS = /^(?:[([{$]|``)$/

/** The tokens as running text, one paragraph for a sentence, and where each token stands. Addresses above the text are left out. */
export function layOut(file: string): { text: string; spans: Map<string, Span> } {
  const sentences = Map.groupBy(
    file.matchAll(/<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)</g),
    ([, , sentence]) => sentence!,
  )
  const spans = new Map<string, Span>()
  let text = ""
  for (const tokens of sentences.values()) {
    const words = tokens.map(([, id, , word]) => ({ id: id!, word: plainToken(word!) }))
    if (/^https? ?:/.test(words.map(({ word }) => word).join(" "))) continue
    if (text !== "") text += "\n\n"
    let isOpen = true
    let isInQuotation = false
    for (const { id, word } of words) {
      // A plain double quotation mark opens and closes in turn.
      const closes: boolean = word === "''" || (word === '"' && isInQuotation)
      if (word === '"' || word === "``" || word === "''") isInQuotation = !closes
      if (!isOpen && !closes && !CLINGS.test(word)) text += " "
      const shown = word === "``" || word === "''" ? '"' : word
      spans.set(id, { start: text.length, end: text.length + shown.length })
      text += shown
      isOpen = OPENS.test(word) || (word === '"' && !closes)
    }
  }
  return { text, spans }
}

/** Mentions that a relation across documents puts into a chain of humans or places, as the stretch from their first to their last token. */
function mentionsOf(file: string, spans: ReadonlyMap<string, Span>): ChainMention[] {
  const marked = new Map<string, { kind: ChainKind; tokens: string[] }>()
  for (const [, tag, id, body] of file.matchAll(/<((?:HUMAN_PART|LOC)\w*) m_id="(\d+)"[^>]*>([\s\S]*?)<\/\1>/g))
    marked.set(id!, {
      kind: tag!.startsWith("LOC") ? "place" : "human",
      tokens: [...body!.matchAll(/<token_anchor t_id="(\d+)"/g)].map(([, token]) => token!),
    })
  const mentions: ChainMention[] = []
  for (const [, chain, body] of file.matchAll(
    /<CROSS_DOC_COREF [^>]*note="([^"]+)"[^>]*>([\s\S]*?)<\/CROSS_DOC_COREF>/g,
  ))
    for (const [, source] of body!.matchAll(/<source m_id="(\d+)"/g)) {
      const mark = marked.get(source!)
      const where = mark?.tokens.flatMap(token => spans.get(token) ?? []) ?? []
      if (mark === undefined || where.length === 0) continue
      const start = Math.min(...where.map(span => span.start))
      const end = Math.max(...where.map(span => span.end))
      mentions.push({ start, end, chain: chain!, kind: mark.kind })
    }
  return mentions.sort((a, b) => a.start - b.start || a.end - b.end)
}
