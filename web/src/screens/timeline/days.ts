import { edtfInWords } from "../../../../src/app/words.ts"

/** A mark of the calendar. */
export interface Tick {
  readonly day: number
  readonly label: string
}

const DAY_MS = 86_400_000

/** The date of a day number (days since 1970-01-01), as the address and the API have it. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** "4 November 2031". */
export const dayInWords = (day: number): string => edtfInWords(dateOf(day))

/** "2031-09-01/2031-12-05". */
export const daysParam = (first: number, last: number): string => `${dateOf(first)}/${dateOf(last)}`

const DAY_STEPS = [1, 2, 7, 14]
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const MONTH_DAYS = 30.44

/** Marks of the calendar for a stretch of days, none nearer to the next than `room` pixels of `width`. */
export function ticksOf(first: number, last: number, width: number, room = 76): readonly Tick[] {
  const most = Math.max(2, Math.floor(width / room))
  const days = last - first + 1
  const dayStep = DAY_STEPS.find(step => days / step <= most)
  if (dayStep !== undefined) {
    const from = Math.ceil(first / dayStep) * dayStep
    return Array.from({ length: Math.floor((last - from) / dayStep) + 1 }, (_, at) => {
      const day = from + at * dayStep
      return { day, label: shortDay(day, at === 0) }
    })
  }
  const monthStep = MONTH_STEPS.find(step => days / MONTH_DAYS / step <= most) ?? 2400
  const start = new Date(first * DAY_MS)
  const ticks: Tick[] = []
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth()
  for (let month = Math.ceil(firstMonth / monthStep) * monthStep; ; month += monthStep) {
    const day = Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS)
    if (last < day) return ticks
    if (day < first) continue
    const [name = "", year = ""] = edtfInWords(dateOf(day).slice(0, 7)).split(" ")
    ticks.push({ day, label: 12 <= monthStep ? year : `${name.slice(0, 3)} ${year}` })
  }
}

/** "4 Nov", with the year where it is the first mark or a new year begins. */
function shortDay(day: number, isFirst: boolean): string {
  const [date, month, year] = dayInWords(day).split(" ") as [string, string, string]
  return `${date} ${month.slice(0, 3)}${isFirst || (month === "January" && Number(date) <= 14) ? ` ${year}` : ""}`
}
