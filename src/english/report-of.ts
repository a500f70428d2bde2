import { reportIdOf } from "../core/id.ts"
import type { Report, StoryLabel } from "../core/report.ts"

/** A report of nothing but text, for examples and measurements: its paragraphs are the parts between the separators. */
export function reportOf(text: string, separator = "\n\n", label: StoryLabel = "paragraph"): Report {
  const blocks: { start: number; end: number; label: StoryLabel }[] = []
  let start = 0
  for (const part of text.split(separator)) {
    if (part !== "") blocks.push({ start, end: start + part.length, label })
    start += part.length + separator.length
  }
  return {
    id: reportIdOf(new TextEncoder().encode(text)),
    language: "en",
    encoding: "utf-8",
    format: "text",
    text,
    blocks,
    removed: [],
    repairs: [],
    rawMap: text === "" ? [] : [[0, text.length, 0, text.length]],
  }
}
