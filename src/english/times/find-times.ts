import { type DayRange, daysOf } from "../../core/edtf.ts"
import type { Outcome, Problem } from "../../core/problem.ts"
import type { Report } from "../../core/report.ts"
import type { Trace } from "../../core/rules.ts"
import type { Sentence, TimeMention, Token } from "../analysis.ts"
import { civilOf, type Resolved } from "./calendar.ts"
import { type Found, joinTimes, joinValues } from "./join-times.ts"
import type { TimeRule, Words } from "./rule.ts"
import { clock, dayPart, withClock } from "./rules-clock.ts"
import { DATE_RULES } from "./rules-dates.ts"
import { LENGTH_RULES } from "./rules-lengths.ts"
import { PERIOD_RULES } from "./rules-periods.ts"
import { RELATIVE_RULES } from "./rules-relative.ts"
import { SPAN_RULES } from "./rules-spans.ts"
import { WEEK_RULES } from "./rules-weeks.ts"
import { YEAR_RULES } from "./rules-years.ts"
import type { Reference, Situation } from "./situation.ts"
import { canStart } from "./starters.ts"
import { tenseAround } from "./tense.ts"
import { clockOf } from "./vocabulary.ts"

/** Every rule in order: of equally long matches the first wins. */
export const TIME_RULES: readonly TimeRule[] = [
  ...DATE_RULES,
  ...YEAR_RULES,
  ...PERIOD_RULES,
  ...WEEK_RULES,
  ...RELATIVE_RULES,
  clock,
  dayPart,
  ...SPAN_RULES,
  ...LENGTH_RULES,
]

/** What `findTimes` reads. Only the offsets of sentences are used; tokens are not needed. */
export interface TimeParts {
  readonly report: Pick<Report, "id" | "text" | "published">
  readonly sentences: readonly Pick<Sentence, "start" | "end" | "index" | "blockIndex">[]
  readonly tokens?: readonly Token[]
}

/**
 * Every expression of time in a report, in order, with its value as EDTF. Relative ones are counted from the publication time of the report,
 * or from the text's own times; where neither is known the value is "" and the precision "unknown". The machine's clock is never read.
 */
export function findTimes({ report, sentences }: TimeParts, trace?: Trace): Outcome<TimeMention[]> {
  const problems: Problem[] = []
  const found = sentences.map(sentence => joinTimes(report.text, matchesIn(report.text, sentence)))
  const published = publishedOf(report)
  const narrative = isNarrative(found.flat(), published?.year)
  const mentions: TimeMention[] = []
  let reference: Reference | undefined
  let anchor: Reference | undefined
  for (const [position, sentence] of sentences.entries()) {
    for (const match of found[position]!) {
      const before = report.text.slice(sentence.start, match.start).slice(-160).toLowerCase()
      const after = report.text.slice(match.end, sentence.end).slice(0, 120).toLowerCase()
      const at: Situation = {
        published: published?.day,
        publishedYear: published?.year,
        publishedMonth: published?.month,
        reference,
        near: reference && isNear(reference, sentence) ? reference : undefined,
        sameSentence: reference?.sentence === sentence.index,
        anchor,
        narrative,
        tense: tenseAround(before, after),
        before,
        after,
        problem: (code, message) =>
          problems.push({ code, message, reportId: report.id, at: { start: match.start, end: match.end } }),
      }
      const resolved = match.rule.value(match.words, at)
      if (resolved === "refused") continue
      const value =
        resolved && match.finer
          ? withClock({ ...resolved, ...finerPrecision(resolved, match.finer) }, match.finer)
          : resolved
      trace?.({
        ruleset: "times",
        at: { start: match.start, end: match.end },
        rule: match.rule.name,
        declined: match.declined,
      })
      mentions.push(mentionOf(report.text, match, value))
      reference = nextReference(value, match.rule, sentence) ?? reference
      if (
        reference &&
        value &&
        reference.value === value &&
        (value.method === "explicit" || value.method === "inherited")
      )
        anchor = reference
    }
  }
  return { value: joinValues(report.text, datedByLater(mentions, sentences), sentences), problems }
}

/** "At about 9 p.m. a bomb went off in the market on Tuesday": an hour before the only day of its sentence is of that day. */
function datedByLater(
  mentions: readonly TimeMention[],
  sentences: readonly Pick<Sentence, "start" | "end">[],
): TimeMention[] {
  return mentions.map(mention => {
    if (mention.rule !== "clock" || mention.time.edtf !== "") return mention
    const sentence = sentences.find(each => each.start <= mention.start && mention.end <= each.end)
    const inSentence = mentions.filter(other => sentence && sentence.start <= other.start && other.end <= sentence.end)
    const days = inSentence.filter(({ time }) => /^(?:day|daypart)$/.test(time.precision) && time.edtf.length === 10)
    const found = clockOf(mention.time.text.replace(/^[^\d]+(?=\d)/, ""))
    if (days.length !== 1 || days[0]!.start < mention.start || !found) return mention
    const time = { ...mention.time, edtf: days[0]!.time.edtf + found.time, precision: found.precision } as const
    return { ...mention, time: { ...time, method: "inherited" } }
  })
}

