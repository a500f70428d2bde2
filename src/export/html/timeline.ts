import { storyDays, storyWeight } from "../../app/story-days.ts"
import { edtfInWords, shortened, UNNAMED } from "../../app/words.ts"
import { type DayRange, daysOf, edtfOfDay } from "../../core/edtf.ts"
import { html, type Markup } from "./markup.ts"
import type { Sheet } from "./sheet.ts"

const WIDTH = 740
const LABELS = 236
const RIGHT = 14
const ROW = 22
/** Characters of a label that fit before the picture. */
const LABEL_LENGTH = 33
const TOP = 34
/** Rows drawn at most, the most told first; more would be a wall. The list below the picture has all. */
const MAX_ROWS = 40
interface Row {
  readonly label: string
  readonly href: string
  readonly days: DayRange
  readonly edtf: string
  readonly kind: "incident" | "warning" | "report"
  readonly look: string
  readonly weight: number
}

/** Incidents, warnings and reports on one line of days. How exactly a time is known is drawn as its extent: a month is a band. Nothing for a case without dates. */
export function timelinePart(sheet: Sheet): Markup | undefined {
  const rows = rowsOf(sheet)
  const frame = storyDays(rows)
  if (!frame) return undefined
  const isInside = ({ days }: Row) => frame.first <= days.last && days.first <= frame.last
  const inside = rows.filter(isInside)
  const outside = rows.filter(row => !isInside(row) && row.kind !== "report")
  const drawn = inside
    .filter(row => row.kind !== "report")
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_ROWS)
    .sort((a, b) => a.days.first - b.days.first || a.days.last - b.days.last || (a.label < b.label ? -1 : 1))
  const reports = inside.filter(row => row.kind === "report")
  const height = TOP + (drawn.length + 1) * ROW + 8
  const x = scale(frame)
  return html`<section id="timeline"><h2>Timeline</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Timeline"><svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="Incidents, warnings and reports by day">
${ticksOf(frame).map(
  ({ day, text }) =>
    html`<line class="grid" x1="${x(day)}" x2="${x(day)}" y1="${TOP - 8}" y2="${height - 6}"/><text class="tick" x="${x(day)}" y="${TOP - 14}">${text}</text>
`,
)}${drawn.map((row, index) => rowMarkup(row, TOP + index * ROW, frame, x))}${reportRow(reports, TOP + drawn.length * ROW, x)}</svg></div>
<p class="hint">Bars are incidents, diamonds are warnings (hollow when private), dots are reports. What is uncertain is drawn as wide as it is uncertain: a month is a month wide. ${drawn.length < inside.length - reports.length && `The ${MAX_ROWS} most told are drawn.`}</p>
${outsideNote(outside)}</section>
`
}

function rowsOf(sheet: Sheet): Row[] {
  const rows: Row[] = []
  const add = (row: Omit<Row, "days">) => {
    const days = daysOf(row.edtf)
    if (days) rows.push({ ...row, days })
  }
  for (const incident of sheet.overview.incidents)
    add({
      label: `${incident.code} ${incident.title}`,
      href: `#i-${incident.id}`,
      edtf: incident.when?.edtf ?? "",
      kind: "incident",
      look: incident.status,
      weight: storyWeight(incident),
    })
  for (const warning of sheet.caseFile.warnings)
    add({
      label: `Warning by ${warning.issuer.name || UNNAMED}`,
      href: warning.incidents.length === 0 ? "#s-warnings" : "#s-warned",
      edtf: warning.issued.edtf,
      kind: "warning",
      look: warning.channel,
      weight: warning.reports.length + (0 < warning.incidents.length ? 2000 : 0),
    })
  for (const report of sheet.caseFile.reports)
    add({
      label: `r${sheet.number(report.id)}`,
      href: `#r${sheet.number(report.id)}`,
      edtf: report.published?.edtf.slice(0, 10) ?? "",
      kind: "report",
      look: "",
      weight: 0,
    })
  return rows
}

const scale = (frame: DayRange) => (day: number) =>
  round(
    LABELS +
      ((Math.min(Math.max(day, frame.first), frame.last + 1) - frame.first) / (frame.last + 1 - frame.first)) *
        (WIDTH - LABELS - RIGHT),
  )

