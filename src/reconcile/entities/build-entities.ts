import type { Assertion, Entity, FlatEvidence } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import { type CaseReport, comparePublished, type Teller, tellerOf } from "../case-report.ts"
import { orderEvidence } from "../evidence.ts"
import { buildFacts, type FactTools } from "../facts/build-facts.ts"
import { type FillSource, type ToCaseValue, type Told, toTold } from "../facts/told.ts"
import type { OriginBook } from "../lineage/origins.ts"
import { compareText, groupBy, sortBy } from "../union.ts"
import { type HeadFacts, toHeadFacts } from "./compare-heads.ts"
import type { EntityCluster } from "./join-entities.ts"
import { nameKey } from "./name-key.ts"
import { joinRoles, rolesOf } from "./roles.ts"

/** What is known of an entity of the case before its facts. */
export interface EntityHead {
  readonly id: string
  readonly type: Entity["type"]
  readonly name: string
  readonly known: string | undefined
  readonly place: Entity["place"]
  readonly anchor: EntityDraft["anchor"]
  readonly cluster: EntityCluster
}

/** Names the clusters and gives them ids: that of the first local entity by publication. */
export function toEntityHeads(
  clusters: readonly EntityCluster[],
  reports: ReadonlyMap<string, CaseReport>,
): EntityHead[] {
  return clusters.map(cluster => {
    const byTime = [...cluster.views].sort(
      (a, b) => comparePublished(reports.get(a.reportId)!, reports.get(b.reportId)!) || (a.key < b.key ? -1 : 1),
    )
    return {
      id: idOf("entity", byTime[0]!.key),
      type: mostTold(cluster.views.map(view => view.entity.type)),
      name: bestName(cluster.views.map(view => view.entity.name)),
      known: cluster.views.find(view => view.entity.known !== undefined)?.entity.known,
      place: byTime.find(view => view.entity.place !== undefined)?.entity.place,
      anchor: { key: byTime[0]!.key, report: tellerOf(reports.get(byTime[0]!.reportId)!) },
      cluster,
    }
  })
}

/** The name most reports use among the full ones; the longest of those, then the first by letters. */
function bestName(told: readonly string[]): string {
  const names = told.map(name => name.replace(/\s+/g, " ").trim())
  const full = names.filter(name => name.includes(" "))
  const counts = groupBy(0 < full.length ? full : names, nameKey)
  const [best] = sortBy(
    [...counts.values()],
    group => -group.length,
    group => -group[0]!.length,
    group => group[0]!,
  )
  return mostTold(best!)
}

function mostTold<T extends string>(items: readonly T[]): T {
  const [best] = sortBy(
    [...groupBy(items, item => item)],
    ([, group]) => -group.length,
    ([item]) => item,
  )
  return best![0] as T
}

/** What entities are drafted with. */
export interface EntityTools {
  readonly origins: OriginBook
  readonly reports: ReadonlyMap<string, CaseReport>
  readonly toCaseValue: ToCaseValue
  readonly caseIdOf: (key: string) => string
  readonly change: (assertion: Assertion) => Assertion | undefined
}

/** An entity before its facts are related. */
export interface EntityDraft {
  /** Without facts yet. */
  readonly entity: Entity
  /** Its first local entity by publication: the entity has its id from it. */
  readonly anchor: { readonly key: string; readonly report: Teller }
  /** What it is told by, for comparing it with those of other bundles. */
  readonly facts: HeadFacts
  /** Name and type in each report that names it. */
  readonly named: readonly Pick<Entity, "name" | "type">[]
  readonly told: readonly Told[]
}

/** Gathers the entities with names, roles, mentions and what profiles say of them. */
export function draftEntities(heads: readonly EntityHead[], tools: EntityTools): EntityDraft[] {
  const fills = new Map<string, FillSource[]>()
  for (const report of tools.reports.values())
    for (const fill of report.reading.profiles) {
      const id = tools.caseIdOf(`${report.id} ${fill.entityId}`)
      const source: FillSource = {
        report,
        fill,
        slot: fill.slot,
        status: fill.status ?? "occurred",
        attribution: fill.attribution,
        owner: fill.entityId,
      }
      fills.set(id, [...(fills.get(id) ?? []), source])
    }
  const drafts = heads.map(head => ({
    entity: draftEntity(head, tools),
    anchor: head.anchor,
    facts: toHeadFacts(head, tools.reports),
    named: head.cluster.views.map(({ entity }) => ({ name: entity.name, type: entity.type })),
    told: toTold(head.id, fills.get(head.id) ?? [], tools.origins, tools.toCaseValue, tools.change),
  }))
  return sortBy(drafts, draft => draft.entity.id)
}

