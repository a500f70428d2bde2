import { daysOf } from "../../core/edtf.ts"
import { type EventMention, isProposal, type SlotFill } from "../../core/reading.ts"
import { overlaps } from "../../core/span.ts"
import type { Place, Value } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"
import { isVague, scopeOf } from "../facts/counts.ts"
import { isToll } from "../facts/slots.ts"
import { comparePlaces } from "../places.ts"
import { isAnybody } from "./anybody.ts"

/**
 * The fills of a mention without those of its neighbour: a sentence that tells two events ("it bombed A in 2026 and its gunmen killed six in B in
 * 2028") may give both dates to one of them. Of values that exclude each other the one nearest to the words of the event stays. Proposals are left out.
 */
export function unmixFills(mention: EventMention): readonly SlotFill[] {
  const { trigger } = mention
  const distance = (fill: SlotFill): number => {
    const { start, end } = fill.evidence.span
    return Math.max(0, start - trigger.span.end, trigger.span.start - end)
  }
  const fills = mention.fills.filter(fill => !isProposal(fill))
  return fills.filter(
    fill =>
      isAdded(fill) ||
      !fills.some(
        other =>
          other !== fill &&
          other.slot === fill.slot &&
          other.attribution.length === fill.attribution.length &&
          exclude(fill.value, other.value) &&
          (distance(other) < distance(fill) ||
            (distance(other) === distance(fill) && other.evidence.span.start < fill.evidence.span.start)),
      ),
  )
}

/** Whether a person read it: no rule may take it away. */
export function isAdded({ rule }: SlotFill): boolean {
  return rule.startsWith("added by ")
}

/** An area that nothing names. Source: English; Apache-2.0. */
const NAMELESS =
  /^(?:the|this|that|their|its) (?:country|city|town|area|region|territory|province|district|place|nation)$/i

/**
 * The fills without those that say nothing: an area without a name, and what only repeats another: "fighters of the Dawn Column" beside the Column itself, and "four people" as a target
 * beside the number killed or arrested.
 */
export function withoutEchoes(fills: readonly SlotFill[]): readonly SlotFill[] {
  return fills.filter(fill => {
    if (fill.value.kind !== "text" || isAdded(fill)) return true
    if (NAMELESS.test(fill.value.text)) return false
    if (fill.slot !== "target") return !fills.some(other => namesItsGroup(fill, other))
    const counted = fills.filter(other => other.value.kind === "count" && isToll(other.slot) && spansSame(fill, other))
    if (counted.length === 0) return true
    const saysMore = wordsOf(fill.value.text).some(word => !word.empty && !isAnybody(word))
    return saysMore && !fills.some(other => isOtherTarget(fill, other))
  })
}

/** True when the words of the fill hold the name of a group that stands in the same slot. */
function namesItsGroup(fill: SlotFill, other: SlotFill): boolean {
  const { span } = fill.evidence
  const name = other.evidence.span
  return (
    other.slot === fill.slot &&
    other.value.kind === "entity" &&
    other.status === fill.status &&
    span.start <= name.start &&
    name.end <= span.end
  )
}

function spansSame(a: SlotFill, b: SlotFill): boolean {
  return overlaps(a.evidence.span, b.evidence.span)
}

/** A target that is no number of people: the ship beside its crew. */
function isOtherTarget(fill: SlotFill, other: SlotFill): boolean {
  return other !== fill && other.slot === "target" && !spansSame(fill, other)
}

/** True when one event cannot have both. */
function exclude(a: Value, b: Value): boolean {
  if (a.kind === "time" && b.kind === "time") {
    const one = daysOf(a.edtf)
    const two = daysOf(b.edtf)
    return one !== undefined && two !== undefined && (one.last < two.first || two.last < one.first)
  }
  if (a.kind === "place" && b.kind === "place") return isTown(a) && isTown(b) && comparePlaces(a, b) === "apart"
  if (a.kind === "count" && b.kind === "count")
    return (
      scopeOf(a) === scopeOf(b) &&
      !isVague(a) &&
      !isVague(b) &&
      ((a.high ?? a.low) < b.low || (b.high ?? b.low) < a.low)
    )
  return false
}

function isTown(place: Place): boolean {
  return place.precision === "settlement" || place.precision === "near-settlement"
}
