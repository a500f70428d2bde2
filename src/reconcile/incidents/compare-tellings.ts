import { countInWords } from "../../core/count.ts"
import type { DayRange } from "../../core/edtf.ts"
import { edtfOfDay } from "../../core/edtf.ts"
import type { Place } from "../../core/value.ts"
import { contentStems, wordsOf } from "../../core/words.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import type { TextIndex } from "../lineage/similar.ts"
import type { CasePack } from "../options.ts"
import { comparePlaces, isPoint, type PlaceRelation } from "../places.ts"
import { compareTypes, type TypeRelation, tellsHow } from "./event-types.ts"
import { isDeed, type Telling } from "./telling.ts"

/** What stands behind the comparison of two tellings. */
export interface TellingEvidence {
  readonly pack: CasePack
  readonly index: TextIndex
  /** The best shared sentence of the two, when there is one. */
  readonly sharedBetween: (a: Telling, b: Telling) => SharedSentence | undefined
  /** Whether two reports share so much that one rests on the other. */
  readonly isOneText: (a: Telling, b: Telling) => boolean
  /** In how many tellings an entity takes part. */
  readonly frequencyOf: (entityId: string) => number
  /** In how many reports the tellings name something with this stem. */
  readonly namedIn: (stem: string) => number
}

/** How much speaks for two tellings being one event. `refused`: why they cannot be. */
export interface TellingVerdict {
  readonly score: number
  /** Kinds of evidence that speak for it: at least two are needed. */
  readonly kinds: number
  readonly refused: string | undefined
  readonly why: string
  /** Something tells which event it is: a day, a name, a number, the same words. A place and a likeness do not. */
  readonly identified: boolean
  /** A place speaks for it. */
  readonly placed: boolean
  /** Only the days disagree, by one, or by whole years in a report that rests on the other: the same event told with two dates. */
  readonly nextDay: boolean
  /** Both are what their reports are about, and the reports tell one story. */
  readonly sameNews: boolean
}

const RANK: readonly TypeRelation[] = ["same", "wider", "compatible", "conflict", "apart"]
const PLACE_RANK: readonly PlaceRelation[] = ["same", "near", "inside", "namesake", "unknown", "apart"]
/** Reports this close in days are likely to tell the same news; ones further apart than the second are not. */
const SOON_DAYS = 10
const LATE_DAYS = 45
/** A name in the tellings of more reports than this tells no event from another. */
const RARE = 8
const PLANS = new Set(["planned", "foiled", "threatened"])
/** Told in a way that goes with a plan and with an event. */
const UNSURE = new Set(["attempted", "hypothetical"])

