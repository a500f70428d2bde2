import type { Assertion, Incident } from "../../core/casefile.ts"
import { flatEvidence } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import type { EventMention, SlotFill } from "../../core/reading.ts"
import { evidenceAt, overlaps } from "../../core/span.ts"
import { type CaseReport, comparePublished } from "../case-report.ts"
import { flatAt } from "../evidence.ts"
import { buildFacts, type FactTools } from "../facts/build-facts.ts"
import { isResponsible, isToll } from "../facts/slots.ts"
import { type FillSource, type ToCaseValue, toTold } from "../facts/told.ts"
import type { CasePack } from "../options.ts"
import { compareText, sortBy, unique } from "../union.ts"
import { findWeekday } from "../weekdays.ts"
import { labelOf, lineOf } from "./event-types.ts"
import type { IncidentCluster } from "./join-incidents.ts"
import { STATUS_ORDER, type Telling } from "./tellings.ts"
import { codeOf, titleOf, townOf } from "./title.ts"
import { unmixFills, withoutEchoes } from "./unmix-fills.ts"

/** What incidents are built with. */
export interface IncidentTools extends FactTools {
  readonly pack: CasePack
  readonly toCaseValue: ToCaseValue
  /** Applies what people decided about an assertion; undefined takes it out. */
  readonly change: (assertion: Assertion) => Assertion | undefined
}

/** Id of the incident that has this anchor: its first mention by publication. */
export function incidentIdOf(cluster: IncidentCluster): string {
  return idOf("incident", anchorOf(cluster).id)
}

/** The mention that gives the incident its id: the smallest by publication of its report, then by id. */
function anchorOf(cluster: IncidentCluster): EventMention {
  const all = cluster.tellings.flatMap(telling => telling.mentions.map(mention => ({ telling, mention })))
  return all.sort(
    (a, b) => comparePublished(a.telling.report, b.telling.report) || compareText(a.mention.id, b.mention.id),
  )[0]!.mention
}

/** Builds the incidents of the case. Statements and warnings are filled in by the stages that know them. */
export function buildIncidents(clusters: readonly IncidentCluster[], tools: IncidentTools): Incident[] {
  const incidents = clusters.map(cluster => buildIncident(cluster, tools))
  const taken = new Set<string>()
  return sortBy(incidents, incident => incident.id).map(incident => {
    let code = incident.code
    for (let turn = 1; taken.has(code) && turn < 10; turn++)
      code = codeOf(incident.id, townOf(incident.facts, incident.where), incident.type, turn)
    taken.add(code)
    return { ...incident, code }
  })
}

function buildIncident(cluster: IncidentCluster, tools: IncidentTools): Incident {
  const anchor = anchorOf(cluster)
  const id = idOf("incident", anchor.id)
  const told = toTold(id, sourcesOf(cluster), tools.origins, tools.toCaseValue, tools.change)
  const facts = buildFacts(id, told, tools)
  const leaf = typeOf(cluster.tellings, tools.pack)
  const type = lineOf(leaf, tools.pack).at(-1)!
  const status = statusOf(cluster.tellings)
  const whenValue = facts.find(fact => fact.slot === "when")?.value ?? null
  const when = whenValue?.kind === "time" && whenValue.edtf !== "" ? whenValue : null
  const where = facts.find(fact => fact.slot === "where")?.value ?? null
  const refs = cluster.tellings.flatMap(telling =>
    telling.mentions.map(mention => tools.origins.of(telling.report, mention.trigger.span, mention.attribution)),
  )
  return {
    id,
    code: codeOf(anchor.id, townOf(facts, where), type),
    type,
    ...(leaf === type ? {} : { subtype: leaf }),
    status,
    title: titleOf({ type: leaf, status, facts, when, where }, tools.pack) || labelOf(leaf, tools.pack),
    background: cluster.tellings.every(telling => telling.background),
    when,
    where,
    facts,
    statements: [],
    warnings: [],
    reports: unique(cluster.tellings.map(telling => telling.report.id)).sort(compareText),
    mentions: mentionsOf(cluster, anchor),
    origins: tools.origins.count(refs),
  }
}

