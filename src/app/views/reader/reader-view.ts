import type { FlatReport } from "../../../core/casefile.ts"
import type { Reading } from "../../../core/reading.ts"
import type { Span } from "../../../core/span.ts"
import { addable } from "../../add-words.ts"
import { cleaningWords } from "../../cleaning.ts"
import { slotInWords } from "../../words.ts"
import { type CaseIndex, requireOf } from "../case-index.ts"
import { reportHead } from "../evidence-view.ts"
import { blockPiece, type Outline, outlineOf, removedPiece, repairsOf } from "./clean-pieces.ts"
import { findDistressing } from "./distress.ts"
import { findHighlights } from "./find-highlights.ts"
import { foldedInRaw, rawOutline, rawPiece, rawPlace, stretchesOf } from "./raw-pieces.ts"
import { highlightKindSchema, type ReaderAsked, type ReaderView, readerAskedSchema } from "./reader-schema.ts"
import { placesOf } from "./report-places.ts"

/** Pieces of one page, at most. A report of usual length has fewer. */
export const PAGE = 80

/** A report as the reader has it: its reading, and its raw text as `Engine.decode` gives it. */
export interface OpenedReport {
  readonly reading: Reading
  readonly raw: string
}

/**
 * A page of a report: its clean text with all that was read in it, or the raw text with what became of it.
 * Throws HeedError "not-found" when the report is not in the case as it is known at this day.
 */
export function readerView(index: CaseIndex, { reading, raw }: OpenedReport, question: ReaderAsked): ReaderView {
  const { id, side, at, page, names } = readerAskedSchema.parse(question)
  const flat = requireOf(index.reports, id, "report")
  const { report } = reading
  const original = originalOf(index, flat)
  const showNames = names === "shown"
  const { highlights, items } = findHighlights(index, reading, { showNames, original })
  const repairs = repairsOf(report, raw)
  const distressing = findDistressing(report.text, reading.sentences)
  const place = at === undefined ? undefined : placeOf(at)

  const outline = side === "clean" ? outlineOf(report) : []
  const rawSpans = side === "raw" ? rawOutline(raw) : []
  const total = side === "clean" ? outline.length : rawSpans.length
  const wanted = place && (side === "clean" ? place : rawPlace(report, place))
  const foundAt =
    wanted && (side === "clean" ? cleanIndex(outline, wanted.start) : pieceIndex(rawSpans, wanted.start, 0))
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const shownPage = Math.min(page ?? Math.floor((foundAt ?? 0) / PAGE), pages - 1)
  const from = shownPage * PAGE
  const contents = { highlights, items, repairs, distressing, places: placesOf(index, id), index, showNames }
  const stretches = side === "raw" ? stretchesOf(report, raw) : []
  const named = side === "raw" ? highlights.filter(one => one.folded) : []
  const folded = foldedInRaw(report, raw, named, stretches)
  const pieces =
    side === "clean"
      ? outline
          .slice(from, from + PAGE)
          .map(one => (one.kind === "block" ? blockPiece(report, one, contents) : removedPiece(one)))
      : rawSpans.slice(from, from + PAGE).map(span => rawPiece(raw, span, stretches, folded))
  const used = new Set(pieces.flatMap(piece => (piece.kind === "block" ? piece.highlights.map(one => one.item) : [])))
  const neighbours = [...index.numbers].sort((a, b) => a[1] - b[1]).map(([one]) => one)
  const position = neighbours.indexOf(id)
  const previous = neighbours[position - 1]
  const next = neighbours[position + 1]
  const { byline, url, file, language } = flat
  const unread = reading.problems.find(({ code }) => code === "read-in-part" || code === "other-language")
  return {
    report: {
      ...reportHead(index, flat),
      ...(byline !== undefined && { byline }),
      ...(url !== undefined && { url }),
      ...(file !== undefined && { file }),
      language,
      length: report.text.length,
      cleaning: cleaningWords(flat),
      ...(original && { copyOf: reportHead(index, original) }),
    },
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    side,
    counts: Object.fromEntries(
      highlightKindSchema.options.map(kind => [kind, highlights.filter(one => one.kind === kind).length]),
    ) as ReaderView["counts"],
    folded: highlights.filter(one => one.folded).length,
    distressing: distressing.length,
    repairs: repairs.length,
    page: shownPage,
    pages,
    ...(wanted !== undefined &&
      foundAt !== undefined &&
      Math.floor(foundAt / PAGE) === shownPage && {
        found: { start: wanted.start, end: wanted.end, piece: foundAt - from },
      }),
    pieces,
    items: Object.fromEntries([...items].filter(([key]) => used.has(key))),
    addable: Object.entries(addable).map(([slot, input]) => ({ slot, label: slotInWords(slot), input })),
    ...(unread && { unread: unread.message }),
  }
}

function placeOf(at: string): Span {
  const [start, end] = at.split("-").map(Number)
  return { start: start!, end: Math.max(end ?? start! + 1, start! + 1) }
}

/** The piece that holds the place, else the last before it. */
function cleanIndex(outline: readonly Outline[], start: number): number {
  const first = outline.findIndex(one => one.kind === "block" && start < one.span.end)
  return first === -1 ? Math.max(0, outline.length - 1) : first
}

function pieceIndex(spans: readonly Span[], start: number, otherwise: number): number {
  const found = spans.findIndex(one => start < one.end)
  return found === -1 ? otherwise : found
}

/** The report whose words this one prints without a change: the case counts them there. */
function originalOf(index: CaseIndex, { id }: FlatReport): FlatReport | undefined {
  const places = placesOf(index, id)
  if (0 < places.tellings.size || 0 < places.entities.size) return undefined
  const link = index.caseFile.lineage.find(
    ({ from, kind, strength }) => from === id && kind === "copies" && strength === 1,
  )
  return link?.to ? index.reports.get(link.to) : undefined
}
