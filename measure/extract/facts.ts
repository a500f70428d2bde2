import type { EventMention } from "../../src/core/reading.ts"
import type { Figure, Part, Run } from "../part.ts"
import { type ArticleFacts, articleFacts } from "../read/article-facts.ts"
import { type IncidentReport, incidentReports } from "../read/incident-reports.ts"
import { percent, shareFigure } from "../tally.ts"
import { eventsOf } from "./events-of.ts"

/** Killed, injured, date and, where the record names it, city of the incident that a report is about. */
export const facts: Part<ArticleFacts> = {
  name: "facts",
  about: "killed, injured and date of one shooting report",
  format: articleFacts,
  documents: "reports",
  measure: scored,
}

/** The same with the city, on reports of another collection. */
export const cityFacts: Part<IncidentReport> = {
  name: "city-facts",
  about: "the same with the city, on reports grouped by incident",
  format: incidentReports,
  documents: "reports",
  measure: (reports, run) =>
    scored(
      reports.map(({ title, text, published, incident }) => ({
        text: `${title}\n\n${text}`,
        published,
        killed: incident.num_killed,
        injured: incident.num_injured,
        date: incident.date,
        city: incident.city_or_county,
      })),
      run,
    ),
}

const FIELDS = ["killed", "injured", "date", "city"] as const

function scored(reports: readonly ArticleFacts[], run: Run): Figure[] {
  const right = { killed: 0, injured: 0, date: 0, city: 0 }
  const given = { date: 0, city: 0 }
  for (const report of reports) {
    const told = factsOf(eventsOf(report.text, report.published, run))
    if (0 < told.dates.length) given.date++
    if (0 < told.places.length) given.city++
    const isRight = {
      killed: told.killed === report.killed,
      injured: told.injured === report.injured,
      date: told.dates[0]?.slice(0, 10) === report.date,
      city: report.city === undefined || told.places.includes(report.city),
    }
    for (const field of FIELDS) {
      if (isRight[field]) right[field]++
      else
        run.wrong(
          kindOf(field, told, report),
          `${report.published} found ${JSON.stringify(told)}, record ${recordOf(report)}: ${report.text.slice(0, 500).replace(/\s+/g, " ")}`,
        )
    }
  }
  const hasCities = reports.some(({ city }) => city !== undefined)
  return FIELDS.filter(field => field !== "city" || hasCities).map(field =>
    shareFigure(
      field,
      right[field],
      reports.length,
      "reports",
      field === "killed" || field === "injured" ? undefined : whereGiven(right[field], given[field]),
    ),
  )
}

function whereGiven(right: number, given: number): string {
  return `${given} given, ${percent(given === 0 ? undefined : right / given)} of them right`
}

function kindOf(field: (typeof FIELDS)[number], told: Facts, record: ArticleFacts): string {
  if (field === "date") return told.dates.length === 0 ? "date not given" : "date wrong"
  if (field === "city") return told.places.length === 0 ? "city not given" : "city wrong"
  return told[field] < record[field] ? `${field} too few` : `${field} too many`
}

function recordOf({ killed, injured, date, city }: ArticleFacts): string {
  return JSON.stringify({ killed, injured, date, city })
}

interface Facts {
  readonly killed: number
  readonly injured: number
  readonly dates: readonly string[]
  readonly places: readonly string[]
}

/** One set of facts for a report about one incident: the largest toll told of an event that is no background, the first day, all places. */
function factsOf(events: readonly EventMention[]): Facts {
  const fills = events
    .filter(event => event.type === "attack" && event.status === "occurred" && !event.background && !event.plural)
    .flatMap(event => event.fills)
  const most = (slot: string) =>
    Math.max(
      0,
      ...fills.flatMap(({ slot: other, value }) => (other === slot && value.kind === "count" ? [value.low] : [])),
    )
  return {
    killed: most("killed"),
    injured: most("wounded"),
    dates: fills.flatMap(({ slot, value }) =>
      slot === "when" && value.kind === "time" && value.edtf !== "" ? [value.edtf] : [],
    ),
    places: fills.flatMap(({ value }) => (value.kind === "place" ? [value.name, ...(value.within ?? [])] : [])),
  }
}
