import { z } from "zod"
import type { Decided } from "../../core/decided.ts"
import { actionDone } from "../brief/decisions.ts"
import { edtfInWords } from "../words.ts"
import type { CaseIndex } from "./case-index.ts"

/** That a person decided about an item: the initial in the margin, and what it stands for. */
export const decidedMarkSchema = z
  .object({
    /** Id of the decision, to withdraw it. */
    id: z.string(),
    by: z.string(),
    /** "corrected by ana, 3 May 2031 (seen on the spot)". */
    words: z.string(),
  })
  .readonly()
export type DecidedMark = z.infer<typeof decidedMarkSchema>

const books = new WeakMap<CaseIndex, ReadonlyMap<string, readonly DecidedMark[]>>()

/** What people decided about the items, of what still holds, oldest first. */
export function decidedMarks(index: CaseIndex, ...ids: readonly string[]): readonly DecidedMark[] {
  const book = books.get(index) ?? bookOf(index)
  books.set(index, book)
  return ids.flatMap(id => book.get(id) ?? [])
}

function bookOf({ caseFile: { decisions = [] } }: CaseIndex): ReadonlyMap<string, readonly DecidedMark[]> {
  const holding = decisions.filter(({ action, applies, withdrawn }) => applies && !withdrawn && action !== "withdraw")
  return new Map(
    [...Map.groupBy(holding, ({ subject }) => subject)].map(([subject, same]) => [subject, same.map(decidedMark)]),
  )
}

function decidedMark({ id, by, action, decidedAt, note }: Decided): DecidedMark {
  const day = edtfInWords(decidedAt.slice(0, 10))
  return { id, by, words: `${actionDone(action)} by ${by}, ${day}${note === undefined ? "" : ` (${note})`}` }
}
