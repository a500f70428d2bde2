import type { CaseFile, Incident } from "../../src/core/casefile.ts"
import { daysOf, edtfOfDay } from "../../src/core/edtf.ts"
import type { Reading } from "../../src/core/reading.ts"
import type { Value } from "../../src/core/value.ts"
import { makeEngine } from "../../src/make-engine.ts"
import { followsDeed } from "../../src/reconcile/incidents/event-types.ts"
import type { Part } from "../part.ts"
import { type IncidentRecord, type IncidentReport, incidentReports, rawReportOf } from "../read/incident-reports.ts"
import { shareFigure } from "../tally.ts"
import { bCubed, groupingFigure, groupsOf, pairwise } from "./grouping.ts"

const FIELDS = ["date", "city", "killed", "injured"] as const

/** Reports into incidents, and the facts of incidents of two and more reports against the record. One case of all reports. */
export const incidents: Part<IncidentReport> = {
  name: "incidents",
  about: "reports into incidents, and facts of incidents from several reports",
  format: incidentReports,
  documents: "reports",
  measure(reports, run) {
    const engine = makeEngine()
    const readings = reports.map(report => engine.read(rawReportOf(report)))
    const before = process.cpuUsage()
    const caseFile = engine.build(readings, { name: "all" })
    const { user, system } = process.cpuUsage(before)

    const about = new Map(readings.map((reading, index) => [reading.report.id, reports[index]!.incident]))
    const gold = new Map([...about].map(([id, { incident_id }]) => [id, incident_id]))
    const main = mainIncidents(caseFile)
    const found = new Map([...gold.keys()].map(id => [id, main.get(id)?.id ?? `alone ${id}`]))
    for (const report of readings.map(reading => reading.report))
      if (!main.has(report.id)) run.wrong("report without incident", report.text.slice(0, 300).replace(/\s+/g, " "))

    const readingOf = new Map(readings.map(reading => [reading.report.id, reading]))
    // What each report says when it stands alone, for the two baselines.
    const alone = new Map<string, Facts>()
    const factsAlone = (id: string) => {
      if (!alone.has(id)) {
        const one = engine.build([readingOf.get(id)!], { name: "one" })
        alone.set(id, factsOf(mainIncidents(one).get(id)))
      }
      return alone.get(id)!
    }
    const latestOf = (ids: readonly string[]) =>
      [...ids].sort((a, b) => (publishedOf(readingOf.get(a)!) < publishedOf(readingOf.get(b)!) ? -1 : 1)).at(-1)!
    const several = [...groupsOf(gold).values()].filter(ids => 2 <= ids.length)
    const right = several.map(ids => {
      const record = about.get(ids[0]!)!
      const [largest] = [...Map.groupBy(ids, id => found.get(id)!).values()].sort((a, b) => b.length - a.length)
      const told = ids.map(factsAlone)
      const ways = {
        best: factsOf(main.get(largest![0]!), bestOf),
        kept: factsOf(main.get(largest![0]!)),
        latest: factsAlone(latestOf(ids)),
        majority: Object.fromEntries(
          FIELDS.map(field => [field, mostOften(told.map(facts => facts[field]))]),
        ) as unknown as Facts,
      }
      for (const field of FIELDS)
        if (!isRight(field, ways.best, record))
          run.wrong(`${field} of an incident`, `${record.incident_id} ${record.date} ${record.city_or_county}`)
      return { ways, record }
    })
    const sizes = `${groupsOf(gold).size} incidents, ${groupsOf(found).size} found`
    return [
      groupingFigure("B-cubed F1", bCubed(found, gold), gold.size, "reports", sizes),
      groupingFigure("pairs of reports F1", pairwise(found, gold), gold.size, "reports"),
      shareFigure(
        "reports with an incident",
        gold.size - [...gold.keys()].filter(id => !main.has(id)).length,
        gold.size,
        "reports",
      ),
      ...FIELDS.map(field => {
        const share = (way: keyof (typeof right)[number]["ways"]) =>
          right.filter(({ ways, record }) => isRight(field, ways[way], record)).length
        const beside = (["kept", "latest", "majority"] as const).map(
          way => shareFigure("", share(way), right.length, "").value?.toFixed(1) ?? "-",
        )
        return shareFigure(
          `${field} from all reports`,
          share("best"),
          right.length,
          "incidents",
          `the best value where there is one; ${beside[0]} the value kept, ${beside[1]} from the latest report alone, ${beside[2]} by majority of reports`,
        )
      }),
      {
        name: "case built in",
        value: (user + system) / 1e6,
        unit: "s",
        of: reports.length,
        items: "reports",
        detail: "processor time",
      },
      { name: "memory", value: process.memoryUsage().rss / 1e6, unit: "MB", of: reports.length, items: "reports" },
    ]
  },
}

