import { z } from "zod"
import { type FlatEvidence, type Incident, originCountSchema, relationSchema } from "../../../core/casefile.ts"
import { statusSchema } from "../../../core/status.ts"
import {
  firstDay,
  type IncidentPlace,
  importance,
  incidentPlaces,
  isDisputed,
  placeOf,
} from "../../brief/incident-kinds.ts"
import { foldInSteps } from "../../people.ts"
import { inSteps } from "../../steps.ts"
import { timeInWords, valueInShort, valueInWords } from "../../words.ts"
import type { CaseIndex } from "../case-index.ts"
import { decidedMarkSchema, decidedMarks } from "../decided-view.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { fewNames } from "../few-names.ts"
import { tableOf } from "../table.ts"

const sorts = ["told", "newest", "oldest", "disputed", "code"] as const

/** Which incidents are asked for. Several statuses, types or sections are given with commas between them. */
export const incidentsAskedSchema = z.object({
  status: z.string().optional(),
  type: z.string().optional(),
  /** Sections as the brief has them: story, plot, background, setting, property. */
  section: z.string().optional(),
  /** Words that the title, the code, the place or the type holds, all of them. */
  text: z.string().optional(),
  sort: z.enum(sorts).default("told"),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type IncidentsAsked = z.output<typeof incidentsAskedSchema>

const numberSchema = z.object({ words: z.string(), relation: relationSchema }).readonly()

/** One incident in one line. Names of victims and private suspects are folded. */
export const incidentRowSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    type: z.string(),
    status: statusSchema,
    section: z.enum(incidentPlaces),
    when: z.string(),
    where: z.string(),
    /** What of the time and place its title does not say: "Uruguay", "date unknown"; "" when it says all. */
    beside: z.string(),
    reports: z.number().int(),
    origins: originCountSchema,
    killed: numberSchema.nullable(),
    wounded: numberSchema.nullable(),
    /** Facts on which reports exclude one another. */
    disputes: z.number().int(),
    warnings: z.number().int(),
    decided: z.array(decidedMarkSchema).readonly(),
    /** The words of the first reports that tell it. */
    evidence: z.array(evidenceViewSchema).readonly(),
  })
  .readonly()
export type IncidentRow = z.infer<typeof incidentRowSchema>

const facetSchema = z.array(z.object({ value: z.string(), count: z.number().int() }).readonly()).readonly()

export const incidentsViewSchema = z
  .object({
    total: z.number().int(),
    rows: z.array(incidentRowSchema).readonly(),
    /** How many incidents the filters would leave for each value, with the other filters as they are. */
    facets: z.object({ status: facetSchema, type: facetSchema, section: facetSchema }).readonly(),
  })
  .readonly()
export type IncidentsView = z.infer<typeof incidentsViewSchema>

/** Words shown for a row in the evidence column, at most. */
const SHOWN_EVIDENCE = 3

/** The incidents of the case: filtered, in order, one page of them. */
export function incidentsView(index: CaseIndex, asked: IncidentsAsked): IncidentsView {
  const filters = {
    status: oneOf(asked.status, ({ incident }) => incident.status),
    type: oneOf(asked.type, ({ incident }) => incident.type),
    section: oneOf(asked.section, ({ section }) => section),
    text: holds(asked.text),
  }
  const names = Object.keys(filters) as (keyof typeof filters)[]
  const found: Placed[] = []
  const left = { status: [] as Placed[], type: [] as Placed[], section: [] as Placed[], text: [] as Placed[] }
  for (const one of incidentTable(index).told) {
    const failed = names.filter(name => !filters[name](one))
    if (failed.length === 0) found.push(one)
    // What a facet counts does not depend on what was chosen of itself.
    for (const name of names) if (failed.every(other => other === name)) left[name].push(one)
  }
  const { sort, offset, limit } = asked
  // They come in the order in which they are told.
  if (sort !== "told") found.sort(orders[sort])
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map(one => rowOf(index, one)),
    facets: {
      status: facet(left.status, ({ incident }) => incident.status),
      type: facet(left.type, ({ incident }) => incident.type),
      section: facet(left.section, ({ section }) => section).toSorted(
        (a, b) => placeRank(a.value) - placeRank(b.value),
      ),
    },
  }
}

const placeRank = (section: string) => incidentPlaces.indexOf(section as IncidentPlace)

/** An incident as overviews tell it, with what lists ask of it. */
interface Placed {
  readonly incident: Incident
  readonly section: IncidentPlace
  /** What a search for words looks at, in lower case. */
  readonly words: string
  readonly disputes: number
  /** Day on which it began. */
  readonly day: number
}

interface IncidentTable {
  /** In the order in which they are told. */
  readonly told: readonly Placed[]
  readonly byId: ReadonlyMap<string, Placed>
}

