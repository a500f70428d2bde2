import type { Span } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"

/** A name in the text: tokens `[first, last)` without titles, articles and possessive endings. */
export interface Name extends Span {
  readonly first: number
  readonly last: number
  readonly type: EntityType
  /** Key in a shipped list. */
  readonly known?: string
  readonly rule: string
}

/** A name whose offsets are not yet looked up. */
export type Found = Omit<Name, "start" | "end">
