import { dayNumber, daysOf, edtfOfDay } from "../../core/edtf.ts"
import type { Sentence, TimeMention } from "../analysis.ts"
import { civilOf, moveDay, pointAway, rangeValue } from "./calendar.ts"
import { MOVED } from "./parts.ts"
import type { TimeRule, Words } from "./rule.ts"
import { clock, DAY_RULES, dayPart, GAP } from "./rules-clock.ts"
import { amountOf } from "./rules-lengths.ts"
import { unitOf } from "./vocabulary.ts"

/** A match of one rule, with what was joined to it. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly rule: TimeRule
  readonly words: Words
  readonly declined: readonly string[]
  /** Clock time or part of the day written beside a date. */
  readonly finer?: string
}

/** The matches of one sentence: a clock time goes to its day, a year to its month. */
export function joinTimes(text: string, found: readonly Found[]): Found[] {
  return joinYears(text, joinClocks(text, joinYears(text, found)))
}

/** Joins "Friday" and "at 9 p.m.", "the evening" and "of March 22" to one mention. */
function joinClocks(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = []
  for (const match of found) {
    const last = joined.at(-1)
    const fine = (candidate: Found) => candidate.rule === clock || candidate.rule === dayPart
    const day = (candidate: Found) => DAY_RULES.has(candidate.rule.name)
    // "8 p.m. in the evening"
    if (last?.rule === clock && match.rule === dayPart && /^ in $/.test(text.slice(last.end, match.start))) {
      joined[joined.length - 1] = { ...last, end: match.end }
      continue
    }
    if (
      last &&
      GAP.test(text.slice(last.end, match.start)) &&
      ((fine(last) && day(match)) || (day(last) && fine(match)))
    ) {
      const [date, finer] = day(last) ? [last, match] : [match, last]
      const words = finer.words.clock ?? text.slice(finer.start, finer.end)
      joined[joined.length - 1] = {
        ...date,
        start: last.start,
        end: match.end,
        finer: finerOf(date.finer, words, text.slice(date.start, date.end)),
      }
    } else joined.push(match)
  }
  return joined
    .filter(
      ({ rule, start, end, finer }) =>
        finer !== undefined ||
        rule.alone === undefined ||
        rule.alone(text.slice(Math.max(0, start - 30), start), text.slice(start, end), text.slice(end, end + 20)),
    )
    .map(match => withBareHour(text, match))
}

/** The finer of two: a clock time rather than a part of the day, which says whether "8:00" is in the morning. */
function finerOf(before: string | undefined, words: string, date: string): string {
  if (before !== undefined && /\d/.test(before)) return before
  return /^\d{1,2}(?::\d\d)?$/.test(words) ? (hourIn(words, before ?? date) ?? words) : words
}

/** "8" with "tonight" is "8 p.m."; undefined where the part of the day does not settle it. */
function hourIn(words: string, part: string): string | undefined {
  const hour = Number.parseInt(words, 10)
  if (hour < 1 || 12 < hour) return undefined
  if (/morning|dawn/i.test(part)) return `${words} a.m.`
  if (/afternoon/i.test(part) && (hour < 8 || hour === 12)) return `${words} p.m.`
  return /evening|night/i.test(part) && 5 <= hour && hour < 12 ? `${words} p.m.` : undefined
}

const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ")
const BARE = `(\\d{1,2}(?::\\d\\d)?|${HOURS.join("|")})`
const HOUR_AFTER = new RegExp(
  `^,? (?:at (?:about |around )?|around |about )${BARE}(?=\\s*(?:[.,;)”"]|$|and\\b|when\\b|in\\b|as\\b|near\\b|outside\\b|local\\b)(?!\\d|[.,]\\d))`,
  "i",
)
const HOUR_BEFORE = new RegExp(`(?<=\\bat (?:about |around )?)${BARE} (?:on )?$`, "i")

