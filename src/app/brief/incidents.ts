import type { Assertion, CaseFile, Fact, FlatEvidence, Incident, Position } from "../../core/casefile.ts"
import { countsOverlap } from "../../core/count.ts"
import { daysOf, timesOverlap } from "../../core/edtf.ts"
import type { Status } from "../../core/status.ts"
import type { Value } from "../../core/value.ts"
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
): { happened: Section; plots: Section; background: Section; context: Section } {
  const isTold = isProperty(caseFile)
  const byDate = caseFile.incidents
    .filter(incident => !isTold(incident))
    .sort((a, b) => importance(b) - importance(a) || firstDay(a) - firstDay(b) || (a.id < b.id ? -1 : 1))
  const earlier = isEarlier(caseFile)
  const story = byDate.filter(incident => !earlier(incident) && !isPlot(incident))
  const plots = byDate.filter(isPlot)
  const background = byDate
    .filter(incident => earlier(incident) && !isPlot(incident))
    .sort((a, b) => firstDay(b) - firstDay(a))
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
      background.filter(incident => !isSetting(incident)),
    ),
    context: {
      key: "context",
      heading: "THE SETTING, AS TOLD IN PASSING",
      lines: background.filter(isSetting).map(incident => headLine(incident, marks)),
    },
  }
}

