import type { CaseFile, FlatEvidence } from "../../core/casefile.ts"
import { line, type Marks, type Section } from "../brief/brief.ts"
import { itemsOf } from "../find-item.ts"
import { sentenceAround } from "../sentences.ts"
import { evidenceOf } from "./item-evidence.ts"
import { itemTitle } from "./item-title.ts"

/** Items listed for one stretch of words, at most. */
const SHOWN_ITEMS = 60

/** The number of a mark as people type it, "12" or "[12]"; undefined when it is none. */
export function markNumberOf(text: string): number | undefined {
  const digits = /^\[?(\d{1,4})\]?$/.exec(text.trim())?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** The words behind a mark in their sentence, and everything of the case that rests on them. */
export function markSections(
  words: FlatEvidence,
  caseFile: CaseFile,
  marks: Marks,
  numbers: ReadonlyMap<string, number>,
): Section[] {
  const report = caseFile.reports.find(one => one.id === words.reportId)!
  const sentence = sentenceAround(report, words)
  const resting = [...itemsOf(caseFile)].filter(item =>
    evidenceOf(item).some(one => one.reportId === words.reportId && one.start === words.start && one.end === words.end),
  )
  return [
    {
      key: "words",
      heading: "THE WORDS IN THEIR PLACE",
      lines: [
        line(
          0,
          `r${numbers.get(words.reportId)}`,
          `${report.text.slice(sentence.start, words.start)}>> ${words.text} <<${report.text.slice(words.end, sentence.end)} `,
          marks.of([words]),
        ),
      ],
    },
    {
      key: "resting",
      heading: "WHAT RESTS ON THEM",
      lines: resting
        .slice(0, SHOWN_ITEMS)
        .map(item => ({ ...line(0, item.kind, itemTitle(item, caseFile)), id: item.id })),
    },
  ]
}
