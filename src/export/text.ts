import type { Brief, Line, Note, Part, Section } from "../app/brief/brief.ts"
import type { PrintOptions } from "../app/export-case.ts"
import { visibleLine } from "../app/visible.ts"
import { columnsOf, wrap } from "./wrap.ts"

/** Widest first column, so that a long name does not push everything to the right. */
const MAX_LABEL = 18
/** Narrowest and widest page that is laid out. */
const MIN_WIDTH = 40
const MAX_WIDTH = 140

/** Marks travel through wrapping between these two, which `visible` takes out of all source text. */
const MARK_OPEN = "\ue000"
const MARK_CLOSE = "\ue001"

/** Lays out a brief, or any list in the form of one, for a terminal. Nothing in it can drive the terminal. */
export function printText(brief: Brief, options: PrintOptions): string {
  const width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, options.width))
  const ink = options.colour ? colours : plain
  const blocks = [
    headLines(brief, width, ink),
    ...brief.sections.map(section => sectionLines(section, width, ink, options.ids)),
    ...(options.words && 0 < brief.notes.length ? [wordLines(brief.notes, width, ink)] : []),
  ]
  return `${blocks.map(lines => lines.map(line => line.trimEnd()).join("\n")).join("\n\n")}\n`
}

type Ink = Record<"heading" | "label" | "mark" | "dim" | "alarm", (text: string) => string>

const sgr = (code: number) => (text: string) => (text === "" ? "" : `\u001b[${code}m${text}\u001b[0m`)
const colours: Ink = { heading: sgr(1), label: sgr(1), mark: sgr(36), dim: sgr(2), alarm: sgr(31) }
const same = (text: string) => text
const plain: Ink = { heading: same, label: same, mark: same, dim: same, alarm: same }

function headLines(brief: Brief, width: number, ink: Ink): string[] {
  const title = visibleLine(brief.title).toUpperCase()
  const summary = visibleLine(brief.summary)
  const gap = width - columnsOf(title) - columnsOf(summary)
  const head =
    summary !== "" && 4 <= gap
      ? [`${ink.heading(title)}${" ".repeat(gap)}${summary}`]
      : [...wrap(title, width).map(ink.heading), ...(summary === "" ? [] : wrap(summary, width))]
  if (brief.asOf === "") return head
  return [...head, ...wrap(`${visibleLine(brief.asOf)} Numbers in brackets open the words.`, width).map(ink.dim)]
}

function sectionLines(section: Section, width: number, ink: Ink, ids: boolean): string[] {
  const columns = [0, 1, 2].map(level => labelColumn(section.lines.filter(line => line.level === level)))
  const lines: string[] = []
  for (const line of section.lines) {
    const previous = lines.length
    // An item with details under it stands apart from the one before.
    if (line.level === 0 && 0 < previous && section.lines.some(other => 0 < other.level)) lines.push("")
    lines.push(...lineLines(line, indentOf(line.level, columns), columns[line.level]!, width, ink, ids))
  }
  return [...wrap(visibleLine(section.heading), width).map(ink.heading), ...lines]
}

function labelColumn(lines: readonly Line[]): number {
  const longest = Math.max(0, ...lines.map(line => columnsOf(visibleLine(line.label))))
  return longest === 0 ? 0 : Math.min(longest, MAX_LABEL) + 2
}

/** Details of a fact stand under its value. */
const indentOf = (level: Line["level"], columns: readonly number[]) =>
  level === 0 ? 0 : level === 1 ? 2 : 2 + columns[1]!

function lineLines(line: Line, indent: number, column: number, width: number, ink: Ink, ids: boolean): string[] {
  const label = visibleLine(line.label)
  const bullet = line.level === 2 ? "- " : ""
  const hang = indent + (bullet === "" ? Math.min(column, Math.floor(width / 3)) : 2)
  const id = ids && line.id !== undefined ? `{${line.id}} ` : ""
  const body = wrap(id + flatParts(line.parts), Math.max(20, width - hang)).map(text => inked(text, ink))
  const lead = " ".repeat(indent) + bullet
  const inkedLabel = line.level === 0 ? ink.label(label) : label
  const free = hang - columnsOf(lead) - columnsOf(label)
  if (label !== "" && free < 1 && body[0] !== "") {
    // A label longer than its column has a line of its own.
    return [
      ...wrap(label, width - indent).map(text => lead + (line.level === 0 ? ink.label(text) : text)),
      ...body.map(text => " ".repeat(hang) + text),
    ]
  }
  const [first = "", ...rest] = body
  return [lead + inkedLabel + " ".repeat(Math.max(0, free)) + first, ...rest.map(text => " ".repeat(hang) + text)]
}

/** Words and marks as one text; marks that follow each other stand together. */
function flatParts(parts: readonly Part[]): string {
  return parts
    .map(part => ("mark" in part ? `${MARK_OPEN}${part.mark}${MARK_CLOSE}` : visibleLineKeepingColumns(part.text)))
    .join("")
    .trimEnd()
}

/** Three spaces part the columns of a line; other white space is one space. */
const visibleLineKeepingColumns = (text: string) =>
  visibleLine(text.replaceAll("   ", "\ue002")).replaceAll("\ue002", "   ")

function inked(text: string, ink: Ink): string {
  const marked = text.replace(/\ue000(\d+)\ue001/g, (_, mark: string) => ink.mark(`[${mark}]`))
  return marked.replace(/ {3}(contradict|mixed)(?= {3})/, (_, word: string) => `   ${ink.alarm(word)}`)
}

/** The words behind the marks: `[12] r2 1201-1278 "exact words"`. */
function wordLines(notes: readonly Note[], width: number, ink: Ink): string[] {
  const last = notes.at(-1)!
  const column = `[${last.mark}] `.length
  const lines = notes.flatMap(({ mark, report, evidence }) => {
    const place = `r${report} ${evidence.start}-${evidence.end}`
    const body = wrap(`${place} "${visibleLine(evidence.text)}"`, Math.max(20, width - column))
    const [first = "", ...rest] = body
    const number = `[${mark}]`
    return [
      `${" ".repeat(column - number.length - 1) + ink.mark(number)} ${first}`,
      ...rest.map(text => " ".repeat(column) + text),
    ]
  })
  return [ink.heading("WORDS"), ...lines]
}
