import { NUMBER_PATTERN } from "../counts/read-number.ts"

// English names of months, days, units and parts of the day: closed classes of the language, no source needed.
const MONTHS = "january february march april may june july august september october november december".split(" ")
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ")

/** Month 1-12 of a written month such as "Sept." or "March". */
export function monthOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3)
  return MONTHS.findIndex(month => month.startsWith(start)) + 1
}

/** Day of the week, Sunday 0, of a written day such as "Fri." or "Tuesday". */
export function weekdayOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3)
  return WEEKDAYS.findIndex(day => day.startsWith(start))
}

/** Units of time: days are counted, months and years follow the calendar. */
export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "weekend"
  | "month"
  | "quarter"
  | "year"
  | "decade"
  | "century"

/** The unit of a word such as "months" or "fortnight". */
export function unitOf(word: string): Unit {
  const plain = word.toLowerCase()
  if (plain.startsWith("centur")) return "century"
  if (/^nights?$/.test(plain)) return "day"
  if (/^secs?$/.test(plain)) return "second"
  if (plain === "mins" || plain === "min") return "minute"
  if (plain === "hrs" || plain === "hr") return "hour"
  return plain.replace(/s$/, "") as Unit
}

// Ordinal words up to the thirty-first, as days of a month and numbers of centuries and quarters.
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  )

/** The number of an ordinal such as "3rd", "third", "twenty-first"; undefined when it is none. */
export function ordinalOf(words: string): number | undefined {
  const plain = words.toLowerCase().trim()
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(plain)
  if (digits) return Number(digits[1])
  const tens = /^(twenty|thirty)[\s-](\w+)$/.exec(plain)
  if (tens) return (tens[1] === "twenty" ? 20 : 30) + (ordinalOf(tens[2]!) ?? Number.NaN) || undefined
  if (plain === "thirtieth") return 30
  const index = ORDINALS.indexOf(plain)
  return index < 0 ? undefined : index + 1
}

