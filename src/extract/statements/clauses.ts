import { childrenOf, hasRelation } from "../../english/tree.ts"
import { isQuoteMark, type Passages } from "./passages.ts"
import { isOpening } from "./phrase.ts"

/** A clause begins here: something that can be a subject, and a finite verb outside or inside a quotation behind it. `takesNoObject`: only a clause can follow, so "said the army moved on" needs no surer verb. */
export function isClause(within: Passages, last: number, first: number, takesNoObject = false): boolean {
  const { tokens } = within.analysis
  const opening = tokens[first]!
  const canOpen =
    isOpening(opening) ||
    /^(there|if|when|while|as|because|although|since|in|on|at|for|with|after|before|by|under|not|no|even|only|all|both|more|at|neither|either)$/i.test(
      opening.text,
    )
  if (!canOpen) return false
  for (let at = first + 1; at < last; at++) {
    const token = tokens[at]!
    if (token.upos === "AUX" || (token.upos === "VERB" && /^(VBD|VBZ|VBP)$/.test(token.xpos))) return true
    // Unsure tags: a past form after a plural noun is mostly a verb.
    if (
      token.upos === "VERB" &&
      token.xpos === "VBN" &&
      tokens[at - 1]!.upos === "NOUN" &&
      (takesNoObject || !hasRelation(token, "acl"))
    )
      return true
    // Quoted words in the place of a verb: `said the Front “bears full responsibility”`.
    if (0 <= within.quoteOf[at]! && within.quoteOf[at - 1]! < 0 && isQuoteMark(token.text)) return true
    if (token.text === ";") return false
  }
  return false
}

/** A finite verb stands among the tokens `[first, last)`. */
export function hasFiniteVerb(within: Passages, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const token = within.analysis.tokens[at]!
    if (token.upos === "AUX" || (token.upos === "VERB" && /^(VBD|VBZ|VBP|VBN)$/.test(token.xpos))) return true
    // "Its lists contain no such ship": a bare form behind a noun, without "to" or a modal, is a present taken wrongly.
    if (
      token.xpos === "VB" &&
      token.upos === "VERB" &&
      first < at &&
      childrenOf(within.analysis, token, "aux", "mark").length === 0
    )
      return true
  }
  return false
}
