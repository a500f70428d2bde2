import { basename, dirname } from "node:path"
import type { Span } from "../../src/core/span.ts"
import type { Format, SourceFile } from "../part.ts"
import { layOut, namedChains } from "./named-chains.ts"
import { LEARNED_TOPICS } from "./story-reports.ts"

/** A mention of an event in the text of a document: where its words stand, from the first to the last. Mentions of one event share `chain`, across documents. */
export interface EventMark extends Span {
  readonly chain: string
}

/** A document with the mentions of events in its annotated sentences, in order. */
export interface EventChains {
  readonly id: string
  /** Topic and which of its two stories. */
  readonly story: string
  readonly text: string
  readonly mentions: readonly EventMark[]
}

/**
 * ECB+ with its events. Mentions count in the sentences that were annotated and checked (the list beside the topics), as is usual;
 * one in no chain across documents is in the chain of its document, or alone. Topics that Heed learns from are left out.
 */
export const eventChains: Format<EventChains> = {
  ...namedChains,
  read: file => (LEARNED_TOPICS.has(basename(dirname(file.path))) ? [] : [readEventChains(file)]),
}

/** A document of any topic. */
export function readEventChains({ path, text: file, beside }: SourceFile): EventChains {
  const topic = basename(dirname(path))
  const name = basename(path, ".xml").replace(/^\d+_/, "")
  const checked = new Set(
    beside("../coreference_sentences.csv")
      .split(/\r?\n/)
      .flatMap(line => (line.startsWith(`${topic},${name},`) ? [line.split(",")[2]!] : [])),
  )
  const sentenceOf = new Map(
    Array.from(file.matchAll(/<token t_id="(\d+)" sentence="(\d+)"/g), ([, token, sentence]) => [token!, sentence!]),
  )
  const { text, spans } = layOut(file)
  const chainOf = chainsIn(file, basename(path))
  const mentions: EventMark[] = []
  for (const [, id, body] of file.matchAll(/<(?:NEG_)?ACTION_\w+ m_id="(\d+)"[^>]*>((?:\s*<token_anchor[^>]*>)+)/g)) {
    const tokens = Array.from(body!.matchAll(/<token_anchor t_id="(\d+)"/g), ([, token]) => token!)
    const where = tokens.flatMap(token => (checked.has(sentenceOf.get(token)!) ? (spans.get(token) ?? []) : []))
    if (where.length === 0) continue
    const start = Math.min(...where.map(span => span.start))
    const end = Math.max(...where.map(span => span.end))
    mentions.push({ start, end, chain: chainOf.get(id!) ?? `${basename(path)} mention ${id}` })
  }
  return {
    id: basename(path),
    story: `${topic} ${path.includes("ecbplus.xml") ? "ecbplus" : "ecb"}`,
    text,
    mentions: mentions.sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

/** Chains by mention: those across documents have a name of their own in the corpus, those within one only a number. */
function chainsIn(file: string, document: string): Map<string, string> {
  const chains = new Map<string, string>()
  const relations = /<(CROSS|INTRA)_DOC_COREF r_id="(\d+)"([^>]*)>([\s\S]*?)<\/(?:CROSS|INTRA)_DOC_COREF>/g
  for (const [, reach, number, attributes, body] of file.matchAll(relations)) {
    const name = /note="([^"]+)"/.exec(attributes!)?.[1]
    const chain = reach === "CROSS" && name !== undefined ? name : `${document} relation ${number}`
    for (const [, mention] of body!.matchAll(/<source m_id="(\d+)"/g)) chains.set(mention!, chain)
  }
  return chains
}
