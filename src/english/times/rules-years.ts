import { readNumber } from "../counts/read-number.ts"
import {
  decadeValue,
  monthsValue,
  monthValue,
  type Resolved,
  seasonValue,
  weekValue,
  yearText,
  yearValue,
} from "./calendar.ts"
import { civilYear, sideOfNow, withPart } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { directionOf, seasonWithoutYear } from "./situation.ts"
import { ordinalOf, timePattern } from "./vocabulary.ts"

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
      /^\s?(%|block|percent|per cent|million|billion|people|men|women|soldiers|troops|civilians|dollars|pounds|euros|tons|tonnes|miles|km|kilometers|kilometres|kg|meters|metres|feet|acres|jobs|points|shares|members|fighters|deaths|killed|wounded|dead|casualties|others|victims|homes|houses|workers|employees|students|votes|hours|days|weeks|years|rpm|hp|prisoners|infantry|cavalry|ships|horses|aircraft|tanks)\b/i.test(
        after,
      )
    )
      return false
    if (/^[-–]?[a-z\d]/i.test(after) && !/^[-–][a-z]/i.test(after)) return false
    if (words.mod || /year|fiscal|calendar/i.test(before)) return true
    const value = Number(words.year)
    if (2100 <= value) return /\b(?:in|by|until|till|since|before|after|of) $/i.test(before)
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
    // "has 2000 berths": with nothing that leads to a year, a plural after it is counted.
    const counts = /^ (?!(?:was|is|has|does|says|sees|as|this|his|its|theirs)\b)[a-z]+[^s\W]s\b|^ \d{3}\b/.test(after)
    return led || (1900 <= value && value <= 2060 && /\s$|^$/.test(before) && !counts)
  },
  explicit: true,
  value: words => withPart(yearValue(Number(words.year), "explicit"), words.mod),
  yearOf: words => (words.mod ? undefined : Number(words.year)),
}

/** "the 1990s", "the early '80s", "the nineties". */
const decade: TimeRule = {
  name: "decade",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|end of|middle of)(?: to (?:mid|late))?[ -])?(?:the )?(?:(?<year>1\\d\\d0|20\\d0)['’]?s|['’](?<short>\\d0)s|(?<two>[2-9]0)['’]?s|(?<name>(?:nineteen[ -])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|noughties|two thousands|twenty[ -]tens|two thousand and tens))(?![a-z])",
  ),
  fits: (words, before, _after, text) =>
    words.year !== undefined ||
    words.short !== undefined ||
    (words.two !== undefined && /['’]s$/.test(text) && /\bin $/i.test(before)) ||
    (/\bthe\b/i.test(text) && !/\b(in|into) (his|her|their|my|your)\s$/i.test(before)),
  explicit: true,
  value: words => {
    const name = words.name?.toLowerCase().replace(/^nineteen[ -]/, "")
    const names = "twenties thirties forties fifties sixties seventies eighties nineties noughties".split(" ")
    const year = words.year
      ? Number(words.year)
      : name && /thousands$/.test(name)
        ? 2000
        : name && /tens$/.test(name)
          ? 2010
          : 1900 + (name ? 20 + 10 * names.indexOf(name) : Number(words.short ?? words.two))
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

/** A month or day right before a year. */
const DATE_BEFORE =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|\d(?:st|nd|rd|th)|\b(?:first|second|third|fourth|[a-z]+(?:th|first|second|third)|(?:twenty|thirty)[ -](?:one|two|three|four|five|six|seven|eight|nine))|quarter|half),?(?: of)? $/i

/** "nineteen ninety-six", "the year two thousand and four": years as they are spoken. */
const spokenYear: TimeRule = {
  name: "spokenYear",
  pattern: timePattern(
    "(?:the year )?(?:(?<century>seventeen|eighteen|nineteen|twenty)[ -](?:hundred (?:and )?)?(?<rest>(?:oh|zero)[ -](?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)|(?<two>two thousand)(?: (?:and )?(?<few>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))?)(?![a-z-])",
  ),
  fits: (words, before, after) => {
    const led =
      /\b(in|since|until|by|of|during|from|before|after|was|is|a|the|to|year|summer|spring|winter|fall)\s$|^$|[,.]\s$/i.test(
        before,
      ) || DATE_BEFORE.test(before)
    if (words.two)
      return (
        (DATE_BEFORE.test(before) && (words.few !== undefined || /^\s*(?:[.,;]|$|and\b)/.test(after))) ||
        /^the year/i.test(words[0] ?? "") ||
        (words.few !== undefined && /\b(in|since|until|by)\s$/i.test(before)) ||
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
    const value = spokenYearOf(words)
    return value === undefined ? "refused" : yearValue(value, "explicit")
  },
  yearOf: spokenYearOf,
}

function spokenYearOf(words: Words): number | undefined {
  const base = words.two ? 2000 : (readNumber(words.century!) ?? 0) * 100
  const rest = words.rest ?? words.few
  const value = rest === undefined ? 0 : readNumber(rest.replace(/^(?:oh|zero)[ -]/i, ""))
  return value === undefined ? undefined : base + value
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

/** "the end of the month", "early in the year", "year's end", "month-end". */
const partOfUnit: TimeRule = {
  name: "partOfUnit",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|late|earlier|later|beginning|start|middle|end|close|turn)(?: of| in) (?<which>the|this|next|last|that) (?<unit>day|month|year|week|decade|century|quarter)|(?<mod2>end|beginning|start) of (?<unit2>month|year)|(?:the )?(?<own>month|year|week|decade|century)(?:['’]s)?[ -](?<end>end|start)(?![a-z]))",
  ),
  value: (words, at) => {
    const unit = (words.unit ?? words.unit2 ?? words.own)!.toLowerCase()
    const mod = words.mod ?? words.mod2 ?? words.end
    const which = (words.which ?? "the").toLowerCase()
    const shift = which === "next" ? 1 : which === "last" ? -1 : 0
    const earlier = /^earlier$/i.test(mod ?? "")
    const ofNow = (value: Resolved) =>
      /^(?:earlier|later)$/i.test(mod ?? "") && shift === 0 && which !== "that"
        ? sideOfNow(value, earlier, at)
        : withPart(value, mod)
    const year =
      at.narrative || which === "that" ? at.reference && civilYear(at.reference.value.edtf) : at.publishedYear
    const month = at.narrative
      ? at.reference && Number(/^-?\d{4}-(\d\d)/.exec(at.reference.value.edtf)?.[1] ?? Number.NaN)
      : at.publishedMonth
    const method = at.narrative ? "relative-to-text" : "relative-to-publication"
    if (year === undefined) return undefined
    if (unit === "year") return ofNow(yearValue(year + shift, method))
    if (unit === "month" && month && month <= 12) return ofNow(monthValue(year, month + shift, method))
    if (unit === "week" && at.published !== undefined && !at.narrative)
      return ofNow(weekValue(at.published + 7 * shift, method))
    if (unit === "decade") return ofNow(decadeValue(year + 10 * shift, method))
    return undefined
  },
}

/** Rules for years, their parts and stretches of them, more special ones first. */
export const YEAR_RULES: readonly TimeRule[] = [
  decade,
  century,
  ancientRange,
  ancientYear,
  spokenYear,
  partOfUnit,
  season,
  quarter,
  year,
]
