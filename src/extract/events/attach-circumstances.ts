import { timesOverlap } from "../../core/edtf.ts"
import { contains, overlaps, type Span } from "../../core/span.ts"
import type { PlacePrecision } from "../../core/value.ts"
import type { PlaceMention, TimeMention, Token } from "../../english/analysis.ts"
import { hasRelation, headOf, tokenBefore, tokensIn, tokensTouching } from "../../english/tree.ts"
import { type Context, isIn, mentionOver, sentenceOf, tokensOf } from "./context.ts"
import { addFill, type Draft, type Fill, fillsOf } from "./draft.ts"
import { below, firstOf, isVerb, prepositionOf, rowAfter, subjectsOf } from "./grammar.ts"

/** Farther than this from every event, a time or place belongs to something else. Tuned on the examples. */
const REACH = 6

type Kind = "time" | "coarse-time" | "place"

const COARSE: ReadonlySet<string> = new Set(["month", "season", "year", "decade"])

/** Gives each time and place of a sentence to the nearest of its events. */
export function attachCircumstances(context: Context, drafts: readonly Draft[]): void {
  const bySentence = Map.groupBy(drafts, draft => draft.trigger.sentence)
  for (const [index, events] of bySentence) {
    const sentence = context.analysis.sentences[index]!
    const rows = new Map(events.map(draft => [draft, rowOf(context, draft, events)] as const))
    for (const time of context.analysis.times)
      if (contains(sentence, time) && isPointInTime(context, time)) {
        const draft = nearest(context, events, rows, time, COARSE.has(time.time.precision) ? "coarse-time" : "time")
        if (draft) {
          const planned = draft.frame.type === "plot" || draft.status === "planned" || draft.status === "threatened"
          const slot = planned ? "planned-for" : "when"
          addFill(draft, {
            slot,
            value: time.time,
            span: time,
            token: headIn(context, time).index,
            rule: "nearest-time",
          })
        }
      }
    for (const place of context.analysis.places)
      if (contains(sentence, place) && isWhereabouts(context, place)) {
        const draft = nearest(context, events, rows, place, "place")
        if (draft && !holdsKnownPlace(draft, place) && !isAimedElsewhere(context, draft, place))
          addPlace(context, draft, place)
      }
    for (const draft of events) {
      keepOwnDay(context, draft)
      shareWithPartner(context, draft, events)
    }
  }
}

/** "He died Friday after being shot on Thursday": of two days the one said of the deed itself is its day. */
function keepOwnDay(context: Context, draft: Draft): void {
  if (draft.plural || draft.trigger.xpos === "NNS") return
  const days = fillsOf(draft, "when").filter(
    fill => fill.value.kind === "time" && /^(?:day|daypart|hour|instant)$/.test(fill.value.precision),
  )
  const own = days.filter(fill => governorOf(context, fill.token) === draft.trigger)
  const clash = (fill: Fill) =>
    own.every(
      other =>
        fill.value.kind === "time" && other.value.kind === "time" && !timesOverlap(fill.value.edtf, other.value.edtf),
    )
  if (0 < own.length)
    draft.fills = draft.fills.filter(fill => own.includes(fill) || !days.includes(fill) || !clash(fill))
}

/** The word a token hangs on. */
function governorOf(context: Context, index: number): Token | undefined {
  const token = context.analysis.tokens[index]
  return token && headOf(context.analysis, token)
}

export function addPlace(context: Context, draft: Draft, place: PlaceMention): void {
  // A finer place makes an area that holds it superfluous: "Kerman, Iran".
  draft.fills = draft.fills.filter(
    fill => !(fill.slot === "where" && fill.value.kind === "place" && place.place.within?.includes(fill.value.name)),
  )
  addFill(draft, {
    slot: "where",
    value: place.place,
    span: place,
    token: headIn(context, place).index,
    rule: "nearest-place",
  })
}

/** "active in Benin and bent on attacking Europe": where the target is an area itself, another area is not where it is struck. */
function isAimedElsewhere(context: Context, draft: Draft, place: PlaceMention): boolean {
  if (!AREAS.has(place.place.precision)) return false
  const targets = fillsOf(draft, "target")
  return context.analysis.places.some(
    other =>
      AREAS.has(other.place.precision) &&
      other.place.name !== place.place.name &&
      targets.some(({ span }) => span.start === other.start && span.end === other.end),
  )
}

function holdsKnownPlace(draft: Draft, place: PlaceMention): boolean {
  return fillsOf(draft, "where").some(
    fill =>
      fill.value.kind === "place" &&
      (fill.value.within?.includes(place.place.name) || fill.value.name === place.place.name),
  )
}

