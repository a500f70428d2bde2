import type { EventMention, SlotFill } from "../../core/reading.ts"
import { contains, evidenceAt } from "../../core/span.ts"
import type { Value } from "../../core/value.ts"
import { tokensIn } from "../../english/tree.ts"
import type { Context } from "../events/context.ts"
import type { Occurrence } from "./candidate.ts"
import { type Filler, isTold } from "./find-fillers.ts"
import type { Role } from "./roles.ts"

const SLOTS: Readonly<Record<Role, string>> = {
  perpetrator: "perpetrator",
  organization: "perpetrator",
  target: "target",
  victim: "target",
  weapon: "weapon",
}
/** Where rules may have put the same already: who claims it or is blamed for it is known as such. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  perpetrator: ["perpetrator", "claimed-by", "blamed-on"],
  target: ["target"],
  weapon: ["weapon"],
}

/**
 * The events with the fillers that the rules left out, each on the attack it stands nearest to: told in its sentence, else the first that
 * the report tells. A fill of the rules is never changed, and what fills a like slot of any attack already is not given again.
 */
export function addFillers(
  context: Context,
  events: readonly EventMention[],
  fillers: readonly Filler[],
): EventMention[] {
  const added = new Map<EventMention, SlotFill[]>()
  const attacks = events.filter(isTold)
  for (const filler of fillers) {
    if (isFilled(context, attacks, filler)) continue
    const event = eventFor(attacks, filler)
    if (!event) continue
    const fill = fillOf(context, event, filler)
    added.set(event, [...(added.get(event) ?? []), fill])
    context.trace?.({ ruleset: "events.roles", at: fill.evidence.span, rule: fill.rule, declined: [] })
  }
  return events.map(event => {
    const more = added.get(event)
    if (!more) return event
    const fills = [...event.fills, ...more].sort((a, b) => a.evidence.span.start - b.evidence.span.start)
    return { ...event, fills }
  })
}

/** Whether rules gave the candidate to an attack in a slot of that kind, in these or other words. */
function isFilled(context: Context, attacks: readonly EventMention[], { role, candidate }: Filler): boolean {
  const slots = ALIKE[SLOTS[role]]!
  const entity = candidate.entity === undefined ? undefined : context.analysis.entities[candidate.entity]?.id
  return attacks.some(({ fills }) =>
    fills.some(
      ({ slot, value, evidence }) =>
        slots.includes(slot) &&
        ((value.kind === "entity" && value.entityId === entity) ||
          candidate.occurrences.some(({ head }) => isHeadOf(context, evidence.span, head))),
    ),
  )
}

/** True when the word is the head of the fill's words and not only in them: "the house of the mayor" is not the mayor. */
function isHeadOf(context: Context, span: SlotFill["evidence"]["span"], head: Occurrence["head"]): boolean {
  if (!contains(span, head)) return false
  const inside = tokensIn(context.analysis, span)
  return !inside.some(({ index }) => index === head.head)
}

function eventFor(attacks: readonly EventMention[], { candidate, wording }: Filler): EventMention | undefined {
  let best: EventMention | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { head } of candidate.occurrences)
    for (const event of attacks) {
      if (!contains(event.sentence, head)) continue
      const { start, end } = event.trigger.span
      // Where the words stand that are shown, the event beside them is the one.
      const away = Math.max(0, head.start - end, start - head.end) + (head === wording.head ? 0 : 1000)
      if (away < least) [best, least] = [event, away]
    }
  const isMain = (event: EventMention) => event.status === "occurred" && !event.background && !event.plural
  return best ?? attacks.find(isMain) ?? attacks.find(({ sameAs }) => sameAs === undefined)
}

function fillOf(context: Context, event: EventMention, filler: Filler): SlotFill {
  const { report } = context.analysis
  return {
    slot: SLOTS[filler.role],
    value: toValue(context, filler),
    evidence: evidenceAt(report, filler.wording.span),
    attribution: event.attribution,
    score: Math.round(1000 * filler.chance) / 1000,
    rule: `learned-${filler.role}`,
  }
}

function toValue(context: Context, { candidate, wording }: Filler): Value {
  const { analysis } = context
  const text = analysis.report.text.slice(wording.span.start, wording.span.end)
  const entity = candidate.entity === undefined ? undefined : analysis.entities[candidate.entity]
  if (entity) return { kind: "entity", entityId: entity.id, type: entity.type, name: entity.name, text }
  const words = tokensIn(analysis, wording.span).filter(({ upos }) => !["DET", "NUM", "PUNCT"].includes(upos))
  const norm = words.map(({ lemma }) => lemma.toLowerCase()).join(" ")
  return { kind: "text", text, norm: norm || wording.head.lemma.toLowerCase() }
}
