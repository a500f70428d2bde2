import type { Note } from "../../app/brief/brief.ts"
import { cleaningWords } from "../../app/cleaning.ts"
import { edtfInWords } from "../../app/words.ts"
import type { FlatReport } from "../../core/casefile.ts"
import type { Span } from "../../core/span.ts"
import { html, type Markup } from "./markup.ts"
import type { Sheet } from "./sheet.ts"

/** The clean text of every report, in the brief's order, with the words behind each mark in place. */
export function reportsPart(sheet: Sheet): Markup {
  const notes = Map.groupBy(sheet.marks.notes(), note => note.evidence.reportId)
  const reports = [...sheet.caseFile.reports].sort((a, b) => sheet.number(a.id) - sheet.number(b.id))
  return html`<section id="texts"><h2>The reports</h2>
<p class="hint">The clean text as it was read. Highlighted words carry the number they are quoted under; the number leads back.</p>
${reports.map(report => reportArticle(report, sheet.number(report.id), notes.get(report.id) ?? []))}</section>
`
}

function reportArticle(report: FlatReport, number: number, notes: readonly Note[]): Markup {
  const published = report.published
    ? `${edtfInWords(report.published.edtf)} (known from: ${report.published.method})`
    : "no date"
  // The title stands in the text, where its words can be marked; it is said here only when the text has none.
  const hasTitle = report.blocks.some(block => block.label === "title")
  const about = [hasTitle ? "" : report.title, report.byline, published, report.file]
  return html`<article class="report" id="r${number}">
<header><h3><span class="code">r${number}</span> ${report.publisher ?? "Publisher unknown"}</h3>
<p class="small">${about.filter(text => text !== undefined && text !== "").join(" · ")}${report.url !== undefined && html`<br>${address(report.url)}`}</p></header>
<div class="text" dir="auto" lang="${report.language}">${report.blocks.map(block => blockMarkup(report, block, notes))}</div>
${removedPart(report)}</article>
`
}

/** An address is a link only when it is one of the web; anything else is words. */
function address(url: string): Markup {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener nofollow">${url}</a>` : html`${url}`
}

function blockMarkup(report: FlatReport, block: FlatReport["blocks"][number], notes: readonly Note[]): Markup {
  const inside = notes.filter(({ evidence }) => evidence.start < block.end && block.start < evidence.end)
  const words = marked(report.text, block, inside)
  switch (block.label) {
    case "title":
    case "heading":
      return html`<h4 class="${block.label}">${words}</h4>
`
    case "paragraph":
      return html`<p>${words}</p>
`
    default:
      return html`<p class="${block.label}"><span class="kind">${block.label.replaceAll("-", " ")}</span> ${words}</p>
`
  }
}

/** Text with its notes highlighted. Notes may lie within each other or cross; where they cross, the later one is cut in two. */
function marked(text: string, block: Span, notes: readonly Note[]): Markup {
  const within = notes
    .map(({ mark, evidence }) => ({
      mark,
      start: Math.max(block.start, evidence.start),
      end: Math.min(block.end, evidence.end),
      isBegin: block.start <= evidence.start,
      isEnd: evidence.end <= block.end,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.mark - b.mark)
  return nest(within, block.start, block.end)

  function nest(pieces: readonly Piece[], from: number, to: number): Markup {
    const found: Markup[] = []
    let at = from
    let rest = [...pieces]
    while (0 < rest.length) {
      const piece = rest.shift()!
      found.push(html`${text.slice(at, piece.start)}`)
      const inner: Piece[] = []
      const later: Piece[] = []
      for (const other of rest) {
        if (piece.end <= other.start) later.push(other)
        else if (other.end <= piece.end) inner.push(other)
        else {
          inner.push({ ...other, end: piece.end, isEnd: false })
          later.push({ ...other, start: piece.end, isBegin: false })
        }
      }
      rest = later.sort((a, b) => a.start - b.start || b.end - a.end || a.mark - b.mark)
      found.push(
        html`<mark${piece.isBegin && html` id="w${piece.mark}"`}>${nest(inner, piece.start, piece.end)}${piece.isEnd && html`<a class="back" href="#m${piece.mark}">${piece.mark}</a>`}</mark>`,
      )
      at = piece.end
    }
    found.push(html`${text.slice(at, to)}`)
    return html`${found}`
  }
}

interface Piece extends Span {
  readonly mark: number
  readonly isBegin: boolean
  readonly isEnd: boolean
}

function removedPart(report: FlatReport): Markup | undefined {
  if (report.removed.length === 0 && report.repairs.length === 0) return undefined
  return html`<details class="removed"><summary>${cleaningWords(report)}</summary>
${report.removed.map(
  removed => html`<p><span class="kind">${removed.label.replaceAll("-", " ")}</span> ${removed.text}</p>
`,
)}</details>
`
}
