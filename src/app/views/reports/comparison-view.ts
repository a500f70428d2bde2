import { z } from "zod"
import type { FlatReport } from "../../../core/casefile.ts"
import { HeedError } from "../../../core/error.ts"
import { isSaying } from "../../../core/reading.ts"
import { storyLabelSchema } from "../../../core/report.ts"
import type { Span } from "../../../core/span.ts"
import { type AlignedRow, alignReports } from "../../comparison/align-reports.ts"
import { type MarkedStretch, markWords } from "../../comparison/mark-words.ts"
import { type SharedPassage, sharedPassages } from "../../comparison/shared-passages.ts"
import { type CaseIndex, requireOf } from "../case-index.ts"
import { evidenceView, evidenceViewSchema } from "../evidence-view.ts"
import { lineageIndex } from "./lineage-index.ts"
import { linkView, linkViewSchema } from "./link-view.ts"
import { reportRowSchema, reportRows, shareOfWords, sharesSchema } from "./report-rows.ts"

export const comparisonAskedSchema = z.object({ a: z.string(), b: z.string() })

const partSchema = z
  .object({
    text: z.string(),
    /** "same": words of a shared passage that both have, "only" words of it that stand here alone, "between" its spaces and marks; "own": text of this report alone; "elsewhere": the other has it too, in the row `row`. */
    mark: z.enum(["same", "only", "between", "own", "elsewhere"]),
    row: z.number().int().optional(),
  })
  .readonly()

/** A stretch of one block of a report. */
const segmentSchema = z
  .object({
    label: storyLabelSchema,
    start: z.number().int().min(0),
    /** It is the beginning of its block. */
    opens: z.boolean(),
    parts: z.array(partSchema).readonly(),
  })
  .readonly()
export type ComparedSegment = z.infer<typeof segmentSchema>

const aloneSchema = z
  .object({
    incidents: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() }).readonly()).readonly(),
    speakers: z.array(z.string()).readonly(),
  })
  .readonly()

