import type { Place } from "../../core/value.ts"
import type { CasePack } from "../options.ts"
import { comparePlaces } from "../places.ts"
import { sortBy } from "../union.ts"
import { bestType, compareDays, isPlan } from "./compare-tellings.ts"
import type { TypeRelation } from "./event-types.ts"
import { isDeed, settingOf, TARGET_SLOTS, type Telling } from "./telling.ts"

/** News without a day is no older than this; a day further back is another event's. A choice. */
const NEWS_DAYS = 4

/**
 * The tellings of one report, those together that tell one event as far as the report says: what was told with a day or a place, and what is
 * told after without anything that contradicts it. What fits two events that exclude each other stays by itself.
 */
export function gatherRetold(tellings: readonly Telling[], pack: CasePack): Telling[][] {
  const open = tellings.filter(isDeed)
  const sets: Telling[][] = []
  const alone = tellings.filter(telling => !open.includes(telling)).map(telling => [telling])
  const ordered = sortBy(
    open,
    telling => (telling.isMain ? 0 : 1),
    telling => -settingOf(telling),
    telling => telling.mentions[0]!.trigger.span.start,
    telling => telling.id,
  )
  for (const telling of ordered) {
    const fits = sets.filter(set => set.every(other => canBeOne(telling, other, pack)))
    if (fits.length === 1 && !isOtherOne(telling)) fits[0]!.push(telling)
    else if (fits.length === 0 || isOtherOne(telling)) sets.push([telling])
    else alone.push([telling])
  }
  return [...sets, ...alone]
}

/** False where days, places, kinds or doers exclude each other. */
function canBeOne(a: Telling, b: Telling, pack: CasePack): boolean {
  const type = bestType(a, b, pack)
  if (type === "apart" || type === "conflict") return false
  if (isPlan(a) !== isPlan(b)) return false
  const days = compareDays(a.days, b.days)
  if (days === "apart" || days === "next") return false
  if (isOlder(a, b) || isOlder(b, a)) return false
  if (
    0 < a.places.length &&
    0 < b.places.length &&
    a.places.every(here => b.places.every(there => isElsewhere(here, there)))
  )
    return false
  if (0 < a.actors.length && 0 < b.actors.length && !a.actors.some(id => b.actors.includes(id))) return false
  return !meansAnother(a, b, type) && !meansAnother(b, a, type)
}

/** A hall has namesakes in other countries, but within one report it is not told of by chance. */
function isElsewhere(a: Place, b: Place): boolean {
  return (
    comparePlaces(a, b) === "apart" || (a.country !== undefined && b.country !== undefined && a.country !== b.country)
  )
}

/** True when `a` names whom or what it struck and `b` tells of something else: one shooting has many victims, but a ship is no terminal. */
function meansAnother(a: Telling, b: Telling, type: TypeRelation): boolean {
  if (a.targets.length === 0 || a.targets.some(id => b.targets.includes(id))) return false
  if (a.targetStems.some(stem => b.targetStems.includes(stem))) return false
  const isPerson = (id: string): boolean =>
    a.report.reading.entities.some(entity => entity.id === id && entity.type === "person")
  const people = a.mentions
    .flatMap(mention => mention.fills)
    .filter(fill => fill.value.kind === "entity" && TARGET_SLOTS.has(fill.slot))
    .every(fill => fill.value.kind === "entity" && isPerson(fill.value.entityId))
  return people ? type !== "same" : 0 < b.targetStems.length
}

/** True when `a` has a day well before the report and `b` is its news, told without a day. */
function isOlder(a: Telling, b: Telling): boolean {
  const published = a.report.publishedDays
  return (
    a.days !== undefined &&
    b.days === undefined &&
    b.isMain &&
    published !== undefined &&
    a.days.last < published.first - NEWS_DAYS
  )
}

/** Words before an event that set it apart from one told before. Source: English; Apache-2.0. */
const OTHER =
  /\b(?:another|other|second|third|fourth|fifth|separate|unrelated|previous|earlier|similar|different|subsequent)\s+(?:(?!(?:was|were|is|are|had|has)\b)[\p{L}-]+\s+)?$/iu
/** Words with which a sentence turns to another event. Source: English; Apache-2.0. */
const ELSEWHERE =
  /\b(?:in (?:a|an|another) (?:separate|unrelated|different|similar)|elsewhere|in another (?:incident|attack|shooting))\b/i

/** True where the words say that it is another event. */
function isOtherOne(telling: Telling): boolean {
  return telling.mentions.some(mention => {
    const sentence = telling.sentences.find(
      ({ span }) => span.start <= mention.trigger.span.start && mention.trigger.span.end <= span.end,
    )
    if (!sentence) return false
    return (
      OTHER.test(sentence.text.slice(0, mention.trigger.span.start - sentence.span.start)) ||
      ELSEWHERE.test(sentence.text)
    )
  })
}