/** The token of a span that its other tokens hang on. */
export function headIn(context: Context, span: Span): Token {
  const inside = tokensTouching(context.analysis, span)
  return inside.find(token => !inside.some(other => other.index === token.head)) ?? inside[0]!
}

function rowOf(context: Context, draft: Draft, events: readonly Draft[]): Token[] {
  const stops = new Set(events.filter(other => other !== draft).map(other => other.trigger.index))
  const from = draft.frame.pos === "noun" ? draft.trigger : tokensIn(context.analysis, draft.span).at(-1)!
  return rowAfter(context, from, token => stops.has(token.index)).map(([, token]) => token)
}

function nearest(
  context: Context,
  events: readonly Draft[],
  rows: ReadonlyMap<Draft, readonly Token[]>,
  span: Span,
  kind: Kind,
): Draft | undefined {
  const head = headIn(context, span)
  let best: { draft: Draft; cost: number; gap: number } | undefined
  // A state that does something in this sentence is no place of it.
  const acts = (draft: Draft) =>
    draft.fills.some(
      fill =>
        ["perpetrator", "agent", "party", "claimed-by", "blamed-on"].includes(fill.slot) &&
        overlaps(fill.span, span) &&
        fill.token === head.index,
    )
  if (kind === "place" && events.some(acts)) return undefined
  for (const draft of events) {
    const cost = costOf(context, draft, rows.get(draft)!, head, span, kind)
    const gap = Math.abs(head.index - draft.trigger.index)
    if (cost <= REACH && (!best || cost < best.cost || (cost === best.cost && gap < best.gap)))
      best = { draft, cost, gap }
  }
  return best?.draft
}

function costOf(context: Context, draft: Draft, row: readonly Token[], head: Token, span: Span, kind: Kind): number {
  const { trigger } = draft
  const first = firstOf(context, trigger)
  if (draft.frame.pos === "noun" && first.start <= span.start && span.end <= trigger.start) return 0.5
  // "November 6, 2028: Gunmen opened fire": a line of a chronology.
  const { start } = sentenceOf(context, trigger)
  if (kind !== "place" && span.start === start && /^: /.test(context.analysis.report.text.slice(span.end))) return 1.5
  // "the Sept. 11, 2012, attack"
  const gap = context.analysis.report.text.slice(span.end, draft.span.start)
  if (draft.frame.pos === "noun" && kind !== "place" && /^,? $/.test(gap)) return 0.5
  const position = row.findIndex(token => overlaps(token, span))
  if (0 <= position) return 1 + position / 10
  return climb(context, draft, head, kind)
}

/** Steps from the words up to a verb or noun that carries the event; infinity when another clause stands between. */
function climb(context: Context, draft: Draft, head: Token, kind: Kind): number {
  let cost = 1
  for (let at: Token | undefined = head; at; at = headOf(context.analysis, at)) {
    if (at !== head && draft.carriers.has(at.index)) {
      // The day of a claim is not the day of the deed; its month most often is.
      const told = hasCarrierAsTrigger(draft, at) || kind !== "time" || !isIn(context, at, "claim-verbs")
      return told ? cost : Number.POSITIVE_INFINITY
    }
    // "strikes into Pakistan and plots": the place of another deed.
    if (at !== head && at.upos === "NOUN" && isIn(context, at, "attack-words")) return Number.POSITIVE_INFINITY
    const clause = isVerb(at) || below(context, at, "cop", "nsubj").length > 0
    if (clause && at !== head) {
      // "On Friday a man entered a mosque and shot 12": the day is said once for the verbs in a row.
      const inRow = [...draft.carriers].some(index => isInRow(context, context.analysis.tokens[index]!, at!))
      return inRow ? cost + 4 : Number.POSITIVE_INFINITY
    }
    cost += hasRelation(at, "conj") ? 1.5 : 1
  }
  return Number.POSITIVE_INFINITY
}

function hasCarrierAsTrigger(draft: Draft, token: Token): boolean {
  return token === draft.trigger || token === draft.top
}

/** Whether a verb continues another one's clause: coordinated without a subject of its own, governed by it, or "it happened when". */
function isInRow(context: Context, token: Token, verb: Token): boolean {
  let at = token
  for (let steps = 0; steps < 4; steps++) {
    const head = headOf(context.analysis, at)
    if (!head || isIn(context, verb, "speech-verbs")) return false
    const own = below(context, at, "nsubj").length > 0
    const goesOn =
      (hasRelation(at, "conj") && isVerb(at) && !own) ||
      hasRelation(at, "xcomp") ||
      (hasRelation(at, "advcl") && (!own || isIn(context, head, "occurrence-verbs") || head.lemma === "be"))
    if (!goesOn) return false
    if (head === verb) return true
    at = head
  }
  return false
}