/** Two reports beside each other. Each text is whole, in its order; a row with a passage has the same told on both sides. */
export const comparisonViewSchema = z
  .object({
    a: reportRowSchema,
    b: reportRowSchema,
    /** Who rests on whom, one sentence for each thing that is known of it. */
    verdict: z.array(z.string()).min(1).readonly(),
    links: z.array(linkViewSchema).readonly(),
    /** Share of the words of each that stand in passages the other has too. */
    shares: z.object({ a: sharesSchema, b: sharesSchema }).readonly(),
    /** Passages by kind. */
    counts: z
      .object({
        verbatim: z.number().int(),
        near: z.number().int(),
        paraphrase: z.number().int(),
        translation: z.number().int(),
      })
      .readonly(),
    /** What one tells of and the other does not. */
    alone: z.object({ a: aloneSchema, b: aloneSchema }).readonly(),
    rows: z
      .array(
        z
          .object({
            /** Absent for own text. */
            kind: z.enum(["verbatim", "near", "paraphrase", "translation"]).optional(),
            a: z.array(segmentSchema).readonly(),
            b: z.array(segmentSchema).readonly(),
            /** The passage in each of the two, with what stands around it; of own text nothing. */
            evidence: z.array(evidenceViewSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
export type ComparisonView = z.infer<typeof comparisonViewSchema>

/** Compares two reports. Throws HeedError "not-found", and "bad-request" for a report and itself. */
export function comparisonView(index: CaseIndex, asked: z.infer<typeof comparisonAskedSchema>): ComparisonView {
  if (asked.a === asked.b) throw new HeedError("bad-request", `${asked.a} beside itself; expected two reports`)
  const a = requireOf(index.reports, asked.a, "report")
  const b = requireOf(index.reports, asked.b, "report")
  const rows = reportRows(index)
  const passages = sharedPassages(index, a, b)
  const aligned = alignReports(a, b, passages)
  const { links, verdict } = verdictOf(index, a, b)
  const count = (kind: SharedPassage["kind"]) => passages.filter(passage => passage.kind === kind).length
  return {
    a: rows[index.numbers.get(a.id)! - 1]!,
    b: rows[index.numbers.get(b.id)! - 1]!,
    verdict,
    links,
    shares: { a: sharesOf(a, passages, "a"), b: sharesOf(b, passages, "b") },
    counts: {
      verbatim: count("verbatim"),
      near: count("near"),
      paraphrase: count("paraphrase"),
      translation: count("translation"),
    },
    alone: { a: aloneOf(index, a.id, b.id), b: aloneOf(index, b.id, a.id) },
    rows: aligned.map(row => ({
      ...rowView(a, b, row, aligned, passages),
      evidence: row.passage === undefined ? [] : [wordsOf(index, a, row.a), wordsOf(index, b, row.b)],
    })),
  }
}

function sharesOf(report: FlatReport, passages: readonly SharedPassage[], side: "a" | "b") {
  const same = passages.filter(({ kind }) => kind === "verbatim" || kind === "near")
  return {
    shared: shareOfWords(
      report,
      passages.map(passage => passage[side]),
    ),
    same: shareOfWords(
      report,
      same.map(passage => passage[side]),
    ),
  }
}

const verbOf = { copies: "copies", rewrites: "rewrites", updates: "updates", cites: "cites" } as const

function verdictOf(index: CaseIndex, a: FlatReport, b: FlatReport): Pick<ComparisonView, "links" | "verdict"> {
  const lineage = lineageIndex(index)
  const label = (id: string) => `r${index.numbers.get(id)}`
  const found = [a.id, b.id].flatMap(from =>
    (lineage.from.get(from) ?? []).filter(({ to }) => to === (from === a.id ? b.id : a.id)),
  )
  const links = found.map(link => linkView(index, link, 1))
  const told = links.map(({ from, to, kind, why }) => `${label(from)} ${verbOf[kind]} ${label(to!)}: ${why}.`)
  const restsOn = (id: string) =>
    new Set((lineage.from.get(id) ?? []).flatMap(({ to, kind }) => (kind === "cites" ? [] : (to ?? []))))
  const common = [...restsOn(a.id)].filter(id => restsOn(b.id).has(id))
  const both = common.length === 0 ? [] : [`Both rest on ${common.map(label).join(" and ")}.`]
  const verdict = [...told, ...both]
  return {
    links,
    verdict: 0 < verdict.length ? verdict : ["Nothing proves that one of them rests on the other."],
  }
}

/** Names and incidents that are listed; a screen is no place for fifty. */
const MOST_ALONE = 8

function aloneOf(index: CaseIndex, own: string, other: string): z.infer<typeof aloneSchema> {
  const { originalOf } = lineageIndex(index)
  const speakers = speakersOf(index, originalOf.get(own) ?? own)
  const others = speakersOf(index, originalOf.get(other) ?? other)
  return {
    incidents: index.overview.incidents
      .filter(({ reports }) => reports.includes(own) && !reports.includes(other))
      .slice(0, MOST_ALONE)
      .map(({ id, code, title }) => ({ id, code, title })),
    speakers: [...speakers].flatMap(([key, name]) => (others.has(key) ? [] : [name])).slice(0, MOST_ALONE),
  }
}

function speakersOf({ caseFile, entities }: CaseIndex, id: string): ReadonlyMap<string, string> {
  return new Map(
    caseFile.statements
      .filter(statement => statement.evidence[0]!.reportId === id && isSaying(statement))
      .flatMap(({ speaker }) => {
        const entity = speaker.entityId === undefined ? undefined : entities.get(speaker.entityId)
        return entity ? [[entity.id, entity.name] as const] : []
      }),
  )
}

const wordsOf = (index: CaseIndex, { id, text }: FlatReport, { start, end }: Span) =>
  evidenceView(index, { reportId: id, start, end, text: text.slice(start, end) })

function rowView(
  a: FlatReport,
  b: FlatReport,
  row: AlignedRow,
  rows: readonly AlignedRow[],
  passages: readonly SharedPassage[],
): Omit<ComparisonView["rows"][number], "evidence"> {
  if (row.passage === undefined)
    return {
      a: segmentsOf(a, row.a, ownStretches(row.a, rows, passages, "a")),
      b: segmentsOf(b, row.b, ownStretches(row.b, rows, passages, "b")),
    }
  const marked = markWords(a.text.slice(row.a.start, row.a.end), b.text.slice(row.b.start, row.b.end))
  const stretches = (list: readonly MarkedStretch[], { start }: Span): Stretch[] =>
    list.map(one => ({ start: start + one.start, end: start + one.end, mark: one.mark }))
  return {
    kind: passages[row.passage]!.kind,
    a: segmentsOf(a, row.a, stretches(marked.a, row.a)),
    b: segmentsOf(b, row.b, stretches(marked.b, row.b)),
  }
}

interface Stretch extends Span {
  readonly mark: z.infer<typeof partSchema>["mark"]
  readonly row?: number
}

/** Own text, and in it the passages that the other has somewhere else. */
function ownStretches(
  span: Span,
  rows: readonly AlignedRow[],
  passages: readonly SharedPassage[],
  side: "a" | "b",
): Stretch[] {
  const other = side === "a" ? "b" : "a"
  const inside = passages
    .filter(passage => span.start <= passage[side].start && passage[side].end <= span.end)
    .sort((x, y) => x[side].start - y[side].start)
  const stretches: Stretch[] = []
  let at = span.start
  for (const passage of inside) {
    const { start, end } = passage[side]
    if (start < at) continue
    if (at < start) stretches.push({ start: at, end: start, mark: "own" })
    const there = passage[other].start
    const row = rows.findIndex(one => one[other].start <= there && there < one[other].end)
    stretches.push({ start, end, mark: "elsewhere", row })
    at = end
  }
  if (at < span.end) stretches.push({ start: at, end: span.end, mark: "own" })
  return stretches
}

/** A stretch of a report block by block; white space between blocks is left out. */
function segmentsOf({ text, blocks }: FlatReport, span: Span, stretches: readonly Stretch[]): ComparedSegment[] {
  return blocks
    .filter(block => block.start < span.end && span.start < block.end)
    .map(block => {
      const [start, end] = [Math.max(block.start, span.start), Math.min(block.end, span.end)]
      const parts = stretches
        .filter(one => one.start < end && start < one.end)
        .map(({ mark, row, ...one }) => ({
          text: text.slice(Math.max(one.start, start), Math.min(one.end, end)),
          mark,
          ...(row !== undefined && { row }),
        }))
      return { label: block.label, start, opens: start === block.start, parts }
    })
    .filter(({ parts }) => parts.some(part => part.text.trim() !== ""))
}
