import { z } from "zod"
import { type DayRange, daysOf, edtfOfDay } from "../../../core/edtf.ts"
import { HeedError } from "../../../core/error.ts"
import { statusSchema } from "../../../core/status.ts"
import { storyDays } from "../../story-days.ts"
import { counted } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { evidenceViewSchema } from "../evidence-view.ts"
import { placeViewSchema } from "../place-view.ts"
import { daysInWords, eraSchema, erasOf } from "./timeline-eras.ts"
import {
  type IncidentMark,
  incidentMarkSchema,
  type TimelineItem,
  timelineItems,
  type WarningMark,
  warningMarkSchema,
} from "./timeline-items.ts"

/**
 * What is asked of the line of days and the map. `days`: "2031-09-01/2031-12-05", "all", or the days of the story when it is left out.
 * `area`: a country's code (ISO 3166-1 alpha-2) or the key of a place.
 */
export const timelineAskedSchema = z.object({ days: z.string().optional(), area: z.string().max(40).optional() })
export type TimelineAsked = z.output<typeof timelineAskedSchema>

const countsSchema = z
  .object({
    /** In these days and this area. */
    shown: z.number().int(),
    total: z.number().int(),
    earlier: z.number().int(),
    later: z.number().int(),
    undated: z.number().int(),
    /** In these days, but not in this area. */
    elsewhere: z.number().int(),
  })
  .readonly()

const stretchSchema = z
  .object({ first: z.number().int(), last: z.number().int(), days: z.string(), words: z.string() })
  .readonly()

const binSchema = z.object({ first: z.number().int(), last: z.number().int(), count: z.number().int() }).readonly()

/** A place of the map with what lies there in these days. `chosen`: in the area asked for. */
export const mapPlaceSchema = placeViewSchema
  .unwrap()
  .extend({
    incidents: z.number().int(),
    warnings: z.number().int(),
    /** "2 incidents, 1 warning". */
    counts: z.string(),
    /** Its most told incident, or warning where it has none. */
    first: z
      .object({
        kind: z.enum(["incident", "warning"]),
        id: z.string(),
        status: statusSchema.optional(),
        evidence: z.array(evidenceViewSchema).readonly(),
      })
      .readonly(),
    chosen: z.boolean(),
  })
  .readonly()
export type MapPlaceView = z.infer<typeof mapPlaceSchema>

/** The line of days and the map, one filtering the other. */
export const timelineViewSchema = z
  .object({
    /** The days shown; null when nothing of the case has a date. */
    window: stretchSchema.nullable(),
    story: stretchSchema.nullable(),
    all: stretchSchema.nullable(),
    showsAll: z.boolean(),
    area: z.object({ key: z.string(), name: z.string() }).readonly().nullable(),
    incidents: countsSchema,
    warnings: countsSchema,
    eras: z.array(eraSchema).readonly(),
    /** Where what lies before and after these days begins and ends. */
    before: stretchSchema.nullable(),
    after: stretchSchema.nullable(),
    marks: z.array(incidentMarkSchema).readonly(),
    bars: z.array(warningMarkSchema).readonly(),
    /** Items that are not drawn one by one, counted by stretch of days: the most told are drawn. */
    moreMarks: z.array(binSchema).readonly(),
    moreBars: z.array(binSchema).readonly(),
    /** Reports by day of publication, of longer stretches by several days. `numbers` are of the first few. */
    reports: z
      .array(
        binSchema
          .unwrap()
          .extend({ numbers: z.array(z.number().int()).readonly() })
          .readonly(),
      )
      .readonly(),
    undated: z
      .object({ marks: z.array(incidentMarkSchema).readonly(), bars: z.array(warningMarkSchema).readonly() })
      .readonly(),
    places: z.array(mapPlaceSchema).readonly(),
    /** Places that are not drawn because there are too many. */
    morePlaces: z.number().int(),
    /** Incidents of these days whose place no map can show. */
    unplaced: z.object({ total: z.number().int(), marks: z.array(incidentMarkSchema).readonly() }).readonly(),
    countries: z
      .array(z.object({ key: z.string(), name: z.string(), incidents: z.number().int() }).readonly())
      .readonly(),
  })
  .readonly()
export type TimelineView = z.infer<typeof timelineViewSchema>
export type Stretch = z.infer<typeof stretchSchema>
type IncidentMarks = TimelineView["marks"]
type WarningBars = TimelineView["bars"]

/** Marks drawn one by one, the most told first; the others are counted. A picture of more is a wall. */
const MOST_MARKS = 120
const MOST_BARS = 60
const MOST_PLACES = 200
/** Items without a date or a place that come along; the list has all. */
const MOST_BESIDE = 25
/** Parts in which what is not drawn one by one is counted; stretches of days in which reports are. */
const BINS = 60
const MOST_REPORT_BINS = 370
const MOST_NUMBERS = 12