/** Weighs two tellings: type, days, place, who, how many, words. */
export function compareTellings(a: Telling, b: Telling, evidence: TellingEvidence): TellingVerdict {
  const refuse = (why: string): TellingVerdict => ({
    score: 0,
    kinds: 0,
    refused: why,
    why,
    identified: false,
    placed: false,
    nextDay: false,
    sameNews: false,
  })
  // What is the same within a report has been gathered before.
  if (a.report.id === b.report.id && isDeed(a) && isDeed(b)) return refuse("the report tells them apart")
  const news = sharedNews(a, b)
  const type = bestType(a, b, evidence.pack)
  if (type === "apart") return refuse("kinds of event that do not go together")
  if (isPlan(a) !== isPlan(b) && !UNSURE.has(a.status) && !UNSURE.has(b.status))
    return refuse("one is a plan, the other happened")
  const days = compareDays(a.days, b.days)
  const once = isOnce(a, b)
  const slip = days === "apart" && isOtherYear(a.days!, b.days!) && evidence.isOneText(a, b)
  if (days === "apart" && !once && !slip && news !== "same")
    return refuse(`another date: ${dayText(a.days!)} and ${dayText(b.days!)}`)
  if (isToldBefore(a, b) || isToldBefore(b, a)) return refuse("a report published before it cannot tell it")
  const place = bestPlace(a.places, b.places)
  if (place.relation === "apart" && (news !== "same" || place.a!.country !== place.b!.country))
    return refuse(`another place: ${place.a!.name} and ${place.b!.name}`)
  const reasons: string[] = []
  let score = 0
  let kinds = 0
  const add = (points: number, why: string): void => {
    score += points
    if (0.5 <= points) kinds++
    reasons.push(why)
  }
  score += { same: 1, wider: 0.5, compatible: 0, conflict: -2, apart: 0 }[type]
  if (days === "same") add(3, `both on ${dayText(a.days!)}`)
  else if (days === "overlap")
    add(widthOf(a, b) <= 31 ? 1.5 : 0.75, `${dayText(a.days!)} goes with ${dayText(b.days!)}`)
  if (once) add(3, "a group is founded once")
  if (slip) reasons.push(`another year, ${dayText(a.days!)} and ${dayText(b.days!)}, in two reports of one text`)
  if (days === "next") reasons.push(`a day apart, ${dayText(a.days!)} and ${dayText(b.days!)}`)
  if (place.relation === "same") add(isPoint(place.a!) ? 2 : 0.5, `both in ${place.a!.name}`)
  else if (place.relation === "near") add(1.5, `${place.a!.name} is near ${place.b!.name}`)
  else if (place.relation === "inside")
    add(
      place.a!.precision === "country" || place.b!.precision === "country" ? 0.5 : 1,
      `${place.a!.name} and ${place.b!.name} hold one another`,
    )
  else if (
    place.relation === "unknown" &&
    place.a !== undefined &&
    place.a.country !== undefined &&
    place.a.country === place.b!.country
  ) {
    score += 0.5
    reasons.push(`both in ${place.a.country}`)
  }
  if (place.relation === "unknown") {
    const named = namedBeside(a, b) ?? namedBeside(b, a)
    if (named !== undefined) add(1, `${named} is named in the other's sentence`)
  }
  const placed = place.relation !== "unknown" || reasons.some(reason => reason.includes("is named in the other"))
  const located = score
  addWeekday(a, b, add)
  addMonth(a, b, add)
  addParticipants(a, b, evidence, add)
  addCounts(a, b, add)
  const named = located < score
  const called = [...a.places, ...b.places].flatMap(item => contentStems(item.name))
  const names = sharedNames(a, b, evidence).filter(stem => !called.includes(stem))
  if (0 < names.length) add([0.5, 1.5, 2][Math.min(3, names.length) - 1]!, `${asWritten(names, a)} named in both`)
  score += nearness(a, b, named, reasons)
  const shared = evidence.sharedBetween(a, b)
  // A sentence may tell two events: its words prove nothing for a bombing and a shooting.
  if (shared && type === "conflict") reasons.push("one sentence tells both")
  else if (shared && shared.kind !== "paraphrase")
    add(Math.min(a.sentences.length, b.sentences.length) <= 2 ? 3 : 2, "told in the same words")
  else if (shared) add(1.5, "told in similar words")
  else {
    const { dice } = evidence.index.compare(toText(a), toText(b))
    if (0.18 <= dice) add(dice < 0.28 ? 0.5 : dice < 0.45 ? 1 : 1.5, "described alike")
  }
  if (news === "same") add(4, "the news of two reports of one story")
  else if (isOtherStory(a, b)) {
    // One kind of deed in one town on one day is one event where anything else speaks for it: elsewhere two stories are two events.
    const sameDay = days === "same" || (days === "overlap" && widthOf(a, b) <= 31)
    const sameTown = place.relation === "same" && isPoint(place.a!)
    if (!(sameDay && sameTown && 1 <= score - located)) {
      score -= OTHER_STORY
      reasons.push("the reports tell two stories")
    }
  }
  const identified = once || named || news === "same" || days === "same" || days === "overlap" || shared !== undefined
  return {
    score,
    kinds,
    identified,
    placed,
    refused: undefined,
    why: reasons.join("; "),
    nextDay: days === "next" || slip,
    sameNews: news === "same",
  }
}

/** True for the same days of two years: "last January" in a rewrite of "in January". */
function isOtherYear(a: DayRange, b: DayRange): boolean {
  const [one, two] = [a, b].map(days =>
    [edtfOfDay(days.first), edtfOfDay(days.last)].map(day => day.slice(5)).join("/"),
  )
  return one === two && a.last - a.first <= 31
}

/** What two stories weigh against one event: more than a day. Chosen on shooting reports, where the stories of reports are known. */
const OTHER_STORY = 3.25

