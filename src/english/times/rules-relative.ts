import { edtfOfDay } from "../../core/edtf.ts"
import {
  civilOf,
  dayValue,
  decadeValue,
  durationOf,
  monthsValue,
  monthValue,
  moveDay,
  partOf,
  pointAway,
  type Resolved,
  rangeValue,
  weekendValue,
  weekValue,
  yearValue,
} from "./calendar.ts"
import { sideOfNow, stretchOf } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { amountOf } from "./rules-lengths.ts"
import { anchorDay, type Situation, sameUnit } from "./situation.ts"
import { timePattern, type Unit, unitOf } from "./vocabulary.ts"

const METHOD = "relative-to-publication"

/** "yesterday", "today", "tomorrow", "tonight". */
const nearDay: TimeRule = {
  name: "nearDay",
  pattern: timePattern(
    "(?:(?:early|late|later|earlier) )?(?:the day (?<far>before yesterday|after tomorrow)|(?<day>yesterday|today|tonight|tomorrow))(?![a-z])",
  ),
  deictic: true,
  fits: (words, before, after) => !(/\b(usa)\s$/i.test(before) || (/^['’]s$/.test(after) && words.day === undefined)),
  value: (words, at) => {
    if (at.published === undefined) return undefined
    const plain = (words.far ?? words.day)!.toLowerCase()
    const shift = { "before yesterday": -2, "after tomorrow": 2, yesterday: -1, tomorrow: 1 }[plain] ?? 0
    return {
      ...dayValue(at.published + shift, METHOD),
      ...(plain === "tonight" ? { precision: "daypart" as const } : {}),
    }
  },
}

/** "last night", "this morning", "this evening". */
const nearPart: TimeRule = {
  name: "nearPart",
  pattern: timePattern(
    "(?:(?<last>last night)|(?:later |earlier |early |late )?this (?:morning|afternoon|evening)|overnight)(?![a-z])",
  ),
  deictic: true,
  fits: (_words, _before, after, text) =>
    !(
      /^overnight$/i.test(text) &&
      /^ [a-z]+s?\b/.test(after) &&
      !/^ (in|on|from|as|and|to|by|at|when|after)\b/.test(after)
    ),
  value: (words, at) =>
    at.published === undefined
      ? undefined
      : { ...dayValue(at.published - (words.last ? 1 : 0), METHOD), precision: "daypart" },
}

/** "last week", "this month", "next year", "earlier this year", "late last month", "the current decade". */
const nearUnit: TimeRule = {
  name: "nearUnit",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|mid|late|beginning of|start of|middle of|end of)[ -]|(?<side>earlier|later|(?:the )?rest of|(?:the )?remainder of) |(?:sometime|some time|at the time|all|much of|just) )?(?:(?<direction>last|this past|this coming|this|next|the current|current|the coming|the upcoming|upcoming|the past|past)|(?<=of )the) (?<unit>week|workweek|working week|work week|fortnight|weekend|month|year|decade|century|quarter|fiscal year|calendar year|school year)(?![a-z])",
  ),
  deictic: true,
  fits: (words, before, _after, text) =>
    (words.direction !== undefined || words.side !== undefined) &&
    !(/^[A-Z].* [A-Z]/.test(text) && /[“"]$/.test(before)) &&
    !(
      /past$/i.test(words.direction ?? "") &&
      /\b(over|for|during|in)( the)?\s$/.test(before) &&
      /century/i.test(words.unit!)
    ),
  value: (words, at) => {
    const direction = (words.direction ?? "this").toLowerCase().replace("the ", "")
    const past = direction === "past" || direction === "this past"
    const shift = direction === "last" || past ? -1 : /^(?:next|coming|upcoming|this coming)$/.test(direction) ? 1 : 0
    const unit = words.unit!.toLowerCase().replace("workweek", "week")
    // "The past year" is the twelve months up to now, "last year" the calendar year.
    if (past && at.published !== undefined && unit !== "weekend" && unit !== "fortnight")
      return untilNow(at, 1, unitOf(unit.split(" ").at(-1)!))
    const value = unitValue(unit.split(" ").at(-1)! as Unit, shift, at)
    if (words.direction === undefined && at.narrative) return undefined
    if (value && words.side && shift === 0) return sideOfNow(value, /earlier/i.test(words.side), at)
    if (!value || !words.mod) return value
    const mod = /early|beginning|start/i.test(words.mod) ? "early" : /mid/i.test(words.mod) ? "mid" : "late"
    return partOf(value, mod) ?? value
  },
}

/**
 * "Last week": the calendar week before. Written on a Monday or Tuesday it often still means the days around the weekend before that,
 * so there it begins ten days back and both ends are marked as unsure (EDTF "~").
 */
function lastWeek(day: number): Resolved {
  const week = weekValue(day - 7, METHOD)
  const { weekday } = civilOf(day)
  if (weekday !== 1 && weekday !== 2) return week
  return { ...week, edtf: `${edtfOfDay(day - UNSURE_DAYS)}~/${week.edtf.split("/")[1]!}~` }
}

/** Days back that "last week" may reach. Own decision, from reports of a Monday that say "last week" of the Friday ten days before. */
const UNSURE_DAYS = 10

function unitValue(unit: Unit, shift: number, at: Situation): Resolved | undefined {
  const { publishedYear: year, publishedMonth: month, published: day } = at
  if (year === undefined) return undefined
  if (unit === "year") return yearValue(year + shift, METHOD)
  if (unit === "decade") return decadeValue(year + 10 * shift, METHOD)
  if (unit === "century") return { edtf: `${Math.floor(year / 100) + shift}XX`, precision: "range", method: METHOD }
  if (month === undefined) return undefined
  if (unit === "month") return monthValue(year, month + shift, METHOD)
  if (unit === "quarter") {
    const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * shift
    return monthsValue(year, first, first + 2, METHOD)
  }
  if (day === undefined) return undefined
  if (unit === "week") return shift === -1 ? lastWeek(day) : weekValue(day + 7 * shift, METHOD)
  if (unit === "fortnight")
    return shift === 0
      ? undefined
      : { ...rangeValue(day + (shift < 0 ? -14 : 0), day + (shift < 0 ? 0 : 14), METHOD), duration: "P2W" }
  // Published on a Monday, "this weekend" looks ahead unless the tense looks back.
  const back = shift === 0 && at.tense === "past" && civilOf(day).weekday !== 6 && civilOf(day).weekday !== 0
  return weekendValue(day + 7 * (back ? -1 : shift), METHOD)
}

/** The stretch of so many units that ends on the day of publication. */
function untilNow(at: Situation, amount: number | undefined, unit: Unit): Resolved {
  const duration = durationOf(amount, unit)
  if (amount === undefined || at.published === undefined || at.narrative)
    return { edtf: "", precision: "unknown", method: "unknown", duration }
  return { ...stretchOf(moveDay(at.published, -amount, unit), at.published, unit), duration }
}

const AMOUNT = "(?:(?<amount>{NUM}|an?)|(?<vague>{VAGUE}))"
const LED =
  "(?:(?:about|around|nearly|almost|roughly|approximately|some|more than|less than|over|just|only|at least|exactly) )?"

/** "five years ago", "a decade ago", "two weeks ago", "six months ago to the day", "years ago", "five years ago this month". */
const ago: TimeRule = {
  name: "ago",
  pattern: timePattern(
    `${LED}(?:${AMOUNT}(?:-| (?:full |short |long )?))?(?<unit>{UNIT})(?: and a half)?(?:,? or (?:so|two|three|more))?[ -]ago(?![a-z])(?:,? (?:(?<this>this|last) (?<inner>month|week|year|spring|summer|fall|autumn|winter|{MONTH})|(?<today>today|yesterday)|on (?<weekday>{WEEKDAY})))?`,
  ),
  deictic: true,
  value: (words, at) => {
    const unit = unitOf(words.unit!)
    const anchor = anchorDay(at)
    if (!words.amount && !/couple/i.test(words.vague ?? "")) return undefined
    const amount = words.amount ? amountOf(words.amount) : 2
    if (!anchor || amount === undefined) return undefined
    if (words.inner && unit === "year") return yearsAgoThis(words, amount, at)
    if (words.today && at.published !== undefined)
      return dayValue(moveDay(at.published - (/yes/i.test(words.today) ? 1 : 0), -amount, unit), METHOD)
    const point = pointAway(anchor.day, -amount, unit, anchor.method)
    // "More than two years ago" is not yet three.
    if (
      /^(?:more than|over|just over)/i.test(words[0] ?? "") &&
      1 <= amount &&
      unit !== "day" &&
      unit !== "hour" &&
      point.precision !== "range"
    ) {
      const earlier = pointAway(anchor.day, -amount - 1, unit, anchor.method)
      return rangeOver(earlier, point)
    }
    return point
  },
}

/** From the beginning of the earlier value to the end of the later one. */
function rangeOver(from: Resolved, to: Resolved): Resolved {
  const [start] = from.edtf.split("/")
  const end = to.edtf.split("/").at(-1)
  return { edtf: `${start}/${end}`.replaceAll("~", ""), precision: "range", method: to.method }
}

function yearsAgoThis(words: Words, amount: number, at: Situation): Resolved | undefined {
  const { publishedYear: year, publishedMonth: month, published: day } = at
  if (year === undefined || month === undefined || day === undefined) return undefined
  const shift = words.this!.toLowerCase() === "last" ? -1 : 0
  const inner = words.inner!.toLowerCase()
  if (inner === "week") return weekValue(moveDay(day + 7 * shift, -amount, "year"), METHOD)
  if (inner === "year") return yearValue(year - amount + shift, METHOD)
  return monthValue(year - amount, month + shift, METHOD)
}

/** "four years earlier", "two days later", "the week before", "a month after that": counted from the text's own time. */
const away: TimeRule = {
  name: "away",
  pattern: timePattern(
    `${LED}(?:${AMOUNT}(?:-| (?:full |short |long )?))(?<unit>{UNIT})(?: and a half)? (?<way>earlier|before that|before then|before|prior|previously|later|afterwards?|after that|after|hence|on)(?![a-z])`,
  ),
  fits: (words, _before, after) => !(words.way!.toLowerCase() === "on" && /^ [a-z]/i.test(after)),
  value: (words, at) => {
    const unit = unitOf(words.unit!)
    const amount = words.amount ? amountOf(words.amount) : /couple/i.test(words.vague ?? "") ? 2 : undefined
    const duration = durationOf(amount, unit)
    const unknown: Resolved = { edtf: "", precision: "unknown", method: "unknown", duration }
    const way = words.way!.toLowerCase()
    // "Two days after the attack" leans on an event whose time is not known here.
    const free =
      /^(earlier|later|previously|afterward|after that|before that|before then)/.test(way) ||
      /^\s*(?:[.,;:)”"]|$)/.test(at.after)
    const reference = at.reference
    if (!free || !reference || amount === undefined || /^hour|^min|^sec/.test(unit)) return unknown
    const length = reference.range.last - reference.range.first
    const wide = unit === "day" ? 0 : unit === "week" || unit === "weekend" ? 7 : unit === "month" ? 31 : 366
    if (wide < length) return unknown
    const sign = /^(earlier|before|prior|prev)/.test(way) ? -1 : 1
    const { duration: _none, ...value } = {
      ...pointAway(reference.range.first, sign * amount, unit, "relative-to-text"),
      duration,
    }
    return value
  },
}

/** "the following day", "the next day", "the previous year", "the day before", "the day after". */
const besideUnit: TimeRule = {
  name: "besideUnit",
  pattern: timePattern(
    "(?:(?:the )?(?<mod>early|late) )?(?:the (?<side>following|next|previous|preceding|ensuing|very next|subsequent) (?<unit>day|night|morning|evening|afternoon|week|weekend|month|year|decade|spring|summer|autumn|fall|winter)|the (?<near>day|night|week|month|year|evening|morning) (?<way>before|after|earlier|later)|next day)(?![a-z])",
  ),
  value: (words, at) => {
    const after = at.after
    if (words.way && !/^\s*(?:[.,;:)”"]|$)/.test(after) && !/earlier|later/i.test(words.way)) return undefined
    const unit = (words.unit ?? words.near ?? "day").toLowerCase()
    const sign = /prev|prec|before|earlier/i.test(words.side ?? words.way ?? "") ? -1 : 1
    const reference = at.reference
    if (!reference) return undefined
    const length = reference.range.last - reference.range.first
    const day = sign < 0 ? reference.range.first : reference.range.last
    const method = "relative-to-text"
    if (/^(day|night|morning|evening|afternoon)$/.test(unit)) {
      if (0 < length) return undefined
      return { ...dayValue(day + sign, method), ...(unit === "day" ? {} : { precision: "daypart" as const }) }
    }
    if (unit === "week") return 7 < length ? undefined : weekValue(day + 7 * sign, method)
    if (unit === "weekend") return 7 < length ? undefined : weekendValue(sign < 0 ? day - 7 : day, method)
    const { year, month } = civilOf(reference.range.first)
    if (unit === "month") return 31 < length ? undefined : monthValue(year, month + sign, method)
    if (unit === "year") return 366 < length ? undefined : yearValue(year + sign, method)
    return undefined
  },
}

/** "that day", "the same year", "that night": the text's own time again. */
const sameTime: TimeRule = {
  name: "sameTime",
  pattern: timePattern(
    "(?:(?:later|earlier|early|late) )?(?:that same|that|the same|the very same) (?<unit>day|night|morning|evening|afternoon|month|year|week|weekend|summer|spring|winter|autumn)(?![a-z-])",
  ),
  fits: (_words, before) => !/\b(all|so|not)\s$/i.test(before),
  value: (words, at) => {
    const unit = words.unit!.toLowerCase()
    if (/^(night|morning|evening|afternoon)$/.test(unit)) {
      const day = sameUnit("day", at)
      return day && { ...day, precision: "daypart" }
    }
    if (unit === "week" && at.reference && at.reference.range.last - at.reference.range.first < 7)
      return weekValue(at.reference.range.first, "relative-to-text")
    return sameUnit(unit, at)
  },
}

/** "the past two years", "the next six months", "the last few weeks", "recent years", "the coming days". */
const pastStretch: TimeRule = {
  name: "pastStretch",
  pattern: timePattern(
    `(?:the |these )?(?:(?<lead>{NUM}) (?=(?:past|last|previous|next|coming|upcoming) ))?(?:(?<way>past|last|previous|next|coming|upcoming|following|first|final|recent|ensuing) )(?:${LED}${AMOUNT}[ -])?(?:business |working |trading )?(?<unit>seconds|minutes|hours|days|weeks|weekends|months|quarters|years|decades|centuries|(?:hour|day|week|month|year|decade)(?=[^a-z]))(?![a-z])(?: or so)?`,
  ),
  fits: (words, before) => {
    const plural = /s$|ies$/i.test(words.unit!)
    if (words.lead) return plural && words.amount === undefined
    const the = /^the /i.test(words[0] ?? "") || /\bthe\s$/.test(before)
    if (/^(first|final|following|previous|ensuing)$/i.test(words.way!))
      return words.amount !== undefined || words.vague !== undefined
    return plural || the
  },
  value: (words, at) => {
    const unit = unitOf(words.unit!)
    const vague = words.vague !== undefined && !/couple/i.test(words.vague)
    const plural = /s$/i.test(words.unit!)
    const written = words.amount ?? words.lead
    const amount = written ? amountOf(written) : words.vague && !vague ? 2 : plural || vague ? undefined : 1
    const way = words.way!.toLowerCase()
    const unknown: Resolved = { edtf: "", precision: "unknown", method: "unknown", duration: durationOf(amount, unit) }
    if (amount === undefined || at.published === undefined || at.narrative) return unknown
    if (way === "past" || way === "last") return untilNow(at, amount, unit)
    if (way === "next" || way === "coming" || way === "upcoming") {
      return {
        ...stretchOf(at.published, moveDay(at.published, amount, unit), unit),
        duration: durationOf(amount, unit),
      }
    }
    return unknown
  },
}

/** "now", "currently", "at present": the time of telling. Kept with no value: it dates no event. */
const presentReference: TimeRule = {
  name: "presentReference",
  pattern: timePattern(
    "(?:right now|now|currently|at present|presently|nowadays|these days|at the moment|at this time|the present)(?![a-z-])",
  ),
  fits: (_words, before, after) =>
    !/^,? that\b|^-|^ and then\b/.test(after) && !/\b(by|until|till|from|even)\s$/i.test(before),
  value: () => undefined,
}

/** "recently", "lately", "previously", "in the past": some time before. */
const pastReference: TimeRule = {
  name: "pastReference",
  pattern: timePattern(
    "(?:recently|lately|in the recent past|the recent past|the past|once before|long ago|not long ago|previously|formerly)(?![a-z-])",
  ),
  fits: (_words, before, after, text) =>
    !/^the past$/i.test(text) || (/\b(in|from|of)\s$/i.test(before) && !/^ [a-z]/i.test(after)),
  value: () => undefined,
}

/** "soon", "in the near future": some time ahead. */
const futureReference: TimeRule = {
  name: "futureReference",
  pattern: timePattern(
    "(?:the (?:near |foreseeable |not too distant |immediate )?future|soon|in due course|one day soon)(?![a-z-])",
  ),
  fits: (_words, before, after, text) =>
    !/^(,? (after|afterward|as|enough|before|thereafter|became|began|found)\b)/.test(after) &&
    !/\b(too|very|how|as)\s$/i.test(before) &&
    (!/^the future$/i.test(text) || (/\bin\s$/.test(before) && !/^ of\b/.test(after))),
  value: () => undefined,
}

/** "every Friday", "each year", "Mondays", "daily at noon": times that come again are no time of one event. */
const recurring: TimeRule = {
  name: "recurring",
  pattern: timePattern(
    "(?:(?:every|each) (?:other |second |single |{NUM} )?(?:{UNIT}|{WEEKDAY}|{MONTH}|{PART}|{SEASON})(?: {PART})?|(?:sun|mon|tues|wednes|thurs|fri|satur)days(?: and (?:sun|mon|tues|wednes|thurs|fri|satur)days)?|annually)(?![a-z])",
  ),
  value: () => undefined,
}

/** Rules for times that lean on publication or on the text. */
export const RELATIVE_RULES: readonly TimeRule[] = [
  nearDay,
  nearPart,
  nearUnit,
  ago,
  away,
  besideUnit,
  sameTime,
  pastStretch,
  recurring,
  presentReference,
  pastReference,
  futureReference,
]
