import type { Publisher } from "../../core/speech-pack.ts"
import type { SpeechWords } from "./speech-words.ts"

/** A known outlet or wire. */
export interface Medium {
  readonly publisher: Publisher
  readonly kind: "outlet" | "wire"
}

/** The outlet or wire a phrase names: "Reuters", "the BBC", "state news agency TASS", "a Reuters report". */
export function mediumOf(phrase: string, words: SpeechWords): Medium | undefined {
  const text = phrase.trim().replace(/['’]s$/, "")
  const direct =
    words.media.get(text) ??
    words.media.get(text.replace(/^the\s+/i, "")) ??
    words.media.get(text.replace(/^the\s+/, "The "))
  if (direct) return direct
  const parts = text.split(/\s+/)
  // "state news agency TASS", "French daily Le Monde": words in lower case, or of nationality, before the name.
  for (let from = 1; from < parts.length; from++) {
    const known = words.media.get(parts.slice(from).join(" "))
    if (known && parts.slice(0, from).some(part => words.outlets.has(part.toLowerCase()) || part === "news"))
      return known
  }
  // "a Reuters report", "the BBC's website"
  for (let end = parts.length - 1; 0 < end; end--)
    for (let from = 0; from < Math.min(end, 3); from++) {
      const known = words.media.get(
        parts
          .slice(from, end)
          .join(" ")
          .replace(/['’]s$/, ""),
      )
      if (
        known &&
        /^(?:report|reports|story|article|poll|survey|investigation|interview|correspondent|reporter|journalist|website|review|analysis|account|tally|count)$/i.test(
          parts[end]!,
        )
      )
        return known
    }
  return undefined
}
