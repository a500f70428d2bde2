import { findCounts } from "../../src/english/counts/find-counts.ts"
import { type Interval, quantityAt, rangeOf } from "../../src/english/counts/qualify.ts"
import { NUMBER_PATTERN, readNumber } from "../../src/english/counts/read-number.ts"
import { findTimes } from "../../src/english/times/find-times.ts"
import { layOut } from "../lay-out.ts"
import type { Part, Run } from "../part.ts"
import { type Spec, type SpecResult, specs } from "../read/specs.ts"
import { shareFigure } from "../tally.ts"

interface Count {
  fit: number
  passed: number
}

/**
 * Numbers, ranges of numbers, and ordinals and shares, against specifications. A count is a whole number or an interval of them;
 * numbers and ranges are read as they stand, whatever they count, and ordinals and shares must not be counted.
 * Which results fit is decided by what is expected and how it is written, never by what Heed answers.
 * A case passes when each of its results that fit is read with its value, and, where nothing is expected, nothing is counted.
 */
export const numberSpecs: Part<Spec> = {
  name: "number-specs",
  about: "specifications of numbers and ranges passed; ordinals and shares that are not counted",
  format: specs(/(?:^|\/)(?:Number|NumberRange|Ordinal|Percent)Model\.json$/),
  documents: "specifications",
  measure(cases, run) {
    const leftOut = new Map<string, number>()
    const counts = { number: { fit: 0, passed: 0 }, range: { fit: 0, passed: 0 }, none: { fit: 0, passed: 0 } }
    for (const spec of cases) {
      const kind = spec.Results[0]?.TypeName ?? "number"
      if (/^(?:ordinal|percent)/.test(kind)) scoreNoCount(spec, counts.none, run)
      else scoreSpec(spec, kind === "numberrange" ? counts.range : counts.number, leftOut, run)
    }
    const out = [...leftOut].sort((a, b) => b[1] - a[1])
    const sum = out.reduce((total, [, number]) => total + number, 0)
    if (0 < sum)
      run.note(
        `${sum} of ${cases.length} specifications do not fit: ${out.map(([reason, number]) => `${reason} ${number}`).join(", ")}`,
      )
    const { number, range, none } = counts
    return [
      shareFigure("number specifications passed", number.passed, number.fit, "specifications that fit"),
      shareFigure("range specifications passed", range.passed, range.fit, "specifications that fit"),
      shareFigure("ordinals and shares not counted", none.passed, none.fit, "specifications"),
    ]
  },
}

