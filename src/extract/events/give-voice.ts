import type { Attribution, EventMention, SlotFill, Statement } from "../../core/reading.ts"
import { contains, type Span } from "../../core/span.ts"
import type { EntityType } from "../../core/value.ts"

/** Where, when and to what: what the words for an event tell of it beside who did it. Keys of the pack of political violence. */
const CIRCUMSTANCES: ReadonlySet<string> = new Set(["when", "where", "target", "weapon"])

/**
 * Gives what is told inside a quotation to its speaker, where the sentence itself names nobody: all sentences of a long quotation are
 * his, not only the one with "he said". What he says of himself there he claims. Of an event that the report has told already he takes for granted
 * that it happened, and where: "The Nice attack shows their reach", an expert said.
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
  return events.map(given => {
    const event = withoutPresupposed(given)
    const own = event === given && event.attribution.length === 0 ? voiceOf(event.trigger.span) : undefined
    const fills = event.fills.map((fill): SlotFill => {
      if (event !== given && isPresupposed(event, fill)) return fill
      const by = fill.attribution.length === 0 ? voiceOf(fill.evidence.span) : undefined
      if (!by) return fill
      const isClaim = fill.slot === "perpetrator" && fill.status === undefined && isSame(fill, by)
      return { ...fill, attribution: [by], ...(isClaim && { slot: "claimed-by" }) }
    })
    return { ...event, fills, ...(own && { attribution: [own] }) }
  })
}

/** The mention, told by the report itself where a speaker only takes it up again by a definite noun: "the Nice attack", "Friday's bombing". */
function withoutPresupposed(event: EventMention): EventMention {
  const isNoun = event.rule.endsWith("-noun")
  const isDefinite = /^(?:the|this|that|these|those)\b|['’]s\b/iu.test(event.description.text)
  if (event.sameAs === undefined || event.status !== "occurred" || !isNoun || !isDefinite) return event
  const fills = event.fills.map(fill => (isPresupposed(event, fill) ? { ...fill, attribution: [] } : fill))
  return { ...event, attribution: [], fills }
}

function isPresupposed({ description }: EventMention, { slot, evidence, status }: SlotFill): boolean {
  return CIRCUMSTANCES.has(slot) && status === undefined && contains(description.span, evidence.span)
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
