import type { BlindSpot, Incident, Lineage } from "../core/casefile.ts"
import { daysOf } from "../core/edtf.ts"
import type { Teller } from "./case-report.ts"
import { labelOf } from "./incidents/event-types.ts"
import { namesOffice } from "./officials.ts"
import type { CasePack } from "./options.ts"
import { compareText, groupBy, sortBy, Union, unique } from "./union.ts"

/** A report as far as blind spots ask for it. `language` is BCP 47, "und" when unknown. */
export interface SeenReport extends Teller {
  readonly sourceName: string
  readonly language: string
}

/** What blind spots are read from: nothing that the input does not show. */
export interface BlindSpotInput {
  readonly reports: readonly SeenReport[]
  readonly lineage: readonly Lineage[]
  readonly incidents: readonly Incident[]
  readonly pack: CasePack
  /** Reports without a date of which other reports tell the days between which they were published. */
  readonly bounded: ReadonlySet<string>
}

/** What the case cannot show, said aloud. Never "uncorroborated": a case does not know what was not put into it. */
export function findBlindSpots(input: BlindSpotInput): BlindSpot[] {
  const { reports } = input
  if (reports.length === 0) return []
  return [
    ...undated(input),
    ...copies(input),
    ...localLanguage(input),
    ...officialToll(input),
    ...singleOrigin(input),
    ...circular(input),
  ]
}

function undated({ reports, bounded }: BlindSpotInput): BlindSpot[] {
  const found = reports.filter(report => report.publishedDays === undefined && !bounded.has(report.id))
  if (found.length === 0) return []
  const names = listOf(found.map(report => report.sourceName))
  const [has, it] = found.length === 1 ? ["has", "it is"] : ["have", "they are"]
  return [
    {
      code: "no-publication-date",
      text: `${names} ${has} no publication date: what ${it === "it is" ? "it says" : "they say"} cannot be put in order, and ${it} kept at every "as known at"`,
      reports: found.map(report => report.id),
    },
  ]
}

function copies({ reports, lineage }: BlindSpotInput): BlindSpot[] {
  const resting = unique(
    lineage
      .filter(item => item.to !== null && (item.kind === "copies" || item.kind === "rewrites"))
      .map(item => item.from),
  ).sort(compareText)
  if (resting.length === 0) return []
  const word = resting.length === 1 ? "rests" : "rest"
  return [
    {
      code: "copies",
      text: `${resting.length} of ${reports.length} reports ${word} on another report of the case, which ${resting.length === 1 ? "it copies or rewrites" : "they copy or rewrite"}`,
      reports: resting,
    },
  ]
}

/** Only where the main incident's country, its languages and the language of every report are known. */
function localLanguage({ reports, incidents, pack }: BlindSpotInput): BlindSpot[] {
  const main = mainIncident(incidents, reports)
  const country = main?.where?.kind === "place" ? main.where.country : undefined
  const languages = country === undefined ? undefined : pack.languages?.[country]
  const countryName = (main?.where?.kind === "place" && main.where.within?.at(-1)) || country
  if (!languages || reports.some(report => report.language === "und")) return []
  if (reports.some(report => languages.includes(report.language.split("-")[0]!))) return []
  return [
    {
      code: "no-local-language",
      text: `${main!.title}: no report in a language of the country, ${countryName} (${languages.map(key => pack.languageNames?.[key] ?? key).join(", ")})`,
      reports: [],
    },
  ]
}

/** The last day on which an official source gave a toll, when reports of later days have none of their own. */
function officialToll({ incidents, reports }: BlindSpotInput): BlindSpot[] {
  const main = mainIncident(incidents, reports)
  const fact = main?.facts.find(item => item.slot === "killed")
  if (!main || !fact) return []
  const official = fact.positions.flatMap(position =>
    position.assertions.filter(assertion => assertion.attribution.slice(1).some(isOfficial)),
  )
  if (official.length === 0)
    return [
      {
        code: "no-official-toll",
        text: `${main.title}: none of the tolls is attributed to an official or other named source`,
        reports: unique(
          fact.positions.flatMap(position => position.assertions.map(assertion => assertion.evidence[0]!.reportId)),
        ).sort(compareText),
      },
    ]
  const dayOf = new Map(reports.map(report => [report.id, report.publishedDays?.last]))
  const days = official.flatMap(assertion => dayOf.get(assertion.evidence[0]!.reportId) ?? [])
  const later = reports.filter(report => report.publishedDays !== undefined && main.reports.includes(report.id))
  if (days.length === 0 || !later.some(report => Math.max(...days) < report.publishedDays!.first)) return []
  const last = later.find(report => report.publishedDays!.last === Math.max(...days))
  return [
    {
      code: "no-official-toll",
      text: `${main.title}: no toll from an official or other named source after ${last?.published.slice(0, 10) ?? "that"}`,
      reports: last ? [last.id] : [],
    },
  ]
}

