import type { Assertion, Incident } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import type { EventMention, SlotFill } from "../../core/reading.ts"
import { evidenceAt, overlaps } from "../../core/span.ts"
import { type CaseReport, comparePublished, type Teller, tellerOf } from "../case-report.ts"
import { flatAt } from "../evidence.ts"
import { isResponsible, isToll } from "../facts/slots.ts"
import { type FillSource, type Proposal, type ToCaseValue, type Told, toTold } from "../facts/told.ts"
import type { OriginRef } from "../lineage/count-origins.ts"
import type { OriginBook } from "../lineage/origins.ts"
import { compareText, sortBy } from "../union.ts"
import { findWeekday } from "../weekdays.ts"
import { type IncidentHead, toIncidentHead } from "./incident-head.ts"
import type { IncidentCluster } from "./join-incidents.ts"
import { STATUS_ORDER, type Telling } from "./telling.ts"
import { unmixFills, withoutEchoes } from "./unmix-fills.ts"

/** What incidents are drafted with. */
export interface DraftTools {
  readonly origins: OriginBook
  readonly toCaseValue: ToCaseValue
  /** What an entity is called everywhere; undefined for those without a name of their own. */
  readonly nameOf: (entityId: string) => string | undefined
  /** Applies what people decided about an assertion; undefined takes it out. */
  readonly change: (assertion: Assertion) => Assertion | undefined
}

/** What is left of a telling in a draft. */
interface TellingHead extends Pick<Telling, "types" | "background" | "withArrest"> {
  readonly reportId: string
}

/** An incident before its facts are related: all that its tellings say, without the words of their reports. */
export interface IncidentDraft {
  readonly id: string
  /** Its first mention by publication: the incident has its id from it. */
  readonly anchor: { readonly mention: string; readonly report: Teller }
  readonly tellings: readonly TellingHead[]
  /** What it is told by, for comparing it with those of other bundles. */
  readonly head: IncidentHead
  readonly mentions: Incident["mentions"]
  readonly told: readonly Told[]
  /** Day and town that a learned scorer takes for those of the reports that are about it. */
  readonly proposals: readonly Proposal[]
  /** Origins of its mentions; those of what they say are in `told`. */
  readonly refs: readonly OriginRef[]
}

/** Id of the incident that has this anchor: its first mention by publication. */
export function incidentIdOf(cluster: IncidentCluster): string {
  return idOf("incident", anchorOf(cluster).mention)
}

/** The mention that gives the incident its id: the smallest by publication of its report, then by id. */
function anchorOf(cluster: IncidentCluster): IncidentDraft["anchor"] {
  return firstOf(
    cluster.tellings.flatMap(({ report, mentions }) =>
      mentions.map(mention => ({ mention: mention.id, report: tellerOf(report) })),
    ),
  )
}

function firstOf(anchors: readonly IncidentDraft["anchor"][]): IncidentDraft["anchor"] {
  return [...anchors].sort((a, b) => comparePublished(a.report, b.report) || compareText(a.mention, b.mention))[0]!
}

/** Gathers what the tellings of an incident say. */
export function draftIncident(cluster: IncidentCluster, tools: DraftTools): IncidentDraft {
  const anchor = anchorOf(cluster)
  const id = idOf("incident", anchor.mention)
  return {
    id,
    anchor,
    tellings: cluster.tellings.map(({ types, background, withArrest, report }) => ({
      types,
      background,
      withArrest,
      reportId: report.id,
    })),
    head: toIncidentHead(cluster, tools.nameOf),
    mentions: mentionsOf(cluster, anchor.mention),
    told: toTold(id, sourcesOf(cluster), tools.origins, tools.toCaseValue, tools.change),
    proposals: proposalsOf(cluster, tools),
    refs: cluster.tellings.flatMap(telling =>
      telling.mentions.map(mention => tools.origins.of(telling.report, mention.trigger.span, mention.attribution)),
    ),
  }
}

/** Several drafts that tell of one event as one. `why`: what joins them, told with each mention but the first draft's. */
export function joinDrafts(drafts: readonly IncidentDraft[], why: string): IncidentDraft {
  if (drafts.length === 1) return drafts[0]!
  const anchor = firstOf(drafts.map(draft => draft.anchor))
  const id = idOf("incident", anchor.mention)
  const mentions = drafts.flatMap(draft =>
    draft.mentions.map(mention => (draft.id !== id && mention.why === FIRST ? { ...mention, why } : mention)),
  )
  return {
    id,
    anchor,
    tellings: drafts.flatMap(draft => draft.tellings),
    head: drafts.find(draft => draft.id === id)!.head,
    mentions: sortMentions(mentions),
    told: drafts.flatMap(draft => draft.told.map(told => ({ ...told, assertion: { ...told.assertion, subject: id } }))),
    proposals: drafts.flatMap(draft => draft.proposals),
    refs: drafts.flatMap(draft => draft.refs),
  }
}

/** What the first telling of an incident has in the place of a reason. */
const FIRST = "first telling"

function mentionsOf(cluster: IncidentCluster, anchor: string): Incident["mentions"] {
  const mentions = cluster.tellings.flatMap(telling =>
    telling.mentions.map(mention => ({
      id: mention.id,
      reportId: mention.reportId,
      status: mention.status,
      background: mention.background,
      evidence: flatEvidence(mention.description),
      sentence: flatAt(telling.report.report, mention.sentence),
      why: whyOf(mention, telling, cluster, anchor),
      rule: mention.rule,
    })),
  )
  return sortMentions(mentions)
}

