import { z } from "zod"

/** A half-open stretch `[start, end)` of one report's clean `text`. Unit: UTF-16 code units, as in `string.slice`. */
export const spanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) }).readonly()
export type Span = z.infer<typeof spanSchema>

/** The words of one report that back an item. `text` always equals `report.text.slice(span.start, span.end)`. */
export const evidenceSchema = z.object({ reportId: z.string(), span: spanSchema, text: z.string().min(1) }).readonly()
export type Evidence = z.infer<typeof evidenceSchema>

/** The only way to make Evidence. Throws RangeError on a bad span: that is our bug, never the news text's. */
export function evidenceAt(report: { readonly id: string; readonly text: string }, span: Span): Evidence {
  const { start, end } = span
  const text = report.text.slice(start, end)
  // `isWellFormed` is false when a span cuts a surrogate pair such as an emoji in two.
  if (!(0 <= start && start < end && end <= report.text.length && text.isWellFormed()))
    throw new RangeError(`bad span [${start}, ${end}) in report ${report.id} of length ${report.text.length}`)
  return { reportId: report.id, span: { start, end }, text }
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
