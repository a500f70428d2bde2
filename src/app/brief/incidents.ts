import type { Assertion, CaseFile, Fact, FlatEvidence, Incident, Position } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { counted, edtfInWords, originsInWords, shortened, slotInWords, valueInWords } from "../words.ts"
import { type Line, line, type Marks, type Part, type Section } from "./brief.ts"

/** Slots in the order an analyst reads them; others follow by name. */
const slotOrder = [
  "when",
  "where",
  "target",
  "killed",
  "wounded",
  "missing",
  "hostages",
  "arrested",
  "perpetrator",
  "perpetrators-count",
  "claimed-by",
  "blamed-on",
  "weapon",
  "planned-for",
  "cause",
  "part-of",
]

/** Incidents that are the story itself, plots told beside it, and those told only as background. */
export function incidentSections(
  caseFile: CaseFile,
  marks: Marks,
): { happened: Section; plots: Section; background: Section } {
  const byDate = [...caseFile.incidents].sort(
    (a, b) => importance(b) - importance(a) || firstDay(a) - firstDay(b) || (a.id < b.id ? -1 : 1),
  )
  const earlier = isEarlier(caseFile)
  const story = byDate.filter(incident => !earlier(incident) && !isPlot(incident))
  const plots = byDate.filter(isPlot)
  const background = byDate.filter(incident => earlier(incident) && !isPlot(incident))
  const section = (key: string, heading: string, incidents: readonly Incident[]): Section => ({
    key,
    heading,
    lines: incidents.flatMap(incident => incidentLines(incident, marks)),
  })
  return {
    happened: section("happened", "WHAT HAPPENED", story),
    plots: section("plots", "PLANNED, FOILED OR ONLY ALLEGED", plots),
    background: section(
      "background",
      "TOLD AS BACKGROUND, OR WITHOUT A DATE",
      [...background].sort((a, b) => firstDay(b) - firstDay(a)),
    ),
  }
}

/** Days before the first report of the case that make an incident its background. A choice: stories are seldom followed for longer. */
const BACKGROUND_DAYS = 45

/** The incident most reports tell, not as background: what the case is about. Undefined in a case without one. */
export function mainIncident(caseFile: CaseFile): Incident | undefined {
  const earlier = isEarlier(caseFile)
  return [...caseFile.incidents]
    .sort((a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1))
    .find(incident => !earlier(incident) && !isPlot(incident))
}

/** Whether an incident is background: every report tells it so, it lies long before the first report, or few tell it and none says when. */
function isEarlier(caseFile: CaseFile): (incident: Incident) => boolean {
  const published = caseFile.reports.flatMap(report => daysOf(report.published?.edtf ?? "")?.first ?? [])
  const first = Math.min(...published)
  return incident => {
    const last = incident.when ? daysOf(incident.when.edtf)?.last : undefined
    if (last === undefined) return incident.background || incident.reports.length <= caseFile.reports.length / 2
    return incident.background || last < first - BACKGROUND_DAYS
  }
}

const isPlot = (incident: Incident) => incident.status !== "occurred"

/** More reports first; the thing that most reports tell is the story. */
const importance = (incident: Incident) => incident.reports.length

const firstDay = (incident: Incident) =>
  (incident.when && daysOf(incident.when.edtf)?.first) ?? Number.NEGATIVE_INFINITY

function incidentLines(incident: Incident, marks: Marks): Line[] {
  const told = `${counted(incident.reports.length, "report")}, ${originsInWords(incident.origins)}`
  const tellings = incident.mentions.map(mention => mention.evidence)
  const head = line(0, incident.code, incident.title, `   ${incident.status}   ${told} `, marks.of(tellings))
  const facts = [...incident.facts].sort((a, b) => slotRank(a) - slotRank(b) || (a.slot < b.slot ? -1 : 1))
  return [{ ...head, id: incident.id }, ...facts.flatMap(fact => factLines(fact, marks))]
}

function slotRank(fact: Fact): number {
  const rank = slotOrder.indexOf(fact.slot)
  return rank < 0 ? slotOrder.length : rank
}

/**
 * What a position rests on, with the tellings that only go with it kept apart: who says "Friday" in a report without a date
 * has not said the day that others name.
 */
