import type { Span } from "../../core/span.ts"
import type { CueClause } from "./cue-clause.ts"
import type { Passage, Passages } from "./passages.ts"
import { type Range, spanOfRange } from "./phrase.ts"

/** A statement while it is put together: its stretches of content are still open. */
export interface Draft {
  readonly passage: Passage
  readonly clause: CueClause
  readonly ranges: Range[]
  readonly rule: string
}

/** "OSLO (AP) — " */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’-]{2,30}(?:,\s+\p{Lu}\p{Ll}+\.?\s+\d+)?\s*(?:\([^)]{2,30}\)\s*)?(?:--|[—–―-])\s+/u

/** The span of what is said, without the marks around it and the stops and commas at its ends. Marks within stay. */
export function contentSpan(within: Passages, range: Range): Span | undefined {
  const { analysis } = within
  const { text } = analysis.report
  let { start, end } = spanOfRange(analysis, range)
  if (analysis.report.blocks.some(block => block.start === start))
    start += DATELINE.exec(text.slice(start, end))?.[0].length ?? 0
  for (let changed = true; changed && start < end; ) {
    changed = false
    const quotation = analysis.quotations.find(
      one => one.start <= start && end <= one.end && (one.start === start || one.end === end),
    )
    if (quotation && start === quotation.start && start !== quotation.inner.start) {
      start = quotation.inner.start
      changed = true
    }
    if (quotation && end === quotation.end && end !== quotation.inner.end) {
      end = quotation.inner.end
      changed = true
    }
    const before = end
    while (start < end && /[\s,;:—–•·]/.test(text[start]!)) start++
    while (start < end && /[\s,;:—–-]/.test(text[end - 1]!)) end--
    if (end < before && analysis.quotations.some(one => one.start === start && one.end === end)) changed = true
    // A mark that opens here and is closed in another paragraph.
    if (text[start] === "‘" && !analysis.quotations.some(one => one.start === start)) start++
    // One end stop goes; the dots of an ellipsis stay.
    if (
      start < end &&
      text[end - 1] === "." &&
      text[end - 2] !== "." &&
      !/\b\p{Lu}\.$/u.test(text.slice(Math.max(0, end - 3), end))
    ) {
      end--
      changed = true
    }
  }
  return start + 1 < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : undefined
}
