import type { CaseFile, Incident, Warning } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { counted, edtfInWords, quoted, shortened, timeInWords, valueInWords } from "../words.ts"
import { type Line, line, type Marks, type Section } from "./brief.ts"

/** The ledger: warnings that came before an incident of the case, and all others. */
export function warningSections(caseFile: CaseFile, marks: Marks): { before: Section; others: Section } {
  const incidents = new Map(caseFile.incidents.map(incident => [incident.id, incident]))
  const byIssue = [...caseFile.warnings].sort((a, b) => issueDay(a) - issueDay(b) || (a.id < b.id ? -1 : 1))
  const section = (key: string, heading: string, warnings: readonly Warning[]): Section => ({
    key,
    heading,
    lines: warnings.flatMap(warning => warningLines(warning, incidents, marks)),
  })
  return {
    before: section(
      "warned",
      "WARNED BEFORE",
      byIssue.filter(warning => 0 < warning.incidents.length),
    ),
    others: section(
      "warnings",
      "OTHER WARNINGS, THREATS AND FORECASTS",
      byIssue.filter(warning => warning.incidents.length === 0),
    ),
  }
}

const issueDay = (warning: Warning) => daysOf(warning.issued.edtf)?.first ?? Number.POSITIVE_INFINITY

function warningLines(warning: Warning, incidents: ReadonlyMap<string, Incident>, marks: Marks): Line[] {
  const audience = warning.audience.map(({ name }) => name).join(", ")
  const issuer = warning.issuerRole ? `${warning.issuer.name}, ${warning.issuerRole}` : warning.issuer.name
  const channel = warning.channel === "unknown" ? "" : `, ${warning.channel}`
  const head = line(
    0,
    issuedInWords(warning),
    `${warning.kind.replace("-", " ")}${channel}   ${issuer}${audience === "" ? "" : ` > ${audience}`} `,
    marks.of(warning.evidence, 4),
  )
  const subject = subjectWords(warning)
  // The longest words say most: the others are often only the verb that makes them a warning.
  const words = warning.evidence.reduce((longest, { text }) => (longest.length < text.length ? text : longest), "")
  return [
    { ...head, id: warning.id },
    ...(subject === "" ? [] : [line(1, "of", subject)]),
    line(1, "words", quoted(shortened(words, 240))),
    ...(warning.horizon
      ? [line(1, "horizon", warning.horizon.edtf === "" ? quoted(warning.horizon.text) : timeInWords(warning.horizon))]
      : []),
    ...(warning.likelihood ? [line(1, "likelihood", likelihoodWords(warning.likelihood))] : []),
    ...warning.incidents.map(link => line(1, "then", followedBy(link, incidents, warning))),
    ...(warning.incidents.length === 0 ? [line(1, "outcome", outcomeWords[warning.outcome])] : []),
  ]
}

/** When it was issued: a date, else the words that name a day without its year, else that nothing is known. */
function issuedInWords({ issued }: Warning): string {
  if (issued.edtf !== "") return timeInWords(issued)
  return issued.text === "" ? "no date" : quoted(issued.text)
}

/** A threat of more letters than this is no name of a harm; the words say it better. */
const LONGEST_THREAT = 80

function subjectWords({ subject }: Warning): string {
  const threat = subject.threat && subject.threat.text.length <= LONGEST_THREAT ? subject.threat.text : undefined
  const parts = [
    threat,
    subject.actor && `by: ${valueInWords(subject.actor)}`,
    subject.target && `target: ${valueInWords(subject.target)}`,
    subject.place && `place: ${valueInWords(subject.place)}`,
  ]
  return parts.filter(part => part !== undefined).join("; ")
}

function likelihoodWords({ words, band }: NonNullable<Warning["likelihood"]>): string {
  return band ? `"${words}" (${band[0]}-${band[1]} % by the bands of ICD 203)` : `"${words}"`
}

const outcomeWords: Record<Warning["outcome"], string> = {
  fulfilled: "it happened",
  partly: "part of it happened",
  averted: "averted",
  open: "open: the time it speaks of has not passed",
  expired: "expired: the time passed and no report of this case tells of it",
  unknown: "unknown",
}

/** "MOS-7K2 Attack on ..., 15-21 days later; first reported after it". */
function followedBy(
  link: Warning["incidents"][number],
  incidents: ReadonlyMap<string, Incident>,
  warning: Warning,
): string {
  const incident = incidents.get(link.id)
  const name = incident ? `${incident.code} ${incident.title}` : link.id
  const lead = link.leadDays
    ? `, ${link.leadDays.low === link.leadDays.high ? counted(link.leadDays.high, "day") : `${link.leadDays.low}-${link.leadDays.high} days`} later`
    : ", days between unknown"
  const hindsight = warning.hindsight
    ? `; first reported after it${warning.firstReported === "" ? "" : ` (${edtfInWords(warning.firstReported.slice(0, 10))})`}`
    : ""
  return `${outcomeWords[warning.outcome]}: ${name}${lead}${hindsight}`
}