/** The line of days and the map of the case, in the days and the area asked for. */
export function timelineView(index: CaseIndex, asked: TimelineAsked): TimelineView {
  const items = timelineItems(index)
  const picked = pickItems(index, asked)
  const { window, story, all, area } = picked
  const published = reportDays(index)
  const [marks, moreMarks] = drawn(picked.shown, "incident", MOST_MARKS, window)
  const [bars, moreBars] = drawn(picked.shown, "warning", MOST_BARS, window)
  const undated = picked.placed.filter(item => item.extent === undefined)
  const dated = items.flatMap(({ kind, extent }) => (extent ? [{ kind, days: extent }] : []))
  const unplaced = picked.inDays.filter(item => item.kind === "incident" && isUnplaced(item))
  const { places, more } = placesOf(picked.inDays, area)
  return {
    window,
    story,
    all,
    showsAll: picked.showsAll,
    area: area === undefined ? null : { key: area, name: areaName(items, area) },
    incidents: countsOf(picked, items, "incident"),
    warnings: countsOf(picked, items, "warning"),
    eras: dated.length + published.length === 0 ? [] : erasOf([...dated, ...published]),
    before: all && window && all.first < window.first ? stretch(all.first, window.first - 1) : null,
    after: all && window && window.last < all.last ? stretch(window.last + 1, all.last) : null,
    marks: marks as IncidentMarks,
    bars: bars as WarningBars,
    moreMarks,
    moreBars,
    reports: window === null ? [] : reportBins(published, window),
    undated: {
      marks: first(undated, "incident") as IncidentMarks,
      bars: first(undated, "warning") as WarningBars,
    },
    places,
    morePlaces: more,
    unplaced: { total: unplaced.length, marks: first(unplaced, "incident") as IncidentMarks },
    countries: countriesOf(picked.inDays),
  }
}

/** The items of a line of days. `inDays` before the area is asked about, `placed` before the days are. */
export interface PickedItems {
  readonly window: Stretch | null
  readonly story: Stretch | null
  readonly all: Stretch | null
  readonly showsAll: boolean
  readonly area: string | undefined
  readonly inDays: readonly TimelineItem[]
  readonly placed: readonly TimelineItem[]
  readonly shown: readonly TimelineItem[]
}

/** What of the case lies in the days and the area asked for. All of it, without a date too, when all days are asked for. */
export function pickItems(index: CaseIndex, { days, area }: TimelineAsked): PickedItems {
  const items = timelineItems(index)
  const dated = items.flatMap(({ kind, extent, weight }) => (extent ? [{ kind, days: extent, weight }] : []))
  const published = reportDays(index).map(report => ({ ...report, weight: 0 }))
  const storyRange = storyDays([...dated, ...published])
  const story = storyRange ? stretch(storyRange.first, storyRange.last) : null
  const all = wholeOf([...dated, ...published].map(item => item.days))
  // Where only reports have a date there is no story to open at.
  const showsAll = days === "all" || (days === undefined && dated.length === 0)
  const window = showsAll ? all : days === undefined ? story : askedStretch(days)
  const inDays = showsAll ? items : items.filter(({ extent }) => extent !== undefined && meets(extent, window!))
  const isInside = area === undefined ? () => true : insideOf(items, area)
  return {
    window,
    story,
    all,
    showsAll,
    area,
    inDays,
    placed: items.filter(isInside),
    shown: inDays.filter(isInside),
  }
}

const meets = (a: DayRange, b: DayRange) => a.first <= b.last && b.first <= a.last

function stretch(firstDay: number, lastDay: number): Stretch {
  const days = { first: firstDay, last: lastDay }
  return { ...days, days: `${edtfOfDay(firstDay)}/${edtfOfDay(lastDay)}`, words: daysInWords(days) }
}

function askedStretch(days: string): Stretch {
  const range = /^-?\d{4}-\d\d-\d\d\/-?\d{4}-\d\d-\d\d$/.test(days) ? daysOf(days) : undefined
  if (!range)
    throw new HeedError("bad-request", `days ${days} are not "all" and no stretch such as 2031-09-01/2031-12-05`)
  return stretch(range.first, range.last)
}

function wholeOf(ranges: readonly DayRange[]): Stretch | null {
  if (ranges.length === 0) return null
  const whole = ranges.reduce((a, b) => ({ first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }))
  const margin = Math.max(1, Math.round((whole.last - whole.first) * 0.02))
  return stretch(whole.first - margin, whole.last + margin)
}

/** In an area lies what has its place there; a warning also when it met an incident there. */
function insideOf(items: readonly TimelineItem[], area: string): (item: TimelineItem) => boolean {
  const isThere = ({ place }: TimelineItem) => place?.key === area || place?.country === area
  const incidents = new Set(items.filter(item => item.kind === "incident" && isThere(item)).map(({ id }) => id))
  return item => isThere(item) || item.met.some(id => incidents.has(id))
}

function areaName(items: readonly TimelineItem[], area: string): string {
  for (const { place } of items) {
    if (place?.key === area) return place.words
    if (place?.country === area && place.countryName !== undefined) return place.countryName
  }
  return "an area of which nothing is told"
}

