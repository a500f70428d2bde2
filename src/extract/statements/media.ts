import type { SpeechWords } from "./speech-words.ts"

/** An outlet or wire; `key` when it is in the pack's lists. */
export interface Medium {
  readonly name: string
  readonly key?: string
  readonly kind: "outlet" | "wire"
}

/** Names that outlets give themselves, for those in no list: two words or more, the last one telling. */
const OUTLET_NAME =
  /^(?:the\s+)?(?:\p{Lu}[\p{L}\p{N}.'’&-]*\s+){1,3}(?:News|News Agency|Press Agency|Times|Post|Herald|Tribune|Gazette|Monitor|Chronicle|Telegraph|Courier|Standard|Journal|Observer|Mail|Globe|Bulletin|Digest|Broadcasting|Television|TV|Radio|Newspaper|Wire)(?:\s+(?:newspaper|website|channel|agency|magazine|radio|television))?$/u

const PIECE =
  "report|reports|story|stories|article|articles|poll|survey|investigation|interview|correspondent|reporter|journalist|website|review|analysis|account|tally|count|dispatch|documentary|programme|program|podcast|editorial"
const PIECE_AFTER = new RegExp(`^(?:${PIECE})$`, "i")
const PIECE_BEFORE = new RegExp(`\\b(?:${PIECE})\\s+(?:by|from|in|for|with|of|on)\\s+(.+)$`, "i")

/** The outlet or wire a phrase names: "Reuters", "the BBC", "state news agency TASS", "a Reuters report", "a report by CNN". */
export function mediumOf(phrase: string, words: SpeechWords): Medium | undefined {
  const text = phrase.trim().replace(/['’]s$/, "")
  const direct = lookUp(text, words)
  if (direct) return direct
  const parts = text.split(/\s+/)
  // "state news agency TASS", "French daily Le Monde": words for outlets before the name.
  for (let from = 1; from < parts.length; from++) {
    const known = lookUp(parts.slice(from).join(" "), words)
    const lead = parts.slice(0, from)
    if (
      known &&
      lead.every(
        part =>
          /^\p{Ll}/u.test(part) ||
          words.outlets.has(part.toLowerCase()) ||
          /(?:ish|ese|ian|an|ch|li|News|State)$/.test(part),
      )
    )
      return known
  }
  // "the Kyodo news agency", "the BBC's website", "a Reuters report"
  for (let end = parts.length - 1; 0 < end; end--) {
    const after = parts.slice(end)
    if (!after.every(part => PIECE_AFTER.test(part) || words.outlets.has(part.toLowerCase()) || /^news$/i.test(part)))
      break
    for (let from = 0; from < Math.min(end, 4); from++) {
      const known = lookUp(
        parts
          .slice(from, end)
          .join(" ")
          .replace(/['’]s$/, ""),
        words,
      )
      if (known) return known
    }
  }
  const piece = PIECE_BEFORE.exec(text)
  return piece ? lookUp(piece[1]!.replace(/\s+(?:on|in|last|this)\s.*$/, ""), words) : undefined
}

function lookUp(text: string, words: SpeechWords): Medium | undefined {
  const known =
    words.media.get(text) ??
    words.media.get(text.replace(/^the\s+/i, "")) ??
    words.media.get(text.replace(/^the\s+/, "The "))
  if (known) return { name: known.publisher.name, key: known.publisher.key, kind: known.kind }
  if (!OUTLET_NAME.test(text)) return undefined
  return { name: text.replace(/^the\s+/, ""), kind: /(?:Agency|Wire)$/.test(text) ? "wire" : "outlet" }
}
