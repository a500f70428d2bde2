import type { Warning } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { type DayRange, daysOf } from "../../core/edtf.ts"
import { idOf } from "../../core/id.ts"
import type { WarningMention } from "../../core/reading.ts"
import { overlaps } from "../../core/span.ts"
import type { Place, Time, Value } from "../../core/value.ts"
import { contentStems, wordsOf } from "../../core/words.ts"
import { type CaseReport, comparePublished } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import type { ToCaseValue } from "../facts/told.ts"
import { countOrigins } from "../lineage/count-origins.ts"
import type { OriginBook } from "../lineage/origins.ts"
import { compareText, groupBy, sortBy, unique } from "../union.ts"
import type { WarningView } from "./join-warnings.ts"
import { type IncidentView, indexIncidents, narrowest, outcomeOf, tellingStems, type Warned } from "./outcome.ts"

/** What the ledger is built with. */
export interface LedgerTools {
  readonly origins: OriginBook
  readonly toCaseValue: ToCaseValue
  readonly entityOf: (
    reportId: string,
    localId: string,
  ) => { id: string; name: string; place?: Place | undefined } | undefined
}

/** A warning before it is known what came of it. */
export interface WarningDraft {
  readonly warning: Warning
  readonly warned: Warned
  /** Statements that tell it. */
  readonly statements: readonly string[]
}

/** The warnings of some reports as they are told, each with what it spoke of. */
export function draftWarnings(groups: readonly (readonly WarningView[])[], tools: LedgerTools): WarningDraft[] {
  return groups.map(group => draftWarning(group, tools))
}

/**
 * What came of each warning. Pure and near-linear: warnings of one block of reports may be held against the incidents of all,
 * as long as ids of entities and incidents are those of one case. `newest`: last day on which a report of the case was published.
 */
export function settleWarnings(
  drafts: readonly WarningDraft[],
  incidents: readonly IncidentView[],
  newest: number | undefined,
): Warning[] {
  const near = indexIncidents(incidents)
  const settled = drafts.map(draft => ({
    draft,
    warning: { ...draft.warning, ...outcomeOf(draft.warned, near, newest) },
  }))
  return sortBy(withCompanions(settled, new Map(incidents.map(view => [view.id, view]))), warning => warning.id)
}

/** An advice to citizens given in one breath with a notice to a government is about the same attack, unless it was given after it. */
function withCompanions(
  settled: readonly { readonly draft: WarningDraft; readonly warning: Warning }[],
  incidents: ReadonlyMap<string, IncidentView>,
): Warning[] {
  const notices = new Map(
    settled.flatMap(({ draft, warning }) =>
      warning.kind === "notice" && 0 < warning.incidents.length
        ? draft.statements.map(id => [id, warning] as const)
        : [],
    ),
  )
  return settled.map(({ draft, warning }) => {
    const [notice] = draft.statements.flatMap(id => notices.get(id) ?? [])
    if (warning.kind !== "advisory" || 0 < warning.incidents.length || notice === undefined) return warning
    const issued = daysOf(warning.issued.edtf)
    const links = notice.incidents.flatMap(({ id, why }) => {
      const days = incidents.get(id)?.days
      if (days && issued && days.last <= issued.first) return []
      const leadDays =
        days && issued ? { low: Math.max(0, days.first - issued.last), high: days.last - issued.first } : null
      return [{ id, leadDays, why: `given in one breath with a notice to ${namesOf(notice.audience)}: ${why}` }]
    })
    return links.length === 0
      ? warning
      : { ...warning, incidents: links, outcome: notice.outcome, hindsight: notice.hindsight }
  })
}

function namesOf(audience: Warning["audience"]): string {
  return audience.length === 0 ? "others" : audience.map(party => party.name).join(", ")
}

