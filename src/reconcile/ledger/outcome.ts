import type { Incident, Warning } from "../../core/casefile.ts"
import { type DayRange, daysOf } from "../../core/edtf.ts"
import type { Status } from "../../core/status.ts"
import type { Place } from "../../core/value.ts"
import { contentStems, wordsOf } from "../../core/words.ts"
import { isAnybody } from "../incidents/anybody.ts"
import { bestPlace } from "../incidents/compare-tellings.ts"
import { isPoint, placeKey } from "../places.ts"
import { groupBy, sortBy, unique } from "../union.ts"

/** What came of a warning. */
export interface Outcome {
  readonly outcome: Warning["outcome"]
  readonly incidents: Warning["incidents"]
  /** First reported after the incident it is linked to. */
  readonly hindsight: boolean
}

/** What a warning spoke of and when: all that is needed to hold it against incidents, of its own block of reports or of another. Plain data. */
export interface Warned {
  readonly kind: Warning["kind"]
  /** The most exact days on which it was given, and for which it was given. */
  readonly issued: DayRange | undefined
  readonly horizon: DayRange | undefined
  /** Ids of incidents that a report says it came before. */
  readonly before: readonly string[]
  /** Id of the case's entity that was to do it. */
  readonly actor: string | undefined
  /** Stems of all its names: a group and its branch share some. */
  readonly actorStems: readonly string[]
  readonly places: readonly Place[]
  /** Stems of what was feared and for whom, without what every warning says and without the names of actor and place. */
  readonly stems: readonly string[]
  readonly isNotice: boolean
  /** An advisory or assessment: it speaks of an actor in general, without a day. */
  readonly isGeneral: boolean
  /** Countries its sentences name, without that of the issuer: the danger is there. */
  readonly countries: readonly string[]
  /** It speaks of a coming event by name, such as a tournament. */
  readonly ofComingEvent: boolean
  /** Days that its own sentences name and that lie ahead of them. */
  readonly ahead: readonly DayRange[]
  /** Stems of the sentences that tell it: a town named there is where it was feared. */
  readonly told: readonly string[]
  /** The reports that tell it, with the days of their publication where known. */
  readonly reported: readonly { readonly reportId: string; readonly days: DayRange | undefined }[]
}

/** From this much evidence on, an incident is what was warned of; from the second on, without doubt. */
const LINKED = 2
const FULFILLED = 2.3
/** Without a horizon, an incident later than this many days after the warning is not what it spoke of. */
const LONGEST_WITHOUT_HORIZON = 120
/** A warning whose horizon ended longer ago than this many days says nothing about an incident. */
const GRACE_DAYS = 3

/** An incident as far as warnings are held against it. Plain data: it may be of another block of reports than the warning. */
export interface IncidentView {
  readonly id: string
  readonly status: Status
  readonly background: boolean
  readonly days: DayRange | undefined
  readonly places: readonly Place[]
  /** Ids of the case's entities in it, those it was aimed at left out. */
  readonly actors: readonly string[]
  /** Names of those who are said, or say, to have done it. */
  readonly perpetrators: readonly string[]
  /** Stems of its tellings, target, place and title. */
  readonly stems: ReadonlySet<string>
  readonly reports: readonly string[]
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
        id: incident.id,
        status: incident.status,
        background: incident.background,
        days: daysOfIncident(incident),
        places: values.flatMap(({ value }) => (value.kind === "place" ? [value] : [])),
        actors: unique(
          values.flatMap(({ slot, value }) => (value.kind === "entity" && slot !== "target" ? [value.entityId] : [])),
        ),
        perpetrators: unique(
          values.flatMap(({ slot, value }) =>
            (slot === "perpetrator" || slot === "claimed-by") && value.kind === "entity" && value.type !== "nationality"
              ? [value.name]
              : [],
          ),
        ),
        stems: new Set(words.flatMap(contentStems)),
        reports: incident.reports,
      },
    ]
  })
}

/** When it happened, or was to happen: a plot that never came has only the day it was meant for. */
function daysOfIncident({ when, facts }: Incident): DayRange | undefined {
  if (when !== null) return daysOf(when.edtf)
  const meant = facts.find(fact => fact.slot === "planned-for")?.value
  return meant?.kind === "time" ? daysOf(meant.edtf) : undefined
}

/** Incidents by what a warning can name of them, so that no warning is held against all. */
export type IncidentIndex = (warned: Warned) => readonly IncidentView[]

