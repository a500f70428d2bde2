import type { DayRange } from "../../core/edtf.ts"
import type { EventMention } from "../../core/reading.ts"
import { contains } from "../../core/span.ts"
import type { Status } from "../../core/status.ts"
import type { Count, Place } from "../../core/value.ts"
import type { Word } from "../../core/words.ts"
import type { CaseReport, CaseSentence } from "../case-report.ts"
import { isPoint } from "../places.ts"

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
  /** What the report is about: the first event it tells as its own news. */
  readonly isMain: boolean
  /** News of the days before its report: nothing there follows on a deed, such as an arrest or a trial. */
  readonly isFresh: boolean
  /** The story its report tells; undefined when the report is too short to say. */
  readonly story: string | undefined
  /** Told in one sentence with an arrest. */
  readonly withArrest: boolean
  /** Of an arrest the mentions of the deed that one sentence tells with it: "the arrest of three suspects in Friday's attack". */
  readonly overDeed: readonly string[]
  /** By forces that are told by their land alone: "Turkish police". */
  readonly byLand: boolean
  /** Only the content of a warning: what was feared, not what was done. */
  readonly isWarning: boolean
  /** Days it may have happened on, from its most exact time; undefined when unknown. */
  readonly days: DayRange | undefined
  readonly places: readonly Place[]
  /** Month (1-12) that its words or its sentence name without a year; undefined when none or several are named. */
  readonly month: number | undefined
  /** Day of the week (0 Sunday) that its words name; undefined when none or several are named. */
  readonly weekday: number | undefined
  /** Case entity ids: who did it or is said to have done it, and whom or what it was done to. */
  readonly actors: readonly string[]
  readonly targets: readonly string[]
  readonly counts: readonly { readonly slot: string; readonly count: Count }[]
  readonly sentences: readonly CaseSentence[]
  /** Words of description and sentence. */
  readonly words: readonly Word[]
  readonly stems: readonly string[]
  /** Stems of the words with a capital letter among them. */
  readonly names: readonly string[]
  /** The group that was founded, as a case entity id. */
  readonly founded: string | undefined
  /** Persons named in its sentences, but not those who speak there: case entity ids. */
  readonly people: readonly string[]
  /** Stems of the words that name the target, without words for people in general. */
  readonly targetStems: readonly string[]
}

/** Slots of whom or what an event was done to. Source: keys of the pack of political violence; Apache-2.0. */
export const TARGET_SLOTS = new Set(["target", "victim", "victims"])

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

/** True when the day is known, or a night between two. */
export function isDated(telling: Telling): boolean {
  return telling.days !== undefined && telling.days.last - telling.days.first <= 1
}

/** How many of day and town it is told with: 0 to 2. */
export function settingOf(telling: Telling): number {
  return (isDated(telling) ? 1 : 0) + (telling.places.some(isPoint) ? 1 : 0)
}

/** Statuses of what may be told again: "accused of the shooting" tells the shooting. */
const DONE = new Set<Status>(["occurred", "attempted", "alleged"])

/** True for one deed told as done and as news: what tells such a deed in the same report either is it or says that it is another. */
export function isDeed(telling: Telling): boolean {
  return (
    telling.family === "violence" &&
    DONE.has(telling.status) &&
    !telling.plural &&
    !telling.background &&
    !telling.isWarning &&
    !isOnlySaid(telling)
  )
}

/** True for what nothing but a quotation tells, without anything to tell it by: "she has attacked the wrong people" may be no deed. */
function isOnlySaid(telling: Telling): boolean {
  if (0 < settingOf(telling) + telling.counts.length + telling.targets.length + telling.people.length) return false
  const said = telling.report.reading.statements.filter(statement => statement.kind !== "indirect")
  return telling.mentions.every(mention =>
    said.some(statement => statement.evidence.some(({ span }) => contains(span, mention.trigger.span))),
  )
}
