import type { CaseFile, Fact, FlatEvidence, Incident, Position } from "../../core/casefile.ts"
import { firstOf } from "../first-of.ts"
import { counted, originsInWords, slotInWords, valueInWords } from "../words.ts"
import { blamedSides } from "./blame-lines.ts"
import { type Extent, type Line, line, type Marks, type Part, type Section, sectionOf, signWords } from "./brief.ts"
import { bestOf, factLines } from "./fact-lines.ts"
import {
  firstDay,
  type IncidentPlace,
  importance,
  incidentPlaces,
  inSlotOrder,
  isDisputed,
  isEarlier,
  placeOf,
} from "./incident-kinds.ts"
import { isKnown, partsOf, sayers, statusNote } from "./position-words.ts"
import { reportsOf, rivals } from "./rivals.ts"

/** Incidents that are the story itself, plots told beside it, and those told only as background. */
export function incidentSections(
  caseFile: CaseFile,
  marks: Marks,
  extent?: Extent,
): { happened: Section; plots: Section; background: Section; context: Section } {
  const place = placeOf(caseFile)
  const days = new Map(caseFile.incidents.map(incident => [incident, firstDay(incident)]))
  const dayOf = (incident: Incident) => days.get(incident)!
  const byDate = [...caseFile.incidents].sort(
    (a, b) => importance(b) - importance(a) || dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1),
  )
  const places = Map.groupBy(byDate, place)
  const story = places.get("story") ?? []
  const plots = places.get("plot") ?? []
  const newestFirst = (incidents: readonly Incident[]) => incidents.toSorted((a, b) => dayOf(b) - dayOf(a))
  const section = (key: string, heading: string, incidents: readonly Incident[]): Section =>
    sectionOf({ key, heading }, incidents, incident => incidentLines(incident, marks), extent)
  return {
    happened: section("happened", "WHAT HAPPENED", story),
    plots: section("plots", "PLANNED, FOILED OR ONLY ALLEGED", plots),
    background: section(
      "background",
      "TOLD AS BACKGROUND, OR WITHOUT A DATE",
      newestFirst(places.get("background") ?? []),
    ),
    context: sectionOf(
      { key: "context", heading: "THE SETTING, AS TOLD IN PASSING" },
      newestFirst(places.get("setting") ?? []),
      incident => [headLine(incident, marks)],
      extent,
    ),
  }
}

/** Incidents that the brief tells as a property of a group or person only. */
export function propertySection(caseFile: CaseFile, marks: Marks): Section {
  const place = placeOf(caseFile)
  const told = caseFile.incidents.filter(incident => place(incident) === "property")
  return {
    key: "properties",
    heading: "TOLD WITH A GROUP OR PERSON",
    lines: told.map(incident => headLine(incident, marks)),
  }
}

/** The incident most reports tell, not as background: what the case is about. Undefined in a case without one. */
export function mainIncident(caseFile: CaseFile): Incident | undefined {
  const earlier = isEarlier(caseFile)
  return firstOf(
    caseFile.incidents.filter(incident => incident.status === "occurred" && !earlier(incident)),
    1,
    (a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1),
  )[0]
}

/** Code, title, status, how many tell it, and the words that do. */
function headLine(incident: Incident, marks: Marks): Line {
  const told = `${counted(incident.reports.length, "report")}, ${originsInWords(incident.origins)}`
  const tellings = incident.mentions.map(mention => mention.evidence)
  const { status, origins, reports } = incident
  const head = line(0, incident.code, incident.title, signWords(`   ${status}   ${told} `), marks.of(tellings))
  return { ...head, id: incident.id, signs: { status, origins, reports: reports.length } }
}

function incidentLines(incident: Incident, marks: Marks): Line[] {
  const head = headLine(incident, marks)
  const facts = inSlotOrder(incident.facts.filter(fact => !isToldElsewhere(fact, incident)))
  return [head, ...facts.flatMap(fact => factLines(fact, marks, { usual: incident.status, best: false }))]
}

