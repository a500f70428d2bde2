import { readExample } from "../../src/core/examples.ts"
import type { Span } from "../../src/core/span.ts"
import { type Status, statusSchema } from "../../src/core/status.ts"

/** An event that a case tells: root types and statuses that are right for it. `maybe`: right when found, no fault when not. */
export interface Expected extends Span {
  readonly types: readonly string[]
  readonly statuses: readonly Status[]
  readonly background: boolean
  readonly maybe: boolean
}

/** One marked case: a sentence, sometimes with its context. `by` are the words that say who tells of its events. */
export interface Case {
  readonly class: string
  readonly half: "a" | "b"
  /** Line in the file, from 1. */
  readonly line: number
  readonly marked: string
  readonly text: string
  readonly expected: readonly Expected[]
  readonly by?: Span
}

/** All cases of a file. "# class: NAME" begins a class; other lines with "# " are remarks. Throws on a status that does not exist. */
export function readCases(file: string): Case[] {
  const cases: Case[] = []
  let name = ""
  for (const [index, marked] of file.split("\n").entries()) {
    if (marked.startsWith("# class: ")) name = marked.slice("# class: ".length)
    if (marked.trim() === "" || /^#( |$)/.test(marked)) continue
    const { text, marks } = readExample(marked)
    const by = marks.find(mark => mark.label === "by")
    cases.push({
      class: name,
      half: cases.length % 2 === 0 ? "a" : "b",
      line: index + 1,
      marked,
      text,
      expected: marks
        .filter(mark => mark.label !== "by")
        .map(({ label, start, end }) => {
          const [types, statuses, past] = label.replace(/^maybe\./, "").split(".")
          return {
            start,
            end,
            types: types!.split("-or-"),
            statuses: statuses!.split("-or-").map(status => statusSchema.parse(status)),
            background: past === "background",
            maybe: label.startsWith("maybe."),
          }
        }),
      ...(by ? { by } : {}),
    })
  }
  return cases
}
