import { rawSpanOf } from "../../../core/raw-map.ts"
import type { Block, Removed, Report } from "../../../core/report.ts"
import { overlaps, type Span } from "../../../core/span.ts"
import { cleaningWords, kindCounted } from "../../cleaning.ts"
import type { CaseIndex } from "../case-index.ts"
import { cutText } from "./cut-text.ts"
import type { BlockPiece, Highlight, ReaderItem, RemovedPiece } from "./reader-schema.ts"
import type { ReportPlaces } from "./report-places.ts"

/** A piece without what stands in it: enough to count pages. */
export type Outline =
  | { readonly kind: "block"; readonly label: Block["label"]; readonly span: Span; readonly opens: boolean }
  | { readonly kind: "removed"; readonly near: number; readonly blocks: readonly Removed[] }

/** Letters of a removed block that are shown in its place. */
const LONGEST_REMOVED = 600
/** Removed blocks shown in one place, at most. */
const MOST_REMOVED = 40

/** Blocks in order, long ones in parts, with what was left out where it stood. */
export function outlineOf(report: Report): Outline[] {
  const removed = report.removed.toSorted((a, b) => a.raw.start - b.raw.start)
  const outline: Outline[] = []
  let next = 0
  const putRemoved = (before: number, near: number) => {
    const from = next
    while (next < removed.length && removed[next]!.raw.start < before) next++
    if (from < next) outline.push({ kind: "removed", near, blocks: removed.slice(from, next) })
  }
  for (const block of report.blocks) {
    // The title is first in the clean text wherever the page has it.
    if (block.label !== "title") putRemoved(rawSpanOf(report.rawMap, block).start, block.start)
    for (const [index, span] of cutText(report.text, block).entries())
      outline.push({ kind: "block", label: block.label, span, opens: index === 0 })
  }
  putRemoved(Number.POSITIVE_INFINITY, report.text.length)
  return outline
}

/** Repairs in the order of the text, with what stood there. */
export function repairsOf(report: Report, raw: string): BlockPiece["repairs"] {
  return report.repairs
    .flatMap(({ kind, at }) =>
      at.map(({ start, end }) => ({ start, end, what: kindCounted(1, kind), was: rawAt(report, raw, start, end) })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Letters of raw text shown for one repair. */
const LONGEST_WAS = 80

function rawAt({ rawMap, text }: Report, raw: string, start: number, end: number): string {
  const span = start < end ? rawSpanIn(rawMap, start, end) : undefined
  // What was taken out lies between what stands before and behind it.
  const from = span?.start ?? rawSpanIn(rawMap, Math.max(0, start - REACH), start)?.end ?? 0
  const to = span?.end ?? rawSpanIn(rawMap, start, Math.min(text.length, start + REACH))?.start ?? raw.length
  const was = raw.slice(from, Math.min(to, from + LONGEST_WAS)).toWellFormed()
  // Between two blocks stand line ends, too.
  return span ? was : was.replace(/^[\s]+(?=\S)|(?<=\S)[\s]+$/g, "")
}

/** Letters to either side in which something that arrived is looked for: more than the blank line between two blocks. */
const REACH = 4

/** Where a stretch lies in the raw text; undefined when all of it was put in by us. */
function rawSpanIn(rawMap: Report["rawMap"], start: number, end: number): Span | undefined {
  if (end <= start) return undefined
  try {
    return rawSpanOf(rawMap, { start, end })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** All that stands in the text, in order of place, and what it became. */
export interface Contents {
  readonly highlights: readonly Highlight[]
  readonly items: ReadonlyMap<string, ReaderItem>
  readonly repairs: BlockPiece["repairs"]
  readonly distressing: readonly Span[]
  readonly places: ReportPlaces
  readonly index: CaseIndex
  readonly showNames: boolean
}

/** A piece of the clean text with what stands in it. */
export function blockPiece(
  report: Report,
  { label, span, opens }: Extract<Outline, { kind: "block" }>,
  { highlights, items, repairs, distressing, places, index, showNames }: Contents,
): BlockPiece {
  const own = highlights.filter(one => overlaps(one, span))
  const told = new Set(
    own.flatMap(({ kind, item }) => {
      const to = items.get(item)?.to
      return kind === "event" && to ? [to.id] : []
    }),
  )
  const shared = new Map<string, BlockPiece["shared"][number]>()
  for (const { at, other, otherAt, kind } of places.passages)
    if (overlaps(at, span) && index.numbers.has(other) && !shared.has(other))
      shared.set(other, {
        report: other,
        number: index.numbers.get(other)!,
        kind,
        at: { start: otherAt.start, end: otherAt.end },
      })
  return {
    kind: "block",
    label,
    ...span,
    text: report.text.slice(span.start, span.end),
    opens,
    highlights: own,
    repairs: repairs.filter(({ start, end }) => span.start <= start && end <= span.end),
    distressing: distressing.filter(one => overlaps(one, span)),
    tellings: [...told].flatMap(id => {
      const incident = showNames ? index.incidents.get(id) : index.overviews.get(id)
      if (!incident) return []
      const { code, title, reports, origins } = incident
      return [{ incident: id, code, title, reports: reports.length, origins }]
    }),
    shared: [...shared.values()].sort((a, b) => a.number - b.number),
  }
}

/** What was left out in one place. */
export function removedPiece({ near, blocks }: Extract<Outline, { kind: "removed" }>): RemovedPiece {
  return {
    kind: "removed",
    near,
    words: cleaningWords({ removed: blocks, repairs: [] }),
    parts: blocks.slice(0, MOST_REMOVED).map(({ label, text }) => ({
      label: label.replaceAll("-", " "),
      text: text.slice(0, LONGEST_REMOVED).toWellFormed(),
      left: Math.max(0, text.length - LONGEST_REMOVED),
    })),
  }
}
