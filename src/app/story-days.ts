import type { DayRange } from "../core/edtf.ts"

/** Something that lies on the line of days. `weight` is higher for what more reports tell; that of the story itself is 1000 and more. */
export interface Dated {
  readonly kind: "incident" | "warning" | "report"
  readonly days: DayRange
  readonly weight: number
}

/** Days before the first incident of the story that still belong to its picture. What is older stands elsewhere. */
const BEFORE_DAYS = 150

/** Weight of an incident for the picture of days: the story before its background, the most told first. */
export function storyWeight(incident: { readonly reports: readonly string[]; readonly background: boolean }): number {
  return incident.reports.length + (incident.background ? 0 : 1000)
}

/** The days of the story: from its first incident, or what was warned of in the months before it, to the last report. Undefined when nothing has a date. */
export function storyDays(items: readonly Dated[]): DayRange | undefined {
  const story = items.filter(
    item => item.kind === "incident" && 1000 <= item.weight && item.days.last - item.days.first < 370,
  )
  const base = 0 < story.length ? story : items
  if (base.length === 0) return undefined
  const reports = items.filter(item => item.kind === "report")
  // The most told thing is the story, the newest of several; what lies far from it must not squeeze it into a corner.
  const anchor = base.reduce((best, item) => (isBefore(item, best) ? item : best)).days
  const near = items.filter(
    item => anchor.first - BEFORE_DAYS <= item.days.first && item.days.last <= anchor.last + 2 * BEFORE_DAYS,
  )
  const published = reports.map(({ days }) => days.last).filter(day => day <= anchor.last + 2 * BEFORE_DAYS)
  const least = (days: readonly number[]) => days.reduce((a, b) => Math.min(a, b))
  const most = (days: readonly number[]) => days.reduce((a, b) => Math.max(a, b))
  const first = least([anchor.first, ...near.map(({ days }) => days.first)])
  const last = most([anchor.last, ...near.map(({ days }) => days.last), ...published])
  const margin = Math.max(1, Math.round((last - first) * 0.03))
  return { first: first - margin, last: last + margin }
}

const isBefore = (a: Dated, b: Dated) => b.weight < a.weight || (a.weight === b.weight && b.days.first < a.days.first)
