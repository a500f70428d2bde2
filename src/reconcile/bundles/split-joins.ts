import type { DecisionBook } from "../decisions/decision-book.ts"
import type { Join, Refusal } from "./joins.ts"

/** Where an item is told: id of the telling or of the local entity, and the words. */
export interface TellingAt {
  readonly id: string
  readonly reportId: string
  readonly start: number
  readonly end: number
}

/**
 * Takes joins across bundles apart where people have split what they made. A part leaves when all its tellings are among those that a split takes out;
 * what lies within one bundle is split there. Marks the decisions that found something as applied.
 */
export function splitJoins(
  joins: readonly Join[],
  tellingsOf: (id: string) => readonly TellingAt[],
  book: DecisionBook,
): { joins: readonly Join[]; refused: readonly Refusal[] } {
  const refused: Refusal[] = []
  let now = [...joins]
  for (const decision of book.of("split")) {
    const { mentions = [], words = [] } = book.valueOf(decision)
    const out = new Set(mentions)
    const join =
      now.find(({ ids }) => ids.includes(decision.subject)) ??
      now.find(({ ids }) =>
        ids.some(id =>
          tellingsOf(id).some(telling =>
            words.some(
              word => word.reportId === telling.reportId && word.start === telling.start && word.end === telling.end,
            ),
          ),
        ),
      )
    if (join === undefined) continue
    const leaving = join.ids.filter(id => {
      const tellings = tellingsOf(id)
      return 0 < tellings.length && tellings.every(telling => out.has(telling.id))
    })
    const staying = join.ids.filter(id => !leaving.includes(id))
    if (leaving.length === 0 || staying.length === 0) continue
    now = now.flatMap(one =>
      one === join ? [staying, leaving].flatMap(ids => (1 < ids.length ? [{ ...join, ids }] : [])) : [one],
    )
    refused.push({ a: staying[0]!, b: leaving[0]!, why: `taken apart by ${decision.by}` })
    book.markApplied(decision)
  }
  return { joins: now, refused }
}
