import { rawSpanOf } from "../../../core/raw-map.ts"
import type { Report } from "../../../core/report.ts"
import type { Span } from "../../../core/span.ts"
import { cutText } from "./cut-text.ts"
import type { RawPiece } from "./reader-schema.ts"

/** A stretch of raw text with what became of it. `clean`: where it begins in the clean text. */
interface Stretch extends Span {
  readonly kind: "story" | "removed" | "page"
  readonly label?: string
  readonly clean: number
}

/** The raw text in stretches that cover it: what is in the story, what was left out, and what is around them. */
export function stretchesOf({ rawMap, removed }: Report, raw: string): Stretch[] {
  const found: Stretch[] = removed.map(({ raw: { start, end }, label }) => ({
    start,
    end,
    kind: "removed",
    label: label.replaceAll("-", " "),
    clean: 0,
  }))
  for (const [cleanStart, , rawStart, rawLength] of rawMap) {
    if (rawLength === 0) continue
    const last = found.at(-1)
    // Every unit of a longer run may map to the same raw run.
    if (last?.kind === "story" && rawStart <= last.end && last.start <= rawStart)
      found[found.length - 1] = { ...last, end: Math.max(last.end, rawStart + rawLength) }
    else found.push({ start: rawStart, end: rawStart + rawLength, kind: "story", clean: cleanStart })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const all: Stretch[] = []
  let done = 0
  let clean = 0
  for (const stretch of found) {
    if (done < stretch.start) all.push({ start: done, end: stretch.start, kind: "page", clean })
    const start = Math.max(done, stretch.start)
    if (stretch.kind === "story") clean = stretch.clean
    if (start < stretch.end) all.push({ ...stretch, start, clean })
    done = Math.max(done, stretch.end)
  }
  if (done < raw.length) all.push({ start: done, end: raw.length, kind: "page", clean })
  return all
}

/** Where the pieces of the raw text begin and end: whole lines where they are short enough. */
export function rawOutline(raw: string): Span[] {
  return raw === "" ? [] : cutText(raw, { start: 0, end: raw.length })
}

/** A piece of the raw text with what became of each stretch. */
export function rawPiece(raw: string, span: Span, stretches: readonly Stretch[], folded: readonly Span[]): RawPiece {
  const own = stretches.filter(one => one.start < span.end && span.start < one.end)
  return {
    kind: "raw",
    ...span,
    parts: own.map(({ kind, label, ...stretch }) => {
      const start = Math.max(stretch.start, span.start)
      return {
        text: raw.slice(start, Math.min(stretch.end, span.end)),
        start,
        near: stretch.clean,
        kind,
        ...(label !== undefined && { label }),
      }
    }),
    folded: folded.filter(one => one.start < span.end && span.start < one.end),
  }
}

/**
 * Where names that are folded in the clean text stand in the raw text: where they came from, and wherever else the page has them,
 * such as in its head or below a picture that was left out.
 */
export function foldedInRaw(
  report: Report,
  raw: string,
  names: readonly Span[],
  stretches: readonly Stretch[],
): Span[] {
  const found = names.map(one => rawPlace(report, one))
  const words = [...new Set(names.map(({ start, end }) => report.text.slice(start, end)))].filter(
    word => LEAST_LETTERS <= word.length,
  )
  if (0 < words.length) {
    const longestFirst = words
      .sort((a, b) => b.length - a.length)
      .map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+"))
    const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "gu")
    for (const { kind, start, end } of stretches)
      if (kind !== "story")
        for (const { index, 0: name } of raw.slice(start, end).matchAll(named))
          found.push({ start: start + index, end: start + index + name.length })
  }
  const all: Span[] = []
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start < one.end && (all.at(-1)?.end ?? 0) <= one.start) all.push(one)
  return all
}

/** Letters of a name that is looked for outside the story; fewer are found in other words. */
const LEAST_LETTERS = 3

/** Where a place of the clean text lies in the raw text; the beginning where it is no place of either. */
export function rawPlace({ rawMap, text }: Report, { start, end }: Span): Span {
  const from = Math.min(start, text.length)
  // White space between blocks was put in by us and has nothing behind it; what follows has.
  for (let to = Math.min(Math.max(end, from + 1), text.length); from < to; to = Math.min(to + 8, text.length)) {
    try {
      return rawSpanOf(rawMap, { start: from, end: to })
    } catch (error) {
      if (!(error instanceof RangeError) || to === text.length) break
    }
  }
  return { start: 0, end: 0 }
}