function sortMentions(mentions: Incident["mentions"]): Incident["mentions"] {
  return sortBy(
    mentions,
    mention => mention.reportId,
    mention => mention.evidence.start,
    mention => mention.id,
  )
}

/** Why a mention is in the incident, for people. */
function whyOf(mention: EventMention, telling: Telling, cluster: IncidentCluster, anchor: string): string {
  if (mention.sameAs !== undefined) return "the report itself tells it again"
  if (mention !== telling.mentions[0]) return "nothing in the report tells it apart from what was told before"
  if (telling.mentions.some(({ id }) => id === anchor)) return FIRST
  return cluster.why.get(telling.id) ?? "told once"
}

/** Day and town of the reports that are about the incident. */
function proposalsOf(cluster: IncidentCluster, { origins, toCaseValue }: DraftTools): Proposal[] {
  const about = cluster.tellings.flatMap(({ isMain, report }) => (isMain ? [report] : []))
  return about.flatMap(report => {
    const own = origins.ofReport(report)
    return report.reading.setting.map(({ slot, value, score }) => ({
      slot,
      value: toCaseValue(report.id, value),
      chance: score ?? 0,
      report: tellerOf(report),
      origin: { ...own, way: own.key, reportId: report.id },
    }))
  })
}

function sourcesOf(cluster: IncidentCluster): FillSource[] {
  const about = new Set(cluster.tellings.flatMap(({ isMain, report }) => (isMain ? [report.id] : [])))
  const told = statusOf(
    cluster.tellings.flatMap(telling => telling.mentions.map(mention => mention.status)),
    cluster.tellings.some(telling => telling.withArrest),
  )
  const sources = cluster.tellings.flatMap(telling =>
    telling.mentions.flatMap(mention =>
      [...withoutEchoes(unmixFills(mention)).filter(saysWhen), ...weekdayFills(telling.report, mention)].map(fill => ({
        report: telling.report,
        fill,
        slot: fill.slot,
        status: fillStatus(fill, mention.status, telling, told),
        attribution: 0 < fill.attribution.length ? fill.attribution : mention.attribution,
        owner: mention.id,
        inPassing: mention.background || !about.has(telling.report.id),
        ...(fill.parts ? { evidence: fill.parts.map(flatEvidence) } : {}),
      })),
    ),
  )
  // Where any report names what was struck, "three of the crew" are who was killed there.
  const isPeople = ({ report, fill }: FillSource): boolean =>
    fill.slot === "target" &&
    fill.value.kind === "text" &&
    sources.some(
      other => other.report === report && isToll(other.slot) && overlaps(other.fill.evidence.span, fill.evidence.span),
    )
  const isStruck = sources.some(source => source.slot === "target" && !isPeople(source))
  // "Arrests targeting seven individuals": those who were arrested are told by their number.
  return sources.filter(source => !(isStruck && isPeople(source)) && !isTaken(source, sources))
}

/** True for a target in the words that count who was arrested. */
function isTaken({ report, fill }: FillSource, sources: readonly FillSource[]): boolean {
  return (
    fill.slot === "target" &&
    fill.value.kind === "text" &&
    sources.some(
      other =>
        other.report === report && other.slot === "arrested" && overlaps(other.fill.evidence.span, fill.evidence.span),
    )
  )
}

/** The status of a fill. Who was arrested over a plan is a suspect, however firmly the report speaks of the plan. */
function fillStatus(
  fill: SlotFill,
  told: Incident["status"],
  telling: Telling,
  incident: Incident["status"],
): Incident["status"] {
  const isActor = fill.slot === "perpetrator" || fill.slot === "perpetrators-count"
  if (isActor && telling.withArrest && (told === "planned" || told === "foiled")) return "alleged"
  return fill.status ?? circumstanceStatus(fill.slot, told, incident)
}

/** Who denies a part in an attack denies neither that it happened nor where: the circumstances have the status of the incident. */
function circumstanceStatus(slot: string, told: Incident["status"], incident: Incident["status"]): Incident["status"] {
  if (isResponsible(slot) || (incident !== "occurred" && incident !== "foiled")) return told
  return told === "denied" || told === "alleged" || told === "hypothetical" ? incident : told
}

/** False for a clock time without a day: it tells nothing that can be compared. */
function saysWhen(fill: SlotFill): boolean {
  return fill.value.kind !== "time" || fill.value.edtf !== "" || findWeekday(fill.value.text) !== undefined
}

/** The day of the week that a mention names without a date: it tells at least which of two dates it means. */
function weekdayFills(report: CaseReport, mention: EventMention): SlotFill[] {
  if (mention.fills.some(fill => fill.slot === "when" && saysWhen(fill))) return []
  const weekday = findWeekday(mention.description.text)
  if (!weekday) return []
  const { start } = mention.description.span
  const evidence = evidenceAt(report.report, { start: start + weekday.start, end: start + weekday.end })
  return [
    {
      slot: "when",
      value: { kind: "time", edtf: "", precision: "unknown", text: evidence.text, method: "unknown" },
      evidence,
      attribution: [],
      rule: "weekday-without-date",
    },
  ]
}

/** The status of an event from those of its mentions. `withArrest`: a telling has an arrest in one breath with it. */
export function statusOf(all: readonly Incident["status"][], withArrest: boolean): Incident["status"] {
  if (!all.includes("occurred") && all.includes("foiled")) return "foiled"
  // Those who planned it were arrested: it did not come to it.
  const planned = all.some(status => status === "planned" || status === "alleged") && !all.includes("occurred")
  if (planned && withArrest) return "foiled"
  return sortBy(all, status => STATUS_ORDER.indexOf(status))[0]!
}