function mentionsOf(cluster: IncidentCluster, anchor: EventMention): Incident["mentions"] {
  const mentions = cluster.tellings.flatMap(telling =>
    telling.mentions.map(mention => ({
      id: mention.id,
      reportId: mention.reportId,
      status: mention.status,
      background: mention.background,
      evidence: flatEvidence(mention.description),
      sentence: flatAt(telling.report.report, mention.sentence),
      why:
        mention.id === anchor.id
          ? "first telling"
          : mention.sameAs !== undefined
            ? "the report itself tells it again"
            : (cluster.why.get(telling.id) ?? "told once"),
      rule: mention.rule,
    })),
  )
  return sortBy(
    mentions,
    mention => mention.reportId,
    mention => mention.evidence.start,
    mention => mention.id,
  )
}

function sourcesOf(cluster: IncidentCluster): FillSource[] {
  const sources = cluster.tellings.flatMap(telling =>
    telling.mentions.flatMap(mention =>
      [...withoutEchoes(unmixFills(mention)).filter(saysWhen), ...weekdayFills(telling.report, mention)].map(fill => ({
        report: telling.report,
        fill,
        slot: fill.slot,
        status: fillStatus(fill, mention.status, telling, statusOf(cluster.tellings)),
        attribution: 0 < fill.attribution.length ? fill.attribution : mention.attribution,
        owner: mention.id,
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
  return isStruck ? sources.filter(source => !isPeople(source)) : sources
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

/** The most exact kind that at least a third of those that tell the next wider one support, kinds that say how before kinds that say how it ended. */
function typeOf(tellings: readonly Telling[], pack: CasePack): string {
  const leaves = tellings.flatMap(telling => telling.types.map(type => ({ type, report: telling.report.id })))
  const support = new Map<string, Set<string>>()
  for (const { type, report } of leaves)
    for (const line of lineOf(type, pack)) support.set(line, (support.get(line) ?? new Set()).add(report))
  const reports = unique(leaves.map(leaf => leaf.report)).length
  // Who only speaks of "the bombing" says nothing against a suicide bombing; one who calls an attack a bombing, among ten, may be wrong.
  const isSupported = (type: string): boolean =>
    lineOf(type, pack).every((key, index, line) => {
      const wider = line[index + 1]
      return (wider === undefined ? reports : support.get(wider)!.size) <= 3 * support.get(key)!.size
    })
  const enough = [...support.keys()].filter(isSupported).map(type => ({ type, by: support.get(type)!.size }))
  const rootSupport = (type: string): number => support.get(lineOf(type, pack).at(-1)!)!.size
  return sortBy(
    enough,
    ({ type }) => -rootSupport(type),
    ({ type }) => (lineOf(type, pack).at(-1) === "plot" ? 1 : 0),
    ({ type }) => (END_TYPES.has(type) ? 1 : 0),
    ({ type }) => -lineOf(type, pack).length,
    ({ by }) => -by,
    ({ type }) => type,
  )[0]!.type
}

/** Kinds that say how it ended, not what it was. Source: keys of the pack of political violence; Apache-2.0. */
const END_TYPES = new Set(["killing", "massacre", "execution"])

function statusOf(tellings: readonly Telling[]): Incident["status"] {
  const all = tellings.flatMap(telling => telling.mentions.map(mention => mention.status))
  if (!all.includes("occurred") && all.includes("foiled")) return "foiled"
  // Those who planned it were arrested: it did not come to it.
  const planned = all.some(status => status === "planned" || status === "alleged") && !all.includes("occurred")
  if (planned && tellings.some(telling => telling.withArrest)) return "foiled"
  return sortBy(all, status => STATUS_ORDER.indexOf(status))[0]!
}