/** Several drafts of one entity of the world as one, and why. */
export function joinEntityDrafts(drafts: readonly EntityDraft[], why: string): EntityDraft {
  if (drafts.length === 1) return drafts[0]!
  const byTime = [...drafts].sort(
    (a, b) => comparePublished(a.anchor.report, b.anchor.report) || compareText(a.anchor.key, b.anchor.key),
  )
  const first = byTime[0]!
  const named = byTime.flatMap(draft => draft.named)
  const all = byTime.map(draft => draft.entity)
  const name = bestName(named.map(one => one.name))
  const names = groupBy(
    all.flatMap(entity => [
      ...entity.aliases,
      // The name of a draft is an alias of the whole where the whole has another.
      ...(entity.name === name ? [] : [{ name: entity.name, evidence: ownName(entity) }]),
    ]),
    alias => alias.name,
  )
  const known = all.find(entity => entity.known !== undefined)?.known
  const place = all.find(entity => entity.place !== undefined)?.place
  const entity: Entity = {
    id: first.entity.id,
    type: mostTold(named.map(one => one.type)),
    name,
    aliases: sortBy([...names], ([alias]) => alias)
      .filter(([alias, group]) => alias !== name && group.some(one => 0 < one.evidence.length))
      .map(([alias, group]) => ({ name: alias, evidence: orderEvidence(group.flatMap(one => one.evidence)) })),
    ...(known === undefined ? {} : { known }),
    ...(place === undefined ? {} : { place }),
    roles: joinRoles(all.flatMap(one => one.roles)),
    facts: [],
    mentions: sortBy(
      all.flatMap(one => one.mentions),
      mention => mention.reportId,
      mention => mention.start,
      mention => mention.end,
    ),
    merges: sortBy(
      [
        ...all.flatMap(one => one.merges),
        ...byTime.slice(1).map(draft => ({ a: localIdOf(first), b: localIdOf(draft), why })),
      ],
      merge => `${merge.a} ${merge.b}`,
    ),
    refused: sortBy(
      all.flatMap(one => one.refused).filter(item => !all.some(one => one.id === item.with)),
      item => item.with,
    ),
  }
  const told = drafts.flatMap(draft => draft.told)
  return {
    entity,
    anchor: first.anchor,
    facts: first.facts,
    named,
    told: told.map(one => ({ ...one, assertion: { ...one.assertion, subject: entity.id } })),
  }
}

function localIdOf({ anchor }: EntityDraft): string {
  return anchor.key.slice(anchor.key.indexOf(" ") + 1)
}

function ownName(entity: Entity): FlatEvidence[] {
  const first = entity.mentions.find(mention => mention.text === entity.name)
  return first ? [{ reportId: first.reportId, start: first.start, end: first.end, text: first.text }] : []
}

/** The entity of a draft, with its facts. */
export function finishEntity({ entity, told }: EntityDraft, tools: FactTools): Entity {
  return { ...entity, facts: buildFacts(entity.id, told, tools) }
}

function draftEntity(head: EntityHead, tools: EntityTools): Entity {
  const { views, merges, refused } = head.cluster
  const mentions = views.flatMap(view =>
    view.entity.mentions.map(mention => ({
      reportId: view.reportId,
      start: mention.span.start,
      end: mention.span.end,
      text: mention.text,
      localEntityId: view.entity.id,
      form: mention.form,
    })),
  )
  const named = groupBy(
    mentions.filter(mention => mention.form === "name").map(mention => withArticle(mention, head.name, tools)),
    mention =>
      mention.text
        .replace(/\s+/g, " ")
        .trim()
        .replace(/^The (?=\S+$)/u, "the "),
  )
  const aliases = sortBy([...named], ([name]) => name)
    .filter(([name]) => name !== head.name)
    .map(([name, group]) => ({
      name,
      evidence: orderEvidence(
        [...groupBy(group, mention => mention.reportId).values()].map(([first]) => ({
          reportId: first!.reportId,
          start: first!.start,
          end: first!.end,
          text: first!.text,
        })),
      ),
    }))
  return {
    id: head.id,
    type: head.type,
    name: head.name,
    aliases,
    ...(head.known === undefined ? {} : { known: head.known }),
    ...(head.place === undefined ? {} : { place: head.place }),
    roles: rolesOf(views, tools.reports),
    facts: [],
    mentions: sortBy(
      mentions.map(({ reportId, start, end, text, localEntityId }) => ({ reportId, start, end, text, localEntityId })),
      mention => mention.reportId,
      mention => mention.start,
      mention => mention.end,
    ),
    merges: [...merges],
    refused: sortBy(
      refused.map(item => ({ ...item, with: tools.caseIdOf(item.with) })).filter(item => item.with !== head.id),
      item => item.with,
    ),
  }
}

/** A short form with its article, as people say it: "the Tide" for "Austral Tide". */
function withArticle<T extends { reportId: string; start: number; text: string }>(
  mention: T,
  fullName: string,
  tools: EntityTools,
): T {
  if (mention.text.includes(" ") || !fullName.endsWith(` ${mention.text}`)) return mention
  const before = tools.reports.get(mention.reportId)!.report.text.slice(Math.max(0, mention.start - 4), mention.start)
  if (before !== "the " && before !== "The ") return mention
  return { ...mention, start: mention.start - 4, text: before + mention.text }
}