function partsOf(position: Position): Position[] {
  const isOpen = ({ value }: Assertion) => value.kind === "time" && value.edtf === ""
  const open = position.assertions.filter(isOpen)
  const named = position.assertions.filter(assertion => !isOpen(assertion))
  if (open.length === 0 || named.length === 0) return [position]
  return [
    { ...position, assertions: named },
    ...[...Map.groupBy(open, ({ value }) => value.text).values()].map(assertions => ({
      ...position,
      value: assertions[0]!.value,
      assertions,
      firstReported: "",
    })),
  ]
}

/** A fact in one line when it has one position; with a line for each position when it has more. */
export function factLines(fact: Fact, marks: Marks): Line[] {
  const label = slotInWords(fact.slot)
  const evidenceOf = (position: Position) =>
    marks.of(
      position.assertions.flatMap(assertion => assertion.evidence),
      4,
    )
  const positions = fact.positions.flatMap(partsOf)
  const known = positions.filter(isKnown)
  const [first] = positions
  if (positions.length === 1) {
    const value = positionWords(first!)
    return [{ ...line(1, label, `${value}${statusNote(first!)}${sayers(first!)} `, evidenceOf(first!)), id: fact.id }]
  }
  const value = fact.value ? valueInWords(fact.value) : "not settled"
  const relation = known.length < 2 ? "" : `   ${fact.relation}`
  const head = { ...line(1, label, value, `${relation}   ${originsInWords(fact.origins)}`), id: fact.id }
  return [
    head,
    ...[...known, ...positions.filter(position => !isKnown(position))].map(position =>
      line(
        2,
        "",
        positionWords(position),
        `${statusNote(position)}${sayers(position)}${since(position)} `,
        evidenceOf(position),
      ),
    ),
  ]
}

/** False for a time that no date can be given to: it is shown, but neither agrees nor disagrees. */
const isKnown = ({ value }: Position) => value.kind !== "time" || value.edtf !== ""

/** The value with the words that gave it, when they say it otherwise. */
function positionWords({ value }: Position): string {
  const words = valueInWords(value)
  if (value.kind !== "count" && value.kind !== "time") return words
  return value.text === "" || words.includes(value.text) ? words : `${words} ("${shortened(value.text, 48)}")`
}

const statusNote = (position: Position) => (position.status === "occurred" ? "" : ` (${position.status})`)

const since = (position: Position) =>
  position.firstReported === "" ? "" : `, reported ${edtfInWords(position.firstReported.slice(0, 10))}`

/** Who says so, when it is not the report in its own voice: ", according to Russian officials". */
function sayers(position: Position): string {
  const names = new Set(position.assertions.map(sayerOf).filter(name => name !== undefined))
  if (names.size === 0) return ""
  const own = position.assertions.some(assertion => sayerOf(assertion) === undefined)
  return `, according to ${[...names].slice(0, 3).join("; ")}${3 < names.size ? " and others" : ""}${own ? "; also told without attribution" : ""}`
}

/** The last step of the chain: the report itself is its first and says nothing more than that it tells so. */
function sayerOf(assertion: Assertion): string | undefined {
  const chain = assertion.attribution.slice(1)
  return chain.length === 0 ? undefined : chain.map(step => step.name).join(", by way of ")
}

/** Facts on which positions contradict each other. */
export function disputeSection(caseFile: CaseFile, marks: Marks): Section {
  const subjects = [
    ...caseFile.incidents.map(incident => ({ name: `${incident.code} ${incident.title}`, facts: incident.facts })),
    ...caseFile.entities.map(entity => ({ name: entity.name, facts: entity.facts })),
  ]
  const lines = subjects.flatMap(({ name, facts }) =>
    facts
      .filter(fact => fact.relation === "contradict" || fact.relation === "mixed" || fact.relation === "retract")
      .filter(fact => 1 < fact.positions.filter(isKnown).length)
      .map(fact => {
        const sides = fact.positions
          .flatMap(partsOf)
          .filter(isKnown)
          .map((position, index): (string | Part[])[] => [
            index === 0 ? "" : "   |   ",
            `${valueInWords(position.value)}${statusNote(position)}${sayers(position)} `,
            marks.of(
              position.assertions.flatMap((assertion): readonly FlatEvidence[] => assertion.evidence),
              3,
            ),
          ])
        return { ...line(0, slotInWords(fact.slot), `${name}: `, ...sides.flat()), id: fact.id }
      }),
  )
  return { key: "disputed", heading: "DISPUTED", lines }
}
