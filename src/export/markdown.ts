import type { Brief, Line, Part } from "../app/brief/brief.ts"
import { writeBrief } from "../app/brief/write-brief.ts"
import { visibleLine } from "../app/visible.ts"
import type { CaseFile } from "../core/casefile.ts"

/** The brief of the case in Markdown, its marks as footnotes that hold the words. */
export function exportMarkdown(caseFile: CaseFile, numbers?: ReadonlyMap<string, number>): string {
  const brief = writeBrief(caseFile, numbers)
  const blocks = [
    `# ${escaped(brief.title)}`,
    [escaped(brief.summary), escaped(brief.asOf)].filter(text => text !== "").join("  \n"),
    ...brief.sections.flatMap(section => [
      `## ${escaped(sentenceCase(section.heading))}`,
      section.lines.map(listItem).join("\n"),
    ]),
    footnotes(brief),
  ]
  return `${blocks.filter(block => block !== "").join("\n\n")}\n`
}

function listItem(line: Line): string {
  const label = line.label === "" ? "" : line.level === 0 ? `**${escaped(line.label)}** ` : `${escaped(line.label)}: `
  return `${"  ".repeat(line.level)}- ${label}${line.parts.map(partText).join("").trimEnd()}`
}

function partText(part: Part): string {
  if ("mark" in part) return `[^${part.mark}]`
  // White space at the ends parts words from marks; three spaces part columns.
  const [, before, words, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part.text)!
  return (
    (before === "" ? "" : before!.length < 3 ? " " : " · ") +
    words!.split(/ {3,}/).map(escaped).join(" · ") +
    (after === "" ? "" : " ")
  )
}

function footnotes(brief: Brief): string {
  return brief.notes
    .map(
      ({ mark, report, evidence }) =>
        `[^${mark}]: r${report} ${evidence.start}-${evidence.end} "${escaped(evidence.text)}"`,
    )
    .join("\n")
}

/** "WHAT HAPPENED" is for a terminal; a heading in a document is "What happened". */
function sentenceCase(heading: string): string {
  return heading === heading.toUpperCase() ? heading[0] + heading.slice(1).toLowerCase() : heading
}

/** Text in which Markdown and HTML mean nothing: no link, no image, no tag, no heading. */
function escaped(text: string): string {
  return (
    visibleLine(text)
      .replace(/[\\`*_[\]|~<>&]/g, character => (character in entities ? entities[character]! : `\\${character}`))
      .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
      .replace(/^([-=+#])/, "\\$1")
      // Many renderers make links of bare addresses.
      .replace(/(https?|ftp|www)(?=:\/\/|\.)/gi, "$1\\")
      .replace(/(\w)@(?=\w)/g, "$1\\@")
  )
}

const entities: Record<string, string> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" }
