import type { CaseFile, CaseStatement, Warning } from "../../core/casefile.ts"
import { daysOf } from "../../core/edtf.ts"
import { isSaying } from "../../core/reading.ts"
import { drained, inSteps } from "../steps.ts"
import { type Speaker, speakersInSteps } from "./speakers.ts"

/** A warning as it is told to a reader: its issuer named as among the speakers, with the words of the reports that say most. */
export interface ToldWarning {
  readonly warning: Warning
  readonly words: string
}

/** Letters of a warning's words that are shown. */
export const LONGEST_WORDS = 240

/** All warnings of a case, by day of issue, those without a date last. */
export function toldWarnings(caseFile: CaseFile): readonly ToldWarning[] {
  return drained(toldInSteps(caseFile))
}

/** The same, made in steps of some milliseconds. */
export function* toldInSteps(caseFile: CaseFile): Generator<void, readonly ToldWarning[]> {
  // Who speaks is asked only for their sake.
  if (caseFile.warnings.length === 0) return []
  const resting = new Set(
    caseFile.lineage.flatMap(({ from, to, kind }) => (to !== null && kind !== "cites" ? [from] : [])),
  )
  const sayings = caseFile.statements.filter(isSaying)
  const byReport = Map.groupBy(sayings, ({ reportId }) => reportId)
  yield
  const speakerOf = yield* speakersInSteps(caseFile, sayings)
  const told: ToldWarning[] = []
  yield* inSteps(caseFile.warnings, 50, warning => {
    told.push({ warning: toldBySpeakers(warning, byReport, speakerOf), words: wordsOf(warning, resting, byReport) })
  })
  return told.sort((a, b) => issueDay(a.warning) - issueDay(b.warning) || (a.warning.id < b.warning.id ? -1 : 1))
}

type ByReport = ReadonlyMap<string, readonly CaseStatement[]>

/** The warning with the name under which its issuer is listed among the speakers: "the report" is "The U.N. report" there. */
function toldBySpeakers(
  warning: Warning,
  byReport: ByReport,
  speakerOf: (statement: CaseStatement) => Speaker,
): Warning {
  if (warning.issuer.entityId !== undefined) return warning
  const own = statementsOf(warning, byReport).find(({ speaker }) => speaker.name === warning.issuer.name)
  return own ? { ...warning, issuer: { ...warning.issuer, name: speakerOf(own).name } } : warning
}

/** Statements whose words the warning rests on. */
function statementsOf({ evidence }: Pick<Warning, "evidence">, byReport: ByReport): readonly CaseStatement[] {
  const places = Map.groupBy(evidence, ({ reportId }) => reportId)
  return [...places.keys()]
    .flatMap(reportId => byReport.get(reportId) ?? [])
    .filter(statement =>
      statement.evidence.some(said =>
        places.get(said.reportId)?.some(({ start, end }) => start < said.end && said.start < end),
      ),
    )
}

const issueDay = (warning: Warning) => daysOf(warning.issued.edtf)?.first ?? Number.POSITIVE_INFINITY

/**
 * The words that say most, the longest: others are often only the verb that makes them a warning. An interrupted quotation is told
 * whole where there is room. Words of a report that copies or rewrites another only where nobody else has any.
 */
function wordsOf(warning: Warning, resting: ReadonlySet<string>, byReport: ByReport): string {
  const own = warning.evidence.filter(({ reportId }) => !resting.has(reportId))
  const evidence = own.length === 0 ? warning.evidence : own
  const quotations = statementsOf({ evidence }, byReport)
    .filter(({ kind, evidence: parts, text }) => kind === "direct" && 1 < parts.length && text.length <= LONGEST_WORDS)
    .map(({ text }) => text)
  return [...evidence.map(({ text }) => text), ...quotations].reduce((longest, text) =>
    longest.length < text.length ? text : longest,
  )
}
