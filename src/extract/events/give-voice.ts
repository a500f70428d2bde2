import type { Attribution, EventMention, SlotFill, Statement } from "../../core/reading.ts"
import { contains, type Span } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"

/**
 * Gives what is told inside a quotation to its speaker, where the sentence itself names nobody: all sentences of a long quotation are
 * his, not only the one with "he said". What he says of himself there he claims.
 */
export function giveVoice(
  events: readonly EventMention[],
  statements: readonly Statement[],
  typeOf: (entityId: string) => EntityType | undefined,
): EventMention[] {
  const quotations = statements
    .filter(({ kind }) => kind === "direct")
    .flatMap(statement => statement.evidence.map(({ span }) => ({ span, by: sayer(statement, typeOf) })))
  const voiceOf = (span: Span) => quotations.find(quotation => contains(quotation.span, span))?.by
  return events.map(event => {
    const own = event.attribution.length === 0 ? voiceOf(event.trigger.span) : undefined
    const fills = event.fills.map((fill): SlotFill => {
      const by = fill.attribution.length === 0 ? voiceOf(fill.evidence.span) : undefined
      if (!by) return fill
      const isClaim = fill.slot === "perpetrator" && fill.status === undefined && isSame(fill, by)
      return { ...fill, attribution: [by], ...(isClaim && { slot: "claimed-by" }) }
    })
    return { ...event, fills, ...(own && { attribution: [own] }) }
  })
}

const isSame = ({ value }: SlotFill, { entityId }: Attribution) =>
  value.kind === "entity" && value.entityId === entityId

function sayer({ speaker }: Statement, typeOf: (entityId: string) => EntityType | undefined): Attribution {
  const { entityId, name, evidence } = speaker
  const type = entityId === undefined ? undefined : typeOf(entityId)
  const kind =
    type === undefined ? "anonymous" : type === "person" ? "person" : type === "armed-group" ? "group" : "organization"
  return { kind, name, ...(entityId !== undefined && { entityId }), ...(evidence && { evidence }) }
}