/** Words of a plan that say no more than that harm was planned. Source: English; Apache-2.0. */
const HARM = /^(?:to|a|an|the|on|at|in|against|of|attacks?|attacking|attacked|strikes?|target|targets|targeting)$/u

/**
 * Whether a reader has it from another line: how many they were from "four gunmen" as perpetrator, what was planned from the title
 * that names the target. The list of facts holds it all the same.
 */
function isToldElsewhere({ slot, positions }: Fact, { facts, title }: Incident): boolean {
  if (slot === "perpetrators-count") {
    const actors = facts.find(other => other.slot === "perpetrator")?.positions ?? []
    const places = new Set(actors.flatMap(placesOf))
    return positions.every(position => placesOf(position).every(place => places.has(place)))
  }
  if (slot !== "what") return false
  const told = new Set(wordsOf(title))
  return positions.every(({ value }) => wordsOf(value.text).every(word => told.has(word) || HARM.test(word)))
}

const placesOf = ({ assertions }: Position) =>
  assertions.flatMap(({ evidence }) => evidence.map(({ reportId, start, end }) => `${reportId}:${start}:${end}`))

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Facts on which positions contradict each other. */
export function disputeSection(caseFile: CaseFile, marks: Marks, extent?: Extent): Section {
  const place = placeOf(caseFile)
  const order: readonly IncidentPlace[] = incidentPlaces
  const subjects = [
    ...caseFile.incidents
      .map(incident => ({ incident, rank: order.indexOf(place(incident)) }))
      .filter(({ rank }) => order[rank] !== "property")
      .sort((a, b) => a.rank - b.rank || importance(b.incident) - importance(a.incident))
      .map(({ incident }) => ({ name: `${incident.code} ${incident.title}`, facts: incident.facts })),
    ...caseFile.entities.map(entity => ({ name: entity.name, facts: entity.facts })),
  ]
  const disputes = subjects.flatMap(({ name, facts }) => facts.filter(isDisputed).map(fact => ({ name, fact })))
  return sectionOf(
    { key: "disputed", heading: "DISPUTED" },
    disputes,
    ({ name, fact }) => [disputeLine(name, fact, marks)],
    extent,
  )
}

/** Sides of a dispute that stand in its line. A choice: more nobody compares in a line. */
const MOST_SIDES = 16

function disputeLine(name: string, fact: Fact, marks: Marks): Line {
  if (fact.slot === "blamed-on")
    return { ...line(0, "blame", `${name}: `, ...between(blamedSides(fact, marks)).flat()), id: fact.id }
  // Of a position only what gives its value by itself takes part, where anything does; all its reports have it.
  const parts = fact.positions.flatMap(position =>
    partsOf(position)
      .filter(isKnown)
      .slice(0, 1)
      .map(part => ({ ...part, reports: reportsOf([position]).size })),
  )
  const most = Math.max(...parts.map(({ reports }) => reports))
  const against = rivals(parts)
  const sides = against.slice(0, MOST_SIDES).map((position): (string | readonly Part[])[] => [
    `${valueInWords(position.value)}${statusNote(position)}${sayers(position)}${most < 2 ? "" : ` (${counted(position.reports, "report")})`} `,
    marks.of(
      position.assertions.flatMap((assertion): readonly FlatEvidence[] => assertion.evidence),
      3,
    ),
  ])
  const more = against.length <= MOST_SIDES ? "" : `   |   and ${against.length - MOST_SIDES} more `
  const best = bestOf(fact).map(words => `   ${words}`)
  return { ...line(0, slotInWords(fact.slot), `${name}: `, ...between(sides).flat(), more, ...best), id: fact.id }
}

/** Sides of a dispute with a stroke between them. */
const between = (sides: readonly (string | readonly Part[])[][]) =>
  sides.map((side, index) => (index === 0 ? side : ["   |   ", ...side]))
