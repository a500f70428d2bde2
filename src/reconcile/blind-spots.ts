import type { BlindSpot, Incident, Lineage } from "../core/casefile.ts"
import { daysOf } from "../core/edtf.ts"
import type { CaseReport } from "./case-report.ts"
import { labelOf } from "./incidents/event-types.ts"
import type { CasePack } from "./options.ts"
import { compareText, sortBy, unique } from "./union.ts"

/** What blind spots are read from: nothing that the input does not show. */
export interface BlindSpotInput {
  readonly reports: readonly CaseReport[]
  readonly lineage: readonly Lineage[]
  readonly incidents: readonly Incident[]
  readonly pack: CasePack
}

/** What the case cannot show, said aloud. Never "uncorroborated": a case does not know what was not put into it. */
export function findBlindSpots(input: BlindSpotInput): BlindSpot[] {
  const { reports } = input
  if (reports.length === 0) return []
  return [
    ...undated(reports),
    ...copies(input),
    ...localLanguage(input),
    ...officialToll(input),
    ...singleOrigin(input),
    ...circular(input),
  ]
}

function undated(reports: readonly CaseReport[]): BlindSpot[] {
  return reports
    .filter(report => report.publishedDays === undefined)
    .map(report => ({
      code: "no-publication-date",
      text: `${report.sourceName} has no publication date: what it says cannot be put in order, and it is kept at every "as known at"`,
      reports: [report.id],
    }))
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
      text: `${resting.length} of ${reports.length} reports ${word} on another report of the case: they copy or rewrite it`,
      reports: resting,
    },
  ]
}

/** Only where the main incident's country, its languages and the language of every report are known. */
function localLanguage({ reports, incidents, pack }: BlindSpotInput): BlindSpot[] {
  const main = mainIncident(incidents)
  const country = main?.where?.kind === "place" ? main.where.country : undefined
  const languages = country === undefined ? undefined : pack.languages?.[country]
  if (!languages || reports.some(report => report.report.language === "und")) return []
  if (reports.some(report => languages.includes(report.report.language.split("-")[0]!))) return []
  return [
    {
      code: "no-local-language",
      text: `no report in a language of ${country} (${languages.join(", ")}), where ${main!.title} happened`,
      reports: [],
    },
  ]
}

/** The last day on which an official or other named source gave a toll, when reports of later days have none of their own. */
function officialToll({ incidents, reports }: BlindSpotInput): BlindSpot[] {
  const main = mainIncident(incidents)
  const fact = main?.facts.find(item => item.slot === "killed")
  if (!main || !fact) return []
  const official = fact.positions.flatMap(position =>
    position.assertions.filter(assertion =>
      assertion.attribution.slice(1).some(step => step.kind === "organization" || step.kind === "person"),
    ),
  )
  if (official.length === 0)
    return [
      {
        code: "no-official-toll",
        text: `no toll of ${main.title} is given to a named source`,
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
      text: `no toll of ${main.title} from a named source after ${last?.published.slice(0, 10) ?? "that"}`,
      reports: last ? [last.id] : [],
    },
  ]
}

/** Incidents that several reports tell from one origin. */
function singleOrigin({ incidents, pack }: BlindSpotInput): BlindSpot[] {
  return incidents
    .filter(incident => 1 < incident.reports.length && incident.origins.high === 1)
    .map(incident => ({
      code: "one-origin",
      text: `no independent source for ${incident.title || labelOf(incident.type, pack)}: ${incident.reports.length} reports, all from ${incident.origins.names[0] ?? "one origin"}`,
      reports: incident.reports,
    }))
}

function circular({ lineage }: BlindSpotInput): BlindSpot[] {
  const circles = lineage.filter(item => item.kind === "cites" && item.why.includes("circular"))
  if (circles.length === 0) return []
  return [
    {
      code: "circular-citation",
      text: "reports cite each other for the same thing, with no source outside them",
      reports: unique(circles.flatMap(item => [item.from, item.to!])).sort(compareText),
    },
  ]
}

/** The incident most reports tell in the foreground; the newest of those. */
function mainIncident(incidents: readonly Incident[]): Incident | undefined {
  return sortBy(
    incidents,
    incident => (incident.background ? 1 : 0),
    incident =>
      -unique(incident.mentions.filter(mention => !mention.background).map(mention => mention.reportId)).length,
    incident => -incident.reports.length,
    incident => -(incident.when === null ? 0 : (daysOf(incident.when.edtf)?.first ?? 0)),
    incident => incident.id,
  )[0]
}