/** Files incidents by id, actor, country and place name, and by the stems of what was hit. */
export function indexIncidents(incidents: readonly IncidentView[]): IncidentIndex {
  const keyed = incidents.flatMap(view =>
    unique([
      `id ${view.id}`,
      ...view.actors.map(id => `actor ${id}`),
      ...view.places.flatMap(placeKeys),
      ...[...view.stems].map(stem => `stem ${stem}`),
    ]).map(key => ({ key, view })),
  )
  const byKey = groupBy(keyed, ({ key }) => key)
  return warned => {
    // Two stems of what was feared are needed without the place, and one is not enough: the rarest but one leads to all that share two.
    const stems = sortBy(
      warned.stems.map(stem => `stem ${stem}`),
      key => byKey.get(key)?.length ?? 0,
      key => key,
    ).slice(0, -1)
    const actor = warned.actor === undefined ? [] : [`actor ${warned.actor}`]
    const keys = [
      ...warned.before.map(id => `id ${id}`),
      ...actor,
      ...warned.places.flatMap(placeKeys),
      ...warned.told.map(stem => `named ${stem}`),
      ...stems,
    ]
    const found = new Map(keys.flatMap(key => (byKey.get(key) ?? []).map(({ view }) => [view.id, view] as const)))
    return sortBy([...found.values()], view => view.id)
  }
}

/** Keys by which two places that lie in or near each other meet. */
function placeKeys(place: Place): string[] {
  const [first] = contentStems(place.name)
  return [
    `name ${placeKey(place)}`,
    ...(place.country === undefined ? [] : [`country ${place.country}`]),
    ...(place.within ?? []).map(name => `name ${placeKey({ name })}`),
    ...(first !== undefined && isPoint(place) ? [`named ${first}`] : []),
  ]
}

/**
 * Links one warning (all its tellings) to incidents and says what came of it. Pure: the incidents may be of other blocks of reports than the warning,
 * as long as `Warned` and `IncidentView` name entities and incidents by the ids of one case. `newest`: last day on which a report of the case was published.
 */
export function outcomeOf(
  warned: Warned,
  incidents: readonly IncidentView[] | IncidentIndex,
  newest: number | undefined,
): Outcome {
  const { issued, horizon } = warned
  const knownBy = firstTold(warned)
  const explicit = new Set(warned.before)
  const candidates = typeof incidents === "function" ? incidents(warned) : incidents
  const scored = candidates.flatMap(view => {
    const { days } = view
    if (days && issued && days.last < issued.first) return []
    const lead = days && issued ? { low: Math.max(0, days.first - issued.last), high: days.last - issued.first } : null
    if (explicit.has(view.id))
      return [{ view, score: 5, sure: true, lead, why: "a report says that it came before this" }]
    if (view.background) return []
    if (!days || !issued || !lead) {
      // Told before the incident it was given before it. Else a notice is told as given in the past: only its place and what it named can tell.
      const isBefore = days !== undefined && knownBy !== undefined && knownBy < days.first
      if (!isBefore && !warned.isNotice) return []
      if (isBefore && !horizon && LONGEST_WITHOUT_HORIZON < days.first - knownBy) return []
    } else {
      // A warning of the same day or given after it began would be news, not a warning.
      if (days.first === issued.first && days.last === issued.last) return []
      if (!horizon && LONGEST_WITHOUT_HORIZON < lead.low) return []
    }
    if (horizon && days && horizon.last + GRACE_DAYS < days.first) return []
    const { score, sure, why } = fit(view, warned)
    return score < LINKED ? [] : [{ view, score, sure, lead, why }]
  })
  const sorted = sortBy(
    scored,
    item => -item.score,
    item => item.view.id,
  )
  const best = sorted.filter(
    item => item.score === 5 || (sorted[0]!.score !== 5 && sorted[0]!.score <= item.score + 0.25),
  )
  const links = best.map(({ view, lead, why }) => ({ id: view.id, leadDays: lead, why }))
  if (best.length === 0) return { outcome: withoutIncident(warned, newest), incidents: [], hindsight: false }
  const hindsight = isHindsight(
    warned,
    best.map(item => item.view),
  )
  const statuses = best.map(item => item.view.status)
  if (statuses.includes("occurred"))
    return { outcome: sorted[0]!.sure ? "fulfilled" : "partly", incidents: links, hindsight }
  return {
    outcome: statuses.some(status => status === "foiled" || status === "attempted") ? "averted" : "unknown",
    incidents: links,
    hindsight,
  }
}

/** The last day on which the first dated report of it was published: it was given by then. */
function firstTold({ reported }: Warned): number | undefined {
  const days = reported.flatMap(item => item.days?.last ?? [])
  return days.length === 0 ? undefined : Math.min(...days)
}

/** True when every report that tells of the warning is of a day after the incident; one without a date is, when it tells that the incident happened. */
function isHindsight({ reported }: Warned, linked: readonly IncidentView[]): boolean {
  const [first] = sortBy(
    linked.filter(view => view.days !== undefined),
    view => view.days!.last,
    view => view.id,
  )
  if (first === undefined) return false
  return reported.every(({ reportId, days }) =>
    days === undefined
      ? first.status === "occurred" && first.reports.includes(reportId)
      : first.days!.last < days.first,
  )
}

