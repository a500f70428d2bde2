import type { CaseFile } from "../../core/casefile.ts"
import { foldNames } from "../people.ts"
import { edtfInWords } from "../words.ts"
import { type Brief, type Extent, newMarks } from "./brief.ts"
import { decisionSection } from "./decisions.ts"
import { disputeSection, incidentSections, mainIncident } from "./incidents.ts"
import { reportNumbers } from "./report-numbers.ts"
import {
  blindSpotSection,
  cleaningSection,
  lineageSection,
  problemSection,
  profileSection,
  reportSection,
  summaryOf,
} from "./sources.ts"
import { statementSection } from "./statements.ts"
import { warningSections } from "./warnings.ts"

/** Things that one speaker said, in a brief at most. A choice: the list of statements has all. */
const MOST_SAID = 8

/** The case in words: the one text that every door and every export prints. `numbers`: those of a larger case that this one is a part of. `extent`: how much of each section is wanted. */
export function writeBrief(whole: CaseFile, numbers = reportNumbers(whole), extent?: Extent): Brief {
  const caseFile = foldNames(whole)
  const number = (reportId: string) => numbers.get(reportId)!
  const label = (reportId: string) => `r${number(reportId)}`
  const marks = newMarks(numbers)
  const { happened, plots, background, context } = incidentSections(caseFile, marks, extent)
  const { before, others } = warningSections(caseFile, marks, extent)
  const sections = [
    happened,
    plots,
    before,
    disputeSection(caseFile, marks, extent),
    background,
    context,
    others,
    statementSection(caseFile, marks, label, MOST_SAID, extent),
    profileSection(caseFile, marks, extent),
    lineageSection(caseFile, marks, number, extent),
    decisionSection(caseFile),
    blindSpotSection(caseFile),
    cleaningSection(caseFile, number, extent),
    problemSection(caseFile, label),
    reportSection(caseFile, number, extent),
  ].filter(section => 0 < section.lines.length)
  const newest =
    caseFile.reports
      .map(report => report.published?.edtf.slice(0, 10) ?? "")
      .sort()
      .at(-1) ?? ""
  const asOf = caseFile.case.asOf ?? newest
  return {
    title: mainIncident(caseFile)?.title ?? caseFile.case.name,
    summary: summaryOf(caseFile),
    asOf: asOf === "" ? "As known from reports without a date." : `As known at ${edtfInWords(asOf)}.`,
    sections,
    notes: marks.notes(),
  }
}
