import type { Edit } from "../mapped.ts"

/** Lines of hard-wrapped text are this long; longer ones are paragraphs of their own. */
const LONGEST_WRAPPED = 130
/** So many wrapped lines make a text hard-wrapped; fewer may be short paragraphs by chance. */
const FEWEST_WRAPPED = 4

/** Wire copy and mail are often cut into lines of 60 to 80 characters. Their line breaks within paragraphs become spaces. */
export function findUnwrapEdits(text: string): Edit[] {
  const lines: { start: number; text: string }[] = []
  let start = 0
  for (const line of text.split("\n")) {
    lines.push({ start, text: line })
    start += line.length + 1
  }
  const inner = lines.filter((line, index) => line.text.trim() !== "" && (lines[index + 1]?.text.trim() ?? "") !== "")
  const lengths = inner.map(line => line.text.trimEnd().length).sort((a, b) => a - b)
  const median = lengths[lengths.length >> 1] ?? 0
  const longest = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  if (inner.length < FEWEST_WRAPPED || median < 45 || 110 < median || LONGEST_WRAPPED < longest) return []
  const even = lengths.filter(length => median - 25 <= length && length <= median + 15).length
  const open = inner.filter(line => !/[.!?:"”’)]\s*$/.test(line.text)).length
  if (even < 0.7 * inner.length || open < 0.55 * inner.length) return []

  const edits: Edit[] = []
  for (let index = 0; index + 1 < lines.length; index++) {
    const here = lines[index]!
    const next = lines[index + 1]!
    if (here.text.trim() === "" || next.text.trim() === "") continue
    const ends = /[.!?]["”’)]*\s*$/.test(here.text)
    // An indent, a bullet, or a short line that ends a sentence parts two paragraphs.
    if (/^(\s{3,}|\t)\S/.test(next.text) && !/^(\s{3,}|\t)\S/.test(here.text)) continue
    if (/^\s*[•*▪●◦·–—-]\s/.test(next.text)) continue
    if (here.text.trimEnd().length < 0.7 * median && (ends || !/^\s*\p{Ll}/u.test(next.text))) continue
    const from = here.start + here.text.trimEnd().length
    const to = next.start + (next.text.length - next.text.trimStart().length)
    const hyphen = /\p{L}-$/u.test(here.text.trimEnd()) && /^\s*\p{Ll}/u.test(next.text)
    if (!hyphen) edits.push({ start: from, end: to, text: " " })
    else {
      const left = /[\p{L}]+-$/u.exec(here.text.trimEnd())![0].slice(0, -1)
      const right = /^\p{L}+/u.exec(next.text.trimStart())![0]
      // "explo-" + "sion": the hyphen goes when the joined word stands elsewhere in the text.
      const whole = new RegExp(`(?<!\\p{L})${left}${right}(?!\\p{L})`, "iu").test(text)
      edits.push({ start: whole ? from - 1 : from, end: to, text: "" })
    }
  }
  return edits
}