/** "tonight at 7", "at eight on Friday evening": a bare hour counts where the part of the day is said. */
function withBareHour(text: string, match: Found): Found {
  if (!DAY_RULES.has(match.rule.name) || /\d/.test(match.finer ?? "")) return match
  const part = text.slice(match.start, match.end)
  if (!/morning|afternoon|evening|night/i.test(part)) return match
  const after = HOUR_AFTER.exec(text.slice(match.end, match.end + 40))
  const before = HOUR_BEFORE.exec(text.slice(Math.max(0, match.start - 30), match.start))
  const hit = after ?? before
  if (!hit) return match
  const index = HOURS.indexOf(hit[1]!.toLowerCase())
  const finer = hourIn(index < 0 ? hit[1]! : String(index + 1), part)
  if (finer === undefined) return match
  return after
    ? { ...match, end: match.end + after[0].length, finer }
    : { ...match, start: match.start - before![0].length, finer }
}

// Rules that read a year, which may stand apart: "April in 2016", "the fifth of June, nineteen ninety-nine".
const YEARLESS = new Set([
  "monthDay",
  "dayMonth",
  "bareMonth",
  "holiday",
  "season",
  "quarter",
  "nthWeekday",
  "daysOfMonth",
  "monthOfDays",
  "monthToMonth",
])

function joinYears(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = []
  for (const match of found) {
    const last = joined.at(-1)
    const year = match.finer === undefined && match.rule.yearOf?.(match.words)
    const free = last && !last.words.year && !last.words.end && !last.words.direction && !last.words.which
    if (
      last &&
      year &&
      free &&
      YEARLESS.has(last.rule.name) &&
      /^,? (?:of |in )?$/.test(text.slice(last.end, match.start).replace(/\s+/g, " "))
    ) {
      const key = last.rule.name === "monthToMonth" ? "end" : "year"
      joined[joined.length - 1] = { ...last, end: match.end, words: { ...last.words, [key]: String(year) } }
    } else joined.push(match)
  }
  return joined
}

/** Mentions whose values are joined: "between May 2015 and today", "two weeks before Christmas". */
export function joinValues(
  text: string,
  mentions: readonly TimeMention[],
  sentences: readonly Pick<Sentence, "start" | "end">[],
): TimeMention[] {
  const joined: TimeMention[] = []
  let position = 0
  for (const mention of mentions) {
    while (position + 1 < sentences.length && sentences[position]!.end <= mention.start) position++
    const start = sentences[position]?.start ?? 0
    const last = joined.at(-1)
    const both =
      last && start <= last.start
        ? (countedFrom(text, last, mention) ?? rangeOf(text, start, last, mention))
        : undefined
    if (both) joined[joined.length - 1] = both
    else joined.push(mention)
  }
  return joined
}

const COUNTED =
  /^(?<amount>.+?)[\s-]+(?<unit>days?|weeks?|fortnights?|months?|years?)(?: (?<way>before|after|prior|from))?$/i

/** "two weeks before Christmas", "three days after March 3": counted from the day that follows. */
function countedFrom(text: string, length: TimeMention, day: TimeMention): TimeMention | undefined {
  if ((length.rule !== "away" && length.rule !== "stretch") || !COUNTABLE.has(day.rule)) return undefined
  const match = COUNTED.exec(length.time.text)
  if (!match) return undefined
  const gap = text.slice(length.end, day.start).replace(/\s+/g, " ")
  const way = match.groups!.way ?? /^ (from|after|before|starting|beginning)(?: on| from)? (?:the )?$/.exec(gap)?.[1]
  if (!way || (match.groups!.way !== undefined && !/^ (?:to )?(?:the )?$/.test(gap))) return undefined
  // "two days after the March 22 attack" is counted from the attack.
  if (
    /^['’]s\b|^ (?!and\b|but\b|in\b|at\b|on\b|when\b|with\b|he\b|she\b|they\b|the\b|was\b|were\b)[\p{L}]/u.test(
      text.slice(day.end, day.end + 20),
    )
  )
    return undefined
  const amount = amountOf(
    match.groups!.amount!.replace(/^(?:about|around|nearly|almost|roughly|some|just|only|exactly) /i, ""),
  )
  const range = daysOf(day.time.edtf)
  if (amount === undefined || !range || range.first !== range.last) return undefined
  const unit = unitOf(match.groups!.unit!)
  const sign = /^(?:before|prior)/i.test(way) ? -1 : 1
  const value = /ing$/i.test(way)
    ? rangeValue(range.first, moveDay(range.first, amount, unit) - 1, day.time.method)
    : pointAway(range.first, sign * amount, unit, day.time.method)
  return {
    start: length.start,
    end: day.end,
    rule: day.rule,
    ...(length.duration ? { duration: length.duration } : {}),
    time: {
      kind: "time",
      edtf: value.edtf,
      precision: value.precision,
      text: text.slice(length.start, day.end),
      method: value.method,
    },
  }
}

