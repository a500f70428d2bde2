import type { CaseReport } from "../case-report.ts"
import type { SharedSentence } from "./find-passages.ts"
import { haveOtherDetails, longestChain } from "./loose-chains.ts"
import { shareOf } from "./shares.ts"

/** A report resting on another needs this share of its sentences to be shared, unless it cites it. */
const LEAST_STRENGTH = 0.25
/** Passages this much alike are the same words: two of them in the same order are no chance. */
const SAME_WORDS = 0.85
/** A sentence without names and numbers has more words of content than this before it tells anything of its own. */
const PHRASE_STEMS = 7
/** So many words of content in one sentence are not the same by chance. */
const LONG_STEMS = 10
const LONG_SAME = 0.9
/** So many passages in the same order are no chance though they are reworded: the first two facts of an event are told by all its reporters. */
const LEAST_CHAIN = 3

/** True when what two reports share is no chance: details, not phrases, in their own voice or given to the cited other one. */
export function provesResting(from: CaseReport, shared: readonly SharedSentence[], cites: boolean): boolean {
  // Two reporters may both have heard the same words: speech alone proves no copying.
  const told = shared.filter(item => !item.speech)
  const telling = told.filter(isTelling)
  return (
    (LEAST_STRENGTH <= shareOf(from, told) && (telling.some(isLong) || LEAST_CHAIN <= longestChain(telling).length)) ||
    (cites && 2 <= shared.filter(isTelling).length) ||
    2 <= longestChain(telling.filter(item => SAME_WORDS <= item.similarity)).length
  )
}

/** True for a passage that tells a detail: a name, a number, or more than a phrase that everybody writes of such events ("no group has claimed responsibility"). */
function isTelling({ a, b, similarity }: SharedSentence): boolean {
  if (similarity < SAME_WORDS && haveOtherDetails(a, b)) return false
  return [a, b].every(
    sentence =>
      PHRASE_STEMS < sentence.stems.length || sentence.words.some(word => word.capital || /\d/.test(word.stem)),
  )
}

/** True for a sentence so long that two reporters do not write it in the same words. */
function isLong({ a, b, similarity }: SharedSentence): boolean {
  return LONG_SAME <= similarity && LONG_STEMS <= Math.min(a.stems.length, b.stems.length)
}