function countsOf({ window, inDays, shown }: PickedItems, items: readonly TimelineItem[], kind: TimelineItem["kind"]) {
  const own = items.filter(item => item.kind === kind)
  const count = (some: readonly TimelineItem[]) => some.filter(item => item.kind === kind).length
  return {
    shown: count(shown),
    total: own.length,
    earlier: own.filter(({ extent }) => extent && window && extent.last < window.first).length,
    later: own.filter(({ extent }) => extent && window && window.last < extent.first).length,
    undated: own.filter(({ extent }) => extent === undefined).length,
    elsewhere: count(inDays) - count(shown),
  }
}

const first = (items: readonly TimelineItem[], kind: TimelineItem["kind"]) =>
  items
    .filter(item => item.kind === kind)
    .slice(0, MOST_BESIDE)
    .map(item => item.mark())

/** The most told of a kind as marks in order of days, and the others counted. */
function drawn(items: readonly TimelineItem[], kind: TimelineItem["kind"], most: number, window: Stretch | null) {
  const dated = items.filter(item => item.kind === kind && item.extent !== undefined)
  const told = new Set([...dated].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, most))
  const rest = dated.filter(item => !told.has(item))
  const bins =
    window === null
      ? []
      : binned(
          rest.map(({ extent }) => extent!),
          window,
          BINS,
        )
  return [
    dated.filter(item => told.has(item)).map(item => item.mark()),
    bins.map(({ first, last, inside }) => ({ first, last, count: inside.length })),
  ] as const
}

/** Days counted by equal parts of the window, at their middle; without the empty parts. */
function binned<T extends DayRange>(days: readonly T[], window: DayRange, most: number) {
  const size = Math.max(1, Math.ceil((window.last - window.first + 1) / most))
  const binOf = ({ first, last }: DayRange) =>
    Math.floor((Math.min(Math.max(Math.floor((first + last) / 2), window.first), window.last) - window.first) / size)
  return [...Map.groupBy(days, binOf)]
    .sort(([a], [b]) => a - b)
    .map(([at, inside]) => ({
      first: window.first + at * size,
      last: Math.min(window.last, window.first + (at + 1) * size - 1),
      inside,
    }))
}

/** Day of publication of each report that has one. */
function reportDays({ caseFile, numbers }: CaseIndex) {
  return caseFile.reports.flatMap(({ id, published }) => {
    const days = daysOf(published?.edtf.slice(0, 10) ?? "")
    return days ? [{ kind: "report" as const, days: { ...days, number: numbers.get(id)! } }] : []
  })
}

function reportBins(published: ReturnType<typeof reportDays>, window: Stretch): TimelineView["reports"] {
  const inside = published.map(({ days }) => days).filter(days => meets(days, window))
  return binned(inside, window, MOST_REPORT_BINS).map(({ first, last, inside }) => ({
    first,
    last,
    count: inside.length,
    numbers: inside
      .map(({ number }) => number)
      .sort((a, b) => a - b)
      .slice(0, MOST_NUMBERS),
  }))
}

const isUnplaced = ({ place }: TimelineItem) => place === undefined || place.drawn === "none"

/** The places of the items, those with most incidents first. */
function placesOf(items: readonly TimelineItem[], area: string | undefined) {
  const byPlace = [
    ...Map.groupBy(
      items.filter(item => !isUnplaced(item)),
      ({ place }) => place!.key,
    ).values(),
  ].map(same => {
    const incidents = same.filter(({ kind }) => kind === "incident")
    const warnings = same.length - incidents.length
    const most = (0 < incidents.length ? incidents : same).reduce((a, b) => (a.weight < b.weight ? b : a))
    return { place: most.place!, incidents: incidents.length, warnings, most }
  })
  byPlace.sort(
    (a, b) => b.incidents - a.incidents || b.most.weight - a.most.weight || (a.place.key < b.place.key ? -1 : 1),
  )
  const places = byPlace.slice(0, MOST_PLACES).map(({ place, incidents, warnings, most }) => ({
    ...place,
    incidents,
    warnings,
    counts: [
      ...(0 < incidents ? [counted(incidents, "incident")] : []),
      ...(0 < warnings ? [counted(warnings, "warning")] : []),
    ].join(", "),
    first: mostTold(most.mark()),
    chosen: area === undefined || place.key === area || place.country === area,
  }))
  return { places, more: byPlace.length - places.length }
}

const mostTold = (mark: IncidentMark | WarningMark): MapPlaceView["first"] => ({
  kind: mark.kind,
  id: mark.id,
  ...(mark.kind === "incident" && { status: mark.status }),
  evidence: mark.evidence.slice(0, 1),
})

/** The countries of the incidents, those with most first. */
function countriesOf(items: readonly TimelineItem[]): TimelineView["countries"] {
  const told = items.filter(({ kind, place }) => kind === "incident" && place?.country !== undefined)
  return [...Map.groupBy(told, ({ place }) => place!.country!)]
    .map(([key, same]) => ({
      key,
      name: same.find(({ place }) => place?.countryName !== undefined)?.place?.countryName ?? key,
      incidents: same.length,
    }))
    .sort((a, b) => b.incidents - a.incidents || (a.name < b.name ? -1 : 1))
}
