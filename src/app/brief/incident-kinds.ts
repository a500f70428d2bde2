import type { CaseFile, Fact, FlatEvidence, Incident } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { isKnown } from "./position-words.ts"

/** Where an incident is told: as the story itself, as a plot beside it, as background, as the setting in one line, or with a group or person only. */
export const incidentPlaces = ["story", "plot", "background", "setting", "property"] as const
export type IncidentPlace = (typeof incidentPlaces)[number]

/** Where each incident of a case is told. */
export function placeOf(caseFile: CaseFile): (incident: Incident) => IncidentPlace {
  const isTold = isProperty(caseFile)
  const earlier = isEarlier(caseFile)
  return incident => {
    if (isTold(incident)) return "property"
    if (incident.status !== "occurred") return "plot"
    if (!earlier(incident)) return "story"
    return SETTING.has(incident.type) ? "setting" : "background"
  }
}

/** Days before the first report of the case that make an incident its background. A choice: stories are seldom followed for longer. */
const BACKGROUND_DAYS = 45

/** Whether an incident is background: every report tells it so, it lies long before the first report, or few tell it and none says when. What no date is given for and one sentence tells with the story itself is none: "suspects in Friday's attack". */
export function isEarlier(caseFile: CaseFile): (incident: Incident) => boolean {
  const first = caseFile.reports.reduce(
    (least, report) => Math.min(least, daysOf(report.published?.edtf ?? "")?.first ?? least),
    Number.POSITIVE_INFINITY,
  )
  const byTime = (incident: Incident) => {
    const last = incident.when ? daysOf(incident.when.edtf)?.last : undefined
    if (last === undefined) return incident.background || incident.reports.length <= caseFile.reports.length / 2
    // Where no report has a date nothing can lie long before them.
    return incident.background || (Number.isFinite(first) && last < first - BACKGROUND_DAYS)
  }
  const main = caseFile.incidents
    .filter(incident => incident.status === "occurred" && incident.when !== null && !byTime(incident))
    .reduce<Incident | undefined>((most, one) => (most && importance(one) <= importance(most) ? most : one), undefined)
  const told = new Set(main?.mentions.map(sentenceOf))
  const isWithMain = ({ when, background, mentions }: Incident) =>
    when === null && !background && mentions.some(mention => told.has(sentenceOf(mention)))
  return incident => byTime(incident) && !isWithMain(incident)
}

const sentenceOf = ({ sentence }: Incident["mentions"][number]) => `${sentence.reportId}:${sentence.start}`

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
  const wanted = new Set(Object.values(PROPERTIES))
  const told = new Map<string, FlatEvidence[]>()
  for (const { facts } of caseFile.entities)
    for (const { slot, positions } of facts)
      if (wanted.has(slot))
        for (const { assertions } of positions)
          for (const { evidence } of assertions)
            for (const one of evidence) {
              const key = `${slot} ${one.reportId}`
              const places = told.get(key)
              if (places) places.push(one)
              else told.set(key, [one])
            }
  return ({ type, mentions }) => {
    const slot = PROPERTIES[type]
    if (slot === undefined) return false
    return mentions.every(({ sentence }) =>
      told.get(`${slot} ${sentence.reportId}`)?.some(({ start, end }) => start < sentence.end && sentence.start < end),
    )
  }
}

/** More reports first; the thing that most reports tell is the story. */
export const importance = (incident: Incident) => incident.reports.length

/** Day on which it began, as a day number; before all others without a date. */
export const firstDay = (incident: Incident) =>
  (incident.when && daysOf(incident.when.edtf)?.first) ?? Number.NEGATIVE_INFINITY

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

/** Facts in the order an analyst reads them. */
export function inSlotOrder(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((a, b) => slotRank(a) - slotRank(b) || (a.slot < b.slot ? -1 : 1))
}

function slotRank({ slot }: Fact): number {
  const rank = slotOrder.indexOf(slot)
  return rank < 0 ? slotOrder.length : rank
}

/** Whether reports exclude one another in it, and a reader has to know. */
export function isDisputed({ relation, positions }: Fact): boolean {
  const isOpen = relation === "contradict" || relation === "mixed" || relation === "retract"
  return isOpen && 1 < positions.filter(isKnown).length
}