/** The words of a telling that have these stems, for people. */
function asWritten(stems: readonly string[], { words }: Telling): string {
  const found = stems.map(stem => words.find(word => word.stem === stem))
  return found
    .flatMap((word, at) =>
      word?.capital ? word.plain.replace(/^./u, first => first.toUpperCase()) : (word?.plain ?? stems[at]!),
    )
    .join(", ")
}

/** Names in the sentences of both that hardly another report has, as stems. */
function sharedNames(a: Telling, b: Telling, { namedIn }: TellingEvidence): string[] {
  return a.names.filter(stem => b.names.includes(stem) && namedIn(stem) <= RARE)
}

/** True when the reports of the two tell two stories. */
function isOtherStory(a: Telling, b: Telling): boolean {
  return a.report.id !== b.report.id && a.story !== undefined && b.story !== undefined && a.story !== b.story
}

/** Whether the two are what their reports are about, and the reports tell one story or two. */
function sharedNews(a: Telling, b: Telling): "same" | "other" | undefined {
  if (!a.isMain || !b.isMain || a.report.id === b.report.id) return undefined
  if (a.story === undefined || b.story === undefined) return undefined
  return a.story === b.story ? "same" : "other"
}

/** True for what can happen only once to the same group: two dates of it are a contradiction, not two events. */
export function isOnce(a: Telling, b: Telling): boolean {
  return a.family === "founding" && b.family === "founding" && a.founded !== undefined && a.founded === b.founded
}

/** True when `a` is known to have happened after the report of `b` was published. A plan may be told before. */
function isToldBefore(a: Telling, b: Telling): boolean {
  const published = b.report.publishedDays
  return a.days !== undefined && published !== undefined && b.status === "occurred" && published.last + 1 < a.days.first
}

/** News is told soon after it happened: what a fresh report tells without a date is no event of another month. */
function nearness(a: Telling, b: Telling, named: boolean, reasons: string[]): number {
  if (a.days !== undefined && b.days !== undefined) return 0
  const dayOf = (telling: Telling): number | undefined =>
    telling.days?.last ?? (telling.background ? undefined : telling.report.publishedDays?.first)
  const one = dayOf(a)
  const two = dayOf(b)
  if (one === undefined || two === undefined) return 0
  const gap = Math.abs(one - two)
  if (gap <= SOON_DAYS) return 0.5
  if (gap <= LATE_DAYS) return 0
  reasons.push(`${gap} days apart`)
  const later = a.days !== undefined ? b : b.days !== undefined ? a : two < one ? a : b
  // A report of a trial tells of what happened long ago.
  if (!later.isFresh) return -1
  // A name or number in common may be background that does not say so.
  return named ? -1 : -4
}

/** True for a plan that is not told as carried out. */
export function isPlan(telling: Telling): boolean {
  return PLANS.has(telling.status) || (telling.status !== "occurred" && telling.types.every(type => type === "plot"))
}

/** The name of a place of `a` that stands in a sentence of `b`, when `b` has no such place itself. */
function namedBeside(a: Telling, b: Telling): string | undefined {
  return a.places.find(place => {
    const stems = wordsOf(place.name).flatMap(word => (word.empty ? [] : [word.stem]))
    return isPoint(place) && 0 < stems.length && stems.every(stem => b.stems.includes(stem))
  })?.name
}

/** A month named without a year, and the month of the other's date. */
function addMonth(a: Telling, b: Telling, add: (points: number, why: string) => void): void {
  if ((a.days === undefined) === (b.days === undefined)) return
  const { days } = a.days ? a : b
  const named = (a.days ? b : a).month
  if (named === undefined || days!.last - days!.first > 31) return
  const months = [days!.first, days!.last].map(day => Number(edtfOfDay(day).slice(5, 7)))
  if (months.includes(named)) add(0.75, "the same month is named")
  else add(-0.75, "another month is named")
}

