/** How a stretch hides the case of its words. */
export type Caseless = "upper" | "small" | "title"

/**
 * Whether the stretch is written in one case throughout, so that its capitals tell nothing; undefined for ordinary text.
 * "upper": nearly all letters large. "title": nearly Every Word With a Capital. "small": not one capital.
 */
export function caselessnessOf(text: string): Caseless | undefined {
  let small = 0
  let large = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (97 <= code && code <= 122) small++
    else if (65 <= code && code <= 90) large++
  }
  if (small + large < SHORTEST || !/\S\s+\S+\s+\S/.test(text)) return undefined
  if (large === 0) return "small"
  if (small <= large / 8) return "upper"
  // An ordinary sentence has one capital for each twenty letters or so.
  return large * 12 < small + large ? undefined : isTitle(text) ? "title" : undefined
}

/** Letters below which a stretch tells nothing, as do less than three words: "BBC News", "CIA". */
const SHORTEST = 12
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu

/** All but one in ten of the longer words begin with a capital, and there are enough of them. */
function isTitle(text: string): boolean {
  let capital = 0
  let small = 0
  for (const [word] of text.matchAll(WORD)) {
    if (word.length < 4) continue
    if (/^\p{Lu}/u.test(word)) capital++
    else small++
  }
  return 4 <= capital && small * 9 <= capital
}
