import type { DayRange } from "../../core/edtf.ts"
import { daysOf } from "../../core/edtf.ts"
import { type EventMention, isSaying, type SlotFill } from "../../core/reading.ts"
import { contains } from "../../core/span.ts"
import type { Place } from "../../core/value.ts"
import { wordsOf } from "../../core/words.ts"
import { type CaseReport, type CaseSentence, sentenceAt } from "../case-report.ts"
import { isLoose, SLACK_DAYS } from "../facts/values.ts"
import type { CasePack } from "../options.ts"
import { comparePlaces } from "../places.ts"
import { groupBy, sortBy, Union, unique } from "../union.ts"
import { findMonth, findWeekday, isCalendar } from "../weekdays.ts"
import { isAnybody } from "./anybody.ts"
import { familyOf, followsDeed, isWords, leafOf } from "./event-types.ts"
import { gatherRetold } from "./gather-retold.ts"
import { STATUS_ORDER, TARGET_SLOTS, type Telling } from "./telling.ts"
import { unmixFills } from "./unmix-fills.ts"

/** What ends a plan when it is told in one breath with it. Source: keys of the pack of political violence; Apache-2.0. */
const ENDS_PLANS = new Set(["arrest", "raid"])
const ACTOR_SLOTS = new Set(["perpetrator", "claimed-by", "blamed-on", "agent", "party"])

/** Joins the mentions of each report that say themselves that they are the same, and gathers what they tell. */
export function toTellings(
  reports: readonly CaseReport[],
  pack: CasePack,
  entityIdOf: (reportId: string, localId: string) => string,
  excluded: ReadonlySet<string>,
  storyOf: (reportId: string) => string | undefined,
): Telling[] {
  const tellings = reports.flatMap(report => {
    const mentions = report.reading.events.filter(mention => !excluded.has(mention.id) && !isWords(mention))
    const byId = new Map(mentions.map(mention => [mention.id, mention]))
    const union = new Union()
    for (const mention of mentions) {
      const first = mention.sameAs === undefined ? undefined : byId.get(mention.sameAs)
      // A retelling with another day or town is another event, whatever the words that link them.
      if (first && !excludeEachOther(mention, first)) union.join(mention.id, first.id)
    }
    const main = mainOf(mentions, pack)
    const make = (group: readonly EventMention[]): Telling =>
      toTelling(report, group, group.includes(main!), pack, entityIdOf, storyOf)
    const told = [...groupBy(mentions, mention => union.root(mention.id)).values()].map(make)
    return gatherRetold(told, pack).map(set =>
      set.length === 1 ? set[0]! : make(set.flatMap(telling => telling.mentions)),
    )
  })
  return sortBy(tellings, telling => telling.id)
}

/** The first event that is told as news; undefined where several are told in one word ("the attacks in Varn and Orsa"): no one of them is what the report is about. */
function mainOf(mentions: readonly EventMention[], pack: CasePack): EventMention | undefined {
  const [first, second] = sortBy(
    mentions.filter(({ background, plural, status }) => !background && !plural && status === "occurred"),
    mention => (followsDeed(familyOf(leafOf(mention), pack)) ? 1 : 0),
    mention => mention.trigger.span.start,
    mention => mention.id,
  )
  return first && second?.trigger.span.start === first.trigger.span.start ? undefined : first
}

/** True when the two are told with days or places that cannot both hold. */
function excludeEachOther(a: EventMention, b: EventMention): boolean {
  const fillsA = unmixFills(a)
  const fillsB = unmixFills(b)
  const one = daysFrom(fillsA)
  const two = daysFrom(fillsB)
  if (one && two && (one.last < two.first - 1 || two.last < one.first - 1)) return true
  const here = placesFrom(fillsA)
  const there = placesFrom(fillsB)
  return (
    0 < here.length &&
    0 < there.length &&
    here.every(place => there.every(other => comparePlaces(place, other) === "apart"))
  )
}

