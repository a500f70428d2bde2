import type { Span } from "../../core/span.ts"
import type { EntityMention, Token } from "../../english/analysis.ts"

/**
 * How much of a noun phrase: "phrase" all before its noun and the noun, "part" some of what is before, "of" with its "of ..." behind,
 * "of-part" some of that, "head" the noun alone, "behind" with all prepositions behind it, "name" a name.
 */
export type Form = "phrase" | "part" | "of" | "of-part" | "head" | "behind" | "name"

/** One stretch of words that names a candidate. */
export interface Wording {
  readonly form: Form
  readonly span: Span
  readonly head: Token
}

/** One place where a candidate stands. */
export interface Occurrence {
  readonly head: Token
  readonly mention: EntityMention | undefined
}

/** What may fill a role: a name with all its mentions, or a noun phrase wherever the report repeats it. */
export interface Candidate {
  readonly occurrences: readonly Occurrence[]
  /** By plain words, longest phrase first where they stand first. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>
  /** Index of the entity that a name belongs to. */
  readonly entity: number | undefined
}

/** The same while it is put together. */
export interface Draft extends Candidate {
  readonly occurrences: Occurrence[]
  readonly wordings: Map<string, Wording[]>
}
