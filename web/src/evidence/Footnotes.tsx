import { useReportHeads } from "../api/views.ts"
import classes from "./evidence.module.css"
import type { Note } from "./Marks.tsx"
import { Quote } from "./Quote.tsx"
import { ReportName } from "./ReportName.tsx"
import { usePrinting } from "./use-printing.ts"

/** On paper a mark leads to a note: the words behind each mark that stands on the page. On a screen there is nothing. */
export function Footnotes({ notes }: { readonly notes: Iterable<Note> }) {
  const isPrinting = usePrinting()
  const heads = useReportHeads()
  if (!isPrinting) return null
  const printed = new Set(
    [...document.querySelectorAll<HTMLElement>("main [data-evidence]")].map(({ dataset }) => Number(dataset.evidence)),
  )
  const shown = [...notes].filter(({ mark }) => printed.has(mark)).sort((a, b) => a.mark - b.mark)
  return (
    <section aria-labelledby="footnotes" className={classes.footnotes}>
      <h2 id="footnotes">The words behind the marks</h2>
      <ol>
        {shown.map(({ mark, evidence }) => (
          <li key={mark} value={mark}>
            <Quote of={evidence} /> <ReportName head={heads.get(evidence.reportId)} at={evidence} />
          </li>
        ))}
      </ol>
    </section>
  )
}
