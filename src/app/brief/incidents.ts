import type { CaseFile, Fact, FlatEvidence, Incident, Position } from "../../core/casefile.ts"
import { countsOverlap } from "../../core/count.ts"
import { daysOf, timesOverlap } from "../../core/edtf.ts"
import type { Value } from "../../core/value.ts"
import { counted, originsInWords, slotInWords, valueInWords } from "../words.ts"
import { type Line, line, type Marks, type Part, type Section, signWords } from "./brief.ts"
import { bestOf, factLines, isKnown, partsOf, sayers, statusNote } from "./fact-lines.ts"

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
  "agent",
  "party",
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
    // Where no report has a date nothing can lie long before them.
    return incident.background || (Number.isFinite(first) && last < first - BACKGROUND_DAYS)
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
  const { status, origins, reports } = incident
  const head = line(0, incident.code, incident.title, signWords(`   ${status}   ${told} `), marks.of(tellings))
  return { ...head, id: incident.id, signs: { status, origins, reports: reports.length } }
}

function incidentLines(incident: Incident, marks: Marks): Line[] {
  const head = headLine(incident, marks)
  const facts = incident.facts
    .filter(fact => !isToldElsewhere(fact, incident))
    .sort((a, b) => slotRank(a) - slotRank(b) || (a.slot < b.slot ? -1 : 1))
  return [head, ...facts.flatMap(fact => factLines(fact, marks, incident.status))]
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

function slotRank(fact: Fact): number {
  const rank = slotOrder.indexOf(fact.slot)
  return rank < 0 ? slotOrder.length : rank
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
        const best = bestOf(fact).map(words => `   ${words}`)
        return { ...line(0, slotInWords(fact.slot), `${name}: `, ...sides.flat(), ...best), id: fact.id }
      }),
  )
  return { key: "disputed", heading: "DISPUTED", lines }
}
