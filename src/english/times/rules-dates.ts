import { readNumber } from "../counts/read-number.ts"
import {
  decadeValue,
  monthLength,
  monthsValue,
  monthValue,
  partOf,
  type Resolved,
  rangeValue,
  seasonValue,
  yearText,
  yearValue,
} from "./calendar.ts"
import type { TimeRule, Words } from "./rule.ts"
import {
  dayOf,
  dayWithoutYear,
  directionOf,
  monthWithoutYear,
  type Situation,
  seasonWithoutYear,
  weekdayNear,
} from "./situation.ts"
import { holidayIn, monthOf, ordinalOf, timePattern, weekdayOf } from "./vocabulary.ts"

const dayIn = (words: string) => Number.parseInt(words, 10) || ordinalOf(words) || 0
const WEEKDAY_BEFORE = "(?:(?<weekday>{WEEKDAY}),? (?:the )?)?"
const YEAR_AFTER = "(?:(?:, ?| of | in | )(?<year>{YEAR}))?"

/** "March 22, 2024", "Friday, March 22", "Dec. 24", "march the 3rd". */
const monthDay: TimeRule = {
  name: "monthDay",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:(?<direction>last|next|this) )?(?<month>{MONTH}) (?:the )?(?<day>{DAY}|{DAYWORD})(?! ?(?:percent|million|people))${YEAR_AFTER}`,
  ),
  fits: capitalMonth,
  value: writtenDay,
}

/** "22 March 2024", "the 3rd of May", "Friday the 22nd of March". */
const dayMonth: TimeRule = {
  name: "dayMonth",
  pattern: timePattern(
    `${WEEKDAY_BEFORE}(?:the )?(?<day>{DAY}|{DAYWORD}) (?:day )?(?:of )?(?<month>{MONTH})${YEAR_AFTER}`,
  ),
  fits: capitalMonth,
  value: writtenDay,
}

function writtenDay(words: Words, at: Situation): Resolved | "refused" | undefined {
  const month = monthOf(words.month!)
  const day = dayIn(words.day!)
  if (day < 1 || monthLength(2024, month) < day) return "refused"
  if (words.year) return dayOf(Number(words.year), month, day, "explicit") ?? "refused"
  const weekday = words.weekday ? weekdayOf(words.weekday) : undefined
  return dayWithoutYear(month, day, weekday, directionOf(words.direction), at)
}

/** Month names that are also other words count only when written with a capital; "may" and "march" need more, see bareMonth. */
function capitalMonth(words: Words): boolean {
  return /^[A-Z]/.test(words.month!)
}

/** "August 2021", "early September of 2023", "Aug '21". */
const monthYear: TimeRule = {
  name: "monthYear",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of)(?: in | |-))?(?<month>{MONTH}),? (?:of )?(?:(?<year>{YEAR})|['’](?<short>\\d\\d)(?!\\d))",
  ),
  fits: capitalMonth,
  explicit: true,
  value: words => {
    const year = words.year ? Number(words.year) : fullYear(Number(words.short))
    return withPart(monthValue(year, monthOf(words.month!), "explicit"), words.mod)
  },
}

/** "in January", "last July", "early March", "this September", "mid-November". */
const bareMonth: TimeRule = {
  name: "bareMonth",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of)(?: in | |-))?(?:(?<direction>last|next|this|past|coming|previous) )?(?<month>{MONTH})(?! \\d)(?:,? (?:of )?(?<which>last|this|next|that|the same|the following|the previous) year)?",
  ),
  fits: (words, before, after) => {
    const month = words.month!
    if (!/^[A-Z]/.test(month)) return false
    if (words.mod || words.direction || words.which) return true
    const led =
      /\b(in|since|until|till|by|of|during|from|between|through|throughout|before|after|for|to|and|or|than|back in|around|on|about|next|last|every|each)[\s"“(]*$/i.test(
        before,
      )
    // "May" and "March" begin sentences as verbs and names; "April", "June" and "August" are given names.
    if (/^ ?(?:[A-Z][a-z]+|['’]s [A-Z])/.test(after) && !/\b(in|since|until|last|next|this)\s$/i.test(before))
      return false
    if (/^(may|march|mar|jan|june?|april|august|sep|dec|apr|oct|jun)$/i.test(month)) {
      if (/^may$/i.test(month) && /^ (be|have|not|also|well)\b/.test(after)) return false
      return led && !(/^march$/i.test(month) && /\b(to|and|or|for)\s$/i.test(before)) && !/^(jan|mar|dec)$/i.test(month)
    }
    return led || before.trim() === "" || /^[,.;:)'’ ]|^$/.test(after) || /\s$/.test(before)
  },
  value: (words, at) => {
    const month = monthOf(words.month!)
    if (words.which) {
      const which = words.which.toLowerCase()
      const year =
        which === "that" || which === "the same" ? at.reference && civilYear(at.reference.value.edtf) : at.publishedYear
      if (year === undefined) return undefined
      const shift = { last: -1, next: 1, "the following": 1, "the previous": -1 }[which] ?? 0
      return withPart(monthValue(year + shift, month, "relative-to-publication"), words.mod)
    }
    const value = monthWithoutYear(month, directionOf(words.direction), at)
    return value && withPart(value, words.mod)
  },
}

function civilYear(edtf: string): number | undefined {
  const match = /^(-?\d{4})/.exec(edtf)
  return match ? Number(match[1]) : undefined
}

function withPart(value: Resolved, mod: string | undefined): Resolved {
  if (!mod) return value
  const plain = mod.toLowerCase()
  const which = /early|beginning|start|turn/.test(plain)
    ? "early"
    : /mid/.test(plain)
      ? "mid"
      : /late|end|close/.test(plain)
        ? "late"
        : undefined
  return (which && partOf(value, which)) ?? value
}

/** "in 2017", "late 2020", "the year 1989", "end of 1990". */
const year: TimeRule = {
  name: "year",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of|close of|turn of)(?: in | |-))?(?:(?:the )?(?:calendar |fiscal |full )?year (?:of )?|fiscal |calendar )?(?<year>{YEAR})(?![-–/]\\d|['’]s? \\d)",
  ),
  fits: (words, before, after) => {
    if (
      /[$€£#¥]\s?$|\b(no\.?|number|highway|route|flight|room|article|section|resolution|page|boeing|chapter|model) ?#?$|[\d.,:/-]$|\w$/.test(
        before,
      )
    )
      return false
    if (
      /^\s?(%|percent|per cent|million|billion|people|men|women|soldiers|troops|civilians|dollars|pounds|euros|tons|tonnes|miles|km|kilometers|kilometres|kg|meters|metres|feet|acres|jobs|points|shares|members|fighters|deaths|killed|wounded|dead|casualties|others|victims|homes|houses|workers|employees|students|votes|hours|days|weeks|years|rpm|hp|prisoners|infantry|cavalry|ships|horses|aircraft|tanks)\b/i.test(
        after,
      )
    )
      return false
    if (/^[-–]?[a-z\d]/i.test(after) && !/^[-–][a-z]/i.test(after)) return false
    if (words.mod || /year|fiscal|calendar/i.test(before)) return true
    const value = Number(words.year)
    // "at 2024 Main Street" is an address, "Euro 2024" and "Vision 2030" are names with a number.
    if (/\bat\s$/i.test(before) && /^ [A-Z]/.test(after)) return false
    if (
      /(?:^|\s)(?!(?:In|Since|Until|Till|By|Of|During|From|Between|Through|Before|After|Around|Circa|Early|Late|Mid|The|And|To|For|Or|About|Throughout|Summer|Spring|Autumn|Fall|Winter)\b)[A-Z][\w’']*\s$/.test(
        before,
      )
    )
      return false
    const led =
      /\b(in|since|until|till|by|of|during|from|between|through|before|after|around|circa|c\.|ca\.|early|late|mid|the|and|to|for|or|year|than|summer|spring|autumn|fall|winter|about|until)[\s"“(]*$|[(,–—]\s?$|^\s*$/.test(
        before,
      )
    return led || (1900 <= value && value <= 2060 && /\s$|^$/.test(before))
  },
  explicit: true,
  value: words => withPart(yearValue(Number(words.year), "explicit"), words.mod),
}

/** "480 BC", "the spring of 218 BC", "AD 70". */
const ancientYear: TimeRule = {
  name: "ancientYear",
  pattern: timePattern(
    "(?:(?<season>{SEASON}) (?:of )?)?(?:(?<year>\\d{1,4}) (?<era>bce|bc|b\\.c\\.|ce|ad|a\\.d\\.)(?![a-z])|(?:ad|a\\.d\\.) (?<late>\\d{1,4})(?!\\d))",
  ),
  fits: words => (words.era ? /^[A-Z]/.test(words.era) : true),
  explicit: true,
  value: words => {
    // EDTF has a year 0: 1 BC. 480 BC is -0479.
    const before = words.era !== undefined && /^b/i.test(words.era)
    const written = Number(words.year ?? words.late)
    const value = before ? 1 - written : written
    return words.season ? seasonValue(value, words.season, "explicit") : yearValue(value, "explicit")
  },
}

/** "the summer of 1942", "last spring", "this summer", "Summer 2024", "late winter". */
const season: TimeRule = {
  name: "season",
  pattern: timePattern(
    "(?:(?:the )?(?:early|mid|late|end of|beginning of)[ -](?:the )?)?(?:(?<direction>last|next|this|past|coming|previous|the following|that) )?(?:the )?(?<season>{SEASON})(?:(?:,? of|,? in|,)? (?<year>{YEAR})(?:[-–/]\\d{2,4})?)?",
  ),
  fits: (words, before, after, text) => {
    if (words.year || words.direction) return true
    if (
      /^ (back|to|from|of the|in|out|short|apart|for|into|on|water|break|semester|olympics|games|camp|rolls?|quarters|offensive|uprising)\b/i.test(
        after,
      )
    )
      return false
    // "fall" and "spring" are verbs and things too: they need "in the", "during the" ... before them.
    const led = `${before}${/^the /i.test(text) ? "the " : ""}`
    if (/^(?:the )?(?:early|mid|late|end of|beginning of)/i.test(text)) return true
    return (
      /\b(?:in|during|by|since|until|through|over|throughout|into|of) the $/i.test(led) ||
      /\b(?:in|by|since|until) $/i.test(led)
    )
  },
  value: (words, at) => {
    if (words.year) return seasonValue(Number(words.year), words.season!, "explicit")
    return seasonWithoutYear(words.season!, directionOf(words.direction?.replace("the ", "")), at)
  },
}

/** "the first quarter of 2020", "third-quarter", "the second half of last year". */
const quarter: TimeRule = {
  name: "quarter",
  pattern: timePattern(
    "(?:(?<which>this|last) year['’]s )?(?:the )?(?:fiscal )?(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal[ -])?(?<kind>quarter|half)(?![a-z])(?:(?:,? of| in|,)? (?:fiscal )?(?:(?<year>{YEAR})|(?:the )?(?<direction>this|last|next) year|(?:the )?year))?",
  ),
  fits: (words, _before, after, text) =>
    words.year !== undefined ||
    words.direction !== undefined ||
    words.which !== undefined ||
    (words.kind!.toLowerCase() === "quarter" ? !/^ (of the (game|match))/.test(after) : / year$/i.test(text)),
  value: (words, at) => {
    const direction = words.direction ?? words.which
    const size = words.kind!.toLowerCase() === "half" ? 6 : 3
    const first = (ordinalOf(words.nth!)! - 1) * size + 1
    let year = words.year ? Number(words.year) : at.publishedYear
    if (year === undefined || 12 < first) return undefined
    if (direction?.toLowerCase() === "last") year--
    else if (direction?.toLowerCase() === "next") year++
    // A quarter that has not begun is last year's in a report of results.
    else if (
      !words.year &&
      !direction &&
      at.tense !== "future" &&
      at.publishedMonth !== undefined &&
      at.publishedMonth < first
    )
      year--
    return monthsValue(year, first, first + size - 1, words.year ? "explicit" : "relative-to-publication")
  },
}

/** "the 1990s", "the early '80s", "the nineties". */
const decade: TimeRule = {
  name: "decade",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|end of|middle of)(?: to (?:mid|late))?[ -])?(?:the )?(?:(?<year>1\\d\\d0|20\\d0)['’]?s|['’](?<short>\\d0)s|(?<two>[2-9]0)s|(?<name>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))(?![a-z])",
  ),
  fits: (words, before, _after, text) =>
    words.year !== undefined ||
    words.short !== undefined ||
    (/\bthe\b/i.test(text) && !/\b(in|into) (his|her|their|my|your)\s$/i.test(before)),
  explicit: true,
  value: words => {
    const names = "twenties thirties forties fifties sixties seventies eighties nineties".split(" ")
    const year = words.year
      ? Number(words.year)
      : 1900 + (words.name ? 20 + 10 * names.indexOf(words.name.toLowerCase()) : Number(words.short ?? words.two))
    return withPart(decadeValue(year, "explicit"), words.mod)
  },
}

/** "the 19th century", "the early twentieth century". */
const century: TimeRule = {
  name: "century",
  pattern: timePattern(
    "(?:the )?(?:(?:early|mid|late)[ -])?(?:(?<nth>(?:1?\\d|2[01])(?:st|nd|rd|th)|{DAYWORD})[ -]century|turn of the century)(?: (?<era>bc|bce))?",
  ),
  fits: words => words.nth !== undefined,
  explicit: true,
  value: words => {
    const nth = ordinalOf(words.nth!)
    if (!nth || words.era) return undefined
    return { edtf: `${yearText((nth - 1) * 100).slice(0, 2)}XX`, precision: "range", method: "explicit" }
  },
}

/** "2024-03-22", "22.03.2024", "3/22/2024", "22/3/2024"; 03/04/2024 may be March or April and is refused. */
const numericDate: TimeRule = {
  name: "numericDate",
  pattern: timePattern(
    "(?:(?<iso>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:t\\d\\d:\\d\\d\\S*)?|(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4}|\\d{2}))(?![\\d/]|[.,]\\d)",
  ),
  fits: (_words, before) => !/[\d./-]$|\bversion\s$/.test(before),
  explicit: true,
  value: (words, at) => {
    if (words.iso) return dayOf(Number(words.iso), Number(words.month), Number(words.day), "explicit") ?? "refused"
    const [a, b] = [Number(words.a), Number(words.b)]
    const year = words.year!.length === 4 ? Number(words.year) : fullYear(Number(words.year))
    if (words.mark === ".") return words.year!.length === 4 ? (dayOf(year, b, a, "explicit") ?? "refused") : "refused"
    if (12 < a && 12 < b) return "refused"
    if (a <= 12 && b <= 12 && a !== b) {
      at.problem(
        "ambiguous-date",
        `date ${words.a}${words.mark}${words.b}${words.mark}${words.year} can be read in two ways: expected a written month`,
      )
      return undefined
    }
    return (12 < a ? dayOf(year, b, a, "explicit") : dayOf(year, a, b, "explicit")) ?? "refused"
  },
}

function fullYear(short: number): number {
  return short < 50 ? 2000 + short : 1900 + short
}

/** "New Year's Eve 2023", "last Christmas", "Thanksgiving". */
const holiday: TimeRule = {
  name: "holiday",
  pattern: timePattern(
    "(?:(?<direction>last|next|this|past) (?:year['’]s )?)?(?<holiday>{HOLIDAY})(?![a-z])(?:(?: of| in|,)? (?<year>{YEAR}))?",
  ),
  fits: (words, _before, after) => {
    if (!/^[A-Z]/.test(words.holiday!)) return false
    return !/^(-| (island|party|parade|tree|card|gift|shopping|rush|bombing|uprising|rising|season|holiday|market)s?\b)/i.test(
      after,
    )
  },
  value: (words, at) => {
    if (words.year) {
      const date = holidayIn(words.holiday!, Number(words.year))
      return date && dayOf(Number(words.year), date.month, date.day, "explicit")
    }
    const near = at.publishedYear === undefined ? undefined : holidayIn(words.holiday!, at.publishedYear)
    if (!near) return undefined
    const found = dayWithoutYear(near.month, near.day, undefined, directionOf(words.direction), at)
    if (!found) return undefined
    const foundYear = civilYear(found.edtf)!
    const exact = holidayIn(words.holiday!, foundYear)
    return exact && dayOf(foundYear, exact.month, exact.day, found.method)
  },
}

/** "on Friday", "last Thursday", "Tuesday's"; a daypart or clock time beside it is joined later. */
const weekday: TimeRule = {
  name: "weekday",
  pattern: timePattern(
    "(?:(?:late|early) )?(?:(?<direction>last|next|this|this past|this coming|past|coming|previous|the following|the previous) )?(?<weekday>{WEEKDAY})(?: of (?<which>last|next|this) week)?",
  ),
  deictic: true,
  fits: (words, before, after) => {
    if (!/^[A-Z]/.test(words.weekday!)) return false
    if (
      /^,? (times|evening post|herald|telegraph|mirror|mail|express|post|tribune|people|sport|night live|mass|school|read)\b/i.test(
        after,
      ) &&
      /^ [A-Z]/.test(after)
    )
      return false
    return (
      !/\b(bloody|black|good|easter|palm|ash|super|holy|cyber|fat|maundy|giving|ruby)\s$/i.test(before) &&
      !(/^(sun|mon|sat|wed)\.?$/i.test(words.weekday!) && /\b(the)\s$/i.test(before))
    )
  },
  value: (words, at) => {
    const which = weekdayOf(words.weekday!)
    if (words.which) {
      if (at.published === undefined) return undefined
      const monday = at.published - ((new Date(at.published * 86_400_000).getUTCDay() + 6) % 7)
      const shift = { last: -7, next: 7, this: 0 }[words.which.toLowerCase()] ?? 0
      return rangeValue(
        monday + shift + ((which + 6) % 7),
        monday + shift + ((which + 6) % 7),
        "relative-to-publication",
      )
    }
    const direction = directionOf(words.direction?.toLowerCase().replace(/^(this|the) (?=\w)/, ""))
    return weekdayNear(which, direction, at)
  },
}

/** "on the 22nd", a day of the month that the text speaks of. */
const dayOfMonth: TimeRule = {
  name: "dayOfMonth",
  pattern: timePattern("the (?<day>(?:[12]\\d|3[01]|\\d)(?:st|nd|rd|th))(?! ?[a-z]|[-’'])"),
  fits: (_words, before) => /\b(on|by|until|from|of)\s$/i.test(before),
  value: (words, at) => {
    if (at.reference?.value.precision !== "day" && at.reference?.value.precision !== "month") return undefined
    const base = new Date(at.reference.range.first * 86_400_000)
    return dayOf(base.getUTCFullYear(), base.getUTCMonth() + 1, dayIn(words.day!), "inherited")
  },
}

/** "9/11" and "the Sept. 11 attacks" are the name of one day of 2001. Source: any English dictionary has "9/11". */
const namedDay: TimeRule = {
  name: "namedDay",
  pattern: timePattern(
    "(?:9/11(?![\\d/])|(?:sept\\.?|september) 11(?:th)?,?(?= (?:terrorist |terror )?(?:attacks?|hijackings?|hijackers?)))",
  ),
  fits: (_words, before) => !/[\d/.]$/.test(before),
  explicit: true,
  value: () => ({ edtf: "2001-09-11", precision: "day", method: "explicit" }) as const,
}

/** "nineteen ninety-six", "the year two thousand and four": years as they are spoken. */
const spokenYear: TimeRule = {
  name: "spokenYear",
  pattern: timePattern(
    "(?:the year )?(?:(?<century>seventeen|eighteen|nineteen|twenty)[ -](?<rest>oh[ -](?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)|(?<two>two thousand)(?: (?:and )?(?<few>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)(?![a-z-])",
  ),
  fits: (words, before, after) => {
    const led =
      /\b(in|since|until|by|of|during|from|before|after|was|is|a|the|to|year|summer|spring|winter|fall)\s$|^$|[,.]\s$/i.test(
        before,
      )
    if (words.two)
      return (
        /^the year/i.test(words[0] ?? "") ||
        (/\b(in|since|until|by)\s$/i.test(before) && /^\s*(?:[,.;]|$|the\b|and\b)/i.test(after))
      )
    return (
      led &&
      !/^ (people|men|percent|years|dollars|thousand|million)/i.test(after) &&
      !(words.century!.toLowerCase() === "twenty" && !words.rest!.includes("teen"))
    )
  },
  explicit: true,
  value: words => {
    const base = words.two ? 2000 : (readNumber(words.century!) ?? 0) * 100
    const rest = words.rest ?? words.few
    const value = rest === undefined ? 0 : readNumber(rest.replace(/^oh[ -]/i, ""))
    return value === undefined ? "refused" : yearValue(base + value, "explicit")
  },
}

/** "the end of the month", "early in the year", "year's end", "month-end". */
const partOfUnit: TimeRule = {
  name: "partOfUnit",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|late|beginning|start|middle|end|close|turn)(?: of| in) (?<which>the|this|next|last|that) (?<unit>month|year|week|decade|century|quarter)|(?:the )?(?<own>month|year|week|decade|century)(?:['’]s)?[ -](?<end>end|start)(?![a-z]))",
  ),
  value: (words, at) => {
    const unit = (words.unit ?? words.own)!.toLowerCase()
    const which = (words.which ?? "the").toLowerCase()
    const shift = which === "next" ? 1 : which === "last" ? -1 : 0
    const year =
      at.narrative || which === "that" ? at.reference && civilYear(at.reference.value.edtf) : at.publishedYear
    const month = at.narrative
      ? at.reference && Number(/^-?\d{4}-(\d\d)/.exec(at.reference.value.edtf)?.[1] ?? Number.NaN)
      : at.publishedMonth
    const method = at.narrative ? "relative-to-text" : "relative-to-publication"
    if (year === undefined) return undefined
    if (unit === "year") return withPart(yearValue(year + shift, method), words.mod ?? words.end)
    if (unit === "month" && month && month <= 12)
      return withPart(monthValue(year, month + shift, method), words.mod ?? words.end)
    if (unit === "decade") return withPart(decadeValue(year + 10 * shift, method), words.mod ?? words.end)
    return undefined
  },
}

/** "499-493 BC": years before our era, the second one nearer. */
const ancientRange: TimeRule = {
  name: "ancientRange",
  pattern: timePattern("(?<year>\\d{1,4}) ?(?:[-–—]| to ) ?(?<end>\\d{1,4}) ?(?<era>bce|bc|b\\.c\\.)(?![a-z])"),
  explicit: true,
  value: words => {
    const [first, last] = [1 - Number(words.year), 1 - Number(words.end)]
    return first < last
      ? { edtf: `${yearText(first)}/${yearText(last)}`, precision: "range", method: "explicit" }
      : "refused"
  },
}

/** Rules for dates of the calendar, more special ones first. */
export const DATE_RULES: readonly TimeRule[] = [
  namedDay,
  numericDate,
  monthDay,
  dayMonth,
  monthYear,
  holiday,
  decade,
  century,
  ancientRange,
  ancientYear,
  spokenYear,
  partOfUnit,
  season,
  quarter,
  year,
  weekday,
  bareMonth,
  dayOfMonth,
]