const round = (value: number) => Math.round(value * 10) / 10

function rowMarkup(row: Row, y: number, frame: DayRange, x: (day: number) => number): Markup {
  const from = x(row.days.first)
  const to = Math.max(x(row.days.last + 1), from + 5)
  // A stretch that goes on beyond the picture is open at that end.
  const cutLeft = row.days.first < frame.first
  const cutRight = frame.last < row.days.last
  const width = round(Math.min(to, WIDTH - RIGHT) - from)
  const middle = y + 8
  const shape =
    row.kind === "warning"
      ? width <= 14
        ? html`<path d="M${round(from + width / 2)} ${y + 1}l7 7l-7 7l-7 -7z"/>`
        : html`<rect x="${from}" y="${y + 4}" width="${width}" height="8" rx="4"/>`
      : html`<rect x="${from}" y="${y + 2}" width="${width}" height="12"/>`
  const arrows = html`${cutLeft && html`<path class="more" d="M${from - 2} ${middle - 4}l-5 4l5 4"/>`}${cutRight && html`<path class="more" d="M${from + width + 2} ${middle - 4}l5 4l-5 4"/>`}`
  return html`<a href="${row.href}"><g class="${row.kind} ${row.look}"><title>${row.label}: ${edtfInWords(row.edtf)}</title><text class="label" x="${LABELS - 10}" y="${y + 12}">${shortened(row.label, LABEL_LENGTH)}</text>${shape}${arrows}</g></a>
`
}

function reportRow(reports: readonly Row[], y: number, x: (day: number) => number): Markup {
  const perDay = Map.groupBy(reports, row => row.days.first)
  return html`<g class="reports"><text class="label" x="${LABELS - 10}" y="${y + 12}">reports published</text>${[
    ...perDay,
  ].map(
    ([day, rows]) =>
      html`<a href="${rows[0]!.href}"><title>${rows.map(row => row.label).join(", ")}: ${edtfInWords(edtfOfDay(day))}</title><circle cx="${round((x(day) + x(day + 1)) / 2)}" cy="${y + 8}" r="${round(2.5 + Math.sqrt(rows.length))}"/></a>`,
  )}</g>
`
}

/** "3 Nov" */
const shortDay = (edtf: string) => edtfInWords(edtf).replace(/^(\d+ \p{L}{3})\p{L}* \d+$/u, "$1")

/** Marks of the calendar, between four and nine of them. */
function ticksOf(frame: DayRange): { day: number; text: string }[] {
  const days = frame.last - frame.first + 1
  const ticks: { day: number; text: string }[] = []
  const step = [1, 2, 7, 14].find(step => days / step <= 9)
  if (step !== undefined) {
    for (
      let day = frame.first + ((step - (((frame.first % step) + step) % step)) % step);
      day <= frame.last;
      day += step
    )
      ticks.push({ day, text: shortDay(edtfOfDay(day)) })
    return ticks
  }
  const months = days / 30.4
  const monthStep = [1, 2, 3, 6, 12, 24, 60, 120].find(step => months / step <= 9) ?? 240
  for (let day = frame.first; day <= frame.last; day++) {
    const [year, month, date] = edtfOfDay(day).split("-").map(Number) as [number, number, number]
    if (date !== 1 || (year * 12 + month - 1) % monthStep !== 0) continue
    ticks.push({ day, text: 12 <= monthStep ? String(year) : edtfInWords(edtfOfDay(day).slice(0, 7)) })
  }
  return ticks
}

/** What lies years before or after: named, not drawn, since a picture of decades would show nothing of the days. */
function outsideNote(outside: readonly Row[]): Markup | undefined {
  if (outside.length === 0) return undefined
  const sorted = [...outside].sort((a, b) => a.days.first - b.days.first)
  return html`<details class="outside"><summary>${sorted.length} more outside the picture</summary>
${sorted.map(row => {
  const date = edtfInWords(row.edtf)
  return html`<p class="line"><span class="label">${date}</span><span class="words"><a href="${row.href}">${row.label.replace(`, ${date}`, "")}</a></span></p>
`
})}</details>
`
}
