import type { CaseFile, CaseStatement, Incident, Warning } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { isSaying } from "../../core/reading.ts"
import { gradeInWords } from "../grades.ts"
import {
  counted,
  edtfInWords,
  quoted,
  roleInWords,
  shortened,
  timeInWords,
  UNNAMED,
  valueInWords,
  withoutContained,
} from "../words.ts"
import { type Line, line, type Marks, type Section } from "./brief.ts"
import { type Speaker, speakersOf } from "./speakers.ts"

/** The ledger: warnings that came before an incident of the case, and all others. */
export function warningSections(caseFile: CaseFile, marks: Marks): { before: Section; others: Section } {
  const incidents = new Map(caseFile.incidents.map(incident => [incident.id, incident]))
  const resting = new Set(
    caseFile.lineage.flatMap(({ from, to, kind }) => (to !== null && kind !== "cites" ? [from] : [])),
  )
  const sayings = caseFile.statements.filter(isSaying)
  const speakerOf = speakersOf(caseFile, sayings)
  const told = caseFile.warnings.map(warning => toldBySpeakers(warning, sayings, speakerOf))
  const byIssue = told.sort((a, b) => issueDay(a) - issueDay(b) || (a.id < b.id ? -1 : 1))
  const section = (key: string, heading: string, warnings: readonly Warning[]): Section => ({
    key,
    heading,
    lines: joinIssuers(warnings).flatMap(warning => warningLines(warning, incidents, resting, sayings, marks)),
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

/** The warning with the name under which its issuer is listed among the speakers: "the report" is "The U.N. report" there. */
function toldBySpeakers(
  warning: Warning,
  statements: readonly CaseStatement[],
  speakerOf: (statement: CaseStatement) => Speaker,
): Warning {
  if (warning.issuer.entityId !== undefined) return warning
  const own = statementsOf(warning, statements).find(({ speaker }) => speaker.name === warning.issuer.name)
  return own ? { ...warning, issuer: { ...warning.issuer, name: speakerOf(own).name } } : warning
}

/** Statements whose words the warning rests on. */
function statementsOf({ evidence }: Warning, statements: readonly CaseStatement[]): readonly CaseStatement[] {
  return statements.filter(statement =>
    statement.evidence.some(said =>
      evidence.some(({ reportId, start, end }) => reportId === said.reportId && start < said.end && said.start < end),
    ),
  )
}

const issueDay = (warning: Warning) => daysOf(warning.issued.edtf)?.first ?? Number.POSITIVE_INFINITY

/** Letters of a warning's words that are shown. */
const LONGEST_WORDS = 240

/**
 * The words that say most, the longest: others are often only the verb that makes them a warning. An interrupted quotation is told
 * whole where there is room. Words of a report that copies or rewrites another only where nobody else has any.
 */
function wordsOf(warning: Warning, resting: ReadonlySet<string>, statements: readonly CaseStatement[]): string {
  const own = warning.evidence.filter(({ reportId }) => !resting.has(reportId))
  const evidence = own.length === 0 ? warning.evidence : own
  const quotations = statementsOf({ ...warning, evidence }, statements)
    .filter(({ kind, evidence: parts, text }) => kind === "direct" && 1 < parts.length && text.length <= LONGEST_WORDS)
    .map(({ text }) => text)
  return [...evidence.map(({ text }) => text), ...quotations].reduce((longest, text) =>
    longest.length < text.length ? text : longest,
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
  sayings: readonly CaseStatement[],
  marks: Marks,
): Line[] {
  const audience = audienceNames(warning).join(", ")
  const role = roleInWords(warning.issuerRole ?? "")
  const issuer = role === "" ? warning.issuer.name || UNNAMED : `${warning.issuer.name}, ${role}`
  const channel = warning.channel === "unknown" ? "" : `, ${warning.channel}`
  const head = line(
    0,
    issuedInWords(warning),
    `${warning.kind.replace("-", " ")}${channel}   ${issuer}${audience === "" ? "" : ` > ${audience}`} `,
    marks.of(warning.evidence, 4),
  )
  return [
    { ...head, id: warning.id },
    ...subjectLines(warning),
    line(1, "words", quoted(shortened(wordsOf(warning, resting, sayings), LONGEST_WORDS))),
    ...(warning.horizon ? [line(1, "horizon", horizonWords(warning))] : []),
    ...(warning.grade ? [line(1, "grade", gradeInWords(warning.grade))] : []),
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

/** Who was told, each once: "the committee" beside "the Senate committee" says nothing more, nor does "its citizens" beside a name. */
function audienceNames({ audience }: Warning): readonly string[] {
  const names = audience.map(({ name }) => name)
  const told = names.filter(name => !/^(?:its|his|her|their) /iu.test(name))
  return withoutContained(told.length === 0 ? names : told)
}

/** "until 10 November 2031" where the words set an end, else the time itself. */
function horizonWords({ horizon, evidence }: Warning): string {
  if (horizon!.edtf === "") return quoted(horizon!.text)
  const end = evidence
    .map(({ text }) => {
      const at = text.indexOf(horizon!.text)
      return at < 0 ? undefined : /\b(until|till|before|by) $/iu.exec(text.slice(0, at))?.[1]
    })
    .find(word => word !== undefined)
  return end === undefined ? timeInWords(horizon!) : `${end.toLowerCase()} ${timeInWords(horizon!)}`
}

/** A threat of more letters than this is no name of a harm; the words say it better. */
const LONGEST_THREAT = 80

/** Words that begin a sentence's predicate: no name of a harm either. Source: English; Apache-2.0. */
const PREDICATE = /^(?:will|would|could|can|may|might|must|should|is|are|was|were|has|have|had|be|been)\b/iu

/** Of what harm, by whom, against whom, where. The first that is known gives the label. */
function subjectLines({ subject }: Warning): Line[] {
  const words = subject.threat?.text
  const threat = words && words.length <= LONGEST_THREAT && !PREDICATE.test(words) ? words : undefined
  const target = subject.target && valueInWords(subject.target)
  const parts = [
    { label: "of", words: threat },
    { label: "by", words: subject.actor && valueInWords(subject.actor) },
    { label: "target", words: isSaid(target ?? "", threat) ? undefined : target },
    { label: "place", words: subject.place && valueInWords(subject.place) },
  ].filter(part => part.words !== undefined)
  const [first, ...rest] = parts
  if (!first) return []
  return [line(1, first.label, [first.words, ...rest.map(part => `${part.label}: ${part.words}`)].join("; "))]
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
