import { anywhere, beforeName } from "../tokens/abbreviations.ts"

/** True for an abbreviation, lower case and without its stop, behind which a sentence goes on: "gen", "u.s", "nov". */
export function isShort(word: string): boolean {
  const bare = word.replace(/\.$/, "")
  return (beforeName.has(bare) && !WORDS.has(bare)) || (anywhere.has(bare) && bare.includes("."))
}

/** Abbreviations that are words too: without a capital they look like the end of a sentence. */
const WORDS = new Set(["no", "art", "fig", "al", "min", "est"])