function toTelling(
  report: CaseReport,
  group: readonly EventMention[],
  isMain: boolean,
  pack: CasePack,
  entityIdOf: (reportId: string, localId: string) => string,
  storyOf: (reportId: string) => string | undefined,
): Telling {
  const mentions = sortBy(
    group,
    mention => mention.trigger.span.start,
    mention => mention.id,
  )
  const fills = mentions.flatMap(unmixFills)
  const real = fills.filter(fill => fill.status !== "denied" && fill.status !== "negated")
  const sentences = unique(mentions.flatMap(mention => sentenceAt(report, mention.trigger.span.start) ?? []))
  const own = ownSentences(report, sentences, group)
  const words = [
    ...mentions.flatMap(mention => wordsOf(mention.description.text)),
    ...sentences.flatMap(sentence => sentence.words),
  ]
  const entities = (slots: ReadonlySet<string>): string[] =>
    unique(
      real.flatMap(fill =>
        slots.has(fill.slot) && fill.value.kind === "entity" ? [entityIdOf(report.id, fill.value.entityId)] : [],
      ),
    ).sort()
  const first = mentions[0]!
  return {
    id: `${report.id} ${first.id}`,
    report,
    mentions,
    types: unique(mentions.map(leafOf)).sort(),
    family: familyOf(leafOf(first), pack),
    status: sortBy(mentions, mention => STATUS_ORDER.indexOf(mention.status))[0]!.status,
    background: mentions.every(mention => mention.background),
    plural: mentions.every(mention => mention.plural),
    isMain,
    isFresh:
      mentions.some(mention => !mention.background) &&
      !report.reading.events.some(event => followsDeed(familyOf(leafOf(event), pack))),
    story: storyOf(report.id),
    withArrest: mentions.some(mention =>
      report.reading.events.some(
        other =>
          ENDS_PLANS.has(other.type) && other.status === "occurred" && other.sentence.start === mention.sentence.start,
      ),
    ),
    overDeed: mentions.flatMap(mention => deedsOf(mention, report, pack)),
    byLand: real.some(fill => fill.slot === "agent" && fill.value.kind === "text" && namesLand(report, fill)),
    isWarning: mentions.every(
      mention =>
        mention.status !== "occurred" &&
        mention.status !== "foiled" &&
        report.reading.warnings.some(warning =>
          warning.evidence.some(
            evidence => evidence.span.start < mention.sentence.end && mention.sentence.start < evidence.span.end,
          ),
        ),
    ),
    days: daysFrom(real),
    places: placesFrom(real),
    month: findMonth(sentences.map(sentence => sentence.text).join(" ")),
    weekday: weekdayOf(mentions),
    actors: entities(ACTOR_SLOTS),
    targets: entities(TARGET_SLOTS),
    counts: real.flatMap(fill => (fill.value.kind === "count" ? [{ slot: fill.slot, count: fill.value }] : [])),
    sentences,
    words,
    stems: unique(words.flatMap(word => (word.empty ? [] : [word.stem]))),
    names: unique(
      words.flatMap(word =>
        word.capital && !word.empty && !/^\d/.test(word.stem) && !isCalendar(word.plain) ? [word.stem] : [],
      ),
    ),
    founded: entities(new Set(["party"]))[0],
    people: peopleIn(report, own, entityIdOf),
    targetStems: unique(
      real.flatMap(fill =>
        TARGET_SLOTS.has(fill.slot) && fill.value.kind !== "time" && fill.value.kind !== "count"
          ? wordsOf(fill.value.text).flatMap(word => (word.empty || isAnybody(word) ? [] : [word.stem]))
          : [],
      ),
    ),
  }
}

/** Of an arrest the deeds in its sentence that were told before, or that day and place tell. */
function deedsOf(mention: EventMention, report: CaseReport, pack: CasePack): string[] {
  if (mention.type !== "arrest") return []
  return report.reading.events
    .filter(
      other =>
        other.sentence.start === mention.sentence.start &&
        other.status === "occurred" &&
        !other.plural &&
        familyOf(leafOf(other), pack) === "violence" &&
        (other.sameAs !== undefined || other.fills.some(({ slot }) => slot === "where" || slot === "when")),
    )
    .map(({ id }) => id)
}

/** True when the words hold an adjective of a land or people. */
function namesLand({ reading }: CaseReport, { evidence }: SlotFill): boolean {
  return reading.entities.some(
    ({ type, mentions }) => type === "nationality" && mentions.some(({ span }) => contains(evidence.span, span)),
  )
}

/** The sentences that tell of nothing but this event: what else they name belongs to it. */
function ownSentences(
  report: CaseReport,
  sentences: readonly CaseSentence[],
  group: readonly EventMention[],
): CaseSentence[] {
  const ids = new Set(group.map(mention => mention.id))
  return sentences.filter(
    ({ span }) =>
      !report.reading.events.some(
        other => !ids.has(other.id) && span.start <= other.trigger.span.start && other.trigger.span.end <= span.end,
      ),
  )
}

/** Persons named in the sentences of a telling. Who speaks in the report is mostly no part of the event. */
function peopleIn(
  report: CaseReport,
  sentences: readonly CaseSentence[],
  entityIdOf: (reportId: string, localId: string) => string,
): string[] {
  const speakers = new Set(report.reading.statements.filter(isSaying).map(statement => statement.speaker.entityId))
  const found = report.reading.entities
    .filter(entity => entity.type === "person" && entity.name.includes(" ") && !speakers.has(entity.id))
    .filter(entity =>
      entity.mentions.some(mention =>
        sentences.some(({ span }) => span.start <= mention.span.start && mention.span.end <= span.end),
      ),
    )
  return unique(found.map(entity => entityIdOf(report.id, entity.id))).sort()
}

/** The most exact stretch of days among the times of the event. */
function daysFrom(fills: readonly SlotFill[]): DayRange | undefined {
  const ranges = fills.flatMap(fill => {
    if (fill.slot !== "when" || fill.value.kind !== "time") return []
    const days = daysOf(fill.value.edtf)
    // "Last week" said on a Monday may mean the Friday before that week: reports do not count weeks from Monday.
    const slack = days && isLoose(fill.value) ? SLACK_DAYS : 0
    return days ? [{ first: days.first - slack, last: days.last + slack }] : []
  })
  return sortBy(
    ranges,
    range => range.last - range.first,
    range => range.first,
  )[0]
}

function placesFrom(fills: readonly SlotFill[]): Place[] {
  const where = fills.flatMap(fill => (fill.slot === "where" && fill.value.kind === "place" ? [fill.value] : []))
  const targets = fills.flatMap(fill => (fill.slot === "target" && fill.value.kind === "place" ? [fill.value] : []))
  return [...where, ...targets].filter(place => place.precision !== "unknown" || place.country !== undefined)
}

function weekdayOf(mentions: readonly EventMention[]): number | undefined {
  const texts = mentions.flatMap(mention => [
    mention.description.text,
    ...mention.fills.flatMap(fill => (fill.slot === "when" ? [fill.evidence.text] : [])),
  ])
  const days = unique(texts.flatMap(text => findWeekday(text)?.day ?? []))
  return days.length === 1 ? days[0] : undefined
}
