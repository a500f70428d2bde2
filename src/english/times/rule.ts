import type { Resolved } from "./calendar.ts"
import type { Situation } from "./situation.ts"

/** Named groups of a match. */
export type Words = Readonly<Record<string, string | undefined>>

/** One way to write a time. The longest match of all rules wins, then the earlier rule. */
export interface TimeRule {
  readonly name: string
  readonly pattern: RegExp
  /** False where the match cannot be a time, whatever its value: "may" as a verb, "2,000 1999 dollars". Looked at before the longest match is chosen. */
  readonly fits?: (words: Words, before: string, after: string, text: string) => boolean
  /** For what is mostly joined to a date beside it: whether it also stands alone. */
  readonly alone?: (before: string, text: string, after: string) => boolean
  /** The value; undefined when it cannot be known, and the mention stays with precision "unknown". "refused": no time at all. */
  readonly value: (words: Words, at: Situation) => Resolved | "refused" | undefined
  /** True for an expression that tells that the text speaks from the time of its publication, such as "yesterday". */
  readonly deictic?: boolean
  /** True when it carries its own year. */
  readonly explicit?: boolean
  /** The year, for a match that is nothing but a year and may belong to the month before it. */
  readonly yearOf?: (words: Words) => number | undefined
}
