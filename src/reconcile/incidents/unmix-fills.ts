import { daysOf } from "../../core/edtf.ts"
import { type EventMention, isProposal, type SlotFill } from "../../core/reading.ts"
import type { Place, Value } from "../../core/value.ts"
import { isVague, scopeOf } from "../facts/counts.ts"
import { comparePlaces } from "../places.ts"

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
