import type { EventMention } from "../../core/reading.ts"
import { incidentIdOf } from "../incidents/draft-incident.ts"
import type { IncidentCluster } from "../incidents/join-incidents.ts"
import { type DecisionBook, type DecisionValue, isAt, type KeptWord } from "./decision-book.ts"

/** Merges, splits and rejects incidents as people decided, in order. */
export function decideClusters(clusters: readonly IncidentCluster[], book: DecisionBook): IncidentCluster[] {
  let now = clusters.map(cluster => ({ cluster, ids: new Set([incidentIdOf(cluster)]) }))
  const find = (subject: string, words: DecisionValue["words"]) =>
    now.find(item => item.ids.has(subject)) ??
    now.find(item => item.cluster.tellings.some(telling => telling.mentions.some(mention => mention.id === subject))) ??
    now.find(item => words?.some(word => holdsWords(item.cluster, word)))
  for (const decision of book.of("merge", "split", "reject")) {
    const value = book.valueOf(decision)
    // What was about an entity or lineage has found its subject before; what names a slot is about an assertion or fact.
    const isOther = value.kind === undefined ? value.slot !== undefined : value.kind !== "incident"
    const words = book.isApplied(decision) || isOther ? undefined : value.words
    const item = find(decision.subject, words)
    if (!item) continue
    if (decision.action === "reject") {
      now = now.filter(other => other !== item)
    } else if (decision.action === "merge") {
      const other = value.with === undefined ? undefined : find(value.with, value.withWords)
      if (!other || other === item) continue
      const why = new Map([...item.cluster.why, ...other.cluster.why])
      for (const telling of other.cluster.tellings) why.set(telling.id, `joined by ${decision.by}`)
      const tellings = [...item.cluster.tellings, ...other.cluster.tellings].sort((a, b) => (a.id < b.id ? -1 : 1))
      const merged = { tellings, why }
      now = [
        ...now.filter(one => one !== item && one !== other),
        { cluster: merged, ids: new Set([...item.ids, ...other.ids, incidentIdOf(merged)]) },
      ]
    } else {
      const out = new Set(value.mentions ?? [])
      const leaving = item.cluster.tellings.filter(telling =>
        telling.mentions.some(
          mention => out.has(mention.id) || value.mentionWords?.some(word => isTold(mention, word)),
        ),
      )
      const staying = item.cluster.tellings.filter(telling => !leaving.includes(telling))
      if (leaving.length === 0 || staying.length === 0) continue
      const parts = [staying, leaving].map(tellings => ({ tellings, why: item.cluster.why }))
      now = [
        ...now.filter(one => one !== item),
        ...parts.map(cluster => ({ cluster, ids: new Set([incidentIdOf(cluster)]) })),
      ]
    }
    book.markApplied(decision)
  }
  return now.map(item => item.cluster).sort((a, b) => (incidentIdOf(a) < incidentIdOf(b) ? -1 : 1))
}

function holdsWords(cluster: IncidentCluster, word: KeptWord): boolean {
  return cluster.tellings.some(telling => telling.mentions.some(mention => isTold(mention, word)))
}

/** Exactly the words of a telling: a statement or an entity within them is another subject. */
function isTold(mention: EventMention, word: KeptWord): boolean {
  return isAt(word, { reportId: mention.reportId, ...mention.description.span })
}
