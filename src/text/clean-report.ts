import { idOfRaw } from "../core/id.ts"
import type { Outcome, Problem } from "../core/problem.ts"
import type { Block, RawReport, Removed, Repair, Report } from "../core/report.ts"
import { decode } from "./decode.ts"
import { detectFormat } from "./detect-format.ts"
import { readHtml } from "./html/read-html.ts"
import { readMarkup } from "./html/read-markup.ts"
import { cutCaption, cutDateline, cutTitle, type Part } from "./label/cut-line.ts"
import { labelLines } from "./label/label-lines.ts"
import { isStoryLabel, type Labelled, type Markup, splitLines } from "./label/line.ts"
import { type DetectLanguage, languageOf } from "./language.ts"
import { joinMapped, type Mapped, type Mark, mappedOf, rawOf, sliceMapped } from "./mapped.ts"
import { findMetadata } from "./metadata/find-metadata.ts"
import { type PageMetadata, readPageMetadata } from "./metadata/page-metadata.ts"
import { readTextMetadata } from "./metadata/text-metadata.ts"
import { repairText } from "./repair/repair-text.ts"

/** A stretch of the repaired text with its label. */
interface Piece extends Part {
  readonly line: number
}

/** Raw bytes to a clean report with labels, metadata and the way back to the raw text. Odd input gives problems; nothing is thrown. */
export function cleanReport(raw: RawReport, detectLanguage: DetectLanguage): Outcome<Report> {
  const id = idOfRaw(raw)
  const decoded = decode(raw.bytes, raw.contentType)
  const problems: Problem[] = [...decoded.problems]
  const text = decoded.value.text
  const format = detectFormat(raw, text)
  if (text.trim() === "" && decoded.value.encoding !== "binary")
    problems.push({
      code: "empty-input",
      message: `the input of ${raw.bytes.length} bytes holds no text; a report was expected`,
    })

  const source =
    format === "html" ? readPage(text, problems) : { mapped: mappedOf(text), markups: undefined, page: undefined }
  const repaired = repairText(source.mapped, format)
  const lines = splitLines(repaired.text, source.markups)
  const stated = raw.stated?.title === undefined ? [] : [raw.stated.title]
  const { labelled, title } = labelLines(lines, {
    titles: [...stated, ...(source.page?.titles ?? []).map(said => said.value)],
  })
  const knownPublishers = [
    ...(raw.stated?.publisher ? [raw.stated.publisher] : []),
    ...(source.page?.publishers ?? []).map(said => said.value),
  ]
  const { pieces, publishers } = cutLines(labelled, knownPublishers)

  const story = assemble(repaired, pieces)
  const textMetadata = readTextMetadata(
    labelled,
    title,
    story.blocks[0]?.label === "title"
      ? story.mapped.text.slice(story.blocks[0].start, story.blocks[0].end)
      : undefined,
    publishers,
  )
  const found = findMetadata(raw, source.page, textMetadata)
  problems.push(...found.problems)
  const repeatedTitles = labelled.filter(
    item => item.label === "repeated-title" && item.line.markup?.tag !== "title",
  ).length

  const language = languageOf(story.mapped.text, detectLanguage)
  if (language !== "en" && language !== "und")
    problems.push({
      code: "other-language",
      message: `the report is in another language ("${language}"); English alone is read, so nothing is found in it`,
    })

  return {
    value: {
      id,
      ...(raw.file === undefined ? {} : { file: raw.file }),
      ...found.metadata,
      language,
      encoding: decoded.value.encoding,
      format,
      text: story.mapped.text,
      blocks: story.blocks,
      removed: story.removed,
      repairs: repairsOf(repaired.marks, story.mapped.marks, repeatedTitles),
      rawMap: story.mapped.runs,
    },
    problems: problems.map(problem => ({
      ...problem,
      reportId: id,
      ...(raw.file === undefined ? {} : { file: raw.file }),
    })),
  }
}

function readPage(text: string, problems: Problem[]): { mapped: Mapped; markups: Markup[]; page: PageMetadata } {
  const page = readHtml(text)
  const { markups, found } = readMarkup(page)
  if (!found && 0 < page.units.length)
    problems.push({
      code: "no-article",
      message: "no article body was found in the page; its lines are labelled by their markup and words alone",
    })
  return { mapped: page.mapped, markups, page: readPageMetadata(page.facts) }
}

/** Every line as one piece, or more where it holds things of different kinds. */
function cutLines(
  labelled: readonly Labelled[],
  knownPublishers: readonly string[],
): { pieces: Piece[]; publishers: string[] } {
  const pieces: Piece[] = []
  const publishers: string[] = []
  let paragraphs = 0
  for (const [index, { line, label }] of labelled.entries()) {
    const at = ({ start, end, label }: Part): Piece => ({
      start: line.start + start,
      end: line.start + end,
      label,
      line: index,
    })
    if (label === "title") {
      const cut = cutTitle(line.text, knownPublishers)
      if (cut.publisher !== undefined) publishers.push(cut.publisher)
      pieces.push(...cut.parts.map(at))
      continue
    }
    const caption = label === "caption" ? cutCaption(line.text) : undefined
    if (caption) {
      pieces.push(...caption.map(at))
      continue
    }
    if (label === "paragraph" && paragraphs++ < 3) {
      const cut = cutDateline(line.text)
      if (cut?.publisher !== undefined) publishers.push(cut.publisher)
      if (cut) {
        pieces.push(...cut.parts.map(at))
        continue
      }
    }
    pieces.push(at({ start: 0, end: line.text.length, label: label! }))
  }
  return { pieces, publishers }
}

/** The story blocks joined by blank lines, title first, and what was left out. */
function assemble(repaired: Mapped, pieces: readonly Piece[]): { mapped: Mapped; blocks: Block[]; removed: Removed[] } {
  const titles = pieces.filter(piece => piece.label === "title")
  const ordered = [...titles, ...pieces.filter(piece => isStoryLabel(piece.label) && piece.label !== "title")]
  const blocks: Block[] = []
  let start = 0
  for (const { start: from, end: to, label } of ordered) {
    if (!isStoryLabel(label)) continue
    blocks.push({ start, end: start + to - from, label })
    start += to - from + 2
  }
  const removed: Removed[] = []
  for (const { start: from, end: to, label } of pieces) {
    if (isStoryLabel(label)) continue
    const raw = rawOf(repaired.runs, from, to)
    if (raw) removed.push({ text: repaired.text.slice(from, to), label, raw })
  }
  return {
    mapped: joinMapped(
      ordered.map(({ start: from, end: to }) => sliceMapped(repaired, from, to)),
      "\n\n",
    ),
    blocks,
    removed,
  }
}

/** Counts over the whole input; places only where they lie in the clean text. */
function repairsOf(all: readonly Mark[], inText: readonly Mark[], repeatedTitles: number): Repair[] {
  const counts = new Map<string, number>()
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  if (0 < repeatedTitles) counts.set("repeated-title", repeatedTitles)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => ({
      kind,
      count,
      at:
        kind === "line-end" ? [] : inText.filter(mark => mark.kind === kind).map(({ start, end }) => ({ start, end })),
    }))
}
