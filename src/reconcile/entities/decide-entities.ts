import type { CaseReport } from "../case-report.ts"
import { type DecisionBook, type DecisionValue, isAt, type KeptWord } from "../decisions/decision-book.ts"
import { sortBy } from "../union.ts"
import { toEntityHeads } from "./build-entities.ts"
import type { EntityView } from "./entity-names.ts"
import type { EntityCluster } from "./join-entities.ts"

/** Merges entities, splits them and keeps them apart as people decided, in order. */
export function decideEntities(
  clusters: readonly EntityCluster[],
  reports: ReadonlyMap<string, CaseReport>,
  book: DecisionBook,
): EntityCluster[] {
  const decisions = book.of("merge", "split", "keep-apart")
  if (decisions.length === 0) return [...clusters]
  let now = toEntityHeads(clusters, reports).map(head => ({ cluster: head.cluster, ids: new Set([head.id]) }))
  const find = (subject: string, words: DecisionValue["words"]) =>
    now.find(item => item.ids.has(subject)) ??
    now.find(item => item.cluster.views.some(view => view.entity.id === subject || view.key === subject)) ??
    now.find(item => words?.some(word => item.cluster.views.some(view => isNamedAt(view, word))))
  for (const decision of decisions) {
    const value = book.valueOf(decision)
    const item = find(decision.subject, value.kind === undefined || value.kind === "entity" ? value.words : undefined)
    if (!item) continue
    if (decision.action === "merge") {
      const other = value.with === undefined ? undefined : find(value.with, value.withWords)
      if (!other || other === item) continue
      const views = sortBy([...item.cluster.views, ...other.cluster.views], view => view.key)
      const link = {
        a: item.cluster.views[0]!.entity.id,
        b: other.cluster.views[0]!.entity.id,
        why: `joined by ${decision.by}`,
      }
      const cluster = {
        views,
        merges: [...item.cluster.merges, ...other.cluster.merges, link],
        refused: [...item.cluster.refused, ...other.cluster.refused],
      }
      now = [
        ...now.filter(one => one !== item && one !== other),
        { cluster, ids: new Set([...item.ids, ...other.ids]) },
      ]
    } else if (decision.action === "keep-apart") {
      const other = value.with === undefined ? undefined : find(value.with, value.withWords)
      if (!other) continue
      const why = `kept apart by ${decision.by}`
      if (other === item) {
        const parts = partedAt(item.cluster, value, why)
        if (!parts) continue
        now = [...now.filter(one => one !== item), ...parts.map(cluster => ({ cluster, ids: new Set<string>() }))]
      } else {
        const [a, b] = [item.cluster, other.cluster]
        now = now.map(one =>
          one === item || one === other ? { ...one, cluster: refusing(one.cluster, one === item ? b : a, why) } : one,
        )
      }
    } else {
      const out = new Set(value.mentions ?? [])
      const leaving = item.cluster.views.filter(
        view => out.has(view.entity.id) || out.has(view.key) || value.mentionWords?.some(word => isNamedAt(view, word)),
      )
      const staying = item.cluster.views.filter(view => !leaving.includes(view))
      if (leaving.length === 0 || staying.length === 0) continue
      const parts = parted(item.cluster, staying, leaving, `taken apart by ${decision.by}`)
      now = [...now.filter(one => one !== item), ...parts.map(cluster => ({ cluster, ids: new Set<string>() }))]
    }
    book.markApplied(decision)
  }
  return sortBy(
    now.map(item => item.cluster),
    cluster => cluster.views[0]!.key,
  )
}

/** A cluster in two parts, each with the joins within it. */
function parted(
  { merges, refused }: EntityCluster,
  staying: readonly EntityView[],
  leaving: readonly EntityView[],
  why: string,
): EntityCluster[] {
  return [staying, leaving].map(views => {
    const own = new Set(views.map(view => view.entity.id))
    const part = { views, merges: merges.filter(merge => own.has(merge.a) && own.has(merge.b)), refused }
    return refusing(part, { views: views === staying ? leaving : staying }, why)
  })
}

/** A cluster that tells first whom it was not joined with, and why. */
function refusing(cluster: EntityCluster, { views }: Pick<EntityCluster, "views">, why: string): EntityCluster {
  const [other] = views
  const isOther = (key: string) => views.some(view => view.key === key)
  const apart = { with: other!.key, name: other!.entity.name, why }
  return { ...cluster, refused: [apart, ...cluster.refused.filter(one => !isOther(one.with))] }
}

/**
 * What later reports made one of two that are to be kept apart, in two: each telling goes with whose words it has, and the others with
 * the nearest of them by the joins that were made. Undefined where one of the two is told no more.
 */
function partedAt(
  cluster: EntityCluster,
  { words, withWords }: DecisionValue,
  why: string,
): EntityCluster[] | undefined {
  const holds = (list: DecisionValue["words"]) => (view: EntityView) =>
    list?.some(word => isNamedAt(view, word)) === true
  const first = new Set(cluster.views.filter(holds(words)).map(view => view.entity.id))
  const second = new Set(
    cluster.views.filter(view => holds(withWords)(view) && !first.has(view.entity.id)).map(view => view.entity.id),
  )
  if (first.size === 0 || second.size === 0) return undefined
  for (let grown = true; grown; ) {
    grown = false
    for (const side of [first, second]) {
      const near = cluster.merges.flatMap(({ a, b }) => (side.has(a) ? [b] : side.has(b) ? [a] : []))
      for (const id of near.filter(one => !first.has(one) && !second.has(one))) {
        side.add(id)
        grown = true
      }
    }
  }
  const isSecond = (view: EntityView) => second.has(view.entity.id)
  return parted(
    cluster,
    cluster.views.filter(view => !isSecond(view)),
    cluster.views.filter(isSecond),
    why,
  )
}

function isNamedAt({ reportId, entity }: EntityView, word: KeptWord): boolean {
  return entity.mentions.some(({ span }) => isAt(word, { reportId, ...span }))
}