/** The incident a report is about: told first in it, and not as background. */
function mainIncidents(of: CaseFile): Map<string, Incident> {
  const best = new Map<string, { incident: Incident; rank: number }>()
  for (const incident of of.incidents)
    for (const mention of incident.mentions) {
      const follows = followsDeed(incident.type) ? 5e5 : 0
      const rank = mention.evidence.start + follows + (mention.background ? 1e6 : 0)
      const held = best.get(mention.reportId)
      if (!held || rank < held.rank) best.set(mention.reportId, { incident, rank })
    }
  return new Map([...best].map(([report, { incident }]) => [report, incident]))
}

function publishedOf({ report }: Reading): string {
  return report.published?.time.edtf ?? ""
}

/** The facts of an incident as the record has them; a toll of nobody where none is told. */
interface Facts {
  readonly date: string | undefined
  /** Town and what it lies in, in lower case. */
  readonly city: string | undefined
  readonly killed: number
  readonly injured: number
}

/** Takes the value of a slot from an incident. */
type Choice = (incident: Incident, slot: string) => Value | null | undefined

const keptOf: Choice = ({ facts }, slot) => facts.find(fact => fact.slot === slot)?.value

/** The value best supported, else the one kept, else what is only likely. */
const bestOf: Choice = (incident, slot) =>
  incident.facts.find(fact => fact.slot === slot)?.best?.value ??
  keptOf(incident, slot) ??
  incident.likely?.find(item => item.slot === slot)?.value

function factsOf(incident: Incident | undefined, choice = keptOf): Facts {
  const value = (slot: string) => incident && choice(incident, slot)
  const when = value("when")
  const day = daysOf(when?.kind === "time" ? when.edtf : "")
  const where = value("where")
  const places = where?.kind === "place" ? [where.name, ...(where.within ?? [])].map(name => name.toLowerCase()) : []
  const count = (slot: string) => {
    const held = value(slot)
    return held?.kind === "count" ? held.low : 0
  }
  return {
    date: day !== undefined && day.first === day.last ? edtfOfDay(day.first) : undefined,
    city: places.length === 0 ? undefined : places.join("|"),
    killed: count("killed"),
    injured: count("wounded"),
  }
}

function isRight(field: (typeof FIELDS)[number], facts: Facts, record: IncidentRecord): boolean {
  if (field === "date") return facts.date === record.date
  if (field === "city") return facts.city?.split("|").some(name => townsOf(record).includes(name)) ?? false
  return field === "killed" ? facts.killed === record.num_killed : facts.injured === record.num_injured
}

/** The names a record gives to the town: "Homestead (Florida City)" is told of either, and "Polk (county)" of the county. */
function townsOf({ city_or_county: town }: IncidentRecord): string[] {
  const [, outer, inner] = /^(.+?) \((.+)\)$/.exec(town.toLowerCase()) ?? []
  if (outer === undefined || inner === undefined) return [town.toLowerCase()]
  return inner === "county" ? [outer, `${outer} county`] : [outer, inner]
}

/** The value that most of them have, of several such the first; what is not told has no vote. */
function mostOften<T>(values: readonly T[]): T | undefined {
  const groups = Map.groupBy(
    values.filter(value => value !== undefined),
    value => value,
  )
  return [...groups].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}
