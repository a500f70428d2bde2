import { contentStems } from "../../core/words.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import type { CaseOptions, CasePack } from "../options.ts"
import { comparePlaces, isPoint } from "../places.ts"
import { groupBy, sortBy, Union } from "../union.ts"
import { isOnce } from "./compare-tellings.ts"
import { findCandidates, type TellingPair } from "./find-candidates.ts"
import { arrestsOverOneDeed } from "./join-over-deed.ts"
import { isDated, isDeed, type Telling } from "./telling.ts"

/** Tellings that are one event of the world, and why each of them is in it (by telling id). */
export interface IncidentCluster {
  readonly tellings: readonly Telling[]
  readonly why: ReadonlyMap<string, string>
}

/** From this much evidence on, two tellings are one event. Chosen on the sample story and checked on shooting reports: same town and day is 5, same words 3. */
const ENOUGH = 3.5
/** Two tellings of one report need more: a writer who means the same event mostly says so. */
const SAME_REPORT_EXTRA = 0.25
/** A telling without a date joins the only event it fits from this much on. */
const ENOUGH_UNDATED = 2
/** It must fit that event by this much more than any other. */
const CLEAR_LEAD = 1
/** Members of a set that are looked at when two sets are checked against each other. */
const CHECKED = 30

/** Joins tellings into events: surest pairs first, never over a contradiction of day or place; then undated tellings to the only event they fit. */
export function joinIncidents(
  tellings: readonly Telling[],
  shared: readonly SharedSentence[],
  pack: CasePack,
  options: Pick<CaseOptions, "count">,
): IncidentCluster[] {
  const pairs = findCandidates(tellings, shared, pack, options)
  const union = new Union()
  const members = new Map(tellings.map(telling => [telling.id, [telling]]))
  const why = new Map<string, string>()
  const apart = new Set(
    pairs.flatMap(pair => (pair.verdict.refused === undefined ? [] : [`${pair.a.id}|${pair.b.id}`])),
  )
  const unite = (pair: TellingPair): void => {
    const rootA = union.root(pair.a.id)
    const rootB = union.root(pair.b.id)
    if (rootA === rootB || (!pair.verdict.sameNews && clash(members.get(rootA)!, members.get(rootB)!, apart))) return
    union.join(rootA, rootB)
    const together = [...members.get(rootA)!, ...members.get(rootB)!]
    members.delete(rootA)
    members.delete(rootB)
    members.set(union.root(rootA), together)
    for (const telling of [pair.a, pair.b]) if (!why.has(telling.id)) why.set(telling.id, pair.verdict.why)
  }
  const strong = pairs.filter(pair => isEnough(pair))
  for (const pair of sortBy(strong, ...byStrength)) unite(pair)
  // Twice: what joined first may be what the next one follows.
  for (let round = 0; round < 2; round++) joinVague(pairs, members, union, unite)
  for (const [first, ...others] of arrestsOverOneDeed([...members]))
    for (const key of others) {
      const together = [...members.get(first!)!, ...members.get(key)!]
      for (const telling of members.get(key)!)
        if (!why.has(telling.id)) why.set(telling.id, "an arrest over the same deed")
      members.delete(key)
      members.set(first!, together)
    }
  return sortBy([...members.entries()], ([root]) => root).map(([, cluster]) => ({
    tellings: sortBy(cluster, telling => telling.id),
    why,
  }))
}

const byStrength = [
  (pair: TellingPair): number => (pair.verdict.nextDay ? 1 : 0),
  (pair: TellingPair): number => -pair.verdict.score,
  (pair: TellingPair): string => `${pair.a.id}|${pair.b.id}`,
]

function isEnough({ a, b, verdict }: TellingPair): boolean {
  if (verdict.refused !== undefined || !canFollow(a) || !canFollow(b)) return false
  const sameReport = a.report.id === b.report.id
  // Two dates in one report are two events there.
  if (verdict.nextDay && sameReport) return false
  return verdict.identified && 2 <= verdict.kinds && ENOUGH + (sameReport ? SAME_REPORT_EXTRA : 0) <= verdict.score
}

/** A set without a date goes to the one event it fits, and a dated one without a place to the only such event of its day; where two fit about as well, it stays apart. */
function joinVague(
  pairs: readonly TellingPair[],
  members: ReadonlyMap<string, readonly Telling[]>,
  union: Union,
  unite: (pair: TellingPair) => void,
): void {
  const open = pairs.filter(
    pair =>
      (pair.verdict.identified || pair.verdict.placed) &&
      pair.verdict.refused === undefined &&
      canFollow(pair.a) &&
      canFollow(pair.b),
  )
  const ways = groupBy(
    open.flatMap(pair => [
      { vague: union.root(pair.a.id), other: union.root(pair.b.id), pair },
      { vague: union.root(pair.b.id), other: union.root(pair.a.id), pair },
    ]),
    way => way.vague,
  )
  const chosen: TellingPair[] = []
  const inReport = (pair: TellingPair): number => (pair.a.report.id === pair.b.report.id ? 0.75 : 0)
  for (const [vague, all] of ways) {
    const own = members.get(vague)!
    const enough = needOf(own)
    if (enough === undefined) continue
    const others = groupBy(
      all.filter(
        way =>
          way.other !== vague &&
          enough + inReport(way.pair) <= way.pair.verdict.score &&
          isBetterKnown(members.get(way.other)!, own),
      ),
      way => way.other,
    )
    const best = [...others.values()].map(group => fitOf(group.map(way => way.pair)))
    const [first, second] = sortBy(
      best,
      fit => -fit.score,
      fit => `${fit.pair.a.id}|${fit.pair.b.id}`,
    )
    if (first && (second === undefined || second.score + CLEAR_LEAD <= first.score)) chosen.push(first.pair)
  }
  for (const pair of sortBy(chosen, ...byStrength)) unite(pair)
}

