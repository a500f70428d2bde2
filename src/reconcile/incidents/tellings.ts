import type { DayRange } from "../../core/edtf.ts"
import { daysOf } from "../../core/edtf.ts"
import type { EventMention, SlotFill } from "../../core/reading.ts"
import type { Status } from "../../core/status.ts"
import type { Count, Place } from "../../core/value.ts"
import { type CaseReport, type CaseSentence, sentenceAt } from "../case-report.ts"
import type { CasePack } from "../options.ts"
import { groupBy, sortBy, Union, unique } from "../union.ts"
import { type Word, wordsOf } from "../words.ts"
import { familyOf, leafOf } from "./event-types.ts"

/** One event as one report tells it: all its mentions there that are known to be the same. */
export interface Telling {
  readonly id: string
  readonly report: CaseReport
  readonly mentions: readonly EventMention[]
  readonly types: readonly string[]
  readonly family: string
  readonly status: Status
  readonly background: boolean
  readonly plural: boolean
  /** Days it may have happened on, from its most exact time; undefined when unknown. */
  readonly days: DayRange | undefined
  readonly places: readonly Place[]
  /** Case entity ids: who did it or is said to have done it, and whom or what it was done to. */
  readonly actors: readonly string[]
  readonly targets: readonly string[]
  readonly counts: readonly { readonly slot: string; readonly count: Count }[]
  readonly sentences: readonly CaseSentence[]
  /** Words of description and sentence. */
  readonly words: readonly Word[]
  readonly stems: readonly string[]
  /** Stems of the words that name the target. */
  readonly targetStems: readonly string[]
}

const ACTOR_SLOTS = new Set(["perpetrator", "claimed-by", "blamed-on", "agent", "party"])
const TARGET_SLOTS = new Set(["target", "victim", "victims"])

/** How real a status is: of two tellings of one event in one report the realer one counts. */
export const STATUS_ORDER: readonly Status[] = [
  "occurred",
  "attempted",
  "foiled",
  "planned",
  "alleged",
  "threatened",
  "denied",
  "negated",
  "hypothetical",
]

/** Joins the mentions of each report that say themselves that they are the same, and gathers what they tell. */
export function toTellings(
  reports: readonly CaseReport[],
  pack: CasePack,
  entityIdOf: (reportId: string, localId: string) => string,
  excluded: ReadonlySet<string>,
): Telling[] {
  const tellings = reports.flatMap(report => {
    const mentions = report.reading.events.filter(mention => !excluded.has(mention.id))
    const byId = new Map(mentions.map(mention => [mention.id, mention]))
    const union = new Union()
    for (const mention of mentions)
      if (mention.sameAs !== undefined && byId.has(mention.sameAs)) union.join(mention.id, mention.sameAs)
    return [...groupBy(mentions, mention => union.root(mention.id)).values()].map(group =>
      toTelling(report, group, pack, entityIdOf),
    )
  })
  return sortBy(tellings, telling => telling.id)
}

function toTelling(
  report: CaseReport,
  group: readonly EventMention[],
  pack: CasePack,
  entityIdOf: (reportId: string, localId: string) => string,
): Telling {
  const mentions = sortBy(
    group,
    mention => mention.trigger.span.start,
    mention => mention.id,
  )
  const fills = mentions.flatMap(mention => mention.fills)
  const real = fills.filter(fill => fill.status !== "denied" && fill.status !== "negated")
  const sentences = unique(mentions.flatMap(mention => sentenceAt(report, mention.trigger.span.start) ?? []))
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
    days: daysFrom(real),
    places: placesFrom(real),
    actors: entities(ACTOR_SLOTS),
    targets: entities(TARGET_SLOTS),
    counts: real.flatMap(fill => (fill.value.kind === "count" ? [{ slot: fill.slot, count: fill.value }] : [])),
    sentences,
    words,
    stems: unique(words.flatMap(word => (word.empty ? [] : [word.stem]))),
    targetStems: unique(
      real.flatMap(fill =>
        TARGET_SLOTS.has(fill.slot) && fill.value.kind !== "time" && fill.value.kind !== "count"
          ? wordsOf(fill.value.text).flatMap(word => (word.empty ? [] : [word.stem]))
          : [],
      ),
    ),
  }
}

/** The most exact stretch of days among the times of the event. */
function daysFrom(fills: readonly SlotFill[]): DayRange | undefined {
  const ranges = fills.flatMap(fill =>
    fill.slot === "when" && fill.value.kind === "time" ? (daysOf(fill.value.edtf) ?? []) : [],
  )
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

/** True when the days are known to a week or better. */
export function isDated(telling: Telling): boolean {
  return telling.days !== undefined && telling.days.last - telling.days.first <= 7
}
