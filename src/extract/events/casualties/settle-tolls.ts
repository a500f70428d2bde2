import { daysOf, timesOverlap } from "../../../core/edtf.ts"
import { contains, type Span } from "../../../core/span.ts"
import type { Count } from "../../../core/value.ts"
import type { Sentence } from "../../../english/analysis.ts"
import { type Context, isIn, tokensOf } from "../context.ts"
import { type Draft, type Fill, fillsOf } from "../draft.ts"
import { isViolent } from "../kinds.ts"
import type { Casualty } from "./count-casualties.ts"
import { type Toll, tollsOf } from "./count-toll.ts"
import { type Fate, findFates } from "./find-fates.ts"
import { listVictims, type Victim } from "./list-victims.ts"

/** Attacks whose doer is never counted among the dead. */
const OWN_DEATH: ReadonlySet<string> = new Set(["suicide-bombing", "suicide-attack", "bombing", "car-bombing"])

/** Words that lead to another incident than the one told so far. */
const ELSEWHERE =
  /\b(?:separate|unrelated|another|previous|different|similar|earlier|second|third|fourth) (?:\w+ )?(?:shooting|incident|homicide|attack|case|killing|murder|crime|scene)s?\b/i

/**
 * The dead and hurt of the report's main event, whoever tells of them in whatever sentence: persons told one by one are counted once each,
 * and the total stands beside what is told. Wants retellings linked.
 */
export function settleTolls(context: Context, drafts: readonly Draft[], casualties: readonly Casualty[]): void {
  const main = mainOf(context, drafts)
  // "bombings in A and B left 12 dead": of which of them nobody says.
  if (!main || main.part !== undefined || isRoundup(context)) return
  const group = drafts.filter(draft => draft === main || draft.sameAs === main)
  const fates = storyFates(context, drafts, group, casualties)
  const groups = fates.filter(fate => 1 < fate.found.value.low)
  const victims = listVictims(
    context,
    fates.filter(fate => fate.found.value.low === 1 && fate.found.value.high === 1),
  )
  const toll = tollsOf(context, groups, victims, !OWN_DEATH.has(main.subtype))
  write(context, drafts, main, "killed", toll.killed, victims)
  write(context, drafts, main, "wounded", toll.wounded, victims)
}

const SEVERAL =
  /\b(?:weekend|overnight|separate|unrelated|series of|string of|spate of|rash of|several|multiple|various|different|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ ){0,2}(?:shootings|attacks|incidents|stabbings)\b|\b(?:separate|unrelated|series of|string of|spate of|rash of) (?:\w+ ){0,2}(?:homicides|killings|murders)\b|\bacross the city\b/i

/** "Two dead, eight wounded in weekend shootings": a report of several events from its first sentences on. */
function isRoundup(context: Context): boolean {
  const { sentences, report } = context.analysis
  const last = sentences[Math.min(3, sentences.length - 1)]
  return last !== undefined && SEVERAL.test(report.text.slice(0, last.end))
}

function mainOf(context: Context, drafts: readonly Draft[]): Draft | undefined {
  return drafts.find(
    draft =>
      isViolent(context, draft) &&
      draft.status === "occurred" &&
      !draft.background &&
      !draft.plural &&
      draft.sameAs === undefined &&
      !draft.needsAnchor,
  )
}

function storyFates(
  context: Context,
  drafts: readonly Draft[],
  group: readonly Draft[],
  casualties: readonly Casualty[],
): Fate[] {
  const days = group.flatMap(draft => timesOf(draft))
  const found: Fate[] = []
  let inside = true
  let block = -1
  for (const sentence of context.analysis.sentences) {
    if (sentence.block.label === "credit") continue
    const words = context.analysis.report.text.slice(sentence.start, sentence.end)
    const own = drafts.filter(draft => draft.trigger.sentence === sentence.index && isViolent(context, draft))
    if (ELSEWHERE.test(words) || tokensOf(context, sentence).some(token => isIn(context, token, "drills")))
      inside = false
    else if (own.some(draft => group.includes(draft))) inside = true
    else if (own.some(draft => isOther(draft, days)) || isOfThePast(context, sentence)) inside = false
    else if (sentence.blockIndex !== block && own.length > 0) inside = true
    block = sentence.blockIndex
    if (!inside) continue
    found.push(
      ...findFates(
        context,
        sentence,
        casualties.filter(casualty => casualty.predicate.sentence === sentence.index),
      ),
    )
  }
  return found
}

