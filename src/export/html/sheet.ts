import { type Brief, type Marks, type Note, newMarks } from "../../app/brief/brief.ts"
import { reportNumbers } from "../../app/brief/report-numbers.ts"
import { writeBrief } from "../../app/brief/write-brief.ts"
import { foldNames, privatePeople } from "../../app/people.ts"
import { sentenceAround } from "../../app/sentences.ts"
import { edtfInWords, shortened } from "../../app/words.ts"
import type { CaseFile, FlatEvidence, FlatReport } from "../../core/casefile.ts"
import { type Content, html, type Markup } from "./markup.ts"

/** Words shown to either side of the evidence in a peek, at most: a paragraph without full stops stays a peek. */
const PEEK_REACH = 320

/** What every part of a sheet needs: the case, its brief, and the one count of marks. */
export interface Sheet {
  readonly caseFile: CaseFile
  /** The same case with the names of private people folded: what overviews are made from. */
  readonly overview: CaseFile
  readonly brief: Brief
  readonly marks: Marks
  readonly private: ReadonlySet<string>
  report(id: string): FlatReport
  number(id: string): number
  /** The link of a mark: a number that shows its sentence when pointed at and leads to the words in place. */
  link(mark: number): Markup
  /** Links for evidence, at most `limit`. */
  links(evidence: readonly FlatEvidence[], limit?: number): Markup
}

/** Begins a sheet. The brief's marks keep their numbers; parts that show more words go on counting. */
export function newSheet(caseFile: CaseFile, numbers = reportNumbers(caseFile)): Sheet {
  const brief = writeBrief(caseFile, numbers)
  const reports = new Map(caseFile.reports.map(report => [report.id, report]))
  const marks = newMarks(numbers)
  const known = brief.notes.map(note => note.evidence)
  marks.of(known, known.length)
  const linked = new Set<number>()
  const sheet: Sheet = {
    caseFile,
    overview: foldNames(caseFile),
    brief,
    marks,
    private: privatePeople(caseFile),
    report: id => reports.get(id)!,
    number: id => numbers.get(id)!,
    link(mark) {
      // The first link of a mark is where the way back from the words leads.
      const isFirst = !linked.has(mark)
      linked.add(mark)
      const note = marks.notes()[mark - 1]!
      return html`<span class="ref"><a href="#w${mark}"${isFirst && html` id="m${mark}"`}>${mark}</a>${peek(sheet, note)}</span>`
    },
    links(evidence, limit) {
      const parts = marks.of(evidence, limit).map(part => ("mark" in part ? sheet.link(part.mark) : undefined))
      return html`${parts}`
    },
  }
  return sheet
}

function peek(sheet: Sheet, { evidence }: Note): Markup {
  return html`<span class="peek">${sentenceOf(sheet, evidence, PEEK_REACH)}<span class="from">${fromWords(sheet, evidence.reportId)}</span></span>`
}

/** The sentence with the words marked in it. */
export function sentenceOf(sheet: Sheet, evidence: FlatEvidence, reach: number): Markup {
  const report = sheet.report(evidence.reportId)
  const sentence = sentenceAround(report, evidence)
  const before = flat(report.text.slice(sentence.start, evidence.start))
  const after = flat(report.text.slice(evidence.end, sentence.end))
  const words = report.text.slice(evidence.start, evidence.end)
  return html`<span class="sentence" dir="auto">${cutBefore(before, reach)}<mark>${cutMiddle(flat(words), 4 * reach)}</mark>${cutAfter(after, reach)}</span>`
}

const flat = (text: string) => text.replace(/\s+/g, " ")
const cutBefore = (text: string, reach: number) =>
  text.length <= reach ? text : `… ${text.slice(text.indexOf(" ", text.length - reach) + 1 || text.length - reach)}`
const cutAfter = (text: string, reach: number) =>
  text.length <= reach ? text : (text.startsWith(" ") ? " " : "") + shortened(text, reach)
const cutMiddle = (text: string, reach: number) => (text.length <= reach ? text : shortened(text, reach))

/** "r2 Pampero Times, 5 November 2031". */
export function fromWords(sheet: Sheet, reportId: string): Content {
  const report = sheet.report(reportId)
  const published = report.published ? edtfInWords(report.published.edtf.slice(0, 10)) : "no date"
  return html`<b>r${sheet.number(reportId)}</b> ${report.publisher ?? (report.title === "" ? "publisher unknown" : shortened(report.title, 60))}, ${published}`
}
