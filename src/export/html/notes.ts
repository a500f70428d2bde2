import { shortened } from "../../app/words.ts"
import { html, type Markup } from "./markup.ts"
import type { Sheet } from "./sheet.ts"

/** Longest note in print. The whole of it stands in the report's text. */
const LONGEST = 400

/** The words behind the marks as numbered notes: what a reader on paper has instead of links. */
export function notesPart(sheet: Sheet): Markup {
  return html`<section id="notes"><h2>Words</h2>
<ol class="notes">${sheet.marks.notes().map(
    ({ mark, report, evidence }) =>
      html`<li value="${mark}"><a href="#w${mark}">r${report} ${evidence.start}–${evidence.end}</a> “${shortened(evidence.text, LONGEST)}”</li>
`,
  )}</ol></section>
`
}