/** The best pair between two sets, and how well the sets fit: every further telling that it fits as well counts a little. */
function fitOf(pairs: readonly TellingPair[]): { pair: TellingPair; score: number } {
  const sorted = sortBy(pairs, ...byStrength)
  return { pair: sorted[0]!, score: sorted[0]!.verdict.score + 0.25 * Math.min(4, sorted.length - 1) }
}

/** How much evidence a set needs to follow another; undefined when it is known well enough to stand by itself. */
function needOf(own: readonly Telling[]): number | undefined {
  if (!own.some(isDated)) return ENOUGH_UNDATED
  return own.every(telling => telling.places.length === 0) ? ENOUGH : undefined
}

/** True when the set is told with a date and a place, or by more tellings. */
function isBetterKnown(set: readonly Telling[], than: readonly Telling[]): boolean {
  if (!than.some(isDated)) return set.some(isDated) || than.length < set.length
  return set.some(telling => isDated(telling) && 0 < telling.places.length)
}

/** Words of attacks in general, and of ones that may come, follow nothing. */
function canFollow(telling: Telling): boolean {
  return (
    (!telling.plural || isOneInPlural(telling)) &&
    !telling.isWarning &&
    !["hypothetical", "threatened", "negated"].includes(telling.status)
  )
}

/** "Clashes near the town in February" are mostly one event: the plural is only a way of speaking. Such a telling may join an event but is none of its own. */
function isOneInPlural(telling: Telling): boolean {
  const { days, places, types } = telling
  return (
    types.every(type => type === "clash") &&
    days !== undefined &&
    days.last - days.first <= 31 &&
    places.some(place => isPoint(place))
  )
}

/** True when two sets cannot be one event: a pair was refused, days lie too far apart, or places exclude each other. */
function clash(one: readonly Telling[], two: readonly Telling[], apart: ReadonlySet<string>): boolean {
  if (one.some(a => two.some(b => isOnce(a, b)))) return false
  const dated = [...one, ...two].flatMap(telling => (isDated(telling) ? telling.days! : []))
  if (0 < dated.length && 1 < Math.max(...dated.map(days => days.first)) - Math.min(...dated.map(days => days.last)))
    return true
  for (const a of one.slice(0, CHECKED))
    for (const b of two.slice(0, CHECKED)) {
      if (apart.has(`${a.id}|${b.id}`) || apart.has(`${b.id}|${a.id}`)) return true
      if (
        0 < a.places.length &&
        0 < b.places.length &&
        a.places.every(here => b.places.every(there => comparePlaces(here, there) === "apart"))
      )
        return true
    }
  return false
}

/** What a telling must be told by to be an incident: a town, a day, or two lesser things such as a country and a number. */
const ENOUGH_ANCHORS = 1.25

/** Kinds that say nothing without a name: a founding in 2015 is no incident until it is told what was founded. A claim is a position on another incident. Source: keys of the pack of political violence; Apache-2.0. */
const NEED_A_NAME = new Set(
  "founding split leadership-change pledge reward sanction claim alert-level trial verdict withdrawal overthrow".split(
    " ",
  ),
)

/** True when the tellings are enough to speak of an event: not only plural, threatened or hypothetical words, and with a place, day, target or name to tell it by. */
export function isFounded({ tellings }: Pick<IncidentCluster, "tellings">): boolean {
  const founding = tellings.filter(
    telling =>
      !telling.plural &&
      !telling.isWarning &&
      telling.status !== "hypothetical" &&
      telling.status !== "threatened" &&
      telling.status !== "negated" &&
      telling.status !== "denied",
  )
  if (founding.some(telling => NEED_A_NAME.has(telling.family)) && !founding.some(isNamed)) return false
  return founding.some(telling => ENOUGH_ANCHORS <= anchorsOf(telling) || isNews(telling))
}

/** True for the deed that a report is about: it happened, though the report says neither where nor when in a way that could be read. */
function isNews(telling: Telling): boolean {
  return telling.isMain && telling.story !== undefined && isDeed(telling)
}

function isNamed(telling: Telling): boolean {
  return telling.family !== "claim" && 0 < telling.targets.length + telling.actors.length + telling.people.length
}

/** How many things a telling can be told by. A town counts twice, a country once. */
function anchorsOf(telling: Telling): number {
  const place = telling.places.some(item => item.precision !== "country" && item.precision !== "region")
    ? 2
    : telling.places.length === 0
      ? 0
      : 1
  const day = telling.days === undefined ? 0 : isDated(telling) ? 1.5 : 0.75
  const person = 0 < telling.people.length ? 1 : 0
  const counts = telling.counts.some(({ count }) => count.qualifier !== "vague") ? 0.5 : 0
  // An area that is struck and the area where it is struck are one thing to tell it by.
  const named = telling.places.flatMap(item => contentStems(item.name))
  const own = telling.targetStems.filter(stem => !named.includes(stem))
  const target = own.length === 0 ? 0 : 0 < telling.targets.length ? 1 : 0.5
  const actor = 0 < telling.actors.length || telling.byLand ? 0.75 : 0
  // Who was taken over a deed that is told can be told by it.
  const deed = 0 < telling.overDeed.length ? ENOUGH_ANCHORS : 0
  return place + day + person + counts + target + actor + deed
}
