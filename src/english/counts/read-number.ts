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
])
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["bn", 1e9],
  ["dozen", 12],
])

const WORD = `(?:${[...VALUES.keys()].sort((a, b) => b.length - a.length).join("|")})`
const SCALE = "(?:hundred|thousand|million|billion|trillion|bn|dozen)"

/**
 * Source of a regular expression (case does not matter) for one number in digits or words: "143", "1,200", "2.5 million", "twenty-five",
 * "two hundred and fifty", "a dozen", "half a million". It has no groups; put a word end after it.
 */
export const NUMBER_PATTERN = `(?:(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:[\\s-](?:million|billion|trillion|bn|thousand|hundred|dozen)(?![A-Za-z]))?|half a (?:million|billion|dozen)(?![A-Za-z])|(?:an?\\s(?=${SCALE}(?![A-Za-z]))|${WORD}(?![A-Za-z]))(?:(?:\\s?-\\s?|\\s+)?(?:and\\s+)?(?:${WORD}|${SCALE})(?![A-Za-z]))*)`

/** The value of words that match `NUMBER_PATTERN`, or undefined when they are no one number ("two three"). */
export function readNumber(words: string): number | undefined {
  const plain = words.toLowerCase().replace(/\s+/g, " ").trim()
  if (plain.startsWith("half a ")) return (SCALES.get(plain.slice(7)) ?? Number.NaN) / 2 || undefined
  const digits = /^([\d,]+(?:\.\d+)?)(?:[\s-]([a-z]+))?$/.exec(plain)
  if (digits) {
    const value = Number(digits[1]!.replaceAll(",", ""))
    const scale = digits[2] ? SCALES.get(digits[2]) : 1
    return scale === undefined || Number.isNaN(value) ? undefined : Math.round(value * scale * 1000) / 1000
  }
  return readWords(plain.split(/[\s-]+/))
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