function isOfficial(step: { readonly kind: string; readonly name: string }): boolean {
  return step.kind === "organization" || step.kind === "person" || namesOffice(step.name)
}

/** More origins than this with incidents of theirs alone are told in one line: a large case has dozens. */
const MOST_ORIGINS = 5

/** Incidents that several reports tell from one origin, in one line for each origin. Said of this case: others may have told of them. */
function singleOrigin({ incidents, pack }: BlindSpotInput): BlindSpot[] {
  const alone = incidents.filter(incident => 1 < incident.reports.length && incident.origins.high === 1)
  const byOrigin = groupBy(alone, incident => incident.origins.names[0] ?? "one origin")
  const spots = sortBy([...byOrigin], ([origin]) => origin).map(([origin, group]) => {
    const titles = sortBy(
      group.map(incident => incident.title || labelOf(incident.type, pack)),
      title => title,
    )
    const reports = unique(group.flatMap(incident => incident.reports)).sort(compareText)
    return {
      code: "one-origin",
      text:
        group.length === 1
          ? `no independent source in this case for ${titles[0]}: ${reports.length} reports, all from ${origin}`
          : `no independent source in this case for ${group.length} incidents, all from ${origin}: ${someOf(titles, "; ")}`,
      reports,
    }
  })
  if (spots.length <= MOST_ORIGINS) return spots
  return [
    {
      code: "one-origin",
      text: `no independent source in this case for ${alone.length} incidents that several reports tell, each from one origin; the list of incidents says which`,
      reports: unique(spots.flatMap(spot => spot.reports)).sort(compareText),
    },
  ]
}

/** Names told in one line, at most. */
const MOST_NAMES = 6

/** The first of many, and how many more. */
function someOf(names: readonly string[], between: string): string {
  const more = names.length - MOST_NAMES
  return more < 2 ? names.join(between) : `${names.slice(0, MOST_NAMES).join(between)}${between}and ${more} more`
}

/** "a", "a and b", "a, b and c". */
function listOf(names: readonly string[]): string {
  if (MOST_NAMES + 1 < names.length) return someOf(names, ", ").replace(/, (and \d+ more)$/, " $1")
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}

/** Reports that lead back to each other, each circle in a line of its own. */
function circular({ lineage, reports }: BlindSpotInput): BlindSpot[] {
  const circles = lineage.filter(item => item.kind === "cites" && item.to !== null && item.why.includes("circular"))
  const union = new Union()
  for (const { from, to } of circles) union.join(from, to!)
  const groups = groupBy(unique(circles.flatMap(({ from, to }) => [from, to!])).sort(compareText), id => union.root(id))
  return sortBy([...groups], ([root]) => root).map(([, ids]) => {
    const names = ids.map(id => reports.find(report => report.id === id)?.sourceName ?? id)
    const outside = lineage.some(({ from, to }) => ids.includes(from) && (to === null || !ids.includes(to)))
    return {
      code: "circular-citation",
      text: `${listOf(names)} cite each other${outside ? ", which makes none of them a source for the other" : ", and no source outside them"}`,
      reports: ids,
    }
  })
}

/** The incident most reports tell in the foreground; the newest of those. Undefined when fewer than half of the reports tell of it: a case of many stories has none. */
function mainIncident(incidents: readonly Incident[], reports: readonly SeenReport[]): Incident | undefined {
  const [main] = sortBy(
    incidents,
    incident => (incident.background ? 1 : 0),
    incident =>
      -unique(incident.mentions.filter(mention => !mention.background).map(mention => mention.reportId)).length,
    incident => -incident.reports.length,
    incident => -(incident.when === null ? 0 : (daysOf(incident.when.edtf)?.first ?? 0)),
    incident => incident.id,
  )
  return main && reports.length <= 2 * main.reports.length ? main : undefined
}
