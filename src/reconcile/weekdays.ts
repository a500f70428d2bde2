import { unique } from "./union.ts"
import { wordsOf } from "./words.ts"

const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ")

/** The day of the week a text names, with where it stands; undefined when it names none or several. */
export function findWeekday(text: string): { day: number; start: number; end: number } | undefined {
  const found = wordsOf(text).flatMap(word =>
    WEEKDAYS.includes(word.plain) ? [{ day: WEEKDAYS.indexOf(word.plain), start: word.start, end: word.end }] : [],
  )
  return unique(found.map(item => item.day)).length === 1 ? found[0] : undefined
}
