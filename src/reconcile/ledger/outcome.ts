import type { Incident, Warning } from "../../core/casefile.ts"
import { type DayRange, daysOf } from "../../core/edtf.ts"
import type { Place } from "../../core/value.ts"
import { bestPlace } from "../incidents/compare-tellings.ts"
import { isPoint } from "../places.ts"
import { sortBy, unique } from "../union.ts"
import { wordsOf } from "../words.ts"
import type { WarningView } from "./join-warnings.ts"

/** What came of a warning. */
export interface Outcome {
  readonly outcome: Warning["outcome"]
  readonly incidents: Warning["incidents"]
}

/** What a warning spoke of. `target`: the words of threat and target. */
export interface WarningSubject {
  readonly actor: string | undefined
  /** All names of the actor: they say nothing about the target. */
  readonly actorNames: readonly string[]
  readonly places: readonly Place[]
  readonly target: string
  readonly isNotice: boolean
  /** An advisory or assessment: it speaks of an actor in general, without a day. */
  readonly isGeneral: boolean
  /** Countries its sentences name, without that of the issuer: the danger is there. */
  readonly countries: readonly string[]
  /** It speaks of a coming event by name, such as a tournament. */
  readonly ofComingEvent: boolean
  /** Days that its own sentences name and that lie ahead of them. */
  readonly ahead: readonly DayRange[]
  /** The sentences that tell it: a town named there is where it was feared. */
  readonly told: string
}

/** From this much evidence on, an incident is what was warned of; from the second on, without doubt. */
const LINKED = 2
const FULFILLED = 2.3
/** Without a horizon, an incident later than this many days after the warning is not what it spoke of. */
const LONGEST_WITHOUT_HORIZON = 120
/** A warning whose horizon ended longer ago than this many days says nothing about an incident. */
const GRACE_DAYS = 3

/** An incident prepared for comparing with warnings. */
export interface IncidentView {
  readonly incident: Incident
  readonly days: DayRange | undefined
  readonly places: readonly Place[]
  readonly actors: readonly string[]
  readonly stems: ReadonlySet<string>
}

/** Prepares the incidents of violence that a warning can have spoken of. */
export function toIncidentViews(incidents: readonly Incident[], isViolence: (type: string) => boolean): IncidentView[] {
  return incidents.flatMap(incident => {
    if (!isViolence(incident.type)) return []
    const values = incident.facts.flatMap(fact =>
      fact.positions.map(position => ({ slot: fact.slot, value: position.value })),
    )
    const words = [
      ...incident.mentions.map(mention => mention.evidence.text),
      ...values.flatMap(({ slot, value }) => (slot === "target" || slot === "where" ? [value.text] : [])),
      incident.title,
    ]
    return [
      {
        incident,
        days: incident.when === null ? undefined : daysOf(incident.when.edtf),
        places: values.flatMap(({ value }) => (value.kind === "place" ? [value] : [])),
        actors: unique(
          values.flatMap(({ slot, value }) => (value.kind === "entity" && slot !== "target" ? [value.entityId] : [])),
        ),
        stems: new Set(words.flatMap(text => wordsOf(text).flatMap(word => (word.empty ? [] : [word.stem])))),
      },
    ]
  })
}

/** Links one warning (all its tellings) to later incidents and says what came of it. `newest`: last day on which a report of the case was published. */
export function outcomeOf(
  views: readonly WarningView[],
  subject: WarningSubject,
  incidents: readonly IncidentView[],
  newest: number | undefined,
): Outcome {
  const issued = narrowest(views.flatMap(view => view.issued ?? []))
  const horizon = narrowest(views.flatMap(view => view.horizon ?? []))
  const explicit = new Set(views.flatMap(view => view.before))
  const scored = incidents.flatMap(view => {
    const { incident, days } = view
    if (days && issued && days.last < issued.first) return []
    const lead = days && issued ? { low: Math.max(0, days.first - issued.last), high: days.last - issued.first } : null
    if (explicit.has(incident.id))
      return [{ view, score: 5, sure: true, lead, why: "a report says that it came before this" }]
    if (incident.background) return []
    if (!days || !issued || !lead) {
      // A notice is told as given in the past; when its day is unknown, only the place and what it named can tell.
      if (!subject.isNotice) return []
    } else {
      // A warning of the same day or given after it began would be news, not a warning.
      if (days.first === issued.first && days.last === issued.last) return []
      if (horizon ? horizon.last + GRACE_DAYS < days.first : LONGEST_WITHOUT_HORIZON < lead.low) return []
    }
    const { score, sure, why } = fit(view, subject, horizon, issued)
    return score < LINKED ? [] : [{ view, score, sure, lead, why }]
  })
  const sorted = sortBy(
    scored,
    item => -item.score,
    item => item.view.incident.id,
  )
  const best = sorted.filter(
    item => item.score === 5 || (sorted[0]!.score !== 5 && sorted[0]!.score <= item.score + 0.25),
  )
  const links = best.map(({ view, lead, why }) => ({ id: view.incident.id, leadDays: lead, why }))
  if (best.length === 0) return { outcome: withoutIncident(horizon, newest, subject), incidents: [] }
  const statuses = best.map(item => item.view.incident.status)
  if (statuses.includes("occurred")) return { outcome: sorted[0]!.sure ? "fulfilled" : "partly", incidents: links }
  return {
    outcome: statuses.some(status => status === "foiled" || status === "attempted") ? "averted" : "unknown",
    incidents: links,
  }
}

