import { join } from "node:path"
import { readExample } from "../../src/core/examples.ts"
import type { Span } from "../../src/core/span.ts"
import { type Status, statusSchema } from "../../src/core/status.ts"
import type { Format } from "../part.ts"

/** An event that a case tells: the root types and the statuses that are right for it. `maybe`: right when found, no fault when not. */
export interface MarkedEvent extends Span {
  readonly types: readonly string[]
  readonly statuses: readonly Status[]
  readonly background: boolean
  readonly maybe: boolean
}

/** One sentence, sometimes with its context. `by` are the words that say who tells of its events. */
export interface MarkedCase {
  /** The heading it stands under: "denied", "metaphor". */
  readonly class: string
  readonly marked: string
  readonly text: string
  readonly events: readonly MarkedEvent[]
  readonly by?: Span
}

/**
 * Sentences with events in brackets, one case a line under "# class: NAME":
 * `[attack.foiled bombing]`, `[maybe.trial.occurred charged]`, `[plot-or-attack.planned-or-alleged planning an attack]`, `[attack.occurred.background siege]`, `[by officials]`.
 */
export const markedEvents: Format<MarkedCase> = {
  name: "file of sentences with marked events (.txt)",
  folder: "status",
  own: join(import.meta.dirname, "../status"),
  extension: /\.txt$/,
  looks: head => /^# class: /m.test(head),
  corpus: "file",
  read: ({ text }) => {
    let name = ""
    return text.split(/\r?\n/).flatMap(line => {
      if (line.startsWith("# class: ")) name = line.slice("# class: ".length)
      return line.trim() === "" || /^#( |$)/.test(line) ? [] : [caseOf(name, line)]
    })
  },
}

function caseOf(name: string, marked: string): MarkedCase {
  const { text, marks } = readExample(marked)
  const by = marks.find(mark => mark.label === "by")
  const events = marks
    .filter(mark => mark !== by)
    .map(({ label, start, end }) => {
      const [types = "", statuses = "", past] = label.replace(/^maybe\./, "").split(".")
      return {
        start,
        end,
        types: types.split("-or-"),
        statuses: statuses.split("-or-").map(status => statusSchema.parse(status)),
        background: past === "background",
        maybe: label.startsWith("maybe."),
      }
    })
  return { class: name, marked, text, events, ...(by ? { by } : {}) }
}
