import { contains, type Span } from "../../core/span.ts"
import type { PlaceMention } from "../../english/analysis.ts"
import { type Context, isIn, sentenceOf, sibling, tokensOf } from "./context.ts"
import { type Draft, fillsOf } from "./draft.ts"
import { firstOf } from "./grammar.ts"
import { isDefinite, isViolent } from "./kinds.ts"

/** What is told of both together and cannot be said of one: "the attacks in A and B killed 30". */
const JOINT: ReadonlySet<string> = new Set([
  "killed",
  "wounded",
  "missing",
  "hostages",
  "arrested",
  "perpetrators-count",
  "where",
])

/**
 * "The attacks in Lyon and Ghent" are an attack in Lyon and one in Ghent: a draft for each place, in the order of the places.
 * Only for what is told as known and done: "the" attacks, "twin" attacks, as many attacks as places. Counts of dead stay out, since they are of all together.
 */
export function splitByPlace(context: Context, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap(draft => {
    const places = placesInRow(context, draft)
    const rule = places.length < 2 ? null : splitRule(context, draft, places.length)
    if (1 < places.length)
      context.trace?.({
        ruleset: "events.split",
        at: draft.span,
        rule,
        declined: rule === null ? ["asManyAsPlaces", "pairOfPlaces", "knownOnes"] : [],
      })
    if (rule === null) return [draft]
    const shared = draft.fills.filter(fill => !JOINT.has(fill.slot))
    return places.map(({ place, start, end }, part) => ({
      ...draft,
      part,
      plural: false,
      fills: [...shared, { slot: "where", value: place, span: { start, end }, token: -1, rule: `split:${rule}` }],
      carriers: new Set(draft.carriers),
    }))
  })
}

/** Why a plural may be told apart by its places; null when it may not. */
function splitRule(context: Context, draft: Draft, places: number): string | null {
  if (!isViolent(context, draft) || draft.status !== "occurred") return null
  const { trigger } = draft
  if (draft.frame.pos !== "noun" || (trigger.xpos !== "NNS" && trigger.xpos !== "NNPS")) return null
  const number = context.analysis.counts.find(count => count.start < trigger.end && trigger.start < count.end)
  if (number) return number.count.low === places && number.count.high === places ? "asManyAsPlaces" : null
  const first = firstOf(context, trigger)
  const row = [1, 2, 3]
    .map(step => sibling(context, trigger, -step))
    .filter(token => token && first.index <= token.index)
  if (row.some(token => isIn(context, token!, "pair-words"))) return places === 2 ? "pairOfPlaces" : null
  // "some of the attacks", "a wave of the attacks" tell no single ones.
  const before = sibling(context, first, -1)
  if (before && /^(?:of|like)$/i.test(before.text) && isQuantity(sibling(context, before, -1)?.lemma)) return null
  if (
    row.some(token =>
      /^(?:many|several|numerous|few|other|such|similar|previous|earlier|past|further)$/i.test(token!.text),
    )
  )
    return null
  return isDefinite(context, draft) && !/^(?:his|her|its|their|our|my)$/i.test(first.text) ? "knownOnes" : null
}

function isQuantity(lemma: string | undefined): boolean {
  return (
    lemma === undefined ||
    /^(?:some|many|most|few|one|all|none|any|number|series|wave|string|spate|campaign|dozen|hundred|several|part|kind|type|thing)$/i.test(
      lemma,
    )
  )
}

/** Places side by side behind the trigger's "in", "at" or "near", or right before it: "in Lyon, France, and Ghent". */
function placesInRow(context: Context, draft: Draft): PlaceMention[] {
  if (fillsOf(draft, "where").length === 0) return []
  const sentence = sentenceOf(context, draft.trigger)
  const { text } = context.analysis.report
  const all = context.analysis.places.filter(
    place => contains(sentence, place) && place.place.precision !== "region" && place.place.precision !== "unknown",
  )
  const own = (place: Span) =>
    fillsOf(draft, "where").some(fill => fill.span.start < place.end && place.start < fill.span.end)
  for (const side of [
    all.filter(place => draft.trigger.end <= place.start),
    all.filter(place => place.end <= draft.trigger.start),
  ]) {
    const from = side.findIndex(own)
    if (from < 0) continue
    const row = [side[from]!]
    let end = side[from]!.end
    let last = ""
    for (const place of side.slice(from + 1)) {
      const gap = text.slice(end, place.start)
      const inside = row.at(-1)!.place.within?.includes(place.place.name)
      if (/^,\s|^\s\($/.test(gap) && inside) {
        end = place.end
        continue
      }
      const link = /^\)?(?:,?\s+(and)\s+|,\s+)(?:(?:in|at|near|outside|on)\s+)?(?:the\s+)?$/.exec(gap)
      if (!link) break
      row.push(place)
      end = place.end
      last = link[1] ?? ""
    }
    const behind = side[from]!.start > draft.trigger.start
    const touching = behind
      ? leads(context, draft, side[from]!)
      : /^\s+(?:\p{Ll}+\s+)?$/u.test(text.slice(end, draft.span.start))
    if (1 < row.length && last === "and" && touching && apart(row)) return row
  }
  return []
}

/** A preposition of place before the first of them, and no verb between the trigger and it. */
function leads(context: Context, draft: Draft, place: PlaceMention): boolean {
  const between = tokensOf(context, sentenceOf(context, draft.trigger)).filter(
    token => draft.trigger.end <= token.start && token.end <= place.start,
  )
  const before = between.at(-1)?.text.toLowerCase() === "the" ? between.at(-2) : between.at(-1)
  return (
    before !== undefined &&
    ["in", "at", "near", "on", "outside", "around"].includes(before.text.toLowerCase()) &&
    between.every(token => token.upos !== "VERB" && token.upos !== "AUX")
  )
}

/** None of the places lies within another. */
function apart(row: readonly PlaceMention[]): boolean {
  return row.every(one => row.every(other => one === other || !one.place.within?.includes(other.place.name)))
}