/** Incidents that the brief tells as a property of a group or person only. */
export function propertySection(caseFile: CaseFile, marks: Marks): Section {
  const told = caseFile.incidents.filter(isProperty(caseFile))
  return {
    key: "properties",
    heading: "TOLD WITH A GROUP OR PERSON",
    lines: told.map(incident => headLine(incident, marks)),
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

/** Kinds of event that set the scene of a story: told in passing, they take one line. Keys of the pack of political violence. */
const SETTING: ReadonlySet<string> = new Set([
  "founding",
  "split",
  "leadership-change",
  "pledge",
  "reward",
  "territory",
  "overthrow",
  "ceasefire",
  "surrender",
  "withdrawal",
  "sanction",
  "diplomatic-break",
  "mobilization",
  "restriction",
])

const isSetting = ({ type }: Incident) => SETTING.has(type)

/** Kinds of event that are a property of a group or person, and the property under which a brief tells them. */
const PROPERTIES: Readonly<Record<string, string>> = {
  founding: "founded",
  split: "split-from",
  "leadership-change": "leader",
  pledge: "allegiance",
  reward: "reward",
}

/** Whether every telling of it is told with a group or person: a founding is read there, and not once more as something that happened. */
function isProperty(caseFile: CaseFile): (incident: Incident) => boolean {
  return ({ type, mentions }) => {
    const slot = PROPERTIES[type]
    if (slot === undefined) return false
    const evidence = caseFile.entities
      .flatMap(({ facts }) => facts.filter(fact => fact.slot === slot))
      .flatMap(({ positions }) => positions.flatMap(({ assertions }) => assertions.flatMap(one => one.evidence)))
    return mentions.every(({ sentence }) =>
      evidence.some(
        ({ reportId, start, end }) => reportId === sentence.reportId && start < sentence.end && sentence.start < end,
      ),
    )
  }
}

const isPlot = (incident: Incident) => incident.status !== "occurred"

/** More reports first; the thing that most reports tell is the story. */
const importance = (incident: Incident) => incident.reports.length

const firstDay = (incident: Incident) =>
  (incident.when && daysOf(incident.when.edtf)?.first) ?? Number.NEGATIVE_INFINITY

/** Code, title, status, how many tell it, and the words that do. */
function headLine(incident: Incident, marks: Marks): Line {
  const told = `${counted(incident.reports.length, "report")}, ${originsInWords(incident.origins)}`
  const tellings = incident.mentions.map(mention => mention.evidence)
  const head = line(0, incident.code, incident.title, `   ${incident.status}   ${told} `, marks.of(tellings))
  return { ...head, id: incident.id }
}

function incidentLines(incident: Incident, marks: Marks): Line[] {
  const head = headLine(incident, marks)
  const facts = [...incident.facts].sort((a, b) => slotRank(a) - slotRank(b) || (a.slot < b.slot ? -1 : 1))
  return [head, ...facts.flatMap(fact => factLines(fact, marks, incident.status))]
}

function slotRank(fact: Fact): number {
  const rank = slotOrder.indexOf(fact.slot)
  return rank < 0 ? slotOrder.length : rank
}

/**
 * What a position rests on, with the tellings that only go with it kept apart: who says "Friday" in a report without a date
 * has not said the day that others name, even where the other reports tell which Friday it was.
 */
function partsOf(position: Position): Position[] {
  const kindOf = ({ value }: Assertion) =>
    value.kind === "time" && (value.edtf === "" || isByOthers(value)) ? value.text.toLowerCase() : ""
  const parts = Map.groupBy(position.assertions, kindOf)
  if (parts.size === 1) return [position]
  return [...parts]
    .sort(([a], [b]) => (a === "" ? -1 : b === "" ? 1 : 0))
    .map(([kind, assertions]) =>
      kind === ""
        ? { ...position, assertions }
        : { ...position, value: closedBy(position.value, assertions[0]!.value), assertions, firstReported: "" },
    )
}

/** An open time with the date of the position it goes with: "Friday" beside a day that is one. */
function closedBy(held: Value, open: Value): Value {
  if (open.kind !== "time" || open.edtf !== "" || held.kind !== "time" || held.edtf === "") return open
  return { ...held, text: open.text, method: "relative-to-case" }
}

/** A time that a report without a date leaves open and the other reports close. */
const isByOthers = (value: Value) => value.kind === "time" && value.method === "relative-to-case"

/** A fact in one line when it has one position or is one list; with a line for each position when it has more. A position's status is told where it is not `usual`. */
export function factLines(fact: Fact, marks: Marks, usual: Status = "occurred"): Line[] {
  const label = slotInWords(fact.slot)
  const evidenceOf = (position: Position) =>
    marks.of(
      position.assertions.flatMap(assertion => assertion.evidence),
      4,
    )
  const positions = fact.positions.flatMap(partsOf)
  const note = ({ status }: Position) => (status === usual || status === "occurred" ? "" : ` (${status})`)
  const listed = fact.positions.toSorted((a, b) => startOf(a) - startOf(b))
  if (fact.listed && new Set(fact.positions.map(position => `${note(position)}${sayers(position)}`)).size === 1) {
    const values = listed.map(positionWords).join(", ")
    const evidence = marks.of(listed.flatMap(({ assertions }) => assertions.flatMap(one => one.evidence)))
    return [{ ...line(1, label, `${values}${note(positions[0]!)}${sayers(positions[0]!)} `, evidence), id: fact.id }]
  }
  const known = positions.filter(isKnown)
  const [first] = positions
  if (positions.length === 1) {
    const value = positionWords(first!)
    return [{ ...line(1, label, `${value}${note(first!)}${sayers(first!)} `, evidenceOf(first!)), id: fact.id }]
  }
  const value = fact.value ? valueInWords(fact.value) : "not settled"
  const relation = known.filter(({ value: own }) => !isByOthers(own)).length < 2 ? "" : `   ${fact.relation}`
  const head = { ...line(1, label, value, `${relation}   ${originsInWords(fact.origins)}`), id: fact.id }
  return [
    head,
    ...[...known, ...positions.filter(position => !isKnown(position))].map(position =>
      line(
        2,
        "",
        positionWords(position),
        `${note(position)}${sayers(position)}${since(position)} `,
        evidenceOf(position),
      ),
    ),
  ]
}

const startOf = ({ assertions }: Position) => assertions[0]!.evidence[0]!.start

/** False for a time that no date can be given to: it is shown, but neither agrees nor disagrees. */
const isKnown = ({ value }: Position) => value.kind !== "time" || value.edtf !== ""

/** The value with the words that gave it, when they say it otherwise. */
function positionWords({ value }: Position): string {
  const words = valueInWords(value)
  if (isByOthers(value)) return `"${value.text}", which was ${words} by what other reports tell`
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
  return chain.length === 0
    ? undefined
    : chain.map(step => step.name.replace(/^(The|A|An)\b/, word => word.toLowerCase())).join(", by way of ")
}

/** The positions that exclude another: "last week" beside two days of that week takes no side, nor does "scores" beside two numbers. */
function rivals(positions: readonly Position[]): readonly Position[] {
  const sides = positions.filter(one =>
    positions.some(
      other => other !== one && (!areTogether(one.value, other.value) || isAgainst(one) !== isAgainst(other)),
    ),
  )
  return sides.length < 2 ? positions : sides
}

const isAgainst = ({ status }: Position) => status === "denied" || status === "negated"

/** Whether one time or number can be both. */
function areTogether(a: Value, b: Value): boolean {
  if (a.kind === "time" && b.kind === "time") return timesOverlap(a.edtf, b.edtf)
  return a.kind === "count" && b.kind === "count" && countsOverlap(a, b)
}

/** Facts on which positions contradict each other. */
export function disputeSection(caseFile: CaseFile, marks: Marks): Section {
  const isTold = isProperty(caseFile)
  const subjects = [
    ...caseFile.incidents
      .filter(incident => !isTold(incident))
      .map(incident => ({ name: `${incident.code} ${incident.title}`, facts: incident.facts })),
    ...caseFile.entities.map(entity => ({ name: entity.name, facts: entity.facts })),
  ]
  const lines = subjects.flatMap(({ name, facts }) =>
    facts
      .filter(fact => fact.relation === "contradict" || fact.relation === "mixed" || fact.relation === "retract")
      .filter(fact => 1 < fact.positions.filter(isKnown).length)
      .map(fact => {
        // Of a position only what gives its value by itself takes part, where anything does.
        const sides = rivals(fact.positions.flatMap(position => partsOf(position).filter(isKnown).slice(0, 1))).map(
          (position, index): (string | Part[])[] => [
            index === 0 ? "" : "   |   ",
            `${valueInWords(position.value)}${statusNote(position)}${sayers(position)} `,
            marks.of(
              position.assertions.flatMap((assertion): readonly FlatEvidence[] => assertion.evidence),
              3,
            ),
          ],
        )
        return { ...line(0, slotInWords(fact.slot), `${name}: `, ...sides.flat()), id: fact.id }
      }),
  )
  return { key: "disputed", heading: "DISPUTED", lines }
}
