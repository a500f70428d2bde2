import type { CaseFile, Incident, Warning } from "../../core/casefile.ts"
import { gradeInWords } from "../grades.ts"
import { quoted, shortened } from "../words.ts"
import { type Extent, type Line, line, type Marks, type Section, sectionOf } from "./brief.ts"
import { LONGEST_WORDS, type ToldWarning, toldWarnings } from "./told-warnings.ts"
import {
  audienceNames,
  followedBy,
  horizonInWords,
  issuedInWords,
  issuerInWords,
  likelihoodInWords,
  outcomeWords,
  subjectInWords,
  warningKindInWords,
} from "./warning-words.ts"

/** The ledger: warnings that came before an incident of the case, and all others. */
export function warningSections(
  caseFile: CaseFile,
  marks: Marks,
  extent?: Extent,
): { before: Section; others: Section } {
  const incidents = new Map(caseFile.incidents.map(incident => [incident.id, incident]))
  const byIssue = toldWarnings(caseFile)
  const section = (key: string, heading: string, told: readonly ToldWarning[]): Section =>
    sectionOf({ key, heading }, joinIssuers(told), one => warningLines(one, incidents, marks), extent)
  return {
    before: section(
      "warned",
      "WARNED BEFORE",
      byIssue.filter(({ warning }) => 0 < warning.incidents.length),
    ),
    others: section(
      "warnings",
      "OTHER WARNINGS, THREATS AND FORECASTS",
      byIssue.filter(({ warning }) => warning.incidents.length === 0),
    ),
  }
}

/** Warnings of one kind in the very same words are one for the reader, by all who gave it: "Italy and France raised their levels". */
function joinIssuers(told: readonly ToldWarning[]): readonly ToldWarning[] {
  const keyOf = ({ kind, audience, evidence }: Warning) =>
    JSON.stringify([kind, audience, evidence.map(({ reportId, start, end }) => [reportId, start, end])])
  return [...Map.groupBy(told, ({ warning }) => keyOf(warning)).values()].map(same => {
    const [first] = same as [ToldWarning]
    if (same.length === 1) return first
    const names = same.map(({ warning }) => warning.issuer.name).sort()
    const issuer = { ...first.warning.issuer, name: names.join(", ") }
    return { ...first, warning: { ...first.warning, issuer } }
  })
}

function warningLines({ warning, words }: ToldWarning, incidents: ReadonlyMap<string, Incident>, marks: Marks): Line[] {
  const audience = audienceNames(warning).join(", ")
  const channel = warning.channel === "unknown" ? "" : `, ${warning.channel}`
  const head = line(
    0,
    issuedInWords(warning),
    `${warningKindInWords(warning.kind)}${channel}   ${issuerInWords(warning)}${audience === "" ? "" : ` > ${audience}`} `,
    marks.of(warning.evidence, 4),
  )
  return [
    { ...head, id: warning.id },
    ...subjectLines(warning),
    line(1, "words", quoted(shortened(words, LONGEST_WORDS))),
    ...(warning.horizon ? [line(1, "horizon", horizonInWords(warning))] : []),
    ...(warning.grade ? [line(1, "grade", gradeInWords(warning.grade))] : []),
    ...(warning.likelihood ? [line(1, "likelihood", likelihoodInWords(warning.likelihood))] : []),
    ...warning.incidents.map(link => line(1, "then", followedBy(link, incidents, warning))),
    ...(warning.incidents.length === 0 ? [line(1, "outcome", outcomeWords[warning.outcome])] : []),
  ]
}

/** Of what harm, by whom, against whom, where. The first that is known gives the label. */
function subjectLines(warning: Warning): Line[] {
  const [first, ...rest] = subjectInWords(warning)
  if (!first) return []
  return [line(1, first.label, [first.words, ...rest.map(part => `${part.label}: ${part.words}`)].join("; "))]
}
