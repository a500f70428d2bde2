import type { Outcome } from "./core/problem.ts"
import type { Report } from "./core/report.ts"

/** Characters of a report that are read, about 35,000 words. Some steps compare all events of a report, so that megabytes would take hours. */
const LONGEST = 200_000

/** The report with the blocks that are read for findings; its text stays whole. */
export function cutLongReport(report: Report): Outcome<Report> {
  const { text, blocks } = report
  if ((blocks.at(-1)?.end ?? 0) <= LONGEST) return { value: report, problems: [] }
  // A block that goes on beyond it is cut behind a sentence, or else behind a word.
  const room = text.slice(0, LONGEST)
  const end = Math.max(room.lastIndexOf(". ") + 1, room.lastIndexOf("\n"), LONGEST - 5_000)
  return {
    value: {
      ...report,
      blocks: blocks.filter(block => block.start < end).map(block => (block.end <= end ? block : { ...block, end })),
    },
    problems: [
      {
        code: "read-in-part",
        message: `the report has ${text.length} characters; its text is kept, but only the first ${end} were read for events, statements and names. Give it in parts to have all of it read`,
      },
    ],
  }
}