const NOT_WHEN = new Set(["since", "until", "till", "before", "after", "by", "through", "from"])

export function isPointInTime(context: Context, time: TimeMention): boolean {
  if (time.duration !== undefined) return false
  const words = time.time.text.toLowerCase()
  if (/^(since|until|till|before|after|by|so far|now|currently|today's?|recently|in recent)\b/.test(words))
    return words.startsWith("today")
  // "6:40 p.m. (2140 GMT)": the same hour by another clock.
  const again = context.analysis.times.some(other => other.end < time.start && time.start - other.end <= 3)
  if (again && time.rule === "clock" && context.analysis.report.text[time.start - 1] === "(") return false
  const head = headIn(context, time)
  const before = tokenBefore(context.analysis, time.start)
  if (before?.sentence === head.sentence && NOT_WHEN.has(before.text.toLowerCase()) && before.end + 2 > time.start)
    return false
  // "shortly after midnight", "just before 1 a.m.": the preposition is part of the time.
  const inside = below(context, head, "case").some(child => contains(time, child))
  return inside || !NOT_WHEN.has(prepositionOf(context, head))
}

const NOT_WHERE = new Set([
  "from",
  "to",
  "toward",
  "towards",
  "with",
  "by",
  "against",
  "about",
  "than",
  "like",
  "as",
  "behind",
  "between",
  "versus",
  "over",
  "for",
  "via",
])

const AREAS: ReadonlySet<PlacePrecision> = new Set(["country", "region", "admin1"])

export function isWhereabouts(context: Context, place: PlaceMention): boolean {
  const head = headIn(context, place)
  const mention = mentionOver(context, head)
  // A place inside the name of an agency says where the agency is from.
  if (
    mention &&
    mention.form === "name" &&
    mention.type !== "place" &&
    mention.type !== "facility" &&
    !contains(place, mention)
  )
    return false
  const preposition = prepositionOf(context, head)
  if (NOT_WHERE.has(preposition)) return false
  // Outside a town is near it, outside a country or region is elsewhere.
  if (preposition === "outside" && AREAS.has(place.place.precision)) return false
  let first = head
  while (hasRelation(first, "conj") && headOf(context.analysis, first)) first = headOf(context.analysis, first)!
  if (hasRelation(first, "nsubj")) {
    const verb = headOf(context.analysis, first)
    return verb !== undefined && isIn(context, verb, "suffer-verbs")
  }
  if (
    preposition === "" &&
    (hasRelation(head, "compound") || hasRelation(head, "amod") || hasRelation(head, "nmod:poss"))
  ) {
    const owner = headOf(context.analysis, head)
    if (owner === undefined || isIn(context, owner, "speaker-nouns") || isIn(context, owner, "people")) return false
    return (
      isIn(context, owner, "physical-targets") ||
      isIn(context, owner, "attack-words") ||
      mentionOver(context, owner)?.type === "facility"
    )
  }
  return true
}

/** "a shooting and a bombing in Perth on Monday": what is said once for both. */
function shareWithPartner(context: Context, draft: Draft, events: readonly Draft[]): void {
  const partner = events.find(other => other !== draft && (isPartner(other, draft) || isPartner(draft, other)))
  if (!partner) return
  const ofVerbs = isVerb(draft.trigger) && isVerb(partner.trigger)
  const between = tokensOf(context, sentenceOf(context, draft.trigger)).filter(
    token =>
      Math.min(draft.trigger.index, partner.trigger.index) < token.index &&
      token.index < Math.max(draft.trigger.index, partner.trigger.index),
  )
  if (!ofVerbs && between.some(token => below(context, token, "case").length > 0)) return
  if (ofVerbs && subjectsOf(context, draft.trigger)[0] !== subjectsOf(context, partner.trigger)[0]) return
  for (const slot of ["when", "where"])
    if (fillsOf(draft, slot).length === 0)
      for (const fill of fillsOf(partner, slot)) draft.fills.push({ ...fill, rule: "shared-with-partner" })
}

function isPartner(one: Draft, other: Draft): boolean {
  return hasRelation(one.trigger, "conj") && one.trigger.head === other.trigger.index
}
