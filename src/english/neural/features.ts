/** How many hash buckets each of the six features has, in the order of {@link bucketsOf}. */
export const BUCKETS: readonly number[] = [512, 4096, 4096, 4096, 4096, 512]

// Quotation marks that English texts rarely use are seen as those they do, in all features.
const RARE_QUOTES = /^[«»„‟‹›]$/

const PLAIN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
}

/** Key into the frozen vectors: lower case, plain quotes and dashes. models/english/train/features.py computes the same. */
export function lowerForm(word: string): string {
  return usual(word)
    .replace(/[’‘`´“”–—]/g, character => PLAIN[character]!)
    .toLowerCase()
}

/** Key into the learned words: the lower form with every digit 0, and one key for all web addresses. */
export function keyForm(word: string): string {
  return /^(?:https?:|www\.)/.test(word) ? "!url" : lowerForm(word).replace(/[0-9]/g, "0")
}

/** Xx for capitals and small letters, d for digits, other characters as they are; at most two of a kind in a row, eight in all. */
export function shapeOf(word: string): string {
  const kinds: string[] = []
  for (const character of word) {
    const kind = kindOf(character)
    if (kinds.length >= 2 && kinds.at(-1) === kind && kinds.at(-2) === kind) continue
    kinds.push(kind)
    if (kinds.length === 8) break
  }
  return kinds.join("")
}

/** First letter, prefix 3, suffixes 2, 3 and 4, and shape, each as a bucket number. */
export function bucketsOf(word: string): number[] {
  const key = Array.from(keyForm(word))
  const letters = Array.from(usual(word))
  const parts = [
    `a${letters[0] ?? ""}${letters.length > 3 ? "+" : "-"}`,
    `b${key.slice(0, 3).join("")}`,
    `c${key.slice(-2).join("")}`,
    `d${key.slice(-3).join("")}`,
    `e${key.slice(-4).join("")}`,
    `f${shapeOf(usual(word))}`,
  ]
  return parts.map((part, index) => hash32(part) % BUCKETS[index]!)
}

function usual(word: string): string {
  return RARE_QUOTES.test(word) ? '"' : word
}

function kindOf(character: string): string {
  if (character !== character.toLowerCase()) return "X"
  if (character !== character.toUpperCase()) return "x"
  return "0" <= character && character <= "9" ? "d" : character
}

// FNV-1a over UTF-16 code units.
function hash32(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}