/** The incidents with what the list of them asks. */
export const incidentTable = tableOf(function* (index): Generator<void, IncidentTable> {
  const overview = yield* foldInSteps(index.caseFile)
  yield
  const place = placeOf(index.caseFile)
  const told: Placed[] = []
  const byId = new Map<string, Placed>()
  yield
  yield* inSteps(overview.incidents, 500, incident => {
    const one: Placed = {
      incident,
      section: place(index.incidents.get(incident.id)!),
      words: [incident.code, incident.title, incident.type, incident.subtype ?? "", whereInWords(incident)]
        .join(" ")
        .toLowerCase(),
      disputes: incident.facts.filter(isDisputed).length,
      day: firstDay(incident),
    }
    told.push(one)
    byId.set(incident.id, one)
  })
  yield
  told.sort(byTold)
  return { told, byId }
})

/** One incident of the case in one line, as the list has it. */
export function rowOfIncident(index: CaseIndex, id: string): IncidentRow {
  return rowOf(index, incidentTable(index).byId.get(id)!)
}

function oneOf(asked: string | undefined, keyOf: (one: Placed) => string): (one: Placed) => boolean {
  const wanted = new Set(asked?.split(",").filter(value => value !== ""))
  return one => wanted.size === 0 || wanted.has(keyOf(one))
}

function holds(text: string | undefined): (one: Placed) => boolean {
  const words = (text ?? "").toLowerCase().split(/\s+/u)
  return one => words.every(word => one.words.includes(word))
}

const byTold = (a: Placed, b: Placed) =>
  placeRank(a.section) - placeRank(b.section) || importance(b.incident) - importance(a.incident) || byNewest(a, b)
const byNewest = (a: Placed, b: Placed) => compare(b.day, a.day) || byCode(a, b)
const byCode = (a: Placed, b: Placed) =>
  compare(a.incident.code, b.incident.code) || compare(a.incident.id, b.incident.id)
const lastWithoutDate = ({ day }: Placed) => (day === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : day)

const orders: Readonly<Record<Exclude<(typeof sorts)[number], "told">, (a: Placed, b: Placed) => number>> = {
  newest: byNewest,
  oldest: (a, b) => compare(lastWithoutDate(a), lastWithoutDate(b)) || byCode(a, b),
  // Those with as many stay in the order in which they are told.
  disputed: (a, b) => b.disputes - a.disputes,
  code: byCode,
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : b < a ? 1 : 0
}

function facet(left: readonly Placed[], keyOf: (one: Placed) => string) {
  return [...Map.groupBy(left, keyOf)]
    .map(([value, same]) => ({ value, count: same.length }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

function rowOf(index: CaseIndex, { incident, section, disputes }: Placed): IncidentRow {
  const { id, code, title, type, status, when, reports, origins, warnings, facts, mentions } = incident
  const time = when === null ? "unknown" : timeInWords(when)
  const place = whereInWords(incident)
  return {
    id,
    code,
    title,
    type,
    status,
    section,
    when: time,
    where: place,
    beside: besideTitle(title, time, place),
    reports: reports.length,
    origins: fewNames(origins),
    killed: numberOf(incident, "killed"),
    wounded: numberOf(incident, "wounded"),
    disputes,
    warnings: warnings.length,
    decided: decidedMarks(index, id, ...facts.map(fact => fact.id)),
    evidence: firstTellings(index, mentions).map(evidence => evidenceView(index, evidence)),
  }
}

/** What of a time and a place a title leaves out. */
function besideTitle(title: string, time: string, place: string): string {
  const day = time.replace(/ \(".*"\)$/u, "")
  return [
    time === "unknown" ? "date unknown" : title.includes(day) ? "" : time,
    place === "unknown" ? "place unknown" : leftOut(place.split(", "), title).join(", "),
  ]
    .filter(words => words !== "")
    .join(" · ")
}

const leftOut = (names: readonly string[], title: string) => names.filter(name => !title.includes(name))

/** The first telling of each of the first reports. */
function firstTellings({ numbers }: CaseIndex, mentions: Incident["mentions"]): readonly FlatEvidence[] {
  const first = new Map<string, FlatEvidence>()
  for (const { evidence } of mentions) {
    const before = first.get(evidence.reportId)
    if (before === undefined || evidence.start < before.start) first.set(evidence.reportId, evidence)
  }
  return [...first.values()]
    .sort((a, b) => numbers.get(a.reportId)! - numbers.get(b.reportId)!)
    .slice(0, SHOWN_EVIDENCE)
}

const whereInWords = ({ where }: Incident) => (where === null ? "unknown" : valueInWords(where))

function numberOf({ facts }: Incident, slot: string): IncidentRow["killed"] {
  const fact = facts.find(one => one.slot === slot)
  if (!fact) return null
  return { words: fact.value === null ? "not settled" : valueInShort(fact.value), relation: fact.relation }
}
