import { wordsOf } from "../core/words.ts"
import { unique } from "./union.ts"

const MONTHS = "january february march april may june july august september october november december".split(" ")

/** The month (1-12) a text names with a capital letter; undefined when it names none or several. */
export function findMonth(text: string): number | undefined {
  const found = wordsOf(text).flatMap(word =>
    MONTHS.includes(word.plain) && /^\p{Lu}/u.test(text.slice(word.start)) ? [MONTHS.indexOf(word.plain) + 1] : [],
  )
  return unique(found).length === 1 ? found[0] : undefined
}

const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ")

/** The day of the week a text names, with where it stands; undefined when it names none or several. */
export function findWeekday(text: string): { day: number; start: number; end: number } | undefined {
  const found = wordsOf(text).flatMap(word =>
    WEEKDAYS.includes(word.plain) ? [{ day: WEEKDAYS.indexOf(word.plain), start: word.start, end: word.end }] : [],
  )
  return unique(found.map(item => item.day)).length === 1 ? found[0] : undefined
}

/** True for the name of a month or of a day of the week, in lower case. */
export function isCalendar(word: string): boolean {
  return MONTHS.includes(word) || WEEKDAYS.includes(word)
}
