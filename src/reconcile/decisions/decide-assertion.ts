import type { Assertion } from "../../core/casefile.ts"
import { idOf } from "../../core/id.ts"
import { type DecisionBook, isAt, type KeptWord } from "./decision-book.ts"

/** Applies rejections and corrections to one assertion; undefined takes it out. */
export function decideAssertion(assertion: Assertion, book: DecisionBook): Assertion | undefined {
  let now: Assertion | undefined = assertion
  for (const decision of book.of("reject", "correct")) {
    const value = book.valueOf(decision)
    const isSame = (word: KeptWord): boolean => assertion.evidence.some(item => isAt(word, item))
    const words = value.words ?? []
    const isFact = decision.subject === idOf("fact", assertion.subject, assertion.slot)
    const byWords =
      value.slot === assertion.slot && value.kind !== "fact" && 0 < words.length && words.every(isSame) && !isFact
    const meant = decision.subject === assertion.id || byWords
    if (!meant || now === undefined) continue
    if (decision.action === "reject") now = undefined
    else if (value.value !== undefined) now = { ...now, value: value.value, rule: `corrected by ${decision.by}` }
    else continue
    book.markApplied(decision)
  }
  return now
}
