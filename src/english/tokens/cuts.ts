import type { Span } from "../../core/span.ts"

const NOT_VERBS =
  /^(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need|ai|might|sha|may|dare|ought)$/i
const PRONOUN_WITH_NAME = /^(?:O|D|d|L|l|Al|al)['’]$/

// Words written as one or without their apostrophe, with the length of the first part. The treebanks EWT and GUM cut them so.
// Left out are those that are other words as well: "were", "well", "ill", "shell", "hell", "lets", "cant" of a trade.
const RUN_TOGETHER: ReadonlyMap<string, number> = new Map(
  (
    "can|not gon|na wan|na got|ta out|ta lot|ta a|lot do|nt does|nt did|nt ca|nt wo|nt is|nt was|nt are|nt were|nt could|nt would|nt " +
    "should|nt have|nt has|nt had|nt ai|nt i|m i|ve you|re you|ve you|ll they|re they|ve they|ll it|ll he|s she|s that|s what|s " +
    "there|s here|s everyone|s"
  )
    .split(" ")
    .map(word => [word.replace("|", ""), word.indexOf("|")]),
)

/** Where a word is cut into its parts: "don't" is "do" and "n't", "group's" is "group" and "'s", "cannot" is "can" and "not". `behind` is the text after the word. */
export function cutsOf(word: string, behind: string): Span[] {
  const whole = [{ start: 0, end: word.length }]
  const lower = word.toLowerCase()
  const together = RUN_TOGETHER.get(lower)
  if (together !== undefined && isRunTogether(word, lower, behind)) return cutAt(word, together)
  if (isMisspelt(lower, behind)) return cutAt(word, word.length - 1)
  const quote = Math.max(...["'", "’", "‘", "ʼ", "`"].map(mark => word.lastIndexOf(mark)))
  if (quote <= 0 || behind.startsWith("’")) return whole
  const tail = lower.slice(quote + 1)
  if (tail === "t" && lower[quote - 1] === "n" && NOT_VERBS.test(word.slice(0, quote - 1)))
    return cutAt(word, quote - 1)
  if (/^(?:s|re|ve|ll|d|m)$/.test(tail) && !PRONOUN_WITH_NAME.test(word.slice(0, quote + 1))) return cutAt(word, quote)
  return whole
}

/** `IM` is a message, `as was his wont` a noun. */
function isRunTogether(word: string, lower: string, behind: string): boolean {
  if (lower === "im" || lower === "ive" || lower === "hes") return word.slice(1) === lower.slice(1)
  if (lower === "wont") return /^ \p{L}/u.test(behind) && !/^ (?:to|of|is|was)\b/i.test(behind)
  return true
}

/** `its a` and `your not` for "it's a" and "you're not". */
function isMisspelt(lower: string, behind: string): boolean {
  return (
    (lower === "its" && /^ (?:a|an|the|not|been|too|going|gonna|really)\b(?!-)/i.test(behind)) ||
    (lower === "your" && /^ (?:a|an|the|not|gonna|welcome)\b(?!-)/i.test(behind))
  )
}

function cutAt(word: string, at: number): Span[] {
  return [
    { start: 0, end: at },
    { start: at, end: word.length },
  ]
}
