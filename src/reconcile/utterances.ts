import type { Utterance } from "../core/casefile.ts"
import { idOf } from "../core/id.ts"
import type { Statement } from "../core/reading.ts"
import { quotedAlike, type StatementLink } from "./lineage/find-statement-links.ts"
import { groupBy, sortBy, Union, unique } from "./union.ts"

/** The same words of one speaker told by several reports. Links between speakers that are two entities do not count. */
export function findUtterances(
  links: readonly StatementLink[],
  entityOf: (reportId: string, localId: string) => { id: string; name: string } | undefined,
): Utterance[] {
  const union = new Union()
  const statements = new Map<string, Statement>()
  const kept: StatementLink[] = []
  const reportsOf = new Map<string, ReadonlySet<string>>()
  const speakerOf = (statement: Statement): { id: string; name: string } | undefined =>
    statement.speaker.entityId === undefined ? undefined : entityOf(statement.reportId, statement.speaker.entityId)
  for (const link of sortBy(
    links,
    item => -item.similarity,
    item => item.a.statement.id,
    item => item.b.statement.id,
  )) {
    const a = speakerOf(link.a.statement)
    const b = speakerOf(link.b.statement)
    const known = a !== undefined && b !== undefined
    // Names that only sound alike are one speaker only when the entities were joined.
    if (known ? a.id !== b.id : link.names === "spelling") continue
    const rootA = union.root(link.a.statement.id)
    const rootB = union.root(link.b.statement.id)
    // A report that quotes one speaker twice has two utterances: they are never made one through another report.
    const one = reportsOf.get(rootA) ?? new Set([link.a.report.id])
    const two = reportsOf.get(rootB) ?? new Set([link.b.report.id])
    if (rootA !== rootB && [...one].some(id => two.has(id))) continue
    statements.set(link.a.statement.id, link.a.statement)
    statements.set(link.b.statement.id, link.b.statement)
    union.join(rootA, rootB)
    reportsOf.set(union.root(rootA), new Set([...one, ...two]))
    kept.push(link)
  }
  const groups = groupBy([...statements.values()], statement => union.root(statement.id))
  const utterances = [...groups.values()].map((group): Utterance => {
    const sorted = sortBy(
      group,
      statement => statement.reportId,
      statement => statement.id,
    )
    const why = kept.filter(link => union.root(link.a.statement.id) === union.root(sorted[0]!.id)).map(link => link.why)
    const speaker = sorted.map(speakerOf).find(entity => entity !== undefined)
    return {
      id: idOf("utterance", ...sorted.map(statement => statement.id).sort()),
      speaker: speaker === undefined ? { name: sorted[0]!.speaker.name } : { entityId: speaker.id, name: speaker.name },
      statements: sorted.map(statement => statement.id),
      wordings: sorted.map(statement => ({ reportId: statement.reportId, text: statement.text })),
      sameWords: quotedAlike(sorted),
      why: unique(why).sort().slice(0, 4).join("; "),
    }
  })
  return sortBy(utterances, utterance => utterance.id)
}