const COUNTABLE = new Set(["monthDay", "dayMonth", "numericDate", "holiday", "weekday", "weekdayTheDay", "nearDay"])
const ENDS = new Set([
  ...COUNTABLE,
  "monthYear",
  "bareMonth",
  "year",
  "season",
  "decade",
  "spokenYear",
  "dayOfMonth",
  "yearMonth",
])
/** "from 2015 to May 5, 2017", "between April and the end of June", "Friday until Tuesday": one stretch. */
function rangeOf(text: string, sentenceStart: number, from: TimeMention, to: TimeMention): TimeMention | undefined {
  if (!ENDS.has(from.rule) || !ENDS.has(to.rule) || from.time.edtf.includes("T") || to.time.edtf.includes("T"))
    return undefined
  const gap = text.slice(from.end, to.start).replace(/\s+/g, " ")
  const before = text.slice(sentenceStart, from.start)
  const lead = /\b(from|between)(?: the)?\s$/i.exec(before)?.[1]?.toLowerCase()
  const link = /^,? ?(to|until|till|through|thru|and|[-–—]) ?(?:the )?$/i.exec(gap)?.[1]?.toLowerCase()
  if (!link || (link === "and") !== (lead === "between")) return undefined
  if (lead === undefined && !/^(?:until|till|through|[-–—])$/.test(link)) return undefined
  if (MOVED.test(before.slice(-60))) return undefined
  const [one, two] = [daysOf(from.time.edtf), daysOf(to.time.edtf)]
  if (!one || !two) return undefined
  const ends = inOrder(from, to, one, two)
  if (!ends) return undefined
  return {
    start: from.start,
    end: to.end,
    rule: "range",
    time: {
      kind: "time",
      edtf: ends.join("/"),
      precision: "range",
      text: text.slice(from.start, to.end),
      method: to.time.method,
    },
  }
}

interface Days {
  readonly first: number
  readonly last: number
}

/** Both ends as EDTF, the year or week of the one told by the other; undefined when they are in no order. */
function inOrder(from: TimeMention, to: TimeMention, one: Days, two: Days): [string, string] | undefined {
  const start = from.time.edtf.split("/")[0]!
  const end = to.time.edtf.split("/").at(-1)!
  // "from Feb 1 to March 2019": the first has the year of the second.
  const guessed =
    /^(?:bareMonth|monthDay|dayMonth)$/.test(from.rule) &&
    from.time.method !== "explicit" &&
    /^\d{4}-\d\d/.test(start) &&
    !/\b(?:this|last|next)\b/i.test(from.time.text)
  if (guessed && (to.time.method === "explicit" || two.last < one.first || 366 < two.last - one.first)) {
    const { year, month } = civilOf(two.first)
    const rest = start.slice(4)
    const own = month < Number(rest.slice(1, 3)) ? year - 1 : year
    const moved = `${String(own).padStart(4, "0")}${rest}`
    const range = daysOf(moved)
    return range && range.first <= two.last ? [moved, end] : undefined
  }
  // "from Friday to Tuesday": the Tuesday after that Friday.
  if (two.last < one.first && to.rule === "weekday" && one.first - two.first < 14) {
    const day = two.first + Math.ceil((one.first - two.first) / 7) * 7
    return [start, edtfOfDay(day)]
  }
  if (two.last < one.first && to.time.method !== "explicit" && /^\d{4}-\d\d-\d\d$/.test(end)) {
    const { year, month, day } = civilOf(two.first)
    return [start, edtfOfDay(dayNumber(year + 1, month, day))]
  }
  return one.first < two.last ? [start, end] : undefined
}
