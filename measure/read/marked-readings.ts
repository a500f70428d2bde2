import { join } from "node:path"
import { readExample } from "../../src/core/examples.ts"
import type { Span } from "../../src/core/span.ts"
import type { Format } from "../part.ts"

/** What a field of a reading should hold: one of some answers. `maybe`: no fault when it is absent. */
export interface MarkedField {
  readonly name: string
  readonly answers: readonly string[]
  readonly maybe: boolean
  /** Who says so. */
  readonly saidBy?: string
}

/** One thing that a passage tells: what it is, its fields, and the words that tell it where the passage marks them. */
export interface MarkedReading {
  /** A kind of warning or citation, one of several right ones; of a profile its subject. */
  readonly heads: readonly string[]
  readonly fields: readonly MarkedField[]
  /** Right when found, no fault when not. */
  readonly maybe: boolean
  readonly words?: Span
}

export interface MarkedPassage {
  /** The heading it stands under: "advisory", "nothing". */
  readonly class: string
  readonly text: string
  readonly readings: readonly MarkedReading[]
}

/**
 * Passages with their readings in lines below them, under "# part: NAME" and "# class: NAME". A paragraph ends with "¶".
 *
 *     The embassy warned of [w a bomb attack] on the metro.
 *     > advisory / notice; issuer embassy; threat attack; place? Rome
 *
 * The first bracket of a passage belongs to the first line below it, and so on. "?" behind a name: no fault when it is absent.
 */
export function markedReadings(part: "warnings" | "profiles" | "citations"): Format<MarkedPassage> {
  return {
    name: `file of passages with marked ${part} (.txt)`,
    folder: part,
    own: join(import.meta.dirname, "../notices", part),
    extension: /\.txt$/,
    looks: head => head.startsWith(`# part: ${part}\n`),
    corpus: "file",
    read: ({ text }) => {
      const passages: MarkedPassage[] = []
      let name = ""
      for (const line of text.split(/\r?\n/)) {
        if (line.startsWith("# class: ")) name = line.slice("# class: ".length)
        else if (line.startsWith("> ")) {
          const last = passages.pop()
          if (!last) throw new SyntaxError(`a reading without a passage: ${line}`)
          passages.push(withReading(last, line.slice(2)))
        } else if (line.trim() !== "" && !/^#( |$)/.test(line)) passages.push(passageOf(name, line))
      }
      for (const { readings, text: words } of passages)
        if (readings.some(one => one.heads.length === 0)) throw new SyntaxError(`a bracket without a reading: ${words}`)
      return passages
    },
  }
}

/** Its brackets are kept as readings without a head until their lines come. */
function passageOf(name: string, line: string): MarkedPassage {
  const { text, marks } = readExample(line.replaceAll(" ¶ ", "\n\n"))
  const readings = marks.map(({ start, end }) => ({ heads: [], fields: [], maybe: false, words: { start, end } }))
  return { class: name, text, readings }
}

function withReading(passage: MarkedPassage, line: string): MarkedPassage {
  const [head = "", ...fields] = line.split(";").map(part => part.trim())
  const reading = {
    heads: answersOf(head.replace(/\?$/, "")),
    fields: fields.map(fieldOf),
    maybe: head.endsWith("?"),
  }
  const open = passage.readings.findIndex(one => one.heads.length === 0)
  return {
    ...passage,
    readings:
      open < 0
        ? [...passage.readings, reading]
        : passage.readings.map((one, index) => (index === open ? { ...one, ...reading } : one)),
  }
}

function fieldOf(part: string): MarkedField {
  const match = /^([a-z-]+)(\??)(?: (.+?))?(?: said-by (.+))?$/.exec(part)
  if (!match) throw new SyntaxError(`a field that is none: ${part}`)
  const [, name = "", maybe, answers = "", saidBy] = match
  return { name, answers: answersOf(answers), maybe: maybe === "?", ...(saidBy && { saidBy }) }
}

function answersOf(words: string): string[] {
  return words
    .split(" / ")
    .map(word => word.trim())
    .filter(word => word !== "")
}

/** Whether the words found hold one of the answers as whole words, whatever the case. A field marked without answers takes any. */
export function isAnswer(field: MarkedField, found: string): boolean {
  const words = plain(found)
  return field.answers.length === 0 || field.answers.some(answer => ` ${words} `.includes(` ${plain(answer)} `))
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
