/** How a word is written: "small", "Capital" with its first letter large, "UPPER" with all letters large. */
export const FORMS = ["small", "capital", "upper"] as const
export type Form = (typeof FORMS)[number]

/** A word of a stretch as the case model sees it. Offsets are those of the stretch. */
export interface CaseWord {
  readonly start: number
  /** Behind the word without its clitic: of "Kabul's" the end of "Kabul". */
  readonly end: number
  /** Behind the clitic. */
  readonly whole: number
  /** Lower case, plain apostrophe, digits as 0, without the clitic. */
  readonly key: string
  /** It has no letter: it keeps its form. */
  readonly number: boolean
  /** A sentence begins here: its capital tells nothing. */
  readonly opens: boolean
  /** What stands before it, white space aside, as one character: " " for nothing. */
  readonly before: string
  /** What stands behind it. */
  readonly after: string
}

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ`][\p{L}\p{M}]+)*/gu
const CLITIC = /(?:['’ʼ`](?:s|re|ve|ll|d|m)|(?<=n)['’ʼ`]t)$/i

/** The words of a stretch of text, in order. `isShort` tells abbreviations, without their stop, behind which a sentence goes on. */
export function caseWordsOf(text: string, isShort: (word: string) => boolean): CaseWord[] {
  const words: CaseWord[] = []
  const matches = [...text.matchAll(WORD)]
  let end = 0
  matches.forEach((match, index) => {
    const [found] = match
    const clitic = CLITIC.exec(found)?.[0].length ?? 0
    const own = clitic < found.length ? found.slice(0, found.length - clitic) : found
    const next = matches[index + 1]
    const gap = text.slice(end, match.index)
    const behind = text.slice(match.index + found.length, next?.index)
    end = match.index + found.length
    const opens = words.length === 0 || opensSentence(gap, words.at(-1)!, isShort)
    words.push({
      start: match.index,
      end: match.index + own.length,
      whole: end,
      key: keyOf(own),
      number: !/\p{L}/u.test(own),
      opens,
      before: opens ? " " : markOf(gap, true),
      after: clitic && own !== found ? "'" : markOf(behind, false),
    })
  })
  return words
}

function keyOf(word: string): string {
  return word.toLowerCase().replace(/[’ʼ`]/g, "'").replace(/\p{N}/gu, "0")
}

function opensSentence(gap: string, last: CaseWord, isShort: (word: string) => boolean): boolean {
  const stop = /[.!?…]['"”’)\]]*(\s+)["“‘'([—–-]*\s*$/.exec(gap)
  if (/\n\s*\n/.test(gap) || /\]\s*\[|\[text\]/i.test(gap)) return true
  if (!stop) return false
  // A wide gap is a new paragraph.
  if (2 < stop[1]!.length || /[!?]/.test(gap)) return true
  return !/^\.\s/.test(gap) || !(isShort(last.key) || /^\p{L}$/u.test(last.key))
}

/** The mark nearest to the word, quotes and brackets of a kind as one. */
function markOf(gap: string, before: boolean): string {
  const marks = gap.replace(/\s+/g, "")
  if (marks === "") return " "
  const mark = before ? marks.at(-1)! : marks[0]!
  if (/["“”«»„]/.test(mark)) return '"'
  if (/[([{]/.test(mark)) return "("
  if (/[)\]}]/.test(mark)) return ")"
  if (/[-‐‑–—]/.test(mark)) return /\s/.test(gap) ? "=" : "-"
  return mark
}

/** How the word is written, or undefined when it has no letter. Of mixed forms the first letter counts: "McDonald", "iPhone". */
export function formOf(word: string): Form | undefined {
  const letters = word.replace(/[^\p{L}]/gu, "")
  if (letters === "") return undefined
  if (1 < letters.length && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return "upper"
  const first = letters[0]!
  return first !== first.toLowerCase() ? "capital" : "small"
}

/** The word in the form. Keeps its length: a letter whose other case is longer stays as it is. */
export function writeIn(form: Form, word: string): string {
  if (form === "upper") return mapLetters(word, letter => letter.toUpperCase())
  const small = mapLetters(word, letter => letter.toLowerCase())
  if (form === "small") return small
  // "O'Neill", "McDonald"
  return small.replace(/^(?:(?:[odl]['’])?\p{L}|mc\p{L}(?=\p{L}{2}))/u, start =>
    start.length < 3
      ? mapLetters(start, letter => letter.toUpperCase())
      : `${start[0]!.toUpperCase()}${start[1]}${start[2]!.toUpperCase()}`,
  )
}

function mapLetters(word: string, turn: (letter: string) => string): string {
  let out = ""
  for (const letter of word) {
    const other = turn(letter)
    out += other.length === letter.length ? other : letter
  }
  return out
}
