import type { CaseReport } from "../case-report.ts"
import { type DecisionBook, type DecisionValue, isAt, type KeptWord } from "../decisions/decision-book.ts"
import { sortBy } from "../union.ts"
import { toEntityHeads } from "./build-entities.ts"
import type { EntityView } from "./entity-names.ts"
import type { EntityCluster } from "./join-entities.ts"

/** Merges and splits entities as people decided, in order. */
export function decideEntities(
  clusters: readonly EntityCluster[],
  reports: ReadonlyMap<string, CaseReport>,
  book: DecisionBook,
): EntityCluster[] {
  const decisions = book.of("merge", "split")
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
    } else {
      const out = new Set(value.mentions ?? [])
      const leaving = item.cluster.views.filter(
        view => out.has(view.entity.id) || out.has(view.key) || value.mentionWords?.some(word => isNamedAt(view, word)),
      )
      const staying = item.cluster.views.filter(view => !leaving.includes(view))
      if (leaving.length === 0 || staying.length === 0) continue
      const parts = [staying, leaving].map(views => {
        const own = new Set(views.map(view => view.entity.id))
        const merges = item.cluster.merges.filter(merge => own.has(merge.a) && own.has(merge.b))
        const other = (views === staying ? leaving : staying)[0]!
        const apart = { with: other.key, name: other.entity.name, why: `taken apart by ${decision.by}` }
        return { cluster: { views, merges, refused: [apart, ...item.cluster.refused] }, ids: new Set<string>() }
      })
      now = [...now.filter(one => one !== item), ...parts]
    }
    book.markApplied(decision)
  }
  return sortBy(
    now.map(item => item.cluster),
    cluster => cluster.views[0]!.key,
  )
}

function isNamedAt({ reportId, entity }: EntityView, word: KeptWord): boolean {
  return entity.mentions.some(({ span }) => isAt(word, { reportId, ...span }))
}
