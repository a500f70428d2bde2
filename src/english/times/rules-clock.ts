import type { Resolved } from "./calendar.ts"
import type { TimeRule } from "./rule.ts"
import { clockOf, timePattern } from "./vocabulary.ts"

/** "at 9 p.m.", "21:30 local time", "noon", "8 o'clock": the day comes from a date beside it or just before. */
export const clock: TimeRule = {
  name: "clock",
  pattern: timePattern(
    "(?:(?:exactly|about|around|approximately|roughly|shortly before|shortly after|just before|just after|nearly) )?(?<clock>{CLOCK}){ZONE}?",
  ),
  fits: (words, before, after) =>
    !/[\d:.$]$/.test(before) && !/^[-–]\d/.test(after) && !/^\d{1,2}\.\d\d(?!\s?[ap]\.?m)/i.test(words.clock!),
  // Scores, ratios and verses look like clock times: a bare "3:16" needs "at" or the like.
  alone: (before, text) =>
    /[ap]\.?m|noon|midnight|midday|clock|gmt|utc|hours|hrs/i.test(text) ||
    /\b(at|by|until|about|around|before|after|from|to|and|since|till)\s$/i.test(before),
  value: (words, at) => {
    const found = clockOf(words.clock!)
    const day =
      at.near?.value.precision === "day" ||
      at.near?.value.precision === "daypart" ||
      at.near?.value.precision === "hour"
        ? at.near.value.edtf.slice(0, 10)
        : undefined
    if (!found) return "refused"
    return day === undefined ? undefined : { edtf: day + found.time, precision: found.precision, method: "inherited" }
  },
}

/** "in the morning", "at dawn", "in the early hours", "at night": part of a day that is named near by. */
export const dayPart: TimeRule = {
  name: "dayPart",
  pattern: timePattern("(?:the )?(?:(?:early|late|mid)[ -])?(?:the )?(?<part>{PART})"),
  fits: words => !/s$/i.test(words.part!) || /hours$/i.test(words.part!),
  // "on the night crew" is no time.
  alone: (before, text, after) =>
    /^the /i.test(text)
      ? /^\s*(?:[.,;:)”"]|$|(?:of|when|and|as|before|after|in|at|to|by|on|with|that|while)\b)/i.test(after) &&
        /\b(in|during|on|by|of|until|throughout|through|into)\s$/i.test(before)
      : /\b(at|before|until|by|since)\s$/i.test(before) && !/morning|afternoon|evening/i.test(text),
  value: (_words, at) => {
    const near = at.near?.value
    if (!near || !/^(day|daypart|hour|instant)$/.test(near.precision)) return undefined
    return { edtf: near.edtf.slice(0, 10), precision: "daypart", method: "inherited" }
  },
}

/** Words between a date and a time of its day: "Friday at about 9 p.m.", "the evening of March 22", "noon on Friday", "Friday's early hours". */
export const GAP =
  /^(?:['’]s|,)?[\s ]+(?:(?:on|at|of|in|the|during|from|about|around|late|early|shortly|before|after)[\s ]+)*$|^,? ?\($/i

/** Rules whose value is one day, which a clock time or part of the day makes finer. */
export const DAY_RULES: ReadonlySet<string> = new Set([
  "monthDay",
  "dayMonth",
  "numericDate",
  "weekday",
  "nearDay",
  "nearPart",
  "besideUnit",
  "sameTime",
  "holiday",
  "dayOfMonth",
  "weekdayTheDay",
  "nthWeekday",
  "dayOfNearMonth",
])

/** The day made finer by the time written beside it. */
export function withClock(day: Resolved, words: string): Resolved {
  if (day.precision !== "day" && day.precision !== "daypart") return day
  const found = clockOf(words)
  return found ? { ...day, edtf: day.edtf + found.time, precision: found.precision } : day
}
