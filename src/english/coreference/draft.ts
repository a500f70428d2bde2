import type { Report } from "../../core/report.ts"
import type { EntityType, Place } from "../../core/value.ts"
import type { PlaceMention, Quotation, Sentence, Token } from "../analysis.ts"
import type { Name } from "../names/name.ts"
import type { Gazetteer } from "../places/gazetteer.ts"

/** A mention before it is given out: tokens `[first, last)`. */
export interface Mentioned {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly form: "name" | "nominal" | "pronoun"
  readonly known?: string
  readonly place?: Place
}

/** An entity while its mentions are gathered. */
export interface Draft {
  type: EntityType
  known: string | undefined
  place: Place | undefined
  readonly mentions: Mentioned[]
  /** Distinct names, as `nameOf` gives them. */
  readonly names: Set<string>
}

/** What coreference reads. */
export interface EntityParts {
  readonly report: Report
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly names: readonly Name[]
  readonly places: readonly PlaceMention[]
  readonly quotations: readonly Quotation[]
  readonly gazetteer: Pick<Gazetteer, "find">
}

/** The words of a mention as names are compared: one kind of apostrophe, single spaces, no article. */
export function nameOf(text: string, mention: { readonly start: number; readonly end: number }): string {
  return text
    .slice(mention.start, mention.end)
    .replace(/\s+/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/^(?:the|The) /, "")
}
