import type { Analysis } from "../../english/analysis.ts"
import type { Range } from "../statements/phrase.ts"
import type { WarningWords } from "./warning-words.ts"

/** Phrases that are no warnings, by their first word. Made once for a list. */
const phrasesByStart = new WeakMap<readonly string[], Map<string, string[][]>>()

function phrasesOf(list: readonly string[]): Map<string, string[][]> {
  let known = phrasesByStart.get(list)
  if (!known) {
    known = Map.groupBy(
      list.map(phrase => phrase.split(" ")),
      parts => parts[0]!,
    )
    phrasesByStart.set(list, known)
  }
  return known
}

/** Indexes of tokens that stand in a phrase that is no warning: "little to no warning", "warning signs". */
export function maskedIn(analysis: Analysis, range: Range, words: WarningWords): Set<number> {
  const masked = new Set<number>()
  const phrases = phrasesOf(words.notWarnings)
  for (let at = range.first; at < range.last; at++)
    for (const parts of phrases.get(analysis.tokens[at]!.text.toLowerCase()) ?? [])
      if (parts.every((part, index) => analysis.tokens[at + index]?.text.toLowerCase() === part))
        for (let index = 0; index < parts.length; index++) masked.add(at + index)
  return masked
}