/** A day of the week that both name, or that is the day of the other's date. */
function addWeekday(a: Telling, b: Telling, add: (points: number, why: string) => void): void {
  if (a.weekday === undefined && b.weekday === undefined) return
  const dayOf = ({ days, weekday }: Telling): number | undefined =>
    days && days.first === days.last ? (days.first + 4) % 7 : days ? undefined : weekday
  const one = dayOf(a)
  const two = dayOf(b)
  if (one === undefined || two === undefined || (a.days !== undefined && b.days !== undefined)) return
  if (one === two) add(1, "the same day of the week")
  else add(-1.5, "another day of the week")
}

function addParticipants(
  a: Telling,
  b: Telling,
  evidence: TellingEvidence,
  add: (points: number, why: string) => void,
): void {
  const actor = a.actors.find(id => b.actors.includes(id))
  if (actor !== undefined) add(evidence.frequencyOf(actor) <= 4 ? 1 : 0.25, "the same actor")
  const person = a.people.find(id => b.people.includes(id))
  if (person !== undefined) add(evidence.frequencyOf(person) <= 8 ? 1.5 : 0.5, "the same person is named")
  const target = a.targets.find(id => b.targets.includes(id))
  if (target !== undefined) add(evidence.frequencyOf(target) <= 6 ? 1.5 : 0.5, "the same target")
  else {
    const stems = a.targetStems.filter(stem => b.targetStems.includes(stem))
    if (0 < stems.length && Math.min(a.targetStems.length, b.targetStems.length) <= 2 * stems.length)
      add(1, `the same target (${asWritten(stems, a)})`)
  }
}

function addCounts(a: Telling, b: Telling, add: (points: number, why: string) => void): void {
  for (const one of a.counts)
    for (const two of b.counts)
      if (
        one.slot === two.slot &&
        one.count.low === two.count.low &&
        3 <= one.count.low &&
        one.count.qualifier !== "vague"
      ) {
        add(one.count.low < 10 ? 0.75 : 1.5, `the same number ${one.slot}, ${countInWords(one.count)}`)
        return
      }
}

/** The closest relation between any two of their kinds. */
export function bestType(a: Telling, b: Telling, pack: CasePack): TypeRelation {
  let best: TypeRelation = "apart"
  // "The attack" says nothing where both tell elsewhere how it was done.
  const [typesA, typesB] = [a, b].map(telling => telling.types.filter(type => tellsHow(type, pack)))
  const both = 0 < typesA!.length && 0 < typesB!.length
  for (const one of both ? typesA! : a.types)
    for (const two of both ? typesB! : b.types) {
      const relation = compareTypes(one, two, pack)
      if (RANK.indexOf(relation) < RANK.indexOf(best)) best = relation
    }
  return best
}

/** The closest relation between any two of their places. */
export function bestPlace(
  as: readonly Place[],
  bs: readonly Place[],
): { relation: PlaceRelation; a: Place | undefined; b: Place | undefined } {
  let best: { relation: PlaceRelation; a: Place | undefined; b: Place | undefined } | undefined
  for (const a of as)
    for (const b of bs) {
      const relation = comparePlaces(a, b)
      if (best === undefined || PLACE_RANK.indexOf(relation) < PLACE_RANK.indexOf(best.relation))
        best = { relation, a, b }
    }
  return best ?? { relation: "unknown", a: undefined, b: undefined }
}

/** How the days of two tellings lie to each other. */
export function compareDays(
  a: DayRange | undefined,
  b: DayRange | undefined,
): "same" | "overlap" | "next" | "apart" | "unknown" {
  if (a === undefined || b === undefined) return "unknown"
  if (a.first === a.last && a.first === b.first && b.first === b.last) return "same"
  if (a.first <= b.last && b.first <= a.last) return "overlap"
  const gap = Math.max(a.first - b.last, b.first - a.last)
  return gap <= 1 && a.last - a.first <= 1 && b.last - b.first <= 1 ? "next" : "apart"
}

function widthOf(a: Telling, b: Telling): number {
  return Math.max(a.days!.last - a.days!.first, b.days!.last - b.days!.first)
}

function dayText(days: DayRange): string {
  return days.first === days.last ? edtfOfDay(days.first) : `${edtfOfDay(days.first)}/${edtfOfDay(days.last)}`
}

function toText(telling: Telling): { id: string; group: string; words: Telling["words"]; stems: Telling["stems"] } {
  return { id: telling.id, group: telling.report.id, words: telling.words, stems: telling.stems }
}
