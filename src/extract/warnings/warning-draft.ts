import type { WarningMention } from "../../core/reading.ts"
import type { Evidence } from "../../core/span.ts"
import type { Time } from "../../core/value.ts"
import type { Analysis } from "../../english/analysis.ts"
import type { Range } from "../statements/phrase.ts"
import type { Threat } from "./find-threat.ts"
import type { WarningWords } from "./warning-words.ts"

/** A warning while it is put together. */
export interface WarningDraft {
  readonly kind: WarningMention["kind"]
  readonly issuer: WarningMention["issuer"]
  readonly audience: WarningMention["audience"]
  readonly channel: WarningMention["channel"]
  readonly issued: Time
  /** Words the threat was found in. */
  readonly range: Range
  readonly threat: Threat | undefined
  readonly evidence: readonly Evidence[]
  /** Where the same warning is told again in this report. */
  readonly again?: readonly { readonly range: Range; readonly threat: Threat | undefined }[]
  readonly statementId?: string
  readonly rule: string
}

/** Who heard it: the entity of the words when there is one. */
export function audienceOf(analysis: Analysis, evidence: Evidence): WarningMention["audience"][number] {
  const mention = analysis.mentions.find(
    one => evidence.span.start <= one.start && one.end <= evidence.span.end && one.end === evidence.span.end,
  )
  const isWhole = mention !== undefined && evidence.span.end - evidence.span.start <= mention.end - mention.start + 4
  return { name: evidence.text, ...(isWhole && { entityId: analysis.entities[mention.entity]!.id }) }
}

/** "Americans", "its citizens", "reporters": everybody may know. */
export function isPublicAudience(audience: string, words: WarningWords): boolean {
  return audience
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some(word => words.publicAudiences.has(word))
}
