import type { Span } from "./span.ts"

/** A mark of an examples file: what the words in the brackets are. */
export interface Mark extends Span {
  readonly label: string
}

/** Reads one example line: `[quote “We will act,”] said [speaker Ana Diaz].` gives the text without the marks, and the marks. Marks may nest; a label is one word. Throws on an unbalanced line. */
export function readExample(line: string): { text: string; marks: Mark[] } {
  let text = ""
  const marks: Mark[] = []
  const open: { label: string; start: number }[] = []
  for (let index = 0; index < line.length; index++) {
    const label = line[index] === "[" ? /^\[([a-z][a-z0-9:.-]*) /.exec(line.slice(index)) : null
    if (label) {
      open.push({ label: label[1]!, start: text.length })
      index += label[0].length - 1
    } else if (line[index] === "]" && 0 < open.length) {
      const { label: name, start } = open.pop()!
      marks.push({ label: name, start, end: text.length })
    } else text += line[index]
  }
  if (0 < open.length) throw new Error(`example has an unclosed mark "${open[0]!.label}": ${line}`)
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** Puts the marks back into the text. `readExample` and `writeExample` undo each other. */
export function writeExample(text: string, marks: readonly Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ""
  const open: number[] = []
  for (let index = 0; index <= text.length; index++) {
    while (open.at(-1) === index) {
      out += "]"
      open.pop()
    }
    for (const mark of sorted)
      if (mark.start === index) {
        out += `[${mark.label} `
        open.push(mark.end)
      }
    out += text[index] ?? ""
  }
  return out
}

/** The cases of an examples file: every line that is neither empty nor a "# " remark, with its line number from 1. Throws when there is none. */
export function exampleLines(file: string): { line: string; number: number }[] {
  const lines = file
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "" && !/^#( |$)/.test(line))
  if (lines.length === 0) throw new Error("an examples file needs at least one case")
  return lines
}
