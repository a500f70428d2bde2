import type { CaseFile, Incident, Warning } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { counted, edtfInWords, quoted, shortened, timeInWords, valueInWords } from "../words.ts"
import { type Line, line, type Marks, type Section } from "./brief.ts"

/** The ledger: warnings that came before an incident of the case, and all others. */
export function warningSections(caseFile: CaseFile, marks: Marks): { before: Section; others: Section } {
  const incidents = new Map(caseFile.incidents.map(incident => [incident.id, incident]))
  const resting = new Set(
    caseFile.lineage.flatMap(({ from, to, kind }) => (to !== null && kind !== "cites" ? [from] : [])),
  )
  const byIssue = [...caseFile.warnings].sort((a, b) => issueDay(a) - issueDay(b) || (a.id < b.id ? -1 : 1))
  const section = (key: string, heading: string, warnings: readonly Warning[]): Section => ({
    key,
    heading,
    lines: joinIssuers(warnings).flatMap(warning => warningLines(warning, incidents, resting, marks)),
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

/** The words that say most, the longest: others are often only the verb that makes them a warning. Those of a report that copies or rewrites another only where nobody else has any. */
function wordsOf({ evidence }: Warning, resting: ReadonlySet<string>): string {
  const own = evidence.filter(({ reportId }) => !resting.has(reportId))
  return (own.length === 0 ? evidence : own).reduce(
    (longest, { text }) => (longest.length < text.length ? text : longest),
    "",
  )
}

/** Warnings of one kind in the very same words are one for the reader, by all who gave it: "Italy and France raised their levels". */
function joinIssuers(warnings: readonly Warning[]): readonly Warning[] {
  const keyOf = ({ kind, audience, evidence }: Warning) =>
    JSON.stringify([kind, audience, evidence.map(({ reportId, start, end }) => [reportId, start, end])])
  return [...Map.groupBy(warnings, keyOf).values()].map(same => {
    const names = same.map(({ issuer }) => issuer.name).sort()
    return same.length === 1 ? same[0]! : { ...same[0]!, issuer: { ...same[0]!.issuer, name: names.join(", ") } }
  })
}

function warningLines(
  warning: Warning,
  incidents: ReadonlyMap<string, Incident>,
  resting: ReadonlySet<string>,
  marks: Marks,
): Line[] {
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
  const words = wordsOf(warning, resting)
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
    subject.target && !isSaid(valueInWords(subject.target), threat) && `target: ${valueInWords(subject.target)}`,
    subject.place && `place: ${valueInWords(subject.place)}`,
  ]
  return parts.filter(part => part !== undefined && part !== false).join("; ")
}

/** Whether the threat names it already. */
function isSaid(target: string, threat: string | undefined): boolean {
  return threat?.toLowerCase().includes(target.toLowerCase()) === true
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
