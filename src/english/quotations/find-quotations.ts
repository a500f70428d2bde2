import type { Outcome, Problem } from "../../core/problem.ts"
import type { Report } from "../../core/report.ts"
import type { Span } from "../../core/span.ts"
import type { Quotation } from "../analysis.ts"

/** A quotation mark among the tokens. */
interface Mark extends Span {
  readonly single: boolean
  readonly role: "opens" | "closes" | "either"
}

const MARK = /^(?:["“”„‟«»‘’‚‹›'`]|``|'')$/
const SINGLE = /^['‘’‚‹›`]$/

/**
 * The stretches between quotation marks, scare quotes too, nested ones after the one that holds them.
 * Marks of different style close each other, since scraped text mixes them. A quotation that no mark closes is given only where the
 * next paragraph goes on with it; otherwise it is a problem.
 */
export function findQuotations(report: Report, tokens: readonly Span[]): Outcome<Quotation[]> {
  const { text, blocks } = report
  const value: Quotation[] = []
  const problems: Problem[] = []
  let from = 0
  blocks.forEach((block, index) => {
    let to = from
    while (to < tokens.length && tokens[to]!.start < block.end) to++
    const open: Mark[] = []
    for (const mark of marksOf(text, tokens.slice(from, to))) {
      const opener = openerFor(mark, open)
      if (opener < 0 || mark.role === "opens") {
        if (mark.role !== "closes") open.push(mark)
        // A mark behind a digit may stand for inches or minutes.
        else if (!mark.single && !/\d/.test(text[mark.start - 1] ?? "")) problems.push(stray(report, mark))
        continue
      }
      const found = quotationOf(text, open[opener]!, mark)
      if (found) value.push(found)
      open.length = opener
    }
    from = to
    for (const mark of open) {
      if (mark.single) continue
      const next = blocks[index + 1]
      const goesOn = next?.label === block.label && /^\s*["“„«]/.test(text.slice(next.start, next.end))
      const last = tokens[to - 1]!
      if (goesOn && mark === open[0] && mark.end < last.end)
        value.push({
          start: mark.start,
          end: last.end,
          inner: { start: afterSpace(text, mark.end), end: last.end },
          open: true,
        }) // prettier-ignore
      else problems.push(unclosed(report, mark))
    }
  })
  return { value: value.sort((a, b) => a.start - b.start || b.end - a.end), problems }
}

/** The marks among the tokens with the role that their form and the space around them give. */
function marksOf(text: string, tokens: readonly Span[]): Mark[] {
  const marks: Mark[] = []
  tokens.forEach((token, index) => {
    const word = text.slice(token.start, token.end)
    if (!MARK.test(word)) return
    const single = SINGLE.test(word)
    const spaceBefore = index === 0 || tokens[index - 1]!.end < token.start || /[([“"‘—–-]/.test(text[token.start - 1]!)
    const next = tokens[index + 1]
    const spaceAfter = next === undefined || token.end < next.start
    const wordAfter = !spaceAfter && /^[\p{L}\p{N}[($€£“"‘'…]/u.test(text.slice(token.end, token.end + 1))
    marks.push({ ...token, single, role: roleOf(word, single, spaceBefore, spaceAfter, wordAfter) })
  })
  return marks
}

function roleOf(
  word: string,
  single: boolean,
  spaceBefore: boolean,
  spaceAfter: boolean,
  wordAfter: boolean,
): Mark["role"] {
  const tightAfter = spaceBefore && !spaceAfter && wordAfter
  // German and Polish close with the forms that open in English: „so“ and »so«.
  const tightBefore = !spaceBefore && !wordAfter
  if (/^(?:“|«|‘|‹)$/.test(word) && tightBefore) return "closes"
  if (/^(?:“|„|«|‘|‚|‹|``)$/.test(word)) return "opens"
  if (single) return tightAfter ? "opens" : "closes"
  // "” he said ”": a closing form before a word and after white space was meant to open.
  if (/^(?:”|»|'')$/.test(word)) return tightAfter || (spaceBefore && spaceAfter) ? "either" : "closes"
  if (tightAfter) return "opens"
  return spaceBefore && spaceAfter ? "either" : "closes"
}

/** Index of the open mark that this one would close, or -1. */
function openerFor(mark: Mark, open: readonly Mark[]): number {
  for (let index = open.length - 1; 0 <= index; index--) {
    if (open[index]!.single === mark.single) return index
    // A single mark never closes over an open double one: it is an apostrophe then.
    if (mark.single) return -1
  }
  return -1
}

function quotationOf(text: string, opener: Mark, closer: Mark): Quotation | undefined {
  let end = closer.start
  while (opener.end < end && /\s/.test(text[end - 1]!)) end--
  const inner = { start: afterSpace(text, opener.end), end }
  // `rock ’n’ roll`
  if (inner.end <= inner.start || (opener.single && inner.end - inner.start < 2)) return undefined
  return { start: opener.start, end: closer.end, inner, open: false }
}

function afterSpace(text: string, at: number): number {
  let start = at
  while (start < text.length && /\s/.test(text[start]!)) start++
  return start
}

function stray(report: Report, at: Span): Problem {
  return {
    code: "stray-quote",
    message: "a quotation mark closes nothing that was opened",
    reportId: report.id,
    at: { start: at.start, end: at.end },
  } // prettier-ignore
}

function unclosed(report: Report, at: Span): Problem {
  return {
    code: "unclosed-quote",
    message: "a quotation mark is never closed, and the next paragraph does not go on with it",
    reportId: report.id,
    at: { start: at.start, end: at.end },
  } // prettier-ignore
}