function mentionOf(text: string, match: Found, value: Resolved | undefined): TimeMention {
  const words = text.slice(match.start, match.end)
  return {
    start: match.start,
    end: match.end,
    rule: match.rule.name,
    ...(value?.duration ? { duration: value.duration } : {}),
    time: {
      kind: "time",
      edtf: value?.edtf ?? "",
      precision: value?.edtf ? value.precision : "unknown",
      text: words,
      method: value?.edtf ? value.method : "unknown",
    },
  }
}

function finerPrecision(value: Resolved, finer: string): Partial<Resolved> {
  return value.precision === "day" && !/\d|noon|midnight|midday|o['’]clock/i.test(finer) ? { precision: "daypart" } : {}
}

/** All matches of one sentence: the longest at each place, from left to right. */
function matchesIn(text: string, sentence: { readonly start: number; readonly end: number }): Found[] {
  const found: Found[] = []
  const words = text.slice(sentence.start, sentence.end)
  WORD_START.lastIndex = 0
  for (let start = WORD_START.exec(words); start; start = WORD_START.exec(words)) {
    const match = canStart(start[0]) ? matchAt(words, start.index) : undefined
    if (!match) {
      // A whole character: within a pair of units the search would go back and find the same word for ever.
      WORD_START.lastIndex = start.index + (0xffff < words.codePointAt(start.index)! ? 2 : 1)
      continue
    }
    found.push({ ...match, start: match.start + sentence.start, end: match.end + sentence.start })
    WORD_START.lastIndex = match.end
  }
  return found
}

const WORD_START = /(?<![\p{L}\d])[\p{L}\d'’][\p{L}\d.'’–-]*/gu

function matchAt(words: string, start: number): Found | undefined {
  let best: Found | undefined
  const declined: string[] = []
  for (const rule of TIME_RULES) {
    rule.pattern.lastIndex = start
    const match = rule.pattern.exec(words)
    if (!match || match[0].length === 0) continue
    const text = match[0].trimEnd()
    const end = start + text.length
    if (best && end <= best.end) continue
    const groups: Words = { ...match.groups, 0: match[0] }
    const before = words.slice(Math.max(0, start - 40), start)
    if (rule.fits && !rule.fits(groups, before, words.slice(end, end + 40), text)) {
      declined.push(rule.name)
      continue
    }
    best = { start, end, rule, words: groups, declined }
  }
  return best
}

function publishedOf(report: Pick<Report, "published">): { year: number; month?: number; day?: number } | undefined {
  const edtf = report.published?.time.edtf
  const days: DayRange | undefined = edtf ? daysOf(edtf) : undefined
  if (!days) return undefined
  const { year, month } = civilOf(days.first)
  const length = days.last - days.first
  return { year, ...(length < 31 ? { month } : {}), ...(length === 0 ? { day: days.first } : {}) }
}

/** A history rather than news: many written-out years, nearly all years before publication, and hardly a "yesterday" or "Friday". */
function isNarrative(found: readonly Found[], publishedYear: number | undefined): boolean {
  let old = 0
  let recent = 0
  for (const { rule, words } of found) {
    if (rule.deictic) recent++
    const year = Number(words.year ?? words.end ?? Number.NaN)
    if (Number.isNaN(year)) continue
    if (words.era !== undefined || publishedYear === undefined || year < publishedYear - 1) old++
    else recent++
  }
  return (5 <= old && recent === 0) || (8 <= old && recent * 2 < old)
}

function isNear(reference: Reference, sentence: { readonly index: number; readonly blockIndex: number }): boolean {
  return (
    reference.sentence === sentence.index ||
    (sentence.blockIndex - reference.blockIndex <= 1 && sentence.index - reference.sentence <= 2)
  )
}

const NO_REFERENCE = new Set(["namedDay", "pastStretch", "decade", "century", "yearToYear", "recurring"])

function nextReference(
  value: Resolved | undefined,
  rule: TimeRule,
  sentence: Pick<Sentence, "index" | "blockIndex">,
): Reference | undefined {
  const range = value?.edtf && !NO_REFERENCE.has(rule.name) ? daysOf(value.edtf) : undefined
  return range && value ? { range, value, sentence: sentence.index, blockIndex: sentence.blockIndex } : undefined
}