/** Days before publication from which a sentence tells of the past, unless it tells of the main event. */
const PAST_DAYS = 60

/** "Ten people were hurt in a fire in 2012." */
function isOfThePast(context: Context, sentence: Sentence): boolean {
  const { times, report } = context.analysis
  const published = daysOf(report.published?.time.edtf ?? "")
  const days = times.flatMap(time => (contains(sentence, time) ? (daysOf(time.time.edtf) ?? []) : []))
  return published !== undefined && 0 < days.length && days.every(day => day.last < published.first - PAST_DAYS)
}

function timesOf(draft: Draft): string[] {
  return fillsOf(draft, "when").flatMap(fill =>
    fill.value.kind === "time" && fill.value.edtf !== "" ? [fill.value.edtf] : [],
  )
}

/** Told of another day than the main event, or not as something that happened. */
function isOther(draft: Draft, days: readonly string[]): boolean {
  if (draft.background) return true
  if (draft.status !== "occurred" && draft.status !== "alleged" && draft.status !== "attempted") return true
  const own = timesOf(draft)
  return 0 < own.length && 0 < days.length && !own.some(time => days.some(day => timesOverlap(time, day)))
}

/** Whether numbers of a draft may be those of the main event. */
function isTold(context: Context, draft: Draft): boolean {
  return isViolent(context, draft) && !draft.background && !draft.plural && draft.status === "occurred"
}

/** Puts the total in the place of the persons it counts. Numbers told stay where they are. */
function write(
  context: Context,
  drafts: readonly Draft[],
  main: Draft,
  slot: "killed" | "wounded",
  toll: Toll | undefined,
  victims: readonly Victim[],
): void {
  const single = victims.flatMap(victim => victim.tellings.map(told => told.found.span))
  const kept = toll?.count === 1 ? toll.parts.flatMap(part => spansOf(victims, part)) : []
  const told = drafts.filter(draft => isTold(context, draft))
  for (const draft of told)
    draft.fills = draft.fills.filter(
      fill =>
        fill.slot !== slot ||
        !isOne(fill) ||
        !single.some(span => touches(span, fill.span)) ||
        kept.some(span => touches(span, fill.span)),
    )
  if (
    !toll ||
    told.some(draft => fillsOf(draft, slot).some(fill => fill.value.kind === "count" && fill.value.low === toll.count))
  )
    return
  const [first, ...parts] = toll.parts.map(part => part.found)
  // What is part of a sum is no number of its own.
  for (const draft of told)
    draft.fills = draft.fills.filter(
      fill => fill.slot !== slot || !toll.parts.some(part => touches(part.found.span, fill.span)),
    )
  const { low } = first!.value
  const value: Count =
    low === toll.count
      ? first!.value
      : { ...first!.value, low: toll.count, high: toll.count, qualifier: "exact", of: "people" }
  const fill: Fill = { slot, value, span: first!.span, token: -1, rule: `toll-${toll.rule}` }
  main.fills.push(0 < parts.length ? { ...fill, parts: parts.map(part => part.span) } : fill)
  context.trace?.({ ruleset: "events.toll", at: first!.span, rule: toll.rule, declined: [] })
}

/** All words that tell of the same person. */
function spansOf(victims: readonly Victim[], part: Fate): Span[] {
  return victims
    .filter(victim => victim.tellings.includes(part))
    .flatMap(victim => victim.tellings.map(told => told.found.span))
}

function isOne(fill: Fill): boolean {
  return fill.value.kind === "count" && fill.value.low === 1 && fill.value.high === 1
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
