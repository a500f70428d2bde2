/** Words that carry no content. Source: own list of English function words and of verbs and nouns of news reporting; Apache-2.0. */
const EMPTY_WORDS = new Set(
  `a about above after again against all also am an and any are as at be became because become been before being below
  between both but by came can come could did do does doing done down during each early either else even ever every few for
  from further get got had has have having he her here hers herself him himself his how however i if in into is it its itself
  just last late latter least less like made make many may me might more most much must my near neither next no nor not now of
  off often on once one only onto or other others our out over own per rather same say said says saying she should since so some
  still such take taken than that the their them themselves then there these they this those though through thus to together too
  toward towards under until up upon us very was way we well were what when where whether which while who whom whose why will
  with within without would yet you your add added adds according told tell tells mr mrs ms new recent recently meanwhile`
    .split(/\s+/)
    .filter(word => word !== ""),
)

/** Numbers written as words. Source: English; Apache-2.0. */
const NUMBER_WORDS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, value) => [word, String(value)]),
)

/** A word of a text: what it was reduced to and where it stands. */
export interface Word {
  /** Lower case without accents and possessive. */
  readonly plain: string
  /** `plain` without common endings; the same for "attacks" and "attacking". Numbers as digits. */
  readonly stem: string
  readonly empty: boolean
  /** Starts with a capital letter, not at the start of the text. */
  readonly capital: boolean
  readonly start: number
  readonly end: number
}

const PLAIN = /^[\w\s.,;:'"()!?-]*$/

/** The text in lower case, without accents, with plain quotation marks. */
export function fold(text: string): string {
  // Most words have nothing to take off: this function is called for every word of a case.
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘ʼ`´]/g, "'")
    .toLowerCase()
}

const LETTERS = /^[a-z]+$/

/** All words of a text in order. Initials with points ("U.S.") are one word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(
    /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu,
  )) {
    const folded = fold(match[0])
    const plain = LETTERS.test(folded)
      ? folded
      : folded.replace(/'s$|\.(?=\p{L}|$)/gu, "").replace(/(?<=\d),(?=\d{3})/g, "")
    if (plain === "") continue
    const stem = stemOf(plain)
    words.push({
      plain,
      stem,
      empty: EMPTY_WORDS.has(plain) && !(plain === "us" && match[0] !== "us"),
      capital: 0 < words.length && /^\p{Lu}/u.test(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return words
}

/** The stems of the words with content, each once, in order of appearance. */
export function contentStems(text: string): string[] {
  return [...new Set(wordsOf(text).flatMap(word => (word.empty ? [] : [word.stem])))]
}

/** Source: English; Apache-2.0. */
const ENDINGS = "ations ation ments ment ingly edly ing ed ly er or ist ion".split(" ")

/** Cuts common English endings. Rough on purpose: it only has to be the same for forms of one word. */
export function stemOf(plain: string): string {
  const number = NUMBER_WORDS.get(plain)
  if (number !== undefined) return number
  if (plain.length <= 3 || /\d/.test(plain)) return plain
  let stem = plain
  if (/[^aeious]ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^su]s$/.test(stem)) stem = stem.slice(0, -1)
  for (const ending of ENDINGS)
    if (stem.endsWith(ending) && 4 <= stem.length - ending.length) {
      stem = stem.slice(0, -ending.length)
      break
    }
  return stem.replace(/(?<=...)e$/, "").replace(/([^aeiouls])\1$/, "$1")
}