/** How well an incident fits what was warned of: horizon, place, actor, target. Without its place or its target it is another attack, whoever did it. */
function fit(view: IncidentView, warned: Warned): { score: number; sure: boolean; why: string } {
  const { horizon, issued } = warned
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
  const place = bestPlace(warned.places, view.places)
  const told = new Set(warned.told)
  const named =
    place.relation === "unknown" ? view.places.find(item => isPoint(item) && isNamedIn(item, told)) : undefined
  const isThere =
    named !== undefined || place.relation === "same" || place.relation === "near" || place.relation === "inside"
  if (place.relation === "apart") return { score: 0, sure: false, why: "another place" }
  const isWide =
    isThere && named === undefined && (place.a!.precision === "country" || place.b!.precision === "country")
  if (isThere) {
    score += isWide ? 0.75 : 1.25
    // A notice names a place because something is feared there.
    if (warned.isNotice) score += isWide ? 0.25 : 0.5
    reasons.push(`in ${(named ?? place.a!).name}`)
  }
  const isActor = warned.actor !== undefined && view.actors.includes(warned.actor)
  if (isActor) {
    score += 1
    reasons.push("by the actor it named")
  }
  const common = warned.stems.filter(stem => view.stems.has(stem))
  if (0 < common.length) {
    score += common.length === 1 ? 0.5 : 1
    reasons.push(`of what it named (${common.slice(0, 4).join(", ")})`)
  }
  const isMeant = 2 <= common.length || (isActor && inTime && 1 <= common.length)
  const before = issued !== undefined && view.days !== undefined && issued.last < view.days.first
  const elsewhere =
    0 < warned.countries.length &&
    !view.places.some(item => item.country !== undefined && warned.countries.includes(item.country))
  if (isActor && before && horizon === undefined && warned.isGeneral && warned.places.length === 0 && !elsewhere)
    return {
      score: LINKED + (3 <= view.reports.length ? 0.3 : 0) + 0.1 * common.length,
      sure: 0 < common.length,
      why: `${reasons.join(", ")}, issued before it without a place or a day`,
    }
  if (!isThere && !isMeant) return { score: 0, sure: false, why: "neither place nor target" }
  // Of two incidents that fit, the one the reports are about is meant.
  if (3 <= view.reports.length) score += 0.3
  const other = warned.actor === undefined || isActor ? undefined : otherActor(view, warned)
  if (other !== undefined) reasons.push(`by another than it named: ${other}`)
  // Somewhere in the country is where it was feared only when it is also what was feared.
  const isFulfilled = isWide
    ? 2 <= common.length && (inTime || warned.isNotice)
    : isThere && (inTime || warned.isNotice || 2 <= common.length)
  return {
    score,
    sure: other === undefined && (FULFILLED <= score || isFulfilled),
    why: reasons.join(", "),
  }
}

/** Who did it instead of the one who was named; undefined when nobody is told or it may be a branch of him. */
function otherActor(view: IncidentView, { actorStems }: Warned): string | undefined {
  const isAkin = (name: string): boolean => contentStems(name).some(stem => actorStems.includes(stem))
  return view.perpetrators.some(isAkin) ? undefined : view.perpetrators.find(name => /\p{Lu}/u.test(name))
}

function isNamedIn(place: Place, stems: ReadonlySet<string>): boolean {
  const own = wordsOf(place.name).flatMap(word => (word.empty ? [] : [word.stem]))
  return 0 < own.length && own.every(stem => stems.has(stem))
}

/** Words that every warning has. Source: English of security notices; Apache-2.0. */
const GENERIC = new Set(
  "bomb bombs bombing bombings day days minister ministers official officials says said government attack attacks attacking possible planned imminent threat threats terrorist terror terrorism strike strikes plot plots violence risk danger warning people citizens large area areas plans hit likely potential shooting shootings shooter shot shots gun guns gunfire kill killed killing killings murder murders death deaths dead die died crime war old".split(
    " ",
  ),
)

/** The stems of what was feared that tell one fear from another: not what every warning says, not the `names` of actor and place. */
export function tellingStems(feared: string, names: readonly string[]): string[] {
  const known = new Set(wordsOf(names.join(" ")).map(word => word.stem))
  return unique(
    wordsOf(feared).flatMap(word =>
      word.empty || word.plain.length < 3 || GENERIC.has(word.plain) || isAnybody(word) || known.has(word.stem)
        ? []
        : [word.stem],
    ),
  )
}

function withoutIncident(warned: Warned, newest: number | undefined): Warning["outcome"] {
  const { horizon } = warned
  if (newest !== undefined && warned.ofComingEvent) {
    // The day of the event, when its sentences name it; else the event is to come while the news of it is fresh.
    if (warned.ahead.some(days => newest < days.first)) return "open"
    if (!horizon && warned.ahead.length === 0) return "open"
  }
  if (!horizon || newest === undefined) return "unknown"
  return newest <= horizon.last ? "open" : "expired"
}

/** The most exact of several stretches. */
export function narrowest(ranges: readonly DayRange[]): DayRange | undefined {
  return sortBy(
    ranges,
    range => range.last - range.first,
    range => range.first,
  )[0]
}
