import type { Statement } from "../../core/reading.ts"
import type { Utterance } from "../../core/utterance.ts"
import { contentStems } from "../../core/words.ts"
import { quotedAlike } from "../lineage/find-statement-links.ts"
import { sortBy } from "../union.ts"
import { alignWordings } from "./align-wordings.ts"

/** A wording that shares less than this of its words with the fullest one was put anew: translated, or told from memory. */
const PUT_ANEW = 0.6

/**
 * The wordings of one utterance in the order of their reports, each held against the fullest: of those that quote, else of all, the one whose words
 * the others have most of. A translation shares its words with nobody, a shortened quotation has fewer to share.
 */
export function orderWordings(statements: readonly Statement[]): Utterance["wordings"] {
  const words = new Map(statements.map(statement => [statement, new Set(contentStems(statement.text))]))
  const holders = new Map<string, number>()
  for (const stems of words.values()) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  const shared = (statement: Statement): number =>
    [...words.get(statement)!].reduce((sum, stem) => sum + holders.get(stem)! - 1, 0)
  const [fullest] = sortBy(
    statements,
    statement => (statement.kind === "indirect" ? 1 : 0),
    statement => -shared(statement),
    statement => -words.get(statement)!.size,
    statement => statement.reportId,
    statement => statement.id,
  )
  return statements.map(statement => {
    const parts = alignWordings(fullest!.text, statement.text)
    return {
      reportId: statement.reportId,
      statementId: statement.id,
      text: statement.text,
      form: statement === fullest ? "fullest" : formOf(statement, fullest!, parts),
      parts,
    }
  })
}

type Wording = Utterance["wordings"][number]

function formOf(statement: Statement, fullest: Statement, parts: Wording["parts"]): Wording["form"] {
  if (statement.kind === "indirect" && fullest.kind !== "indirect") return "retold"
  if (parts.every(part => part.kind === "same")) return "same"
  // Of a sentence that holds a quotation only the words between the marks are the speaker's.
  if (quotedAlike([statement, fullest])) return "shortened"
  const size = (kinds: readonly string[]): number =>
    parts.reduce((sum, part) => sum + (kinds.includes(part.kind) ? contentStems(part.text).length : 0), 0)
  const same = size(["same"])
  return same < PUT_ANEW * (same + size(["added", "changed"])) ? "put-anew" : "edited"
}
