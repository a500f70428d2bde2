import type { Incident, Warning } from "../../core/casefile.ts"
import { type DayRange, daysOf } from "../../core/edtf.ts"
import type { Place } from "../../core/value.ts"
import { bestPlace } from "../incidents/compare-tellings.ts"
import { sortBy, unique } from "../union.ts"
import { wordsOf } from "../words.ts"
import type { WarningView } from "./join-warnings.ts"

/** What came of a warning. */
export interface Outcome {
  readonly outcome: Warning["outcome"]
  readonly incidents: Warning["incidents"]
}

/** From this much evidence on, an incident is what was warned of; from the second on, without doubt. */
const LINKED = 2
const FULFILLED = 2.5
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
  subject: { readonly actor: string | undefined; readonly places: readonly Place[]; readonly target: string },
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
    if (explicit.has(incident.id)) return [{ view, score: 5, lead, why: "a report says that it came before this" }]
    if (!days || !issued || !lead || incident.background) return []
    // A warning of the same day or given after it began would be news, not a warning.
    if (days.first === issued.first && days.last === issued.last) return []
    if (horizon ? horizon.last + GRACE_DAYS < days.first : LONGEST_WITHOUT_HORIZON < lead.low) return []
    const { score, why } = fit(view, subject, horizon)
    return score < LINKED ? [] : [{ view, score, lead, why }]
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
  if (best.length === 0) return { outcome: withoutIncident(horizon, newest), incidents: [] }
  const statuses = best.map(item => item.view.incident.status)
  if (statuses.includes("occurred"))
    return { outcome: FULFILLED <= sorted[0]!.score ? "fulfilled" : "partly", incidents: links }
  return {
    outcome: statuses.some(status => status === "foiled" || status === "attempted") ? "averted" : "unknown",
    incidents: links,
  }
}

/** How well an incident fits what was warned of: horizon, place, actor, target. */
function fit(
  view: IncidentView,
  subject: { readonly actor: string | undefined; readonly places: readonly Place[]; readonly target: string },
  horizon: DayRange | undefined,
): { score: number; why: string } {
  let score = 0
  const reasons: string[] = []
  if (horizon && view.days && horizon.first <= view.days.last && view.days.first <= horizon.last) {
    score += 1
    reasons.push("within its horizon")
  }
  const place = bestPlace(subject.places, view.places)
  if (place.relation === "apart") return { score: 0, why: "another place" }
  if (place.relation === "same" || place.relation === "near" || place.relation === "inside") {
    const country = place.a!.precision === "country" || place.b!.precision === "country"
    score += country ? 0.75 : 1.25
    reasons.push(`in ${place.a!.name}`)
  }
  if (subject.actor !== undefined && view.actors.includes(subject.actor)) {
    score += 1
    reasons.push("by the actor it named")
  }
  const stems = unique(
    wordsOf(subject.target).flatMap(word => (word.empty || GENERIC.has(word.plain) ? [] : [word.stem])),
  )
  const common = stems.filter(stem => view.stems.has(stem))
  if (0 < common.length) {
    score += common.length === 1 ? 0.5 : 1
    reasons.push(`of what it named (${common.slice(0, 4).join(", ")})`)
  }
  // Of two incidents that fit, the one the reports are about is meant.
  if (LINKED <= score && 3 <= view.incident.reports.length) score += 0.3
  return { score, why: reasons.join(", ") }
}

/** Words that every warning has. Source: English of security notices; Apache-2.0. */
const GENERIC = new Set(
  "bomb bombs bombing bombings day days minister ministers official officials says said government attack attacks attacking possible planned imminent threat threats terrorist terror terrorism strike strikes plot plots violence risk danger warning people citizens large area areas plans hit likely potential".split(
    " ",
  ),
)

function withoutIncident(horizon: DayRange | undefined, newest: number | undefined): Warning["outcome"] {
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