// Left out, the first reason that holds being counted:
const REASONS: readonly (readonly [string, (result: SpecResult, input: string) => boolean])[] = [
  [
    "below zero",
    ({ Resolution, Text }) => /-|(?:^|\[|\()-/.test(Resolution?.value ?? "") || /^(?:minus|negative)\b/i.test(Text),
  ],
  ["a broken number", ({ Resolution }) => !/^(?:\d+|[[(]\d*,\d*[\])])$/.test(Resolution?.value ?? "")],
  // "1.3x10^6", "10G", ">= 30", "3 dzs".
  ["not prose", ({ Text }) => /[\^~<>=]|\de\+?\d|\d ?(?:g|m|mm|mil|b)$|\bd(?:z|oz)s?\b/i.test(Text)],
  // Parts of names, dates, lists without spaces and telephone numbers count nothing: "192.168.1.2", "+1-222-2222".
  [
    "glued to other figures",
    ({ Start, Text }, input) =>
      /[\p{L}\d][.,/-]$|\+$/u.test(input.slice(0, Start)) || /^[.,/-][\p{L}\d]/u.test(input.slice(Start + Text.length)),
  ],
  // "twenty fifths" is 4 in arithmetic.
  [
    "sums and ranks",
    ({ Text }) =>
      /\b(?:\w+ths?|hundred-fifths|over|out of)\b/i.test(Text.replace(/month|both/gi, "")) &&
      !/\b(?:over) \d|^over\b/i.test(Text),
  ],
]

function scoreSpec(spec: Spec, count: Count, leftOut: Map<string, number>, run: Run): void {
  let reason: string | undefined
  const fitting = spec.Results.filter(result => {
    const out = REASONS.find(([, holds]) => holds(result, spec.Input))
    reason ??= out?.[0]
    return !out
  })
  if (fitting.length === 0 && reason !== undefined) {
    leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
    return
  }
  count.fit++
  const wrong =
    spec.Results.length === 0
      ? countsOf(spec.Input).map(({ count }) => `${count.text} counted`)
      : fitting.flatMap(result => errorOf(spec.Input, result))
  if (wrong.length === 0) count.passed++
  for (const error of wrong) run.wrong(spec.Results[0]?.TypeName ?? "a number where none is", `${spec.Input}: ${error}`)
}

function errorOf(input: string, result: SpecResult): string[] {
  const end = result.Start + result.Text.length
  const read = readAll(input).filter(quantity => quantity.numberStart < end && result.Start < quantity.numberEnd)
  const right = read.length === 1 && isRight(result, read[0]!.interval, read[0]!.plain)
  const shown = read.map(
    ({ start, end: stop, interval }) => `${input.slice(start, stop)}=${interval.low}..${interval.high ?? ""}`,
  )
  return right ? [] : [`[${result.Text}] ${result.Resolution?.value} got ${shown.join(" | ")}`]
}

/** A range counts both its ends: "between 20 and 30" is right with or without the 30. */
function isRight(result: SpecResult, interval: Interval, plain: number | undefined): boolean {
  const value = result.Resolution?.value ?? ""
  const range = /^([[(])(\d*),(\d*)([\])])$/.exec(value)
  if (!range) return plain === Number(value)
  const low = range[2] === "" ? undefined : Number(range[2]) + (range[1] === "(" ? 1 : 0)
  const high = range[3] === "" ? null : Number(range[3])
  // "at most 30" may be none of them or, where it is told of what there is, one.
  const lowRight = low === undefined ? interval.low <= 1 : interval.low === low
  return lowRight && (interval.high === high || (high !== null && range[4] === ")" && interval.high === high - 1))
}

interface Read {
  readonly start: number
  readonly end: number
  readonly numberStart: number
  readonly numberEnd: number
  readonly interval: Interval
  /** The bare number, without the words around it; undefined for a range. */
  readonly plain?: number
}

const END = "(?![\\p{L}\\d]|[.,]\\d)"
const EITHER = new RegExp(
  `(?<![\\p{L}\\d]|\\d[.,])(?:(?<low>${NUMBER_PATTERN})(?:\\s?[-–—]\\s?|\\s+(?:to|through)\\s+|(?<and>\\s+and\\s+))(?<high>${NUMBER_PATTERN})${END}|(?<number>${NUMBER_PATTERN})${END})`,
  "giu",
)
const NUMBER = new RegExp(`${NUMBER_PATTERN}${END}`, "iuy")

function readAll(text: string): Read[] {
  const found: Read[] = []
  EITHER.lastIndex = 0
  for (let match = EITHER.exec(text); match; match = EITHER.exec(text)) {
    const { low, high, and, number } = match.groups!
    const [start, end] = [match.index, match.index + match[0].length]
    const led = /\b(?:between|from)\s$/i.test(text.slice(0, start))
    const range =
      low && high && (!and || led) ? rangeOf(low, high, text.slice(start + low.length, end - high.length)) : undefined
    if (range) {
      found.push({ start, end, numberStart: start, numberEnd: end, interval: range })
      continue
    }
    NUMBER.lastIndex = start
    const words = number ?? NUMBER.exec(text)?.[0]
    const value = words === undefined ? undefined : readNumber(words)
    if (words === undefined || value === undefined) continue
    const quantity = quantityAt(text, start, start + words.length, value)
    found.push({
      ...quantity,
      numberStart: start,
      numberEnd: Math.max(start + words.length, quantity.interval.qualifier === "range" ? quantity.end : 0),
      plain: value,
    })
    EITHER.lastIndex = quantity.interval.qualifier === "range" ? quantity.end : start + words.length
  }
  return found
}

function countsOf(text: string) {
  const { sentences } = layOut(text, /\n/g)
  const times = findTimes({ report: { id: "spec", text }, sentences }).value
  return findCounts({ report: { text }, sentences, times })
}

function scoreNoCount(spec: Spec, count: Count, run: Run): void {
  count.fit++
  const wrong = countsOf(spec.Input).filter(mention =>
    spec.Results.some(({ Start, Text }) => mention.start < Start + Text.length && Start < mention.end),
  )
  if (wrong.length === 0) count.passed++
  for (const mention of wrong) run.wrong("an ordinal or share counted", `${spec.Input}: ${mention.count.text}`)
}