/** How well an incident fits what was warned of: horizon, place, actor, target. Without its place or its target it is another attack, whoever did it. */
function fit(
  view: IncidentView,
  subject: WarningSubject,
  horizon: DayRange | undefined,
  issued: DayRange | undefined,
): { score: number; sure: boolean; why: string } {
  let score = 0
  const reasons: string[] = []
  const inTime =
    horizon !== undefined &&
    view.days !== undefined &&
    horizon.first <= view.days.last &&
    view.days.first <= horizon.last
  if (inTime) {
    score += 1
    reasons.push("within its horizon")
  }
  const place = bestPlace(subject.places, view.places)
  const told = new Set(wordsOf(subject.told).map(word => word.stem))
  const named =
    place.relation === "unknown" ? view.places.find(item => isPoint(item) && isNamedIn(item, told)) : undefined
  const isThere =
    named !== undefined || place.relation === "same" || place.relation === "near" || place.relation === "inside"
  if (place.relation === "apart") return { score: 0, sure: false, why: "another place" }
  if (isThere) {
    const country = named === undefined && (place.a!.precision === "country" || place.b!.precision === "country")
    score += country ? 0.75 : 1.25
    // A notice names a place because something is feared there.
    if (!country && subject.isNotice) score += 0.5
    reasons.push(`in ${(named ?? place.a!).name}`)
  }
  const isActor = subject.actor !== undefined && view.actors.includes(subject.actor)
  if (isActor) {
    score += 1
    reasons.push("by the actor it named")
  }
  const names = [...subject.places.map(item => item.name), ...subject.actorNames]
  const known = new Set(wordsOf(names.join(" ")).map(word => word.stem))
  const stems = unique(
    wordsOf(subject.target).flatMap(word =>
      word.empty || word.plain.length < 3 || GENERIC.has(word.plain) || known.has(word.stem) ? [] : [word.stem],
    ),
  )
  const common = stems.filter(stem => view.stems.has(stem))
  if (0 < common.length) {
    score += common.length === 1 ? 0.5 : 1
    reasons.push(`of what it named (${common.slice(0, 4).join(", ")})`)
  }
  const isMeant = 2 <= common.length || (isActor && inTime && 1 <= common.length)
  const before = issued !== undefined && view.days !== undefined && issued.last < view.days.first
  const elsewhere =
    0 < subject.countries.length &&
    !view.places.some(item => item.country !== undefined && subject.countries.includes(item.country))
  if (isActor && before && horizon === undefined && subject.isGeneral && subject.places.length === 0 && !elsewhere)
    return {
      score: LINKED + (3 <= view.incident.reports.length ? 0.3 : 0) + 0.1 * common.length,
      sure: 0 < common.length,
      why: `${reasons.join(", ")}, issued before it without a place or a day`,
    }
  if (!isThere && !isMeant) return { score: 0, sure: false, why: "neither place nor target" }
  // Of two incidents that fit, the one the reports are about is meant.
  if (3 <= view.incident.reports.length) score += 0.3
  return { score, sure: FULFILLED <= score || (isThere && (inTime || subject.isNotice)), why: reasons.join(", ") }
}

function isNamedIn(place: Place, stems: ReadonlySet<string>): boolean {
  const own = wordsOf(place.name).flatMap(word => (word.empty ? [] : [word.stem]))
  return 0 < own.length && own.every(stem => stems.has(stem))
}

/** Words that every warning has. Source: English of security notices; Apache-2.0. */
const GENERIC = new Set(
  "bomb bombs bombing bombings day days minister ministers official officials says said government attack attacks attacking possible planned imminent threat threats terrorist terror terrorism strike strikes plot plots violence risk danger warning people citizens large area areas plans hit likely potential".split(
    " ",
  ),
)

function withoutIncident(
  horizon: DayRange | undefined,
  newest: number | undefined,
  subject: WarningSubject,
): Warning["outcome"] {
  if (newest !== undefined && subject.ofComingEvent) {
    // The day of the event, when its sentences name it; else the event is to come while the news of it is fresh.
    if (subject.ahead.some(days => newest < days.first)) return "open"
    if (!horizon && subject.ahead.length === 0) return "open"
  }
  if (!horizon || newest === undefined) return "unknown"
  return newest <= horizon.last ? "open" : "expired"
}

/** The most exact of several stretches. */
function narrowest(ranges: readonly DayRange[]): DayRange | undefined {
  return sortBy(
    ranges,
    range => range.last - range.first,
    range => range.first,
  )[0]
}