function draftWarning(group: readonly WarningView[], tools: LedgerTools): WarningDraft {
  const byTime = [...group].sort(
    (a, b) => comparePublished(a.report, b.report) || compareText(a.mention.id, b.mention.id),
  )
  const first = byTime[0]!
  const partyOf = (report: CaseReport, party: { readonly entityId?: string | undefined; readonly name: string }) => {
    const entity = party.entityId === undefined ? undefined : tools.entityOf(report.id, party.entityId)
    return entity ? { entityId: entity.id, name: entity.name } : { name: party.name }
  }
  const subject = subjectOf(byTime, tools)
  const issuers = byTime.map(view => partyOf(view.report, view.mention.issuer))
  const audience = [
    ...groupBy(
      byTime.flatMap(view => view.mention.audience.map(party => partyOf(view.report, party))),
      party => party.entityId ?? party.name.toLowerCase(),
    ).values(),
  ].map(same => same[0]!)
  const horizon = finest(byTime.flatMap(view => view.mention.horizon ?? []))
  const likelihood = byTime.find(view => view.mention.likelihood !== undefined)?.mention.likelihood
  const issued = finest(byTime.map(view => view.mention.issued))!
  const audiencePlaces = byTime.flatMap(view =>
    view.mention.audience.flatMap(party =>
      party.entityId === undefined ? [] : (tools.entityOf(view.report.id, party.entityId)?.place ?? []),
    ),
  )
  const targetText = byTime
    .flatMap(view => [
      view.mention.subject.threat?.text,
      view.mention.subject.target && nameOf(view.mention.subject.target),
    ])
    .filter(text => text !== undefined)
    .join(" ")
  const actorNames = byTime.flatMap(view => {
    const { actor } = view.mention.subject
    return actor?.kind === "entity"
      ? [actor.name, actor.text, ...(subject.actor?.kind === "entity" ? [subject.actor.name] : [])]
      : []
  })
  const places = subject.place ? [subject.place] : audiencePlaces
  const kind = mostOf(byTime.map(view => view.mention.kind))
  const warned: Warned = {
    kind,
    issued: narrowest(byTime.flatMap(view => view.issued ?? [])),
    horizon: narrowest(byTime.flatMap(view => view.horizon ?? [])),
    before: unique(byTime.flatMap(view => view.before)),
    actor: subject.actor?.kind === "entity" ? subject.actor.entityId : undefined,
    actorStems: unique(actorNames.flatMap(contentStems)),
    places,
    stems: tellingStems(targetText, [...places.map(place => place.name), ...actorNames]),
    told: unique(byTime.flatMap(view => view.sentences.flatMap(sentence => contentStems(sentence.text)))),
    isNotice: byTime.every(view => view.mention.kind === "notice" || view.mention.kind === "advisory"),
    isGeneral: byTime.every(view => view.mention.kind === "assessment" || view.mention.kind === "advisory"),
    countries: unique(
      byTime
        .flatMap(view => view.countries)
        .filter(country => !byTime.some(view => view.issuerSides.includes(country))),
    ),
    ofComingEvent: byTime.some(view => view.mention.kind === "forecast" && isComingEvent(view.mention.subject.target)),
    ahead: byTime.flatMap(daysAhead),
    reported: byTime.map(view => ({ reportId: view.report.id, days: view.report.publishedDays })),
  }
  const dated = byTime.filter(view => view.report.publishedDays !== undefined)
  const warning: Warning = {
    id: idOf("warning", first.mention.id),
    kind,
    issuer:
      issuers.find(party => party.entityId !== undefined) ?? issuers.find(party => party.name !== "") ?? issuers[0]!,
    ...optional("issuerRole", byTime.find(view => view.mention.issuer.role !== undefined)?.mention.issuer.role),
    audience: sortBy(audience, party => party.name),
    channel: byTime.map(view => view.mention.channel).find(channel => channel !== "unknown") ?? "unknown",
    issued,
    firstReported: dated[0]?.report.published ?? "",
    subject,
    ...optional("horizon", horizon),
    ...optional("likelihood", likelihood),
    outcome: "unknown",
    incidents: [],
    hindsight: false,
    reports: unique(byTime.map(view => view.report.id)).sort(compareText),
    origins: countOrigins(byTime.map(view => tools.origins.of(view.report, view.mention.evidence[0]!.span, []))),
    evidence: orderEvidence(byTime.flatMap(view => view.mention.evidence.map(flatEvidence))),
    mentions: byTime.map(view => view.mention.id).sort(compareText),
    rule: first.mention.rule,
  }
  return { warning, warned, statements: unique(byTime.flatMap(view => view.mention.statementId ?? [])) }
}

/** What was warned of: for each part the first report that has it, in the case's own entities. */
function subjectOf(byTime: readonly WarningView[], tools: LedgerTools): Warning["subject"] {
  const find = <K extends keyof WarningMention["subject"]>(key: K): Value | undefined => {
    for (const view of byTime) {
      const value = view.mention.subject[key]
      if (value !== undefined) return tools.toCaseValue(view.report.id, value as Value)
    }
    return undefined
  }
  const threat = find("threat")
  const actor = find("actor")
  const target = find("target")
  const place = find("place")
  return {
    ...(threat?.kind === "text" ? { threat } : {}),
    ...(actor?.kind === "entity" || actor?.kind === "text" ? { actor } : {}),
    ...(target?.kind === "entity" || target?.kind === "text" ? { target } : {}),
    ...(place?.kind === "place" ? { place } : {}),
  }
}

/** Words for events that are held on a day known before. Source: English; Apache-2.0. */
const SCHEDULED = new Set(
  `olympics olympic games cup tournament championship championships festival regatta race marathon summit election elections parade match
  final concert conference ceremony anniversary pilgrimage carnival inauguration derby`.split(/\s+/),
)

function isComingEvent(target: WarningMention["subject"]["target"]): boolean {
  if (target === undefined) return false
  if (target.kind === "entity" && target.type === "event-name") return true
  return wordsOf(nameOf(target)).some(word => SCHEDULED.has(word.plain))
}

/** Days named in the sentences of the warning that lie behind the publication of its report. */
function daysAhead(view: WarningView): DayRange[] {
  const published = view.report.publishedDays
  return view.report.reading.times.flatMap(({ span, time }) => {
    const days = daysOf(time.edtf)
    const inside = view.sentences.some(sentence => overlaps(sentence.span, span))
    return inside && days && published && published.last < days.first ? [days] : []
  })
}

function nameOf(value: { readonly text: string; readonly name?: string }): string {
  return value.name ?? value.text
}

/** The most exact time; unknown ones last. Undefined for none. */
function finest(times: readonly Time[]): Time | undefined {
  return sortBy(times, time => {
    const days = daysOf(time.edtf)
    return days === undefined ? Number.MAX_SAFE_INTEGER : days.last - days.first
  })[0]
}

function mostOf<T extends string>(items: readonly T[]): T {
  const [best] = sortBy(
    [...groupBy(items, item => item)],
    ([, group]) => -group.length,
    ([item]) => item,
  )
  return best![0] as T
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V })
}
