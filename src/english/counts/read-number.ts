// The closed class of English number words.
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const VALUES = new Map<string, number>([
  ...SMALL.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
  ["fourty", 40],
  ["nought", 0],
  ["naught", 0],
])
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["bn", 1e9],
  ["bln", 1e9],
  ["mln", 1e6],
  ["tln", 1e12],
  ["k", 1e3],
  ["lakh", 1e5],
  ["crore", 1e7],
  ["dozen", 12],
  ["dozens", 12],
])

const WORD = `(?:${[...VALUES.keys()].sort((a, b) => b.length - a.length).join("|")})`
const SCALE = "(?:hundred|thousand|million|billion|trillion|bn|lakh|crore|dozen)"
const BIG = "(?:thousand|million|billion|trillion|lakh|crore)"
// "1,200", "1 414 021" (with spaces that do not break, or two groups and more), the Indian "12,34,567", plain figures.
const DIGITS =
  "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?: 000)+(?!\\d)|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d{1,3}(?: \\d{3}){2,}(?! ?\\d)|\\d{1,2}(?:,\\d\\d)+,\\d{3}(?!\\d)|\\d+)"
const SUFFIX =
  "(?:\\s?k(?![A-Za-z])|[\\s-](?:million|billion|trillion|bn|bln|mln|tln|thousand|hundred|lakh|crore|dozens?)(?![A-Za-z]))"
const WORDS = `(?:an?\\s(?=${SCALE}(?![A-Za-z]))|hundred(?=\\s${BIG}(?![A-Za-z]))|${WORD}(?![A-Za-z]))(?:(?:\\s?-\\s?|\\s+)?(?:and\\s+)?(?:${WORD}|${SCALE})(?![A-Za-z]))*(?:\\sdozens(?![A-Za-z]))?`
// "half a million", "a quarter of a million", "a million and a half", "five and a half million", "3 hundred and 21".
const BROKEN = `(?:half\\s+(?:a\\s+)?(?:million|billion|dozen)|(?:a\\s+)?quarter\\s+(?:of\\s+)?(?:a\\s+)?(?:million|billion)|(?:\\d+|an?|${WORD})\\s(?:million|billion)\\sand\\s(?:a|one|three)\\s(?:half|quarters?)(?:\\s(?:thousand|million))?|(?:\\d+|${WORD})\\sand\\sa\\s(?:half|quarter)\\s(?:thousand|million|billion)|\\d{1,3}\\s(?:thousand\\s\\d\\s)?hundred\\sand\\s(?:\\d{1,2}(?![\\d.,]|\\s(?:hundred|thousand))|${WORD}))(?![A-Za-z])`

/**
 * Source of a regular expression (case does not matter) for one number in digits or words: "143", "1,200", "2.5 million", "twenty-five",
 * "two hundred and fifty", "a dozen", "half a million". It has no groups; put a word end after it.
 */
export const NUMBER_PATTERN = `(?:${BROKEN}|${DIGITS}(?:\\.\\d+)?${SUFFIX}?|${WORDS})`

/** The value of words that match `NUMBER_PATTERN`, or undefined when they are no one number ("two three"). */
export function readNumber(words: string): number | undefined {
  const plain = words.toLowerCase().replace(/\s+/g, " ").trim()
  const broken = readBroken(plain)
  if (broken !== undefined) return broken
  const digits = /^(\d[\d,\s]*?(?:\.\d+)?)(?:[\s-]?([a-z]+))?$/.exec(plain)
  if (digits) {
    const value = Number(digits[1]!.replace(/[,\s]/g, ""))
    const scale = digits[2] ? SCALES.get(digits[2]) : 1
    return scale === undefined || Number.isNaN(value) ? undefined : Number((value * scale).toPrecision(15))
  }
  return readWords(plain.split(/[\s-]+/))
}

const PARTS: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, quarters: 0.25 }

/** "half a million", "a million and a half", "five and a half million", "3 hundred and 21"; undefined for any other number. */
function readBroken(plain: string): number | undefined {
  const part = /^(?:a )?(half|quarter) (?:of )?(?:a )?([a-z]+)$/.exec(plain)
  if (part) return times(PARTS[part[1]!]!, part[2]!)
  const figures = /^(\d+) (?:thousand (\d) )?hundred and (\d+|[a-z]+)$/.exec(plain)
  if (figures) {
    const [, first, hundreds, rest] = figures
    const last = readNumber(rest!)
    const head = hundreds === undefined ? Number(first) * 100 : Number(first) * 1000 + Number(hundreds) * 100
    return last === undefined ? undefined : head + last
  }
  const after = /^(.+) ([a-z]+) and (a|one|three) (half|quarters?)(?: ([a-z]+))?$/.exec(plain)
  if (after) {
    const [, words, scale, number, name, finer] = after
    const more = PARTS[name!]! * (number === "three" ? 3 : 1)
    const whole = times(wholeOf(words!) ?? Number.NaN, scale!)
    const rest = times(more, finer ?? scale!)
    return whole === undefined || Number.isNaN(whole) || rest === undefined ? undefined : whole + rest
  }
  const before = /^(.+) and a (half|quarter) ([a-z]+)$/.exec(plain)
  const whole = before ? wholeOf(before[1]!) : undefined
  return before && whole !== undefined ? times(whole + PARTS[before[2]!]!, before[3]!) : undefined
}

function wholeOf(words: string): number | undefined {
  return /^an?$/.test(words) ? 1 : readNumber(words)
}

function times(value: number, scale: string): number | undefined {
  const size = SCALES.get(scale)
  return size === undefined ? undefined : value * size
}

function readWords(words: readonly string[]): number | undefined {
  let total = 0
  let group = 0
  let last: "unit" | "tens" | "scale" | "none" = "none"
  for (const word of words) {
    if (word === "and") continue
    if (word === "a" || word === "an") {
      group += 1
      last = "unit"
      continue
    }
    const value = VALUES.get(word)
    const scale = SCALES.get(word)
    if (value !== undefined) {
      // "two three" and "twenty thirty" are two numbers; "twenty three" and "hundred three" are one.
      if (last === "unit" || (last === "tens" && !(0 < value && value < 10))) return undefined
      group += value
      last = value < 20 ? "unit" : "tens"
    } else if (scale !== undefined) {
      if (scale < 1000) group = (group || 1) * scale
      else {
        total += (group || 1) * scale
        group = 0
      }
      last = "scale"
    } else return undefined
  }
  return total + group
}
