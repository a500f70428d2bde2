import type { Lineage } from "../../core/casefile.ts"
import type { CaseReport } from "../case-report.ts"
import type { SharedSentence } from "../lineage/find-passages.ts"
import type { StatementLink } from "../lineage/find-statement-links.ts"
import type { CaseOptions } from "../options.ts"
import { groupBy, sortBy, Union } from "../union.ts"
import { compareEntities } from "./compare-entities.ts"
import { evidenceFor } from "./entity-evidence.ts"
import { type EntityView, lookupKeys, toEntityView } from "./entity-names.ts"
import { findIntroduced } from "./find-introduced.ts"

/** Local entities that are one entity of the world, and why. */
export interface EntityCluster {
  readonly views: readonly EntityView[]
  readonly merges: readonly { readonly a: string; readonly b: string; readonly why: string }[]
  readonly refused: readonly { readonly with: string; readonly name: string; readonly why: string }[]
}

/** A lookup key with more entities than this is compared only with its first ones, in order. */
const CROWD = 60

/** So many refused neighbours of an entity are told. */
const MOST_REFUSED = 10

interface Link {
  readonly a: EntityView
  readonly b: EntityView
  readonly same: boolean
  readonly strength: number
  readonly why: string
  readonly excluded: boolean
}

/** Joins the entities of all reports: surest links first; a link is refused when it would put two that exclude each other into one. */
export function joinEntities(
  reports: readonly CaseReport[],
  statementLinks: readonly StatementLink[],
  shared: readonly SharedSentence[],
  lineage: readonly Lineage[],
  options: Pick<CaseOptions, "count">,
): EntityCluster[] {
  const introduced = reports.flatMap(report => findIntroduced(report).map(item => ({ ...item, reportId: report.id })))
  const namesOf = groupBy(introduced, item => `${item.reportId} ${item.of.id}`)
  const nameOf = new Map(introduced.map(item => [`${item.reportId} ${item.name.id}`, item.of]))
  const views = sortBy(
    reports.flatMap(report =>
      report.reading.entities.map(entity => {
        const key = `${report.id} ${entity.id}`
        const more = (namesOf.get(key) ?? []).map(item => item.name.name)
        return toEntityView(report.id, entity, more, nameOf.get(key)?.type)
      }),
    ),
    view => view.key,
  )
  const viewOf = new Map(views.map(view => [view.key, view]))
  const within = introduced.map(
    (item): Link => ({
      a: viewOf.get(`${item.reportId} ${item.of.id}`)!,
      b: viewOf.get(`${item.reportId} ${item.name.id}`)!,
      same: true,
      strength: 0.97,
      why: item.why,
      excluded: false,
    }),
  )
  // A second name is known through the first, which is compared with both.
  const heads = views.filter(view => !nameOf.has(view.key))
  const links = [...within, ...findLinks(heads, reports, statementLinks, shared, lineage, options)]
  const union = new Union()
  const members = new Map(views.map(view => [view.key, [view]]))
  const apart = new Set(links.flatMap(link => (link.excluded ? [pairKey(link.a, link.b)] : [])))
  const merges: Link[] = []
  const refused: Link[] = links.filter(link => !link.same)
  for (const link of sortBy(
    links.filter(item => item.same),
    item => -item.strength,
    item => pairKey(item.a, item.b),
  )) {
    const rootA = union.root(link.a.key)
    const rootB = union.root(link.b.key)
    if (rootA === rootB) {
      merges.push(link)
      continue
    }
    const clash = clashOf(members.get(rootA)!, members.get(rootB)!, apart)
    if (clash !== undefined) {
      refused.push({ ...link, same: false, why: clash })
      continue
    }
    union.join(rootA, rootB)
    const together = [...members.get(rootA)!, ...members.get(rootB)!]
    members.delete(rootA)
    members.delete(rootB)
    members.set(union.root(rootA), together)
    merges.push(link)
  }
  const mergesOf = groupBy(merges, link => union.root(link.a.key))
  const refusedOf = groupBy(
    refused
      .filter(link => union.root(link.a.key) !== union.root(link.b.key))
      .flatMap(link => [link, { ...link, a: link.b, b: link.a }]),
    link => union.root(link.a.key),
  )
  return sortBy([...members.entries()], ([root]) => root).map(([root, cluster]) => ({
    views: sortBy(cluster, view => view.key),
    merges: sortBy(
      (mergesOf.get(root) ?? []).map(({ a, b, why }) => ({ a: a.entity.id, b: b.entity.id, why })),
      merge => `${merge.a} ${merge.b}`,
    ),
    refused: nearest(
      (refusedOf.get(root) ?? []).map(link => ({
        with: union.root(link.b.key),
        name: link.b.entity.name,
        why: link.why,
        far: link.excluded ? 1 : -link.strength,
      })),
    ),
  }))
}

/** One line for each refused neighbour, of the nearest ones: those that would have been joined but for another, then those that lack proof, then those known to be others. */
function nearest(
  refused: readonly (EntityCluster["refused"][number] & { readonly far: number })[],
): EntityCluster["refused"] {
  const sorted = sortBy(
    refused,
    item => item.far,
    item => item.with,
    item => item.why,
  )
  const each = [...groupBy(sorted, item => item.with).values()].map(group => group[0]!)
  return each.slice(0, MOST_REFUSED).map(({ far: _, ...item }) => item)
}

function findLinks(
  views: readonly EntityView[],
  reports: readonly CaseReport[],
  statementLinks: readonly StatementLink[],
  shared: readonly SharedSentence[],
  lineage: readonly Lineage[],
  options: Pick<CaseOptions, "count">,
): Link[] {
  const byKey = groupBy(
    views.flatMap(view => lookupKeys(view).map(key => ({ key, view }))),
    item => item.key,
  )
  const evidence = evidenceFor(views, reports, statementLinks, shared, lineage)
  const links = new Map<string, Link>()
  let comparisons = 0
  for (const [, group] of sortBy([...byKey], ([key]) => key)) {
    for (const [index, { view: b }] of group.entries())
      for (const { view: a } of group.slice(0, Math.min(index, CROWD))) {
        const key = pairKey(a, b)
        if (a.reportId === b.reportId || links.has(key)) continue
        comparisons++
        const verdict = compareEntities(a, b, evidence(a, b))
        if (verdict) links.set(key, { a, b, ...verdict })
      }
  }
  options.count?.("entities", comparisons)
  return sortBy([...links.values()], link => pairKey(link.a, link.b))
}

/** Why two sets cannot be one: a pair of them was refused for good, or the world's list knows two. */
function clashOf(
  one: readonly EntityView[],
  two: readonly EntityView[],
  apart: ReadonlySet<string>,
): string | undefined {
  const known = new Set([...one, ...two].flatMap(view => view.entity.known ?? []))
  if (1 < known.size) return `it would join ${[...known].sort().join(" and ")}, which are two`
  for (const a of one.slice(0, CROWD))
    for (const b of two.slice(0, CROWD))
      if (apart.has(pairKey(a, b))) return `it would join "${a.entity.name}" and "${b.entity.name}", which are two`
  return undefined
}

function pairKey(a: EntityView, b: EntityView): string {
  return a.key < b.key ? `${a.key}|${b.key}` : `${b.key}|${a.key}`
}
