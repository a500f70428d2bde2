import type { EventMention, SlotFill } from "../../src/core/reading.ts"
import { isProposal } from "../../src/core/reading.ts"
import { findEvents } from "../../src/extract/events/find-events.ts"
import { findSetting, type Setting } from "../../src/extract/setting/find-setting.ts"
import { politicalViolence } from "../../src/packs/political-violence/pack.ts"
import type { Figure, Part, Run } from "../part.ts"
import { type ArticleFacts, articleFacts } from "../read/article-facts.ts"
import { type IncidentReport, incidentReports } from "../read/incident-reports.ts"
import { percent, shareFigure } from "../tally.ts"
import { analysisOf } from "./events-of.ts"
import { isSameTown } from "./same-town.ts"

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
  const sure = { date: emptyShare(), city: emptyShare() }
  const given = { date: 0, city: 0 }
  for (const report of reports) {
    const analysis = analysisOf(report.text, report.published, run)
    const events = findEvents(analysis, politicalViolence).value
    const told = factsOf(events, findSetting(analysis, events))
    const isRight = {
      killed: told.killed === report.killed,
      injured: told.injured === report.injured,
      date: told.date === report.date,
      city: report.city === undefined || isRightTown(told.where, report.city),
    }
    for (const [field, fill] of [
      ["date", told.when],
      ["city", told.where],
    ] as const) {
      if (fill) given[field]++
      if (fill && !isProposal(fill)) sure[field].of++
      if (fill && !isProposal(fill) && isRight[field]) sure[field].right++
    }
    for (const field of FIELDS) {
      if (isRight[field]) right[field]++
      else
        run.wrong(
          kindOf(field, told, report),
          `${report.published} found ${wordsOf(told)}, record ${recordOf(report)}: ${report.text.slice(0, 500).replace(/\s+/g, " ")}`,
        )
    }
  }
  const hasCities = reports.some(({ city }) => city !== undefined)
  return FIELDS.filter(field => field !== "city" || hasCities).flatMap(field => {
    if (field === "killed" || field === "injured") return [shareFigure(field, right[field], reports.length, "reports")]
    const detail = `${given[field]} given, ${percent(given[field] === 0 ? undefined : right[field] / given[field])} of them right`
    return [
      shareFigure(field, right[field], reports.length, "reports", detail),
      shareFigure(`${field} where sure`, sure[field].right, sure[field].of, "reports", "a chance of 0.8 and more"),
    ]
  })
}

function emptyShare() {
  return { right: 0, of: 0 }
}

function isRightTown(where: SlotFill | undefined, city: string): boolean {
  return where?.value.kind === "place" && isSameTown(where.value, city)
}

function kindOf(field: (typeof FIELDS)[number], told: Facts, record: ArticleFacts): string {
  if (field === "date") return told.when ? "date wrong" : "date not given"
  if (field === "city") return told.where ? "city wrong" : "city not given"
  return told[field] < record[field] ? `${field} too few` : `${field} too many`
}

function recordOf({ killed, injured, date, city }: ArticleFacts): string {
  return JSON.stringify({ killed, injured, date, city })
}

interface Facts extends Setting {
  readonly killed: number
  readonly injured: number
  /** The day of `when`. */
  readonly date: string | undefined
}

function wordsOf({ killed, injured, when, where }: Facts): string {
  const fills = [when, where].map(fill => fill && `${shown(fill)} (${fill.score}, "${fill.evidence.text}")`)
  return `${killed} killed, ${injured} injured, ${fills.join(", ")}`
}

function shown({ value }: SlotFill): string {
  return value.kind === "time" ? value.edtf : value.kind === "place" ? value.name : value.text
}

/** One set of facts for a report about one incident: the largest toll told of an event that is no background, and the report's day and town. */
function factsOf(events: readonly EventMention[], setting: Setting): Facts {
  const fills = events
    .filter(event => event.type === "attack" && event.status === "occurred" && !event.background && !event.plural)
    .flatMap(event => event.fills)
  const most = (slot: string) =>
    Math.max(
      0,
      ...fills.flatMap(({ slot: other, value }) => (other === slot && value.kind === "count" ? [value.low] : [])),
    )
  const when = setting.when?.value
  return {
    killed: most("killed"),
    injured: most("wounded"),
    date: when?.kind === "time" ? when.edtf.slice(0, 10) : undefined,
    ...setting,
  }
}
