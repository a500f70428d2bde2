import { idOf } from "../../core/id.ts"
import type { Statement } from "../../core/reading.ts"
import type { Utterance } from "../../core/utterance.ts"
import type { EntityType } from "../../core/value.ts"
import { quotedAlike, type StatementLink } from "../lineage/find-statement-links.ts"
import { groupBy, sortBy, Union, unique } from "../union.ts"
import { isOneSaying, type Saying, toSaying } from "./is-one-saying.ts"
import { orderWordings } from "./order-wordings.ts"

/** What a speaker is in the case. */
interface Speaker {
  readonly id: string
  readonly name: string
  readonly type: EntityType
}

/** Statements that are one so far: their reports, and the fullest words. */
interface Group {
  readonly reports: ReadonlySet<string>
  readonly fullest: Saying
}

/**
 * The same words of one speaker told by several reports. Links between speakers that are two entities do not count, nor do links between words
 * that only resemble each other: two statements of one speaker are never made one.
 */
export function findUtterances(
  links: readonly StatementLink[],
  entityOf: (reportId: string, localId: string) => Speaker | undefined,
  storyOf: (reportId: string) => string | undefined,
): Utterance[] {
  const union = new Union()
  const statements = new Map<string, Statement>()
  const kept: StatementLink[] = []
  const groups = new Map<string, Group>()
  const speakerOf = (statement: Statement): Speaker | undefined =>
    statement.speaker.entityId === undefined ? undefined : entityOf(statement.reportId, statement.speaker.entityId)
  const groupOf = (root: string, { report, statement }: StatementLink["a"]): Group =>
    groups.get(root) ?? { reports: new Set([report.id]), fullest: toSaying(statement) }
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
    const one = groupOf(rootA, link.a)
    const two = groupOf(rootB, link.b)
    // A report that quotes one speaker twice has two utterances: they are never made one through another report.
    if (rootA !== rootB && [...one.reports].some(id => two.reports.has(id))) continue
    const isPerson = a?.type === "person" || b?.type === "person"
    const stories = [storyOf(link.a.report.id), storyOf(link.b.report.id)]
    const isElsewhere = stories[0] !== undefined && stories[1] !== undefined && stories[0] !== stories[1]
    const isCopy = link.similarity === 1 && !isElsewhere
    const areQuoted = link.a.statement.kind === "direct" && link.b.statement.kind === "direct"
    if (!isCopy && !isOneSaying(one.fullest, two.fullest, { isPerson, isElsewhere, areQuoted })) continue
    statements.set(link.a.statement.id, link.a.statement)
    statements.set(link.b.statement.id, link.b.statement)
    union.join(rootA, rootB)
    groups.set(union.root(rootA), {
      reports: new Set([...one.reports, ...two.reports]),
      fullest: one.fullest.stems.size < two.fullest.stems.size ? two.fullest : one.fullest,
    })
    kept.push(link)
  }
  const byRoot = groupBy([...statements.values()], statement => union.root(statement.id))
  const whyOf = groupBy(kept, link => union.root(link.a.statement.id))
  const utterances = [...byRoot].map(([root, group]): Utterance => {
    const sorted = sortBy(
      group,
      statement => statement.reportId,
      statement => statement.id,
    )
    const speaker = sorted.map(speakerOf).find(entity => entity !== undefined)
    return {
      id: idOf("utterance", ...sorted.map(statement => statement.id).sort()),
      speaker: speaker === undefined ? { name: sorted[0]!.speaker.name } : { entityId: speaker.id, name: speaker.name },
      statements: sorted.map(statement => statement.id),
      wordings: orderWordings(sorted),
      sameWords: quotedAlike(sorted),
      why: unique(whyOf.get(root)!.map(link => link.why))
        .sort()
        .slice(0, 4)
        .join("; "),
    }
  })
  return sortBy(utterances, utterance => utterance.id)
}