// Holidays on a fixed day, or the n-th weekday of a month (n 5: the last). Public calendars of the US, UK and international days.
const FIXED: readonly (readonly [RegExp, number, number])[] = [
  [/^new year(['’]?s['’]?)? eve$/, 12, 31],
  [/^new year(['’]?s['’]?)?( day)?$/, 1, 1],
  [/^(international|int['’]l) workers?['’]?s?['’]? day$/, 5, 1],
  [/^international women['’]?s['’]? day$/, 3, 8],
  [/^(christmas|xmas) eve$/, 12, 24],
  [/^(christmas|xmas)( day)?$/, 12, 25],
  [/^boxing day$/, 12, 26],
  [/^epiphany$/, 1, 6],
  [/^valentine['’]?s day$/, 2, 14],
  [/^(st\.?|saint) patrick(['’]?s day)?$/, 3, 17],
  [/^april fools?['’]?s?['’]? day$/, 4, 1],
  [/^earth day$/, 4, 22],
  [/^may day$/, 5, 1],
  [/^juneteenth$/, 6, 19],
  [/^(the )?fourth of july$|^(us |u\.s\. )?independence day$/, 7, 4],
  [/^bastille day$/, 7, 14],
  [/^(halloween|all hallows['’] eve)( night)?$/, 10, 31],
  [/^all saints['’]?( day)?$/, 11, 1],
  [/^(veterans|armistice|remembrance)['’]? day$/, 11, 11],
  [/^groundhog day$/, 2, 2],
  [/^flag day$/, 6, 14],
  [/^guy fawkes (day|night)$/, 11, 5],
]
const FLOATING: readonly (readonly [RegExp, number, number, number])[] = [
  [/^(martin luther king|mlk)( jr\.?)? day$/, 1, 1, 3],
  [/^presidents?['’]?s?['’]? day$/, 2, 1, 3],
  [/^mother['’]?s['’]? day$/, 5, 0, 2],
  [/^memorial day( weekend)?$/, 5, 1, 5],
  [/^father['’]?s['’]? day$/, 6, 0, 3],
  [/^labou?r day( weekend)?$/, 9, 1, 1],
  [/^columbus day$/, 10, 1, 2],
  [/^thanks ?giving( day| weekend)?$/, 11, 4, 4],
]

/** Source of a pattern for holiday names. */
const HOLIDAY =
  "(?:new year(?:['’]?s['’]?)?(?: eve| day)|(?<=\\b(?:before|after|since|until|by) )new year(?:['’]?s)?(?! [a-z])|(?:international|int['’]l) (?:workers?|women)['’]?s?['’]? day|black friday|cyber monday|(?:christmas|xmas)(?: eve| day)?|boxing day|valentine['’]?s day|(?:st\\.?|saint) patrick(?:['’]?s day|(?= \\d{4}))|april fools?['’]?s?['’]? day|earth day|may day|juneteenth|fourth of july|independence day|bastille day|halloween(?: night)?|all saints['’]? day|(?:veterans|armistice|remembrance|groundhog|columbus|flag)['’]? day|guy fawkes (?:day|night)|(?:martin luther king|mlk)(?: jr\\.?)? day|presidents?['’]?s?['’]? day|(?:mother|father)['’]?s['’]? day|memorial day|labou?r day|thanks ?giving(?: day)?|easter(?: (?:sunday|monday))?|good friday|ash wednesday|palm sunday)"

/** Month and day of a holiday in a year, or undefined for an unknown name. */
export function holidayIn(name: string, year: number): { month: number; day: number } | undefined {
  const plain = name.toLowerCase().replace(/\s+/g, " ")
  for (const [pattern, month, day] of FIXED) if (pattern.test(plain)) return { month, day }
  for (const [pattern, month, weekday, nth] of FLOATING) {
    if (!pattern.test(plain)) continue
    const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
    let day = 1 + ((weekday - first + 7) % 7) + 7 * (nth - 1)
    if (length < day) day -= 7
    return { month, day }
  }
  if (/^(?:black friday|cyber monday)$/.test(plain)) {
    const { month, day } = holidayIn("thanksgiving", year)!
    const after = new Date(Date.UTC(year, month - 1, day + (plain === "black friday" ? 1 : 4)))
    return { month: after.getUTCMonth() + 1, day: after.getUTCDate() }
  }
  const offset = { "good friday": -2, "easter monday": 1, "ash wednesday": -46, "palm sunday": -7, easter: 0 }[
    plain.replace(/ sunday$/, match => (plain.startsWith("easter") ? "" : match))
  ]
  if (offset === undefined) return undefined
  const date = new Date(easterOf(year) + offset * 86_400_000)
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Western Easter Sunday as milliseconds; the anonymous Gregorian algorithm (Nature, 1876). */
function easterOf(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}

// Pieces that `timePattern` puts in for {NAME}. None has groups.
const PIECES: Readonly<Record<string, string>> = {
  MONTH:
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?)(?![a-z])",
  WEEKDAY:
    "(?:(?:sun|mon|tues|wednes|thurs|fri|satur)days?(?![a-z])|(?:sun|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat)(?:\\.|(?=,? (?:{MONTH}|\\d)))|(?:tues|tue|thurs|thur|thu|fri)(?![a-z]))",
  DAY: "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\d]|[:.,]\\d|\\s?%|[a-z])",
  DAYWORD:
    "(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|twentieth|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)(?![a-z])",
  // "January twenty-five", as transcripts of speech write it.
  DAYNUMBER:
    "(?:(?:twenty[ -](?:one|two|three|four|five|six|seven|eight|nine)|thirty[ -]one)(?![a-z])(?= (?:nineteen|twenty|two thousand)|,? \\d{4}|\\s*(?:[.,;]|$)))",
  YEAR: "(?:1[0-9]\\d\\d|2[01]\\d\\d)(?![\\d]|[.,:]\\d|%)",
  UNIT: "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weekends?|nights|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)(?![a-z])",
  NUM: NUMBER_PATTERN,
  VAGUE: "(?:(?:a )?couple(?: of)?|a few|several|some|many|a number of|a handful of)(?![a-z])",
  PART: "(?:early morning|late morning|mid-?morning|late afternoon|early afternoon|mid-?afternoon|early evening|late evening|late night|mornings?|afternoons?|evenings?|nights?|dawn|dusk|overnight|lunchtime|nightfall|daybreak|pre-dawn hours|early hours)(?![a-z])",
  SEASON: "(?:spring|summer|autumn|fall|winter)(?![a-z])",
  PERIOD: "(?:early|mid|late|beginning|start|middle|end|close|turn|earlier|later)",
  CLOCK:
    "(?:(?:[01]?\\d|2[0-4])(?:[:.][0-5]\\d){0,2}\\s?(?:a\\.m\\.|p\\.m\\.|am(?![a-z])|pm(?![a-z])|a\\.m(?![a-z])|p\\.m(?![a-z]))|(?:[01]?\\d|2[0-3])(?::[0-5]\\d){1,2}(?:\\s?(?:hours|hrs|h)(?![a-z]))?(?![\\d:])|(?:[01]\\d|2[0-3])[0-5]\\d (?:hours|hrs|gmt|utc|local time)(?![a-z])|(?:\\d\\d?|{HOURWORD}) o['’]?clock|{HOURWORD} (?:[ap]\\.m\\.|[ap]m(?![a-z]))|noon(?![a-z])|midnight(?![a-z])|midday(?![a-z]))",
  HOURWORD: "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
  ZONE: "(?: \\(?(?:local time|gmt|utc|[ecmp][sd]t|[ecmp]t|bst|ist|moscow time|eastern(?: time)?|central time|pacific(?: time)?)\\)?(?![a-z]))",
  HOLIDAY,
}

/** A sticky pattern, case ignored. A space matches any white space, {NAME} a piece of the vocabulary. */
export function timePattern(source: string): RegExp {
  let full = source
  while (/\{[A-Z]+\}/.test(full)) full = full.replace(/\{([A-Z]+)\}/g, (_, name: string) => PIECES[name]!)
  return new RegExp(
    full.replaceAll("[ -]", "(?: |-)").replaceAll(" ?", "[\\s\\u00a0]*").replaceAll(" ", "[\\s\\u00a0]+"),
    "iy",
  )
}

const PART_START = "T"

/** The hour, minute and second of a clock time such as "9 p.m.", "21:30" or "noon", with how exact it is; undefined when there is no such time. */
export function clockOf(words: string): { time: string; precision: "instant" | "hour" } | undefined {
  const plain = words.toLowerCase().trim()
  if (/^(noon|midday)/.test(plain)) return { time: `${PART_START}12:00:00`, precision: "hour" }
  if (plain.startsWith("midnight")) return { time: `${PART_START}00:00:00`, precision: "hour" }
  const match = /^(\d{1,2})(?:[:.]?(\d\d))?(?:[:.](\d\d))?\s?([ap]\.?m)?/.exec(plain)
  const named = /^([a-z]+) (?:o|([ap])\.?m)/.exec(plain)
  let hour = match ? Number(match[1]) : -1
  if (!match && named)
    hour = "zero one two three four five six seven eight nine ten eleven twelve".split(" ").indexOf(named[1]!)
  const half = match?.[4] ?? named?.[2]
  if (half) {
    if (12 < hour) return undefined
    hour = (hour % 12) + (half.startsWith("p") ? 12 : 0)
  }
  if (hour < 0 || 23 < hour) return undefined
  const two = (value: number) => String(value).padStart(2, "0")
  return {
    time: `${PART_START}${two(hour)}:${match?.[2] ?? "00"}:${match?.[3] ?? "00"}`,
    precision: match?.[2] ? "instant" : "hour",
  }
}
