/** First and last day of a stretch of time, both included, as whole days since 1970-01-01 (UTC). */
export interface DayRange {
  readonly first: number
  readonly last: number
}

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of a calendar date. `month` 1-12; day 0 is the last day of the month before. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / DAY_MS)
}

/** The calendar date of a day number as EDTF, such as "2024-03-22". Years before 1 BC have a minus. */
export function edtfOfDay(day: number): string {
  const text = new Date(day * DAY_MS).toISOString()
  // Years outside 0-9999 come with a sign and six digits; EDTF wants "-0479" for 480 BC.
  return text.startsWith("-") ? `-${text.slice(3, 13)}` : text.slice(0, 10)
}

/**
 * The days an EDTF text covers, or undefined when it is empty, open to one side or not understood.
 * Understood: year (with a minus before the year 0), month, day, date with time (zone is dropped: the written day counts), season 21-24 (northern, by months),
 * decade "202X", century "20XX", interval "a/b"; the marks `~ ? %` widen nothing, they only say that somebody was unsure.
 */
export function daysOf(edtf: string): DayRange | undefined {
  const parts = edtf.split("/")
  if (parts.length === 2) {
    const from = daysOf(parts[0]!)
    const to = daysOf(parts[1]!)
    return from && to && from.first <= to.last ? { first: from.first, last: to.last } : undefined
  }
  const plain = edtf.replace(/[~?%]/g, "").replace(/T.*$/, "")
  const decade = /^(\d{2,3})(X{1,2})$/.exec(plain)
  if (decade && plain.length === 4) {
    const year = Number(plain.replaceAll("X", "0"))
    return { first: dayNumber(year, 1, 1), last: dayNumber(year + 10 ** decade[2]!.length, 1, 0) }
  }
  const match = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(plain)
  if (!match) return undefined
  const year = Number(match[1])
  if (!match[2]) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  const month = Number(match[2])
  if (21 <= month && month <= 24) {
    // Spring March-May, summer June-August, autumn September-November, winter December-February.
    const start = 3 + (month - 21) * 3
    return { first: dayNumber(year, start, 1), last: dayNumber(year, start + 3, 0) }
  }
  if (month < 1 || 12 < month) return undefined
  if (!match[3]) return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) }
  const day = Number(match[3])
  return 1 <= day && day <= dayNumber(year, month + 1, 0) - dayNumber(year, month, 0)
    ? { first: dayNumber(year, month, day), last: dayNumber(year, month, day) }
    : undefined
}

/** True when both are understood and share at least one day. */
export function timesOverlap(a: string, b: string): boolean {
  const one = daysOf(a)
  const two = daysOf(b)
  return one !== undefined && two !== undefined && one.first <= two.last && two.first <= one.last
}

/** True when both are understood and every day of `inner` lies in `outer`. */
export function timeContains(outer: string, inner: string): boolean {
  const one = daysOf(outer)
  const two = daysOf(inner)
  return one !== undefined && two !== undefined && one.first <= two.first && two.last <= one.last
}
