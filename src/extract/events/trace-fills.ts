import { contains, overlaps, type Span } from "../../core/span.ts"
import { findCasualties } from "./casualties/find-casualties.ts"
import type { Context } from "./context.ts"
import type { Draft } from "./draft.ts"

/** What the events ruleset calls each kind of slot when it tells where a value comes from. */
const RULESETS: Readonly<Record<string, string>> = {
  when: "events.when",
  "planned-for": "events.when",
  where: "events.where",
  killed: "events.casualties",
  wounded: "events.casualties",
  missing: "events.casualties",
  hostages: "events.casualties",
  arrested: "events.casualties",
}

/**
 * Writes down which word and frame made each event and which rule filled each slot, and what found no event: times, places and casualties
 * of sentences with events that none of them took. Costs nothing when nobody asks.
 */
export function traceFills(context: Context, candidates: readonly Draft[], drafts: readonly Draft[]): void {
  const { trace } = context
  if (!trace) return
  for (const draft of drafts) {
    const others = candidates.filter(other => other.trigger === draft.trigger && other.frame !== draft.frame)
    trace({ ruleset: "events.trigger", at: draft.span, rule: draft.rule, declined: others.map(({ rule }) => rule) })
    for (const fill of draft.fills)
      trace({ ruleset: RULESETS[fill.slot] ?? "events.roles", at: fill.span, rule: fill.rule, declined: [] })
    if (draft.sameAs) trace({ ruleset: "events.same", at: draft.span, rule: "linkRetellings", declined: [] })
  }
  const fills = drafts.flatMap(draft => draft.fills)
  const left = (spans: readonly Span[], ruleset: string, rule: (span: Span) => string) => {
    for (const span of spans)
      if (!fills.some(fill => (RULESETS[fill.slot] ?? "") === ruleset && overlaps(fill.span, span)))
        trace({ ruleset, at: { start: span.start, end: span.end }, rule: null, declined: [rule(span)] })
  }
  for (const index of new Set(drafts.map(draft => draft.trigger.sentence))) {
    const sentence = context.analysis.sentences[index]!
    const inside = (span: Span) => contains(sentence, span)
    left(context.analysis.times.filter(inside), "events.when", () => "nearest-time")
    left(context.analysis.places.filter(inside), "events.where", () => "nearest-place")
    const casualties = findCasualties(context, sentence)
    left(
      casualties.map(({ found }) => found.span),
      "events.casualties",
      span => casualties.find(({ found }) => found.span === span)!.rule,
    )
  }
}
