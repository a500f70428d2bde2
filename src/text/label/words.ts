/** A line made comparable: lower case, one space between words, marks and symbols at both ends left out. */
export function plainForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^\p{L}\p{N}#@©("“[]+/u, "")
    .replace(/[^\p{L}\p{N}*+?!)"”\]%]+$/u, "")
    .replace(/\s+/g, " ")
}

/** Words of a text in lower case, without marks. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)
      ?.map(word => word.replace(/[.'’-]+$/, "")) ?? []
  )
}

const small = new Set(
  "a an and are as at be been but by for from had has have he her his in into is it its of on or over said says she that the their they this to was were which who will with".split(
    " ",
  ),
)

/** The words that carry content: no articles, prepositions and the like. */
export function contentWords(text: string): Set<string> {
  return new Set(wordsOf(text).filter(word => !small.has(word)))
}

/** Share of the content words of `a` that are in `b`; 0 when `a` has none. */
export function shareIn(a: string, b: string): number {
  const words = contentWords(a)
  if (words.size === 0) return 0
  const others = contentWords(b)
  let found = 0
  for (const word of words) if (others.has(word)) found++
  return found / words.size
}

/** Ends as a sentence does: a full stop, question or exclamation mark, perhaps with closing marks behind it. Not an ellipsis. */
export function endsSentence(text: string): boolean {
  return /[.!?。؟।](?:["”’'»)\]]|\s*\[\d+\])*$/u.test(text) && !/(?:…|\.\.\.?)["”’]*$/.test(text)
}

/** Ends in dots, as a cut-off summary does. */
export function isCutOff(text: string): boolean {
  return /(?:…|\.\.\.?|\[…\]|\[\.\.\.\])["”’]*$/.test(text)
}

/** Reads like a headline: short, no full stop at its end. A question or an exclamation may be one. */
export function isHeadline(text: string): boolean {
  return text.length <= 220 && wordsOf(text).length <= 30 && !/[.,;:](?:["”’'»)\]])*$/.test(text) && !isCutOff(text)
}

/** Reads like running text rather than a headline: it ends as a sentence, or has a sentence end within, or is a post quoted with its author. */
export function isProse(text: string): boolean {
  if (isCutOff(text)) return false
  const words = wordsOf(text).length
  // A question or an exclamation alone may well be a headline.
  const asks = /[?!]["”’'»)\]]*$/.test(text)
  if (endsSentence(text) && (!asks || 22 <= words)) return 20 <= text.length
  return (
    isPost(text) ||
    (12 <= words && /\p{Ll}{2}[.!?]["”’)]? +["“‘(]?\p{Lu}/u.test(text)) ||
    (8 <= words && /:$/.test(text)) ||
    35 <= words
  )
}

/** A post of a social network as pages embed it: "Two people hurt. — Harbour Police (@harbour) May 4, 2031" */
export function isPost(text: string): boolean {
  return /[—–-] ?[^—–]{2,60} \(@\w{2,30}\)( \p{L}+ \d{1,2}, \d{4})?$/u.test(text)
}
