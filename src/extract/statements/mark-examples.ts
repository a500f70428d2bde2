import type { Mark } from "../../core/examples.ts"
import type { Statement } from "../../core/reading.ts"
import type { Report } from "../../core/report.ts"

/** The report of one example: paragraphs between " / ", published on a fixed day. */
export function exampleReport(text: string): Report {
  const blocks: { start: number; end: number; label: "paragraph" }[] = []
  let start = 0
  for (const part of text.split(" / ")) {
    blocks.push({ start, end: start + part.length, label: "paragraph" })
    start += part.length + 3
  }
  const published = {
    kind: "time",
    edtf: "2031-05-09",
    precision: "day",
    text: "9 May 2031",
    method: "explicit",
  } as const
  return {
    id: "example",
    language: "en",
    encoding: "utf-8",
    format: "text",
    text,
    blocks,
    removed: [],
    repairs: [],
    rawMap: [[0, text.length, 0, text.length]],
    published: { time: published, source: "user" },
  }
}

/** Speaker, cue, audience, venue and what is said as marks. A speaker named elsewhere (a pronoun's name) is marked where it stands here. */
export function marksOf(statements: readonly Statement[]): Mark[] {
  const marks: Mark[] = []
  const add = (label: string, span: { start: number; end: number } | undefined) => {
    if (span && !marks.some(mark => mark.label === label && mark.start === span.start && mark.end === span.end))
      marks.push({ label, start: span.start, end: span.end })
  }
  for (const { speaker, cue, audience, venue, evidence } of statements) {
    add("speaker", speaker.evidence?.span)
    add("cue", cue?.span)
    add("audience", audience?.evidence.span)
    // A hearing is both who heard it and where it was said: one mark.
    if (venue?.evidence.span.start !== audience?.evidence.span.start) add("venue", venue?.evidence.span)
    for (const one of evidence) add("said", one.span)
  }
  return marks
}
