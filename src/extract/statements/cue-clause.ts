import type { Circumstances } from "./find-circumstances.ts"
import type { Cue } from "./find-cues.ts"
import type { Range } from "./phrase.ts"
import type { Source } from "./source-phrase.ts"

/** A cue with its source and what stands around it. */
export interface CueClause {
  readonly cue: Cue
  readonly source: Source
  readonly circumstances: Circumstances
  /** First token of the words that say who says it: source or cue, with a short opening such as "On Saturday,". */
  readonly first: number
  readonly last: number
}

/** Stretches of tokens that are said, in order, and the rule that found them. */
export interface Content {
  readonly ranges: readonly Range[]
  readonly rule: string
}
